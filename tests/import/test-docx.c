/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word documents become articles, whatever their styles are called; what is not the author's is set aside and told. */

#include "config.h"

#include "cp-original.h"
#include "import-fixture.h"

#include <string.h>

static gboolean
has_phrase (const char * const *phrases,
            const char         *phrase)
{
  return g_strv_contains (phrases, phrase);
}

static void
test_styles_tell_title_and_standfirst (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/lighthouse.docx");
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_title (article), ==, "Keep the Lamp, Not the Keeper’s House");
  g_assert_cmpstr (cp_article_get_standfirst (article), ==, "A light that nobody tends is still a light");
  import_fixture_assert_lacks (imported, "Keep the Lamp");
  import_fixture_assert_lacks (imported, "nobody tends");
}

static void
test_byline_is_believed_before_the_properties (void)
{
  g_autoptr (CpImported) named = import_fixture_read ("office/lighthouse.docx");
  g_autoptr (CpImported) unnamed = import_fixture_read ("office/letter.docx");

  import_fixture_assert_authors (named, "Maren Oddsdottir");
  import_fixture_assert_authors (unnamed, "Priya Valcourt");
}

static void
test_properties_give_days_and_language (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/lighthouse.docx");
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_published (article), ==, "2024-04-29");
  g_assert_cmpint (cp_article_get_evidence (article, CP_FIELD_PUBLISHED, NULL), ==, CP_EVIDENCE_GUESS);
  g_assert_cmpstr (cp_article_get_modified (article), ==, "2024-05-02");
  g_assert_cmpstr (cp_article_get_language (article), ==, "en");
}

static void
test_blocks_follow_the_styles_and_what_they_are_based_on (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/lighthouse.docx");
  CpBlock *heading = NULL;

  import_fixture_assert_heading (imported, "What the lamp costs");
  for (guint i = 0; i < cp_article_get_n_blocks (cp_imported_get_article (imported)); i++)
    {
      CpBlock *block = cp_article_get_block (cp_imported_get_article (imported), i);

      if (cp_block_get_kind (block) == CP_BLOCK_HEADING && cp_block_get_role (block) == CP_BLOCK_BODY)
        heading = block;
    }

  g_assert_cmpint (cp_block_get_level (heading), ==, 2);
  import_fixture_assert_kind (imported, "Sell the house", CP_BLOCK_LIST_ITEM);
  import_fixture_assert_kind (imported, "Keep the tower", CP_BLOCK_LIST_ITEM);
  import_fixture_assert_kind (imported, "taken out of its list", CP_BLOCK_PARAGRAPH);
  import_fixture_assert_kind (imported, "A harbour is known", CP_BLOCK_QUOTATION);
}

static void
test_runs_keep_bold_italics_and_links (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/lighthouse.docx");

  import_fixture_assert_marked (imported, "It need not choose", CP_STYLE_STRONG, NULL);
  import_fixture_assert_marked (imported, "empty", CP_STYLE_EMPHASIS, NULL);
  import_fixture_assert_marked (imported, "the board’s own accounts", CP_STYLE_STRONG | CP_STYLE_LINK,
                                "https://harbour.example/accounts?year=2023&page=4");
  import_fixture_assert_marked (imported, "the almanac", CP_STYLE_LINK, "https://tides.example/almanac");
}

static void
test_row_of_a_table_is_one_block (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/lighthouse.docx");

  import_fixture_assert_kind (imported, "Roof of the house\t22,400 crowns", CP_BLOCK_TABLE_ROW);
}

static void
test_cells_that_place_text_on_the_page_are_paragraphs (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/layout.docx");

  import_fixture_assert_kind (imported, "The second paragraph", CP_BLOCK_PARAGRAPH);
  import_fixture_assert_kind (imported, "Beside it", CP_BLOCK_PARAGRAPH);
}

static void
test_changes_under_review_are_taken_and_deletions_told (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/lighthouse.docx");

  import_fixture_assert_has (imported, "The pilots and the fishermen have asked for nothing else.");
  import_fixture_assert_has (imported, "A vote that can be put off should not be put off twice.");
  import_fixture_assert_lacks (imported, "drunkards");
  g_assert_true (has_phrase (cp_imported_get_dropped (imported), "1 passage that was struck out"));
  g_assert_true (has_phrase (cp_imported_get_dropped (imported), "1 comment in the margin"));
}

static void
test_two_line_ends_divide_paragraphs (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/lighthouse.docx");

  import_fixture_assert_has (imported, "put off twice.\n\nThe sea will not wait");
}

