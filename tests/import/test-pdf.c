/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF documents become the text that a reader would read aloud, and hostile ones a sentence. */

#include "config.h"

#include "cp-error.h"
#include "cp-original.h"
#include "import-fixture.h"

#include <string.h>

static void
assert_furniture (CpImported  *imported,
                  const char  *words,
                  CpFurniture  furniture)
{
  CpBlock *block = import_fixture_find_block (imported, words);

  g_assert_nonnull (block);
  g_assert_cmpint (cp_block_get_furniture (block), ==, furniture);
  import_fixture_assert_lacks (imported, words);
}

static void
assert_bytes_fail (GBytes     *bytes,
                   CpError     code,
                   const char *advice)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (cp_importer_read_bytes (importer, bytes, "piece.pdf", &error));
  g_assert_error (error, CP_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "piece.pdf"));
  g_assert_nonnull (strstr (error->message, advice));
}

static void
assert_fails (const char *name,
              CpError     code,
              const char *advice)
{
  g_autoptr (GFile) file = import_fixture_new_file (name);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);

  g_assert_nonnull (bytes);
  assert_bytes_fail (bytes, code, advice);
}

static void
test_columns_are_read_one_after_the_other (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("pdf/columns.pdf");
  const char *text = cp_article_get_text (cp_imported_get_article (imported));

  g_assert_true (g_str_has_prefix (text, "For eleven years the council of Harrowfield has been asked the same question"));
  import_fixture_assert_has (imported, "and which nobody rides.\n\nThere is a well-known objection");
  import_fixture_assert_has (imported, "a law of nature.");
}

static void
test_paragraphs_go_on_in_the_next_column_and_page (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("pdf/columns.pdf");

  import_fixture_assert_has (imported, "Run the bus until midnight for one year.");
  import_fixture_assert_has (imported, "a sheet of paper in the window of the library.\n\n");
  import_fixture_assert_has (imported, "\n\nLast month I stood at the stop");
}

static void
test_three_columns_are_read_above_and_below_a_picture (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("pdf/three-columns.pdf");

  import_fixture_assert_authors (imported, "Osric Pell|Maren Tidewell");
  import_fixture_assert_has (imported, "They have, I am told, a rota.\n\nGive them the keys.");
  import_fixture_assert_has (imported, "bowling green.\n\nThere will be noise.");
  import_fixture_assert_has (imported, "than the surveyor offers us.\n\nI do not say that a stage");
  import_fixture_assert_has (imported, "I should like to see who sits in them.\n\nBring the rota.");
}

static void
test_words_divided_by_lines_are_made_whole (void)
{
  g_autoptr (CpImported) english = import_fixture_read ("pdf/columns.pdf");
  g_autoptr (CpImported) german = import_fixture_read ("pdf/hyphens-german.pdf");
  g_autoptr (CpImported) french = import_fixture_read ("pdf/hyphens-french.pdf");

  import_fixture_assert_has (english, "an unaffordable luxury");
  import_fixture_assert_has (english, "There is a well-known objection");
  import_fixture_assert_has (german, "Die Stadtverwaltung hat beschlossen, die Bibliothek");
  import_fixture_assert_has (german, "Argument, das man den Kirchenmusikern erklären");
  import_fixture_assert_has (french, "Peut-être. Mais a-t-on seulement regardé");
  import_fixture_assert_has (french, "voilà ce qu’on appelle organiser l’absence");
  import_fixture_assert_has (french, "celui-ci se remplira");
}

static void
test_headline_standfirst_byline_and_date_are_found (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("pdf/columns.pdf");
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_title (article), ==, "The Last Bus Should Leave at Midnight, Not at Ten Past Nine");
  g_assert_true (g_str_has_prefix (cp_article_get_standfirst (article), "Nurses, waiters and the night shift"));
  import_fixture_assert_authors (imported, "Tamsin Orrey");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2019-05-04");
  g_assert_cmpstr (cp_article_get_language (article), ==, "en");
  g_assert_cmpstr (cp_imported_get_media_type (imported), ==, "application/pdf");
}

static void
test_running_heads_and_page_numbers_are_furniture (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("pdf/columns.pdf");

  assert_furniture (imported, "The Harrowfield Courier", CP_FURNITURE_NOTICE);
  assert_furniture (imported, "13", CP_FURNITURE_PAGE_NUMBER);
  assert_furniture (imported, "Opinion · 4 May 2019", CP_FURNITURE_NOTICE);
}

