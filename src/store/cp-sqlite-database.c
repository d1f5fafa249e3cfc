/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connection to a library's database file: transactions, and errors that a reviewer understands. */

#define G_LOG_DOMAIN "cp-sqlite-database"

#include "config.h"

#include "cp-error.h"
#include "cp-sqlite-database.h"
#include "cp-sqlite-statement.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define FILE_NAME "library.sqlite"

struct _CpSqliteDatabase
{
  char       *folder;
  sqlite3    *handle;

  /* The open folder, for the lock that tells whether other programs have the library open. A lock on
   * the database file itself would get in the way of SQLite's own. */
  int         folder_fd;

  /* SQL → CpSqliteStatement: each is prepared once. */
  GHashTable *statements;
};

/* SQLite's results in the words of somebody who has a folder and not a database. */
static char *
describe_result (int         result,
                 const char *folder)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return g_strdup_printf (_("The library in “%s” is in use by another program: wait until that has finished "
                                "and try again."), folder);

    case SQLITE_FULL:
    case SQLITE_IOERR:
      return g_strdup_printf (_("The library in “%s” cannot be read or written: check that its disk works and has "
                                "space left, and try again."), folder);

    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return g_strdup_printf (_("The library in “%s” cannot be written: check that the folder is there and that you "
                                "may write to it."), folder);

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return g_strdup_printf (_("The library in “%s” is damaged: put back a copy of the folder, or move it away to "
                                "begin a new library."), folder);

    default:
      return g_strdup_printf (_("The library in “%s” does not answer: close the program and try again."), folder);
    }
}

static gboolean
make_folder (const char  *folder,
             GError     **error)
{
  g_autofree char *name = NULL;
  int saved_errno;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  saved_errno = errno;
  name = g_filename_display_name (folder);
  g_set_error (error, CP_ERROR, CP_ERROR_LIBRARY,
               _("The library folder “%s” cannot be made (%s): choose another folder, or see that you may write there."),
               name, g_strerror (saved_errno));
  return FALSE;
}

static gboolean
open_file (CpSqliteDatabase  *self,
           GError           **error)
{
  g_autofree char *path = g_build_filename (self->folder, FILE_NAME, NULL);
  int result = sqlite3_open_v2 (path, &self->handle,
                                SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);

  if (result == SQLITE_OK && sqlite3_db_readonly (self->handle, "main") == 1)
    result = SQLITE_READONLY;
  if (result != SQLITE_OK)
    cp_sqlite_database_set_error (self, result, error);

  return result == SQLITE_OK;
}

/**
 * cp_sqlite_database_open:
 * @folder: where the library lives; made when it is not there
 * @patience: milliseconds to wait while another program writes
 *
 * Opens the file of the library, or makes an empty one. What is in it is the schema's business.
 *
 * Returns: (transfer full): a connection, to be used by one thread at a time; or %NULL with %CP_ERROR_LIBRARY
 */
