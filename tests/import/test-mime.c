/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages saved as one file and newsletters saved as letters become articles. */

#include "config.h"

#include "cp-error.h"
#include "import-fixture.h"

#include <string.h>

/* The fixtures hold one piece; what is asserted here is the same whatever it was saved as. */
static void
assert_piece (CpImported *imported)
{
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_title (article), ==, "Let the Last Ferry Wait");
  import_fixture_assert_authors (imported, "Ylva Tornqvist");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2025-03-14");
  g_assert_cmpint (cp_article_get_n_words (article), ==, 218);
  g_assert_true (g_str_has_prefix (cp_article_get_text (article), "Every evening at ten past nine"));
  import_fixture_assert_has (imported, "the water.\n\nThe harbour office");
  import_fixture_assert_has (imported, "row the skipper home myself.");
  import_fixture_assert_lacks (imported, "More opinion");
  import_fixture_assert_lacks (imported, "Tornqvist");
  import_fixture_assert_lacks (imported, "Unsubscribe");
  import_fixture_assert_lacks (imported, "terms of the letter");
}

static GError *
fail_to_read (const char *text,
              gssize      length)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  GError *error = NULL;

  g_assert_null (cp_importer_read_bytes (importer, bytes, "saved.mhtml", &error));
  g_assert_nonnull (strstr (error->message, "saved.mhtml"));

  return error;
}

static void
test_page_saved_by_chrome_is_read (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("saved/chrome.mhtml");
  CpArticle *article = cp_imported_get_article (imported);

  assert_piece (imported);
  g_assert_cmpstr (cp_article_get_url (article), ==, "https://www.strandpost.example/opinion/2025/03/14/let-the-last-ferry-wait/");
  g_assert_cmpstr (cp_article_get_outlet (article), ==, "The Strand Post");
  g_assert_true (g_str_has_prefix (cp_article_get_standfirst (article), "A timetable that leaves"));
  g_assert_true (cp_article_get_opinion (article));
  g_assert_cmpstr (cp_imported_get_media_type (imported), ==, "multipart/related");
}

static void
test_page_after_its_pictures_is_found_by_its_id (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("saved/explorer.mht");

  assert_piece (imported);
  import_fixture_assert_has (imported, "eleven years — long enough");
  g_assert_cmpstr (cp_article_get_url (cp_imported_get_article (imported)), ==, "https://www.strandpost.example/opinion/ferry.html");
}

static void
test_page_whose_pictures_are_cut_off_is_read (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("saved/cut-in-pictures.mhtml");

  assert_piece (imported);
}

static void
test_page_that_is_cut_off_itself_is_an_error (void)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GFile) file = import_fixture_new_file ("saved/cut-in-page.mhtml");
  g_autoptr (GError) error = NULL;

  g_assert_null (cp_importer_read (importer, file, NULL, &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "cut-in-page.mhtml"));
}

/* Wherever a saved page ends, it is opened whole or refused. */
static void
test_page_cut_anywhere_is_whole_or_an_error (void)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GFile) file = import_fixture_new_file ("saved/chrome.mhtml");
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  guint n_read = 0;

  for (gsize size = 1; size < g_bytes_get_size (bytes); size += 61)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (CpImported) imported = cp_importer_read_bytes (importer, cut, "cut.mhtml", &error);

      /* So little is left that it is taken for plain text. */
      if (imported != NULL && g_str_equal (cp_imported_get_media_type (imported), "text/plain"))
        continue;

      g_assert_true ((imported != NULL) != (error != NULL));
      if (imported != NULL)
        assert_piece (imported);
      n_read += imported != NULL;
    }

  g_assert_cmpuint (n_read, >, 10);
}

static void
test_newsletter_is_read_from_its_page (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("saved/newsletter.eml");
  CpArticle *article = cp_imported_get_article (imported);

  assert_piece (imported);
  g_assert_cmpstr (cp_article_get_outlet (article), ==, "The Strand Post");
  g_assert_cmpstr (cp_article_get_url (article), ==, "https://www.strandpost.example/letters/41");
  g_assert_cmpstr (cp_imported_get_media_type (imported), ==, "message/rfc822");
  import_fixture_assert_lacks (imported, "best read as a page");
}

static void
test_flowed_letter_has_its_paragraphs (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("saved/flowed.eml");
  CpArticle *article = cp_imported_get_article (imported);

  assert_piece (imported);
  g_assert_cmpstr (cp_article_get_outlet (article), ==, "The Strand Letters");
  g_assert_cmpstr (cp_article_get_url (article), ==, "https://www.strandpost.example/letters/41");
  g_assert_cmpint (cp_block_get_role (import_fixture_find_block (imported, "Sent from the quay")), ==, CP_BLOCK_FURNITURE);
}

static gboolean
take_title_cb (const char   *path,
               CpImported   *imported,
               const GError *error,
               gpointer      user_data)
{
  GString *titles = user_data;

  g_assert_no_error (error);
  g_string_append_printf (titles, "%s;", cp_article_get_title (cp_imported_get_article (imported)));

  return TRUE;
}

