/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what an article is about: its themes with their passages, and its key phrases. */

#define G_LOG_DOMAIN "cp-analyzer"

#include "config.h"

#include "cp-analyzer.h"
#include "cp-groups.h"
#include "cp-labels.h"

#include <math.h>

/* A paragraph of a theme shows its best sentence, and for every so many words a further one if it is
 * nearly as good. */
#define WORDS_PER_PASSAGE 50
#define MIN_FURTHER_NEARNESS 0.65

/* More passages than these nobody reads; a theme of a very long article shows the best. */
#define MAX_PASSAGES 40

struct _CpAnalyzer
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (CpAnalyzer, cp_analyzer, G_TYPE_OBJECT)

/* A sentence and how near it is to the centre of its group. */
typedef struct
{
  guint  sentence;
  double nearness;
} Evidence;

static int
compare_nearness (gconstpointer a,
                  gconstpointer b)
{
  const Evidence *x = a;
  const Evidence *y = b;

  if (x->nearness != y->nearness)
    return x->nearness < y->nearness ? 1 : -1;

  return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

static int
compare_position (gconstpointer a,
                  gconstpointer b)
{
  const Evidence *x = a;
  const Evidence *y = b;

  return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

/* How much of a group's terms a sentence has. Divided by the root of its length: a long sentence says
 * more, but also more that is beside the matter. */
static double
measure_nearness (CpDigest *digest,
                  CpGroup  *group,
                  guint     index)
{
  const CpDigestSentence *sentence = &g_array_index (digest->sentences, CpDigestSentence, index);
  g_autoptr (GArray) terms = cp_digest_new_terms (digest, sentence->first_word, sentence->last_word);

  for (guint i = 0; i < terms->len; i++)
    g_array_index (terms, CpTermWeight, i).weight = 1.0f;

  return terms->len > 0 ? cp_terms_cosine (terms, group->terms) / sqrt (4.0 + terms->len) : 0.0;
}

/* How near the sentences of each group's units are to its centre, and which group each sentence is nearest to. */
typedef struct
{
  CpDigest  *digest;
  GPtrArray *groups;
  double    *nearness; /* groups × sentences */
  guint     *nearest;  /* for each sentence */
} Centres;

static double
get_nearness (const Centres *self,
              guint          group,
              guint          sentence)
{
  return self->nearness[group * self->digest->sentences->len + sentence];
}

static const CpUnit *
get_unit (const Centres *self,
          guint          group,
          guint          i)
{
  CpGroup *one = g_ptr_array_index (self->groups, group);

  return &g_array_index (self->digest->units, CpUnit, g_array_index (one->units, guint, i));
}

static void
measure_unit (Centres      *self,
              guint         group,
              const CpUnit *unit)
{
  for (guint i = unit->first_sentence; i < unit->last_sentence; i++)
    {
      double nearness = measure_nearness (self->digest, g_ptr_array_index (self->groups, group), i);

      self->nearness[group * self->digest->sentences->len + i] = nearness;
      if (self->nearest[i] == G_MAXUINT || nearness > get_nearness (self, self->nearest[i], i))
        self->nearest[i] = group;
    }
}

static void
measure_centres (Centres *self)
{
  guint n_sentences = self->digest->sentences->len;

  self->nearness = g_new0 (double, (gsize) self->groups->len * n_sentences + 1);
  self->nearest = g_new (guint, n_sentences + 1);
  for (guint i = 0; i < n_sentences; i++)
    self->nearest[i] = G_MAXUINT;

  for (guint i = 0; i < self->groups->len; i++)
    {
      CpGroup *group = g_ptr_array_index (self->groups, i);

      for (guint j = 0; j < group->units->len; j++)
        measure_unit (self, i, get_unit (self, i, j));
    }
}

/* Adds the sentences of a paragraph that are nearest to the centre of the group. Where themes meet in a paragraph, a
 * sentence evidences the one it is nearest to; a theme that has none of its own there takes the best. */
static void
add_evidence (const Centres *self,
              guint          group,
              const CpUnit  *unit,
              GArray        *evidence)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Evidence));
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (Evidence));
  guint n_wanted = 1 + (unit->last_word - unit->first_word) / WORDS_PER_PASSAGE;
  double best;

  for (guint i = unit->first_sentence; i < unit->last_sentence; i++)
    {
      Evidence one = { i, get_nearness (self, group, i) };

      g_array_append_val (all, one);
      if (self->nearest[i] == group && one.nearness > 0.0)
        g_array_append_val (own, one);
    }

  g_array_sort (all, compare_nearness);
  if (own->len == 0)
    g_array_append_val (own, g_array_index (all, Evidence, 0));
  g_array_sort (own, compare_nearness);
  best = g_array_index (own, Evidence, 0).nearness;
  for (guint i = 0; i < MIN (own->len, n_wanted); i++)
    if (i == 0 || g_array_index (own, Evidence, i).nearness >= MIN_FURTHER_NEARNESS * best)
      g_array_append_val (evidence, g_array_index (own, Evidence, i));
}

