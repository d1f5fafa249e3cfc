/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of keyness statistics against worked values. */

#include "config.h"

#include "cp-keyness.h"

static void
test_log_likelihood_matches_worked_values (void)
{
  /* By hand: 2 (20 ln 20/10 + 0) = 27.726; equal shares give nothing. */
  g_assert_cmpfloat_with_epsilon (cp_keyness_log_likelihood (20, 0, 1000, 1000), 27.7259, 1e-4);
  g_assert_cmpfloat_with_epsilon (cp_keyness_log_likelihood (10, 20, 1000, 2000), 0.0, 1e-9);
  /* 2 (30 ln 30/20 + 10 ln 10/20) = 10.465 */
  g_assert_cmpfloat_with_epsilon (cp_keyness_log_likelihood (30, 10, 500, 500), 10.4650, 1e-4);
}

static void
test_word_in_neither_text_is_not_key (void)
{
  g_assert_cmpfloat (cp_keyness_log_likelihood (0, 0, 100, 100), ==, 0.0);
}

static void
test_log_ratio_doubles (void)
{
  g_assert_cmpfloat_with_epsilon (cp_keyness_log_ratio (40, 10, 1000, 1000), 2.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (cp_keyness_log_ratio (10, 10, 1000, 500), -1.0, 1e-9);
}

static void
test_half_an_occurrence_stands_in_for_none (void)
{
  g_assert_cmpfloat_with_epsilon (cp_keyness_log_ratio (8, 0, 100, 100), 4.0, 1e-9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/keyness/log-likelihood-matches-worked-values", test_log_likelihood_matches_worked_values);
  g_test_add_func ("/text/keyness/word-in-neither-text-is-not-key", test_word_in_neither_text_is_not_key);
  g_test_add_func ("/text/keyness/log-ratio-doubles", test_log_ratio_doubles);
  g_test_add_func ("/text/keyness/half-an-occurrence-stands-in-for-none", test_half_an_occurrence_stands_in_for_none);

  return g_test_run ();
}
