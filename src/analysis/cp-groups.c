/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which units of an article belong together: overlapping groups grown from seeds.
 *
 * The themes that readers find in an op-ed overlap, and return after a digression; so neither
 * segments nor clusters fit them. Here every unit and every telling word is the seed of a group,
 * and those that hold together best and tell of what no other group tells are kept. */

#define G_LOG_DOMAIN "cp-groups"

#include "config.h"

#include "cp-affinity.h"
#include "cp-groups.h"

#include <math.h>

/* A group stops growing when the next unit is this much less akin to it than the first one was, or
 * when it would hold more than this share of the words, or of the units if those are many. */
#define AFFINITY_DROP 0.6
#define MAX_SHARE 0.4
#define MIN_MAX_SIZE 5
#define MAX_SIZE_SHARE 0.3

/* A word is a seed if it is rare enough in English and stands in at most this share of the units;
 * units less than half as akin to the others as the best one are left out. */
#define MIN_SEED_WEIGHT 0.6
#define MAX_SEED_SHARE 0.45
#define MIN_SEED_STRENGTH 0.5

/* Two groups that have this share of all their units in common would be one to the reader. */
#define MAX_COMMON 0.6

/* What a unit counts for a further group once it is in one. */
#define COVERED_VALUE 0.3

/* An op-ed has six or seven themes to its readers, a short one fewer. */
#define WORDS_PER_GROUP 100
#define MIN_GROUPS 3
#define MAX_GROUPS 7

typedef struct
{
  CpDigest   *digest;
  guint       n;
  CpAffinity *affinity;
  double     *share; /* of the words, for each unit */
  guint       max_size;
} Graph;

/* A group that may be kept. */
typedef struct
{
  GArray   *units;
  double   *strength; /* for each of its units, how akin it is to the others */
  gboolean  is_kept;
} Draft;

static const CpUnit *
get_unit (const Graph *self,
          guint        i)
{
  return &g_array_index (self->digest->units, CpUnit, i);
}

static guint
get_member (const Draft *draft,
            guint        i)
{
  return g_array_index (draft->units, guint, i);
}

static void
free_draft (gpointer data)
{
  Draft *self = data;

  g_array_unref (self->units);
  g_free (self->strength);
  g_free (self);
}

static int
compare_units (gconstpointer a,
               gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* Takes the array over. */
static Draft *
make_draft (const Graph *self,
            GArray      *units)
{
  Draft *draft = g_new0 (Draft, 1);

  g_array_sort (units, compare_units);
  draft->units = units;
  draft->strength = g_new0 (double, units->len + 1);
  for (guint i = 0; i < units->len; i++)
    draft->strength[i] = cp_affinity_measure_kinship (self->affinity, units, get_member (draft, i));

  return draft;
}

static Draft *
grow_from_unit (const Graph *self,
                guint        seed)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *has = g_new0 (gboolean, self->n);
  double share = self->share[seed], first = 0.0;

  g_array_append_val (units, seed);
  has[seed] = TRUE;
  while (units->len < self->max_size)
    {
      guint best = self->n;
      double best_kinship = 0.0;

      for (guint i = 0; i < self->n; i++)
        {
          double kinship = has[i] ? 0.0 : cp_affinity_measure_kinship (self->affinity, units, i);

          if (kinship > best_kinship)
            {
              best_kinship = kinship;
              best = i;
            }
        }

      if (units->len == 1)
        first = best_kinship;
      if (best == self->n || best_kinship < AFFINITY_DROP * first || share + self->share[best] > MAX_SHARE)
        break;
      g_array_append_val (units, best);
      has[best] = TRUE;
      share += self->share[best];
    }

  return make_draft (self, units);
}

/* Leaves out units that have the word but little else in common with the others. */
static GArray *
prune_units (const Graph *self,
             GArray      *units)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree double *kinship = g_new0 (double, units->len);
  double best = 0.0;

  for (guint i = 0; i < units->len; i++)
    {
      kinship[i] = cp_affinity_measure_kinship (self->affinity, units, g_array_index (units, guint, i));
      best = MAX (best, kinship[i]);
    }
  for (guint i = 0; i < units->len; i++)
    if (kinship[i] >= MIN_SEED_STRENGTH * best)
      g_array_append_val (kept, g_array_index (units, guint, i));

  return kept;
}

