/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles and their originals as rows. */

#define G_LOG_DOMAIN "cp-sqlite-articles"

#include "config.h"

#include "cp-fingerprint.h"
#include "cp-model-enums.h"
#include "cp-sqlite-articles.h"
#include "cp-sqlite-search.h"
#include "cp-sqlite-statement.h"
#include "cp-util.h"

/* What make_article() reads. */
#define SELECT_ARTICLES                                                                                  \
  "SELECT number, id, title, standfirst, outlet, published, url, language, opinion, "                    \
  "(SELECT count(*) FROM themes WHERE article = articles.number AND themes.removed AND "                 \
  "provenance <> 'added') FROM articles WHERE NOT removed "

/* The same bytes are kept once, whichever articles were read from them. */
static char *
insert_original (CpSqliteDatabase  *database,
                 GBytes            *original,
                 GError           **error)
{
  g_autofree char *hash = cp_fingerprint_bytes (original);
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "INSERT INTO originals VALUES (?, ?) ON CONFLICT DO NOTHING");

  cp_sqlite_statement_bind_text (statement, 1, hash);
  cp_sqlite_statement_bind_bytes (statement, 2, original);

  return cp_sqlite_statement_run (statement, error) ? g_steal_pointer (&hash) : NULL;
}

static gboolean
insert_row (CpSqliteDatabase  *database,
            CpArticle         *article,
            const char        *hash,
            const char        *media_type,
            GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "INSERT INTO articles (id, original, media_type, title, standfirst, outlet, published, "
                                "url, language, opinion) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

  cp_sqlite_statement_bind_text (statement, 1, cp_article_get_id (article));
  cp_sqlite_statement_bind_text (statement, 2, hash);
  cp_sqlite_statement_bind_text (statement, 3, media_type);
  cp_sqlite_statement_bind_text (statement, 4, cp_article_get_title (article));
  cp_sqlite_statement_bind_text (statement, 5, cp_article_get_standfirst (article));
  cp_sqlite_statement_bind_text (statement, 6, cp_article_get_outlet (article));
  cp_sqlite_statement_bind_text (statement, 7, cp_article_get_published (article));
  cp_sqlite_statement_bind_text (statement, 8, cp_article_get_url (article));
  cp_sqlite_statement_bind_text (statement, 9, cp_article_get_language (article));
  cp_sqlite_statement_bind_int (statement, 10, cp_article_get_opinion (article));

  return cp_sqlite_statement_run (statement, error);
}

