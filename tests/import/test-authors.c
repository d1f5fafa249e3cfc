/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wrote a piece is found in whatever way a page tells it, name by name and without what stands around names. */

#include "config.h"

#include "cp-byline.h"
#include "import-fixture.h"

#define BODY \
  "<p>A market that opens at six and closes at ten serves those who are awake, and those are the ones who need it least. " \
  "The night nurses and the bakers walk past empty stalls on their way home, twice a day, and have done so since the hours were cut.</p>" \
  "<p>Open the market at four; the ones who come at six will not notice, and the others will be glad.</p>"

static void
assert_authors (const char *head,
                const char *lines,
                const char *names)
{
  g_autofree char *page = g_strdup_printf ("<html><head><title>Open at Four</title>%s</head><body><h1>Open at Four</h1>%s" BODY "</body></html>",
                                           head, lines);
  g_autoptr (CpImported) imported = import_fixture_read_text (page, -1);

  import_fixture_assert_authors (imported, names);
}

static void
assert_line (const char *line,
             const char *names)
{
  g_auto (GStrv) found = cp_byline_parse_line (line);
  g_autofree char *joined = g_strjoinv ("|", found);

  g_assert_cmpstr (joined, ==, names);
}

static void
test_names_are_found_in_lines_that_say_more (void)
{
  assert_line ("By Ada Quill", "Ada Quill");
  assert_line ("Posted on 2 May 2024 by Ada Quill", "Ada Quill");
  assert_line ("Ada Quill May 2, 2024", "Ada Quill");
  assert_line ("Ada Quill | Senior Writer | May 2, 2024", "Ada Quill");
  assert_line ("Accueil | Par Ada Quill | 2 mai 2024", "Ada Quill");
  assert_line ("by Ada Quill ● May 2, 2024 ● 6 min read", "Ada Quill");
  assert_line ("Ein Kommentar von Ada Quill | 02.05.2024 - 12:45", "Ada Quill");
  assert_line ("Posted by Ada Quill on Thursday May 2, 2024 @ 9:20", "Ada Quill");
}

static void
test_several_names_are_divided_and_said_once (void)
{
  assert_line ("By Ada Quill, Bo Marsh and Cy Dell", "Ada Quill|Bo Marsh|Cy Dell");
  assert_line ("By ADA QUILL & BO MARSH", "Ada Quill|Bo Marsh");
  assert_line ("Von Ada Quill und Bo Marsh", "Ada Quill|Bo Marsh");
  assert_line ("By Ada Quill and Ada Quill", "Ada Quill");
}

static void
test_what_follows_names_is_left_out (void)
{
  assert_line ("By Ada Quill, MD, Ph.D.", "Ada Quill");
  assert_line ("By Ada Quill, Home and Garden Expert & Bo Marsh, Editor", "Ada Quill");
  assert_line ("By Ada Quill (ada@market.example)", "Ada Quill");
  assert_line ("By Ada Quill @adaquill", "Ada Quill");
  assert_line ("By Ada (Fern) Quill", "Ada (Fern) Quill");
}

