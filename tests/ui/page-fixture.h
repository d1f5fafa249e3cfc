/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article to read, a window to read it in, and ways to wait for what its page says. */

#pragma once

#include "cp-article.h"
#include "cp-reader-view.h"
#include "cp-theme.h"

typedef gboolean (*PageCondition) (gpointer data);

CpArticle *page_fixture_new_article   (void);
CpTheme   *page_fixture_new_theme     (CpArticle          *article,
                                       const char         *label,
                                       const char * const *quotes);
GtkWidget *page_fixture_present       (GtkWidget          *child);
void       page_fixture_destroy       (GtkWidget          *window,
                                       gpointer            child);
void       page_fixture_wait          (PageCondition       condition,
                                       gpointer            data);
char      *page_fixture_ask           (CpReaderView       *view,
                                       const char         *body);
void       page_fixture_expect        (CpReaderView       *view,
                                       const char         *body,
                                       const char         *json);
GtkWidget *page_fixture_find          (GtkWidget          *root,
                                       GType               type);
void       page_fixture_remove_folder (const char         *folder);