static void
test_captions_and_footnotes_are_furniture (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("pdf/columns.pdf");

  assert_furniture (imported, "after the last bus has gone", CP_FURNITURE_CAPTION);
  assert_furniture (imported, "The report of the treasurer, page 31", CP_FURNITURE_FOOTNOTE);
}

static void
test_headings_quotations_and_items_are_told_by_their_layout (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("pdf/columns.pdf");

  import_fixture_assert_heading (imported, "What the drivers say");
  import_fixture_assert_heading (imported, "A small and reversible thing");
  g_assert_cmpint (cp_block_get_kind (import_fixture_find_block (imported, "We have offered twice")), ==, CP_BLOCK_QUOTATION);
  g_assert_cmpint (cp_block_get_kind (import_fixture_find_block (imported, "a shelter with a light")), ==, CP_BLOCK_LIST_ITEM);
  import_fixture_assert_lacks (imported, "•");
}

static void
test_italics_are_kept (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("pdf/columns.pdf");
  CpBlock *block = import_fixture_find_block (imported, "unaffordable luxury");
  guint n_marks;
  const CpMark *marks = cp_block_get_marks (block, &n_marks);

  g_assert_cmpuint (n_marks, ==, 1);
  g_assert_cmpint (marks[0].style, ==, CP_STYLE_EMPHASIS);
  g_assert_cmpint (marks[0].end - marks[0].start, ==, strlen ("unaffordable luxury"));
}

static void
test_pictures_are_taken_out (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("pdf/columns.pdf");
  GPtrArray *resources = cp_imported_get_resources (imported);

  g_assert_cmpuint (resources->len, ==, 1);
  g_assert_true (cp_resource_is_image (g_ptr_array_index (resources, 0)));
  g_assert_cmpuint (cp_article_get_n_images (cp_imported_get_article (imported)), ==, 1);
}

static void
test_address_is_taken_from_what_a_browser_prints (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("pdf/browser.pdf");
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_url (article), ==, "https://fenlandvoice.example/opinion/2021/03/09/count-the-trees");
  g_assert_cmpstr (cp_article_get_title (article), ==, "Count the Trees Before You Count the Parking");
  g_assert_cmpstr (cp_article_get_outlet (article), ==, "The Fenland Voice");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2021-03-09");
  import_fixture_assert_authors (imported, "Ludo Marchbanks");
  import_fixture_assert_lacks (imported, "11/24/26");
}

static void
test_large_first_letters_begin_their_words (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("pdf/initials.pdf");

  import_fixture_assert_has (imported, "The ferry has a new captain, and the new captain");
  import_fixture_assert_has (imported, "times which we then wrote down.\n\nA drawer is a poor place");
}

static void
test_turned_page_is_read_and_its_margin_is_not (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("pdf/rotated.pdf");

  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (imported)), ==, "A Footpath Is Not a Shortcut");
  import_fixture_assert_has (imported, "and wrong about the path. The gate is his, and whoever leaves");
  import_fixture_assert_has (imported, "make it go away.\n\nSo let us have a gate");
  g_assert_null (import_fixture_find_block (imported, "PARISH"));
}

static void
test_hebrew_is_read_from_right_to_left (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("pdf/hebrew.pdf");

  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (imported)), ==, "הגשר צריך להישאר פתוח להולכי רגל");
  import_fixture_assert_has (imported, "שלושים שנה עמד הגשר (שנבנה בשנת 1931) ריק בלילות, ואיש לא שאל מדוע.");
  import_fixture_assert_has (imported, "לספור 250 הולכים ביום, ורק אז להחליט.\n\nמי שממהר");
}

static void
test_original_is_shown_as_pictures_with_their_words (void)
{
  g_autoptr (GFile) file = import_fixture_new_file ("pdf/browser.pdf");
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (GPtrArray) resources = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *page = cp_original_show (bytes, "application/pdf", resources, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (page, "src=\"data:image/png;base64,iVBOR"));
  g_assert_nonnull (strstr (page, "\nCount the Trees Before You Count the Parking\nBy Ludo Marchbanks\n"));
  g_assert_nonnull (strstr (page, "Page 2 of 2"));
  g_assert_null (strstr (page, "src=\"http"));
}

