/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles as rows. */

#pragma once

#include "cp-article.h"
#include "cp-sqlite-database.h"

G_BEGIN_DECLS

/**
 * CpSqliteArticleSource:
 * @loader: what brings the texts of listed articles
 * @data: its data, made by g_atomic_rc_box_new()
 * @release: lets go of @data once
 */
typedef struct
{
  CpArticleLoader  loader;
  gpointer         data;
  GDestroyNotify   release;
} CpSqliteArticleSource;

gboolean   cp_sqlite_articles_find            (CpSqliteDatabase             *database,
                                               const char                   *id,
                                               gint64                       *number,
                                               gboolean                     *removed,
                                               GError                      **error);
gint64     cp_sqlite_articles_find_url        (CpSqliteDatabase             *database,
                                               const char                   *url);
gint64     cp_sqlite_articles_find_same       (CpSqliteDatabase             *database,
                                               CpArticle                    *article);
char      *cp_sqlite_articles_dup_id          (CpSqliteDatabase             *database,
                                               gint64                        number);

gboolean   cp_sqlite_articles_insert          (CpSqliteDatabase             *database,
                                               CpArticle                    *article,
                                               const char                   *original,
                                               const char                   *media_type,
                                               gint64                       *number,
                                               GError                      **error);
CpArticle *cp_sqlite_articles_read            (CpSqliteDatabase             *database,
                                               gint64                        number,
                                               GError                      **error);
GPtrArray *cp_sqlite_articles_list            (CpSqliteDatabase             *database,
                                               const CpSqliteArticleSource  *source,
                                               GError                      **error);
GPtrArray *cp_sqlite_articles_list_revisions  (CpSqliteDatabase             *database,
                                               gint64                        number,
                                               const CpSqliteArticleSource  *source,
                                               GError                      **error);
gboolean   cp_sqlite_articles_update_metadata (CpSqliteDatabase             *database,
                                               gint64                        number,
                                               CpArticle                    *article,
                                               GError                      **error);
gboolean   cp_sqlite_articles_update_text     (CpSqliteDatabase             *database,
                                               gint64                        number,
                                               CpArticle                    *article,
                                               GError                      **error);
gboolean   cp_sqlite_articles_replace_tags    (CpSqliteDatabase             *database,
                                               gint64                        number,
                                               const char * const           *tags,
                                               GError                      **error);
gboolean   cp_sqlite_articles_set_removed     (CpSqliteDatabase             *database,
                                               gint64                        number,
                                               gboolean                      removed,
                                               GError                      **error);
gboolean   cp_sqlite_articles_purge           (CpSqliteDatabase             *database,
                                               GError                      **error);

G_END_DECLS
