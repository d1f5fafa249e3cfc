/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the word vectors. */

#include "config.h"

#include "cp-vectors.h"

static void
test_frequent_words_are_known_with_rank (void)
{
  guint rank = 0;

  g_assert_nonnull (cp_vectors_lookup ("the", &rank));
  g_assert_cmpuint (rank, ==, 1);
  g_assert_nonnull (cp_vectors_lookup ("treaty", &rank));
  g_assert_cmpuint (rank, >, 1000);
  g_assert_cmpuint (rank, <, 10000);
  g_assert_cmpuint (cp_vectors_n_words (), ==, 60000);
}

static void
test_words_at_both_ends_of_the_table_are_found (void)
{
  g_assert_nonnull (cp_vectors_lookup ("!", NULL));
  g_assert_nonnull (cp_vectors_lookup ("€", NULL));
}

static void
test_unknown_words_leave_the_rank_alone (void)
{
  guint rank = 7;

  g_assert_null (cp_vectors_lookup ("", &rank));
  g_assert_null (cp_vectors_lookup ("xqzzyt", &rank));
  g_assert_null (cp_vectors_lookup ("\xff", &rank));
  g_assert_cmpuint (rank, ==, 7);
}

static void
test_words_of_like_use_are_near (void)
{
  const gint8 *treaty = cp_vectors_lookup ("treaty", NULL);
  const gint8 *agreement = cp_vectors_lookup ("agreement", NULL);
  const gint8 *onion = cp_vectors_lookup ("onion", NULL);

  g_assert_cmpfloat (cp_vectors_similarity (treaty, agreement), >, 0.6);
  g_assert_cmpfloat (cp_vectors_similarity (treaty, onion), <, 0.2);
  g_assert_cmpfloat_with_epsilon (cp_vectors_similarity (treaty, treaty), 1.0, 1e-9);
}

static CpVector
sum_words (const char *const *words)
{
  CpVector sum = { 0 };

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint rank = 0;
      const gint8 *row = cp_vectors_lookup (words[i], &rank);

      g_assert_nonnull (row);
      cp_vector_add (&sum, row, cp_vectors_sif_weight (rank));
    }
  cp_vector_finish (&sum);

  return sum;
}

static void
test_texts_on_one_matter_are_nearer (void)
{
  CpVector a = sum_words ((const char *[]) { "the", "treaty", "limits", "nuclear", "missiles", NULL });
  CpVector b = sum_words ((const char *[]) { "an", "accord", "on", "atomic", "weapons", NULL });
  CpVector c = sum_words ((const char *[]) { "the", "bakery", "sells", "rye", "bread", NULL });

  g_assert_cmpfloat (cp_vector_cosine (&a, &b), >, cp_vector_cosine (&a, &c) + 0.3);
}

static void
test_sum_without_words_is_near_nothing (void)
{
  CpVector empty = sum_words ((const char *[]) { NULL });
  CpVector word = sum_words ((const char *[]) { "bread", NULL });

  g_assert_cmpfloat (cp_vector_cosine (&empty, &word), ==, 0.0);
}

static void
test_rare_words_weigh_more (void)
{
  g_assert_cmpfloat (cp_vectors_sif_weight (1), <, 0.02);
  g_assert_cmpfloat (cp_vectors_sif_weight (60000), >, 0.9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/vectors/frequent-words-are-known-with-rank", test_frequent_words_are_known_with_rank);
  g_test_add_func ("/text/vectors/words-at-both-ends-of-the-table-are-found",
                   test_words_at_both_ends_of_the_table_are_found);
  g_test_add_func ("/text/vectors/unknown-words-leave-the-rank-alone", test_unknown_words_leave_the_rank_alone);
  g_test_add_func ("/text/vectors/words-of-like-use-are-near", test_words_of_like_use_are_near);
  g_test_add_func ("/text/vectors/texts-on-one-matter-are-nearer", test_texts_on_one_matter_are_nearer);
  g_test_add_func ("/text/vectors/sum-without-words-is-near-nothing", test_sum_without_words_is_near_nothing);
  g_test_add_func ("/text/vectors/rare-words-weigh-more", test_rare_words_weigh_more);

  return g_test_run ();
}
