/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text becomes paragraphs, however its lines are laid out and its letters encoded. */

#include "config.h"

#include "import-fixture.h"

#include <string.h>

static void
test_wrapped_lines_are_joined_into_paragraphs (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("wrapped.txt");

  import_fixture_assert_has (imported, "thirty years, and for thirty years it has been told");
  import_fixture_assert_has (imported, "a hydro-geologist who came");
  import_fixture_assert_has (imported, "before it leaves.\n\nA pump is not dear.");
  import_fixture_assert_has (imported, "one seat of nine\n\na hole");
  import_fixture_assert_heading (imported, "Dig first");
  import_fixture_assert_lacks (imported, "*");
}

static void
test_title_byline_date_and_address_are_found_in_wrapped_text (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("wrapped.txt");
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_title (article), ==, "A WELL FOR THE UPPER VILLAGE");
  import_fixture_assert_authors (imported, "Henrike Aldous");
  g_assert_cmpstr (cp_article_get_published (article), ==, "1999-06-04");
  g_assert_cmpstr (cp_article_get_outlet (article), ==, "valleypost.example");
  g_assert_true (g_str_has_prefix (cp_article_get_text (article), "The upper village"));
  g_assert_true (g_str_has_suffix (cp_article_get_text (article), "find itself."));
}

static void
test_unwrapped_lines_are_paragraphs (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("lines.txt");
  CpArticle *article = cp_imported_get_article (imported);

  g_assert_cmpstr (cp_article_get_title (article), ==, "Against the Leaf Blower");
  import_fixture_assert_authors (imported, "Matthias Oyelaran");
  import_fixture_assert_has (imported, "needs an engine.\n\nWhat the blower does");
  import_fixture_assert_has (imported, "\n\n“It is about tidiness,” says my neighbour.\n\n");
  g_assert_cmpstr (cp_imported_get_media_type (imported), ==, "text/plain");
}

static void
test_file_name_is_the_title_when_there_is_no_other (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text ("All of it is one paragraph, and it has no name.\n", -1);

  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (imported)), ==, "saved piece");
}

static void
test_declared_windows_1252_is_read (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("windows-1252.html");

  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (imported)), ==, "Die Brücke gehört den Fußgängern");
  import_fixture_assert_authors (imported, "Jörg Möllenkamp");
  import_fixture_assert_has (imported, "„Das war schon immer so“, sagt der Bürgermeister – und");
  import_fixture_assert_has (imported, "Für 12 € im Jahr");
  g_assert_cmpstr (cp_article_get_published (cp_imported_get_article (imported)), ==, "2022-03-03");
  g_assert_cmpstr (cp_article_get_language (cp_imported_get_article (imported)), ==, "de");
}

static void
test_undeclared_koi8_r_is_read (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("koi8-r.txt");

  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (imported)), ==, "Мост должен остаться пешеходным");
  import_fixture_assert_authors (imported, "Ольга Верещагина");
  import_fixture_assert_has (imported, "Оставьте мост людям.");
  g_assert_cmpstr (cp_article_get_published (cp_imported_get_article (imported)), ==, "2021-04-12");
  g_assert_cmpstr (cp_article_get_language (cp_imported_get_article (imported)), ==, "ru");
}

static void
test_undeclared_windows_1251_is_read (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("windows-1251.html");

  import_fixture_assert_has (imported, "Оставьте мост людям.");
}

static void
test_utf_16_is_read_with_and_without_mark (void)
{
  g_autoptr (CpImported) marked = import_fixture_read ("utf-16.txt");
  g_autoptr (CpImported) unmarked = import_fixture_read ("utf-16-without-mark.txt");

  import_fixture_assert_authors (marked, "Leopold Ašk");
  import_fixture_assert_has (marked, "four cafés and no clock. One asks the waiter, who asks his phone — which");
  g_assert_cmpstr (cp_article_get_text (cp_imported_get_article (marked)), ==, cp_article_get_text (cp_imported_get_article (unmarked)));
}

static void
test_broken_bytes_become_replacement_characters (void)
{
  static const char text[] = "Die T\xC3\xBCr steht offen, und die M\xC3\xB6" "bel fr\xC3 ieren im Flur, wo sie \xC3\xBC" "berwintern m\xC3\xBCssen.";
  g_autoptr (CpImported) imported = import_fixture_read_text (text, sizeof text - 1);

  import_fixture_assert_has (imported, "fr\xEF\xBF\xBD ieren im Flur");
}

static void
test_labels_and_lists_do_not_hide_that_lines_are_wrapped (void)
{
  g_autoptr (CpImported) imported = import_fixture_read ("wrapped-french.txt");

  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (imported)), ==, "La gare ne doit pas mourir");
  import_fixture_assert_authors (imported, "Élodie Marchand");
  import_fixture_assert_has (imported, "Remettre une horloge qui marche, et qui sonne.\n\nPlanter un arbre.");
}

static void
test_quoted_lines_are_joined (void)
{
  g_autoptr (CpImported) imported =
    import_fixture_read_text ("> On Monday the committee wrote:\n> The pier will be closed for repairs until\n> further notice, and perhaps longer.\n\n"
                              "So it will be closed. I have read the notice four times, and what strikes me is the word perhaps, which no notice needs, "
                              "and which a committee that knows its pier would not have written.\n", -1);

  import_fixture_assert_has (imported, "wrote:\n\nThe pier will be closed for repairs until further notice, and perhaps longer.\n\nSo it");
}

static void
test_lines_without_spaces_are_paragraphs (void)
{
  g_autoptr (CpImported) imported =
    import_fixture_read_text ("渡船每天早上六点开船，已经开了四十年。\n议会说桥更便宜。桥确实更便宜，但是桥不会等人。\n", -1);

  import_fixture_assert_has (imported, "四十年。\n\n议会说");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plain/wrapped", test_wrapped_lines_are_joined_into_paragraphs);
  g_test_add_func ("/plain/wrapped-metadata", test_title_byline_date_and_address_are_found_in_wrapped_text);
  g_test_add_func ("/plain/unwrapped", test_unwrapped_lines_are_paragraphs);
  g_test_add_func ("/plain/title-from-file-name", test_file_name_is_the_title_when_there_is_no_other);
  g_test_add_func ("/plain/windows-1252", test_declared_windows_1252_is_read);
  g_test_add_func ("/plain/koi8-r", test_undeclared_koi8_r_is_read);
  g_test_add_func ("/plain/windows-1251", test_undeclared_windows_1251_is_read);
  g_test_add_func ("/plain/utf-16", test_utf_16_is_read_with_and_without_mark);
  g_test_add_func ("/plain/broken-bytes", test_broken_bytes_become_replacement_characters);
  g_test_add_func ("/plain/labels-and-lists", test_labels_and_lists_do_not_hide_that_lines_are_wrapped);
  g_test_add_func ("/plain/quoted-lines", test_quoted_lines_are_joined);
  g_test_add_func ("/plain/without-spaces", test_lines_without_spaces_are_paragraphs);

  return g_test_run ();
}
