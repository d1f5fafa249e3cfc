/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One saved op-ed: its metadata and its ordered blocks of clean text. */

#pragma once

#include <gio/gio.h>

#include "cp-block.h"
#include "cp-field.h"
#include "cp-image.h"

G_BEGIN_DECLS

#define CP_TYPE_ARTICLE (cp_article_get_type ())
G_DECLARE_FINAL_TYPE (CpArticle, cp_article, CP, ARTICLE, GObject)

/**
 * CpArticleLoader:
 * @id: the article's
 * @data: what was given with it
 *
 * Returns: (transfer full) (nullable): the article with its blocks, images and evidence, for nobody else; %NULL with
 *   @error set
 */
typedef CpArticle *(*CpArticleLoader) (const char  *id,
                                       gpointer     data,
                                       GError     **error);

CpArticle          *cp_article_new              (void);
CpArticle          *cp_article_copy             (CpArticle          *self);
CpArticle          *cp_article_copy_with_role   (CpArticle          *self,
                                                 guint               position,
                                                 CpBlockRole         role);
void                cp_article_set_loader       (CpArticle          *self,
                                                 int                 n_words,
                                                 CpArticleLoader     loader,
                                                 gpointer            data,
                                                 GDestroyNotify      free_data);
gboolean            cp_article_load             (CpArticle          *self,
                                                 GError            **error);

const char         *cp_article_get_id           (CpArticle          *self);
void                cp_article_set_id           (CpArticle          *self,
                                                 const char         *id);
const char         *cp_article_get_title        (CpArticle          *self);
void                cp_article_set_title        (CpArticle          *self,
                                                 const char         *title);
const char         *cp_article_get_standfirst   (CpArticle          *self);
void                cp_article_set_standfirst   (CpArticle          *self,
                                                 const char         *standfirst);
const char * const *cp_article_get_authors      (CpArticle          *self);
void                cp_article_set_authors      (CpArticle          *self,
                                                 const char * const *authors);
char               *cp_article_dup_byline       (CpArticle          *self);
const char         *cp_article_get_outlet       (CpArticle          *self);
void                cp_article_set_outlet       (CpArticle          *self,
                                                 const char         *outlet);
const char         *cp_article_get_section      (CpArticle          *self);
void                cp_article_set_section      (CpArticle          *self,
                                                 const char         *section);
const char         *cp_article_get_published    (CpArticle          *self);
void                cp_article_set_published    (CpArticle          *self,
                                                 const char         *published);
const char         *cp_article_get_modified     (CpArticle          *self);
void                cp_article_set_modified     (CpArticle          *self,
                                                 const char         *modified);
const char         *cp_article_get_url          (CpArticle          *self);
void                cp_article_set_url          (CpArticle          *self,
                                                 const char         *url);
const char         *cp_article_get_language     (CpArticle          *self);
void                cp_article_set_language     (CpArticle          *self,
                                                 const char         *language);
gboolean            cp_article_get_opinion      (CpArticle          *self);
void                cp_article_set_opinion      (CpArticle          *self,
                                                 gboolean            opinion);
const char         *cp_article_get_revision_of  (CpArticle          *self);
char               *cp_article_dup_field        (CpArticle          *self,
                                                 CpField             field);
void                cp_article_set_field        (CpArticle          *self,
                                                 CpField             field,
                                                 const char         *value);
CpEvidence          cp_article_get_evidence     (CpArticle          *self,
                                                 CpField             field,
                                                 const char        **detail);
void                cp_article_set_evidence     (CpArticle          *self,
                                                 CpField             field,
                                                 CpEvidence          evidence,
                                                 const char         *detail);
const char * const *cp_article_get_tags         (CpArticle          *self);
void                cp_article_set_tags         (CpArticle          *self,
                                                 const char * const *tags);
guint               cp_article_get_n_removed_themes (CpArticle       *self);
void                cp_article_set_n_removed_themes (CpArticle       *self,
                                                    guint             n_removed_themes);

void                cp_article_add_block        (CpArticle          *self,
                                                 CpBlock            *block);
CpBlock            *cp_article_get_block        (CpArticle          *self,
                                                 guint               position);
guint               cp_article_get_n_blocks     (CpArticle          *self);
void                cp_article_add_image        (CpArticle          *self,
                                                 CpImage            *image);
CpImage            *cp_article_get_image        (CpArticle          *self,
                                                 guint               position);
guint               cp_article_get_n_images     (CpArticle          *self);
const char         *cp_article_get_text         (CpArticle          *self);
int                 cp_article_get_n_words      (CpArticle          *self);

G_END_DECLS
