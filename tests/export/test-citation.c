/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days, reading times and the line that cites a piece. */

#include "config.h"

#include "cp-citation.h"

static void
assert_date (const char *published,
             const char *expected)
{
  g_autofree char *date = cp_citation_dup_date (published);

  g_assert_cmpstr (date, ==, expected);
}

static void
test_day_is_written_out (void)
{
  assert_date ("2021-01-21", "21 January 2021");
  assert_date ("1999-12-01", "1 December 1999");
}

static void
test_what_is_no_day_is_shown_as_it_is (void)
{
  assert_date ("spring 2020", "spring 2020");
  assert_date ("2021-02-30", "2021-02-30");
  assert_date ("2021-01-21T10:00", "2021-01-21T10:00");
  assert_date (NULL, NULL);
}

static void
test_reading_time_is_rounded_up (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (CpBlock) block = NULL;
  g_autofree char *time = NULL;

  for (int i = 0; i < 2 * 238 + 1; i++)
    g_string_append (words, "word ");
  block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, words->str);
  cp_article_add_block (article, block);

  time = cp_citation_dup_reading_time (article);
  g_assert_cmpstr (time, ==, "3 min");
}

static void
test_line_leaves_out_what_is_unknown (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autofree char *line = NULL;

  cp_article_set_outlet (article, "The Harbour Post");
  line = cp_citation_dup_line (article);

  g_assert_cmpstr (line, ==, "The Harbour Post · 1 min");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/citation/day", test_day_is_written_out);
  g_test_add_func ("/citation/no-day", test_what_is_no_day_is_shown_as_it_is);
  g_test_add_func ("/citation/reading-time", test_reading_time_is_rounded_up);
  g_test_add_func ("/citation/line", test_line_leaves_out_what_is_unknown);

  return g_test_run ();
}
