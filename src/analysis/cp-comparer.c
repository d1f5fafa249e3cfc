/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays articles side by side: what they share, what only one has, and where the cues differ. */

#define G_LOG_DOMAIN "cp-comparer"

#include "config.h"

#include "cp-aligner.h"
#include "cp-collation.h"
#include "cp-comparer.h"
#include "cp-contrast.h"

/* From this likeness on two themes are one matter, and a paragraph speaks of a theme. Pieces on unrelated
 * matters stay below both. */
#define MIN_LINK 0.22
#define MIN_MENTION 0.24

/* A paragraph of a theme belongs to the matter that it shares with another article if it is this much as like that
 * article's theme as the theme's best paragraph is. */
#define MIN_PERTINENCE 0.4

struct _CpComparer
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (CpComparer, cp_comparer, G_TYPE_OBJECT)

/* One theme of one article, and the row of the comparison that it has gone to. */
typedef struct
{
  guint     article;
  CpTheme  *theme;
  GArray   *units;
  CpMatter *matter;
  int       row;
} Topic;

typedef struct
{
  CpCollation  *collation;
  CpComparison *comparison;
  GPtrArray    *topics;
} Job;

static void
free_topic (gpointer data)
{
  Topic *self = data;

  g_object_unref (self->theme);
  g_array_unref (self->units);
  cp_matter_free (self->matter);
  g_free (self);
}

static void
add_topics (Job        *job,
            guint       article,
            GListModel *themes)
{
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      Topic *topic = g_new0 (Topic, 1);

      topic->article = article;
      topic->theme = g_list_model_get_item (themes, i);
      topic->units = cp_collation_find_units (job->collation, article, topic->theme);
      topic->matter = cp_collation_sum_units (job->collation, article, topic->units);
      topic->row = -1;
      g_ptr_array_add (job->topics, topic);
    }
}

/* Two themes of different articles that may speak of the same matter. */
typedef struct
{
  Topic  *a;
  Topic  *b;
  double  likeness;
  guint   order;
} Link;

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const Link *x = a;
  const Link *y = b;

  if (x->likeness != y->likeness)
    return x->likeness < y->likeness ? 1 : -1;

  return (x->order > y->order) - (x->order < y->order);
}

static GArray *
list_links (Job *job)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (Link));

  for (guint i = 0; i < job->topics->len; i++)
    for (guint j = i + 1; j < job->topics->len; j++)
      {
        Link link = { g_ptr_array_index (job->topics, i), g_ptr_array_index (job->topics, j), 0.0, links->len };

        if (link.a->article == link.b->article)
          continue;
        link.likeness = cp_matter_likeness (link.a->matter, link.b->matter);
        if (link.likeness >= MIN_LINK)
          g_array_append_val (links, link);
      }
  g_array_sort (links, compare_links);

  return links;
}

/* Whether no article has a theme in both rows. */
static gboolean
may_join (Job *job,
          int  row_a,
          int  row_b)
{
  for (guint i = 0; i < job->topics->len; i++)
    for (guint j = 0; j < job->topics->len; j++)
      {
        const Topic *a = g_ptr_array_index (job->topics, i);
        const Topic *b = g_ptr_array_index (job->topics, j);

        if (a->row == row_a && b->row == row_b && a->article == b->article)
          return FALSE;
      }

  return TRUE;
}

/* Puts themes that speak of the same matter into one row, the most alike first; each row has at
 * most one theme of an article. */
static void
link_topics (Job *job)
{
  g_autoptr (GArray) links = NULL;

  for (guint i = 0; i < job->topics->len; i++)
    ((Topic *) g_ptr_array_index (job->topics, i))->row = i;

  links = list_links (job);
  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = &g_array_index (links, Link, i);
      int row_a = link->a->row;
      int row_b = link->b->row;

      if (row_a == row_b || !may_join (job, row_a, row_b))
        continue;
      for (guint j = 0; j < job->topics->len; j++)
        {
          Topic *topic = g_ptr_array_index (job->topics, j);

          if (topic->row == row_b)
            topic->row = row_a;
        }
    }
}

static guint
find_best_sentence (Job      *job,
                    guint     article,
                    guint     unit_index,
                    CpMatter *matter)
{
  CpDigest *digest = cp_collation_get_digest (job->collation, article);
  const CpUnit *unit = &g_array_index (digest->units, CpUnit, unit_index);
  guint best = unit->first_sentence;
  double best_likeness = -1.0;

  for (guint i = unit->first_sentence; i < unit->last_sentence; i++)
    {
      g_autoptr (CpMatter) own = cp_collation_read (job->collation, article, i);
      double likeness = cp_matter_likeness (own, matter);

      if (likeness > best_likeness)
        {
          best_likeness = likeness;
          best = i;
        }
    }

  return best;
}

