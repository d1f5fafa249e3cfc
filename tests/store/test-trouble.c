/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Damage, missing rights, a full disk or another program: each is told in a sentence that names the folder. */

#include "config.h"

#include "cp-sqlite-library.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static const char text[] = "A toll is paid once. The ferry is paid daily.";

static void
assert_trouble (const GError *error,
                const char   *folder,
                const char   *words)
{
  g_assert_error (error, CP_ERROR, CP_ERROR_LIBRARY);
  g_assert_nonnull (strstr (error->message, folder));
  g_assert_nonnull (strstr (error->message, words));
}

static gboolean
try_to_add (CpLibrary   *library,
            const char  *id,
            GError     **error)
{
  g_autoptr (CpArticle) article = store_fixture_make (id, "Tolls", text);
  g_autoptr (GListModel) themes = store_fixture_make_themes (article);
  g_autoptr (GBytes) original = g_bytes_new (id, strlen (id));
  const CpAddition addition = { article, original, "text/plain", themes };

  return cp_library_add (library, &addition, error);
}

/* Closes the library, so that nothing of it is in memory, and lets it stay closed. */
static void
close_library (StoreFixture *fixture)
{
  g_assert_finalize_object (fixture->library);
  fixture->library = NULL;
}

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

static void
test_a_folder_that_may_not_be_written (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  CpLibrary *library;

  close_library (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);

  /* Nothing is forbidden to root. */
  if (geteuid () == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  library = cp_library_open (fixture->folder, &error);
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);

  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_null (library);
  assert_trouble (error, fixture->folder, "you may write");
}

static void
test_a_file_where_the_folder_should_be (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "taken", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "taken", -1, NULL));
  g_assert_null (cp_library_open (path, &error));
  assert_trouble (error, path, "choose another folder");
}

static void
test_a_file_that_is_no_database (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autofree char *path = store_fixture_dup_file (fixture);
  g_autofree char *noise = g_strnfill (8192, 'x');
  g_autoptr (GError) error = NULL;

  close_library (fixture);
  g_assert_true (g_file_set_contents (path, noise, 8192, NULL));
  g_assert_null (cp_library_open (fixture->folder, &error));
  assert_trouble (error, fixture->folder, "damaged");
}

static void
test_pages_that_are_damaged (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autofree char *path = store_fixture_dup_file (fixture);
  g_autofree char *bytes = NULL;
  g_autoptr (CpLibrary) library = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  store_fixture_add_text (fixture, "a", "Tolls", text);
  close_library (fixture);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));

  /* The first two pages hold what the tables are; the others what is in them. */
  memset (bytes + 2 * 4096, 0xa5, length - 2 * 4096);
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  library = cp_library_open (fixture->folder, &error);
  if (library != NULL)
    articles = cp_library_list (library, &error);
  if (articles != NULL && articles->len > 0)
    g_assert_false (cp_article_load (g_ptr_array_index (articles, 0), &error));
  assert_trouble (error, fixture->folder, "damaged");
}

static void
test_rows_that_no_version_writes (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add_text (fixture, "a", "Tolls", text);
  run_sql (fixture, "UPDATE blocks SET kind = 'sonnet'");
  articles = cp_library_list (fixture->library, NULL);
  g_assert_false (cp_article_load (g_ptr_array_index (articles, 0), &error));
  assert_trouble (error, fixture->folder, "damaged");
  g_clear_error (&error);

  run_sql (fixture, "UPDATE theme_passages SET last = -1");
  g_assert_null (cp_library_load_themes (fixture->library, "a", &error));
  assert_trouble (error, fixture->folder, "damaged");
  g_clear_error (&error);

  run_sql (fixture, "UPDATE themes SET provenance = 'guessed'");
  g_assert_null (cp_library_load_themes (fixture->library, "a", &error));
  assert_trouble (error, fixture->folder, "damaged");
}

static void
test_texts_that_are_not_utf_8 (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (CpArticle) article = NULL;

  store_fixture_add_text (fixture, "a", "Tolls", text);
  run_sql (fixture, "UPDATE articles SET title = CAST (x'54ff' AS TEXT); UPDATE blocks SET text = CAST (x'fe' AS TEXT)");
  article = cp_library_get (fixture->library, "a", NULL);
  g_assert_true (g_utf8_validate (cp_article_get_title (article), -1, NULL));
  g_assert_true (g_utf8_validate (cp_article_get_text (article), -1, NULL));
}

static void
test_a_program_that_does_not_stop_writing (StoreFixture  *fixture,
                                           gconstpointer  data)
{
  g_autofree char *path = store_fixture_dup_file (fixture);
  g_autoptr (CpLibrary) impatient = cp_sqlite_library_new (fixture->folder, 0, NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *other;

  store_fixture_add_text (fixture, "a", "Tolls", text);
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (try_to_add (impatient, "b", &error));
  assert_trouble (error, fixture->folder, "another program");
  g_assert_true (cp_library_contains (impatient, "a"));

  sqlite3_close (other);
  g_assert_true (try_to_add (impatient, "b", NULL));
}

static void
test_opening_does_not_wait_for_a_program_that_writes (StoreFixture  *fixture,
                                                      gconstpointer  data)
{
  g_autofree char *path = store_fixture_dup_file (fixture);
  g_autoptr (CpLibrary) second = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  second = cp_sqlite_library_new (fixture->folder, 0, &error);
  g_assert_no_error (error);
  sqlite3_close (other);
}

/* A limit on the size of files stands in for the end of a disk. */
static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (size, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_a_full_disk_loses_nothing_that_was_saved (StoreFixture  *fixture,
                                               gconstpointer  data)
{
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;
  guint n_added = 0;

  signal (SIGXFSZ, SIG_IGN);
  limit_files (512 * 1024);
  while (error == NULL)
    {
      g_autofree char *id = g_strdup_printf ("article-%u", n_added);

      n_added += try_to_add (fixture->library, id, &error);
    }
  assert_trouble (error, fixture->folder, "space left");
  g_assert_cmpuint (n_added, >, 0);
  limit_files (RLIM_INFINITY);

  store_fixture_reopen (fixture);
  articles = cp_library_list (fixture->library, NULL);
  g_assert_cmpuint (articles->len, ==, n_added);
  g_assert_true (try_to_add (fixture->library, "one-more", NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/trouble/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

  ADD ("a-folder-that-may-not-be-written", test_a_folder_that_may_not_be_written);
  ADD ("a-file-where-the-folder-should-be", test_a_file_where_the_folder_should_be);
  ADD ("a-file-that-is-no-database", test_a_file_that_is_no_database);
  ADD ("pages-that-are-damaged", test_pages_that_are_damaged);
  ADD ("rows-that-no-version-writes", test_rows_that_no_version_writes);
  ADD ("texts-that-are-not-utf-8", test_texts_that_are_not_utf_8);
  ADD ("a-program-that-does-not-stop-writing", test_a_program_that_does_not_stop_writing);
  ADD ("opening-does-not-wait", test_opening_does_not_wait_for_a_program_that_writes);
  ADD ("a-full-disk-loses-nothing", test_a_full_disk_loses_nothing_that_was_saved);

  return g_test_run ();
}
