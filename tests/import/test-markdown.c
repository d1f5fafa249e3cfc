/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown files become articles, with front matter or as conversions of printed pages. */

#include "config.h"

#include "import-fixture.h"


static void
test_front_matter_gives_all_metadata (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("front-matter.md");
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_title (article), ==, "In Defence of the Long Lunch");
  g_assert_cmpstr (cp_article_get_standfirst (article), ==, "An hour at table is not an hour lost");
  import_fixture_assert_authors (imported, "Ilse Farnborough|Dr Kofi Adjei-Marsh");
  g_assert_cmpstr (cp_article_get_outlet (article), ==, "The Weekly Anvil");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2023-11-05");
  g_assert_cmpstr (cp_article_get_url (article), ==, "https://anvil.example/essays/long-lunch");
  g_assert_cmpstr (cp_article_get_language (article), ==, "en");
  g_assert_true (cp_article_get_opinion (article));
  g_assert_cmpstr (cp_imported_get_media_type (imported), ==, "text/markdown");
}

static void
test_block_kinds_follow_the_markup (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("front-matter.md");

  import_fixture_assert_heading (imported, "A table of one's own");
  g_assert_cmpint (cp_block_get_kind (import_fixture_find_block (imported, "Whoever eats")), ==, CP_BLOCK_QUOTATION);
  g_assert_cmpint (cp_block_get_kind (import_fixture_find_block (imported, "Close the office")), ==, CP_BLOCK_LIST_ITEM);
  import_fixture_assert_lacks (imported, "lime tree");
}

static void
test_broken_front_matter_leaves_the_text_readable (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text ("---\ntitle: [unclosed\n  - {\n---\n\n# Rain Again\n\nIt rains.\n", -1);

  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (imported)), ==, "Rain Again");
  g_assert_cmpstr (cp_article_get_text (cp_imported_get_article (imported)), ==, "It rains.");
}

static void
test_conversion_gives_metadata_from_its_text (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("torn.md");
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_title (article), ==, "The Ferry Must Not Be Sold to Pay for the Bridge");
  g_assert_cmpstr (cp_article_get_standfirst (article), ==, "A town that sells what carries it will soon be standing on the shore.");
  import_fixture_assert_authors (imported, "Oda Brennmoor|Piet van Hallen");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2024-05-03");
  g_assert_cmpstr (cp_article_get_outlet (article), ==, "The Sound Gazette");
  g_assert_cmpstr (cp_article_get_url (article), ==, "https://www.soundgazette.example/views/2024/05/03/the-ferry-must-not-be-sold");
  g_assert_true (cp_article_get_opinion (article));
}

static void
test_conversion_keeps_furniture_out_of_the_text (void)
{
  static const char * const furniture[] = {
    "Ferry Must", "standing on the shore", "Brennmoor", "May 2024", "customs steps", "See also", "Slipway", "Read more",
    "never built", "counts the gulls", "opinions expressed", "Source", "soundgazette", "\n7\n",
  };
  g_autoptr (CpImported) imported = import_fixture_read ("torn.md");

  for (gsize i = 0; i < G_N_ELEMENTS (furniture); i++)
    import_fixture_assert_lacks (imported, furniture[i]);

  g_assert_cmpint (cp_block_get_role (import_fixture_find_block (imported, "customs steps")), ==, CP_BLOCK_FURNITURE);
  g_assert_cmpint (cp_block_get_kind (import_fixture_find_block (imported, "customs steps")), ==, CP_BLOCK_CAPTION);
}

static void
test_torn_paragraphs_are_joined_over_page_numbers_and_hyphens (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("torn.md");

  import_fixture_assert_has (imported, "were about the bridge. The ferry");
  import_fixture_assert_has (imported, "The interest on it");
  import_fixture_assert_has (imported, "no bridgebuilder is awake");
}

static void
test_list_items_and_headings_are_never_joined (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("torn.md");

  import_fixture_assert_heading (imported, "What the figures leave out");
  import_fixture_assert_has (imported, "bring in, which\n\nthe paper calls");
  import_fixture_assert_has (imported, "school run\n\nthe winter");
}

static void
test_kept_and_dropped_are_counted (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("torn.md");
  const char * const *dropped = cp_imported_get_dropped (imported);

  g_assert_true (g_strv_contains (cp_imported_get_kept (imported), "1 heading"));
  g_assert_true (g_strv_contains (cp_imported_get_kept (imported), "2 authors"));
  g_assert_true (g_strv_contains (dropped, "1 caption"));
  g_assert_true (g_strv_contains (dropped, "4 related links"));
  g_assert_true (g_strv_contains (dropped, "1 disclaimer"));
}

