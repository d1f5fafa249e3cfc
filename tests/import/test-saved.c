/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages saved with what they show keep the pictures of the piece, and those alone. */

#include "config.h"

#include "cp-error.h"
#include "import-fixture.h"

#include <string.h>

#define SAFARI_HEAD "bplist00"

static CpResource *
find_resource (CpImported *imported,
               const char *name)
{
  GPtrArray *resources = cp_imported_get_resources (imported);

  for (guint i = 0; i < resources->len; i++)
    {
      CpResource *resource = g_ptr_array_index (resources, i);

      if (g_str_equal (resource->name, name))
        return resource;
    }

  g_error ("no resource “%s”", name);
}

/* @file: of the pictures that the fixtures are made of */
static void
assert_image (CpImported *imported,
              guint       index,
              const char *file,
              const char *alternative,
              const char *before)
{
  g_autofree char *path = g_strconcat ("saved/complete/Let the Last Ferry Wait_files/", file, NULL);
  g_autoptr (GFile) expected_file = import_fixture_new_file (path);
  g_autoptr (GBytes) expected = g_file_load_bytes (expected_file, NULL, NULL, NULL);
  CpArticle *article = cp_imported_get_article (imported);
  CpImage *image = cp_article_get_image (article, index);
  CpResource *resource = find_resource (imported, cp_image_get_resource (image));
  CpBlock *block = cp_article_get_block (article, cp_image_get_position (image));

  g_assert_true (g_bytes_equal (resource->bytes, expected));
  g_assert_cmpstr (resource->media_type, ==, "image/png");
  g_assert_cmpstr (cp_image_get_alternative (image), ==, alternative);
  g_assert_true (g_str_has_prefix (cp_block_get_text (block), before));
}

/* The face of the author, and the dot that counts readers, are no pictures of the piece. */
static void
test_pictures_stand_where_the_page_has_them (gconstpointer data)
{
  g_autoptr (CpImported) imported = import_fixture_read (data);
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_title (article), ==, "Let the Last Ferry Wait");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2025-03-14");
  g_assert_cmpint (cp_article_get_n_words (article), ==, 218);
  import_fixture_assert_authors (imported, "Ylva Tornqvist");

  g_assert_cmpuint (cp_article_get_n_images (article), ==, 2);
  assert_image (imported, 0, "quay.png", "People with bags on a quay at dusk", "The quay at half past nine");
  assert_image (imported, 1, "boat.png", "A small ferry under way", "The council should move");
}

static void
test_picture_of_a_newsletter_is_kept (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("saved/newsletter.eml");

  g_assert_cmpuint (cp_article_get_n_images (cp_imported_get_article (imported)), ==, 1);
  assert_image (imported, 0, "quay.png", "People with bags on a quay at dusk", "Every evening at ten");
}

static void
test_web_archive_knows_its_address (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("saved/binary.webarchive");

  g_assert_cmpstr (cp_article_get_url (cp_imported_get_article (imported)), ==,
                   "https://www.strandpost.example/opinion/2025/03/14/let-the-last-ferry-wait/");
  g_assert_cmpstr (cp_imported_get_media_type (imported), ==, "application/x-webarchive");
}

static void
test_page_of_single_file_knows_its_address (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("saved/single-file.html");

  g_assert_cmpstr (cp_article_get_url (cp_imported_get_article (imported)), ==,
                   "https://www.strandpost.example/opinion/2025/03/14/let-the-last-ferry-wait/");
}

static void
test_pictures_that_did_not_come_along_are_left_out (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text (
    "<html><body><article><h1>Bread</h1><img src='https://127.0.0.1/a.png' width='600' height='400'><img src='../../etc/passwd'>"
    "<img src='file:///etc/hostname'><img srcset=', ,, 2x'><img src='data:image/png;base64,'><img src='data:'>"
    "<p>A loaf that is cut before it has cooled is a loaf that was never meant for anyone else at the table.</p></article></body></html>", -1);

  g_assert_cmpuint (cp_article_get_n_images (cp_imported_get_article (imported)), ==, 0);
  g_assert_cmpuint (cp_imported_get_resources (imported)->len, ==, 0);
}

