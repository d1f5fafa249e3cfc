/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved web pages become articles, whatever stands around the piece and whatever the page tries. */

#include "config.h"

#include "cp-error.h"
#include "import-fixture.h"

#include <string.h>

#define N_NESTED 100000

static void
test_metadata_comes_from_linked_data_and_meta_tags (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("page.html");
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_title (article), ==, "The Lighthouse Should Stay Dark");
  g_assert_cmpstr (cp_article_get_standfirst (article), ==, "A lamp that no ship needs is a lamp that every bird pays for.");
  import_fixture_assert_authors (imported, "Aurelia Fenwick|Samuel Obuya");
  g_assert_cmpstr (cp_article_get_outlet (article), ==, "The Cape Bulletin");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2025-02-11");
  g_assert_cmpstr (cp_article_get_url (article), ==, "https://capebulletin.example/2025/02/11/lighthouse-should-stay-dark/");
  g_assert_cmpstr (cp_article_get_language (article), ==, "en");
  g_assert_true (cp_article_get_opinion (article));
  g_assert_cmpstr (cp_imported_get_media_type (imported), ==, "text/html");
}

static void
test_metadata_is_found_without_markup_for_it (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text (
    "<html><head><title>Mind the Gap in the Hedge - The Weald Courier</title></head><body>"
    "<h1>Mind the Gap in the Hedge</h1><p>By Nell Ashcombe</p><p>1st of October, 2019</p>"
    "<p>A hedge with a gap in it is a gate that nobody paid for, and the parish has eleven miles of both.</p>"
    "<p>Close the gaps where the sheep go and leave those where the children go; there is no need to vote on which is which.</p>"
    "</body></html>", -1);
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_title (article), ==, "Mind the Gap in the Hedge");
  import_fixture_assert_authors (imported, "Nell Ashcombe");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2019-10-01");
  import_fixture_assert_lacks (imported, "Nell");
}

static void
test_empty_titles_leave_the_file_name (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text (
    "<html><head><title></title></head><body><p>A page with an empty title is a page with no title at all.</p></body></html>", -1);

  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (imported)), ==, "saved piece");
}

static void
test_body_is_whole_when_it_is_split_over_containers (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("page.html");

  import_fixture_assert_has (imported, "When the harbour board");
  import_fixture_assert_has (imported, "\n\nNo.\n\n");
  import_fixture_assert_heading (imported, "What the beam is for");
  import_fixture_assert_has (imported, "The hotel closes at ten.");
  import_fixture_assert_has (imported, "We never lit it in May");
  import_fixture_assert_has (imported, "could be known by its dark.");
  g_assert_cmpint (cp_block_get_kind (import_fixture_find_block (imported, "We never lit")), ==, CP_BLOCK_QUOTATION);
  g_assert_cmpint (cp_block_get_kind (import_fixture_find_block (imported, "closes at ten")), ==, CP_BLOCK_LIST_ITEM);
}

static void
test_furniture_of_the_page_stays_out_of_the_text (void)
{
  static const char * const furniture[] = {
    "Home", "Opinion", "Lighthouse Should", "no ship needs", "Fenwick", "February", "lamp room", "Calloway", "More on this", "keeper who never",
    "Advertisement", "Cape at Dawn", "morning letter", "Comments", "hotel has been dark", "Lovely piece", "rights reserved",
    "not on the page", "font-weight",
  };
  g_autoptr (CpImported) imported = import_fixture_read ("page.html");

  for (gsize i = 0; i < G_N_ELEMENTS (furniture); i++)
    import_fixture_assert_lacks (imported, furniture[i]);
}

static void
test_furniture_of_the_piece_is_kept_as_furniture (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("page.html");
  CpBlock *caption = import_fixture_find_block (imported, "lamp room");
  CpBlock *related = import_fixture_find_block (imported, "keeper who never slept");

  g_assert_cmpint (cp_block_get_kind (caption), ==, CP_BLOCK_CAPTION);
  g_assert_cmpint (cp_block_get_role (caption), ==, CP_BLOCK_FURNITURE);
  g_assert_cmpint (cp_block_get_role (related), ==, CP_BLOCK_FURNITURE);
  g_assert_true (g_strv_contains (cp_imported_get_dropped (imported), "3 related links"));
}

static void
test_pull_quote_does_not_repeat_words_of_the_text (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text (
    "<html><body><h1>Bread</h1>"
    "<p>A loaf that is cut before it has cooled is a loaf that was never meant for anyone else at the table.</p>"
    "<blockquote>a loaf that was never meant for anyone else</blockquote>"
    "<p>Wait, then, and call the others while you wait; the crust will say when it is ready, and it says so aloud.</p>"
    "</body></html>", -1);

  g_assert_cmpint (cp_block_get_role (import_fixture_find_block (imported, "A loaf that is cut")), ==, CP_BLOCK_BODY);
  import_fixture_assert_lacks (imported, "\n\na loaf that was never");
}

