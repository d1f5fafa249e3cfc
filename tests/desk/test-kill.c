/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Killed at any moment of an import, the program leaves a library of whole articles. */

#include "config.h"

#include "desk-fixture.h"

#include <sqlite3.h>
#include <string.h>

#define N_FILES 500
#define N_KILLS 20

typedef struct
{
  DeskFixture  base;
  char        *library;
  CpImporter  *importer;

  /* id → number, of all files; and the ids of those articles that were found whole. */
  GHashTable  *ids;
  GHashTable  *whole;
} KillFixture;

static const char * const nouns[] = {
  "harbour", "ferry", "bridge", "toll", "council", "island", "engine", "school", "budget", "pillar", "subsidy",
  "resident", "lorry", "market", "warden", "ballot", "tariff", "orchard", "reservoir", "tramway",
};

static const char * const verbs[] = {
  "pays for", "needs", "delays", "serves", "replaces", "burdens", "protects", "divides",
};

static const char *
pick (const char * const *words,
      guint               n_words)
{
  return words[g_test_rand_int_range (0, n_words)];
}

static void
append_paragraph (GString *text)
{
  int n_sentences = g_test_rand_int_range (2, 6);

  for (int i = 0; i < n_sentences; i++)
    g_string_append_printf (text, "The old %s %s the %s, and every %s knows why. ",
                            pick (nouns, G_N_ELEMENTS (nouns)), pick (verbs, G_N_ELEMENTS (verbs)),
                            pick (nouns, G_N_ELEMENTS (nouns)), pick (nouns, G_N_ELEMENTS (nouns)));
  g_string_append (text, "\n\n");
}

/* No two files are the same: each has a word of its own. */
static char *
make_text (int number)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "# Letter %d\n\nIt begins with ==serial%05d==.\n\n", number, number);
  for (int section = 0; section < 2; section++)
    {
      g_string_append_printf (text, "## The %s and the %s\n\n",
                              pick (nouns, G_N_ELEMENTS (nouns)), pick (nouns, G_N_ELEMENTS (nouns)));
      append_paragraph (text);
    }

  return g_string_free (text, FALSE);
}

/* The same as a page with a picture in it, which is another one for each page, or the same for all. */
static char *
make_page (const char *text,
           int         number)
{
  static const char png[] = "\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0";
  g_autoptr (GString) picture = g_string_new_len (png, sizeof png - 1);
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);
  GString *page = g_string_new ("<!DOCTYPE html><html><body><article>");
  g_autofree char *base64 = NULL;

  g_string_append_printf (picture, "\010\002 picture %04d", number % 4 == 1 ? number : 0);
  base64 = g_base64_encode ((const guchar *) picture->str, picture->len);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      gboolean heading = g_str_has_prefix (paragraphs[i], "#");

      g_string_append_printf (page, heading ? "<h2>%s</h2>" : "<p>%s</p>", paragraphs[i] + strspn (paragraphs[i], "# "));
      if (i == 1)
        g_string_append_printf (page, "<img src=\"data:image/png;base64,%s\" alt=\"A bridge\">", base64);
    }
  g_string_append (page, "</article></body></html>");

  return g_string_free (page, FALSE);
}

static char *
make_id (const char *text)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strndup (hash, 12);
}

static void
set_up (KillFixture   *fixture,
        gconstpointer  data)
{
  desk_fixture_set_up (&fixture->base, data);
  fixture->library = g_build_filename (fixture->base.folder, "0", NULL);
  fixture->importer = cp_importer_new ();
  fixture->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture->whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0; i < N_FILES; i++)
    {
      g_autofree char *name = g_strdup_printf (i % 2 == 0 ? "%03d.md" : "%03d.html", i);
      g_autofree char *text = make_text (i);
      g_autofree char *contents = i % 2 == 0 ? g_strdup (text) : make_page (text, i);
      g_autoptr (GFile) file = desk_fixture_write (&fixture->base, name, contents);

      g_hash_table_insert (fixture->ids, make_id (contents), GINT_TO_POINTER (i));
    }
}

static void
tear_down (KillFixture   *fixture,
           gconstpointer  data)
{
  g_hash_table_unref (fixture->ids);
  g_hash_table_unref (fixture->whole);
  g_object_unref (fixture->importer);
  g_free (fixture->library);
  desk_fixture_tear_down (&fixture->base, data);
}

static GSubprocess *
start_import (KillFixture *fixture)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "desk", "import-until-killed", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                           program, fixture->library, fixture->base.files, NULL);

  g_assert_no_error (error);

  return process;
}

/* Lets the import store so many articles, and a little time more, so that the kill may fall anywhere between
 * two of them. All ids that were said until the end are given. */
static GPtrArray *
import_and_kill (KillFixture *fixture,
                 int          n_articles)
{
  g_autoptr (GSubprocess) process = start_import (fixture);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  GPtrArray *said = g_ptr_array_new_with_free_func (g_free);
  char *line;

  for (int i = 0; i < n_articles && (line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL; i++)
    g_ptr_array_add (said, line);

  g_usleep (g_test_rand_int_range (0, 20000));
  g_subprocess_force_exit (process);
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    g_ptr_array_add (said, line);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));

  return said;
}