static void
test_what_is_not_the_text_is_set_aside (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/lighthouse.docx");

  import_fixture_assert_aside (imported, "winter of the caretaker", CP_FURNITURE_FOOTNOTE);
  import_fixture_assert_aside (imported, "The Skerry Beacon", CP_FURNITURE_NOTICE);
  import_fixture_assert_aside (imported, "swell stood in the garden", CP_FURNITURE_CAPTION);
  g_assert_true (has_phrase (cp_imported_get_dropped (imported), "1 pull quote"));
  g_assert_null (import_fixture_find_block (imported, "page 3"));
  g_assert_null (import_fixture_find_block (imported, "separator"));
}

static void
test_pictures_are_kept_with_what_they_show (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/lighthouse.docx");
  CpArticle *article = cp_imported_get_article (imported);
  CpResource *resource = g_ptr_array_index (cp_imported_get_resources (imported), 0);
  CpImage *image = cp_article_get_image (article, 0);
  CpBlock *after = cp_article_get_block (article, cp_image_get_position (image));

  g_assert_cmpuint (cp_article_get_n_images (article), ==, 1);
  g_assert_cmpstr (cp_image_get_resource (image), ==, resource->name);
  g_assert_cmpstr (cp_image_get_alternative (image), ==, "The lighthouse from the sea");
  g_assert_cmpstr (resource->media_type, ==, "image/png");
  g_assert_nonnull (strstr (cp_block_get_text (after), "swell stood in the garden"));
}

static void
test_document_without_styles_has_title_and_headings (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/letter.docx");

  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (imported)), ==, "Give the Night Bus Back");
  import_fixture_assert_heading (imported, "Who pays for the silence");
}

static void
test_hostile_documents_are_read_up_to_the_trap (void)
{
  static const char * const names[] = { "office/laughs.docx", "office/outside.docx", "office/deep.docx" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CpImported) imported = import_fixture_read (names[i]);

      g_assert_cmpstr (cp_article_get_text (cp_imported_get_article (imported)), ==,
                       "The text before the trap is as long as any other, and it is read, since nothing is wrong with it yet.");
    }
}

static void
test_document_without_text_says_so (void)
{
  import_fixture_assert_fails ("office/hollow.docx", CP_ERROR_DAMAGED, "text is missing");
  import_fixture_assert_fails ("office/sheet.xlsx", CP_ERROR_UNSUPPORTED, "a spreadsheet");
}

static void
test_original_is_shown_whole_and_sealed (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/lighthouse.docx");
  g_autoptr (GError) error = NULL;
  g_autofree char *page = cp_original_show (cp_imported_get_original (imported), cp_imported_get_media_type (imported),
                                            cp_imported_get_resources (imported), &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (page, "<h1>Keep the Lamp"));
  g_assert_nonnull (strstr (page, "winter of the caretaker"));
  g_assert_nonnull (strstr (page, "<td>22,400 crowns</td>"));
  g_assert_nonnull (strstr (page, "<img src=\"data:image/png;base64,"));
  g_assert_nonnull (strstr (page, "default-src 'none'"));
  g_assert_null (strstr (page, "https://"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/docx/title", test_styles_tell_title_and_standfirst);
  g_test_add_func ("/docx/byline", test_byline_is_believed_before_the_properties);
  g_test_add_func ("/docx/properties", test_properties_give_days_and_language);
  g_test_add_func ("/docx/blocks", test_blocks_follow_the_styles_and_what_they_are_based_on);
  g_test_add_func ("/docx/runs", test_runs_keep_bold_italics_and_links);
  g_test_add_func ("/docx/table", test_row_of_a_table_is_one_block);
  g_test_add_func ("/docx/layout", test_cells_that_place_text_on_the_page_are_paragraphs);
  g_test_add_func ("/docx/changes", test_changes_under_review_are_taken_and_deletions_told);
  g_test_add_func ("/docx/breaks", test_two_line_ends_divide_paragraphs);
  g_test_add_func ("/docx/aside", test_what_is_not_the_text_is_set_aside);
  g_test_add_func ("/docx/pictures", test_pictures_are_kept_with_what_they_show);
  g_test_add_func ("/docx/without-styles", test_document_without_styles_has_title_and_headings);
  g_test_add_func ("/docx/hostile", test_hostile_documents_are_read_up_to_the_trap);
  g_test_add_func ("/docx/without-text", test_document_without_text_says_so);
  g_test_add_func ("/docx/original", test_original_is_shown_whole_and_sealed);

  return g_test_run ();
}