static void
test_broken_web_archives_are_errors (void)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GFile) file = import_fixture_new_file ("saved/binary.webarchive");
  g_autoptr (GBytes) whole = g_file_load_bytes (file, NULL, NULL, NULL);

  for (gsize size = 100; size < g_bytes_get_size (whole); size += 97)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, size);
      g_autoptr (GError) error = NULL;

      g_assert_null (cp_importer_read_bytes (importer, cut, "cut.webarchive", &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "cut.webarchive"));
    }
}

static void
append_number (GString *bytes,
               guint64  number)
{
  guint64 big = GUINT64_TO_BE (number);

  g_string_append_len (bytes, (const char *) &big, sizeof big);
}

/* @objects: their contents; each begins where the one before ends */
static GBytes *
make_list (const char * const *objects,
           const gsize        *lengths,
           gsize               n_objects)
{
  g_autoptr (GString) bytes = g_string_new (SAFARI_HEAD);
  g_autoptr (GString) table = g_string_new (NULL);
  gsize table_start;

  for (gsize i = 0; i < n_objects; i++)
    {
      append_number (table, bytes->len);
      g_string_append_len (bytes, objects[i], lengths[i]);
    }

  table_start = bytes->len;
  g_string_append_len (bytes, table->str, table->len);
  g_string_append_len (bytes, "\0\0\0\0\0\0\x08\x01", 8);
  append_number (bytes, n_objects);
  append_number (bytes, 0);
  append_number (bytes, table_start);

  return g_bytes_new (bytes->str, bytes->len);
}

static void
assert_refused (GBytes *bytes)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (cp_importer_read_bytes (importer, bytes, "bomb.webarchive", &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_DAMAGED);
}

/* Thirty lists, each of which has the next one in it twice, are 2³⁰ when they are copied. */
static void
test_web_archives_that_grow_or_turn_back_are_errors (void)
{
  const char *objects[40];
  gsize lengths[40];
  char lists[40][3];
  g_autoptr (GBytes) growing = NULL;
  g_autoptr (GBytes) turning = NULL;

  for (int i = 0; i < 30; i++)
    {
      memcpy (lists[i], (char[]) { (char) 0xA2, i + 1, i + 1 }, 3);
      objects[i] = lists[i];
      lengths[i] = 3;
    }
  objects[30] = "\x5F\x10\x0FWebMainResource";
  lengths[30] = 18;

  growing = make_list (objects, lengths, 31);
  assert_refused (growing);

  lists[29][1] = lists[29][2] = 3;
  turning = make_list (objects, lengths, 31);
  assert_refused (turning);
}

static void
test_deep_web_archives_are_errors (void)
{
  g_autoptr (GString) deep = g_string_new ("<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>WebMainResource</key>");
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 200000; i++)
    g_string_append (deep, "<array>");

  bytes = g_bytes_new (deep->str, deep->len);
  assert_refused (bytes);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/saved/pictures/chrome", "saved/chrome.mhtml", test_pictures_stand_where_the_page_has_them);
  g_test_add_data_func ("/saved/pictures/explorer", "saved/explorer.mht", test_pictures_stand_where_the_page_has_them);
  g_test_add_data_func ("/saved/pictures/binary-web-archive", "saved/binary.webarchive", test_pictures_stand_where_the_page_has_them);
  g_test_add_data_func ("/saved/pictures/xml-web-archive", "saved/xml.webarchive", test_pictures_stand_where_the_page_has_them);
  g_test_add_data_func ("/saved/pictures/single-file", "saved/single-file.html", test_pictures_stand_where_the_page_has_them);
  g_test_add_data_func ("/saved/pictures/complete", "saved/complete/Let the Last Ferry Wait.html", test_pictures_stand_where_the_page_has_them);
  g_test_add_func ("/saved/pictures/newsletter", test_picture_of_a_newsletter_is_kept);
  g_test_add_func ("/saved/pictures/left-out", test_pictures_that_did_not_come_along_are_left_out);
  g_test_add_func ("/saved/single-file/address", test_page_of_single_file_knows_its_address);
  g_test_add_func ("/saved/web-archive/address", test_web_archive_knows_its_address);
  g_test_add_func ("/saved/web-archive/broken", test_broken_web_archives_are_errors);
  g_test_add_func ("/saved/web-archive/bombs", test_web_archives_that_grow_or_turn_back_are_errors);
  g_test_add_func ("/saved/web-archive/deep", test_deep_web_archives_are_errors);

  return g_test_run ();
}