static void
test_public_conversion_is_read_whole (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_shared ("articles/ivanov-2021-01-21.md");
  CpArticle *article;

  if (imported == NULL)
    return;

  article = cp_imported_get_article (imported);
  g_assert_cmpstr (cp_article_get_title (article), ==, "Russia and U.S. Must Not Squander Chances For Cooperation");
  g_assert_true (g_str_has_prefix (cp_article_get_standfirst (article), "Sustained confrontation"));
  import_fixture_assert_authors (imported, "Igor Ivanov");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2021-01-21");
  g_assert_cmpstr (cp_article_get_outlet (article), ==, "The Moscow Times");
  g_assert_true (g_str_has_suffix (cp_article_get_url (article), "for-cooperation-a72660"));
  g_assert_cmpstr (cp_article_get_language (article), ==, "en");
  g_assert_true (cp_article_get_opinion (article));

  import_fixture_assert_heading (imported, "Arms control");
  import_fixture_assert_heading (imported, "Regional conflicts");
  import_fixture_assert_heading (imported, "Climate");
  import_fixture_assert_heading (imported, "Seizing opportunities");
  import_fixture_assert_has (imported, "far deeper than ever before");
  import_fixture_assert_has (imported, "government departments that were involved");
  import_fixture_assert_lacks (imported, "TASS");
  import_fixture_assert_lacks (imported, "Related article");
  import_fixture_assert_lacks (imported, "views expressed");
  import_fixture_assert_lacks (imported, "Igor Ivanov");
  import_fixture_assert_lacks (imported, "January 21");
  import_fixture_assert_lacks (imported, "http");
}

static void
test_clipped_page_gives_its_metadata_and_tags (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("notes/clipped.md");
  CpArticle *article = cp_imported_get_article (imported);
  static const char * const tags[] = { "birds", "clippings", "quayside life", NULL };

  g_assert_cmpstr (cp_article_get_title (article), ==, "The Quay Belongs to the Gulls");
  g_assert_cmpstr (cp_article_get_url (article), ==, "https://www.soundgazette.example/views/quay-gulls");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2024-04-18");
  g_assert_cmpstr (cp_article_get_standfirst (article), ==, "A town that fights its birds will lose, and should be glad of it.");
  import_fixture_assert_authors (imported, "Ottilie Vance|Bram Teixeira");
  g_assert_cmpstrv (cp_article_get_tags (article), tags);
}

static void
test_tags_in_one_string_are_told_apart (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text ("---\ntags: toll roads, Bridges\nkeywords: '#river #the/ferry'\n---\n\nIt rains.\n", -1);
  static const char * const tags[] = { "Bridges", "river", "the/ferry", "toll roads", NULL };

  g_assert_cmpstrv (cp_article_get_tags (cp_imported_get_article (imported)), tags);
}

static void
test_highlights_land_on_their_words_and_lose_their_marks (void)
{
  static const struct
  {
    const char *before;
    const char *quote;
    int         paragraph;
  } expected[] = {
    { "the gulls ", "learn how it works", 1 },
    { "it is a ", "plastic falcon", 1 },
    { "the treasurer. ", "The gulls sit on it", 2 },
    { "A gull is a ", "weather report", 4 },
    { "end of the quay ", "only", 9 },
    { "to the paper: ", "let them sit", 12 },
    { "gulls know it. ", "The gulls sit on it", 12 },
  };
  g_autoptr (CpImported) imported = import_fixture_read ("notes/clipped.md");

  import_fixture_assert_lacks (imported, "==learn");
  import_fixture_assert_has (imported, "5 == 5 and the gulls");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    import_fixture_assert_highlight (imported, i, expected[i].before, expected[i].quote, NULL, expected[i].paragraph);
}

static void
test_comments_links_and_identifiers_of_notes_are_no_text (void)
{
  static const char * const lost[] = { "check the price", "A comment over", "%%", "^falcon", "[[", "[!quote]", "[^1]", "quay.png" };
  g_autoptr (CpImported) imported = import_fixture_read ("notes/clipped.md");

  for (gsize i = 0; i < G_N_ELEMENTS (lost); i++)
    import_fixture_assert_lacks (imported, lost[i]);

  import_fixture_assert_has (imported, "plastic falcon on a pole. It turns its head when the wind does.\n\n");
  import_fixture_assert_has (imported, "Nobody had asked the harbour master, who could have told them.\n\n");
  import_fixture_assert_kind (imported, "What the harbour master says", CP_BLOCK_QUOTATION);
  import_fixture_assert_kind (imported, "A gull is a weather report with wings.", CP_BLOCK_QUOTATION);
}

