/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was made of one file: the article, its original bytes, and what was kept and dropped. */

#pragma once

#include "cp-article.h"

G_BEGIN_DECLS

#define CP_TYPE_IMPORTED (cp_imported_get_type ())
G_DECLARE_FINAL_TYPE (CpImported, cp_imported, CP, IMPORTED, GObject)

CpImported         *cp_imported_new            (CpArticle          *article,
                                                GBytes             *original,
                                                const char         *media_type,
                                                const char * const *kept,
                                                const char * const *dropped);

CpArticle          *cp_imported_get_article    (CpImported         *self);
GBytes             *cp_imported_get_original   (CpImported         *self);
const char         *cp_imported_get_media_type (CpImported         *self);
const char * const *cp_imported_get_kept       (CpImported         *self);
const char * const *cp_imported_get_dropped    (CpImported         *self);

G_END_DECLS
