/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import, list and search. */

#include "config.h"

#include "cli-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <unistd.h>

#define PIECE "# Keep the Ferry\n\nBy Ada Quill\n\nThe ferry carries four hundred people every morning, and it pays for " \
              "itself.\n\nA bridge would cost more than the harbour earns in ten years.\n"

/* Enough that an interrupt comes before the end. */
#define N_MANY 300

static void
test_import_tells_what_was_kept (CliFixture *fixture)
{
  JsonObject *imported;

  g_free (cli_fixture_write (fixture, "ferry.md", PIECE, -1));
  cli_fixture_run (fixture, "import", "--json", "ferry.md", NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  imported = cli_fixture_get_element (fixture, "imported", 0);
  g_assert_cmpstr (json_object_get_string_member (imported, "path"), ==, "ferry.md");
  g_assert_cmpstr (json_object_get_string_member (imported, "title"), ==, "Keep the Ferry");
  g_assert_cmpuint (strlen (json_object_get_string_member (imported, "id")), ==, 12);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (imported, "kept")), >, 0);
  g_assert_true (json_object_has_member (imported, "dropped"));
  g_assert_cmpuint (json_array_get_length (cli_fixture_get_array (fixture, "skipped")), ==, 0);
  g_assert_cmpuint (json_array_get_length (cli_fixture_get_array (fixture, "failed")), ==, 0);
}

static void
test_import_writes_what_became_of_each_file (CliFixture *fixture)
{
  g_autofree char *report_path = g_build_filename (fixture->folder, "report.csv", NULL);
  g_autofree char *report = NULL;

  g_free (cli_fixture_write (fixture, "ferry.md", PIECE, -1));
  g_free (cli_fixture_write (fixture, "empty.md", "", -1));
  cli_fixture_run (fixture, "import", "--report", report_path, "ferry.md", "empty.md", NULL);
  report = cli_fixture_read (fixture, "report.csv");

  g_assert_cmpint (fixture->status, ==, 1);
  cli_fixture_assert_has (report, "ferry.md\",\"imported\",");
  cli_fixture_assert_has (report, "empty.md\",\"failed\",");
}

static char *
dup_page (const char *paragraphs)
{
  return g_strconcat ("<html><head><title>Keep the Ferry</title><link rel=\"canonical\" "
                      "href=\"https://example.org/ferry\"></head><body><article><h1>Keep the Ferry</h1>",
                      "<p>The ferry carries four hundred people every morning, and it pays for itself.</p>",
                      paragraphs, "</article></body></html>", NULL);
}

static void
test_another_text_of_the_address_is_a_version (CliFixture *fixture)
{
  g_autofree char *first = dup_page ("<p>A bridge would cost more than the harbour earns in ten good years.</p>");
  g_autofree char *second = dup_page ("<p>A bridge would cost more than the harbour earns in twelve good years.</p>");
  g_autofree char *first_id = NULL;
  g_autofree char *second_id = NULL;
  JsonArray *versions;

  g_free (cli_fixture_write (fixture, "first.html", first, -1));
  g_free (cli_fixture_write (fixture, "second.html", second, -1));
  cli_fixture_run (fixture, "import", "--json", "first.html", NULL);
  first_id = g_strdup (json_object_get_string_member (cli_fixture_get_element (fixture, "imported", 0), "id"));
  cli_fixture_run (fixture, "import", "--json", "second.html", NULL);
  second_id = g_strdup (json_object_get_string_member (cli_fixture_get_element (fixture, "imported", 0), "id"));

  cli_fixture_run (fixture, "show", "--json", second_id, NULL);
  versions = cli_fixture_get_array (fixture, "versions");
  g_assert_cmpuint (json_array_get_length (versions), ==, 2);
  g_assert_cmpstr (json_array_get_string_element (versions, 0), ==, first_id);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (fixture->json), "revision_of"), ==, first_id);

  cli_fixture_run (fixture, "show", first_id, NULL);
  cli_fixture_assert_has (fixture->out, "1 paragraph changed");
}

static void
test_the_report_never_replaces_an_article (CliFixture *fixture)
{
  g_autofree char *piece = NULL;

  g_free (cli_fixture_write (fixture, "ferry.md", PIECE, -1));
  cli_fixture_run (fixture, "import", "--report", "ferry.md", "ferry.md", NULL);
  piece = cli_fixture_read (fixture, "ferry.md");

  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_cmpstr (piece, ==, PIECE);
}