static void
add_drafts_from_words (const Graph *self,
                       GPtrArray   *drafts)
{
  guint n_ids = cp_words_get_n_ids (self->digest->words);
  g_autofree GArray **having = g_new0 (GArray *, n_ids + 1);
  guint most = MAX (2, (guint) (MAX_SEED_SHARE * self->n));

  for (guint i = 0; i < self->n; i++)
    {
      GArray *terms = get_unit (self, i)->terms;

      for (guint j = 0; j < terms->len; j++)
        {
          guint id = g_array_index (terms, CpTermWeight, j).id;

          if (self->digest->weights[id] < MIN_SEED_WEIGHT)
            continue;
          if (having[id] == NULL)
            having[id] = g_array_new (FALSE, FALSE, sizeof (guint));
          g_array_append_val (having[id], i);
        }
    }

  for (guint id = 0; id < n_ids; id++)
    {
      g_autoptr (GArray) units = having[id];
      g_autoptr (GArray) pruned = NULL;

      if (units == NULL || units->len < 2 || units->len > most)
        continue;
      pruned = prune_units (self, units);
      if (pruned->len >= 2)
        g_ptr_array_add (drafts, make_draft (self, g_steal_pointer (&pruned)));
    }
}

static void
add_drafts_from_sections (const Graph *self,
                          GPtrArray   *drafts)
{
  guint first = 0;

  while (first < self->n)
    {
      GArray *units = g_array_new (FALSE, FALSE, sizeof (guint));
      guint i = first;
      double share = 0.0;

      for (; i < self->n && get_unit (self, i)->section == get_unit (self, first)->section; i++)
        {
          g_array_append_val (units, i);
          share += self->share[i];
        }
      if (get_unit (self, first)->section > 0 && share <= MAX_SHARE)
        g_ptr_array_add (drafts, make_draft (self, units));
      else
        g_array_unref (units);
      first = i;
    }
}

/* How well a draft holds together where no group that is kept tells of its units yet. */
static double
rate_draft (const Graph  *self,
            const Draft  *draft,
            const guint  *n_groups_with)
{
  double gain = 0.0;

  for (guint i = 0; i < draft->units->len; i++)
    {
      guint unit = get_member (draft, i);

      gain += sqrt (self->share[unit]) * draft->strength[i] * pow (COVERED_VALUE, n_groups_with[unit]);
    }

  return gain / draft->units->len;
}

/* Whether a draft would tell the reader nothing new beside one that is kept. */
static gboolean
repeats (const Draft *draft,
         const Draft *kept)
{
  guint n_common = 0;

  for (guint i = 0, j = 0; i < draft->units->len && j < kept->units->len;)
    {
      guint x = get_member (draft, i);
      guint y = get_member (kept, j);

      n_common += x == y;
      i += x <= y;
      j += y <= x;
    }

  return n_common == draft->units->len ||
         n_common >= MAX_COMMON * (draft->units->len + kept->units->len - n_common);
}

static Draft *
find_best_draft (const Graph *self,
                 GPtrArray   *drafts,
                 const guint *n_groups_with)
{
  Draft *best = NULL;
  double best_rate = 0.0;

  for (guint i = 0; i < drafts->len; i++)
    {
      Draft *draft = g_ptr_array_index (drafts, i);
      double rate = draft->is_kept ? 0.0 : rate_draft (self, draft, n_groups_with);

      if (rate > best_rate)
        {
          best_rate = rate;
          best = draft;
        }
    }

  return best;
}

/* Keeps the drafts that add most, and marks those that would repeat one as kept too. */
static GPtrArray *
choose_drafts (const Graph *self,
               GPtrArray   *drafts,
               guint        n_wanted,
               guint       *n_groups_with)
{
  GPtrArray *chosen = g_ptr_array_new ();

  while (chosen->len < n_wanted)
    {
      Draft *best = find_best_draft (self, drafts, n_groups_with);

      if (best == NULL)
        break;
      g_ptr_array_add (chosen, best);
      for (guint i = 0; i < drafts->len; i++)
        {
          Draft *draft = g_ptr_array_index (drafts, i);

          draft->is_kept |= repeats (draft, best);
        }
      for (guint i = 0; i < best->units->len; i++)
        n_groups_with[get_member (best, i)]++;
    }

  return chosen;
}

/* Puts each unit that no group holds into the one it is most akin to. */
static void
cover_units (const Graph *self,
             GPtrArray   *chosen,
             const guint *n_groups_with)
{
  for (guint i = 0; i < self->n; i++)
    {
      Draft *best = NULL;
      double best_kinship = 0.0;

      for (guint j = 0; j < chosen->len && n_groups_with[i] == 0; j++)
        {
          Draft *draft = g_ptr_array_index (chosen, j);
          double kinship = cp_affinity_measure_kinship (self->affinity, draft->units, i);

          if (kinship > best_kinship)
            {
              best_kinship = kinship;
              best = draft;
            }
        }
      if (best != NULL)
        {
          g_array_append_val (best->units, i);
          g_array_sort (best->units, compare_units);
        }
    }
}

