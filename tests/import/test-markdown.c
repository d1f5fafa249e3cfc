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

  return g_test_run ();
}
