/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The articles of the library as a list that is kept in step with it. */

#pragma once

#include "cp-article.h"

G_BEGIN_DECLS

#define CP_TYPE_ARTICLE_LIST (cp_article_list_get_type ())
G_DECLARE_FINAL_TYPE (CpArticleList, cp_article_list, CP, ARTICLE_LIST, GObject)

CpArticleList *cp_article_list_new       (void);

GListModel    *cp_article_list_get_model (CpArticleList *self);
CpArticle     *cp_article_list_find      (CpArticleList *self,
                                          const char    *id);
void           cp_article_list_load      (CpArticleList *self,
                                          GPtrArray     *articles);
void           cp_article_list_add       (CpArticleList *self,
                                          CpArticle     *article);
void           cp_article_list_hide      (CpArticleList *self,
                                          CpArticle     *article);
void           cp_article_list_unhide    (CpArticleList *self,
                                          CpArticle     *article);
void           cp_article_list_replace   (CpArticleList *self,
                                          CpArticle     *before,
                                          CpArticle     *after);

G_END_DECLS