/* The sum of the terms of some units, of length 1. */
static GArray *
sum_terms (CpDigest *digest,
           GArray   *units)
{
  g_autofree float *sums = g_new0 (float, cp_words_get_n_ids (digest->words) + 1);
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (CpTermWeight));

  for (guint i = 0; i < units->len; i++)
    {
      const CpUnit *unit = &g_array_index (digest->units, CpUnit, g_array_index (units, guint, i));

      for (guint j = 0; j < unit->terms->len; j++)
        {
          CpTermWeight term = g_array_index (unit->terms, CpTermWeight, j);

          if (sums[term.id] == 0.0f)
            g_array_append_val (terms, term);
          sums[term.id] += term.weight;
        }
    }

  cp_terms_sort (terms);
  for (guint i = 0; i < terms->len; i++)
    {
      CpTermWeight *term = &g_array_index (terms, CpTermWeight, i);

      term->weight = sums[term->id];
    }
  cp_terms_give_unit_length (terms);

  return terms;
}

/* Takes the array over. */
static CpGroup *
make_group (CpDigest *digest,
            GArray   *units)
{
  CpGroup *group = g_new0 (CpGroup, 1);
  guint n_words = 0, n_all = 0;

  for (guint i = 0; i < digest->units->len; i++)
    {
      const CpUnit *unit = &g_array_index (digest->units, CpUnit, i);

      n_all += unit->last_word - unit->first_word;
    }
  for (guint i = 0; i < units->len; i++)
    {
      const CpUnit *unit = &g_array_index (digest->units, CpUnit, g_array_index (units, guint, i));

      n_words += unit->last_word - unit->first_word;
    }

  group->units = units;
  group->terms = sum_terms (digest, units);
  group->share = n_all > 0 ? (double) n_words / n_all : 0.0;

  return group;
}

/* The larger group first; of two alike the one that begins earlier. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const CpGroup *x = *(const CpGroup * const *) a;
  const CpGroup *y = *(const CpGroup * const *) b;

  if (x->share != y->share)
    return x->share < y->share ? 1 : -1;

  return compare_units (x->units->data, y->units->data);
}

static guint
count_wanted (const Graph *self)
{
  guint n_words = self->digest->n_words;

  return MIN (self->n, CLAMP ((n_words + WORDS_PER_GROUP / 2) / WORDS_PER_GROUP, MIN_GROUPS, MAX_GROUPS));
}

static GPtrArray *
list_drafts (const Graph  *self,
             GCancellable *cancellable)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (free_draft);

  for (guint i = 0; i < self->n && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (drafts, grow_from_unit (self, i));
  add_drafts_from_words (self, drafts);
  add_drafts_from_sections (self, drafts);

  return drafts;
}

/* Each unit's share of the article's words. */
static double *
list_shares (CpDigest *digest)
{
  double *shares = g_new0 (double, digest->units->len);

  for (guint i = 0; i < digest->units->len; i++)
    {
      const CpUnit *unit = &g_array_index (digest->units, CpUnit, i);

      shares[i] = (double) (unit->last_word - unit->first_word) / digest->n_words;
    }

  return shares;
}

static void
find_groups (Graph        *self,
             GPtrArray    *groups,
             GCancellable *cancellable)
{
  g_autofree guint *n_groups_with = g_new0 (guint, self->n);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) chosen = NULL;

  self->max_size = MAX (MIN_MAX_SIZE, (guint) (MAX_SIZE_SHARE * self->n));
  self->affinity = cp_affinity_new (self->digest);
  self->share = list_shares (self->digest);
  drafts = list_drafts (self, cancellable);
  chosen = choose_drafts (self, drafts, count_wanted (self), n_groups_with);
  cover_units (self, chosen, n_groups_with);

  for (guint i = 0; i < chosen->len; i++)
    {
      Draft *draft = g_ptr_array_index (chosen, i);

      g_ptr_array_add (groups, make_group (self->digest, g_array_ref (draft->units)));
    }
  g_ptr_array_sort (groups, compare_groups);

  cp_affinity_free (self->affinity);
  g_free (self->share);
}

/**
 * cp_groups_find:
 * @digest: an article
 * @cancellable: (nullable): to stop early
 * @error: return location for an error
 *
 * Groups the units of an article by shared words, what the words mean, nearness and section. Groups may
 * overlap; every unit is in one. The work grows with the square of the number of units, which is bounded.
 *
 * Returns: (transfer full) (element-type CpGroup) (nullable): up to seven groups, the largest first, or
 *   %NULL with @error set if @cancellable was
 */
GPtrArray *
cp_groups_find (CpDigest      *digest,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_group_free);
  Graph graph = { .digest = digest, .n = digest->units->len };

  if (graph.n > 0)
    find_groups (&graph, groups, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&groups);
}

/**
 * cp_group_new_for_article:
 * @digest: an article
 *
 * Returns: (transfer full): all its units as one group
 */
CpGroup *
cp_group_new_for_article (CpDigest *digest)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < digest->units->len; i++)
    g_array_append_val (units, i);

  return make_group (digest, units);
}

/**
 * cp_group_free:
 * @self: (nullable): a group
 */
void
cp_group_free (CpGroup *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->units);
  g_array_unref (self->terms);
  g_free (self);
}
