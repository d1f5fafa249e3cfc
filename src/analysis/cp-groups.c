/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which units of an article belong together: overlapping groups grown from seeds. */

#define G_LOG_DOMAIN "cp-groups"

#include "config.h"

#include "cp-groups.h"

#include <math.h>
#include <stdlib.h>

#define NEAR_DISTANCE 2.0
#define SENSE_WEIGHT 0.2
#define NEAR_WEIGHT 0.15
#define SECTION_WEIGHT 0.25
#define MIN_AFFINITY 0.1
#define AFFINITY_DROP 0.7
#define MAX_SHARE 0.35
#define MAX_SIZE 99
#define LONE_COHESION 0.1
#define COVERED_VALUE 0.2
#define SIZE_POWER 0.5
#define GROUPS_PER_UNIT 1
#define MAX_GROUPS 6

typedef struct
{
  CpDigest *digest;
  guint     n;
  double   *affinity; /* n × n */
  double   *share;    /* of the words, for each unit */
} Graph;

static const CpUnit *
get_unit (const Graph *self,
          guint        i)
{
  return &g_array_index (self->digest->units, CpUnit, i);
}

static double
measure_affinity (const Graph *self,
                  guint        i,
                  guint        j)
{
  const CpUnit *a = get_unit (self, i);
  const CpUnit *b = get_unit (self, j);
  double terms = cp_terms_cosine (a->terms, b->terms);
  double sense = MAX (cp_vector_cosine (&a->vector, &b->vector), 0.0);
  double near = exp (-((double) j - i) / NEAR_DISTANCE);
  double affinity = terms + SENSE_WEIGHT * sense + NEAR_WEIGHT * near;

  if (self->digest->headings->len > 0)
    affinity += a->section == b->section ? SECTION_WEIGHT : 0.0;

  return affinity;
}

static void
measure_affinities (Graph *self)
{
  self->affinity = g_new0 (double, self->n * self->n);
  self->share = g_new0 (double, self->n);

  for (guint i = 0; i < self->n; i++)
    {
      const CpUnit *unit = get_unit (self, i);

      self->share[i] = (double) (unit->last_word - unit->first_word) / self->digest->n_words;
      for (guint j = i + 1; j < self->n; j++)
        self->affinity[i * self->n + j] = self->affinity[j * self->n + i] = measure_affinity (self, i, j);
    }
}

typedef struct
{
  gboolean *has;
  double   *strength;
  guint     size;
  double    share;
} Draft;

static void
free_draft (gpointer data)
{
  Draft *draft = data;

  g_free (draft->has);
  g_free (draft->strength);
  g_free (draft);
}

static double
mean_affinity (const Graph *self,
               const Draft *draft,
               guint        unit)
{
  double sum = 0.0, n = 0;

  for (guint i = 0; i < self->n; i++)
    if (draft->has[i] && i != unit)
      {
        sum += self->affinity[unit * self->n + i];
        n++;
      }

  return n > 0 ? sum / n : 0.0;
}

static Draft *
grow_draft (const Graph *self,
            guint        seed)
{
  Draft *draft = g_new0 (Draft, 1);
  double first = 0.0;

  draft->has = g_new0 (gboolean, self->n);
  draft->strength = g_new0 (double, self->n);
  draft->has[seed] = TRUE;
  draft->strength[seed] = 1.0;
  draft->size = 1;
  draft->share = self->share[seed];

  for (;;)
    {
      guint best = self->n;
      double best_affinity = 0.0;

      for (guint i = 0; i < self->n; i++)
        {
          double affinity;

          if (draft->has[i])
            continue;
          affinity = mean_affinity (self, draft, i);
          if (affinity > best_affinity)
            {
              best_affinity = affinity;
              best = i;
            }
        }

      if (best == self->n)
        break;
      if (draft->size == 1)
        first = best_affinity;
      if (best_affinity < MIN_AFFINITY || best_affinity < AFFINITY_DROP * first || draft->share + self->share[best] > MAX_SHARE || draft->size >= MAX_SIZE)
        break;
      draft->has[best] = TRUE;
      draft->strength[best] = best_affinity;
      draft->size++;
      draft->share += self->share[best];
    }

  return draft;
}

