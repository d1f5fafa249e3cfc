/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show, themes and compare. */

#include "config.h"

#include "cli-fixture.h"

#include <string.h>

/* The passages must be found again in the article's text, by their offsets and by their words. */
static void
assert_passages_stand_in_text (JsonArray  *passages,
                               const char *text)
{
  g_assert_cmpuint (json_array_get_length (passages), >, 0);
  for (guint i = 0; i < json_array_get_length (passages); i++)
    {
      JsonObject *passage = json_array_get_object_element (passages, i);
      int start = json_object_get_int_member (passage, "start");
      int end = json_object_get_int_member (passage, "end");
      g_autofree char *words = g_utf8_substring (text, start, end);

      g_assert_cmpstr (words, ==, json_object_get_string_member (passage, "quote"));
      g_assert_cmpint (json_object_get_int_member (passage, "paragraph"), >, 0);
    }
}

static char *
show_text (CliFixture *fixture,
           const char *article)
{
  cli_fixture_run (fixture, "show", "--json", article, NULL);
  g_assert_cmpint (fixture->status, ==, 0);

  return g_strdup (json_object_get_string_member (json_node_get_object (fixture->json), "text"));
}

static void
test_show_prints_text_and_blocks (CliFixture *fixture)
{
  static const char * const members[] = {
    "id", "title", "standfirst", "authors", "outlet", "published", "url", "language", "words", "opinion", "text", "blocks"
  };
  g_autofree char *sample = cli_fixture_dup_sample ("school-phones-ban.md");
  g_autofree char *text = show_text (fixture, sample);
  JsonArray *blocks = cli_fixture_get_array (fixture, "blocks");
  g_autoptr (GString) joined = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (json_object_has_member (json_node_get_object (fixture->json), members[i]));

  for (guint i = 0; i < json_array_get_length (blocks); i++)
    {
      JsonObject *block = json_array_get_object_element (blocks, i);

      if (g_str_equal (json_object_get_string_member (block, "role"), "furniture"))
        {
          g_assert_true (json_object_get_null_member (block, "start"));
          continue;
        }

      g_assert_cmpint (json_object_get_int_member (block, "start"), ==,
                       g_utf8_strlen (joined->str, -1) + (joined->len > 0 ? 2 : 0));
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "\n\n" : "", json_object_get_string_member (block, "text"));
    }
  g_assert_cmpstr (joined->str, ==, text);
}

