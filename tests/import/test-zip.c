/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives give the pieces in them; what belongs to a page is none, and what is hostile is told in one sentence. */

#include "config.h"

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
assert_refused_in_one_sentence (const char *name,
                                CpError     code,
                                const char *words)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces (name);
  const ImportFixturePiece *piece = g_ptr_array_index (pieces, 0);

  g_assert_cmpuint (pieces->len, ==, 1);
  g_assert_error (piece->error, CP_ERROR, (int) code);
  g_assert_nonnull (strstr (piece->error->message, words));
}

static void
test_pages_are_pieces_and_their_folders_are_not (void)
{
  static const char * const titles[] = { "The Ferry Is a Street", "The Fields Are Not for Sale", "The Note in the Archive" };
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("archives/bundle.zip");

  g_assert_cmpuint (pieces->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < pieces->len; i++)
    g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (get_imported (pieces, i))), ==, titles[i]);
}

static void
test_pages_come_with_the_pictures_in_their_folders (void)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("archives/bundle.zip");
  GPtrArray *resources = cp_imported_get_resources (get_imported (pieces, 0));
  guint n_pictures = 0;

  for (guint i = 0; i < resources->len; i++)
    {
      CpResource *resource = g_ptr_array_index (resources, i);

      if (!cp_resource_is_image (resource))
        continue;

      n_pictures++;
      g_assert_cmpstr (resource->name, ==, "The%20Ferry_files/boat.png");
    }
  g_assert_cmpuint (n_pictures, ==, 1);
}

static void
test_names_of_any_kind_are_read (void)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("archives/names.zip");

  g_assert_cmpuint (pieces->len, ==, 8);
}

static void
test_archive_of_pictures_says_that_there_is_nothing_to_read (void)
{
  assert_refused_in_one_sentence ("archives/pictures.zip", CP_ERROR_EMPTY, "without any page");
  assert_refused_in_one_sentence ("archives/empty.zip", CP_ERROR_EMPTY, "without any page");
}

static void
test_hostile_archives_are_refused_in_one_sentence (void)
{
  assert_refused_in_one_sentence ("archives/bomb.zip", CP_ERROR_TOO_LARGE, "made to unpack");
  assert_refused_in_one_sentence ("archives/overlapping.zip", CP_ERROR_TOO_LARGE, "made to unpack");
  assert_refused_in_one_sentence ("archives/nested-deep.zip", CP_ERROR_UNSUPPORTED, "archive in an archive");
  assert_refused_in_one_sentence ("archives/nested-wide.zip", CP_ERROR_UNSUPPORTED, "archive in an archive");
  assert_refused_in_one_sentence ("archives/encrypted.zip", CP_ERROR_UNSUPPORTED, "password");
  assert_refused_in_one_sentence ("archives/cut.zip", CP_ERROR_DAMAGED, "cut short");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zip/pages", test_pages_are_pieces_and_their_folders_are_not);
  g_test_add_func ("/zip/pictures", test_pages_come_with_the_pictures_in_their_folders);
  g_test_add_func ("/zip/names", test_names_of_any_kind_are_read);
  g_test_add_func ("/zip/nothing", test_archive_of_pictures_says_that_there_is_nothing_to_read);
  g_test_add_func ("/zip/hostile", test_hostile_archives_are_refused_in_one_sentence);

  return g_test_run ();
}