/* What an article without a theme of its own on the matter still says of it, or NULL. */
static CpTheme *
find_mention (Job        *job,
              guint       article,
              const char *label,
              CpMatter   *matter)
{
  const char *no_terms[] = { NULL };
  CpDigest *digest = cp_collation_get_digest (job->collation, article);
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);
  CpTheme *theme;
  guint n_words = 0;

  for (guint i = 0; i < digest->units->len; i++)
    if (cp_matter_likeness (cp_collation_get_matter (job->collation, article, i), matter) >= MIN_MENTION)
      {
        const CpUnit *unit = &g_array_index (digest->units, CpUnit, i);

        n_words += unit->last_word - unit->first_word;
        g_ptr_array_add (passages, cp_digest_new_passage (digest, find_best_sentence (job, article, i, matter)));
      }

  if (passages->len == 0)
    return NULL;

  theme = cp_theme_new (label, no_terms, (double) n_words / digest->n_words);
  for (guint i = 0; i < passages->len; i++)
    cp_theme_add_passage (theme, g_ptr_array_index (passages, i));

  return theme;
}

/* How like a unit is to the themes that stand in a row with the topic's. */
static double
measure_pertinence (Job         *job,
                    const Topic *topic,
                    guint        unit,
                    GPtrArray   *row)
{
  CpMatter *matter = cp_collation_get_matter (job->collation, topic->article, unit);
  double best = 0.0;

  for (guint i = 0; i < row->len; i++)
    {
      const Topic *other = g_ptr_array_index (row, i);

      if (other != topic)
        best = MAX (best, cp_matter_likeness (matter, other->matter));
    }

  return best;
}

static gboolean
is_in_unit (CpDigest  *digest,
            guint      index,
            CpPassage *passage)
{
  const CpUnit *unit = &g_array_index (digest->units, CpUnit, index);
  const CpDigestSentence *first = &g_array_index (digest->sentences, CpDigestSentence, unit->first_sentence);
  const CpDigestSentence *last = &g_array_index (digest->sentences, CpDigestSentence, unit->last_sentence - 1);

  return cp_passage_get_start (passage) < last->end && cp_passage_get_end (passage) > first->start;
}

/* The theme with those of its passages that speak of the matter of the row: a theme may range wider than what
 * another article says of it. */
static CpTheme *
make_side (Job         *job,
           const Topic *topic,
           GPtrArray   *row)
{
  CpDigest *digest = cp_collation_get_digest (job->collation, topic->article);
  g_autofree double *pertinence = g_new0 (double, topic->units->len + 1);
  CpTheme *side = cp_theme_copy_without_passages (topic->theme);
  double best = 0.0;

  for (guint i = 0; i < topic->units->len; i++)
    {
      pertinence[i] = measure_pertinence (job, topic, g_array_index (topic->units, guint, i), row);
      best = MAX (best, pertinence[i]);
    }

  for (guint i = 0; i < cp_theme_get_n_passages (topic->theme); i++)
    {
      CpPassage *passage = cp_theme_get_passage (topic->theme, i);
      gboolean is_beside = FALSE;

      for (guint j = 0; j < topic->units->len && !is_beside; j++)
        is_beside = pertinence[j] < MIN_PERTINENCE * best &&
                    is_in_unit (digest, g_array_index (topic->units, guint, j), passage);
      if (!is_beside)
        cp_theme_add_passage (side, passage);
    }

  return side;
}

/* How many of the words of a theme's label the units of another theme have, as a share. */
static double
measure_label (Job         *job,
               const Topic *topic,
               const Topic *other)
{
  CpDigest *digest = cp_collation_get_digest (job->collation, topic->article);
  const char *language = cp_words_get_language (digest->words);
  g_autoptr (CpWords) words = cp_words_new (cp_theme_get_label (topic->theme), language);
  guint n_words, n = 0, n_found = 0;
  const CpWord *word = cp_words_get (words, &n_words);

  for (guint i = 0; i < n_words; i++)
    {
      int id = cp_pool_find_id (cp_collation_get_pool (job->collation), word[i].stem);

      if (word[i].flags & CP_WORD_STOP)
        continue;
      n++;
      n_found += id >= 0 && cp_matter_has (other->matter, id);
    }

  return n > 0 ? (double) n_found / n : 0.0;
}

