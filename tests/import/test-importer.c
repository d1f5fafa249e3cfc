/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cannot be read is told in one sentence; what can is read in the thread or out of it. */

#include "config.h"

#include "cp-error.h"
#include "import-fixture.h"

#include <string.h>

static void
assert_fails (GFile      *file,
              CpError     code,
              const char *advice)
{
  CpImporter *importer = cp_importer_new ();
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;

  g_assert_null (cp_importer_read (importer, file, NULL, &error));
  g_assert_error (error, CP_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, advice));

  g_assert_finalize_object (importer);
}

static void
assert_fixture_fails (const char *name,
                      CpError     code,
                      const char *advice)
{
  g_autoptr (GFile) file = import_fixture_new_file (name);

  assert_fails (file, code, advice);
}

static void
test_missing_file_is_named (void)
{
  assert_fixture_fails ("not-there.html", CP_ERROR_NOT_FOUND, "does not exist");
}

static void
test_empty_file_is_named (void)
{
  assert_fixture_fails ("empty.txt", CP_ERROR_EMPTY, "is empty");
  assert_fixture_fails ("blank.md", CP_ERROR_EMPTY, "no text");
}

static void
test_folder_is_named (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());

  assert_fails (folder, CP_ERROR_UNSUPPORTED, "is a folder");
}

static void
test_binary_files_are_named_with_what_they_are (void)
{
  assert_fixture_fails ("picture.png", CP_ERROR_UNSUPPORTED, "a picture");
  assert_fixture_fails ("program.bin", CP_ERROR_UNSUPPORTED, "a program");
  assert_fixture_fails ("noise.html", CP_ERROR_UNSUPPORTED, "without text");
}

/* No device at all times and for every user refuses to be read, but one's own memory at address 0 does. */
static void
test_unreadable_file_is_named (void)
{
  g_autoptr (GFile) memory = g_file_new_for_path ("/proc/self/mem");

  if (!g_file_query_exists (memory, NULL))
    {
      g_test_skip ("no /proc here");
      return;
    }

  assert_fails (memory, CP_ERROR_UNREADABLE, "cannot be read");
}

static void
test_device_is_refused_before_it_is_opened (void)
{
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");

  assert_fails (device, CP_ERROR_UNSUPPORTED, "is a device");
}

static void
test_file_over_the_limit_is_refused_unread (void)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("counterpoint-XXXXXX", &stream, NULL);

  /* A hole, which takes no room on disk. */
  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream), CP_IMPORTER_MAX_SIZE + 1, NULL, NULL));
  assert_fails (file, CP_ERROR_TOO_LARGE, "64 MB");
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_reader_is_chosen_by_content_not_by_name (void)
{
  g_autoptr (CpImported) page = import_fixture_read_text (
    "<!-- saved -->\n<!doctype html><p>A page by any other name is a page, and it reads as sweetly.</p>", -1);
  g_autoptr (CpImported) markdown = import_fixture_read_text ("# A heading\n\nA paragraph with a [link](#) in it.\n", -1);
  g_autoptr (CpImported) plain = import_fixture_read_text ("Five < six, and six > five.\n\n#metoo is no heading.\n", -1);

  g_assert_cmpstr (cp_imported_get_media_type (page), ==, "text/html");
  g_assert_cmpstr (cp_imported_get_media_type (markdown), ==, "text/markdown");
  g_assert_cmpstr (cp_imported_get_media_type (plain), ==, "text/plain");
}

static void
test_id_and_original_are_those_of_the_bytes (void)
{
  CpImported *imported = import_fixture_read_text ("The same bytes give the same id.", -1);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, cp_imported_get_original (imported));

  g_assert_cmpuint (g_bytes_get_size (cp_imported_get_original (imported)), ==, 32);
  g_assert_cmpuint (strlen (cp_article_get_id (cp_imported_get_article (imported))), ==, 12);
  g_assert_true (g_str_has_prefix (hash, cp_article_get_id (cp_imported_get_article (imported))));
  g_assert_finalize_object (imported);
}

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GAsyncResult **stored = user_data;

  *stored = g_object_ref (result);
}

static void
test_reading_in_a_thread_gives_the_same (void)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GFile) file = import_fixture_new_file ("torn.md");
  g_autoptr (CpImported) here = import_fixture_read ("torn.md");
  g_autoptr (CpImported) there = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cp_importer_read_async (importer, file, NULL, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  there = cp_importer_read_finish (importer, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cp_article_get_text (cp_imported_get_article (here)), ==, cp_article_get_text (cp_imported_get_article (there)));
}

static void
test_cancelled_reading_says_so (void)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GFile) file = import_fixture_new_file ("torn.md");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cp_importer_read (importer, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/importer/missing", test_missing_file_is_named);
  g_test_add_func ("/importer/empty", test_empty_file_is_named);
  g_test_add_func ("/importer/folder", test_folder_is_named);
  g_test_add_func ("/importer/binary", test_binary_files_are_named_with_what_they_are);
  g_test_add_func ("/importer/unreadable", test_unreadable_file_is_named);
  g_test_add_func ("/importer/device", test_device_is_refused_before_it_is_opened);
  g_test_add_func ("/importer/too-large", test_file_over_the_limit_is_refused_unread);
  g_test_add_func ("/importer/chosen-by-content", test_reader_is_chosen_by_content_not_by_name);
  g_test_add_func ("/importer/id-and-original", test_id_and_original_are_those_of_the_bytes);
  g_test_add_func ("/importer/thread", test_reading_in_a_thread_gives_the_same);
  g_test_add_func ("/importer/cancelled", test_cancelled_reading_says_so);

  return g_test_run ();
}
