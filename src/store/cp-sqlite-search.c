/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of the articles' words. */

#define G_LOG_DOMAIN "cp-sqlite-search"

#include "config.h"

#include "cp-hit.h"
#include "cp-sqlite-search.h"
#include "cp-sqlite-statement.h"

/* More words than this tell no article from the others, and would only cost time. */
#define MAX_WORDS 32

/* What stands between two names or tags in the index: no word reaches over it. */
#define NAME_SEPARATOR " · "

/**
 * cp_sqlite_search_index:
 * @number: the number of the article's row
 *
 * Makes the article's words findable.
 */
gboolean
cp_sqlite_search_index (CpSqliteDatabase  *database,
                        gint64             number,
                        CpArticle         *article,
                        GError           **error)
{
  g_autofree char *authors = g_strjoinv (NAME_SEPARATOR, (char **) cp_article_get_authors (article));
  g_autofree char *tags = g_strjoinv (NAME_SEPARATOR, (char **) cp_article_get_tags (article));
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "INSERT INTO words (rowid, title, standfirst, authors, outlet, text, tags) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?)");

  cp_sqlite_statement_bind_int (statement, 1, number);
  cp_sqlite_statement_bind_text (statement, 2, cp_article_get_title (article));
  cp_sqlite_statement_bind_text (statement, 3, cp_article_get_standfirst (article));
  cp_sqlite_statement_bind_text (statement, 4, authors);
  cp_sqlite_statement_bind_text (statement, 5, cp_article_get_outlet (article));
  cp_sqlite_statement_bind_text (statement, 6, cp_article_get_text (article));
  cp_sqlite_statement_bind_text (statement, 7, tags);

  return cp_sqlite_statement_run (statement, error);
}

/**
 * cp_sqlite_search_index_metadata:
 * @number: the number of the article's row
 *
 * Makes the article's new headline, standfirst, byline and outlet findable in place of the old ones.
 */
gboolean
cp_sqlite_search_index_metadata (CpSqliteDatabase  *database,
                                 gint64             number,
                                 CpArticle         *article,
                                 GError           **error)
{
  g_autofree char *authors = g_strjoinv (NAME_SEPARATOR, (char **) cp_article_get_authors (article));
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "UPDATE words SET title = ?, standfirst = ?, authors = ?, outlet = ? WHERE rowid = ?");

  cp_sqlite_statement_bind_text (statement, 1, cp_article_get_title (article));
  cp_sqlite_statement_bind_text (statement, 2, cp_article_get_standfirst (article));
  cp_sqlite_statement_bind_text (statement, 3, authors);
  cp_sqlite_statement_bind_text (statement, 4, cp_article_get_outlet (article));
  cp_sqlite_statement_bind_int (statement, 5, number);

  return cp_sqlite_statement_run (statement, error);
}

static gboolean
update_column (CpSqliteDatabase  *database,
               const char        *sql,
               gint64             number,
               const char        *value,
               GError           **error)
{
  g_autoptr (CpSqliteStatement) statement = cp_sqlite_database_prepare (database, sql);

  cp_sqlite_statement_bind_text (statement, 1, value);
  cp_sqlite_statement_bind_int (statement, 2, number);

  return cp_sqlite_statement_run (statement, error);
}

/**
 * cp_sqlite_search_index_text:
 * @number: the number of the article's row
 *
 * Makes the article's new text findable in place of the old one.
 */
gboolean
cp_sqlite_search_index_text (CpSqliteDatabase  *database,
                             gint64             number,
                             const char        *text,
                             GError           **error)
{
  return update_column (database, "UPDATE words SET text = ? WHERE rowid = ?", number, text, error);
}

/**
 * cp_sqlite_search_index_tags:
 * @number: the number of the article's row
 *
 * Makes the article's new tags findable in place of the old ones.
 */
