/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the source of a page all is left that says something of its text, and nothing that misleads the parser. */

#include "config.h"

#include "cp-html-prune.h"

#include <string.h>

#define N_REPEATED 200000

static void
assert_pruned (const char *text,
               const char *expected)
{
  gsize length;
  g_autofree char *pruned = cp_html_prune (text, strlen (text), &length);

  g_assert_cmpstr (pruned, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
}

static void
test_scripts_and_styles_lose_their_contents (void)
{
  assert_pruned ("<p>a<script>if (1<2) '</p>'</script>b<STYLE media=x>p > a {}</Style >c", "<p>a<script></script>b<STYLE media=x></Style >c");
}

static void
test_linked_data_is_left (void)
{
  assert_pruned ("<script type=\"application/ld+json\">{\"a\": 1}</script>", "<script type=\"application/ld+json\">{\"a\": 1}</script>");
}

static void
test_drawings_are_cut_with_those_in_them (void)
{
  assert_pruned ("a<svg><text>x</text><svg></svg><path d='1'/></svg >b", "ab");
}

static void
test_attributes_that_mislead_the_parser_are_cut (void)
{
  assert_pruned ("<a @click=\"x => y > 'z'\" href='/b' [c]=d>e</a>", "<a  href='/b' >e</a>");
  assert_pruned ("<a title=\"1 > 0\" v-on:click.stop='f'>e</a>", "<a title=\"1 > 0\" v-on:click.stop='f'>e</a>");
}

static void
test_comments_are_cut_but_those_at_the_top (void)
{
  g_autofree char *filler = g_strnfill (20000, 'x');
  g_autofree char *page = g_strdup_printf ("<!-- saved from url=(0020)https://a.example/ -->%s<!-- <p>gone -->b<!-->c", filler);
  g_autofree char *expected = g_strdup_printf ("<!-- saved from url=(0020)https://a.example/ -->%sbc", filler);

  assert_pruned (page, expected);
}

static void
test_banner_of_web_archive_is_cut (void)
{
  assert_pruned ("a<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id=\"wm-ipp\">12 captures <!-- x --></div><!-- END WAYBACK TOOLBAR INSERT -->b",
                 "ab");
}

static void
test_what_does_not_end_is_left (void)
{
  assert_pruned ("a<script>b", "a<script>b");
  assert_pruned ("a<svg>b", "a<svg>b");
  assert_pruned ("a<!-- b", "a b");
  assert_pruned ("a<b c=\"d", "a<b c=\"d");
  assert_pruned ("1 < 2 <", "1 < 2 <");
}

/* Each of these would take hours if its end were looked for anew every time. */
static void
test_beginnings_without_end_take_time_in_step_with_their_number (void)
{
  static const char * const beginnings[] = {
    "<script>", "<style>", "<svg>", "<!-- ", "<a b=\"", "<a b='", "<a ", "<a b=\"<a c='", "<!-- BEGIN WAYBACK TOOLBAR INSERT -->",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autoptr (GString) page = g_string_new (NULL);
      g_autofree char *pruned = NULL;
      gsize length;

      for (int n = 0; n < N_REPEATED; n++)
        g_string_append (page, beginnings[i]);

      pruned = cp_html_prune (page->str, page->len, &length);
      g_assert_cmpuint (length, <=, page->len);
    }
}

static guint
count (const char *text,
       char        sought)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == sought;

  return n;
}

static void
test_tags_and_attributes_beyond_measure_are_cut_and_words_left (void)
{
  g_autoptr (GString) page = g_string_new (NULL);
  g_autofree char *tags = NULL;
  g_autofree char *attributes = NULL;
  gsize length;

  for (int i = 0; i < 2000000; i++)
    g_string_append (page, "a<b>");
  tags = cp_html_prune (page->str, page->len, &length);
  g_assert_cmpuint (count (tags, 'a'), ==, 2000000);
  g_assert_cmpuint (count (tags, '<'), <, 2000000);
  g_assert_true (g_str_has_suffix (tags, "a a a "));

  g_string_assign (page, "<div");
  for (int i = 0; i < 100000; i++)
    g_string_append_printf (page, " a%d=1", i);
  g_string_append (page, ">b");
  attributes = cp_html_prune (page->str, page->len, &length);
  g_assert_cmpuint (count (attributes, '='), ==, 100);
  g_assert_true (g_str_has_suffix (attributes, ">b"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-prune/scripts", test_scripts_and_styles_lose_their_contents);
  g_test_add_func ("/html-prune/linked-data", test_linked_data_is_left);
  g_test_add_func ("/html-prune/drawings", test_drawings_are_cut_with_those_in_them);
  g_test_add_func ("/html-prune/attributes", test_attributes_that_mislead_the_parser_are_cut);
  g_test_add_func ("/html-prune/comments", test_comments_are_cut_but_those_at_the_top);
  g_test_add_func ("/html-prune/banner", test_banner_of_web_archive_is_cut);
  g_test_add_func ("/html-prune/without-end", test_what_does_not_end_is_left);
  g_test_add_func ("/html-prune/many-without-end", test_beginnings_without_end_take_time_in_step_with_their_number);

  g_test_add_func ("/html-prune/beyond-measure", test_tags_and_attributes_beyond_measure_are_cut_and_words_left);

  return g_test_run ();
}
