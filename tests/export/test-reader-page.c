/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader page shows the piece, and nothing of a piece acts on the page. */

#include "config.h"

#include "cp-reader-page.h"

#include <string.h>

#define CSS "p { margin: 0 }"
#define HOSTILE "\"'></p></style></title><script>alert(1)</script><img src=x onerror=alert(1)>&lt;"
#define HARMLESS "&quot;&#39;&gt;&lt;/p&gt;&lt;/style&gt;&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;" \
                 "&lt;img src=x onerror=alert(1)&gt;&amp;lt;"

static void
add_block (CpArticle   *article,
           CpBlockKind  kind,
           CpBlockRole  role,
           int          level,
           const char  *text)
{
  g_autoptr (CpBlock) block = cp_block_new (kind, role, level, text);

  cp_article_add_block (article, block);
}

static void
add_paragraph (CpArticle  *article,
               const char *text)
{
  add_block (article, CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, text);
}

static guint
count (const char *haystack,
       const char *needle)
{
  guint n = 0;

  for (const char *at = strstr (haystack, needle); at != NULL; at = strstr (at + 1, needle))
    n++;

  return n;
}

static void
assert_contains (const char *html,
                 const char *part)
{
  if (strstr (html, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, html);
}

static void
assert_lacks (const char *html,
              const char *part)
{
  if (strstr (html, part) != NULL)
    g_error ("“%s” is in:\n%s", part, html);
}

static void
test_header_shows_title_standfirst_and_line (void)
{
  static const char * const authors[] = { "Ada Quill", "Ben Nib", NULL };
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = NULL;

  cp_article_set_title (article, "Keep the ferry");
  cp_article_set_standfirst (article, "It pays its way.");
  cp_article_set_authors (article, authors);
  cp_article_set_outlet (article, "The Harbour Post");
  cp_article_set_published (article, "2021-01-21");
  cp_article_set_language (article, "en");
  add_paragraph (article, "Ships sail.");
  html = cp_reader_page_new (article, CSS);

  assert_contains (html, "<html lang=\"en\">");
  assert_contains (html, "<title>Keep the ferry</title>");
  assert_contains (html, "<h1 class=\"title\" dir=\"auto\">Keep the ferry</h1>");
  assert_contains (html, "<p class=\"standfirst\" dir=\"auto\">It pays its way.</p>");
  assert_contains (html, "<p class=\"byline\" dir=\"auto\">"
                         "Ada Quill, Ben Nib · The Harbour Post · 21 January 2021 · 1 min</p>");
}

static void
test_blocks_carry_their_spans_in_code_points (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = NULL;

  add_paragraph (article, "Žižek & co.");
  add_block (article, CP_BLOCK_QUOTATION, CP_BLOCK_BODY, 0, "Quoth the gull.");
  html = cp_reader_page_new (article, CSS);

  assert_contains (html, "<p id=\"b0\" data-start=\"0\" data-end=\"11\" data-paragraph=\"1\" dir=\"auto\">"
                         "Žižek &amp; co.</p>");
  assert_contains (html, "<blockquote id=\"b1\" data-start=\"13\" data-end=\"28\" data-paragraph=\"2\" dir=\"auto\">"
                         "Quoth the gull.</blockquote>");
}

static void
test_furniture_is_not_shown_and_not_counted (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = NULL;

  add_paragraph (article, "One.");
  add_block (article, CP_BLOCK_CAPTION, CP_BLOCK_FURNITURE, 0, "A gull. Photo: agency");
  add_paragraph (article, "Two.");
  html = cp_reader_page_new (article, CSS);

  assert_lacks (html, "A gull");
  assert_contains (html, "<p id=\"b1\" data-start=\"6\" data-end=\"10\" data-paragraph=\"2\" dir=\"auto\">Two.</p>");
}

static void
test_neighbouring_list_items_share_a_list (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = NULL;

  add_block (article, CP_BLOCK_LIST_ITEM, CP_BLOCK_BODY, 0, "bread");
  add_block (article, CP_BLOCK_LIST_ITEM, CP_BLOCK_BODY, 0, "fish");
  add_paragraph (article, "Then home.");
  add_block (article, CP_BLOCK_LIST_ITEM, CP_BLOCK_BODY, 0, "tea");
  html = cp_reader_page_new (article, CSS);

  g_assert_cmpuint (count (html, "<ul>"), ==, 2);
  g_assert_cmpuint (count (html, "</ul>"), ==, 2);
  g_assert_cmpuint (count (html, "<li "), ==, 3);
}

static void
test_headings_skip_no_rank (void)
{
  static const int levels[] = { 4, 2, 5, 6, 2 };
  static const char * const tags[] = { "<h2 id=\"b0\"", "<h2 id=\"b1\"", "<h3 id=\"b2\"", "<h4 id=\"b3\"", "<h2 id=\"b4\"" };
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    add_block (article, CP_BLOCK_HEADING, CP_BLOCK_BODY, levels[i], "Part");
  html = cp_reader_page_new (article, CSS);

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    assert_contains (html, tags[i]);
}

static void
test_hostile_text_stays_text_in_every_field (void)
{
  static const char * const authors[] = { HOSTILE, NULL };
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = NULL;

  cp_article_set_title (article, HOSTILE);
  cp_article_set_standfirst (article, HOSTILE);
  cp_article_set_authors (article, authors);
  cp_article_set_outlet (article, HOSTILE);
  cp_article_set_published (article, HOSTILE);
  cp_article_set_url (article, "javascript:alert(1)");
  cp_article_set_language (article, HOSTILE);
  for (int kind = CP_BLOCK_PARAGRAPH; kind <= CP_BLOCK_TABLE_ROW; kind++)
    add_block (article, kind, CP_BLOCK_BODY, kind == CP_BLOCK_HEADING ? 2 : 0, HOSTILE);
  html = cp_reader_page_new (article, CSS);

  assert_lacks (html, "<script");
  assert_lacks (html, "<img");
  assert_lacks (html, "javascript:");
  g_assert_cmpuint (count (html, "</style>"), ==, 1);
  g_assert_cmpuint (count (html, "</title>"), ==, 1);
  /* Language, title twice, standfirst, three times in the byline, six blocks. */
  g_assert_cmpuint (count (html, HARMLESS), ==, 13);
}

static void
test_control_characters_keep_their_place (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = NULL;

  add_paragraph (article, "a\001b\rc\302\205d");
  html = cp_reader_page_new (article, CSS);

  assert_contains (html, "data-end=\"7\"");
  assert_contains (html, ">a�b c�d</p>");
}

static void
test_policy_allows_the_given_style_and_nothing_else (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = cp_reader_page_new (article, CSS);

  /* printf 'p { margin: 0 }' | openssl dgst -sha256 -binary | base64 */
  assert_contains (html, "content=\"default-src 'none'; style-src 'sha256-"
                         "7IWhgxoOGTB5NQzjGk9OPt0FwhVeBvZGoWgF9xLLh8c='; "
                         "base-uri 'none'; form-action 'none'\"");
  assert_contains (html, "<style>" CSS "</style>");
  assert_lacks (html, "unsafe");
}

static void
test_unknown_metadata_leaves_no_empty_lines (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = cp_reader_page_new (article, CSS);

  assert_lacks (html, "<h1");
  assert_lacks (html, "standfirst");
  assert_lacks (html, "lang=");
  assert_contains (html, "<p class=\"byline\" dir=\"auto\">1 min</p>");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader-page/header", test_header_shows_title_standfirst_and_line);
  g_test_add_func ("/reader-page/spans", test_blocks_carry_their_spans_in_code_points);
  g_test_add_func ("/reader-page/furniture", test_furniture_is_not_shown_and_not_counted);
  g_test_add_func ("/reader-page/lists", test_neighbouring_list_items_share_a_list);
  g_test_add_func ("/reader-page/heading-ranks", test_headings_skip_no_rank);
  g_test_add_func ("/reader-page/hostile-text", test_hostile_text_stays_text_in_every_field);
  g_test_add_func ("/reader-page/control-characters", test_control_characters_keep_their_place);
  g_test_add_func ("/reader-page/policy", test_policy_allows_the_given_style_and_nothing_else);
  g_test_add_func ("/reader-page/unknown-metadata", test_unknown_metadata_leaves_no_empty_lines);

  return g_test_run ();
}
