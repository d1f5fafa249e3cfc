/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole piece is found in a page, wherever its parts are, and nothing else is taken for it. */

#include "config.h"

#include "import-fixture.h"

#define FIRST "The ferry crosses eleven times a day, and twelve on Saturdays, when the market is on the other side of the water."
#define SECOND "Whoever has missed the last one knows what the bridge would cost, for he has had all night to do the sum."
#define THIRD "A bridge is never late. It is also never early, and there is nobody on it to ask how the harvest was over there."

static CpImported *
read_body (const char *html)
{
  g_autofree char *page = g_strdup_printf ("<html><head><title>The Ferry</title></head><body>%s</body></html>", html);

  return import_fixture_read_text (page, -1);
}

static void
assert_piece (CpImported *imported)
{
  import_fixture_assert_has (imported, FIRST);
  import_fixture_assert_has (imported, SECOND);
  import_fixture_assert_has (imported, THIRD);
}

static void
test_parts_of_one_make_are_joined (void)
{
  g_autoptr (CpImported) imported = read_body (
    "<h1>The Ferry</h1><div class='story'><div class='chunk'><p>" FIRST "</p><p>" SECOND "</p><p>" FIRST "</p><p>" SECOND "</p></div>"
    "<div class='slot-12'>Buy a boat</div><div class='chunk'><p>" THIRD "</p></div></div>");

  assert_piece (imported);
  import_fixture_assert_lacks (imported, "Buy a boat");
}

static void
test_parts_that_were_sent_later_go_where_their_places_are (void)
{
  g_autoptr (CpImported) imported = read_body (
    "<h1>The Ferry</h1><article><p>" FIRST "</p><template id=\"B:0\"></template><span>Loading…</span><p>" THIRD "</p></article>"
    "<div class='footer'>© The Ferryman</div><div hidden id=\"S:0\"><p>" SECOND "</p></div>");

  import_fixture_assert_has (imported, FIRST "\n\n" SECOND "\n\n" THIRD);
  import_fixture_assert_lacks (imported, "Loading");
}

static void
test_parts_that_hold_each_other_are_read_once (void)
{
  g_autoptr (CpImported) imported = read_body (
    "<p>" FIRST "</p><p>" SECOND "</p><p>" THIRD "</p>"
    "<div hidden id=\"S:0\"><template id=\"B:0\"></template><template id=\"B:1\"></template></div>"
    "<div hidden id=\"S:1\"><b><template id=\"B:0\"></template></b></div>");

  assert_piece (imported);
}

static void
test_text_for_machines_stands_in_where_a_page_shows_none (void)
{
  g_autoptr (CpImported) imported = read_body (
    "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"" FIRST "\\n" SECOND " \\u201cSo\\u201d.\\n" THIRD FIRST "\"}</script>"
    "<h1>The Ferry</h1><div id='app'></div>");

  assert_piece (imported);
  import_fixture_assert_has (imported, "\n\nWhoever");
  import_fixture_assert_has (imported, "“So”");
}

static void
test_piece_in_parts_with_misleading_names_is_found (void)
{
  g_autoptr (CpImported) imported = read_body (
    "<h1>The Ferry</h1><div class='gallery-1'><p>" FIRST "</p></div><div class='gallery-2'><p>" SECOND "</p></div>"
    "<div class='gallery-3'><p>" THIRD "</p></div><div class='gallery-4'><p>" FIRST "</p></div><div class='gallery-5'><p>" SECOND "</p></div>"
    "<div class='gallery-6'><p>" THIRD "</p></div>");

  assert_piece (imported);
}

static void
test_names_that_say_what_is_not_there_mislead_nobody (void)
{
  g_autoptr (CpImported) imported = read_body (
    "<h1>The Ferry</h1><div class='has-sidebar'><p>" FIRST "</p></div><div class='sidebar-enabled--false x'><p>" SECOND "</p></div>"
    "<div class='e1e566ad'><p>" THIRD "</p></div><div class='sidebar'><p>The price of fish went up again on Monday, by a penny.</p></div>");

  assert_piece (imported);
  import_fixture_assert_lacks (imported, "price of fish");
}

