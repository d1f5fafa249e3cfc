/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The highlights of articles as rows. */

#define G_LOG_DOMAIN "cp-sqlite-highlights"

#include "config.h"

#include "cp-sqlite-highlights.h"
#include "cp-sqlite-passages.h"
#include "cp-sqlite-statement.h"

static gboolean
save_highlight (CpSqliteDatabase  *database,
                gint64             article,
                gint64             position,
                CpHighlight       *highlight,
                GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "INSERT OR REPLACE INTO highlights (id, article, position, note, source, created, "
                                CP_SQLITE_PASSAGE_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

  cp_sqlite_statement_bind_text (statement, 1, cp_highlight_get_id (highlight));
  cp_sqlite_statement_bind_int (statement, 2, article);
  cp_sqlite_statement_bind_int (statement, 3, position);
  cp_sqlite_statement_bind_text (statement, 4, cp_highlight_get_note (highlight));
  cp_sqlite_statement_bind_text (statement, 5, cp_highlight_get_source (highlight));
  cp_sqlite_statement_bind_text (statement, 6, cp_highlight_get_created (highlight));
  cp_sqlite_passages_bind (statement, 7, cp_highlight_get_passage (highlight));

  return cp_sqlite_statement_run (statement, error);
}

/**
 * cp_sqlite_highlights_save:
 * @article: the number of the article's row
 * @highlights: #CpHighlight of the article, new ones or not
 *
 * Stores @highlights as they are now, and leaves others of the article alone. Inside the caller's transaction.
 */
gboolean
cp_sqlite_highlights_save (CpSqliteDatabase  *database,
                           gint64             article,
                           GListModel        *highlights,
                           GError           **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (CpHighlight) highlight = g_list_model_get_item (highlights, i);

      if (!save_highlight (database, article, i, highlight, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cp_sqlite_highlights_remove:
 * @article: the number of the article's row
 * @id: a highlight of it
 *
 * Inside the caller's transaction.
 */
gboolean
cp_sqlite_highlights_remove (CpSqliteDatabase  *database,
                             gint64             article,
                             const char        *id,
                             GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "DELETE FROM highlights WHERE article = ? AND id = ?");

  cp_sqlite_statement_bind_int (statement, 1, article);
  cp_sqlite_statement_bind_text (statement, 2, id);

  return cp_sqlite_statement_run (statement, error);
}

/**
 * cp_sqlite_highlights_move:
 * @number: the number of the article's row
 * @article: the article as it is now
 * @moved: those of its #CpHighlight that are on its text as it is now
 *
 * Stores @moved, and finds the places of those that came in without the caller's knowledge. Inside the caller's
 * transaction.
 */
gboolean
cp_sqlite_highlights_move (CpSqliteDatabase  *database,
                           gint64             number,
                           CpArticle         *article,
                           GListModel        *moved,
                           GError           **error)
{
  g_autoptr (GListModel) stored = cp_sqlite_highlights_read (database, number, error);

  for (guint i = 0; stored != NULL && i < g_list_model_get_n_items (stored); i++)
    {
      g_autoptr (CpHighlight) highlight = g_list_model_get_item (stored, i);
      g_autoptr (CpHighlight) found = cp_highlight_copy_found (highlight, article);

      if (!save_highlight (database, number, i, found, error))
        return FALSE;
    }

  return stored != NULL && cp_sqlite_highlights_save (database, number, moved, error);
}

/* NULL when no version of the program wrote such a row. */
static CpHighlight *
make_highlight (CpSqliteStatement *row)
{
  g_autofree char *id = cp_sqlite_statement_dup_text (row, 0);
  g_autofree char *note = cp_sqlite_statement_dup_text (row, 1);
  g_autofree char *source = cp_sqlite_statement_dup_text (row, 2);
  g_autofree char *created = cp_sqlite_statement_dup_text (row, 3);
  g_autoptr (CpPassage) passage = cp_sqlite_passages_make (row, 4);
  CpHighlight *highlight;

  if (id == NULL || source == NULL || passage == NULL)
    return NULL;

  highlight = cp_highlight_new (passage, note, source, created);
  cp_highlight_set_id (highlight, id);

  return highlight;
}

/**
 * cp_sqlite_highlights_read:
 * @article: the number of the article's row
 *
 * Returns: (transfer full): a #GListStore of its #CpHighlight; or %NULL
 */
GListModel *
cp_sqlite_highlights_read (CpSqliteDatabase  *database,
                           gint64             article,
                           GError           **error)
{
  g_autoptr (GListStore) highlights = g_list_store_new (CP_TYPE_HIGHLIGHT);
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "SELECT id, note, source, created, " CP_SQLITE_PASSAGE_COLUMNS
                                " FROM highlights WHERE article = ? ORDER BY position, rowid");

  cp_sqlite_statement_bind_int (statement, 1, article);
  while (cp_sqlite_statement_next (statement))
    {
      g_autoptr (CpHighlight) highlight = make_highlight (statement);

      if (highlight == NULL)
        {
          cp_sqlite_database_set_damaged (database, error);
          return NULL;
        }
      g_list_store_append (highlights, highlight);
    }

  return cp_sqlite_statement_check (statement, error) ? G_LIST_MODEL (g_steal_pointer (&highlights)) : NULL;
}

static gboolean
has_highlight (CpSqliteDatabase *database,
               gint64            article,
               CpHighlight      *highlight)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "SELECT 1 FROM highlights WHERE article = ? AND source = ? AND quote = ? "
                                "AND first = ? AND note IS ?");

  cp_sqlite_statement_bind_int (statement, 1, article);
  cp_sqlite_statement_bind_text (statement, 2, cp_highlight_get_source (highlight));
  cp_sqlite_statement_bind_text (statement, 3, cp_passage_get_quote (cp_highlight_get_passage (highlight)));
  cp_sqlite_statement_bind_int (statement, 4, cp_passage_get_start (cp_highlight_get_passage (highlight)));
  cp_sqlite_statement_bind_text (statement, 5, cp_highlight_get_note (highlight));

  return cp_sqlite_statement_next (statement);
}

static gint64
count_highlights (CpSqliteDatabase *database,
                  gint64            article)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "SELECT ifnull (max (position) + 1, 0) FROM highlights WHERE article = ?");

  cp_sqlite_statement_bind_int (statement, 1, article);

  return cp_sqlite_statement_next (statement) ? cp_sqlite_statement_get_int (statement, 0) : 0;
}

/**
 * cp_sqlite_highlights_add:
 * @article: the number of the article's row
 * @added: (out): whether the article did not have such a highlight already
 *
 * Gives the article one more highlight, inside the caller's transaction.
 */
gboolean
cp_sqlite_highlights_add (CpSqliteDatabase  *database,
                          gint64             article,
                          CpHighlight       *highlight,
                          gboolean          *added,
                          GError           **error)
{
  *added = !has_highlight (database, article, highlight);

  return !*added || save_highlight (database, article, count_highlights (database, article), highlight, error);
}
