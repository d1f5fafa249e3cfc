/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One statement of SQL, prepared once and run often. */

#define G_LOG_DOMAIN "cp-sqlite-statement"

#include "config.h"

#include "cp-sqlite-statement.h"

struct _CpSqliteStatement
{
  CpSqliteDatabase *database;
  const char       *sql;
  sqlite3_stmt     *handle;

  /* The first failure since the statement was prepared; what follows one does nothing. */
  int               result;
};

static void
note_result (CpSqliteStatement *self,
             int                result)
{
  if (self->result == SQLITE_OK)
    self->result = result;
}

/**
 * cp_sqlite_statement_new:
 * @sql: (transfer none): one statement, a literal
 *
 * Returns: (transfer full): the statement, not yet prepared
 */
CpSqliteStatement *
cp_sqlite_statement_new (CpSqliteDatabase *database,
                         const char       *sql)
{
  CpSqliteStatement *self = g_new0 (CpSqliteStatement, 1);

  self->database = database;
  self->sql = sql;

  return self;
}

void
cp_sqlite_statement_free (CpSqliteStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

/**
 * cp_sqlite_statement_prepare:
 *
 * Makes the statement ready to be bound and run, which it must not be in the middle of.
 */
void
cp_sqlite_statement_prepare (CpSqliteStatement *self)
{
  g_assert (self->handle == NULL || !sqlite3_stmt_busy (self->handle));

  /* Tried again each time when it failed, as it does while the disk is full. */
  if (self->handle == NULL)
    self->result = sqlite3_prepare_v3 (cp_sqlite_database_get_handle (self->database), self->sql, -1,
                                       SQLITE_PREPARE_PERSISTENT, &self->handle, NULL);
}

/**
 * cp_sqlite_statement_release:
 *
 * Ends the use of the statement: what it read is unlocked, what was bound is let go.
 */
void
cp_sqlite_statement_release (CpSqliteStatement *self)
{
  if (self->handle == NULL)
    return;

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->result = SQLITE_OK;
}

void
cp_sqlite_statement_bind_int (CpSqliteStatement *self,
                              int                parameter,
                              gint64             value)
{
  if (self->handle != NULL)
    note_result (self, sqlite3_bind_int64 (self->handle, parameter, value));
}

void
cp_sqlite_statement_bind_real (CpSqliteStatement *self,
                               int                parameter,
                               double             value)
{
  if (self->handle != NULL)
    note_result (self, sqlite3_bind_double (self->handle, parameter, value));
}

/**
 * cp_sqlite_statement_bind_text:
 * @value: (nullable): to stay until the statement is released; %NULL for none
 */
void
cp_sqlite_statement_bind_text (CpSqliteStatement *self,
                               int                parameter,
                               const char        *value)
{
  if (self->handle != NULL)
    note_result (self, sqlite3_bind_text (self->handle, parameter, value, -1, SQLITE_STATIC));
}

/**
 * cp_sqlite_statement_bind_bytes:
 * @value: to stay until the statement is released
 */
void
cp_sqlite_statement_bind_bytes (CpSqliteStatement *self,
                                int                parameter,
                                GBytes            *value)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (value, &size);

  /* No address stands for no value, which is another thing than no bytes. */
  if (self->handle != NULL)
    note_result (self, sqlite3_bind_blob64 (self->handle, parameter, data != NULL ? data : "", size, SQLITE_STATIC));
}

/**
 * cp_sqlite_statement_next:
 *
 * Returns: whether there is a row, or another row, to get columns from; cp_sqlite_statement_check() tells
 *   the last row from a failure
 */
gboolean
cp_sqlite_statement_next (CpSqliteStatement *self)
{
  int result;

  if (self->result != SQLITE_OK)
    return FALSE;

  result = sqlite3_step (self->handle);
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    self->result = result;

  return result == SQLITE_ROW;
}

/**
 * cp_sqlite_statement_check:
 *
 * Returns: whether preparing, binding and stepping went well so far
 */
gboolean
cp_sqlite_statement_check (CpSqliteStatement  *self,
                           GError            **error)
{
  if (self->result != SQLITE_OK)
    cp_sqlite_database_set_error (self->database, self->result, error);

  return self->result == SQLITE_OK;
}

/**
 * cp_sqlite_statement_run:
 *
 * Runs a statement whose rows, if any, nobody wants.
 */
gboolean
cp_sqlite_statement_run (CpSqliteStatement  *self,
                         GError            **error)
{
  while (cp_sqlite_statement_next (self))
    ;

  return cp_sqlite_statement_check (self, error);
}

/**
 * cp_sqlite_statement_run_strings:
 *
 * Returns: (transfer full) (array zero-terminated=1): the first column of all rows; or %NULL
 */
char **
cp_sqlite_statement_run_strings (CpSqliteStatement  *self,
                                 GError            **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  while (cp_sqlite_statement_next (self))
    {
      g_autofree char *string = cp_sqlite_statement_dup_text (self, 0);

      if (string != NULL)
        g_strv_builder_add (builder, string);
    }

  return cp_sqlite_statement_check (self, error) ? g_strv_builder_end (builder) : NULL;
}

gint64
cp_sqlite_statement_get_int (CpSqliteStatement *self,
                             int                column)
{
  return sqlite3_column_int64 (self->handle, column);
}

double
cp_sqlite_statement_get_real (CpSqliteStatement *self,
                              int                column)
{
  return sqlite3_column_double (self->handle, column);
}

/**
 * cp_sqlite_statement_dup_text:
 *
 * Returns: (transfer full) (nullable): the column's text, made valid UTF-8 whatever happened to the file
 */
char *
cp_sqlite_statement_dup_text (CpSqliteStatement *self,
                              int                column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

GBytes *
cp_sqlite_statement_dup_bytes (CpSqliteStatement *self,
                               int                column)
{
  gconstpointer data = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (data, sqlite3_column_bytes (self->handle, column));
}
