/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader page shows the piece, and nothing of a piece acts on the page. */

#include "config.h"

#include "cp-reader-page.h"
#include "cp-resource.h"

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

static void
add_marked (CpArticle    *article,
            CpBlockKind   kind,
            const char   *text,
            const CpMark *marks,
            guint         n_marks)
{
  g_autoptr (CpBlock) block = cp_block_new (kind, CP_BLOCK_BODY, 0, text);

  cp_block_set_marks (block, marks, n_marks);
  cp_article_add_block (article, block);
}

static void
add_furniture (CpArticle   *article,
               CpBlockRole  role,
               CpFurniture  furniture,
               const char  *text)
{
  g_autoptr (CpBlock) block = cp_block_new (CP_BLOCK_PARAGRAPH, role, 0, text);

  cp_block_set_furniture (block, furniture);
  cp_article_add_block (article, block);
}

static void
add_image (CpArticle  *article,
           const char *resource,
           guint       position)
{
  g_autoptr (CpImage) image = cp_image_new (resource, "A gull on a post", position);

  cp_article_add_image (article, image);
}

static GPtrArray *
new_resources (const char *name,
               const char *media_type,
               gsize       size)
{
  GPtrArray *resources = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_resource_unref);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (size), size);

  g_ptr_array_add (resources, cp_resource_new (name, media_type, bytes));

  return resources;
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
  html = cp_reader_page_new (article, CSS, NULL, FALSE);

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
  html = cp_reader_page_new (article, CSS, NULL, FALSE);

  assert_contains (html, "<p id=\"b0\" data-start=\"0\" data-end=\"11\" data-paragraph=\"1\" data-block=\"0\" dir=\"auto\">"
                         "Žižek &amp; co.</p>");
  assert_contains (html, "<blockquote id=\"b1\" data-start=\"13\" data-end=\"28\" data-paragraph=\"2\" data-block=\"1\" dir=\"auto\">"
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
  html = cp_reader_page_new (article, CSS, NULL, FALSE);

  assert_lacks (html, "A gull");
  assert_contains (html, "<p id=\"b1\" data-start=\"6\" data-end=\"10\" data-paragraph=\"2\" data-block=\"2\" dir=\"auto\">Two.</p>");
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
  html = cp_reader_page_new (article, CSS, NULL, FALSE);

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
  html = cp_reader_page_new (article, CSS, NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    assert_contains (html, tags[i]);
}

static void
test_bold_and_italic_are_elements (void)
{
  const CpMark marks[] = {
    { 0, 2, CP_STYLE_STRONG, NULL },
    { 3, 5, CP_STYLE_STRONG | CP_STYLE_EMPHASIS, NULL },
  };
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = NULL;

  add_marked (article, CP_BLOCK_PARAGRAPH, "Žß & is.", marks, G_N_ELEMENTS (marks));
  html = cp_reader_page_new (article, CSS, NULL, FALSE);

  assert_contains (html, ">" "<strong>Žß</strong> <strong><em>&amp; </em></strong>is.</p>");
}

static void
test_links_tell_where_they_led_and_lead_nowhere (void)
{
  const CpMark marks[] = { { 4, 8, CP_STYLE_LINK, (char *) "https://harbour.example/?a=\"b\"" } };
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = NULL;

  add_marked (article, CP_BLOCK_PARAGRAPH, "The pier is shut.", marks, G_N_ELEMENTS (marks));
  html = cp_reader_page_new (article, CSS, NULL, FALSE);

  assert_contains (html, "The <span class=\"link\" title=\"https://harbour.example/?a=&quot;b&quot;\">pier</span> is");
  assert_lacks (html, "href");
}

static void
test_rows_stand_in_a_table (void)
{
  const CpMark marks[] = { { 3, 7, CP_STYLE_STRONG, NULL } };
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = NULL;

  add_marked (article, CP_BLOCK_TABLE_ROW, "Year\tFare", marks, G_N_ELEMENTS (marks));
  add_block (article, CP_BLOCK_TABLE_ROW, CP_BLOCK_BODY, 0, "2020\t£3");
  add_paragraph (article, "So it rose.");
  html = cp_reader_page_new (article, CSS, NULL, FALSE);

  g_assert_cmpuint (count (html, "<table>"), ==, 1);
  g_assert_cmpuint (count (html, "</table>"), ==, 1);
  assert_contains (html, "<td>Yea<strong>r </strong></td><td><strong>Fa</strong>re</td></tr>");
  assert_contains (html, "<td>2020 </td><td>£3</td></tr>");
}

static void
test_pictures_stand_where_they_stood_with_their_captions (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autoptr (GPtrArray) resources = new_resources ("gull.png", "image/png", 3);
  g_autofree char *html = NULL;

  add_paragraph (article, "One.");
  add_furniture (article, CP_BLOCK_FURNITURE, CP_FURNITURE_CAPTION, "A gull at work.");
  add_furniture (article, CP_BLOCK_FURNITURE, CP_FURNITURE_CREDIT, "Photo: the agency");
  add_paragraph (article, "Two.");
  add_image (article, "gull.png", 1);
  html = cp_reader_page_new (article, CSS, resources, FALSE);

  assert_contains (html, "One.</p>\n<figure><img src=\"data:image/png;base64,AAAA\" alt=\"A gull on a post\">\n"
                         "<figcaption data-block=\"1\" dir=\"auto\">A gull at work.</figcaption>\n"
                         "<figcaption data-block=\"2\" dir=\"auto\">Photo: the agency</figcaption>\n"
                         "</figure>\n<p id=\"b1\"");
}

static void
test_a_picture_that_did_not_come_along_leaves_nothing (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autoptr (GPtrArray) resources = new_resources ("frame.html", "text/html", 3);
  g_autofree char *html = NULL;

  add_paragraph (article, "One.");
  add_image (article, "gull.png", 0);
  add_image (article, "frame.html", 1);
  html = cp_reader_page_new (article, CSS, resources, FALSE);

  assert_lacks (html, "<figure");
  assert_lacks (html, "data:text");
}

static void
test_a_picture_too_heavy_for_a_page_is_left_out (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autoptr (GPtrArray) resources = new_resources ("gull.png", "image/png", 33 * 1024 * 1024);
  g_autofree char *html = NULL;

  add_paragraph (article, "One.");
  add_image (article, "gull.png", 0);
  html = cp_reader_page_new (article, CSS, resources, FALSE);

  assert_lacks (html, "<figure");
}

static void
test_what_was_set_aside_is_shown_when_wanted (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = NULL;

  add_paragraph (article, "One.");
  add_furniture (article, CP_BLOCK_FURNITURE, CP_FURNITURE_RELATED, "Read also: gulls");
  add_paragraph (article, "Two.");
  html = cp_reader_page_new (article, CSS, NULL, TRUE);

  assert_contains (html, "<p class=\"aside\" data-block=\"1\" data-kind=\"Related link\" dir=\"auto\">"
                         "Read also: gulls</p>");
  assert_contains (html, "<p id=\"b1\" data-start=\"6\"");
}

static void
test_what_the_reviewer_moved_is_told_apart (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = NULL;

  add_furniture (article, CP_BLOCK_BODY, CP_FURNITURE_CORRECTION, "It was Monday.");
  add_furniture (article, CP_BLOCK_FURNITURE, CP_FURNITURE_NONE, "Gulls, gulls.");
  html = cp_reader_page_new (article, CSS, NULL, TRUE);

  assert_contains (html, "data-block=\"0\" data-moved=\"moved by you\" dir=\"auto\">It was Monday.</p>");
  assert_contains (html, "data-block=\"1\" data-moved=\"moved by you\" data-kind=\"Text\" dir=\"auto\">Gulls");
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
  html = cp_reader_page_new (article, CSS, NULL, FALSE);

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
  html = cp_reader_page_new (article, CSS, NULL, FALSE);

  assert_contains (html, "data-end=\"7\"");
  assert_contains (html, ">a�b c�d</p>");
}

static void
test_policy_allows_the_given_style_and_nothing_else (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = cp_reader_page_new (article, CSS, NULL, FALSE);

  /* printf 'p { margin: 0 }' | openssl dgst -sha256 -binary | base64 */
  assert_contains (html, "content=\"default-src 'none'; style-src 'sha256-"
                         "7IWhgxoOGTB5NQzjGk9OPt0FwhVeBvZGoWgF9xLLh8c='; "
                         "img-src data:; base-uri 'none'; form-action 'none'\"");
  assert_contains (html, "<style>" CSS "</style>");
  assert_lacks (html, "unsafe");
}

static void
test_unknown_metadata_leaves_no_empty_lines (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *html = cp_reader_page_new (article, CSS, NULL, FALSE);

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
  g_test_add_func ("/reader-page/bold-and-italic", test_bold_and_italic_are_elements);
  g_test_add_func ("/reader-page/links", test_links_tell_where_they_led_and_lead_nowhere);
  g_test_add_func ("/reader-page/tables", test_rows_stand_in_a_table);
  g_test_add_func ("/reader-page/pictures", test_pictures_stand_where_they_stood_with_their_captions);
  g_test_add_func ("/reader-page/missing-pictures", test_a_picture_that_did_not_come_along_leaves_nothing);
  g_test_add_func ("/reader-page/heavy-pictures", test_a_picture_too_heavy_for_a_page_is_left_out);
  g_test_add_func ("/reader-page/set-aside", test_what_was_set_aside_is_shown_when_wanted);
  g_test_add_func ("/reader-page/moved", test_what_the_reviewer_moved_is_told_apart);
  g_test_add_func ("/reader-page/hostile-text", test_hostile_text_stays_text_in_every_field);
  g_test_add_func ("/reader-page/control-characters", test_control_characters_keep_their_place);
  g_test_add_func ("/reader-page/policy", test_policy_allows_the_given_style_and_nothing_else);
  g_test_add_func ("/reader-page/unknown-metadata", test_unknown_metadata_leaves_no_empty_lines);

  return g_test_run ();
}
