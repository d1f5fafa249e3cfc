/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles as rows. */

#define G_LOG_DOMAIN "cp-sqlite-articles"

#include "config.h"

#include "cp-sqlite-articles.h"
#include "cp-sqlite-body.h"
#include "cp-sqlite-search.h"
#include "cp-sqlite-statement.h"
#include "cp-url.h"

/* What make_article() reads. */
#define SELECT_ARTICLES                                                                                    \
  "SELECT number, id, title, standfirst, outlet, section, published, modified, url, language, revision_of, " \
  "opinion, n_words, (SELECT count(*) FROM themes WHERE article = articles.number AND themes.removed AND "   \
  "provenance <> 'added') FROM articles "

/* The texts among these columns are properties of an article; the first column is not. */
static const char * const text_columns[] = {
  "id", "title", "standfirst", "outlet", "section", "published", "modified", "url", "language", "revision-of",
};

enum
{
  COLUMN_NUMBER,
  COLUMN_FIRST_TEXT,
  COLUMN_OPINION = COLUMN_FIRST_TEXT + G_N_ELEMENTS (text_columns),
  COLUMN_N_WORDS,
  COLUMN_N_REMOVED_THEMES,
};

/**
 * cp_sqlite_articles_find:
 * @number: (out): the number of the article's row, removed or not; 0 without such a row
 * @removed: (out): whether it is removed
 *
 * Returns: whether that could be looked up
 */
gboolean
cp_sqlite_articles_find (CpSqliteDatabase  *database,
                         const char        *id,
                         gint64            *number,
                         gboolean          *removed,
                         GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "SELECT number, removed FROM articles WHERE id = ?");

  *number = 0;
  *removed = FALSE;
  cp_sqlite_statement_bind_text (statement, 1, id);
  if (cp_sqlite_statement_next (statement))
    {
      *number = cp_sqlite_statement_get_int (statement, 0);
      *removed = cp_sqlite_statement_get_int (statement, 1) != 0;
    }

  return cp_sqlite_statement_check (statement, error);
}

/**
 * cp_sqlite_articles_find_url:
 * @url: (nullable): an address
 *
 * Returns: the number of the row that was saved first from @url; 0 for none
 */
gint64
cp_sqlite_articles_find_url (CpSqliteDatabase *database,
                             const char       *url)
{
  g_autofree char *key = cp_url_dup_key (url);
  g_autoptr (CpSqliteStatement) statement = NULL;

  if (key == NULL)
    return 0;

  statement = cp_sqlite_database_prepare (database, "SELECT min (number) FROM articles "
                                                    "WHERE url_key = ? AND NOT removed");
  cp_sqlite_statement_bind_text (statement, 1, key);

  return cp_sqlite_statement_next (statement) ? cp_sqlite_statement_get_int (statement, 0) : 0;
}

/**
 * cp_sqlite_articles_find_same:
 * @article: an article that was just read
 *
 * Returns: the number of the row that was saved from the same address with the same text; 0 for none
 */
gint64
cp_sqlite_articles_find_same (CpSqliteDatabase *database,
                              CpArticle        *article)
{
  g_autofree char *key = cp_url_dup_key (cp_article_get_url (article));
  g_autoptr (CpSqliteStatement) statement = NULL;

  if (key == NULL)
    return 0;

  statement = cp_sqlite_database_prepare (database, "SELECT number FROM articles "
                                                    "WHERE url_key = ? AND NOT removed ORDER BY number");
  cp_sqlite_statement_bind_text (statement, 1, key);
  while (cp_sqlite_statement_next (statement))
    {
      gint64 number = cp_sqlite_statement_get_int (statement, 0);

      if (cp_sqlite_body_is_same (database, number, article))
        return number;
    }

  return 0;
}

/**
 * cp_sqlite_articles_dup_id:
 *
 * Returns: (transfer full) (nullable): the id of the article in row @number, or %NULL without such a row
 */