static void
test_junk_before_the_document_is_passed_over (void)
{
  g_autoptr (GFile) file = import_fixture_new_file ("pdf/columns.pdf");
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (GByteArray) junk = g_byte_array_new ();
  g_autoptr (CpImported) imported = NULL;

  g_byte_array_append (junk, (const guint8 *) "Content-Type: application/pdf\r\n\r\n", 33);
  g_byte_array_append (junk, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  imported = import_fixture_read_text ((const char *) junk->data, junk->len);

  g_assert_cmpstr (cp_imported_get_media_type (imported), ==, "application/pdf");
  import_fixture_assert_has (imported, "the council of Harrowfield");
}

static void
test_encrypted_document_is_refused (void)
{
  assert_fails ("pdf/encrypted.pdf", CP_ERROR_UNREADABLE, "asks for a password");
}

static void
test_scan_without_text_is_refused_with_advice (void)
{
  assert_fails ("pdf/scan.pdf", CP_ERROR_EMPTY, "OCR");
}

static void
test_broken_and_cyclic_documents_are_refused (void)
{
  assert_fails ("pdf/cut.pdf", CP_ERROR_DAMAGED, "damaged");
  assert_fails ("pdf/cyclic-pages.pdf", CP_ERROR_DAMAGED, "damaged");
  assert_fails ("pdf/cyclic-forms.pdf", CP_ERROR_EMPTY, "OCR");
}

static void
test_document_that_takes_for_ever_is_given_up (void)
{
  assert_fails ("pdf/endless-forms.pdf", CP_ERROR_DAMAGED, "too much time or memory");
}

static void
test_huge_page_is_read (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("pdf/huge-page.pdf");

  import_fixture_assert_has (imported, "A page as large as a country can hold a short sentence.");
}

static void
test_document_of_too_many_pages_is_refused (void)
{
  g_autoptr (GString) document = g_string_new ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 400/Kids[");
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 400; i++)
    g_string_append_printf (document, "%d 0 R ", i + 3);

  g_string_append (document, "]>>endobj\n");
  for (int i = 0; i < 400; i++)
    g_string_append_printf (document, "%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n", i + 3);

  g_string_append (document, "trailer<</Root 1 0 R>>\n%%EOF\n");
  bytes = g_bytes_new (document->str, document->len);
  assert_bytes_fail (bytes, CP_ERROR_TOO_LARGE, "pages");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/columns", test_columns_are_read_one_after_the_other);
  g_test_add_func ("/pdf/torn-paragraphs", test_paragraphs_go_on_in_the_next_column_and_page);
  g_test_add_func ("/pdf/three-columns", test_three_columns_are_read_above_and_below_a_picture);
  g_test_add_func ("/pdf/hyphens", test_words_divided_by_lines_are_made_whole);
  g_test_add_func ("/pdf/head", test_headline_standfirst_byline_and_date_are_found);
  g_test_add_func ("/pdf/running-heads", test_running_heads_and_page_numbers_are_furniture);
  g_test_add_func ("/pdf/captions", test_captions_and_footnotes_are_furniture);
  g_test_add_func ("/pdf/kinds", test_headings_quotations_and_items_are_told_by_their_layout);
  g_test_add_func ("/pdf/italics", test_italics_are_kept);
  g_test_add_func ("/pdf/pictures", test_pictures_are_taken_out);
  g_test_add_func ("/pdf/browser", test_address_is_taken_from_what_a_browser_prints);
  g_test_add_func ("/pdf/initials", test_large_first_letters_begin_their_words);
  g_test_add_func ("/pdf/rotated", test_turned_page_is_read_and_its_margin_is_not);
  g_test_add_func ("/pdf/hebrew", test_hebrew_is_read_from_right_to_left);
  g_test_add_func ("/pdf/original", test_original_is_shown_as_pictures_with_their_words);
  g_test_add_func ("/pdf/junk", test_junk_before_the_document_is_passed_over);
  g_test_add_func ("/pdf/encrypted", test_encrypted_document_is_refused);
  g_test_add_func ("/pdf/scan", test_scan_without_text_is_refused_with_advice);
  g_test_add_func ("/pdf/broken", test_broken_and_cyclic_documents_are_refused);
  g_test_add_func ("/pdf/endless", test_document_that_takes_for_ever_is_given_up);
  g_test_add_func ("/pdf/huge-page", test_huge_page_is_read);
  g_test_add_func ("/pdf/too-many-pages", test_document_of_too_many_pages_is_refused);

  return g_test_run ();
}
