/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The word sequences of a text as numbers, to find how much of it stands in another. */

#define G_LOG_DOMAIN "cp-shingles"

#include "config.h"

#include "cp-shingles.h"

#include <stdlib.h>

/* FNV-1a over 64 bits: stable across machines, so that hashes can be stored. */
#define FNV_OFFSET G_GUINT64_CONSTANT (14695981039346656037)
#define FNV_PRIME G_GUINT64_CONSTANT (1099511628211)

static guint64
hash_shingle (const CpWord *words)
{
  guint64 hash = FNV_OFFSET;

  for (int i = 0; i < CP_SHINGLE_WORDS; i++)
    {
      for (const char *p = words[i].norm; *p != '\0'; p++)
        hash = (hash ^ (guint8) *p) * FNV_PRIME;
      hash = (hash ^ ' ') * FNV_PRIME;
    }

  return hash;
}

static int
compare_hashes (const void *a,
                const void *b)
{
  guint64 x = *(const guint64 *) a;
  guint64 y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

/**
 * cp_shingles_collect:
 * @words: the words of a text
 *
 * Hashes every sequence of %CP_SHINGLE_WORDS words (Broder 1997), function words included.
 *
 * Returns: (transfer full) (element-type guint64): the different hashes, in ascending order; empty for a shorter text
 */
GArray *
cp_shingles_collect (CpWords *words)
{
  GArray *shingles = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint n_words, n_unique = 0;
  const CpWord *word = cp_words_get (words, &n_words);

  for (guint i = 0; i + CP_SHINGLE_WORDS <= n_words; i++)
    {
      guint64 hash = hash_shingle (word + i);

      g_array_append_val (shingles, hash);
    }

  if (shingles->len == 0)
    return shingles;

  qsort (shingles->data, shingles->len, sizeof (guint64), compare_hashes);
  for (guint i = 0; i < shingles->len; i++)
    {
      guint64 hash = g_array_index (shingles, guint64, i);

      if (n_unique == 0 || g_array_index (shingles, guint64, n_unique - 1) != hash)
        g_array_index (shingles, guint64, n_unique++) = hash;
    }
  g_array_set_size (shingles, n_unique);

  return shingles;
}

/**
 * cp_shingles_containment:
 * @a: (element-type guint64): shingles of a text
 * @b: (element-type guint64): shingles of another
 *
 * Returns: the share of @a that is in @b, from 0 to 1; 0 if @a is empty
 */
double
cp_shingles_containment (GArray *a,
                         GArray *b)
{
  guint i = 0, j = 0, n_common = 0;

  while (i < a->len && j < b->len)
    {
      guint64 x = g_array_index (a, guint64, i);
      guint64 y = g_array_index (b, guint64, j);

      n_common += x == y;
      i += x <= y;
      j += y <= x;
    }

  return a->len > 0 ? (double) n_common / a->len : 0.0;
}
