/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The themes of an article as rows. */

#define G_LOG_DOMAIN "cp-sqlite-themes"

#include "config.h"

#include "cp-model-enums.h"
#include "cp-sqlite-passages.h"
#include "cp-sqlite-statement.h"
#include "cp-sqlite-themes.h"
#include "cp-theme.h"
#include "cp-util.h"

static gboolean
insert_terms (CpSqliteDatabase  *database,
              gint64             number,
              CpTheme           *theme,
              GError           **error)
{
  const char * const *terms = cp_theme_get_terms (theme);

  for (guint i = 0; terms[i] != NULL; i++)
    {
      g_autoptr (CpSqliteStatement) statement =
        cp_sqlite_database_prepare (database, "INSERT INTO theme_terms VALUES (?, ?, ?)");

      cp_sqlite_statement_bind_int (statement, 1, number);
      cp_sqlite_statement_bind_int (statement, 2, i);
      cp_sqlite_statement_bind_text (statement, 3, terms[i]);
      if (!cp_sqlite_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_passages (CpSqliteDatabase  *database,
                 gint64             number,
                 CpTheme           *theme,
                 GError           **error)
{
  for (guint i = 0; i < cp_theme_get_n_passages (theme); i++)
    {
      CpPassage *passage = cp_theme_get_passage (theme, i);
      g_autoptr (CpSqliteStatement) statement =
        cp_sqlite_database_prepare (database, "INSERT INTO theme_passages (theme, position, "
                                              CP_SQLITE_PASSAGE_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)");

      cp_sqlite_statement_bind_int (statement, 1, number);
      cp_sqlite_statement_bind_int (statement, 2, i);
      cp_sqlite_passages_bind (statement, 3, passage);
      if (!cp_sqlite_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* Where the passages are whose blocks are not in the body. */
static gboolean
insert_aside (CpSqliteDatabase  *database,
              gint64             number,
              CpTheme           *theme,
              GError           **error)
{
  guint n_anchors;
  const CpAnchor *anchors = cp_theme_get_aside (theme, &n_anchors);

  for (guint i = 0; i < n_anchors; i++)
    {
      g_autoptr (CpSqliteStatement) statement =
        cp_sqlite_database_prepare (database, "INSERT INTO theme_anchors VALUES (?, ?, ?, ?, ?, ?)");

      cp_sqlite_statement_bind_int (statement, 1, number);
      cp_sqlite_statement_bind_int (statement, 2, i);
      cp_sqlite_statement_bind_int (statement, 3, anchors[i].first_block);
      cp_sqlite_statement_bind_int (statement, 4, anchors[i].first);
      cp_sqlite_statement_bind_int (statement, 5, anchors[i].last_block);
      cp_sqlite_statement_bind_int (statement, 6, anchors[i].last);
      if (!cp_sqlite_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* Gives the number of the theme's row, new or not. */
static gboolean
write_row (CpSqliteDatabase  *database,
           gint64             article,
           guint              position,
           CpTheme           *theme,
           gint64            *number,
           GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "INSERT INTO themes (id, article, position, label, suggested_label, salience, "
                                "provenance) VALUES (?, ?, ?, ?, ?, ?, ?) "
                                "ON CONFLICT (id) DO UPDATE SET position = excluded.position, label = excluded.label, "
                                "suggested_label = excluded.suggested_label, salience = excluded.salience, "
                                "provenance = excluded.provenance, removed = 0 "
                                "RETURNING number");

  cp_sqlite_statement_bind_text (statement, 1, cp_theme_get_id (theme));
  cp_sqlite_statement_bind_int (statement, 2, article);
  cp_sqlite_statement_bind_int (statement, 3, position);
  cp_sqlite_statement_bind_text (statement, 4, cp_theme_get_label (theme));
  cp_sqlite_statement_bind_text (statement, 5, cp_theme_get_suggested_label (theme));
  cp_sqlite_statement_bind_real (statement, 6, cp_theme_get_salience (theme));
  cp_sqlite_statement_bind_text (statement, 7, cp_enum_to_nick (CP_TYPE_PROVENANCE, cp_theme_get_provenance (theme)));
  if (cp_sqlite_statement_next (statement))
    *number = cp_sqlite_statement_get_int (statement, 0);

  return cp_sqlite_statement_run (statement, error);
}

static gboolean
write_theme (CpSqliteDatabase  *database,
             gint64             article,
             guint              position,
             CpTheme           *theme,
             GError           **error)
{
  gint64 number = 0;

  return write_row (database, article, position, theme, &number, error) &&
         cp_sqlite_database_run_on (database, "DELETE FROM theme_terms WHERE theme = ?", number, error) &&
         cp_sqlite_database_run_on (database, "DELETE FROM theme_passages WHERE theme = ?", number, error) &&
         cp_sqlite_database_run_on (database, "DELETE FROM theme_anchors WHERE theme = ?", number, error) &&
         insert_terms (database, number, theme, error) &&
         insert_passages (database, number, theme, error) &&
         insert_aside (database, number, theme, error);
}

/**
 * cp_sqlite_themes_replace:
 * @article: the number of the article's row
 * @themes: all #CpTheme that the article has now
 *
 * See cp_library_save_themes(). Inside the caller's transaction.
 */
gboolean
cp_sqlite_themes_replace (CpSqliteDatabase  *database,
                          gint64             article,
                          GListModel        *themes,
                          GError           **error)
{
  if (!cp_sqlite_database_run_on (database, "UPDATE themes SET removed = 1 WHERE article = ?", article, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);

      if (!write_theme (database, article, i, theme, error))
        return FALSE;
    }

  return TRUE;
}

static char **
read_terms (CpSqliteDatabase  *database,
            gint64             number,
            GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database, "SELECT term FROM theme_terms WHERE theme = ? ORDER BY position");

  cp_sqlite_statement_bind_int (statement, 1, number);

  return cp_sqlite_statement_run_strings (statement, error);
}

static gboolean
read_passages (CpSqliteDatabase  *database,
               gint64             number,
               CpTheme           *theme,
               GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "SELECT " CP_SQLITE_PASSAGE_COLUMNS " FROM theme_passages "
                                "WHERE theme = ? ORDER BY position");

  cp_sqlite_statement_bind_int (statement, 1, number);
  while (cp_sqlite_statement_next (statement))
    {
      g_autoptr (CpPassage) passage = cp_sqlite_passages_make (statement, 0);

      if (passage == NULL || cp_passage_get_start (passage) < 0)
        {
          cp_sqlite_database_set_damaged (database, error);
          return FALSE;
        }
      cp_theme_add_passage (theme, passage);
    }

  return cp_sqlite_statement_check (statement, error);
}

static gboolean
read_aside (CpSqliteDatabase  *database,
            gint64             number,
            CpTheme           *theme,
            GError           **error)
{
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "SELECT first_block, first, last_block, last FROM theme_anchors "
                                "WHERE theme = ? ORDER BY position");

  cp_sqlite_statement_bind_int (statement, 1, number);
  while (cp_sqlite_statement_next (statement))
    {
      CpAnchor anchor = {
        .first_block = cp_sqlite_statement_get_int (statement, 0),
        .first = cp_sqlite_statement_get_int (statement, 1),
        .last_block = cp_sqlite_statement_get_int (statement, 2),
        .last = cp_sqlite_statement_get_int (statement, 3),
      };

      cp_theme_set_aside (theme, &anchor);
    }

  return cp_sqlite_statement_check (statement, error);
}

static CpTheme *
make_theme (CpSqliteDatabase   *database,
            CpSqliteStatement  *row,
            GError            **error)
{
  gint64 number = cp_sqlite_statement_get_int (row, 0);
  g_autofree char *id = cp_sqlite_statement_dup_text (row, 1);
  g_autofree char *label = cp_sqlite_statement_dup_text (row, 2);
  g_autofree char *suggested_label = cp_sqlite_statement_dup_text (row, 3);
  g_autofree char *provenance_nick = cp_sqlite_statement_dup_text (row, 5);
  g_auto (GStrv) terms = read_terms (database, number, error);
  g_autoptr (CpTheme) theme = NULL;
  int provenance;

  if (terms == NULL)
    return NULL;

  if (id == NULL || label == NULL || suggested_label == NULL ||
      !cp_enum_from_nick (CP_TYPE_PROVENANCE, provenance_nick, &provenance))
    {
      cp_sqlite_database_set_damaged (database, error);
      return NULL;
    }

  theme = cp_theme_new (label, (const char * const *) terms, cp_sqlite_statement_get_real (row, 4));
  cp_theme_set_id (theme, id);
  cp_theme_set_suggested_label (theme, suggested_label);
  cp_theme_set_provenance (theme, provenance);

  if (!read_passages (database, number, theme, error) || !read_aside (database, number, theme, error))
    return NULL;

  return g_steal_pointer (&theme);
}

/**
 * cp_sqlite_themes_read:
 * @article: the number of the article's row
 *
 * Returns: (transfer full): a #GListStore of its #CpTheme, without the removed ones; or %NULL
 */
GListModel *
cp_sqlite_themes_read (CpSqliteDatabase  *database,
                       gint64             article,
                       GError           **error)
{
  g_autoptr (GListStore) themes = g_list_store_new (CP_TYPE_THEME);
  g_autoptr (CpSqliteStatement) statement =
    cp_sqlite_database_prepare (database,
                                "SELECT number, id, label, suggested_label, salience, provenance FROM themes "
                                "WHERE article = ? AND NOT removed ORDER BY position");

  cp_sqlite_statement_bind_int (statement, 1, article);
  while (cp_sqlite_statement_next (statement))
    {
      g_autoptr (CpTheme) theme = make_theme (database, statement, error);

      if (theme == NULL)
        return NULL;
      g_list_store_append (themes, theme);
    }

  return cp_sqlite_statement_check (statement, error) ? G_LIST_MODEL (g_steal_pointer (&themes)) : NULL;
}
