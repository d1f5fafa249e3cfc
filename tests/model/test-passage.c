/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A passage is found again by its words and what stands around them. */

#include "config.h"

#include "cp-passage.h"

static const char text[] = "Wir zahlen mehr. Sie zahlen nichts. Über allem: wir zahlen mehr. Ende.";

static void
test_quote_prefix_and_suffix_are_cut_from_the_text (void)
{
  CpPassage *passage = cp_passage_new_from_text (text, 36, 40, 1);

  g_assert_cmpstr (cp_passage_get_quote (passage), ==, "Über");
  g_assert_cmpstr (cp_passage_get_prefix (passage), ==, "zahlen mehr. Sie zahlen nichts. ");
  g_assert_cmpstr (cp_passage_get_suffix (passage), ==, " allem: wir zahlen mehr. Ende.");

  g_assert_finalize_object (passage);
}

static void
test_context_decides_between_two_occurrences (void)
{
  g_autoptr (CpPassage) first = cp_passage_new_from_text (text, 4, 15, 1);
  g_autoptr (CpPassage) second = cp_passage_new_from_text (text, 52, 63, 1);
  g_autofree char *longer = g_strconcat ("Ein Vorsatz. ", text, NULL);
  int start, end;

  g_assert_cmpstr (cp_passage_get_quote (first), ==, cp_passage_get_quote (second));
  g_assert_true (cp_passage_locate (first, longer, &start, &end));
  g_assert_cmpint (start, ==, 17);
  g_assert_cmpint (end, ==, 28);
  g_assert_true (cp_passage_locate (second, longer, &start, &end));
  g_assert_cmpint (start, ==, 65);
}

static void
test_missing_quote_is_not_located (void)
{
  g_autoptr (CpPassage) passage = cp_passage_new_from_text (text, 4, 15, 1);
  int start = -7, end = -7;

  g_assert_false (cp_passage_locate (passage, "Nothing of it.", &start, &end));
  g_assert_cmpint (start, ==, -7);
  g_assert_cmpint (end, ==, -7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/passage/quote-prefix-and-suffix", test_quote_prefix_and_suffix_are_cut_from_the_text);
  g_test_add_func ("/passage/context-decides", test_context_decides_between_two_occurrences);
  g_test_add_func ("/passage/missing-quote-is-not-located", test_missing_quote_is_not_located);

  return g_test_run ();
}