/* The theme of a row whose label says most of what the others speak of: it stands for all. */
static Topic *
find_spokesman (Job       *job,
                GPtrArray *row)
{
  Topic *best = g_ptr_array_index (row, 0);
  double best_rate = -1.0;

  for (guint i = 0; i < row->len; i++)
    {
      Topic *topic = g_ptr_array_index (row, i);
      double rate = 0.01 * cp_theme_get_salience (topic->theme);

      for (guint j = 0; j < row->len; j++)
        if (i != j)
          rate += measure_label (job, topic, g_ptr_array_index (row, j));
      if (rate > best_rate)
        {
          best_rate = rate;
          best = topic;
        }
    }

  return best;
}

static CpComparedTheme *
make_row (Job       *job,
          GPtrArray *row)
{
  guint n_articles = cp_collation_get_size (job->collation);
  Topic *spokesman = find_spokesman (job, row);
  const char *label = cp_theme_get_label (spokesman->theme);
  CpComparedTheme *compared = cp_compared_theme_new (label, n_articles);

  for (guint i = 0; i < row->len; i++)
    {
      Topic *topic = g_ptr_array_index (row, i);
      g_autoptr (CpTheme) side = make_side (job, topic, row);

      cp_compared_theme_set_side (compared, topic->article, side);
    }
  for (guint i = 0; i < n_articles; i++)
    if (cp_compared_theme_get_side (compared, i) == NULL)
      {
        g_autoptr (CpTheme) mention = find_mention (job, i, label, spokesman->matter);

        if (mention != NULL)
          cp_compared_theme_set_side (compared, i, mention);
      }

  return compared;
}

static GPtrArray *
list_rows (Job *job)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < job->topics->len; i++)
    {
      g_autoptr (GPtrArray) row = g_ptr_array_new ();

      for (guint j = 0; j < job->topics->len; j++)
        {
          Topic *topic = g_ptr_array_index (job->topics, j);

          if (topic->row == (int) i)
            g_ptr_array_add (row, topic);
        }
      if (row->len > 0)
        g_ptr_array_add (rows, make_row (job, row));
    }

  return rows;
}

/* What is shared comes first. */
static void
add_rows (Job *job)
{
  g_autoptr (GPtrArray) rows = list_rows (job);

  for (int is_shared = 1; is_shared >= 0; is_shared--)
    for (guint i = 0; i < rows->len; i++)
      if (cp_compared_theme_is_shared (g_ptr_array_index (rows, i)) == is_shared)
        cp_comparison_add_theme (job->comparison, g_ptr_array_index (rows, i));
}

static void
cp_comparer_class_init (CpComparerClass *klass)
{
}

static void
cp_comparer_init (CpComparer *self)
{
}

/**
 * cp_comparer_new:
 *
 * Returns: (transfer full): a comparer; one may serve any number of comparisons, from any thread
 */
CpComparer *
cp_comparer_new (void)
{
  return g_object_new (CP_TYPE_COMPARER, NULL);
}

/**
 * cp_comparer_compare:
 * @articles: (element-type CpArticle): two or more articles
 * @themes: (element-type GListModel): for each article the list of its themes
 * @cancellable: (nullable): to stop early
 * @error: return location for an error
 *
 * Lays articles side by side. A matter is shared where themes of several articles speak of it, or
 * where an article has passages on a theme of another; the rest belongs to one article alone. Aligned
 * passages say which words they share and in what cues they differ. Nothing is said of
 * whether the authors agree.
 *
 * Returns: (transfer full) (nullable): the comparison, or %NULL with @error set if @cancellable was
 */
CpComparison *
cp_comparer_compare (CpComparer    *self,
                     GPtrArray     *articles,
                     GPtrArray     *themes,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (CpComparison) comparison = NULL;
  g_autoptr (CpCollation) collation = NULL;
  g_autoptr (GPtrArray) topics = NULL;
  Job job;

  g_return_val_if_fail (CP_IS_COMPARER (self), NULL);
  g_return_val_if_fail (articles->len == themes->len, NULL);

  comparison = cp_comparison_new ();
  collation = cp_collation_new (articles);
  topics = g_ptr_array_new_with_free_func (free_topic);
  job = (Job) { collation, comparison, topics };
  for (guint i = 0; i < articles->len; i++)
    {
      cp_comparison_add_article (comparison, g_ptr_array_index (articles, i), g_ptr_array_index (themes, i));
      add_topics (&job, i, g_ptr_array_index (themes, i));
    }

  link_topics (&job);
  add_rows (&job);
  cp_aligner_add_alignments (collation, comparison, cancellable);
  cp_contrast_add_keywords (collation, comparison);
  cp_comparison_set_containment (comparison, cp_contrast_measure_containment (collation));

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&comparison);
}
