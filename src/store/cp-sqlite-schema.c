/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a library, and the way from each version of them to the next. */

#define G_LOG_DOMAIN "cp-sqlite-schema"

#include "config.h"

#include "cp-error.h"
#include "cp-sqlite-schema.h"
#include "cp-sqlite-statement.h"
#include "cp-url.h"
#include "cp-util.h"

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

/* What came with a piece is kept beside its original, by the same bytes once. Revisions of a piece name the first of
 * them. Annotations whose article has not come yet wait for its address. */
static const char version_2[] =
  "ALTER TABLE articles ADD COLUMN section TEXT;"
  "ALTER TABLE articles ADD COLUMN modified TEXT;"
  "ALTER TABLE articles ADD COLUMN revision_of TEXT;"
  "ALTER TABLE articles ADD COLUMN url_key TEXT;"
  "ALTER TABLE articles ADD COLUMN n_words INTEGER NOT NULL DEFAULT 0;"
  "UPDATE articles SET url_key = url_key (url), n_words ="
  "  (SELECT ifnull (sum (count_words (text)), 0) FROM blocks WHERE article = number AND role = 'body');"
  "CREATE INDEX articles_of_url ON articles (url_key);"
  "CREATE INDEX revisions_of_article ON articles (revision_of);"

  "ALTER TABLE blocks ADD COLUMN furniture TEXT NOT NULL DEFAULT 'none';"
  "ALTER TABLE blocks ADD COLUMN marks TEXT;"
  "UPDATE blocks SET furniture = 'notice' WHERE role = 'furniture';"

  "CREATE TABLE evidence ("
  "  article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,"
  "  field TEXT NOT NULL,"
  "  evidence TEXT NOT NULL,"
  "  detail TEXT,"
  "  PRIMARY KEY (article, field)) WITHOUT ROWID;"

  "CREATE TABLE images ("
  "  article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  resource TEXT NOT NULL,"
  "  alternative TEXT,"
  "  block INTEGER NOT NULL,"
  "  PRIMARY KEY (article, position)) WITHOUT ROWID;"

  "CREATE TABLE resources ("
  "  article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  name TEXT NOT NULL,"
  "  media_type TEXT NOT NULL,"
  "  hash TEXT NOT NULL REFERENCES originals (hash),"
  "  PRIMARY KEY (article, position)) WITHOUT ROWID;"
  "CREATE INDEX resources_of_hash ON resources (hash);"

  "CREATE TABLE highlights ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  note TEXT,"
  "  source TEXT NOT NULL,"
  "  created TEXT,"
  "  first INTEGER NOT NULL,"
  "  last INTEGER NOT NULL,"
  "  paragraph INTEGER NOT NULL,"
  "  quote TEXT NOT NULL,"
  "  prefix TEXT NOT NULL,"
  "  suffix TEXT NOT NULL);"
  "CREATE INDEX highlights_of_article ON highlights (article, position);"

  "CREATE TABLE pending_annotations ("
  "  number INTEGER PRIMARY KEY,"
  "  url_key TEXT NOT NULL,"
  "  source TEXT NOT NULL,"
  "  quote TEXT NOT NULL,"
  "  prefix TEXT NOT NULL,"
  "  suffix TEXT NOT NULL,"
  "  note TEXT,"
  "  created TEXT);"
  "CREATE INDEX pending_annotations_of_url ON pending_annotations (url_key);"

  "CREATE TABLE theme_anchors ("
  "  theme INTEGER NOT NULL REFERENCES themes (number) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  first_block INTEGER NOT NULL,"
  "  first INTEGER NOT NULL,"
  "  last_block INTEGER NOT NULL,"
  "  last INTEGER NOT NULL,"
  "  PRIMARY KEY (theme, position)) WITHOUT ROWID;";

/* Each brings a library of the version of its place in the list to the next one. Entries are added at the
 * end and never changed: there are libraries of every version. */
static const char * const all_migrations[] = { version_1, version_2 };

static void
url_key_func (sqlite3_context  *context,
              int               n_arguments,
              sqlite3_value   **arguments)
{
  char *key = cp_url_dup_key ((const char *) sqlite3_value_text (arguments[0]));

  if (key != NULL)
    sqlite3_result_text (context, key, -1, g_free);
}

static void
count_words_func (sqlite3_context  *context,
                  int               n_arguments,
                  sqlite3_value   **arguments)
{
  const char *text = (const char *) sqlite3_value_text (arguments[0]);
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  sqlite3_result_int (context, valid != NULL ? cp_count_words (valid) : 0);
}

/* Offers to the migrations what the program does to the articles that it adds. */
static gboolean
add_functions (CpSqliteDatabase  *database,
               GError           **error)
{
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  sqlite3 *handle = cp_sqlite_database_get_handle (database);
  int result = sqlite3_create_function (handle, "url_key", 1, flags, NULL, url_key_func, NULL, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_create_function (handle, "count_words", 1, flags, NULL, count_words_func, NULL, NULL);
  if (result != SQLITE_OK)
    cp_sqlite_database_set_error (database, result, error);

  return result == SQLITE_OK;
}

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

  if (!add_functions (database, error) ||
      !read_pragma (database, "PRAGMA user_version", &version, error) ||
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