static void
test_breaks_divide_paragraphs_of_old_pages (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text (
    "<html><body><center><b>The Mill</b></center>The mill has stood idle since the spring, and the stream has not noticed it yet.<br><br>"
    "Somebody should tell the stream, or else somebody should<br>tell the miller, for one of the two is wrong about what a mill is.</body></html>", -1);

  import_fixture_assert_has (imported, "noticed it yet.\n\nSomebody should");
  import_fixture_assert_has (imported, "somebody should tell the miller");
}

static void
test_hostile_page_opens_as_its_words (void)
{
  static const char * const unwanted[] = {
    "written by script", "framed words", "typed words", "drawn words", "film words", "template words", "comment words", "127.0.0.1", "Send",
  };
  g_autoptr (CpImported) imported = import_fixture_read ("hostile.html");

  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (imported)), ==, "Salt on the Road");
  import_fixture_assert_has (imported, "from November to March");
  import_fixture_assert_has (imported, "costs more and does less harm");
  import_fixture_assert_has (imported, "<script>alert(9)</script> is how a page would look");
  import_fixture_assert_has (imported, "publish the scales.");
  g_assert_true (g_utf8_validate (cp_article_get_text (cp_imported_get_article (imported)), -1, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (unwanted); i++)
    import_fixture_assert_lacks (imported, unwanted[i]);
}

/* The page asks for a dozen things from the address that we listen at. */
static void
test_hostile_page_makes_no_connection (void)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_autoptr (GFile) file = import_fixture_new_file ("hostile.html");
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (GString) page = g_string_new_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (CpImported) imported = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *host = NULL;

  g_assert_true (g_socket_bind (socket, address, FALSE, NULL));
  g_assert_true (g_socket_listen (socket, NULL));
  bound = g_socket_get_local_address (socket, NULL);
  host = g_strdup_printf ("127.0.0.1:%u/", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));

  for (char *zero = memchr (page->str, 0, page->len); zero != NULL; zero = memchr (page->str, 0, page->len))
    *zero = ' ';
  g_assert_cmpuint (g_string_replace (page, "127.0.0.1:9/", host, 0), >=, 12);

  imported = import_fixture_read_text (page->str, page->len);

  g_socket_set_blocking (socket, FALSE);
  g_assert_null (g_socket_accept (socket, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK);
}

static void
test_deep_nesting_is_walked_to_its_end (void)
{
  static const char * const tags[] = { "div", "b", "blockquote", "ul><li", "table><tr><td", "font", "b>x<br><br", "i>x<div" };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (GString) page = g_string_new ("<html><body><h1>Deep</h1><p>The first paragraph stands at the top, where everybody can see it.</p>");
      g_autoptr (CpImported) imported = NULL;

      for (int n = 0; n < N_NESTED; n++)
        g_string_append_printf (page, "<%s>", tags[i]);
      g_string_append (page, "<p>The last paragraph stands at the bottom, where nobody has ever been before.</p>");

      imported = import_fixture_read_text (page->str, page->len);
      import_fixture_assert_has (imported, "The first paragraph");
      import_fixture_assert_has (imported, "The last paragraph");
    }
}

static void
test_deep_linked_data_is_passed_over (void)
{
  g_autoptr (GString) page = g_string_new ("<html><head><script type='application/ld+json'>");
  g_autoptr (CpImported) imported = NULL;

  for (int n = 0; n < N_NESTED; n++)
    g_string_append (page, "[{\"a\":");
  g_string_append (page, "</script></head><body><p>What is nested so deeply says nothing that anybody needs to know.</p></body></html>");

  imported = import_fixture_read_text (page->str, page->len);
  import_fixture_assert_has (imported, "What is nested so deeply");
}

static void
test_page_without_text_is_an_error (void)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<!DOCTYPE html><html><body><script>render()</script></body></html>", 67);
  g_autoptr (GError) error = NULL;

  g_assert_null (cp_importer_read_bytes (importer, bytes, "app.html", &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "app.html"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html/metadata", test_metadata_comes_from_linked_data_and_meta_tags);
  g_test_add_func ("/html/metadata-without-markup", test_metadata_is_found_without_markup_for_it);
  g_test_add_func ("/html/empty-titles", test_empty_titles_leave_the_file_name);
  g_test_add_func ("/html/split-body", test_body_is_whole_when_it_is_split_over_containers);
  g_test_add_func ("/html/furniture-of-the-page", test_furniture_of_the_page_stays_out_of_the_text);
  g_test_add_func ("/html/furniture-of-the-piece", test_furniture_of_the_piece_is_kept_as_furniture);
  g_test_add_func ("/html/pull-quote", test_pull_quote_does_not_repeat_words_of_the_text);
  g_test_add_func ("/html/breaks", test_breaks_divide_paragraphs_of_old_pages);
  g_test_add_func ("/html/hostile", test_hostile_page_opens_as_its_words);
  g_test_add_func ("/html/no-connection", test_hostile_page_makes_no_connection);
  g_test_add_func ("/html/deep-nesting", test_deep_nesting_is_walked_to_its_end);
  g_test_add_func ("/html/deep-linked-data", test_deep_linked_data_is_passed_over);
  g_test_add_func ("/html/page-without-text", test_page_without_text_is_an_error);

  return g_test_run ();
}
