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

/* Adds the sentences of a paragraph that are nearest to the centre of the group. */
static void
add_evidence (CpDigest     *digest,
              CpGroup      *group,
              const CpUnit *unit,
              GArray       *evidence)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Evidence));
  guint n_wanted = 1 + (unit->last_word - unit->first_word) / WORDS_PER_PASSAGE;
  double best;

  for (guint i = unit->first_sentence; i < unit->last_sentence; i++)
    {
      Evidence one = { i, measure_nearness (digest, group, i) };

      g_array_append_val (all, one);
    }

  g_array_sort (all, compare_nearness);
  best = g_array_index (all, Evidence, 0).nearness;
  for (guint i = 0; i < MIN (all->len, n_wanted); i++)
    if (i == 0 || g_array_index (all, Evidence, i).nearness >= MIN_FURTHER_NEARNESS * best)
      g_array_append_val (evidence, g_array_index (all, Evidence, i));
}

static void
add_passages (CpTheme  *theme,
              CpDigest *digest,
              CpGroup  *group)
{
  g_autoptr (GArray) evidence = g_array_new (FALSE, FALSE, sizeof (Evidence));

  for (guint i = 0; i < group->units->len; i++)
    add_evidence (digest, group, &g_array_index (digest->units, CpUnit, g_array_index (group->units, guint, i)),
                  evidence);

  if (evidence->len > MAX_PASSAGES)
    {
      g_array_sort (evidence, compare_nearness);
      g_array_set_size (evidence, MAX_PASSAGES);
    }
  g_array_sort (evidence, compare_position);

  for (guint i = 0; i < evidence->len; i++)
    {
      g_autoptr (CpPassage) passage = cp_digest_new_passage (digest, g_array_index (evidence, Evidence, i).sentence);

      cp_theme_add_passage (theme, passage);
    }
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
  g_autoptr (GPtrArray) labels = NULL;
  GListStore *themes;

  g_return_val_if_fail (CP_IS_ANALYZER (self), NULL);
  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);

  digest = cp_digest_new (article);
  groups = cp_groups_find (digest, cancellable, error);
  if (groups == NULL)
    return NULL;

  labels = cp_labels_choose (digest, groups);
  themes = g_list_store_new (CP_TYPE_THEME);
  for (guint i = 0; i < groups->len; i++)
    {
      CpGroup *group = g_ptr_array_index (groups, i);
      CpLabel *label = g_ptr_array_index (labels, i);
      g_autoptr (CpTheme) theme = cp_theme_new (label->text, (const char * const *) label->terms, group->share);

      add_passages (theme, digest, group);
      g_list_store_append (themes, theme);
    }

  return G_LIST_MODEL (themes);
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
