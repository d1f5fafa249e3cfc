/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page sets apart stays apart: rows, items, links, and the furniture around the piece with its kind. */

#include "config.h"

#include "import-fixture.h"

/* Two paragraphs long enough to be told for the piece, and what a test puts between them. */
static CpImported *
read_between (const char *html)
{
  g_autofree char *page = g_strdup_printf (
    "<html><body><h1>The Ferry</h1>"
    "<p>The ferry crosses eleven times a day, and twelve on Saturdays, when the market is on the other side of the water.</p>%s"
    "<p>Whoever has missed the last one knows what the bridge would cost, for he has had all night to do the sum.</p></body></html>", html);

  return import_fixture_read_text (page, -1);
}

static void
assert_block (CpImported  *imported,
              const char  *words,
              CpBlockKind  kind,
              CpFurniture  furniture)
{
  CpBlock *block = import_fixture_find_block (imported, words);

  g_assert_cmpint (cp_block_get_kind (block), ==, kind);
  g_assert_cmpint (cp_block_get_furniture (block), ==, furniture);
  g_assert_cmpint (cp_block_get_role (block), ==, furniture == CP_FURNITURE_NONE ? CP_BLOCK_BODY : CP_BLOCK_FURNITURE);
}

static void
test_row_of_table_is_one_block_with_tabs_between_cells (void)
{
  g_autoptr (CpImported) imported = read_between (
    "<table><caption>Crossings in 2019</caption><tr><th></th><th>Boats</th><th>Goats</th><th></th></tr>"
    "<tr><td>May</td><td><b>310</b></td><td></td><td>2</td></tr></table>");

  assert_block (imported, "Crossings in 2019", CP_BLOCK_PARAGRAPH, CP_FURNITURE_NONE);
  assert_block (imported, "\tBoats\tGoats", CP_BLOCK_TABLE_ROW, CP_FURNITURE_NONE);
  assert_block (imported, "May\t310\t\t2", CP_BLOCK_TABLE_ROW, CP_FURNITURE_NONE);
  g_assert_cmpstr (cp_block_get_text (import_fixture_find_block (imported, "Boats")), ==, "\tBoats\tGoats");
}

static void
test_table_that_lays_out_a_page_has_no_rows (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text (
    "<html><body><table><tr><td>Tide tables of the week</td></tr><tr><td>The tide is in no hurry, and neither is the council that was to "
    "build a wall against it in the spring of last year.<br><br>It may be that the two have met, and that it was the tide that made the better case.</td></tr></table></body></html>", -1);

  assert_block (imported, "The tide is in no hurry", CP_BLOCK_PARAGRAPH, CP_FURNITURE_NONE);
  assert_block (imported, "It may be that", CP_BLOCK_PARAGRAPH, CP_FURNITURE_NONE);
}

static void
test_words_that_a_writer_links_stay_in_the_text (void)
{
  g_autoptr (CpImported) imported = read_between (
    "<h2><a href='https://bridge.example/'>The bridge</a></h2>"
    "<ul><li><a href='https://bridge.example/cost'>The cost of it</a> in pennies</li><li>the wind</li></ul>");
  CpBlock *item;
  const CpMark *marks;
  guint n_marks;

  assert_block (imported, "The bridge", CP_BLOCK_HEADING, CP_FURNITURE_NONE);
  assert_block (imported, "the wind", CP_BLOCK_LIST_ITEM, CP_FURNITURE_NONE);

  item = import_fixture_find_block (imported, "in pennies");
  g_assert_cmpint (cp_block_get_role (item), ==, CP_BLOCK_BODY);
  marks = cp_block_get_marks (item, &n_marks);
  g_assert_cmpuint (n_marks, ==, 1);
  g_assert_cmpint (marks[0].end, ==, 14);
  g_assert_cmpstr (marks[0].target, ==, "https://bridge.example/cost");
}

