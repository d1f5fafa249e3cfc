/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a library, and the way from each version of them to the next. */

#define G_LOG_DOMAIN "cp-sqlite-schema"

#include "config.h"

#include "cp-error.h"
#include "cp-sqlite-schema.h"
#include "cp-sqlite-statement.h"

#include <glib/gi18n.h>

/* "Cptl" in ASCII, by which file(1) and this program know a library from other databases. */
#define APPLICATION_ID 0x4370746c

/* Articles are numbered in the order of their coming, and the index of their words goes by the same number.
 * An article that was removed stays, hidden, until the library is opened again with nobody else in it, so
 * that the removal can be undone exactly. A theme that was removed stays for good, because a report says what
 * the reviewer changed. */
static const char version_1[] =
  "CREATE TABLE originals ("
  "  hash TEXT NOT NULL PRIMARY KEY,"
  "  bytes BLOB NOT NULL);"

  "CREATE TABLE articles ("
  "  number INTEGER PRIMARY KEY,"
  "  id TEXT NOT NULL UNIQUE,"
  "  original TEXT NOT NULL REFERENCES originals (hash),"
  "  media_type TEXT NOT NULL,"
  "  title TEXT NOT NULL,"
  "  standfirst TEXT,"
  "  outlet TEXT,"
  "  published TEXT,"
  "  url TEXT,"
  "  language TEXT,"
  "  opinion INTEGER NOT NULL,"
  "  added INTEGER NOT NULL DEFAULT (unixepoch ()),"
  "  removed INTEGER NOT NULL DEFAULT 0);"
  "CREATE INDEX articles_of_original ON articles (original);"
  "CREATE INDEX articles_removed ON articles (number) WHERE removed;"

  "CREATE TABLE authors ("
  "  article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  name TEXT NOT NULL,"
  "  PRIMARY KEY (article, position)) WITHOUT ROWID;"

  "CREATE TABLE tags ("
  "  article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,"
  "  tag TEXT NOT NULL,"
  "  PRIMARY KEY (article, tag)) WITHOUT ROWID;"

  "CREATE TABLE blocks ("
  "  article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  role TEXT NOT NULL,"
  "  level INTEGER NOT NULL,"
  "  text TEXT NOT NULL,"
  "  PRIMARY KEY (article, position));"

  "CREATE TABLE themes ("
  "  number INTEGER PRIMARY KEY,"
  "  id TEXT NOT NULL UNIQUE,"
  "  article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  label TEXT NOT NULL,"
  "  suggested_label TEXT NOT NULL,"
  "  salience REAL NOT NULL,"
  "  provenance TEXT NOT NULL,"
  "  removed INTEGER NOT NULL DEFAULT 0);"
  "CREATE INDEX themes_of_article ON themes (article, position);"

  "CREATE TABLE theme_terms ("
  "  theme INTEGER NOT NULL REFERENCES themes (number) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  term TEXT NOT NULL,"
  "  PRIMARY KEY (theme, position)) WITHOUT ROWID;"

  "CREATE TABLE theme_passages ("
  "  theme INTEGER NOT NULL REFERENCES themes (number) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  first INTEGER NOT NULL,"
  "  last INTEGER NOT NULL,"
  "  paragraph INTEGER NOT NULL,"
  "  quote TEXT NOT NULL,"
  "  prefix TEXT NOT NULL,"
  "  suffix TEXT NOT NULL,"
  "  PRIMARY KEY (theme, position));"

  /* A word in the headline or the byline says more of what a piece is than one in its text. */
  "CREATE VIRTUAL TABLE words USING fts5 ("
  "  title, standfirst, authors, outlet, text, tags,"
  "  prefix = '2 3', tokenize = \"unicode61 remove_diacritics 2\");"
  "INSERT INTO words (words, rank) VALUES ('rank', 'bm25(10, 4, 6, 3, 1, 6)');";

