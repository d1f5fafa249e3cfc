/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was made of one file: the article, its original bytes, and what was kept and dropped. */

#pragma once

#include "cp-annotation.h"
#include "cp-article.h"
#include "cp-resource.h"

G_BEGIN_DECLS

#define CP_TYPE_IMPORTED (cp_imported_get_type ())
G_DECLARE_FINAL_TYPE (CpImported, cp_imported, CP, IMPORTED, GObject)

CpImported         *cp_imported_new            (CpArticle          *article,
                                                GBytes             *original,
                                                const char         *media_type,
                                                const char * const *kept,
                                                const char * const *dropped);
CpImported         *cp_imported_new_for_annotations (GPtrArray      *annotations);

CpArticle          *cp_imported_get_article    (CpImported         *self);
GBytes             *cp_imported_get_original   (CpImported         *self);
const char         *cp_imported_get_media_type (CpImported         *self);
const char * const *cp_imported_get_kept       (CpImported         *self);
const char * const *cp_imported_get_dropped    (CpImported         *self);
GListModel         *cp_imported_get_highlights (CpImported         *self);
void                cp_imported_place          (CpImported         *self,
                                                GPtrArray          *annotations);
GPtrArray          *cp_imported_get_resources  (CpImported         *self);
void                cp_imported_set_resources  (CpImported         *self,
                                                GPtrArray          *resources);
GPtrArray          *cp_imported_get_annotations (CpImported        *self);

G_END_DECLS