static gboolean
insert_authors (CpSqliteDatabase  *database,
                gint64             number,
                CpArticle         *article,
                GError           **error)
{
  const char * const *authors = cp_article_get_authors (article);

  for (guint i = 0; authors[i] != NULL; i++)
    {
      g_autoptr (CpSqliteStatement) statement =
        cp_sqlite_database_prepare (database, "INSERT INTO authors VALUES (?, ?, ?)");

      cp_sqlite_statement_bind_int (statement, 1, number);
      cp_sqlite_statement_bind_int (statement, 2, i);
      cp_sqlite_statement_bind_text (statement, 3, authors[i]);
      if (!cp_sqlite_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_tags (CpSqliteDatabase    *database,
             gint64               number,
             const char * const  *tags,
             GError             **error)
{
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autoptr (CpSqliteStatement) statement =
        cp_sqlite_database_prepare (database, "INSERT INTO tags VALUES (?, ?) ON CONFLICT DO NOTHING");

      cp_sqlite_statement_bind_int (statement, 1, number);
      cp_sqlite_statement_bind_text (statement, 2, tags[i]);
      if (!cp_sqlite_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_blocks (CpSqliteDatabase  *database,
               gint64             number,
               CpArticle         *article,
               GError           **error)
{
  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      CpBlock *block = cp_article_get_block (article, i);
      g_autoptr (CpSqliteStatement) statement =
        cp_sqlite_database_prepare (database, "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?)");

      cp_sqlite_statement_bind_int (statement, 1, number);
      cp_sqlite_statement_bind_int (statement, 2, i);
      cp_sqlite_statement_bind_text (statement, 3, cp_enum_to_nick (CP_TYPE_BLOCK_KIND, cp_block_get_kind (block)));
      cp_sqlite_statement_bind_text (statement, 4, cp_enum_to_nick (CP_TYPE_BLOCK_ROLE, cp_block_get_role (block)));
      cp_sqlite_statement_bind_int (statement, 5, cp_block_get_level (block));
      cp_sqlite_statement_bind_text (statement, 6, cp_block_get_text (block));
      if (!cp_sqlite_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cp_sqlite_articles_insert:
 * @article: an article that the library does not have
 * @number: (out): the number of its row
 *
 * Stores the article, its original and the index of its words, inside the caller's transaction.
 */
gboolean
cp_sqlite_articles_insert (CpSqliteDatabase  *database,
                           CpArticle         *article,
                           GBytes            *original,
                           const char        *media_type,
                           gint64            *number,
                           GError           **error)
{
  g_autofree char *hash = insert_original (database, original, error);

  if (hash == NULL || !insert_row (database, article, hash, media_type, error))
    return FALSE;

  *number = cp_sqlite_database_get_last_id (database);

  return insert_authors (database, *number, article, error) &&
         insert_tags (database, *number, cp_article_get_tags (article), error) &&
         insert_blocks (database, *number, article, error) &&
         cp_sqlite_search_index (database, *number, article, error);
}

/**
 * cp_sqlite_articles_replace_tags:
 *
 * Gives the article other tags, inside the caller's transaction.
 */
gboolean
cp_sqlite_articles_replace_tags (CpSqliteDatabase    *database,
                                 gint64               number,
                                 const char * const  *tags,
                                 GError             **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "DELETE FROM tags WHERE article = ?");

  cp_sqlite_statement_bind_int (statement, 1, number);

  return cp_sqlite_statement_run (statement, error) &&
         insert_tags (database, number, tags, error) &&
         cp_sqlite_search_index_tags (database, number, tags, error);
}

static char **
read_strings (CpSqliteDatabase  *database,
              const char        *sql,
              gint64             number,
              GError           **error)
{
  g_autoptr (CpSqliteStatement) statement = cp_sqlite_database_prepare (database, sql);

  cp_sqlite_statement_bind_int (statement, 1, number);

  return cp_sqlite_statement_run_strings (statement, error);
}

/* NULL when no version of the program wrote such a row. */
static CpBlock *
make_block (CpSqliteStatement *row)
{
  g_autofree char *kind_nick = cp_sqlite_statement_dup_text (row, 0);
  g_autofree char *role_nick = cp_sqlite_statement_dup_text (row, 1);
  gint64 level = cp_sqlite_statement_get_int (row, 2);
  g_autofree char *text = cp_sqlite_statement_dup_text (row, 3);
  int kind, role;

  if (!cp_enum_from_nick (CP_TYPE_BLOCK_KIND, kind_nick, &kind) ||
      !cp_enum_from_nick (CP_TYPE_BLOCK_ROLE, role_nick, &role) ||
      level < 0 || level > 6 || text == NULL)
    return NULL;

  return cp_block_new (kind, role, level, text);
}

static gboolean
read_blocks (CpSqliteDatabase  *database,
             gint64             number,
             CpArticle         *article,
             GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "SELECT kind, role, level, text FROM blocks WHERE article = ? ORDER BY position");

  cp_sqlite_statement_bind_int (statement, 1, number);
  while (cp_sqlite_statement_next (statement))
    {
      g_autoptr (CpBlock) block = make_block (statement);

      if (block == NULL)
        {
          cp_sqlite_database_set_damaged (database, error);
          return FALSE;
        }
      cp_article_add_block (article, block);
    }

  return cp_sqlite_statement_check (statement, error);
}

/* Texts move from a row to an article by the names of its properties. */
static void
take_texts (CpSqliteStatement *row,
            CpArticle         *article)
{
  static const char * const names[] = { "id", "title", "standfirst", "outlet", "published", "url", "language" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = cp_sqlite_statement_dup_text (row, 1 + i);

      g_object_set (article, names[i], text, NULL);
    }
}

static CpArticle *
make_article (CpSqliteDatabase   *database,
              CpSqliteStatement  *row,
              GError            **error)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  gint64 number = cp_sqlite_statement_get_int (row, 0);
  g_auto (GStrv) authors = NULL;
  g_auto (GStrv) tags = NULL;

  take_texts (row, article);
  cp_article_set_opinion (article, cp_sqlite_statement_get_int (row, 8) != 0);
  cp_article_set_n_removed_themes (article, cp_sqlite_statement_get_int (row, 9));

  authors = read_strings (database, "SELECT name FROM authors WHERE article = ? ORDER BY position", number, error);
  if (authors == NULL)
    return NULL;
  cp_article_set_authors (article, (const char * const *) authors);

  tags = read_strings (database, "SELECT tag FROM tags WHERE article = ? ORDER BY tag", number, error);
  if (tags == NULL)
    return NULL;
  cp_article_set_tags (article, (const char * const *) tags);

  return read_blocks (database, number, article, error) ? g_steal_pointer (&article) : NULL;
}

/**
 * cp_sqlite_articles_read:
 *
 * Returns: (transfer full) (nullable): the article; %NULL with @error set when reading failed, and without it when
 *   there is no such article
 */
CpArticle *
cp_sqlite_articles_read (CpSqliteDatabase  *database,
                         const char        *id,
                         GError           **error)
{
  g_autoptr (CpSqliteStatement) statement = cp_sqlite_database_prepare (database, SELECT_ARTICLES "AND id = ?");

  cp_sqlite_statement_bind_text (statement, 1, id);
  if (cp_sqlite_statement_next (statement))
    return make_article (database, statement, error);

  cp_sqlite_statement_check (statement, error);
  return NULL;
}

/**
 * cp_sqlite_articles_read_all:
 * @articles: (element-type CpArticle): what the articles are added to, the last added first
 */
gboolean
cp_sqlite_articles_read_all (CpSqliteDatabase  *database,
                             GPtrArray         *articles,
                             GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, SELECT_ARTICLES "ORDER BY number DESC");

  while (cp_sqlite_statement_next (statement))
    {
      CpArticle *article = make_article (database, statement, error);

      if (article == NULL)
        return FALSE;
      g_ptr_array_add (articles, article);
    }

  return cp_sqlite_statement_check (statement, error);
}

/**
 * cp_sqlite_articles_purge:
 *
 * Forgets the removed articles for good, with the originals that no other article was read from. Inside the
 * caller's transaction.
 */
gboolean
cp_sqlite_articles_purge (CpSqliteDatabase  *database,
                          GError           **error)
{
  /* The rule that an article has an original holds again once both are gone. */
  static const char sql[] =
    "PRAGMA defer_foreign_keys = ON;"
    "DELETE FROM originals WHERE hash IN (SELECT original FROM articles WHERE removed) AND NOT EXISTS"
    "  (SELECT 1 FROM articles WHERE original = hash AND NOT removed);"
    "DELETE FROM words WHERE rowid IN (SELECT number FROM articles WHERE removed);"
    "DELETE FROM articles WHERE removed;";

  return cp_sqlite_database_run_script (database, sql, error);
}