static void
test_beginning_set_apart_is_no_standfirst (void)
{
  g_autoptr (CpImported) imported = read_body (
    "<div class='head'><h1>The Ferry</h1><p>" FIRST " " SECOND "</p></div><div class='text'><p>" THIRD "</p><p>" FIRST "</p><p>" SECOND "</p><p>" THIRD "</p></div>");

  import_fixture_assert_has (imported, FIRST " " SECOND "\n\n" THIRD);
}

static void
test_credits_and_labels_between_paragraphs_are_furniture (void)
{
  static const char * const labels[] = {
    "The quay at low tide.Ines Calloway/Reuters", "The quay at low tide. (COAST/IMA/FLD)", "© Ines Calloway The quay at low tide.",
    "Filed under: Boats", "ferryman@example.org", "Updated at 1:23 p.m.", "Temps de lecture : 3 minutes", "twitter.com/ferryman",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *html = g_strdup_printf ("<h1>The Ferry</h1><p>" FIRST "</p><p>" SECOND "</p><p>%s</p><p>" THIRD "</p>", labels[i]);
      g_autoptr (CpImported) imported = read_body (html);

      assert_piece (imported);
      import_fixture_assert_lacks (imported, labels[i]);
    }
}

static void
test_list_after_label_leads_elsewhere (void)
{
  g_autoptr (CpImported) imported = read_body (
    "<h1>The Ferry</h1><p>" FIRST "</p><p>" SECOND "</p><p>" THIRD "</p><h3>More Great Ferry Stories</h3>"
    "<ul><li>How the <a href='/1'>tide was timed</a></li><li><a href='/2'>A goat</a> that went by sea</li></ul>");

  assert_piece (imported);
  import_fixture_assert_lacks (imported, "goat");
  import_fixture_assert_lacks (imported, "tide was timed");
}

static void
test_banners_of_archives_are_no_part_of_the_piece (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text (
    "<!DOCTYPE html><html><head><title>The Ferry</title></head><body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id=\"wm-ipp-base\"><p>This page was saved 31 times between May 2019 "
    "and June 2021, which is more often than anybody has looked at it.</p></div><!-- END WAYBACK TOOLBAR INSERT -->"
    "<div id=\"HEADER\"><form><table><tr><td>Saved from</td><td>https://ferry.example/</td></tr></table></form></div>"
    "<h1>The Ferry</h1><p>" FIRST "</p><p>" SECOND "</p><p>" THIRD "</p></body></html>", -1);

  assert_piece (imported);
  import_fixture_assert_lacks (imported, "31 times");
  import_fixture_assert_lacks (imported, "Saved from");
}

static void
test_paragraphs_beyond_measure_are_run_together (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (CpImported) imported = NULL;

  for (int i = 0; i < 300000; i++)
    g_string_append (html, "<p>word");
  g_string_append (html, "<p>the last words of all of them");

  imported = read_body (html->str);
  g_assert_cmpuint (cp_article_get_n_blocks (cp_imported_get_article (imported)), <=, 100000);
  import_fixture_assert_has (imported, "word word the last words of all of them");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-body/parts", test_parts_of_one_make_are_joined);
  g_test_add_func ("/html-body/stream", test_parts_that_were_sent_later_go_where_their_places_are);
  g_test_add_func ("/html-body/riddle", test_parts_that_hold_each_other_are_read_once);
  g_test_add_func ("/html-body/for-machines", test_text_for_machines_stands_in_where_a_page_shows_none);
  g_test_add_func ("/html-body/misleading-names", test_piece_in_parts_with_misleading_names_is_found);
  g_test_add_func ("/html-body/states", test_names_that_say_what_is_not_there_mislead_nobody);
  g_test_add_func ("/html-body/beginning", test_beginning_set_apart_is_no_standfirst);
  g_test_add_func ("/html-body/labels", test_credits_and_labels_between_paragraphs_are_furniture);
  g_test_add_func ("/html-body/list-after-label", test_list_after_label_leads_elsewhere);
  g_test_add_func ("/html-body/archives", test_banners_of_archives_are_no_part_of_the_piece);

  g_test_add_func ("/html-body/beyond-measure", test_paragraphs_beyond_measure_are_run_together);

  return g_test_run ();
}