CpSqliteDatabase *
cp_sqlite_database_open (const char  *folder,
                         int          patience,
                         GError     **error)
{
  /* FULL: what was reported as saved survives a power cut, not only a kill. */
  static const char settings[] =
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA cell_size_check = ON;";
  g_autoptr (CpSqliteDatabase) self = g_new0 (CpSqliteDatabase, 1);

  self->folder = g_strdup (folder);
  self->folder_fd = -1;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) cp_sqlite_statement_free);
  if (!make_folder (folder, error) || !open_file (self, error))
    return NULL;

  self->folder_fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, patience);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (!cp_sqlite_database_run_script (self, settings, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
cp_sqlite_database_free (CpSqliteDatabase *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  if (self->folder_fd >= 0)
    close (self->folder_fd);
  g_free (self->folder);
  g_free (self);
}

const char *
cp_sqlite_database_get_folder (CpSqliteDatabase *self)
{
  return self->folder;
}

/**
 * cp_sqlite_database_try_alone:
 *
 * Takes part in the lock by which programs that have the library open know of each other. The kernel
 * drops it with the process, however that ends.
 *
 * Returns: whether nobody else had the library open
 */
gboolean
cp_sqlite_database_try_alone (CpSqliteDatabase *self)
{
  gboolean alone;

  if (self->folder_fd < 0)
    return FALSE;

  alone = flock (self->folder_fd, LOCK_EX | LOCK_NB) == 0;
  flock (self->folder_fd, LOCK_SH | LOCK_NB);

  return alone;
}

/**
 * cp_sqlite_database_run_script:
 * @sql: statements without parameters
 *
 * Returns: whether all of them ran
 */
gboolean
cp_sqlite_database_run_script (CpSqliteDatabase  *self,
                               const char        *sql,
                               GError           **error)
{
  int result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (result != SQLITE_OK)
    cp_sqlite_database_set_error (self, result, error);

  return result == SQLITE_OK;
}

/**
 * cp_sqlite_database_run_on:
 * @sql: (transfer none): one statement, a literal, whose only parameter is the number of a row
 *
 * Returns: whether it ran
 */
gboolean
cp_sqlite_database_run_on (CpSqliteDatabase  *self,
                           const char        *sql,
                           gint64             number,
                           GError           **error)
{
  g_autoptr (CpSqliteStatement) statement = cp_sqlite_database_prepare (self, sql);

  cp_sqlite_statement_bind_int (statement, 1, number);

  return cp_sqlite_statement_run (statement, error);
}

/**
 * cp_sqlite_database_begin_read:
 *
 * Begins a transaction in which all statements see the library as it is now. To be followed by
 * cp_sqlite_database_end().
 */
gboolean
cp_sqlite_database_begin_read (CpSqliteDatabase  *self,
                               GError           **error)
{
  return cp_sqlite_database_run_script (self, "BEGIN", error);
}

/**
 * cp_sqlite_database_begin_write:
 *
 * Begins a transaction that may write, waiting while another program writes. To be followed by
 * cp_sqlite_database_end().
 */
gboolean
cp_sqlite_database_begin_write (CpSqliteDatabase  *self,
                                GError           **error)
{
  return cp_sqlite_database_run_script (self, "BEGIN IMMEDIATE", error);
}

/**
 * cp_sqlite_database_end:
 * @success: whether all went well so far; otherwise @error is set already
 *
 * Commits what was written since the transaction began, or takes it all back.
 *
 * Returns: whether all went well, the commit included
 */
gboolean
cp_sqlite_database_end (CpSqliteDatabase  *self,
                        gboolean           success,
                        GError           **error)
{
  if (success)
    success = cp_sqlite_database_run_script (self, "COMMIT", error);

  /* A full disk makes SQLite roll back by itself. */
  if (!success && !sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);

  return success;
}

gint64
cp_sqlite_database_get_last_id (CpSqliteDatabase *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/**
 * cp_sqlite_database_set_error:
 * @result: what a function of SQLite returned, other than that all is well
 *
 * Says in @error what happened, in words of the reviewer's.
 */
void
cp_sqlite_database_set_error (CpSqliteDatabase  *self,
                              int                result,
                              GError           **error)
{
  g_autofree char *folder = g_filename_display_name (self->folder);
  g_autofree char *message = describe_result (result, folder);

  g_debug ("%s: %s", sqlite3_errstr (result), self->handle != NULL ? sqlite3_errmsg (self->handle) : "");
  g_set_error_literal (error, CP_ERROR, CP_ERROR_LIBRARY, message);
}

/**
 * cp_sqlite_database_set_damaged:
 *
 * Says in @error that the library holds what no version of the program writes.
 */
void
cp_sqlite_database_set_damaged (CpSqliteDatabase  *self,
                                GError           **error)
{
  cp_sqlite_database_set_error (self, SQLITE_CORRUPT, error);
}

sqlite3 *
cp_sqlite_database_get_handle (CpSqliteDatabase *self)
{
  return self->handle;
}

/**
 * cp_sqlite_database_prepare:
 * @sql: (transfer none): one statement, a literal
 *
 * Returns: (transfer none): the statement, the same one each time; to be released after use and before
 *   the same @sql is asked for again. Never %NULL: what went wrong is told by cp_sqlite_statement_check().
 */
CpSqliteStatement *
cp_sqlite_database_prepare (CpSqliteDatabase *self,
                            const char       *sql)
{
  CpSqliteStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      statement = cp_sqlite_statement_new (self, sql);
      g_hash_table_insert (self->statements, (gpointer) sql, statement);
    }
  cp_sqlite_statement_prepare (statement);

  return statement;
}