char *
cp_sqlite_articles_dup_id (CpSqliteDatabase *database,
                           gint64            number)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "SELECT id FROM articles WHERE number = ?");

  cp_sqlite_statement_bind_int (statement, 1, number);

  return cp_sqlite_statement_next (statement) ? cp_sqlite_statement_dup_text (statement, 0) : NULL;
}

/* The columns that the reviewer can change. */
static void
bind_metadata (CpSqliteStatement *statement,
               int                parameter,
               CpArticle         *article,
               const char        *url_key)
{
  cp_sqlite_statement_bind_text (statement, parameter, cp_article_get_title (article));
  cp_sqlite_statement_bind_text (statement, parameter + 1, cp_article_get_standfirst (article));
  cp_sqlite_statement_bind_text (statement, parameter + 2, cp_article_get_outlet (article));
  cp_sqlite_statement_bind_text (statement, parameter + 3, cp_article_get_section (article));
  cp_sqlite_statement_bind_text (statement, parameter + 4, cp_article_get_published (article));
  cp_sqlite_statement_bind_text (statement, parameter + 5, cp_article_get_modified (article));
  cp_sqlite_statement_bind_text (statement, parameter + 6, cp_article_get_url (article));
  cp_sqlite_statement_bind_text (statement, parameter + 7, url_key);
  cp_sqlite_statement_bind_text (statement, parameter + 8, cp_article_get_language (article));
  cp_sqlite_statement_bind_int (statement, parameter + 9, cp_article_get_opinion (article));
}

/* The first of what was saved from the same address is not forgotten for its revisions' sake, so that all of them
 * name the same one. */
static gboolean
insert_row (CpSqliteDatabase  *database,
            CpArticle         *article,
            const char        *original,
            const char        *media_type,
            GError           **error)
{
  g_autofree char *url_key = cp_url_dup_key (cp_article_get_url (article));
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "INSERT INTO articles (id, original, media_type, n_words, title, standfirst, outlet, "
                                "section, published, modified, url, url_key, language, opinion, revision_of) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?12, ?, ?, "
                                "(SELECT ifnull (revision_of, id) FROM articles WHERE url_key = ?12 AND NOT removed "
                                "ORDER BY number LIMIT 1))");

  cp_sqlite_statement_bind_text (statement, 1, cp_article_get_id (article));
  cp_sqlite_statement_bind_text (statement, 2, original);
  cp_sqlite_statement_bind_text (statement, 3, media_type);
  cp_sqlite_statement_bind_int (statement, 4, cp_article_get_n_words (article));
  bind_metadata (statement, 5, article, url_key);

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

/**
 * cp_sqlite_articles_insert:
 * @article: an article that the library does not have
 * @original: by what its original is found
 * @number: (out): the number of its row
 *
 * Stores the article and the index of its words, inside the caller's transaction.
 */
gboolean
cp_sqlite_articles_insert (CpSqliteDatabase  *database,
                           CpArticle         *article,
                           const char        *original,
                           const char        *media_type,
                           gint64            *number,
                           GError           **error)
{
  if (!insert_row (database, article, original, media_type, error))
    return FALSE;

  *number = cp_sqlite_database_get_last_id (database);

  return insert_authors (database, *number, article, error) &&
         insert_tags (database, *number, cp_article_get_tags (article), error) &&
         cp_sqlite_body_insert (database, *number, article, error) &&
         cp_sqlite_search_index (database, *number, article, error);
}

/**
 * cp_sqlite_articles_update_metadata:
 *
 * Stores what is known about the piece, inside the caller's transaction.
 */
