/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real op-ed out of a torn conversion, which is no part of the project, when it is beside it. */

#include "config.h"

#include "cli-fixture.h"

#include <string.h>

#define TORN "articles/ivanov-2021-01-21.md"

static JsonObject *
show (CliFixture *fixture,
      const char *path)
{
  cli_fixture_run (fixture, "show", "--json", path, NULL);
  g_assert_cmpint (fixture->status, ==, 0);

  return json_node_get_object (fixture->json);
}

static void
test_metadata_is_taken_from_the_page (CliFixture *fixture)
{
  g_autofree char *path = cli_fixture_dup_shared (TORN);
  JsonObject *article;
  JsonArray *authors;

  if (path == NULL)
    return;

  article = show (fixture, path);
  authors = json_object_get_array_member (article, "authors");
  g_assert_cmpstr (json_object_get_string_member (article, "title"), ==,
                   "Russia and U.S. Must Not Squander Chances For Cooperation");
  cli_fixture_assert_has (json_object_get_string_member (article, "standfirst"), "Sustained confrontation");
  g_assert_cmpuint (json_array_get_length (authors), ==, 1);
  g_assert_cmpstr (json_array_get_string_element (authors, 0), ==, "Igor Ivanov");
  g_assert_cmpstr (json_object_get_string_member (article, "published"), ==, "2021-01-21");
  g_assert_cmpstr (json_object_get_string_member (article, "outlet"), ==, "The Moscow Times");
  g_assert_true (g_str_has_prefix (json_object_get_string_member (article, "url"), "https://www.themoscowtimes.com/2021/"));
  g_assert_cmpstr (json_object_get_string_member (article, "language"), ==, "en");
  g_assert_true (json_object_get_boolean_member (article, "opinion"));
}

static void
test_text_is_whole_and_without_furniture (CliFixture *fixture)
{
  static const char * const dropped[] = {
    "AP / TASS", "Related article", "do not necessarily reflect", "By Igor Ivanov", "January 21, 2021", "https://",
    "Original url"
  };
  g_autofree char *path = cli_fixture_dup_shared (TORN);
  const char *text;
  guint n_headings = 0;
  JsonArray *blocks;

  if (path == NULL)
    return;

  text = json_object_get_string_member (show (fixture, path), "text");
  cli_fixture_assert_has (text, "far deeper than ever before");
  cli_fixture_assert_has (text, "government departments that were involved");
  for (gsize i = 0; i < G_N_ELEMENTS (dropped); i++)
    g_assert_null (strstr (text, dropped[i]));

  blocks = cli_fixture_get_array (fixture, "blocks");
  for (guint i = 0; i < json_array_get_length (blocks); i++)
    {
      JsonObject *block = json_array_get_object_element (blocks, i);

      n_headings += g_str_equal (json_object_get_string_member (block, "kind"), "heading") &&
                    g_str_equal (json_object_get_string_member (block, "role"), "body");
    }
  g_assert_cmpuint (n_headings, ==, 4);
}

static void
test_no_label_is_a_bare_place (CliFixture *fixture)
{
  static const char * const bare[] = { "russia", "washington", "moscow", "united states", "u.s." };
  g_autofree char *path = cli_fixture_dup_shared (TORN);
  JsonArray *themes;

  if (path == NULL)
    return;

  cli_fixture_run (fixture, "themes", "--json", path, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  themes = json_object_get_array_member (cli_fixture_get_element (fixture, "articles", 0), "themes");
  g_assert_cmpuint (json_array_get_length (themes), >=, 4);
  for (guint i = 0; i < json_array_get_length (themes); i++)
    {
      JsonObject *theme = json_array_get_object_element (themes, i);
      g_autofree char *label = g_utf8_casefold (json_object_get_string_member (theme, "label"), -1);

      for (gsize j = 0; j < G_N_ELEMENTS (bare); j++)
        g_assert_cmpstr (label, !=, bare[j]);
    }
}

static void
test_comparison_has_both_shared_and_own_themes (CliFixture *fixture)
{
  g_autofree char *path = cli_fixture_dup_shared (TORN);
  g_autofree char *other = cli_fixture_dup_sample ("school-phones-ban.md");
  guint n_shared, n_only;

  if (path == NULL)
    return;

  cli_fixture_run (fixture, "compare", "--json", path, other, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  n_shared = json_array_get_length (cli_fixture_get_array (fixture, "shared"));
  n_only = json_array_get_length (cli_fixture_get_array (fixture, "only"));
  g_assert_cmpuint (n_shared + n_only, >, 4);
  g_assert_cmpuint (n_only, >, 0);

  for (guint i = 0; i < n_shared; i++)
    {
      JsonArray *sides = json_object_get_array_member (cli_fixture_get_element (fixture, "shared", i), "sides");

      g_assert_cmpuint (json_array_get_length (sides), ==, 2);
      for (guint j = 0; j < 2; j++)
        g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_array_get_object_element (sides, j),
                                                                               "passages")), >, 0);
    }
}

static void
test_report_says_what_is_not_addressed (CliFixture *fixture)
{
  g_autofree char *path = cli_fixture_dup_shared (TORN);
  g_autofree char *other = cli_fixture_dup_sample ("school-phones-ban.md");

  if (path == NULL)
    return;

  cli_fixture_run (fixture, "report", path, other, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  cli_fixture_assert_has (fixture->out, "| *not addressed* |");
  cli_fixture_assert_has (fixture->out, "21 January 2021 (2021-01-21)");
}

int
main (int   argc,
      char *argv[])
{
  cli_fixture_init (&argc, &argv);

  cli_fixture_add ("/cli/shared/metadata", test_metadata_is_taken_from_the_page);
  cli_fixture_add ("/cli/shared/text", test_text_is_whole_and_without_furniture);
  cli_fixture_add ("/cli/shared/labels", test_no_label_is_a_bare_place);
  cli_fixture_add ("/cli/shared/comparison", test_comparison_has_both_shared_and_own_themes);
  cli_fixture_add ("/cli/shared/report", test_report_says_what_is_not_addressed);

  return g_test_run ();
}
