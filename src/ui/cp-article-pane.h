/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One article to read: its text with the passages of its themes, where they are, and what it does not address. */

#pragma once

#include <adwaita.h>

#include "cp-desk.h"
#include "cp-theme.h"

G_BEGIN_DECLS

#define CP_TYPE_ARTICLE_PANE (cp_article_pane_get_type ())
G_DECLARE_FINAL_TYPE (CpArticlePane, cp_article_pane, CP, ARTICLE_PANE, AdwBin)

CpArticlePane *cp_article_pane_new               (void);

void           cp_article_pane_set_desk          (CpArticlePane *self,
                                                  CpDesk        *desk);
CpArticle     *cp_article_pane_get_article       (CpArticlePane *self);
void           cp_article_pane_set_article       (CpArticlePane *self,
                                                  CpArticle     *article);
void           cp_article_pane_replace_article   (CpArticlePane *self,
                                                  CpArticle     *article);
void           cp_article_pane_set_notes         (CpArticlePane *self,
                                                  GListModel    *highlights);
void           cp_article_pane_set_show_aside    (CpArticlePane *self,
                                                  gboolean       aside);
void           cp_article_pane_set_show_original (CpArticlePane *self,
                                                  gboolean       original);
int            cp_article_pane_get_block         (CpArticlePane *self);
void           cp_article_pane_set_highlights    (CpArticlePane *self,
                                                  CpTheme      **themes,
                                                  const guint   *color_indices,
                                                  guint          n_themes);
void           cp_article_pane_choose_theme      (CpArticlePane *self,
                                                  CpTheme       *theme,
                                                  const char    *label);
gboolean       cp_article_pane_step              (CpArticlePane *self,
                                                  int            direction);
void           cp_article_pane_show_passage      (CpArticlePane *self,
                                                  CpPassage     *passage);
void           cp_article_pane_find              (CpArticlePane *self);
void           cp_article_pane_set_text_scale    (CpArticlePane *self,
                                                  double         scale);
void           cp_article_pane_set_colors        (CpArticlePane *self,
                                                  const char    *colors);
const char    *cp_article_pane_get_stepping      (CpArticlePane *self);

G_END_DECLS