static void
test_show_of_a_file_leaves_no_library (CliFixture *fixture)
{
  g_autofree char *sample = cli_fixture_dup_sample ("school-phones-teach.txt");

  cli_fixture_run (fixture, "show", sample, NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  cli_fixture_assert_has (fixture->out, "A Phone Ban Teaches Children Nothing About Phones");
  g_assert_false (g_file_test (fixture->library, G_FILE_TEST_EXISTS));
}

static void
test_beginning_of_an_id_is_enough (CliFixture *fixture)
{
  g_autofree char *sample = cli_fixture_dup_sample ("school-phones-ban.md");
  g_autofree char *beginning = NULL;

  cli_fixture_run (fixture, "import", "--json", sample, NULL);
  beginning = g_strndup (json_object_get_string_member (cli_fixture_get_element (fixture, "imported", 0), "id"), 5);
  cli_fixture_run (fixture, "show", beginning, NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  cli_fixture_assert_has (fixture->out, "Lock the Phones Away");
}

static void
test_beginning_of_several_ids_is_not (CliFixture *fixture)
{
  /* Of 17 ids in hexadecimal, two begin alike. */
  const char digits[] = "0123456789abcdef";
  guint n_ambiguous = 0;

  for (int i = 0; i < 17; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d.md", i);
      g_autofree char *text = g_strdup_printf ("# Piece\n\nThis is the ferry piece number %d of a long row.\n", i);

      g_free (cli_fixture_write (fixture, name, text, -1));
    }
  cli_fixture_run (fixture, "import", ".", NULL);

  for (const char *c = digits; *c != '\0'; c++)
    {
      const char beginning[] = { *c, '\0' };

      cli_fixture_run (fixture, "show", beginning, NULL);
      if (strstr (fixture->err, "give more of the id") == NULL)
        continue;

      g_assert_cmpint (fixture->status, ==, 1);
      n_ambiguous++;
    }
  g_assert_cmpuint (n_ambiguous, >, 0);
}

static void
test_unknown_article_is_named (CliFixture *fixture)
{
  cli_fixture_run (fixture, "show", "--json", "fedcba", NULL);

  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->out, ==, "");
  cli_fixture_assert_has (fixture->err, "fedcba");
}

static void
test_text_cannot_steer_the_terminal (CliFixture *fixture)
{
  g_autofree char *path = cli_fixture_write (fixture, "evil.txt",
                                             "Evil\n\nA line with \033]0;owned\007 and \033[2J in it, and words enough "
                                             "to be read as a piece.\n", -1);

  cli_fixture_run (fixture, "show", path, NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  cli_fixture_assert_has (fixture->out, "owned");
  g_assert_null (strchr (fixture->out, '\033'));
  g_assert_null (strchr (fixture->out, '\007'));
}

static void
test_lines_fit_the_terminal (CliFixture *fixture)
{
  g_autofree char *sample = cli_fixture_dup_sample ("school-phones-ban.md");
  g_auto (GStrv) lines = NULL;

  cli_fixture_run (fixture, "themes", sample, NULL);
  lines = g_strsplit (fixture->out, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 10);
  for (gsize i = 0; lines[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 80);
}

static void
test_themes_have_passages_of_the_text (CliFixture *fixture)
{
  g_autofree char *sample = cli_fixture_dup_sample ("school-phones-ban.md");
  g_autofree char *text = show_text (fixture, sample);
  JsonObject *article, *theme;
  JsonArray *themes;

  cli_fixture_run (fixture, "themes", "--json", sample, NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  article = cli_fixture_get_element (fixture, "articles", 0);
  themes = json_object_get_array_member (article, "themes");
  g_assert_cmpuint (json_array_get_length (themes), >, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (article, "keyphrases")), >, 0);
  for (guint i = 0; i < json_array_get_length (themes); i++)
    {
      theme = json_array_get_object_element (themes, i);
      g_assert_cmpuint (strlen (json_object_get_string_member (theme, "label")), >, 0);
      g_assert_cmpstr (json_object_get_string_member (theme, "provenance"), ==, "suggested");
      g_assert_cmpfloat (json_object_get_double_member (theme, "salience"), >, 0.0);
      g_assert_true (json_object_has_member (theme, "terms"));
      assert_passages_stand_in_text (json_object_get_array_member (theme, "passages"), text);
    }
}

static void
test_saved_and_opened_articles_have_the_same_themes (CliFixture *fixture)
{
  g_autofree char *sample = cli_fixture_dup_sample ("school-phones-ban.md");
  g_autofree char *of_file = NULL, *id = NULL;

  cli_fixture_run (fixture, "themes", "--json", sample, NULL);
  of_file = g_strdup (fixture->out);
  cli_fixture_run (fixture, "import", "--json", sample, NULL);
  id = g_strdup (json_object_get_string_member (cli_fixture_get_element (fixture, "imported", 0), "id"));
  cli_fixture_run (fixture, "themes", "--json", id, NULL);

  g_assert_cmpstr (fixture->out, ==, of_file);
}

static void
test_themes_of_the_others_are_printed (CliFixture *fixture)
{
  g_autofree char *sample = cli_fixture_dup_sample ("school-phones-ban.md");

  cli_fixture_run (fixture, "themes", "--json", "nowhere.md", sample, NULL);

  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpuint (json_array_get_length (cli_fixture_get_array (fixture, "articles")), ==, 1);
  cli_fixture_assert_has (fixture->err, "nowhere.md");
}

static void
test_compare_has_all_of_the_contract (CliFixture *fixture)
{
  static const char * const members[] = { "articles", "shared", "only", "alignments", "silences", "keyness" };
  g_autofree char *a = cli_fixture_dup_sample ("school-phones-ban.md");
  g_autofree char *b = cli_fixture_dup_sample ("school-phones-teach.txt");
  g_autofree char *text_a = show_text (fixture, a);
  g_autofree char *text_b = show_text (fixture, b);
  JsonObject *overlap;
  JsonArray *sides;

  cli_fixture_run (fixture, "compare", "--json", a, b, NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    cli_fixture_get_array (fixture, members[i]);
  overlap = json_object_get_object_member (json_node_get_object (fixture->json), "overlap");
  g_assert_cmpstr (json_object_get_string_member (overlap, "verdict"), ==, "none");

  sides = json_object_get_array_member (cli_fixture_get_element (fixture, "shared", 0), "sides");
  g_assert_cmpuint (json_array_get_length (sides), ==, 2);
  assert_passages_stand_in_text (json_object_get_array_member (json_array_get_object_element (sides, 0), "passages"),
                                 text_a);
  assert_passages_stand_in_text (json_object_get_array_member (json_array_get_object_element (sides, 1), "passages"),
                                 text_b);
}

static void
test_compare_leaves_no_piece_out (CliFixture *fixture)
{
  g_autofree char *a = cli_fixture_dup_sample ("school-phones-ban.md");
  g_autofree char *b = cli_fixture_dup_sample ("school-phones-teach.txt");

  cli_fixture_run (fixture, "compare", "--json", a, b, "nowhere.md", NULL);

  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->out, ==, "");
  cli_fixture_assert_has (fixture->err, "nowhere.md");
}

int
main (int   argc,
      char *argv[])
{
  cli_fixture_init (&argc, &argv);

  cli_fixture_add ("/cli/show/text-and-blocks", test_show_prints_text_and_blocks);
  cli_fixture_add ("/cli/show/no-library", test_show_of_a_file_leaves_no_library);
  cli_fixture_add ("/cli/show/beginning", test_beginning_of_an_id_is_enough);
  cli_fixture_add ("/cli/show/ambiguous", test_beginning_of_several_ids_is_not);
  cli_fixture_add ("/cli/show/unknown", test_unknown_article_is_named);
  cli_fixture_add ("/cli/show/terminal", test_text_cannot_steer_the_terminal);
  cli_fixture_add ("/cli/themes/lines", test_lines_fit_the_terminal);
  cli_fixture_add ("/cli/themes/passages", test_themes_have_passages_of_the_text);
  cli_fixture_add ("/cli/themes/saved", test_saved_and_opened_articles_have_the_same_themes);
  cli_fixture_add ("/cli/themes/others", test_themes_of_the_others_are_printed);
  cli_fixture_add ("/cli/compare/contract", test_compare_has_all_of_the_contract);
  cli_fixture_add ("/cli/compare/missing", test_compare_leaves_no_piece_out);

  return g_test_run ();
}