static void
test_same_bytes_are_skipped (CliFixture *fixture)
{
  g_autofree char *id = NULL;
  JsonObject *skipped;

  g_free (cli_fixture_write (fixture, "ferry.md", PIECE, -1));
  g_free (cli_fixture_write (fixture, "copy.md", PIECE, -1));
  cli_fixture_run (fixture, "import", "--json", "ferry.md", NULL);
  id = g_strdup (json_object_get_string_member (cli_fixture_get_element (fixture, "imported", 0), "id"));
  cli_fixture_run (fixture, "import", "--json", "copy.md", NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  skipped = cli_fixture_get_element (fixture, "skipped", 0);
  g_assert_cmpstr (json_object_get_string_member (skipped, "path"), ==, "copy.md");
  g_assert_cmpstr (json_object_get_string_member (skipped, "id"), ==, id);
  g_assert_cmpuint (strlen (json_object_get_string_member (skipped, "reason")), >, 0);
}

static void
test_bad_files_do_not_stop_the_others (CliFixture *fixture)
{
  static const char binary[] = "\177ELF\002\001\001\000\000\000\000\000\000\000\000\000\003\000\076\000\001\000\000\000";
  static const char * const bad[] = { "missing.md", "empty.md", "binary.md" };

  g_free (cli_fixture_write (fixture, "empty.md", "", 0));
  g_free (cli_fixture_write (fixture, "binary.md", binary, sizeof binary));
  g_free (cli_fixture_write (fixture, "ferry.md", PIECE, -1));
  cli_fixture_run (fixture, "import", "--json", "missing.md", "empty.md", "binary.md", "ferry.md", NULL);

  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpuint (json_array_get_length (cli_fixture_get_array (fixture, "imported")), ==, 1);
  g_assert_cmpuint (json_array_get_length (cli_fixture_get_array (fixture, "failed")), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      JsonObject *failed = cli_fixture_get_element (fixture, "failed", i);
      const char *error = json_object_get_string_member (failed, "error");

      g_assert_cmpstr (json_object_get_string_member (failed, "path"), ==, bad[i]);
      cli_fixture_assert_has (error, bad[i]);
      cli_fixture_assert_has (fixture->err, error);
    }

  cli_fixture_run (fixture, "list", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (cli_fixture_get_array (fixture, "articles")), ==, 1);
}

static void
test_unreadable_file_is_named (CliFixture *fixture)
{
  g_autofree char *path = cli_fixture_write (fixture, "locked.md", PIECE, -1);

  if (geteuid () == 0)
    {
      g_test_skip ("root may read every file");
      return;
    }

  g_chmod (path, 0);
  cli_fixture_run (fixture, "import", "locked.md", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  cli_fixture_assert_has (fixture->err, "locked.md");
}

static void
test_folders_are_imported_with_all_in_them (CliFixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "box", "inner", NULL);
  JsonObject *imported;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_free (cli_fixture_write (fixture, "box/inner/ferry.md", PIECE, -1));
  cli_fixture_run (fixture, "import", "--json", "box", NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  imported = cli_fixture_get_element (fixture, "imported", 0);
  g_assert_cmpstr (json_object_get_string_member (imported, "path"), ==, "box/inner/ferry.md");
}

static void
test_list_has_a_line_for_each_article (CliFixture *fixture)
{
  g_autofree char *sample = cli_fixture_dup_sample ("school-phones-ban.md");
  JsonObject *article;

  cli_fixture_run (fixture, "import", sample, NULL);
  cli_fixture_run (fixture, "list", "--json", NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  article = cli_fixture_get_element (fixture, "articles", 0);
  g_assert_cmpstr (json_object_get_string_member (article, "title"), ==, "Lock the Phones Away Until the Last Bell");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (article, "authors"), 0), ==,
                   "Ruth Okonjo-Vale");
  g_assert_cmpstr (json_object_get_string_member (article, "outlet"), ==, "The Northfield Courier");
  g_assert_cmpstr (json_object_get_string_member (article, "published"), ==, "2026-09-14");
  cli_fixture_assert_has (json_object_get_string_member (article, "url"), "https://www.northfieldcourier.example/");
  g_assert_cmpint (json_object_get_int_member (article, "words"), >, 500);

  cli_fixture_run (fixture, "list", NULL);
  cli_fixture_assert_has (fixture->out, "2026-09-14");
  cli_fixture_assert_has (fixture->out, "Lock the Phones Away");
}

static void
test_empty_library_says_what_to_do (CliFixture *fixture)
{
  cli_fixture_run (fixture, "list", NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  cli_fixture_assert_has (fixture->out, "counterpoint-cli import");
}

static void
test_search_finds_articles_by_their_words (CliFixture *fixture)
{
  JsonObject *hit;

  g_free (cli_fixture_write (fixture, "ferry.md", PIECE, -1));
  cli_fixture_run (fixture, "import", "ferry.md", NULL);
  cli_fixture_run (fixture, "search", "harbour", "--json", NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (fixture->json), "query"), ==, "harbour");
  hit = cli_fixture_get_element (fixture, "hits", 0);
  g_assert_cmpstr (json_object_get_string_member (hit, "title"), ==, "Keep the Ferry");
  cli_fixture_assert_has (json_object_get_string_member (hit, "snippet"), "harbour");
  g_assert_cmpfloat (json_object_get_double_member (hit, "score"), >, 0.0);
}

static void
test_search_without_a_hit_is_no_failure (CliFixture *fixture)
{
  cli_fixture_run (fixture, "search", "--json", "nobody \"wrote* this", NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpuint (json_array_get_length (cli_fixture_get_array (fixture, "hits")), ==, 0);
}

static void
test_library_that_cannot_be_opened_is_named (CliFixture *fixture)
{
  g_free (cli_fixture_write (fixture, "library", "no folder", -1));
  cli_fixture_run (fixture, "list", NULL);

  g_assert_cmpint (fixture->status, ==, 1);
  cli_fixture_assert_has (fixture->err, fixture->library);
}

static guint
count_saved (CliFixture *fixture)
{
  cli_fixture_run (fixture, "list", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);

  return json_array_get_length (cli_fixture_get_array (fixture, "articles"));
}

static void
test_interrupt_keeps_what_was_done (CliFixture *fixture)
{
  static const char * const arguments[] = { "import", "--json", "box", NULL };
  g_autofree char *folder = g_build_filename (fixture->folder, "box", NULL);
  g_autoptr (GSubprocess) process = NULL;
  guint n_imported, n_cancelled;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (int i = 0; i < N_MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("box/%d.md", i);
      g_autofree char *text = g_strdup_printf ("%sThis is piece number %d.\n", PIECE, i);

      g_free (cli_fixture_write (fixture, name, text, -1));
    }

  process = cli_fixture_spawn (fixture, arguments);
  while (count_saved (fixture) == 0)
    continue;
  g_subprocess_send_signal (process, SIGINT);
  cli_fixture_collect (fixture, process);

  n_imported = json_array_get_length (cli_fixture_get_array (fixture, "imported"));
  n_cancelled = json_array_get_length (cli_fixture_get_array (fixture, "cancelled"));
  g_assert_cmpuint (n_imported, >, 0);
  g_assert_cmpuint (n_imported + n_cancelled, ==, N_MANY);
  g_assert_cmpint (fixture->status, ==, n_cancelled > 0 ? 1 : 0);
  g_assert_cmpuint (count_saved (fixture), ==, n_imported);
}

int
main (int   argc,
      char *argv[])
{
  cli_fixture_init (&argc, &argv);

  cli_fixture_add ("/cli/import/kept", test_import_tells_what_was_kept);
  cli_fixture_add ("/cli/import/import-writes-a-report", test_import_writes_what_became_of_each_file);
  cli_fixture_add ("/cli/import/the-report-replaces-no-article", test_the_report_never_replaces_an_article);
  cli_fixture_add ("/cli/import/another-text-is-a-version", test_another_text_of_the_address_is_a_version);
  cli_fixture_add ("/cli/import/same-bytes", test_same_bytes_are_skipped);
  cli_fixture_add ("/cli/import/bad-files", test_bad_files_do_not_stop_the_others);
  cli_fixture_add ("/cli/import/unreadable", test_unreadable_file_is_named);
  cli_fixture_add ("/cli/import/folders", test_folders_are_imported_with_all_in_them);
  cli_fixture_add ("/cli/import/interrupt", test_interrupt_keeps_what_was_done);
  cli_fixture_add ("/cli/list/lines", test_list_has_a_line_for_each_article);
  cli_fixture_add ("/cli/list/empty", test_empty_library_says_what_to_do);
  cli_fixture_add ("/cli/search/words", test_search_finds_articles_by_their_words);
  cli_fixture_add ("/cli/search/no-hit", test_search_without_a_hit_is_no_failure);
  cli_fixture_add ("/cli/library/not-a-folder", test_library_that_cannot_be_opened_is_named);

  return g_test_run ();
}
