/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages kept by the tools that people keep pages with: the piece is there, and nothing of the tool. */

#include "config.h"

#include "import-fixture.h"

static void
assert_bell (CpImported *imported)
{
  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (imported)), ==, "The Bell on the Quay");
  import_fixture_assert_has (imported, "The bell on the quay has been silent since the winter");
  import_fixture_assert_has (imported, "by those who do not need it.\n\nA rope costs eleven pounds.");
  import_fixture_assert_has (imported, "cost ninety, with the biscuits.");
  import_fixture_assert_lacks (imported, "Ferry Post");
  import_fixture_assert_lacks (imported, "Tennant");
}

static void
test_single_file_snapshot_knows_where_it_was_saved_from (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("snapshot-singlefile.html");

  assert_bell (imported);
  import_fixture_assert_lacks (imported, "Menu");
  import_fixture_assert_authors (imported, "Orla Tennant");
  g_assert_cmpstr (cp_article_get_url (cp_imported_get_article (imported)), ==, "https://ferrypost.example/opinion/the-bell-on-the-quay");
}

static void
test_banner_of_web_archive_is_no_part_of_the_piece (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("snapshot-wayback.html");

  assert_bell (imported);
  import_fixture_assert_lacks (imported, "27 times");
  import_fixture_assert_lacks (imported, "COLLECTED BY");
  import_fixture_assert_lacks (imported, "FILE ARCHIVED");
}

static void
test_print_page_is_the_piece_alone (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("print.html");

  assert_bell (imported);
  import_fixture_assert_lacks (imported, "Print this page");
  import_fixture_assert_lacks (imported, "rights reserved");
  g_assert_cmpstr (cp_article_get_url (cp_imported_get_article (imported)), ==, "https://ferrypost.example/print?id=the-bell");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-snapshots/single-file", test_single_file_snapshot_knows_where_it_was_saved_from);
  g_test_add_func ("/html-snapshots/web-archive", test_banner_of_web_archive_is_no_part_of_the_piece);
  g_test_add_func ("/html-snapshots/print", test_print_page_is_the_piece_alone);

  return g_test_run ();
}
