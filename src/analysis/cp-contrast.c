/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the articles against each other: what belongs to one of them, and what is copied. */

#define G_LOG_DOMAIN "cp-contrast"

#include "config.h"

#include "cp-contrast.h"
#include "cp-keyness.h"
#include "cp-shingles.h"

#include <string.h>

/* A word is listed as a key word of an article from this G² on. It is a filter for short texts, in
 * which few words recur; it is not shown as a test of significance. */
#define MIN_LOG_LIKELIHOOD 3.84
#define MAX_KEYWORDS 20

static int
compare_keywords (gconstpointer a,
                  gconstpointer b)
{
  const CpKeyword *x = a;
  const CpKeyword *y = b;

  if (x->log_likelihood != y->log_likelihood)
    return x->log_likelihood < y->log_likelihood ? 1 : -1;

  return strcmp (x->word, y->word);
}

/* How often each word that is not a function word occurs. */
static GHashTable *
count_words (CpDigest *digest)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < digest->n_words; i++)
    {
      const CpWord *word = &digest->word[i];
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, word->norm));

      if (!(word->flags & (CP_WORD_STOP | CP_WORD_NUMBER)))
        g_hash_table_insert (counts, (gpointer) word->norm, GUINT_TO_POINTER (n + 1));
    }

  return counts;
}

static GPtrArray *
count_all_words (CpCollation *collation)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < cp_collation_get_size (collation); i++)
    g_ptr_array_add (counts, count_words (cp_collation_get_digest (collation, i)));

  return counts;
}

static CpKeyword
make_keyword (CpCollation *collation,
              guint        article,
              GPtrArray   *counts,
              char        *word,
              guint        count)
{
  CpKeyword keyword = { .article = article, .word = word, .count = count };
  double n_here = cp_collation_get_digest (collation, article)->n_words, n_there = 0.0;

  for (guint i = 0; i < counts->len; i++)
    if (i != article)
      {
        n_there += cp_collation_get_digest (collation, i)->n_words;
        keyword.reference_count += GPOINTER_TO_UINT (g_hash_table_lookup (g_ptr_array_index (counts, i), word));
      }

  keyword.per_million = 1e6 * count / n_here;
  if (n_there > 0.0)
    {
      keyword.log_likelihood = cp_keyness_log_likelihood (count, keyword.reference_count, n_here, n_there);
      keyword.log_ratio = cp_keyness_log_ratio (count, keyword.reference_count, n_here, n_there);
    }

  return keyword;
}

static void
add_keywords_of (CpCollation  *collation,
                 guint         article,
                 GPtrArray    *counts,
                 CpComparison *comparison)
{
  g_autoptr (GArray) keywords = g_array_new (FALSE, FALSE, sizeof (CpKeyword));
  GHashTableIter iter;
  gpointer word, count;

  g_hash_table_iter_init (&iter, g_ptr_array_index (counts, article));
  while (g_hash_table_iter_next (&iter, &word, &count))
    {
      CpKeyword keyword = make_keyword (collation, article, counts, word, GPOINTER_TO_UINT (count));

      if (keyword.count > 1 && keyword.log_ratio > 0.0 && keyword.log_likelihood >= MIN_LOG_LIKELIHOOD)
        g_array_append_val (keywords, keyword);
    }

  g_array_sort (keywords, compare_keywords);
  for (guint i = 0; i < MIN (keywords->len, MAX_KEYWORDS); i++)
    cp_comparison_add_keyword (comparison, &g_array_index (keywords, CpKeyword, i));
}

/**
 * cp_contrast_add_keywords:
 * @collation: the articles
 * @comparison: their comparison
 *
 * Adds for each article the words that it has more often than the others together, by Dunning's G². Words
 * that occur once are left out.
 */
void
cp_contrast_add_keywords (CpCollation  *collation,
                          CpComparison *comparison)
{
  g_autoptr (GPtrArray) counts = count_all_words (collation);

  for (guint i = 0; i < counts->len; i++)
    add_keywords_of (collation, i, counts, comparison);
}

/**
 * cp_contrast_measure_containment:
 * @collation: the articles
 *
 * Returns: the largest share of one article's five-word sequences that stand in another, 0 to 1
 */
double
cp_contrast_measure_containment (CpCollation *collation)
{
  g_autoptr (GPtrArray) shingles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  double containment = 0.0;

  for (guint i = 0; i < cp_collation_get_size (collation); i++)
    g_ptr_array_add (shingles, cp_shingles_collect (cp_collation_get_digest (collation, i)->words));
  for (guint i = 0; i < shingles->len; i++)
    for (guint j = 0; j < shingles->len; j++)
      if (i != j)
        containment = MAX (containment, cp_shingles_containment (g_ptr_array_index (shingles, i),
                                                                 g_ptr_array_index (shingles, j)));

  return containment;
}
