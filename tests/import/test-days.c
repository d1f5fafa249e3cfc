/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day of publication is found in whatever way a page tells it, and the right one of several. */

#include "config.h"

#include "cp-date.h"
#include "import-fixture.h"

#define BODY \
  "<p>The ferry has crossed this water for ninety years, and for ninety years somebody has said that a bridge would be cheaper. " \
  "It would not be cheaper, and it would not carry the children to school on the mornings when the wind is in the north, because " \
  "on those mornings the bridge would be closed.</p>" \
  "<p>Keep the ferry, then, and pay the two people who run it what the toll of a bridge would have cost each of us.</p>"

static void
assert_published (const char *head,
                  const char *lines,
                  const char *day)
{
  g_autofree char *page = g_strdup_printf ("<html lang='en'><head><title>Keep the Ferry</title>%s</head><body>%s" BODY "</body></html>", head, lines);
  g_autoptr (CpImported) imported = import_fixture_read_text (page, -1);

  g_assert_cmpstr (cp_article_get_published (cp_imported_get_article (imported)), ==, day);
}

static void
test_day_is_read_around_the_headline (void)
{
  static const char * const lines[] = {
    "<h1>Keep the Ferry</h1><p>March 4, 2024</p>",
    "<h1>Keep the Ferry</h1><p>By Ada Quill</p><p>Published: 09:30, 4 Mar. 2024</p>",
    "<h3>04.03.2024</h3><h1>Keep the Ferry</h1>",
    "<h1>Keep the Ferry</h1><div>Ada Quill</div><div>2024-03-04 &middot; 6 min read</div>",
    "<h1><p>Keep the Ferry</p></h1><p>Veröffentlicht am 4. März 2024</p>",
    "<h1>Keep the Ferry</h1><p>Publié le 4 mars 2024 à 7h30</p>",
    "<h1>Keep the Ferry</h1><p>4 de marzo de 2024</p>",
    "<h1>Keep the Ferry</h1><p>Опубликовано 4 марта 2024</p>",
    "<h1>Keep the Ferry</h1><p>2024年3月4日</p>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_published ("", lines[i], "2024-03-04");
}

static void
test_day_that_the_piece_speaks_of_is_not_its_own (void)
{
  assert_published ("", "<h1>Keep the Ferry</h1>" BODY "<p>The inquiry of 4 March 2014 said as much.</p>", NULL);
}

static void
test_day_of_another_piece_is_not_taken (void)
{
  assert_published ("", "<h1>Keep the Ferry</h1><p>2 May 2024</p>" BODY
                    "<div class='related-articles'><p>3 May 2024</p><a href='/b'>Sell the Ferry</a></div>", "2024-05-02");
}

static void
test_printed_day_counts_where_time_zones_differ (void)
{
  assert_published ("<meta property='article:published_time' content='2024-03-05T03:10:00Z'>",
                    "<h1>Keep the Ferry</h1><p>March 4, 2024</p>", "2024-03-04");
}

static void
test_printed_day_corrects_swapped_day_and_month (void)
{
  assert_published ("<meta name='date' content='11/01/2023 12:43:42'>", "<h1>Keep the Ferry</h1><p>1 November 2023</p>", "2023-11-01");
}

static void
test_language_tells_the_order_of_digits (void)
{
  static const char * const pages[][3] = {
    { "en-US", "3/4/2024", "2024-03-04" },
    { "en-US", "Published: 03/04/2024", "2024-03-04" },
    { "en-US", "10/3/2024", "2024-10-03" },
    { "en-US", "2024/3/4", "2024-03-04" },
    { "en-GB", "4/3/2024", "2024-03-04" },
    { "fr", "04/03/2024", "2024-03-04" },
    { "de", "4.3.2024", "2024-03-04" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *page = g_strdup_printf ("<html lang='%s'><body><h1>Keep the Ferry</h1><p>%s</p>" BODY "</body></html>", pages[i][0], pages[i][1]);
      g_autoptr (CpImported) imported = import_fixture_read_text (page, -1);

      g_assert_cmpstr (cp_article_get_published (cp_imported_get_article (imported)), ==, pages[i][2]);
    }
}

static void
test_linked_data_counts_against_a_stray_day (void)
{
  assert_published ("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Keep the Ferry\", "
                    "\"datePublished\": \"2024-03-04T08:00:00+01:00\"}</script>",
                    "<p>Tuesday, 24 November 2026</p><h1>Keep the Ferry</h1>", "2024-03-04");
}

static void
test_day_of_a_change_is_not_that_of_publication (void)
{
  assert_published ("<meta property='article:published_time' content='2019-02-01T08:00:00+00:00'>"
                    "<meta property='article:modified_time' content='2024-03-04T08:00:00+00:00'>",
                    "<h1>Keep the Ferry</h1><p>Last updated on March 4, 2024</p>", "2019-02-01");
  assert_published ("", "<h1>Keep the Ferry</h1><p>Written: 2019-02-01 15:03 / Updated: 2019-02-02 15:30</p>", "2019-02-01");
  assert_published ("", "<h1>Keep the Ferry</h1><time datetime='2024-03-04' itemprop='dateModified'>4 March 2024</time>"
                    "<time datetime='2019-02-01' itemprop='datePublished'>1 February 2019</time>", "2019-02-01");
}

static void
test_theme_that_shows_one_day_does_not_hide_the_other (void)
{
  assert_published ("<meta property='article:published_time' content='2019-02-01T08:00:00+00:00'>",
                    "<h1>Keep the Ferry</h1><p>Updated <time class='entry-date published updated' datetime='2024-03-04'>4 March 2024</time></p>",
                    "2019-02-01");
}

static void
test_only_day_known_is_that_of_the_change (void)
{
  assert_published ("<meta property='article:modified_time' content='2024-03-04T08:00:00+00:00'>", "<h1>Keep the Ferry</h1>", "2024-03-04");
}

static void
test_page_says_when_it_was_first_published (void)
{
  assert_published ("", "<h1>Keep the Ferry</h1><p>3 May 2024</p>" BODY
                    "<p>This article was originally published on 26 September 2019 and has been updated.</p>", "2019-09-26");
}

static void
test_address_tells_the_day_when_nothing_else_does (void)
{
  assert_published ("<link rel='canonical' href='https://paper.example/2024/mar/04/keep-the-ferry'>", "<h1>Keep the Ferry</h1>", "2024-03-04");
}

static void
test_linked_data_in_a_meta_tag_is_read (void)
{
  assert_published ("<meta name='script:ld+json' content='{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;Keep the Ferry&quot;, "
                    "&quot;datePublished&quot;: &quot;2024-03-04&quot;}'>", "<h1>Keep the Ferry</h1>", "2024-03-04");
}

static void
test_swapping_leaves_days_that_are_no_months (void)
{
  g_autofree char *swapped = cp_date_swap ("2024-03-04");
  g_autofree char *unswapped = cp_date_swap ("2024-03-14");

  g_assert_cmpstr (swapped, ==, "2024-04-03");
  g_assert_null (unswapped);
}

static void
test_neighbours_are_a_day_apart_over_the_end_of_a_year (void)
{
  g_assert_true (cp_date_are_neighbours ("2023-12-31", "2024-01-01"));
  g_assert_false (cp_date_are_neighbours ("2023-12-30", "2024-01-01"));
  g_assert_false (cp_date_are_neighbours ("2023-12-30", NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/days/read-around-the-headline", test_day_is_read_around_the_headline);
  g_test_add_func ("/days/not-of-the-text", test_day_that_the_piece_speaks_of_is_not_its_own);
  g_test_add_func ("/days/not-of-another-piece", test_day_of_another_piece_is_not_taken);
  g_test_add_func ("/days/time-zones", test_printed_day_counts_where_time_zones_differ);
  g_test_add_func ("/days/swapped", test_printed_day_corrects_swapped_day_and_month);
  g_test_add_func ("/days/order-of-digits", test_language_tells_the_order_of_digits);
  g_test_add_func ("/days/stray", test_linked_data_counts_against_a_stray_day);
  g_test_add_func ("/days/change", test_day_of_a_change_is_not_that_of_publication);
  g_test_add_func ("/days/theme-that-shows-one", test_theme_that_shows_one_day_does_not_hide_the_other);
  g_test_add_func ("/days/only-change", test_only_day_known_is_that_of_the_change);
  g_test_add_func ("/days/originally-published", test_page_says_when_it_was_first_published);
  g_test_add_func ("/days/address", test_address_tells_the_day_when_nothing_else_does);
  g_test_add_func ("/days/linked-data-in-meta", test_linked_data_in_a_meta_tag_is_read);
  g_test_add_func ("/days/swap", test_swapping_leaves_days_that_are_no_months);
  g_test_add_func ("/days/neighbours", test_neighbours_are_a_day_apart_over_the_end_of_a_year);

  return g_test_run ();
}