static void
test_fields_are_cleaned (void)
{
  static const char * const fields[][2] = {
    { "By Harbour Staff", "Harbour Staff" },
    { "ada@market.example", "" },
    { "https://social.example/ada", "" },
    { "@adaquill", "" },
    { "page.head.author", "" },
    { "{{author}}", "" },
    { "undefined", "" },
    { "News Desk", "News Desk" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_auto (GStrv) names = cp_byline_parse_field (fields[i][0]);
      g_autofree char *joined = g_strjoinv ("|", names);

      g_assert_cmpstr (joined, ==, fields[i][1]);
    }
}

static void
test_each_author_may_have_a_tag (void)
{
  assert_authors ("<meta name='parsely-author' content='Ada Quill'><meta name='parsely-author' content='Bo Marsh'>", "", "Ada Quill|Bo Marsh");
  assert_authors ("<meta name='citation_author' content='Ada Quill'><meta name='citation_author' content='Bo Marsh'>", "", "Ada Quill|Bo Marsh");
}

static void
test_card_of_the_page_names_the_author (void)
{
  assert_authors ("<meta name='twitter:label1' content='Est. reading time'><meta name='twitter:data1' content='6 minutes'>"
                  "<meta name='twitter:label2' content='Written by'><meta name='twitter:data2' content='Ada Quill'>", "", "Ada Quill");
}

static void
test_elements_name_the_authors (void)
{
  assert_authors ("", "<div><a rel='author' href='/ada'>Ada Quill</a>, <a rel='author' href='/bo'>Bo Marsh</a></div>", "Ada Quill|Bo Marsh");
  assert_authors ("", "<div itemprop='author' itemscope itemtype='https://schema.org/Person'>By <span itemprop='name'>Ada Quill</span>"
                  "<p>Ada writes about markets.</p></div>", "Ada Quill");
  assert_authors ("", "<div><span class='entryAuthor'>Ada Quill</span> <span>3 comments</span></div>", "Ada Quill");
  assert_authors ("", "<p>Text: <a href='/contributor/ada-quill'>Ada Quill</a> <a href='/issue'>In this issue</a></p>", "Ada Quill");
}

static void
test_readers_who_comment_are_no_authors (void)
{
  assert_authors ("", BODY "<div class='comments'><p><a rel='author' href='/x'>Gus Trent</a></p><p>I sleep at four.</p></div>", "");
}

static void
test_signature_at_the_end_is_found (void)
{
  assert_authors ("", BODY "<h3>Written by Ada Quill</h3><p>Ada writes about markets, and about the people who walk past them.</p>", "Ada Quill");
  assert_authors ("", BODY "<p>Written by</p><p>Ada Quill</p>", "Ada Quill");
}

static void
test_printed_byline_completes_and_corrects_the_machine (void)
{
  assert_authors ("<meta name='author' content='Ada Quill'>", "<p>By Ada Quill and Bo Marsh</p>", "Ada Quill|Bo Marsh");
  assert_authors ("<meta name='author' content='Webb Master'>", "<p>By Ada Quill</p>", "Ada Quill");
}

static void
test_person_is_named_rather_than_an_account_or_the_paper (void)
{
  assert_authors ("<meta name='author' content='aquill'>", "<p><a href='/author/ada'>Ada Quill</a></p>", "Ada Quill");
  assert_authors ("<meta property='og:site_name' content='The Stall'><meta name='author' content='The Stall'>",
                  "<p><a href='/author/ada'>Ada Quill</a></p>", "Ada Quill");
  assert_authors ("<meta property='og:site_name' content='The Stall'><meta name='author' content='The Stall'>", "", "The Stall");
}

static void
test_nested_elements_for_authors_are_read_in_time (void)
{
  g_autoptr (GString) page = g_string_new ("<html><body><h1>Open at Four</h1>");
  g_autoptr (CpImported) imported = NULL;

  for (int i = 0; i < 50000; i++)
    g_string_append (page, "<div class='author' itemprop='author'>Ada");
  g_string_append (page, BODY);

  /* Were it not, the test would be ended by its time limit. */
  imported = import_fixture_read_text (page->str, page->len);
  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (imported)), ==, "Open at Four");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/authors/lines", test_names_are_found_in_lines_that_say_more);
  g_test_add_func ("/authors/several", test_several_names_are_divided_and_said_once);
  g_test_add_func ("/authors/without-what-follows", test_what_follows_names_is_left_out);
  g_test_add_func ("/authors/fields", test_fields_are_cleaned);
  g_test_add_func ("/authors/tags", test_each_author_may_have_a_tag);
  g_test_add_func ("/authors/card", test_card_of_the_page_names_the_author);
  g_test_add_func ("/authors/elements", test_elements_name_the_authors);
  g_test_add_func ("/authors/comments", test_readers_who_comment_are_no_authors);
  g_test_add_func ("/authors/signature", test_signature_at_the_end_is_found);
  g_test_add_func ("/authors/printed", test_printed_byline_completes_and_corrects_the_machine);
  g_test_add_func ("/authors/person", test_person_is_named_rather_than_an_account_or_the_paper);
  g_test_add_func ("/authors/nested", test_nested_elements_for_authors_are_read_in_time);

  return g_test_run ();
}
