/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives give their members by name and within limits; what was made to do harm is refused. */

#include "config.h"

#include "cp-archive.h"
#include "cp-error.h"
#include "cp-zip-path.h"

#include <string.h>

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "import", "archives", name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

static CpArchive *
open_archive (const char *name)
{
  g_autoptr (GBytes) bytes = load (name);
  g_autoptr (GError) error = NULL;
  CpArchive *archive = cp_archive_open (bytes, name, &error);

  g_assert_no_error (error);

  return archive;
}

static void
assert_reads (CpArchive  *archive,
              const char *path,
              const char *contents)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cp_archive_read_path (archive, path, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), contents, strlen (contents));
}

static void
assert_says (const GError *error,
             CpError       code,
             const char   *name,
             const char   *words)
{
  g_assert_error (error, CP_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, words));
}

static void
assert_refused (const char *name,
                CpError     code,
                const char *words)
{
  g_autoptr (GBytes) bytes = load (name);
  g_autoptr (GError) error = NULL;

  g_assert_null (cp_archive_open (bytes, name, &error));
  assert_says (error, code, name, words);
}

static void
assert_unreadable (const char *name,
                   CpError     code,
                   const char *words)
{
  g_autoptr (CpArchive) archive = open_archive (name);
  g_autoptr (GError) error = NULL;

  g_assert_null (cp_archive_read (archive, 0, &error));
  assert_says (error, code, name, words);
}

static void
test_members_are_read_by_name_in_any_order (void)
{
  g_autoptr (CpArchive) archive = open_archive ("good.zip");

  g_assert_cmpuint (cp_archive_get_n_members (archive), ==, 2);
  g_assert_cmpstr (cp_archive_get_path (archive, 0), ==, "letters/first.txt");
  g_assert_cmpuint (cp_archive_get_size (archive, 1), ==, 34);
  assert_reads (archive, "letters/second.txt", "The letter came in with the tide.\n");
  assert_reads (archive, "letters/SECOND.txt", "The letter came in with the tide.\n");
  g_assert_cmpint (cp_archive_find (archive, "letters/first.txt"), ==, 0);
  g_assert_cmpint (cp_archive_find (archive, "letters"), ==, -1);
}

static void
test_missing_member_is_an_error (void)
{
  g_autoptr (CpArchive) archive = open_archive ("good.zip");
  g_autoptr (GError) error = NULL;

  g_assert_null (cp_archive_read_path (archive, "letters/third.txt", &error));
  assert_says (error, CP_ERROR_DAMAGED, "good.zip", "damaged");
}

static void
test_program_before_the_archive_is_passed_over (void)
{
  g_autoptr (CpArchive) archive = open_archive ("prefixed.zip");

  assert_reads (archive, "letters/second.txt", "The letter came in with the tide.\n");
}

static void
test_sizes_after_the_contents_are_found (void)
{
  g_autoptr (CpArchive) archive = open_archive ("streamed.zip");

  assert_reads (archive, "two.txt", "This is two.txt, sent down a pipe.\n");
  assert_reads (archive, "one.txt", "This is one.txt, sent down a pipe.\n");
}

static void
test_archive_without_members_is_open_and_empty (void)
{
  g_autoptr (CpArchive) archive = open_archive ("empty.zip");

  g_assert_cmpuint (cp_archive_get_n_members (archive), ==, 0);
}

static void
test_names_stay_inside_and_are_readable (void)
{
  g_autoptr (CpArchive) archive = open_archive ("names.zip");

  for (guint i = 0; i < cp_archive_get_n_members (archive); i++)
    {
      const char *path = cp_archive_get_path (archive, i);

      g_assert_true (g_utf8_validate (path, -1, NULL));
      g_assert_false (g_path_is_absolute (path));
      g_assert_null (strstr (path, ".."));
    }

  assert_reads (archive, "rooted.txt", "rooted");
  assert_reads (archive, "desk/drawer.txt", "drawer");
  assert_reads (archive, "b/c.txt", "resolved");
  assert_reads (archive, "Caf\u00E9.txt", "composed");
  assert_reads (archive, "Письмо про мосты.txt", "charset");
  g_assert_cmpint (cp_archive_find (archive, "outside.txt"), ==, -1);
}

static void
test_two_members_of_one_name_are_both_there (void)
{
  g_autoptr (CpArchive) archive = open_archive ("names.zip");
  guint n_found = 0;

  for (guint i = 0; i < cp_archive_get_n_members (archive); i++)
    n_found += g_str_equal (cp_archive_get_path (archive, i), "twice.txt");

  g_assert_cmpuint (n_found, ==, 2);
  assert_reads (archive, "twice.txt", "second");
}

