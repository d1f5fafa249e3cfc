/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says in a line about articles, themes and passages. */

#pragma once

#include "cp-article.h"
#include "cp-theme.h"

G_BEGIN_DECLS

const char *cp_display_text_get_title       (CpArticle  *article);
char       *cp_display_text_dup_attribution (CpArticle  *article);
char       *cp_display_text_dup_month       (const char *published);
char       *cp_display_text_dup_salience    (CpTheme    *theme);
char       *cp_display_text_dup_passages    (guint       n_passages);
char       *cp_display_text_dup_language    (const char *code);
char       *cp_display_text_dup_file_name   (const char *title);

G_END_DECLS
