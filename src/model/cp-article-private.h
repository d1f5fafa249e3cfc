/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files of an article share: its text is one of them, its metadata are the other. */

#pragma once

#include "cp-article.h"

G_BEGIN_DECLS

struct _CpArticle
{
  GObject      parent_instance;

  char        *id;
  char        *title;
  char        *standfirst;
  char       **authors;
  char        *outlet;
  char        *section;
  char        *published;
  char        *modified;
  char        *url;
  char        *language;
  gboolean     opinion;
  char       **tags;
  guint        n_removed_themes;
  char        *revision_of;
  CpEvidence   evidence[CP_N_FIELDS];
  char        *details[CP_N_FIELDS];

  /* An array and not a list model: an article is read by several threads at once, and a
   * GListStore moves a cursor when it is read. */
  GPtrArray   *blocks;
  GPtrArray   *images;
  GString     *text;
  int          text_length;
  int          n_words;

  /* What brings blocks, images and evidence when somebody first asks for them, in whichever thread. */
  CpArticleLoader  loader;
  gpointer         loader_data;
  GDestroyNotify   free_loader_data;
  GMutex           loading;
  int              complete;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_STANDFIRST,
  PROP_AUTHORS,
  PROP_OUTLET,
  PROP_SECTION,
  PROP_PUBLISHED,
  PROP_MODIFIED,
  PROP_URL,
  PROP_LANGUAGE,
  PROP_OPINION,
  PROP_TAGS,
  PROP_N_REMOVED_THEMES,
  PROP_REVISION_OF,
  N_PROPS
};

extern GParamSpec *cp_article_properties[N_PROPS];

char **cp_article_find_string (CpArticle  *self,
                               guint       property);
void   cp_article_set_string  (CpArticle  *self,
                               guint       property,
                               const char *value);

G_END_DECLS
