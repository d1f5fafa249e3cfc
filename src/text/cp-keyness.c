/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much more a word belongs to one text than to another. */

#define G_LOG_DOMAIN "cp-keyness"

#include "config.h"

#include "cp-keyness.h"

#include <math.h>

static double
multiply_log (double observed,
              double expected)
{
  return observed > 0.0 ? observed * log (observed / expected) : 0.0;
}

/**
 * cp_keyness_log_likelihood:
 * @a: occurrences of the word in the first text
 * @b: occurrences in the second
 * @n_a: running words of the first text, > 0
 * @n_b: running words of the second, > 0
 *
 * Dunning's log-likelihood statistic G² (Dunning 1993; two-cell form of Rayson & Garside 2000).
 *
 * Returns: G² ≥ 0, unsigned; the sign of a − n_a·(a+b)/(n_a+n_b) tells which text it favours
 */
double
cp_keyness_log_likelihood (double a,
                           double b,
                           double n_a,
                           double n_b)
{
  double share = (a + b) / (n_a + n_b);

  g_return_val_if_fail (n_a > 0.0 && n_b > 0.0, 0.0);

  return MAX (2.0 * (multiply_log (a, n_a * share) + multiply_log (b, n_b * share)), 0.0);
}

/**
 * cp_keyness_log_ratio:
 * @a: occurrences of the word in the first text
 * @b: occurrences in the second
 * @n_a: running words of the first text, > 0
 * @n_b: running words of the second, > 0
 *
 * How many times the word's share doubles from the second text to the first (Hardie 2014); half
 * an occurrence stands in for none.
 *
 * Returns: the binary logarithm of the ratio of the two shares, > 0 if the first text favours the word
 */
double
cp_keyness_log_ratio (double a,
                      double b,
                      double n_a,
                      double n_b)
{
  g_return_val_if_fail (n_a > 0.0 && n_b > 0.0, 0.0);

  return log2 ((MAX (a, 0.5) / n_a) / (MAX (b, 0.5) / n_b));
}
