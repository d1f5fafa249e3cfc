/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library of any older version is brought up to date, and no other database is touched. */

#include "config.h"

#include "cp-sqlite-schema.h"
#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

static void
run_sql (StoreFixture *fixture,
         const char   *sql)
{
  g_autofree char *path = store_fixture_dup_file (fixture);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static int
read_int (StoreFixture *fixture,
          const char   *sql)
{
  g_autofree char *path = store_fixture_dup_file (fixture);
  sqlite3_stmt *statement;
  sqlite3 *database;
  int value;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (database);

  return value;
}

/* Begins with a folder that has no library yet. */
static void
set_up (StoreFixture  *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("counterpoint-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
open_library (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->library = cp_library_open (fixture->folder, &error);
  g_assert_no_error (error);
}

static void
assert_refused (StoreFixture *fixture,
                const char   *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cp_library_open (fixture->folder, &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_LIBRARY);
  g_assert_nonnull (strstr (error->message, fixture->folder));
  g_assert_nonnull (strstr (error->message, words));
}

static gboolean
migrate (StoreFixture        *fixture,
         const char * const  *migrations,
         guint                n_migrations,
         GError             **error)
{
  g_autoptr (CpSqliteDatabase) database = cp_sqlite_database_open (fixture->folder, 0, error);

  return database != NULL && cp_sqlite_schema_migrate_by (database, migrations, n_migrations, error);
}

static void
load_version (StoreFixture *fixture,
              const char   *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "store", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  run_sql (fixture, sql);
}

static void
test_a_library_of_version_1_opens_whole (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  static const char * const authors[] = { "Ada Ode", "Ben Oak", NULL };
  g_autoptr (CpArticle) article = NULL;
  g_autoptr (GListModel) themes = NULL;
  g_autoptr (CpTheme) theme = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GBytes) original = NULL;

  load_version (fixture, "library-1.sql");
  open_library (fixture);
  article = cp_library_get (fixture->library, "0f4afab3b5b4", NULL);
  g_assert_nonnull (article);
  g_assert_cmpstr (cp_article_get_title (article), ==, "Pay at the Bridge");
  g_assert_cmpstrv (cp_article_get_authors (article), authors);
  g_assert_cmpstr (cp_article_get_text (article), ==, "Pay once\n\nA toll is paid once.");
  g_assert_cmpuint (cp_article_get_n_removed_themes (article), ==, 1);
  themes = cp_library_load_themes (fixture->library, "0f4afab3b5b4", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 1);
  theme = g_list_model_get_item (themes, 0);
  g_assert_cmpstr (cp_theme_get_label (theme), ==, "Who pays");
  g_assert_cmpint (cp_theme_get_provenance (theme), ==, CP_PROVENANCE_EDITED);
  g_assert_cmpuint (cp_theme_get_n_passages (theme), ==, 1);
  hits = cp_library_search (fixture->library, "bridge money", 5, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  original = cp_library_dup_original (fixture->library, "0f4afab3b5b4", NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (original), ==, 6);
}

static void
test_what_version_1_did_not_know_is_made_up_for (StoreFixture  *fixture,
                                                 gconstpointer  data)
{
  g_autofree char *found = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GListModel) highlights = NULL;
  CpArticle *article;

  load_version (fixture, "library-1.sql");
  open_library (fixture);
  found = cp_library_find_url (fixture->library, "http://www.span.example/pay/");
  g_assert_cmpstr (found, ==, "0f4afab3b5b4");
  articles = cp_library_list (fixture->library, NULL);
  article = g_ptr_array_index (articles, 0);
  g_assert_cmpint (cp_article_get_n_words (article), ==, 7);
  g_assert_cmpint (cp_block_get_furniture (cp_article_get_block (article, 0)), ==, CP_FURNITURE_NONE);
  g_assert_cmpint (cp_block_get_furniture (cp_article_get_block (article, 1)), ==, CP_FURNITURE_NOTICE);
  g_assert_false (cp_block_is_moved (cp_article_get_block (article, 1)));
  highlights = cp_library_load_highlights (fixture->library, "0f4afab3b5b4", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (highlights), ==, 0);
}

static void
test_a_library_of_version_2_opens_whole (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  g_autoptr (CpArticle) article = NULL;
  g_autoptr (GPtrArray) resources = NULL;
  g_autoptr (GListModel) highlights = NULL;
  g_autoptr (GListModel) themes = NULL;
  g_autoptr (CpTheme) theme = NULL;
  guint n_marks, n_anchors;

  load_version (fixture, "library-2.sql");
  open_library (fixture);
  article = cp_library_get (fixture->library, "0f4afab3b5b4", NULL);
  g_assert_cmpstr (cp_article_get_section (article), ==, "Opinion");
  g_assert_cmpstr (cp_article_get_modified (article), ==, "2024-03-01");
  g_assert_cmpint (cp_article_get_evidence (article, CP_FIELD_TITLE, NULL), ==, CP_EVIDENCE_REVIEWER);
  g_assert_cmpint (cp_block_get_furniture (cp_article_get_block (article, 1)), ==, CP_FURNITURE_CAPTION);
  cp_block_get_marks (cp_article_get_block (article, 2), &n_marks);
  g_assert_cmpuint (n_marks, ==, 1);
  g_assert_cmpuint (cp_article_get_n_images (article), ==, 1);
  resources = cp_library_load_resources (fixture->library, "0f4afab3b5b4", NULL);
  g_assert_cmpuint (resources->len, ==, 1);
  highlights = cp_library_load_highlights (fixture->library, "0f4afab3b5b4", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (highlights), ==, 1);
  themes = cp_library_load_themes (fixture->library, "0f4afab3b5b4", NULL);
  theme = g_list_model_get_item (themes, 0);
  cp_theme_get_aside (theme, &n_anchors);
  g_assert_cmpuint (n_anchors, ==, 1);
}

static void
test_a_library_of_version_1_takes_edits (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  static const char * const tags[] = { "harbour", NULL };

  load_version (fixture, "library-1.sql");
  open_library (fixture);
  g_assert_true (cp_library_save_tags (fixture->library, "0f4afab3b5b4", tags, NULL));
  store_fixture_add_text (fixture, "a", "Tolls", "A toll is paid once.");
  g_assert_true (cp_library_remove (fixture->library, "0f4afab3b5b4", NULL));
  store_fixture_reopen (fixture);
  g_assert_false (cp_library_contains (fixture->library, "0f4afab3b5b4"));
  g_assert_true (cp_library_contains (fixture->library, "a"));
}

static void
test_an_older_version_is_brought_up_to_date (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  static const char * const migrations[] = {
    "CREATE TABLE letters (title TEXT); INSERT INTO letters VALUES ('Tolls');",
    "ALTER TABLE letters ADD COLUMN length INTEGER; UPDATE letters SET length = length (title);",
    "CREATE TABLE later (length INTEGER); INSERT INTO later SELECT length FROM letters;",
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (migrate (fixture, migrations, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read_int (fixture, "PRAGMA user_version"), ==, 1);
  g_assert_true (migrate (fixture, migrations, 3, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read_int (fixture, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (read_int (fixture, "SELECT length FROM later"), ==, 5);
}

static void
test_a_migration_that_fails_changes_nothing (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  static const char * const good[] = { "CREATE TABLE letters (title TEXT);" };
  static const char * const bad[] = {
    "CREATE TABLE letters (title TEXT);",
    "CREATE TABLE later (length INTEGER);",
    "INSERT INTO nowhere VALUES (1);",
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (migrate (fixture, good, 1, NULL));
  g_assert_false (migrate (fixture, bad, 3, &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_LIBRARY);
  g_assert_cmpint (read_int (fixture, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (read_int (fixture, "SELECT count(*) FROM sqlite_schema WHERE name = 'later'"), ==, 0);
}

static void
test_a_newer_version_is_refused_and_left_alone (StoreFixture  *fixture,
                                                gconstpointer  data)
{
  load_version (fixture, "library-1.sql");
  run_sql (fixture, "PRAGMA user_version = 1000");
  assert_refused (fixture, "newer version");
  g_assert_cmpint (read_int (fixture, "PRAGMA user_version"), ==, 1000);
}

static void
test_the_database_of_another_program_is_refused (StoreFixture  *fixture,
                                                 gconstpointer  data)
{
  run_sql (fixture, "CREATE TABLE bookmarks (url TEXT)");
  assert_refused (fixture, "not a library");
  g_assert_cmpint (read_int (fixture, "SELECT count(*) FROM sqlite_schema"), ==, 1);
}

static void
test_the_database_of_another_program_with_versions_is_refused (StoreFixture  *fixture,
                                                               gconstpointer  data)
{
  run_sql (fixture, "CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 1; PRAGMA application_id = 5");
  assert_refused (fixture, "not a library");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/schema/" path, StoreFixture, NULL, set_up, func, store_fixture_tear_down)

  ADD ("a-library-of-version-1-opens-whole", test_a_library_of_version_1_opens_whole);
  ADD ("what-version-1-did-not-know", test_what_version_1_did_not_know_is_made_up_for);
  ADD ("a-library-of-version-2-opens-whole", test_a_library_of_version_2_opens_whole);
  ADD ("a-library-of-version-1-takes-edits", test_a_library_of_version_1_takes_edits);
  ADD ("an-older-version-is-brought-up-to-date", test_an_older_version_is_brought_up_to_date);
  ADD ("a-migration-that-fails-changes-nothing", test_a_migration_that_fails_changes_nothing);
  ADD ("a-newer-version-is-refused", test_a_newer_version_is_refused_and_left_alone);
  ADD ("another-programs-database-is-refused", test_the_database_of_another_program_is_refused);
  ADD ("another-programs-versions-are-refused", test_the_database_of_another_program_with_versions_is_refused);

  return g_test_run ();
}
