/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report. */

#include "config.h"

#include "cli-fixture.h"

#include <string.h>
#include <unistd.h>

static void
test_name_of_the_file_tells_the_format (CliFixture *fixture)
{
  g_autofree char *sample = cli_fixture_dup_sample ("school-phones-ban.md");
  g_autofree char *html = NULL, *markdown = NULL;

  cli_fixture_run (fixture, "report", sample, "--output", "review.html", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  cli_fixture_run (fixture, "report", sample, "--output", "review.md", NULL);
  g_assert_cmpint (fixture->status, ==, 0);

  html = cli_fixture_read (fixture, "review.html");
  markdown = cli_fixture_read (fixture, "review.md");
  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>"));
  cli_fixture_assert_has (html, "Ruth Okonjo-Vale");
  g_assert_true (g_str_has_prefix (markdown, "# Review summary: Lock the Phones Away Until the Last Bell\n"));
  cli_fixture_assert_has (markdown, "\n> [1] ");
}

static void
test_format_option_wins_over_the_name (CliFixture *fixture)
{
  g_autofree char *sample = cli_fixture_dup_sample ("school-phones-ban.md");
  g_autofree char *text = NULL;

  cli_fixture_run (fixture, "report", sample, "--output", "review.txt", "--format", "html", NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  text = cli_fixture_read (fixture, "review.txt");
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>"));
}

/* The runs of digits and letters of the quotes, by their numbers: "[n] words …". */
static guint
count_quotes (const char *text,
              const char *before)
{
  guint n = 0;

  for (const char *at = strstr (text, before); at != NULL; at = strstr (at + 1, before))
    n++;

  return n;
}

static void
test_both_formats_quote_the_same_passages (CliFixture *fixture)
{
  g_autofree char *a = cli_fixture_dup_sample ("school-phones-ban.md");
  g_autofree char *b = cli_fixture_dup_sample ("school-phones-teach.txt");
  g_autofree char *html = NULL, *markdown = NULL;
  guint n;

  cli_fixture_run (fixture, "report", a, b, "--output", "review.html", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  cli_fixture_run (fixture, "report", a, b, "--output", "review.md", NULL);
  g_assert_cmpint (fixture->status, ==, 0);

  html = cli_fixture_read (fixture, "review.html");
  markdown = cli_fixture_read (fixture, "review.md");
  n = count_quotes (markdown, "\n> [");
  g_assert_cmpuint (n, >, 4);
  g_assert_cmpuint (count_quotes (html, "<blockquote"), ==, n);
  cli_fixture_assert_has (markdown, "| Theme | A: Lock the Phones Away");
  cli_fixture_assert_has (html, "<th scope=\"col\"><span>A: Lock the Phones Away");
  g_assert_cmpuint (count_quotes (markdown, "not addressed"), ==, count_quotes (html, "not addressed"));
}

static void
test_without_a_file_the_report_is_printed (CliFixture *fixture)
{
  g_autofree char *sample = cli_fixture_dup_sample ("school-phones-ban.md");

  cli_fixture_run (fixture, "report", sample, NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_str_has_prefix (fixture->out, "# Review summary: "));
}

static void
test_article_is_never_overwritten (CliFixture *fixture)
{
  static const char text[] = "# Keep the Ferry\n\nThe ferry carries four hundred people every morning.\n";
  g_autofree char *path = cli_fixture_write (fixture, "ferry.md", text, -1);
  g_autofree char *other_name = g_build_filename (fixture->folder, "review.md", NULL);
  g_autofree char *after = NULL;

  g_assert_cmpint (symlink (path, other_name), ==, 0);
  cli_fixture_run (fixture, "report", path, "--output", other_name, NULL);

  g_assert_cmpint (fixture->status, ==, 2);
  cli_fixture_assert_has (fixture->err, "review.md");
  after = cli_fixture_read (fixture, "ferry.md");
  g_assert_cmpstr (after, ==, text);
}

static void
test_unknown_formats_are_wrong_usage (CliFixture *fixture)
{
  g_autofree char *sample = cli_fixture_dup_sample ("school-phones-ban.md");

  cli_fixture_run (fixture, "report", sample, "--output", "review.docx", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  cli_fixture_assert_has (fixture->err, "review.docx");

  cli_fixture_run (fixture, "report", sample, "--output", "review.md", "--format", "odt", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  cli_fixture_assert_has (fixture->err, "odt");
}

static void
test_missing_article_leaves_no_report (CliFixture *fixture)
{
  g_autofree char *sample = cli_fixture_dup_sample ("school-phones-ban.md");
  g_autofree char *path = g_build_filename (fixture->folder, "review.md", NULL);

  cli_fixture_run (fixture, "report", sample, "nowhere.md", "--output", "review.md", NULL);

  g_assert_cmpint (fixture->status, ==, 1);
  cli_fixture_assert_has (fixture->err, "nowhere.md");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_unwritable_place_is_named (CliFixture *fixture)
{
  g_autofree char *sample = cli_fixture_dup_sample ("school-phones-ban.md");

  cli_fixture_run (fixture, "report", sample, "--output", "no/such/folder/review.md", NULL);

  g_assert_cmpint (fixture->status, ==, 1);
  cli_fixture_assert_has (fixture->err, "no/such/folder/review.md");
}

int
main (int   argc,
      char *argv[])
{
  cli_fixture_init (&argc, &argv);

  cli_fixture_add ("/cli/report/name", test_name_of_the_file_tells_the_format);
  cli_fixture_add ("/cli/report/format", test_format_option_wins_over_the_name);
  cli_fixture_add ("/cli/report/same-quotes", test_both_formats_quote_the_same_passages);
  cli_fixture_add ("/cli/report/printed", test_without_a_file_the_report_is_printed);
  cli_fixture_add ("/cli/report/article", test_article_is_never_overwritten);
  cli_fixture_add ("/cli/report/unknown-format", test_unknown_formats_are_wrong_usage);
  cli_fixture_add ("/cli/report/missing", test_missing_article_leaves_no_report);
  cli_fixture_add ("/cli/report/unwritable", test_unwritable_place_is_named);

  return g_test_run ();
}
