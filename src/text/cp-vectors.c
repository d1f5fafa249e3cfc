/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Directions of English words, linked into the program; data/vectors/README.md has the layout. */

#define G_LOG_DOMAIN "cp-vectors"

#include "config.h"

#include "cp-vectors.h"

#include <math.h>
#include <string.h>

/* The constant a of smooth inverse frequency weights (Arora et al. 2017), as in the script. */
#define SIF_A 1e-3

/* The table is read where it lies, so the machine must store numbers as the file does. */
G_STATIC_ASSERT (G_BYTE_ORDER == G_LITTLE_ENDIAN);

extern const guint8 cp_vectors_data[];

typedef struct
{
  char    magic[8];
  guint32 n_words;
  guint32 n_dimensions;
  guint32 bucket_size;
  guint32 n_buckets;
  guint32 words_size;
  guint32 common_offset;
  guint32 index_offset;
  guint32 ranks_offset;
  guint32 words_offset;
  guint32 rows_offset;
} Header;

static const Header *
get_header (void)
{
  return (const Header *) (const void *) cp_vectors_data;
}

static guint32
get_bucket_start (guint32 bucket)
{
  const guint32 *starts = (const void *) (cp_vectors_data + get_header ()->index_offset);

  return starts[bucket];
}

/* The last bucket whose first word is not after @word. */
static guint32
find_bucket (const char *word,
             const char *words)
{
  guint32 low = 0;
  guint32 high = get_header ()->n_buckets;

  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (strcmp (words + get_bucket_start (middle), word) <= 0)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/**
 * cp_vectors_lookup:
 * @word: a lower-case word
 * @rank: (out) (optional): its rank by frequency, 1 for the most frequent word
 *
 * Finds a word by binary search in the linked-in table; nothing is allocated or copied.
 *
 * Returns: (nullable): the %CP_VECTOR_SIZE components of the word's direction, of no fixed length,
 *   or %NULL when the word is not among the known ones; @rank is then left alone
 */
const gint8 *
cp_vectors_lookup (const char *word,
                   guint      *rank)
{
  const Header *header = get_header ();
  const char *words = (const char *) cp_vectors_data + header->words_offset;
  const guint16 *ranks = (const void *) (cp_vectors_data + header->ranks_offset);
  const gint8 *rows = (const gint8 *) cp_vectors_data + header->rows_offset;
  guint32 bucket = find_bucket (word, words);
  guint32 first = bucket * header->bucket_size;
  guint32 last = MIN (first + header->bucket_size, header->n_words);
  const char *candidate = words + get_bucket_start (bucket);

  for (guint32 i = first; i < last; i++)
    {
      int order = strcmp (candidate, word);

      if (order == 0)
        {
          if (rank != NULL)
            *rank = ranks[i];
          return rows + (gsize) i * CP_VECTOR_SIZE;
        }
      if (order > 0)
        break;
      candidate += strlen (candidate) + 1;
    }

  return NULL;
}

/**
 * cp_vectors_n_words:
 *
 * Returns: how many words are known, which is also the rank of the rarest one
 */
guint
cp_vectors_n_words (void)
{
  return get_header ()->n_words;
}

/**
 * cp_vectors_sif_weight:
 * @rank: the rank of a word by frequency, from 1
 *
 * The smooth inverse frequency weight a / (a + p) of a word (Arora, Liang, Ma 2017), its
 * probability p taken from its rank by Zipf's law.
 *
 * Returns: a weight between 0 and 1, larger for rarer words
 */
double
cp_vectors_sif_weight (guint rank)
{
  static const double harmonic = 11.579; /* 1 + 1/2 + … + 1/60,000 */
  double p = 1.0 / (harmonic * MAX (rank, 1));

  return SIF_A / (SIF_A + p);
}

/**
 * cp_vector_add:
 * @self: a sum of words, all zero at first
 * @row: the components of a word
 * @weight: what the word counts
 *
 * Adds a word to a sum; every word counts by its weight alone, whatever the length of its row.
 */
void
cp_vector_add (CpVector    *self,
               const gint8 *row,
               double       weight)
{
  int square = 0;
  float factor;

  for (int i = 0; i < CP_VECTOR_SIZE; i++)
    square += row[i] * row[i];
  if (square == 0)
    return;

  factor = (float) (weight / sqrt (square));
  for (int i = 0; i < CP_VECTOR_SIZE; i++)
    self->at[i] += factor * row[i];
}

static double
multiply (const float *a,
          const float *b)
{
  double sum = 0.0;

  for (int i = 0; i < CP_VECTOR_SIZE; i++)
    sum += (double) a[i] * b[i];

  return sum;
}

/**
 * cp_vector_finish:
 * @self: a sum of words
 *
 * Takes the component that all texts share out of a sum and gives it length 1, so that
 * cp_vector_cosine() tells what is particular to it. A sum without words stays zero.
 */
void
cp_vector_finish (CpVector *self)
{
  const float *common = (const void *) (cp_vectors_data + get_header ()->common_offset);
  double share = multiply (self->at, common);
  double length;

  for (int i = 0; i < CP_VECTOR_SIZE; i++)
    self->at[i] -= (float) share * common[i];

  length = sqrt (multiply (self->at, self->at));
  if (length > 1e-9)
    for (int i = 0; i < CP_VECTOR_SIZE; i++)
      self->at[i] /= (float) length;
}

/**
 * cp_vector_cosine:
 * @a: a finished sum
 * @b: a finished sum
 *
 * Returns: how much the two point the same way, from -1 to 1; 0 when one of them is empty
 */
double
cp_vector_cosine (const CpVector *a,
                  const CpVector *b)
{
  return multiply (a->at, b->at);
}

/**
 * cp_vectors_similarity:
 * @a: the components of a word
 * @b: the components of another
 *
 * Returns: how alike the two words are used, from -1 to 1
 */
double
cp_vectors_similarity (const gint8 *a,
                       const gint8 *b)
{
  int dot = 0, square_a = 0, square_b = 0;

  for (int i = 0; i < CP_VECTOR_SIZE; i++)
    {
      dot += a[i] * b[i];
      square_a += a[i] * a[i];
      square_b += b[i] * b[i];
    }

  return square_a > 0 && square_b > 0 ? dot / sqrt ((double) square_a * square_b) : 0.0;
}