static void
test_mailbox_gives_each_of_its_letters (void)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GFile) file = import_fixture_new_file ("saved/letters.mbox");
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (cp_importer_read_each (importer, file, NULL, take_title_cb, titles, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (titles->str, ==, "Let the Last Ferry Wait;Leave the Buoys Alone;");
}

static void
test_forwarded_letter_is_read_from_inside (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text (
    "From: Reader <reader@reader.example>\r\nTo: desk@reader.example\r\nSubject: have you seen this\r\nDate: Sat, 15 Mar 2025 09:00:00 +0100\r\n"
    "MIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n"
    "From: Odd Berg, The Strand Post <odd@strandpost.example>\r\nTo: reader@reader.example\r\nSubject: Leave the Buoys Alone\r\n"
    "Date: Fri, 14 Mar 2025 09:00:00 +0100\r\n\r\n"
    "A buoy that has been red for a hundred years is known to every child on the coast, and to every gull.\r\n\r\n"
    "Paint it green and you will have to teach both of them anew; the gulls are the quicker ones.\r\n", -1);
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_title (article), ==, "Leave the Buoys Alone");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2025-03-14");
  g_assert_cmpstr (cp_article_get_outlet (article), ==, "The Strand Post");
  import_fixture_assert_authors (imported, "Odd Berg");
}

static void
test_plain_text_with_a_colon_is_no_letter (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text (
    "Correction: the buoys were green\n\nLast week this paper said that the buoys in the sound were red, as they have been since the war.\n\n"
    "They are green, and have been so since Monday, which is what the piece was about.\n", -1);

  g_assert_cmpstr (cp_imported_get_media_type (imported), ==, "text/plain");
}

static void
test_message_without_text_is_an_error (void)
{
  g_autoptr (GError) error = fail_to_read (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nxx\r\n--b--\r\n", -1);

  g_assert_error (error, CP_ERROR, CP_ERROR_DAMAGED);
}

static void
test_parts_without_end_are_refused (void)
{
  g_autoptr (GString) deep = g_string_new ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n");
  g_autoptr (GString) many = g_string_new (deep->str);
  g_autoptr (GString) wide = g_string_new ("MIME-Version: 1.0\r\nContent-Type: text/html\r\nX-Long: ");
  g_autoptr (GError) deep_error = NULL;
  g_autoptr (GError) many_error = NULL;
  g_autoptr (GError) wide_error = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (deep, "--b\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n");
  deep_error = fail_to_read (deep->str, deep->len);
  g_assert_error (deep_error, CP_ERROR, CP_ERROR_TOO_LARGE);

  for (int i = 0; i < 1000000; i++)
    g_string_append (many, "--b\r\n\r\n");
  many_error = fail_to_read (many->str, many->len);
  g_assert_error (many_error, CP_ERROR, CP_ERROR_TOO_LARGE);

  for (int i = 0; i < 1000000; i++)
    g_string_append (wide, "word word word\r\n ");
  wide_error = fail_to_read (wide->str, wide->len);
  g_assert_error (wide_error, CP_ERROR, CP_ERROR_TOO_LARGE);
}

/* As deep and as many as is allowed, which the stack and the memory must bear. */
static void
test_many_parts_are_read_within_limits (void)
{
  g_autoptr (GString) text = g_string_new ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n");
  g_autoptr (CpImported) imported = NULL;

  g_string_append (text, "--b\r\nContent-Type: text/html\r\n\r\n<html><p>The first of many parts is the one that anybody ever wanted to read.</p></html>\r\n");
  for (int i = 0; i < 190; i++)
    g_string_append_printf (text, "--b\r\nContent-Type: multipart/mixed; boundary=\"b%d\"\r\n\r\n--b%d\r\n", i, i);
  for (int i = 0; i < 40000; i++)
    g_string_append (text, "--b\r\n\r\n");

  imported = import_fixture_read_text (text->str, text->len);
  import_fixture_assert_has (imported, "The first of many parts");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mime/chrome", test_page_saved_by_chrome_is_read);
  g_test_add_func ("/mime/start", test_page_after_its_pictures_is_found_by_its_id);
  g_test_add_func ("/mime/cut-in-pictures", test_page_whose_pictures_are_cut_off_is_read);
  g_test_add_func ("/mime/cut-in-page", test_page_that_is_cut_off_itself_is_an_error);
  g_test_add_func ("/mime/cut-anywhere", test_page_cut_anywhere_is_whole_or_an_error);
  g_test_add_func ("/mime/newsletter", test_newsletter_is_read_from_its_page);
  g_test_add_func ("/mime/flowed", test_flowed_letter_has_its_paragraphs);
  g_test_add_func ("/mime/mailbox", test_mailbox_gives_each_of_its_letters);
  g_test_add_func ("/mime/forwarded", test_forwarded_letter_is_read_from_inside);
  g_test_add_func ("/mime/plain-text", test_plain_text_with_a_colon_is_no_letter);
  g_test_add_func ("/mime/without-text", test_message_without_text_is_an_error);
  g_test_add_func ("/mime/without-end", test_parts_without_end_are_refused);
  g_test_add_func ("/mime/many-parts", test_many_parts_are_read_within_limits);

  return g_test_run ();
}