/* Each brings a library of the version of its place in the list to the next one. Entries are added at the
 * end and never changed: there are libraries of every version. */
static const char * const all_migrations[] = { version_1 };

static gboolean
read_pragma (CpSqliteDatabase  *database,
             const char        *sql,
             gint64            *value,
             GError           **error)
{
  g_autoptr (CpSqliteStatement) statement = cp_sqlite_database_prepare (database, sql);

  *value = cp_sqlite_statement_next (statement) ? cp_sqlite_statement_get_int (statement, 0) : 0;

  return cp_sqlite_statement_check (statement, error);
}

/* Any program may have written the file. */
static gboolean
check_origin (CpSqliteDatabase  *database,
              gint64             version,
              GError           **error)
{
  g_autofree char *folder = NULL;
  gint64 application_id, n_tables;

  if (!read_pragma (database, "PRAGMA application_id", &application_id, error) ||
      !read_pragma (database, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if (application_id == APPLICATION_ID || (application_id == 0 && version == 0 && n_tables == 0))
    return TRUE;

  folder = g_filename_display_name (cp_sqlite_database_get_folder (database));
  g_set_error (error, CP_ERROR, CP_ERROR_LIBRARY,
               _("The database in “%s” is not a library of Counterpoint: choose another folder."), folder);
  return FALSE;
}

static gboolean
check_not_newer (CpSqliteDatabase  *database,
                 gint64             version,
                 guint              n_migrations,
                 GError           **error)
{
  g_autofree char *folder = NULL;

  if (version <= n_migrations)
    return TRUE;

  folder = g_filename_display_name (cp_sqlite_database_get_folder (database));
  g_set_error (error, CP_ERROR, CP_ERROR_LIBRARY,
               _("The library in “%s” was written by a newer version of Counterpoint: install that version to open it."),
               folder);
  return FALSE;
}

static gboolean
run_migrations (CpSqliteDatabase    *database,
                const char * const  *migrations,
                guint                n_migrations,
                GError             **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u;",
                                           APPLICATION_ID, n_migrations);
  gint64 version;

  if (!read_pragma (database, "PRAGMA user_version", &version, error) ||
      !check_origin (database, version, error) ||
      !check_not_newer (database, version, n_migrations, error))
    return FALSE;

  for (guint i = version; i < n_migrations; i++)
    {
      if (!cp_sqlite_database_run_script (database, migrations[i], error))
        return FALSE;
    }

  return version == n_migrations || cp_sqlite_database_run_script (database, mark, error);
}

/**
 * cp_sqlite_schema_migrate:
 * @database: a database, empty or of any version up to this program's
 *
 * Makes the tables, or brings them up to date without loss: all of it, or nothing.
 *
 * Returns: whether the library is of this program's version now; otherwise %CP_ERROR_LIBRARY
 */
gboolean
cp_sqlite_schema_migrate (CpSqliteDatabase  *database,
                          GError           **error)
{
  return cp_sqlite_schema_migrate_by (database, all_migrations, G_N_ELEMENTS (all_migrations), error);
}

/**
 * cp_sqlite_schema_migrate_by:
 * @migrations: (array length=n_migrations): scripts; the first makes version 1 out of an empty database
 *
 * As cp_sqlite_schema_migrate() by other migrations than this program's.
 */
gboolean
cp_sqlite_schema_migrate_by (CpSqliteDatabase    *database,
                             const char * const  *migrations,
                             guint                n_migrations,
                             GError             **error)
{
  gboolean success;
  gint64 version;

  if (!read_pragma (database, "PRAGMA user_version", &version, error))
    return FALSE;

  /* The usual case, which need not wait for another program that writes. */
  if (version == n_migrations)
    return check_origin (database, version, error);

  /* In here the version is read again, as another program may be migrating too. */
  if (!cp_sqlite_database_begin_write (database, error))
    return FALSE;

  success = run_migrations (database, migrations, n_migrations, error);

  return cp_sqlite_database_end (database, success, error);
}
