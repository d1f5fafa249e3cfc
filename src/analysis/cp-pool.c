/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several articles in one space, in which their passages can be compared. */

#define G_LOG_DOMAIN "cp-pool"

#include "config.h"

#include "cp-pool.h"

#include <math.h>
#include <stdlib.h>

/* How much the word vectors say beside shared words; more of them finds likeness everywhere. */
#define SENSE_SHARE 0.3

struct _CpPool
{
  GPtrArray   *digests;
  GHashTable  *numbers; /* stem → number */
  guint      **ids;    /* for each digest: the pool's number of each of its stems */
  float       *rarity; /* for each number: how few units of all articles have it */
  guint        n_ids;
};

static void
number_stems (CpPool *self)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  self->numbers = numbers;
  self->ids = g_new0 (guint *, self->digests->len);
  for (guint i = 0; i < self->digests->len; i++)
    {
      CpDigest *digest = g_ptr_array_index (self->digests, i);

      self->ids[i] = g_new0 (guint, cp_words_get_n_ids (digest->words));
      for (guint j = 0; j < digest->n_words; j++)
        {
          const CpWord *word = &digest->word[j];
          gpointer number;

          if (!g_hash_table_lookup_extended (numbers, word->stem, NULL, &number))
            {
              number = GUINT_TO_POINTER (g_hash_table_size (numbers));
              g_hash_table_insert (numbers, (gpointer) word->stem, number);
            }
          self->ids[i][word->id] = GPOINTER_TO_UINT (number);
        }
    }
  self->n_ids = g_hash_table_size (numbers);
}

static void
measure_rarity (CpPool *self)
{
  g_autofree guint *n_units_with = g_new0 (guint, self->n_ids);
  guint n_units = 0;

  for (guint i = 0; i < self->digests->len; i++)
    {
      CpDigest *digest = g_ptr_array_index (self->digests, i);

      n_units += digest->units->len;
      for (guint j = 0; j < digest->units->len; j++)
        {
          GArray *terms = g_array_index (digest->units, CpUnit, j).terms;

          for (guint k = 0; k < terms->len; k++)
            n_units_with[self->ids[i][g_array_index (terms, CpTermWeight, k).id]]++;
        }
    }

  self->rarity = g_new0 (float, self->n_ids);
  for (guint i = 0; i < self->n_ids; i++)
    self->rarity[i] = (float) log (1.0 + (double) n_units / MAX (n_units_with[i], 1));
}

/**
 * cp_pool_new:
 * @digests: (element-type CpDigest): articles, which have to outlive the pool
 *
 * Numbers the stems of all articles together and weighs them by how few paragraphs have them.
 *
 * Returns: (transfer full): the pool
 */
CpPool *
cp_pool_new (GPtrArray *digests)
{
  CpPool *self = g_new0 (CpPool, 1);

  self->digests = g_ptr_array_ref (digests);
  number_stems (self);
  measure_rarity (self);

  return self;
}

/**
 * cp_pool_free:
 * @self: (nullable): a pool
 */
void
cp_pool_free (CpPool *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->digests->len; i++)
    g_free (self->ids[i]);
  g_free (self->ids);
  g_free (self->rarity);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->digests);
  g_free (self);
}

/**
 * cp_pool_get_id:
 * @self: a pool
 * @article: the position of an article
 * @word: the position of one of its words
 *
 * Returns: the pool's number of the stem of that word
 */
guint
cp_pool_get_id (CpPool *self,
                guint   article,
                guint   word)
{
  CpDigest *digest = g_ptr_array_index (self->digests, article);

  return self->ids[article][digest->word[word].id];
}

/**
 * cp_pool_find_id:
 * @self: a pool
 * @stem: a stem
 *
 * Returns: the pool's number of @stem, or -1 when no article has it
 */
int
cp_pool_find_id (CpPool     *self,
                 const char *stem)
{
  gpointer number;

  return g_hash_table_lookup_extended (self->numbers, stem, NULL, &number) ? GPOINTER_TO_INT (number) : -1;
}

/**
 * cp_pool_new_matter:
 * @self: a pool
 * @article: the position of an article
 * @first_word: one of its words
 * @last_word: the word after the last one
 *
 * Returns: (transfer full): what these words are about
 */
CpMatter *
cp_pool_new_matter (CpPool *self,
                    guint   article,
                    guint   first_word,
                    guint   last_word)
{
  CpDigest *digest = g_ptr_array_index (self->digests, article);
  CpMatter *matter = g_new0 (CpMatter, 1);

  matter->vector = cp_digest_make_vector (digest, first_word, last_word);
  matter->terms = cp_digest_new_terms (digest, first_word, last_word);
  for (guint i = 0; i < matter->terms->len; i++)
    {
      CpTermWeight *term = &g_array_index (matter->terms, CpTermWeight, i);
      double weight = (1.0 + log (term->weight)) * digest->weights[term->id];

      term->id = self->ids[article][term->id];
      term->weight = (float) (weight * self->rarity[term->id]);
    }
  cp_terms_sort (matter->terms);
  cp_terms_give_unit_length (matter->terms);

  return matter;
}

/**
 * cp_pool_sum_matters:
 * @self: a pool
 * @matters: (element-type CpMatter): some matters
 *
 * Returns: (transfer full): their mean
 */
CpMatter *
cp_pool_sum_matters (CpPool    *self,
                     GPtrArray *matters)
{
  CpMatter *sum = g_new0 (CpMatter, 1);
  g_autofree float *weights = g_new0 (float, self->n_ids + 1);

  sum->terms = g_array_new (FALSE, FALSE, sizeof (CpTermWeight));
  for (guint i = 0; i < matters->len; i++)
    {
      const CpMatter *matter = g_ptr_array_index (matters, i);

      for (guint j = 0; j < matter->terms->len; j++)
        {
          const CpTermWeight *term = &g_array_index (matter->terms, CpTermWeight, j);

          weights[term->id] += term->weight;
        }
      for (int k = 0; k < CP_VECTOR_SIZE; k++)
        sum->vector.at[k] += matter->vector.at[k];
    }

  for (guint i = 0; i < self->n_ids; i++)
    if (weights[i] > 0.0f)
      {
        CpTermWeight term = { i, weights[i] };

        g_array_append_val (sum->terms, term);
      }
  cp_terms_give_unit_length (sum->terms);
  cp_vector_finish (&sum->vector);

  return sum;
}

/**
 * cp_matter_free:
 * @self: (nullable): a matter
 */
void
cp_matter_free (CpMatter *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->terms);
  g_free (self);
}

/**
 * cp_matter_has:
 * @self: a matter
 * @id: the pool's number of a stem
 *
 * Returns: whether the stem is among its terms
 */
gboolean
cp_matter_has (const CpMatter *self,
               guint           id)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (g_array_index (self->terms, CpTermWeight, i).id == id)
      return TRUE;

  return FALSE;
}

/**
 * cp_matter_likeness:
 * @a: a matter
 * @b: a matter of the same pool
 *
 * Returns: how much the two share, by words and by what the words mean, from 0 to 1
 */
double
cp_matter_likeness (const CpMatter *a,
                    const CpMatter *b)
{
  double terms = cp_terms_cosine (a->terms, b->terms);
  double sense = MAX (cp_vector_cosine (&a->vector, &b->vector), 0.0);

  return CLAMP ((1.0 - SENSE_SHARE) * terms + SENSE_SHARE * sense, 0.0, 1.0);
}
