/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the forms of words. */

#include "config.h"

#include "cp-stop-words.h"
#include "cp-words.h"

static const CpWord *
get_word (CpWords *words,
          guint    position)
{
  guint n_words;
  const CpWord *all = cp_words_get (words, &n_words);

  g_assert_cmpuint (position, <, n_words);

  return all + position;
}

static void
test_equal_stems_share_a_number (void)
{
  g_autoptr (CpWords) words = cp_words_new ("Negotiating teams negotiate.", "en");

  g_assert_cmpuint (get_word (words, 0)->id, ==, get_word (words, 2)->id);
  g_assert_cmpuint (get_word (words, 0)->id, !=, get_word (words, 1)->id);
  g_assert_cmpstr (get_word (words, 1)->stem, ==, "team");
  g_assert_cmpuint (cp_words_get_n_ids (words), ==, 2);
  g_assert_cmpint (cp_words_find_id (words, "team"), ==, (int) get_word (words, 1)->id);
  g_assert_cmpint (cp_words_find_id (words, "treaty"), ==, -1);
}

static void
test_possessive_is_taken_off (void)
{
  g_autoptr (CpWords) words = cp_words_new ("Iran’s offer isn't Iran's.", "en");

  g_assert_cmpstr (get_word (words, 0)->norm, ==, "iran");
  g_assert_true (get_word (words, 0)->flags & CP_WORD_POSSESSIVE);
  g_assert_cmpstr (get_word (words, 2)->norm, ==, "isn't");
  g_assert_true (get_word (words, 2)->flags & CP_WORD_STOP);
  g_assert_cmpuint (get_word (words, 3)->id, ==, get_word (words, 0)->id);
}

static void
test_elision_is_taken_off (void)
{
  g_autoptr (CpWords) words = cp_words_new ("L’économie d'aujourd'hui qu'elle subit", "fr");

  g_assert_cmpstr (get_word (words, 0)->norm, ==, "économie");
  g_assert_true (get_word (words, 1)->flags & CP_WORD_STOP);
  g_assert_true (get_word (words, 2)->flags & CP_WORD_STOP);
}

static void
test_shape_is_kept (void)
{
  g_autoptr (CpWords) words = cp_words_new ("The US told us. Treaties bind 42 states.", "en");

  g_assert_true (get_word (words, 0)->flags & CP_WORD_FIRST);
  g_assert_true (get_word (words, 1)->flags & CP_WORD_CAPITALS);
  g_assert_false (get_word (words, 1)->flags & CP_WORD_STOP);
  g_assert_true (get_word (words, 3)->flags & CP_WORD_STOP);
  g_assert_true (get_word (words, 4)->flags & CP_WORD_FIRST);
  g_assert_cmpuint (get_word (words, 4)->sentence, ==, 1);
  g_assert_true (get_word (words, 6)->flags & CP_WORD_NUMBER);
}

static void
test_every_listed_language_has_function_words (void)
{
  g_assert_true (cp_stop_words_contains ("en-GB", "the"));
  g_assert_true (cp_stop_words_contains ("de", "außerdem"));
  g_assert_true (cp_stop_words_contains ("fr", "toutefois"));
  g_assert_true (cp_stop_words_contains ("es", "también"));
  g_assert_true (cp_stop_words_contains ("ru", "которые"));
  g_assert_false (cp_stop_words_contains ("en", "treaty"));
  g_assert_false (cp_stop_words_contains ("eng", "the"));
  g_assert_false (cp_stop_words_contains (NULL, "the"));
}

static void
test_unknown_language_keeps_words_whole (void)
{
  g_autoptr (CpWords) words = cp_words_new ("Negotiating teams", "tlh");

  g_assert_cmpstr (get_word (words, 0)->stem, ==, "negotiating");
}

static void
test_running_words_are_counted (void)
{
  g_assert_cmpuint (cp_words_count ("Well-known facts, in 1990."), ==, 5);
  g_assert_cmpuint (cp_words_count (""), ==, 0);
}

static void
test_a_stem_can_be_asked_for (void)
{
  g_autofree char *stem = cp_words_dup_stem ("Treaties", "en");

  g_assert_cmpstr (stem, ==, "treati");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/words/equal-stems-share-a-number", test_equal_stems_share_a_number);
  g_test_add_func ("/text/words/possessive-is-taken-off", test_possessive_is_taken_off);
  g_test_add_func ("/text/words/elision-is-taken-off", test_elision_is_taken_off);
  g_test_add_func ("/text/words/shape-is-kept", test_shape_is_kept);
  g_test_add_func ("/text/words/every-listed-language-has-function-words",
                   test_every_listed_language_has_function_words);
  g_test_add_func ("/text/words/unknown-language-keeps-words-whole", test_unknown_language_keeps_words_whole);
  g_test_add_func ("/text/words/running-words-are-counted", test_running_words_are_counted);
  g_test_add_func ("/text/words/a-stem-can-be-asked-for", test_a_stem_can_be_asked_for);

  return g_test_run ();
}