gboolean
cp_sqlite_search_index_tags (CpSqliteDatabase    *database,
                             gint64               number,
                             const char * const  *tags,
                             GError             **error)
{
  g_autofree char *joined = g_strjoinv (NAME_SEPARATOR, (char **) tags);

  return update_column (database, "UPDATE words SET tags = ? WHERE rowid = ?", number, joined, error);
}

static gboolean
has_word_character (const char *from,
                    const char *to)
{
  for (const char *c = from; c < to; c = g_utf8_next_char (c))
    {
      if (g_unichar_isalnum (g_utf8_get_char (c)))
        return TRUE;
    }

  return FALSE;
}

/* A string in quotation marks is taken literally by FTS5 but for its quotation marks, of which the words
 * that come here have none. */
static gboolean
append_words (GString    *match,
              const char *from,
              const char *to,
              gboolean    exact)
{
  if (!has_word_character (from, to))
    return FALSE;

  if (match->len > 0)
    g_string_append_c (match, ' ');
  g_string_append_c (match, '"');
  g_string_append_len (match, from, to - from);
  g_string_append (match, exact ? "\"" : "\"*");

  return TRUE;
}

static gboolean
is_quotation_mark (gunichar character)
{
  return character == '"' || character == 0x201c || character == 0x201d || character == 0x201e;
}

/**
 * cp_sqlite_search_build_match:
 * @query: what the reviewer typed, whatever that is
 *
 * Turns @query into an expression of FTS5 that is always well-formed.
 *
 * Returns: (transfer full) (nullable): the expression, or %NULL when there is no word in @query
 */
char *
cp_sqlite_search_build_match (const char *query)
{
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  g_autoptr (GString) match = g_string_new (NULL);
  gboolean in_quotation = FALSE;
  const char *word = valid;
  guint n_words = 0;

  for (const char *c = valid; n_words < MAX_WORDS; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gboolean mark = is_quotation_mark (character);

      if (character != '\0' && !mark && (in_quotation || !g_unichar_isspace (character)))
        continue;

      /* A quotation that is still being typed has not come to the end of its last word. */
      n_words += append_words (match, word, c, in_quotation && mark);
      if (character == '\0')
        break;

      if (mark)
        in_quotation = !in_quotation;
      word = g_utf8_next_char (c);
    }

  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

/**
 * cp_sqlite_search_run:
 *
 * See cp_library_search().
 *
 * Returns: (transfer full) (element-type CpHit): the hits, best first
 */
GPtrArray *
cp_sqlite_search_run (CpSqliteDatabase  *database,
                      const char        *query,
                      guint              max,
                      GError           **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_hit_free);
  g_autofree char *match = cp_sqlite_search_build_match (query);
  g_autoptr (CpSqliteStatement) statement = NULL;

  if (match == NULL)
    return g_steal_pointer (&hits);

  statement = cp_sqlite_database_prepare (database,
                                          "SELECT id, articles.title, snippet (words, -1, ?, ?, '…', 24), -rank "
                                          "FROM words JOIN articles ON number = words.rowid "
                                          "WHERE words MATCH ? AND NOT removed ORDER BY rank LIMIT ?");
  cp_sqlite_statement_bind_text (statement, 1, CP_HIT_MATCH_START);
  cp_sqlite_statement_bind_text (statement, 2, CP_HIT_MATCH_END);
  cp_sqlite_statement_bind_text (statement, 3, match);
  cp_sqlite_statement_bind_int (statement, 4, max);
  while (cp_sqlite_statement_next (statement))
    {
      g_autofree char *id = cp_sqlite_statement_dup_text (statement, 0);
      g_autofree char *title = cp_sqlite_statement_dup_text (statement, 1);
      g_autofree char *snippet = cp_sqlite_statement_dup_text (statement, 2);

      g_ptr_array_add (hits, cp_hit_new (id, title, snippet != NULL ? snippet : "",
                                         cp_sqlite_statement_get_real (statement, 3)));
    }

  return cp_sqlite_statement_check (statement, error) ? g_steal_pointer (&hits) : NULL;
}