static void
test_truncated_archive_is_refused (void)
{
  assert_refused ("cut.zip", CP_ERROR_DAMAGED, "cut short");
}

static void
test_bombs_are_refused_unopened (void)
{
  assert_refused ("bomb.zip", CP_ERROR_TOO_LARGE, "made to unpack");
  assert_refused ("overlapping.zip", CP_ERROR_TOO_LARGE, "made to unpack");
}

static void
test_encrypted_member_asks_for_an_open_copy (void)
{
  assert_unreadable ("encrypted.zip", CP_ERROR_UNSUPPORTED, "password");
}

static void
test_contents_are_held_to_what_the_directory_says (void)
{
  assert_unreadable ("lying.zip", CP_ERROR_DAMAGED, "damaged");
  assert_unreadable ("garbled.zip", CP_ERROR_DAMAGED, "damaged");
}

/* The only member of @archive. */
static CpArchive *
open_nested (CpArchive  *archive,
             GError    **error)
{
  g_autoptr (GBytes) bytes = cp_archive_read (archive, 0, NULL);

  return cp_archive_open_nested (archive, cp_archive_get_path (archive, 0), bytes, error);
}

static void
test_archives_open_in_archives_as_deep_as_allowed (void)
{
  g_autoptr (CpArchive) outer = open_archive ("nested.zip");
  g_autoptr (GError) error = NULL;
  g_autoptr (CpArchive) middle = open_nested (outer, &error);
  g_autoptr (CpArchive) inner = open_nested (middle, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (cp_archive_get_name (inner), ==, "nested.zip/1.zip/0.zip");
  assert_reads (inner, "letter.txt", "The innermost letter.\n");
}

static void
test_archives_deeper_than_allowed_are_refused (void)
{
  g_autoptr (CpArchive) outer = open_archive ("nested-deep.zip");
  g_autoptr (CpArchive) middle = open_nested (outer, NULL);
  g_autoptr (CpArchive) inner = open_nested (middle, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (inner);
  g_assert_null (open_nested (inner, &error));
  assert_says (error, CP_ERROR_UNSUPPORTED, "nested-deep.zip", "archive in an archive");
}

static void
assert_resolves (const char *base,
                 const char *reference,
                 const char *path)
{
  g_autofree char *resolved = cp_zip_path_resolve (base, reference);

  g_assert_cmpstr (resolved, ==, path);
}

static void
test_references_between_members_are_resolved (void)
{
  assert_resolves ("OEBPS/content.opf", "text/one%20two.xhtml#start", "OEBPS/text/one two.xhtml");
  assert_resolves ("OEBPS/text/one.xhtml", "../images/a.png?size=2", "OEBPS/images/a.png");
  assert_resolves ("word/document.xml", "/word/media/image1.png", "word/media/image1.png");
  assert_resolves ("Page.html", "Page_files/b.css", "Page_files/b.css");
  assert_resolves ("Page.html", "../../etc/passwd", NULL);
  assert_resolves ("Page.html", "https://far.example/a.png", NULL);
  assert_resolves ("Page.html", "//far.example/a.png", NULL);
  assert_resolves ("Page.html", "#start", NULL);
  assert_resolves ("Page.html", "100%.png", "100%.png");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/archive/by-name", test_members_are_read_by_name_in_any_order);
  g_test_add_func ("/archive/missing-member", test_missing_member_is_an_error);
  g_test_add_func ("/archive/prefixed", test_program_before_the_archive_is_passed_over);
  g_test_add_func ("/archive/streamed", test_sizes_after_the_contents_are_found);
  g_test_add_func ("/archive/empty", test_archive_without_members_is_open_and_empty);
  g_test_add_func ("/archive/names", test_names_stay_inside_and_are_readable);
  g_test_add_func ("/archive/duplicates", test_two_members_of_one_name_are_both_there);
  g_test_add_func ("/archive/truncated", test_truncated_archive_is_refused);
  g_test_add_func ("/archive/bombs", test_bombs_are_refused_unopened);
  g_test_add_func ("/archive/encrypted", test_encrypted_member_asks_for_an_open_copy);
  g_test_add_func ("/archive/promises", test_contents_are_held_to_what_the_directory_says);
  g_test_add_func ("/archive/nested", test_archives_open_in_archives_as_deep_as_allowed);
  g_test_add_func ("/archive/nested-deep", test_archives_deeper_than_allowed_are_refused);
  g_test_add_func ("/archive/references", test_references_between_members_are_resolved);

  return g_test_run ();
}