static void
test_links_to_other_pieces_between_paragraphs_are_furniture (void)
{
  g_autoptr (CpImported) imported = read_between (
    "<p><a href='/other'><b>A HARBOUR WITHOUT BOATS</b></a></p>"
    "<ul><li><a href='/1'>Market moves across the water</a></li><li><a href='/2'>Goats on board</a></li></ul>");

  assert_block (imported, "A HARBOUR WITHOUT BOATS", CP_BLOCK_PARAGRAPH, CP_FURNITURE_RELATED);
  assert_block (imported, "Goats on board", CP_BLOCK_LIST_ITEM, CP_FURNITURE_RELATED);
}

static void
test_embedded_post_is_a_quotation (void)
{
  g_autoptr (CpImported) imported = read_between (
    "<blockquote class='twitter-tweet'><p>Twelve crossings. Eleven would do. <a href='https://t.example/x'>pic.example/x</a></p>"
    "— The Ferryman (@ferry) <a href='https://t.example/1'>May 3, 2019</a></blockquote>");

  assert_block (imported, "Twelve crossings.", CP_BLOCK_QUOTATION, CP_FURNITURE_NONE);
}

static void
test_furniture_around_the_piece_is_kept_with_its_kind_in_order (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("page.html");
  CpArticle *article = cp_imported_get_article (imported);
  CpBlock *first = cp_article_get_block (article, 0);
  CpBlock *last = cp_article_get_block (article, cp_article_get_n_blocks (article) - 1);

  g_assert_cmpstr (cp_block_get_text (first), ==, "Home");
  assert_block (imported, "Home", CP_BLOCK_LIST_ITEM, CP_FURNITURE_NAVIGATION);
  assert_block (imported, "lamp room", CP_BLOCK_CAPTION, CP_FURNITURE_CAPTION);
  assert_block (imported, "Cape at Dawn", CP_BLOCK_HEADING, CP_FURNITURE_NEWSLETTER);
  assert_block (imported, "hotel has been dark", CP_BLOCK_PARAGRAPH, CP_FURNITURE_COMMENT);
  assert_block (imported, "All rights reserved", CP_BLOCK_PARAGRAPH, CP_FURNITURE_FOOTER);
  g_assert_cmpstr (cp_block_get_text (last), ==, "© 2025 Cape Bulletin. All rights reserved.");
}

static void
test_furniture_that_outweighs_the_piece_is_only_counted (void)
{
  g_autoptr (GString) footer = g_string_new ("<div class='footer'>");
  g_autoptr (CpImported) imported = NULL;

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (footer, "<p>Line %d of the small print</p>", i);
  g_string_append (footer, "</div>");

  imported = read_between (footer->str);
  g_assert_cmpuint (cp_article_get_n_blocks (cp_imported_get_article (imported)), >, 5000);
  g_clear_object (&imported);

  g_string_prepend (footer, "<html><body><div><p>The ferry crosses eleven times a day, and twelve on Saturdays, when the market is on the other side of the water.</p>"
                            "<p>Whoever has missed the last one knows what the bridge would cost, for he has had all night to do the sum.</p></div>");
  imported = import_fixture_read_text (footer->str, -1);
  g_assert_cmpuint (cp_article_get_n_blocks (cp_imported_get_article (imported)), <, 1000);
  g_assert_true (g_strv_contains (cp_imported_get_dropped (imported), "5000 lines of the site’s foot"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-structure/rows", test_row_of_table_is_one_block_with_tabs_between_cells);
  g_test_add_func ("/html-structure/layout", test_table_that_lays_out_a_page_has_no_rows);
  g_test_add_func ("/html-structure/linked-words", test_words_that_a_writer_links_stay_in_the_text);
  g_test_add_func ("/html-structure/related", test_links_to_other_pieces_between_paragraphs_are_furniture);
  g_test_add_func ("/html-structure/embedded-post", test_embedded_post_is_a_quotation);
  g_test_add_func ("/html-structure/around", test_furniture_around_the_piece_is_kept_with_its_kind_in_order);
  g_test_add_func ("/html-structure/too-much", test_furniture_that_outweighs_the_piece_is_only_counted);

  return g_test_run ();
}
