/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument texts become articles, by their styles and what those are based on. */

#include "config.h"

#include "cp-original.h"
#include "import-fixture.h"

#include <string.h>

static void
test_title_standfirst_and_properties_are_read (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/orchard.odt");
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_title (article), ==, "The Orchard Is Not Empty");
  g_assert_cmpstr (cp_article_get_standfirst (article), ==, "Land that bears fruit is not land that waits");
  import_fixture_assert_authors (imported, "Tomos Prydderch");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2023-09-11");
  g_assert_cmpstr (cp_article_get_modified (article), ==, "2023-09-14");
  g_assert_cmpstr (cp_imported_get_media_type (imported), ==, "application/vnd.oasis.opendocument.text");
}

static void
test_blocks_follow_elements_and_styles (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/orchard.odt");

  import_fixture_assert_heading (imported, "What is counted");
  import_fixture_assert_kind (imported, "Count the bees.", CP_BLOCK_LIST_ITEM);
  import_fixture_assert_kind (imported, "Nobody sells shade.", CP_BLOCK_QUOTATION);
  import_fixture_assert_kind (imported, "1998\t6,200", CP_BLOCK_TABLE_ROW);
  import_fixture_assert_has (imported, "First line of the end.\n\nSecond line");
}

static void
test_runs_keep_bold_italics_and_links (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/orchard.odt");

  import_fixture_assert_has (imported, "calls the orchard “unused”, and");
  import_fixture_assert_marked (imported, "not unused", CP_STYLE_STRONG, NULL);
  import_fixture_assert_marked (imported, "unmeasured", CP_STYLE_EMPHASIS, NULL);
  import_fixture_assert_marked (imported, "that is our own fault", CP_STYLE_STRONG | CP_STYLE_EMPHASIS, NULL);
  import_fixture_assert_marked (imported, "sales at the market", CP_STYLE_LINK, "https://valley.example/plan.pdf");
}

static void
test_what_is_not_the_text_is_set_aside (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/orchard.odt");

  import_fixture_assert_aside (imported, "Plan, paragraph 12.", CP_FURNITURE_FOOTNOTE);
  import_fixture_assert_aside (imported, "What is counted 2", CP_FURNITURE_NAVIGATION);
  import_fixture_assert_aside (imported, "The last apple of the wall", CP_FURNITURE_CAPTION);
  import_fixture_assert_aside (imported, "The Cider Press, page", CP_FURNITURE_NOTICE);
}

static void
test_what_is_hidden_or_struck_out_is_left_out (void)
{
  static const char * const words[] = { "rather sour", "Are we sure", "Hidden words", "older draft", "page 7" };
  g_autoptr (CpImported) imported = import_fixture_read ("office/orchard.odt");

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (import_fixture_find_block (imported, words[i]));

  g_assert_true (g_strv_contains (cp_imported_get_dropped (imported), "1 passage that was struck out"));
  g_assert_true (g_strv_contains (cp_imported_get_dropped (imported), "1 comment in the margin"));
}

static void
test_picture_stands_before_its_caption (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/orchard.odt");
  CpArticle *article = cp_imported_get_article (imported);
  CpImage *image = cp_article_get_image (article, 0);
  CpBlock *caption = cp_article_get_block (article, cp_image_get_position (image));

  g_assert_cmpstr (cp_image_get_resource (image), ==, "Pictures/apple.png");
  g_assert_cmpstr (cp_image_get_alternative (image), ==, "An apple on a wall");
  g_assert_nonnull (strstr (cp_block_get_text (caption), "The last apple"));
  g_assert_cmpuint (cp_imported_get_resources (imported)->len, ==, 1);
}

static void
test_styles_in_a_ring_are_read_as_plain_text (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/ring.odt");

  import_fixture_assert_kind (imported, "The text of this document is in order", CP_BLOCK_PARAGRAPH);
}

static void
test_what_cannot_be_read_is_told_in_a_sentence (void)
{
  import_fixture_assert_fails ("office/protected.odt", CP_ERROR_UNSUPPORTED, "password");
  import_fixture_assert_fails ("office/hollow.odt", CP_ERROR_DAMAGED, "text is missing");
}

static void
test_original_is_shown_with_what_was_set_aside (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/orchard.odt");
  g_autofree char *page = cp_original_show (cp_imported_get_original (imported), cp_imported_get_media_type (imported),
                                            cp_imported_get_resources (imported), NULL);

  g_assert_nonnull (strstr (page, "<strong>not unused</strong>"));
  g_assert_nonnull (strstr (page, "<li>Count the bees.</li>"));
  g_assert_nonnull (strstr (page, "Plan, paragraph 12."));
  g_assert_nonnull (strstr (page, "alt=\"An apple on a wall\""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odt/metadata", test_title_standfirst_and_properties_are_read);
  g_test_add_func ("/odt/blocks", test_blocks_follow_elements_and_styles);
  g_test_add_func ("/odt/runs", test_runs_keep_bold_italics_and_links);
  g_test_add_func ("/odt/aside", test_what_is_not_the_text_is_set_aside);
  g_test_add_func ("/odt/left-out", test_what_is_hidden_or_struck_out_is_left_out);
  g_test_add_func ("/odt/picture", test_picture_stands_before_its_caption);
  g_test_add_func ("/odt/ring", test_styles_in_a_ring_are_read_as_plain_text);
  g_test_add_func ("/odt/unreadable", test_what_cannot_be_read_is_told_in_a_sentence);
  g_test_add_func ("/odt/original", test_original_is_shown_with_what_was_set_aside);

  return g_test_run ();
}
