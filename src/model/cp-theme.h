/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one piece is about: a label, its terms, and the passages that evidence it. */

#pragma once

#include <gio/gio.h>

#include "cp-anchor.h"
#include "cp-passage.h"

G_BEGIN_DECLS

/**
 * CpProvenance:
 * @CP_PROVENANCE_SUGGESTED: the program found it, nobody has judged it yet
 * @CP_PROVENANCE_ACCEPTED: the program found it and the reviewer let it stand
 * @CP_PROVENANCE_EDITED: the program found it and the reviewer changed it
 * @CP_PROVENANCE_ADDED: the reviewer's own
 */
typedef enum
{
  CP_PROVENANCE_SUGGESTED,
  CP_PROVENANCE_ACCEPTED,
  CP_PROVENANCE_EDITED,
  CP_PROVENANCE_ADDED,
} CpProvenance;

#define CP_TYPE_THEME (cp_theme_get_type ())
G_DECLARE_FINAL_TYPE (CpTheme, cp_theme, CP, THEME, GObject)

CpTheme            *cp_theme_new                   (const char         *label,
                                                    const char * const *terms,
                                                    double              salience);
CpTheme            *cp_theme_copy_without_passages (CpTheme            *self);
CpTheme            *cp_theme_copy                  (CpTheme            *self);
CpTheme            *cp_theme_copy_moved            (CpTheme            *self,
                                                    CpArticle          *before,
                                                    CpArticle          *after);

const char         *cp_theme_get_id                (CpTheme            *self);
void                cp_theme_set_id                (CpTheme            *self,
                                                    const char         *id);
const char         *cp_theme_get_label             (CpTheme            *self);
void                cp_theme_set_label             (CpTheme            *self,
                                                    const char         *label);
const char         *cp_theme_get_suggested_label   (CpTheme            *self);
void                cp_theme_set_suggested_label   (CpTheme            *self,
                                                    const char         *label);
const char * const *cp_theme_get_terms             (CpTheme            *self);
double              cp_theme_get_salience          (CpTheme            *self);
CpProvenance        cp_theme_get_provenance        (CpTheme            *self);
void                cp_theme_set_provenance        (CpTheme            *self,
                                                    CpProvenance        provenance);
void                cp_theme_add_passage           (CpTheme            *self,
                                                    CpPassage          *passage);
GListModel         *cp_theme_list_passages         (CpTheme            *self);
guint               cp_theme_get_n_passages        (CpTheme            *self);
CpPassage          *cp_theme_get_passage           (CpTheme            *self,
                                                    guint               position);
void                cp_theme_set_aside             (CpTheme            *self,
                                                    const CpAnchor     *anchor);
const CpAnchor     *cp_theme_get_aside             (CpTheme            *self,
                                                    guint              *n_anchors);

G_END_DECLS