static char *
query_text (sqlite3    *database,
            const char *sql)
{
  sqlite3_stmt *statement;
  char *text;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return text;
}

/* What the library itself would not notice: damaged pages, and parts of articles that are not there. */
static void
assert_sound_database (KillFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->library, "library.sqlite", NULL);
  g_autofree char *integrity = NULL;
  g_autofree char *n_articles = NULL;
  g_autofree char *n_orphans = NULL;
  g_autofree char *n_indexed = NULL;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  integrity = query_text (database, "PRAGMA integrity_check");
  n_articles = query_text (database, "SELECT count(*) FROM articles");
  n_orphans = query_text (database, "SELECT (SELECT count(*) FROM originals WHERE hash NOT IN (SELECT original FROM articles)"
                                    "        AND hash NOT IN (SELECT hash FROM resources))"
                                    "      + (SELECT count(*) FROM pragma_foreign_key_check)");
  n_indexed = query_text (database, "SELECT count(*) FROM words");
  g_assert_cmpstr (integrity, ==, "ok");
  g_assert_cmpstr (n_orphans, ==, "0");
  g_assert_cmpstr (n_indexed, ==, n_articles);
  g_assert_cmpint (sqlite3_exec (database, "INSERT INTO words (words) VALUES ('integrity-check')", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
assert_same_text (CpArticle *a,
                  CpArticle *b)
{
  g_assert_cmpstr (cp_article_get_title (a), ==, cp_article_get_title (b));
  g_assert_cmpstr (cp_article_get_text (a), ==, cp_article_get_text (b));
  g_assert_cmpuint (cp_article_get_n_blocks (a), ==, cp_article_get_n_blocks (b));
}

static void
assert_whole (KillFixture *fixture,
              CpLibrary   *library,
              CpArticle   *article)
{
  const char *id = cp_article_get_id (article);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) original = cp_library_dup_original (library, id, NULL, &error);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);
  g_autoptr (CpImported) again = cp_importer_read_bytes (fixture->importer, original, "again", &error);
  g_autofree char *word = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GListModel) themes = NULL;
  g_autoptr (GListModel) highlights = NULL;
  g_autoptr (GPtrArray) resources = NULL;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (hash, id));
  assert_same_text (article, cp_imported_get_article (again));

  resources = cp_library_load_resources (library, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (resources->len, ==, cp_imported_get_resources (again)->len);
  highlights = cp_library_load_highlights (library, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (highlights), ==,
                    g_list_model_get_n_items (cp_imported_get_highlights (again)));
  g_assert_cmpuint (resources->len + g_list_model_get_n_items (highlights), ==, 1);

  word = g_strdup_printf ("serial%05d", GPOINTER_TO_INT (g_hash_table_lookup (fixture->ids, id)));
  hits = cp_library_search (library, word, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (((CpHit *) g_ptr_array_index (hits, 0))->id, ==, id);

  themes = cp_library_load_themes (library, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (themes), >, 0);
}

/* Gives how many articles there are. */
static guint
assert_sound (KillFixture *fixture,
              GPtrArray   *said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CpLibrary) library = cp_library_open (fixture->library, &error);
  g_autoptr (GPtrArray) articles = NULL;

  g_assert_no_error (error);
  assert_sound_database (fixture);
  articles = cp_library_list (library, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < articles->len; i++)
    {
      CpArticle *article = g_ptr_array_index (articles, i);

      g_assert_true (g_hash_table_contains (fixture->ids, cp_article_get_id (article)));
      if (g_hash_table_add (fixture->whole, g_strdup (cp_article_get_id (article))))
        assert_whole (fixture, library, article);
    }

  for (guint i = 0; i < said->len; i++)
    g_assert_true (cp_library_contains (library, g_ptr_array_index (said, i)));

  return articles->len;
}

static void
begin_new_library (KillFixture *fixture,
                   int          number)
{
  g_free (fixture->library);
  fixture->library = g_strdup_printf ("%s/%d", fixture->base.folder, number);
  g_hash_table_remove_all (fixture->whole);
}

static void
test_killed_imports_leave_whole_articles (KillFixture   *fixture,
                                          gconstpointer  data)
{
  g_autoptr (GPtrArray) rest = NULL;

  for (int i = 1; i <= N_KILLS; i++)
    {
      g_autoptr (GPtrArray) said = import_and_kill (fixture, g_test_rand_int_range (0, 50));
      guint n_articles = assert_sound (fixture, said);

      g_test_message ("Kill %d: %u articles said, %u there", i, said->len, n_articles);
      if (n_articles == N_FILES || i == N_KILLS / 2)
        begin_new_library (fixture, i);
    }

  rest = import_and_kill (fixture, G_MAXINT);
  g_assert_cmpuint (assert_sound (fixture, rest), ==, N_FILES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/kill/" path, KillFixture, NULL, set_up, func, tear_down)

  ADD ("killed-imports-leave-whole-articles", test_killed_imports_leave_whole_articles);

  return g_test_run ();
}