static double
rate_draft (const Graph  *self,
            const Draft  *draft,
            const double *covered)
{
  double gain = 0.0;

  for (guint i = 0; i < self->n; i++)
    if (draft->has[i])
      {
        double cohesion = draft->size > 1 ? mean_affinity (self, draft, i) : LONE_COHESION;

        gain += sqrt (self->share[i]) * (cohesion) * pow (COVERED_VALUE, covered[i]);
      }

  return gain / pow (draft->size, SIZE_POWER);
}

void
cp_group_free (CpGroup *self)
{
  g_array_unref (self->units);
  g_array_unref (self->terms);
  g_free (self);
}

static int
compare_ids (const void *a, const void *b)
{
  const CpTermWeight *x = a, *y = b;
  return (x->id > y->id) - (x->id < y->id);
}

static CpGroup *
make_group (const Graph *self,
            const Draft *draft)
{
  CpGroup *group = g_new0 (CpGroup, 1);
  g_autofree float *sum = g_new0 (float, cp_words_get_n_ids (self->digest->words));

  group->units = g_array_new (FALSE, FALSE, sizeof (guint));
  group->terms = g_array_new (FALSE, FALSE, sizeof (CpTermWeight));
  for (guint i = 0; i < self->n; i++)
    if (draft->has[i])
      {
        const CpUnit *unit = get_unit (self, i);
        g_array_append_val (group->units, i);
        for (guint j = 0; j < unit->terms->len; j++)
          {
            CpTermWeight term = g_array_index (unit->terms, CpTermWeight, j);
            if (sum[term.id] == 0.0f)
              g_array_append_val (group->terms, term);
            sum[term.id] += term.weight;
          }
        for (int k = 0; k < CP_VECTOR_SIZE; k++)
          group->vector.at[k] += unit->vector.at[k];
      }
  if (group->terms->len)
    qsort (group->terms->data, group->terms->len, sizeof (CpTermWeight), compare_ids);
  double sq = 0;
  for (guint j = 0; j < group->terms->len; j++)
    {
      CpTermWeight *t = &g_array_index (group->terms, CpTermWeight, j);
      t->weight = sum[t->id]; sq += t->weight * t->weight;
    }
  for (guint j = 0; j < group->terms->len && sq > 0; j++)
    g_array_index (group->terms, CpTermWeight, j).weight /= sqrt (sq);
  return group;
}

/* The whole article as one group. */
CpGroup *
cp_group_new_for_article (CpDigest *digest)
{
  Graph graph = { digest, digest->units->len, NULL, NULL };
  g_autofree gboolean *all = g_new0 (gboolean, graph.n + 1);
  Draft draft = { .has = all, .size = graph.n };

  for (guint i = 0; i < graph.n; i++)
    all[i] = TRUE;

  return make_group (&graph, &draft);
}

GPtrArray *
cp_groups_find (CpDigest     *digest,
                GCancellable *cancellable)
{
  Graph graph = { digest, digest->units->len, NULL, NULL };
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_group_free);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (free_draft);
  g_autofree double *covered = g_new0 (double, graph.n + 1);
  guint wanted = CLAMP (round (graph.n * GROUPS_PER_UNIT), 3, MAX_GROUPS);

  if (graph.n == 0)
    return groups;
  measure_affinities (&graph);
  for (guint i = 0; i < graph.n; i++)
    g_ptr_array_add (drafts, grow_draft (&graph, i));

  while (groups->len < wanted)
    {
      Draft *best = NULL;
      double best_rate = 0.0;

      for (guint i = 0; i < drafts->len; i++)
        {
          double rate = rate_draft (&graph, g_ptr_array_index (drafts, i), covered);
          if (rate > best_rate)
            {
              best_rate = rate;
              best = g_ptr_array_index (drafts, i);
            }
        }
      if (best == NULL)
        break;
      for (guint i = 0; i < graph.n; i++)
        if (best->has[i])
          covered[i] += 1.0;
      g_ptr_array_add (groups, make_group (&graph, best));
      g_ptr_array_remove (drafts, best);
    }
  g_free (graph.affinity);
  g_free (graph.share);
  return groups;
}
