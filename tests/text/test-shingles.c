/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of word sequences and containment. */

#include "config.h"

#include "cp-shingles.h"

static GArray *
collect (const char *text)
{
  g_autoptr (CpWords) words = cp_words_new (text, "en");

  return cp_shingles_collect (words);
}

static void
test_every_five_words_are_a_shingle (void)
{
  g_autoptr (GArray) shingles = collect ("one two three four five six seven");
  g_autoptr (GArray) none = collect ("one two three four");

  g_assert_cmpuint (shingles->len, ==, 3);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_repeated_shingles_count_once (void)
{
  g_autoptr (GArray) shingles = collect ("a b a b a b a b a b");

  g_assert_cmpuint (shingles->len, ==, 2);
}

static void
test_case_and_punctuation_do_not_matter (void)
{
  g_autoptr (GArray) a = collect ("The old harbour road, closed on Sundays.");
  g_autoptr (GArray) b = collect ("“the OLD harbour road closed” on Sundays");

  g_assert_cmpfloat (cp_shingles_containment (a, b), ==, 1.0);
}

static void
test_containment_is_the_share_of_the_first (void)
{
  g_autoptr (GArray) part = collect ("one two three four five six");
  g_autoptr (GArray) whole = collect ("zero one two three four five six seven eight");
  g_autoptr (GArray) other = collect ("nothing of this is found anywhere else");
  g_autoptr (GArray) none = collect ("");

  g_assert_cmpfloat (cp_shingles_containment (part, whole), ==, 1.0);
  g_assert_cmpfloat_with_epsilon (cp_shingles_containment (whole, part), 2.0 / 5.0, 1e-9);
  g_assert_cmpfloat (cp_shingles_containment (part, other), ==, 0.0);
  g_assert_cmpfloat (cp_shingles_containment (none, whole), ==, 0.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/shingles/every-five-words-are-a-shingle", test_every_five_words_are_a_shingle);
  g_test_add_func ("/text/shingles/repeated-shingles-count-once", test_repeated_shingles_count_once);
  g_test_add_func ("/text/shingles/case-and-punctuation-do-not-matter", test_case_and_punctuation_do_not_matter);
  g_test_add_func ("/text/shingles/containment-is-the-share-of-the-first",
                   test_containment_is_the_share_of_the_first);

  return g_test_run ();
}
