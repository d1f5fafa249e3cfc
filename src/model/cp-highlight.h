/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A passage that somebody marked, here or where the piece was saved, with a note perhaps. */

#pragma once

#include "cp-article.h"
#include "cp-passage.h"

G_BEGIN_DECLS

#define CP_TYPE_HIGHLIGHT (cp_highlight_get_type ())
G_DECLARE_FINAL_TYPE (CpHighlight, cp_highlight, CP, HIGHLIGHT, GObject)

CpHighlight *cp_highlight_new         (CpPassage   *passage,
                                       const char  *note,
                                       const char  *source,
                                       const char  *created);
CpHighlight *cp_highlight_copy        (CpHighlight *self,
                                       CpPassage   *passage);
CpHighlight *cp_highlight_copy_noted  (CpHighlight *self,
                                       const char  *note);
CpHighlight *cp_highlight_copy_moved  (CpHighlight *self,
                                       CpArticle   *before,
                                       CpArticle   *after);
CpHighlight *cp_highlight_copy_found  (CpHighlight *self,
                                       CpArticle   *article);

const char  *cp_highlight_get_id      (CpHighlight *self);
void         cp_highlight_set_id      (CpHighlight *self,
                                       const char  *id);
CpPassage   *cp_highlight_get_passage (CpHighlight *self);
gboolean     cp_highlight_is_placed   (CpHighlight *self);
const char  *cp_highlight_get_note    (CpHighlight *self);
const char  *cp_highlight_get_source  (CpHighlight *self);
const char  *cp_highlight_get_created (CpHighlight *self);

G_END_DECLS
