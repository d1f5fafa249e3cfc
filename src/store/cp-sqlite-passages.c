/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages as columns. */

#define G_LOG_DOMAIN "cp-sqlite-passages"

#include "config.h"

#include "cp-sqlite-passages.h"

/**
 * cp_sqlite_passages_bind:
 * @parameter: that of the first of %CP_SQLITE_PASSAGE_COLUMNS
 */
void
cp_sqlite_passages_bind (CpSqliteStatement *statement,
                         int                parameter,
                         CpPassage         *passage)
{
  cp_sqlite_statement_bind_int (statement, parameter, cp_passage_get_start (passage));
  cp_sqlite_statement_bind_int (statement, parameter + 1, cp_passage_get_end (passage));
  cp_sqlite_statement_bind_int (statement, parameter + 2, cp_passage_get_paragraph (passage));
  cp_sqlite_statement_bind_text (statement, parameter + 3, cp_passage_get_quote (passage));
  cp_sqlite_statement_bind_text (statement, parameter + 4, cp_passage_get_prefix (passage));
  cp_sqlite_statement_bind_text (statement, parameter + 5, cp_passage_get_suffix (passage));
}

/**
 * cp_sqlite_passages_make:
 * @column: that of the first of %CP_SQLITE_PASSAGE_COLUMNS
 *
 * Returns: (transfer full) (nullable): the passage; %NULL when no version of the program wrote such a row
 */
CpPassage *
cp_sqlite_passages_make (CpSqliteStatement *row,
                         int                column)
{
  gint64 start = cp_sqlite_statement_get_int (row, column);
  gint64 end = cp_sqlite_statement_get_int (row, column + 1);
  gint64 paragraph = cp_sqlite_statement_get_int (row, column + 2);
  g_autofree char *quote = cp_sqlite_statement_dup_text (row, column + 3);
  g_autofree char *prefix = cp_sqlite_statement_dup_text (row, column + 4);
  g_autofree char *suffix = cp_sqlite_statement_dup_text (row, column + 5);

  if (quote == NULL || prefix == NULL || suffix == NULL)
    return NULL;

  if (start == -1 && end == -1)
    return cp_passage_new_unplaced (quote, prefix, suffix);

  if (start < 0 || end <= start || end > G_MAXINT)
    return NULL;

  return cp_passage_new (start, end, quote, prefix, suffix, paragraph);
}
