/* SPDX-License-Identifier: GPL-3.0-or-later */
/* E-books become one article or several, by what their chapters are. */

#include "config.h"

#include "cp-original.h"
#include "import-fixture.h"

#include <string.h>

static CpImported *
get_imported (GPtrArray *pieces,
              guint      position)
{
  const ImportFixturePiece *piece = g_ptr_array_index (pieces, position);

  g_assert_no_error (piece->error);

  return piece->imported;
}

static void
test_book_of_one_piece_is_one_article (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/crane.epub");
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_title (article), ==, "Paint the Crane");
  import_fixture_assert_authors (imported, "Halla Brekke");
  g_assert_cmpstr (cp_article_get_outlet (article), ==, "The Lower Town Letter");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2024-02-17");
  g_assert_cmpstr (cp_article_get_url (article), ==, "https://letter.example/crane");
  g_assert_cmpstr (cp_imported_get_media_type (imported), ==, "application/epub+zip");
  import_fixture_assert_has (imported, "which is why it should be painted.");
  import_fixture_assert_lacks (imported, "Paint the Crane");
}

static void
test_pictures_of_the_book_are_kept (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/crane.epub");
  CpArticle *article = cp_imported_get_article (imported);
  CpResource *resource;

  g_assert_cmpuint (cp_article_get_n_images (article), ==, 1);
  g_assert_cmpuint (cp_imported_get_resources (imported)->len, ==, 1);
  resource = g_ptr_array_index (cp_imported_get_resources (imported), 0);
  g_assert_cmpstr (cp_image_get_alternative (cp_article_get_image (article, 0)), ==, "The crane");
  g_assert_cmpstr (cp_image_get_resource (cp_article_get_image (article, 0)), ==, resource->name);
  g_assert_cmpstr (resource->media_type, ==, "image/png");
}

static void
test_unsigned_chapters_are_one_piece (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/essay.epub");

  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (imported)), ==, "Three Ways to Lose a Town");
  import_fixture_assert_heading (imported, "The quay");
  import_fixture_assert_heading (imported, "The market");
  import_fixture_assert_has (imported, "A quay without a crane");
  import_fixture_assert_has (imported, "no baker drives behind a station.");
}

static void
test_signed_chapters_are_pieces_with_their_title_pages (void)
{
  static const char * const titles[] = { "Paint the Crane", "Ring the Bells", "Two Ways to Close a Market" };
  static const char * const authors[] = { "Halla Brekke", "Ole Sand", "Marit Vik" };
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("office/saved.epub");

  g_assert_cmpuint (pieces->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < pieces->len; i++)
    {
      CpImported *imported = get_imported (pieces, i);
      CpArticle *article = cp_imported_get_article (imported);
      g_autofree char *address = g_strdup_printf ("https://letter.example/%u", i + 1);

      g_assert_cmpstr (cp_article_get_title (article), ==, titles[i]);
      g_assert_cmpstr (cp_article_get_url (article), ==, address);
      import_fixture_assert_authors (imported, authors[i]);
      g_assert_null (cp_article_get_published (article));
    }
}

static void
test_issue_of_a_paper_is_its_pieces (void)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("office/issue.epub");
  CpArticle *last;

  g_assert_cmpuint (pieces->len, ==, 2);
  last = cp_imported_get_article (get_imported (pieces, 1));
  g_assert_cmpstr (cp_article_get_title (last), ==, "Ring the Bells");
  g_assert_cmpstr (cp_article_get_outlet (last), ==, "The Lower Town Letter");
}

static void
test_protected_chapters_are_refused_and_fonts_are_not (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/fonts.epub");

  import_fixture_assert_has (imported, "A quay without a crane");
  import_fixture_assert_fails ("office/protected.epub", CP_ERROR_UNSUPPORTED, "protected against copying");
}

static void
test_book_without_chapters_says_so (void)
{
  import_fixture_assert_fails ("office/empty.epub", CP_ERROR_DAMAGED, "text is missing");
}

static void
test_original_shows_all_chapters (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("office/essay.epub");
  g_autofree char *page = cp_original_show (cp_imported_get_original (imported), cp_imported_get_media_type (imported),
                                            cp_imported_get_resources (imported), NULL);

  g_assert_nonnull (strstr (page, "<h2>The quay</h2>"));
  g_assert_nonnull (strstr (page, "<h2>The market</h2>"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/epub/one-piece", test_book_of_one_piece_is_one_article);
  g_test_add_func ("/epub/pictures", test_pictures_of_the_book_are_kept);
  g_test_add_func ("/epub/chapters", test_unsigned_chapters_are_one_piece);
  g_test_add_func ("/epub/signed", test_signed_chapters_are_pieces_with_their_title_pages);
  g_test_add_func ("/epub/issue", test_issue_of_a_paper_is_its_pieces);
  g_test_add_func ("/epub/protected", test_protected_chapters_are_refused_and_fonts_are_not);
  g_test_add_func ("/epub/empty", test_book_without_chapters_says_so);
  g_test_add_func ("/epub/original", test_original_shows_all_chapters);

  return g_test_run ();
}
