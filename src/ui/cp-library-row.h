/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One article in the library's list: its headline, who wrote it where and when, and what a search found in it. */

#pragma once

#include <adwaita.h>

#include "cp-article.h"

G_BEGIN_DECLS

#define CP_TYPE_LIBRARY_ROW (cp_library_row_get_type ())
G_DECLARE_FINAL_TYPE (CpLibraryRow, cp_library_row, CP, LIBRARY_ROW, AdwBin)

GtkWidget *cp_library_row_new          (void);

CpArticle *cp_library_row_get_article  (CpLibraryRow *self);
void       cp_library_row_set_article  (CpLibraryRow *self,
                                        CpArticle    *article);
void       cp_library_row_set_heading  (CpLibraryRow *self,
                                        const char   *heading);
void       cp_library_row_set_versions (CpLibraryRow *self,
                                        guint         n_versions);
void       cp_library_row_set_snippet  (CpLibraryRow *self,
                                        const char   *markup);

G_END_DECLS