gboolean
cp_sqlite_articles_update_metadata (CpSqliteDatabase  *database,
                                    gint64             number,
                                    CpArticle         *article,
                                    GError           **error)
{
  g_autofree char *url_key = cp_url_dup_key (cp_article_get_url (article));
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "UPDATE articles SET title = ?2, standfirst = ?3, outlet = ?4, section = ?5, "
                                "published = ?6, modified = ?7, url = ?8, url_key = ?9, language = ?10, opinion = ?11 "
                                "WHERE number = ?1");

  cp_sqlite_statement_bind_int (statement, 1, number);
  bind_metadata (statement, 2, article, url_key);

  return cp_sqlite_statement_run (statement, error) &&
         cp_sqlite_database_run_on (database, "DELETE FROM authors WHERE article = ?", number, error) &&
         insert_authors (database, number, article, error) &&
         cp_sqlite_body_replace_evidence (database, number, article, error) &&
         cp_sqlite_search_index_metadata (database, number, article, error);
}

/**
 * cp_sqlite_articles_update_text:
 *
 * Stores which blocks make up the text, inside the caller's transaction.
 */
gboolean
cp_sqlite_articles_update_text (CpSqliteDatabase  *database,
                                gint64             number,
                                CpArticle         *article,
                                GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "UPDATE articles SET n_words = ? WHERE number = ?");

  cp_sqlite_statement_bind_int (statement, 1, cp_article_get_n_words (article));
  cp_sqlite_statement_bind_int (statement, 2, number);

  return cp_sqlite_statement_run (statement, error) &&
         cp_sqlite_body_update_roles (database, number, article, error) &&
         cp_sqlite_search_index_text (database, number, cp_article_get_text (article), error);
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
  return cp_sqlite_database_run_on (database, "DELETE FROM tags WHERE article = ?", number, error) &&
         insert_tags (database, number, tags, error) &&
         cp_sqlite_search_index_tags (database, number, tags, error);
}

/**
 * cp_sqlite_articles_set_removed:
 *
 * Hides the article, or shows it again, inside the caller's transaction.
 */
gboolean
cp_sqlite_articles_set_removed (CpSqliteDatabase  *database,
                                gint64             number,
                                gboolean           removed,
                                GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "UPDATE articles SET removed = ? WHERE number = ?");

  cp_sqlite_statement_bind_int (statement, 1, removed);
  cp_sqlite_statement_bind_int (statement, 2, number);

  return cp_sqlite_statement_run (statement, error);
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

/* Gives the article without its body. */
static CpArticle *
make_article (CpSqliteDatabase   *database,
              CpSqliteStatement  *row,
              GError            **error)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  gint64 number = cp_sqlite_statement_get_int (row, COLUMN_NUMBER);
  g_auto (GStrv) authors = NULL;
  g_auto (GStrv) tags = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (text_columns); i++)
    {
      g_autofree char *text = cp_sqlite_statement_dup_text (row, COLUMN_FIRST_TEXT + i);

      g_object_set (article, text_columns[i], text, NULL);
    }
  cp_article_set_opinion (article, cp_sqlite_statement_get_int (row, COLUMN_OPINION) != 0);
  cp_article_set_n_removed_themes (article, cp_sqlite_statement_get_int (row, COLUMN_N_REMOVED_THEMES));

  authors = read_strings (database, "SELECT name FROM authors WHERE article = ? ORDER BY position", number, error);
  if (authors == NULL)
    return NULL;
  cp_article_set_authors (article, (const char * const *) authors);

  tags = read_strings (database, "SELECT tag FROM tags WHERE article = ? ORDER BY tag", number, error);
  if (tags == NULL)
    return NULL;
  cp_article_set_tags (article, (const char * const *) tags);

  return g_steal_pointer (&article);
}

/**
 * cp_sqlite_articles_read:
 * @number: the number of an article's row
 *
 * Returns: (transfer full): the article, whole; or %NULL
 */
CpArticle *
cp_sqlite_articles_read (CpSqliteDatabase  *database,
                         gint64             number,
                         GError           **error)
{
  g_autoptr (CpArticle) article = NULL;
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, SELECT_ARTICLES "WHERE number = ?");

  cp_sqlite_statement_bind_int (statement, 1, number);
  if (cp_sqlite_statement_next (statement))
    article = make_article (database, statement, error);
  else if (cp_sqlite_statement_check (statement, error))
    cp_sqlite_database_set_damaged (database, error);

  if (article == NULL || !cp_sqlite_body_read (database, number, article, error))
    return NULL;

  return g_steal_pointer (&article);
}

