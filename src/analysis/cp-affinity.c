/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How akin the units of an article are to each other: by words, sense, nearness and section. */

#define G_LOG_DOMAIN "cp-affinity"

#include "config.h"

#include "cp-affinity.h"

#include <math.h>

/* What makes two units belong together besides shared words, whose cosine is up to 1. */
#define SENSE_WEIGHT 0.1
#define NEAR_WEIGHT 0.25
#define SECTION_WEIGHT 0.3

/* The distance in units at which nearness has fallen to a third. */
#define NEAR_DISTANCE 2.0

/* How much of the words of its neighbours a paragraph takes on: a short one says "this" and "they"
 * for what the one before it names. */
#define NEIGHBOUR_SHARE 0.4

/* How much a unit counts that nothing is akin to. */
#define LONE_STRENGTH 0.1

struct _CpAffinity
{
  CpDigest *digest;
  guint     n;
  float    *values; /* n × n */
};

static const CpUnit *
get_unit (CpAffinity *self,
          guint       i)
{
  return &g_array_index (self->digest->units, CpUnit, i);
}

/* Numbers the stems that stand in two or more units; the others tell nothing of what belongs
 * together. Returns how many there are; the rest have the number G_MAXUINT. */
static guint
number_shared_stems (CpAffinity *self,
                     guint       *numbers)
{
  guint n_ids = cp_words_get_n_ids (self->digest->words);
  guint n_shared = 0;

  for (guint i = 0; i < self->n; i++)
    {
      GArray *terms = get_unit (self, i)->terms;

      for (guint j = 0; j < terms->len; j++)
        numbers[g_array_index (terms, CpTermWeight, j).id]++;
    }
  for (guint i = 0; i < n_ids; i++)
    numbers[i] = numbers[i] > 1 ? n_shared++ : G_MAXUINT;

  return n_shared;
}

static void
normalise_row (float *row,
               guint  n)
{
  double square = 0.0;

  for (guint i = 0; i < n; i++)
    square += (double) row[i] * row[i];
  for (guint i = 0; i < n && square > 0.0; i++)
    row[i] /= (float) sqrt (square);
}

static void
add_row (float       *row,
         const float *other,
         guint        n,
         double       factor)
{
  for (guint i = 0; i < n; i++)
    row[i] += (float) factor * other[i];
}

/* The shared words of each unit, n × n_columns, with some of its neighbours' in the section. */
static float *
make_rows (CpAffinity *self,
           guint       *n_columns)
{
  g_autofree guint *numbers = g_new0 (guint, cp_words_get_n_ids (self->digest->words) + 1);
  guint m = *n_columns = number_shared_stems (self, numbers);
  g_autofree float *plain = g_new0 (float, (gsize) self->n * m + 1);
  float *rows;

  for (guint i = 0; i < self->n; i++)
    {
      GArray *terms = get_unit (self, i)->terms;

      for (guint j = 0; j < terms->len; j++)
        {
          const CpTermWeight *term = &g_array_index (terms, CpTermWeight, j);

          if (numbers[term->id] != G_MAXUINT)
            plain[i * m + numbers[term->id]] = term->weight;
        }
      normalise_row (plain + i * m, m);
    }

  rows = g_memdup2 (plain, sizeof (float) * ((gsize) self->n * m + 1));
  for (guint i = 0; i < self->n; i++)
    {
      if (i > 0 && get_unit (self, i - 1)->section == get_unit (self, i)->section)
        add_row (rows + i * m, plain + (i - 1) * m, m, NEIGHBOUR_SHARE);
      if (i + 1 < self->n && get_unit (self, i + 1)->section == get_unit (self, i)->section)
        add_row (rows + i * m, plain + (i + 1) * m, m, NEIGHBOUR_SHARE);
      normalise_row (rows + i * m, m);
    }

  return rows;
}

static double
multiply_rows (const float *a,
               const float *b,
               guint        n)
{
  float sum = 0.0f;

  for (guint i = 0; i < n; i++)
    sum += a[i] * b[i];

  return sum;
}

static double
measure_context (CpAffinity *self,
                 guint        i,
                 guint        j)
{
  const CpUnit *a = get_unit (self, i);
  const CpUnit *b = get_unit (self, j);
  double sense = MAX (cp_vector_cosine (&a->vector, &b->vector), 0.0);
  double near = exp (-((double) j - i) / NEAR_DISTANCE);
  double section = self->digest->headings->len > 0 && a->section == b->section ? SECTION_WEIGHT : 0.0;

  return SENSE_WEIGHT * sense + NEAR_WEIGHT * near + section;
}

/**
 * cp_affinity_new:
 * @digest: an article, which has to outlive the affinities
 *
 * Measures how akin each two units are. The work grows with the square of their number, which is bounded.
 *
 * Returns: (transfer full): the affinities
 */
CpAffinity *
cp_affinity_new (CpDigest *digest)
{
  CpAffinity *self = g_new0 (CpAffinity, 1);
  g_autofree float *rows = NULL;
  guint m;

  self->digest = digest;
  self->n = digest->units->len;
  self->values = g_new0 (float, (gsize) self->n * self->n + 1);

  rows = make_rows (self, &m);
  for (guint i = 0; i < self->n; i++)
    for (guint j = i + 1; j < self->n; j++)
      self->values[i * self->n + j] = self->values[j * self->n + i] =
        (float) (multiply_rows (rows + i * m, rows + j * m, m) + measure_context (self, i, j));

  return self;
}

/**
 * cp_affinity_free:
 * @self: (nullable): affinities
 */
void
cp_affinity_free (CpAffinity *self)
{
  if (self == NULL)
    return;

  g_free (self->values);
  g_free (self);
}

/**
 * cp_affinity_measure_kinship:
 * @self: affinities
 * @units: (element-type guint): some units
 * @unit: a unit, which may be one of them
 *
 * Returns: how akin @unit is on average to the others, ≥ 0
 */
double
cp_affinity_measure_kinship (CpAffinity *self,
                             GArray     *units,
                             guint       unit)
{
  double sum = 0.0;
  guint n = 0;

  for (guint i = 0; i < units->len; i++)
    {
      guint other = g_array_index (units, guint, i);

      if (other != unit)
        {
          sum += self->values[unit * self->n + other];
          n++;
        }
    }

  return n > 0 ? sum / n : LONE_STRENGTH;
}