static void
test_pictures_beside_the_note_are_kept (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("notes/clipped.md");
  CpArticle *article = cp_imported_get_article (imported);
  CpImage *image;

  g_assert_cmpuint (cp_article_get_n_images (article), ==, 1);
  image = cp_article_get_image (article, 0);
  g_assert_cmpstr (cp_image_get_alternative (image), ==, "The quay at low water");
  g_assert_true (g_str_has_prefix (cp_block_get_text (cp_article_get_block (article, cp_image_get_position (image))), "The falcon cost"));
  g_assert_cmpuint (cp_imported_get_resources (imported)->len, ==, 1);
}

static void
test_tables_links_and_footnotes_are_kept (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("notes/clipped.md");

  import_fixture_assert_kind (imported, "Year\tMachine\tCrowns", CP_BLOCK_TABLE_ROW);
  import_fixture_assert_kind (imported, "2023\tKite with tail\t120", CP_BLOCK_TABLE_ROW);
  import_fixture_assert_marked (imported, "the treasurer", CP_STYLE_LINK, "https://www.soundgazette.example/budget");
  import_fixture_assert_aside (imported, "She keeps a log of every bird since 1998. It fills eleven books.", CP_FURNITURE_FOOTNOTE);
  import_fixture_assert_has (imported, "The gulls sit on it, and so does the whole of the argument: it is a perch.");
}

static void
test_marks_that_are_never_closed_are_text (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text ("# Signs\n\nOne ==begins and %%nothing ends, [[not here, ![[nor here, `nor here.\n", -1);

  import_fixture_assert_has (imported, "One ==begins and %%nothing ends, [[not here, ![[nor here, `nor here.");
  g_assert_cmpuint (g_list_model_get_n_items (cp_imported_get_highlights (imported)), ==, 0);
}

static void
test_long_lines_of_opening_marks_take_no_time (void)
{
  static const char * const openings[] = { "[[", "![[", "^[", "[^", "`", "%% ", "==a ", "| " };

  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr (GString) text = g_string_new ("# Signs\n\nIt rains.\n\n");
      g_autoptr (CpImported) imported = NULL;

      while (text->len < 200000)
        g_string_append (text, openings[i]);

      /* Did it, the test would be ended by its time limit. */
      imported = import_fixture_read_text (text->str, text->len);
      g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (imported)), ==, "Signs");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown/front-matter", test_front_matter_gives_all_metadata);
  g_test_add_func ("/markdown/block-kinds", test_block_kinds_follow_the_markup);
  g_test_add_func ("/markdown/broken-front-matter", test_broken_front_matter_leaves_the_text_readable);
  g_test_add_func ("/markdown/conversion-metadata", test_conversion_gives_metadata_from_its_text);
  g_test_add_func ("/markdown/conversion-furniture", test_conversion_keeps_furniture_out_of_the_text);
  g_test_add_func ("/markdown/torn-paragraphs", test_torn_paragraphs_are_joined_over_page_numbers_and_hyphens);
  g_test_add_func ("/markdown/lists-and-headings", test_list_items_and_headings_are_never_joined);
  g_test_add_func ("/markdown/kept-and-dropped", test_kept_and_dropped_are_counted);
  g_test_add_func ("/markdown/public-conversion", test_public_conversion_is_read_whole);
  g_test_add_func ("/markdown/clipped", test_clipped_page_gives_its_metadata_and_tags);
  g_test_add_func ("/markdown/tags", test_tags_in_one_string_are_told_apart);
  g_test_add_func ("/markdown/highlights", test_highlights_land_on_their_words_and_lose_their_marks);
  g_test_add_func ("/markdown/notes", test_comments_links_and_identifiers_of_notes_are_no_text);
  g_test_add_func ("/markdown/pictures", test_pictures_beside_the_note_are_kept);
  g_test_add_func ("/markdown/tables-and-footnotes", test_tables_links_and_footnotes_are_kept);
  g_test_add_func ("/markdown/unclosed-marks", test_marks_that_are_never_closed_are_text);
  g_test_add_func ("/markdown/long-lines", test_long_lines_of_opening_marks_take_no_time);

  return g_test_run ();
}