/* Runs a statement of SELECT_ARTICLES. */
static GPtrArray *
list_rows (CpSqliteDatabase             *database,
           CpSqliteStatement            *statement,
           const CpSqliteArticleSource  *source,
           GError                      **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  while (cp_sqlite_statement_next (statement))
    {
      CpArticle *article = make_article (database, statement, error);

      if (article == NULL)
        return NULL;
      cp_article_set_loader (article, cp_sqlite_statement_get_int (statement, COLUMN_N_WORDS),
                             source->loader, g_atomic_rc_box_acquire (source->data), source->release);
      g_ptr_array_add (articles, article);
    }

  return cp_sqlite_statement_check (statement, error) ? g_steal_pointer (&articles) : NULL;
}

/**
 * cp_sqlite_articles_list:
 *
 * Returns: (transfer full) (element-type CpArticle): the articles that are not removed, the last added first; or %NULL
 */
GPtrArray *
cp_sqlite_articles_list (CpSqliteDatabase             *database,
                         const CpSqliteArticleSource  *source,
                         GError                      **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, SELECT_ARTICLES "WHERE NOT removed ORDER BY number DESC");

  return list_rows (database, statement, source, error);
}

/**
 * cp_sqlite_articles_list_revisions:
 * @number: the number of an article's row
 *
 * Returns: (transfer full) (element-type CpArticle): what was saved from the same address, the first saved first; or %NULL
 */
GPtrArray *
cp_sqlite_articles_list_revisions (CpSqliteDatabase             *database,
                                   gint64                        number,
                                   const CpSqliteArticleSource  *source,
                                   GError                      **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "WITH first AS (SELECT ifnull (revision_of, id) AS id FROM articles WHERE number = ?) "
                                SELECT_ARTICLES
                                "WHERE (id IN (SELECT id FROM first) OR revision_of IN (SELECT id FROM first)) "
                                "AND NOT removed ORDER BY number");

  cp_sqlite_statement_bind_int (statement, 1, number);

  return list_rows (database, statement, source, error);
}

/**
 * cp_sqlite_articles_purge:
 *
 * Forgets the removed articles for good, with the originals and files that no other article needs. Inside the caller's
 * transaction.
 */
gboolean
cp_sqlite_articles_purge (CpSqliteDatabase  *database,
                          GError           **error)
{
  /* The rule that an article has an original holds again once both are gone. When the first of several revisions
   * goes, the next one takes its place. */
  static const char sql[] =
    "PRAGMA defer_foreign_keys = ON;"
    "CREATE TEMP TABLE unused AS SELECT original AS hash FROM articles WHERE removed UNION "
    "  SELECT hash FROM resources JOIN articles ON number = article WHERE removed;"
    "DELETE FROM words WHERE rowid IN (SELECT number FROM articles WHERE removed);"
    "DELETE FROM articles WHERE removed;"
    "DELETE FROM originals WHERE hash IN (SELECT hash FROM unused)"
    "  AND NOT EXISTS (SELECT 1 FROM articles WHERE original = originals.hash)"
    "  AND NOT EXISTS (SELECT 1 FROM resources WHERE resources.hash = originals.hash);"
    "DROP TABLE unused;"
    "CREATE TEMP TABLE heirs AS SELECT revision_of AS gone, id, min (number) FROM articles"
    "  WHERE revision_of IS NOT NULL AND revision_of NOT IN (SELECT id FROM articles) GROUP BY revision_of;"
    "UPDATE articles SET revision_of = nullif (heirs.id, articles.id) FROM heirs WHERE revision_of = gone;"
    "DROP TABLE heirs;";

  return cp_sqlite_database_run_script (database, sql, error);
}