static void
add_passages (CpTheme       *theme,
              const Centres *self,
              guint          group)
{
  g_autoptr (GArray) evidence = g_array_new (FALSE, FALSE, sizeof (Evidence));
  CpGroup *one = g_ptr_array_index (self->groups, group);

  for (guint i = 0; i < one->units->len; i++)
    add_evidence (self, group, get_unit (self, group, i), evidence);

  if (evidence->len > MAX_PASSAGES)
    {
      g_array_sort (evidence, compare_nearness);
      g_array_set_size (evidence, MAX_PASSAGES);
    }
  g_array_sort (evidence, compare_position);

  for (guint i = 0; i < evidence->len; i++)
    {
      g_autoptr (CpPassage) passage =
        cp_digest_new_passage (self->digest, g_array_index (evidence, Evidence, i).sentence);

      cp_theme_add_passage (theme, passage);
    }
}

static GListModel *
make_themes (CpDigest  *digest,
             GPtrArray *groups)
{
  g_autoptr (GPtrArray) labels = cp_labels_choose (digest, groups);
  GListStore *themes = g_list_store_new (CP_TYPE_THEME);
  Centres centres = { .digest = digest, .groups = groups };

  measure_centres (&centres);
  for (guint i = 0; i < groups->len; i++)
    {
      CpGroup *group = g_ptr_array_index (groups, i);
      CpLabel *label = g_ptr_array_index (labels, i);
      g_autoptr (CpTheme) theme = cp_theme_new (label->text, (const char * const *) label->terms, group->share);

      add_passages (theme, &centres, i);
      g_list_store_append (themes, theme);
    }

  g_free (centres.nearness);
  g_free (centres.nearest);

  return G_LIST_MODEL (themes);
}

static void
cp_analyzer_class_init (CpAnalyzerClass *klass)
{
}

static void
cp_analyzer_init (CpAnalyzer *self)
{
}

/**
 * cp_analyzer_new:
 *
 * Returns: (transfer full): an analyzer; one may serve any number of articles, from any thread
 */
CpAnalyzer *
cp_analyzer_new (void)
{
  return g_object_new (CP_TYPE_ANALYZER, NULL);
}

/**
 * cp_analyzer_suggest_themes:
 * @article: an article; its language decides what is known of its words
 * @cancellable: (nullable): to stop early
 * @error: return location for an error
 *
 * Finds the themes of an article, passages first: paragraphs are grouped, the groups get labels out of
 * the piece itself, and the sentences nearest the centre of a group evidence it. The same article always
 * gives the same themes. Blocks; takes a few milliseconds for an op-ed.
 *
 * Returns: (transfer full) (nullable): a list of #CpTheme, the one with most words first, empty for an article
 *   without words; or %NULL with @error set if @cancellable was
 */
GListModel *
cp_analyzer_suggest_themes (CpAnalyzer    *self,
                            CpArticle     *article,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr (CpDigest) digest = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  g_return_val_if_fail (CP_IS_ANALYZER (self), NULL);
  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);

  digest = cp_digest_new (article);
  groups = cp_groups_find (digest, cancellable, error);
  if (groups == NULL)
    return NULL;

  return make_themes (digest, groups);
}

/**
 * cp_analyzer_list_keyphrases:
 * @article: an article
 * @max_phrases: how many at most
 *
 * Returns: (transfer full) (array zero-terminated=1): the phrases that tell most of what the article is
 *   about, most telling first
 */
char **
cp_analyzer_list_keyphrases (CpAnalyzer *self,
                             CpArticle  *article,
                             guint       max_phrases)
{
  g_autoptr (CpDigest) digest = NULL;

  g_return_val_if_fail (CP_IS_ANALYZER (self), NULL);
  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);

  digest = cp_digest_new (article);

  return cp_labels_list_keyphrases (digest, max_phrases);
}
