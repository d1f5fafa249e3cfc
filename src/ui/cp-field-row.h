/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value of an article's details, where it comes from, and an entry in its place when it is edited. */

#pragma once

#include <adwaita.h>

#include "cp-article.h"

G_BEGIN_DECLS

#define CP_TYPE_FIELD_ROW (cp_field_row_get_type ())
G_DECLARE_FINAL_TYPE (CpFieldRow, cp_field_row, CP, FIELD_ROW, AdwPreferencesRow)

GtkWidget *cp_field_row_new         (CpField      field,
                                     const char  *title);

void       cp_field_row_set_article (CpFieldRow  *self,
                                     CpArticle   *article);
void       cp_field_row_edit        (CpFieldRow  *self);

G_END_DECLS
