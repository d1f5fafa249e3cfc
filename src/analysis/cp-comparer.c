/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays articles side by side: what they share, what only one has, and where the cues differ. */

#define G_LOG_DOMAIN "cp-comparer"

#include "config.h"

#include "cp-comparer.h"
#include "cp-cues.h"
#include "cp-digest.h"
#include "cp-keyness.h"
#include "cp-pool.h"
#include "cp-shingles.h"

#include <stdlib.h>
#include <string.h>

/* From this likeness on two themes are one matter, and a paragraph speaks of a theme. Pieces on unrelated
 * matters stay below both. */
#define MIN_LINK 0.22
#define MIN_MENTION 0.24

/* A word is listed as a key word of an article from this G² on. It is a filter for short texts, in
 * which few words recur; it is not shown as a test of significance. */
#define MIN_LOG_LIKELIHOOD 3.84
#define MAX_KEYWORDS 20
#define MAX_ALIGNMENTS_PER_THEME 3
#define MIN_ALIGNMENT 0.12
#define MAX_REASONS 4

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

/* One article: its digest and what each of its units is about. */
typedef struct
{
  CpDigest  *digest;
  GPtrArray *matters;
} Side;

typedef struct
{
  CpComparison *comparison;
  GPtrArray    *digests;
  CpPool       *pool;
  GPtrArray    *sides;
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
free_side (gpointer data)
{
  Side *self = data;

  g_ptr_array_unref (self->matters);
  g_free (self);
}

static Side *
get_side (Job   *job,
          guint  article)
{
  return g_ptr_array_index (job->sides, article);
}

static const char *
get_language (Job   *job,
              guint  article)
{
  return cp_words_get_language (get_side (job, article)->digest->words);
}

static void
add_sides (Job *job)
{
  for (guint i = 0; i < job->digests->len; i++)
    {
      Side *side = g_new0 (Side, 1);

      side->digest = g_ptr_array_index (job->digests, i);
      side->matters = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_matter_free);
      for (guint j = 0; j < side->digest->units->len; j++)
        {
          const CpUnit *unit = &g_array_index (side->digest->units, CpUnit, j);

          g_ptr_array_add (side->matters, cp_pool_new_matter (job->pool, i, unit->first_word, unit->last_word));
        }
      g_ptr_array_add (job->sides, side);
    }
}

/* The units that hold the passages of a theme. */
static GArray *
find_units (CpDigest *digest,
            CpTheme  *theme)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < digest->units->len; i++)
    {
      const CpUnit *unit = &g_array_index (digest->units, CpUnit, i);
      int start = g_array_index (digest->sentences, CpDigestSentence, unit->first_sentence).start;
      int end = g_array_index (digest->sentences, CpDigestSentence, unit->last_sentence - 1).end;

      for (guint j = 0; j < cp_theme_get_n_passages (theme); j++)
        {
          CpPassage *passage = cp_theme_get_passage (theme, j);

          if (cp_passage_get_start (passage) < end && cp_passage_get_end (passage) > start)
            {
              g_array_append_val (units, i);
              break;
            }
        }
    }

  return units;
}

static CpMatter *
sum_units (Job    *job,
           guint   article,
           GArray *units)
{
  g_autoptr (GPtrArray) matters = g_ptr_array_new ();

  for (guint i = 0; i < units->len; i++)
    g_ptr_array_add (matters, g_ptr_array_index (get_side (job, article)->matters, g_array_index (units, guint, i)));

  return cp_pool_sum_matters (job->pool, matters);
}

static void
add_topics (Job       *job,
            guint      article,
            GListModel *themes)
{
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      Topic *topic = g_new0 (Topic, 1);

      topic->article = article;
      topic->theme = g_list_model_get_item (themes, i);
      topic->units = find_units (get_side (job, article)->digest, topic->theme);
      topic->matter = sum_units (job, article, topic->units);
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
  CpDigest *digest = get_side (job, article)->digest;
  const CpUnit *unit = &g_array_index (digest->units, CpUnit, unit_index);
  guint best = unit->first_sentence;
  double best_likeness = -1.0;

  for (guint i = unit->first_sentence; i < unit->last_sentence; i++)
    {
      const CpDigestSentence *sentence = &g_array_index (digest->sentences, CpDigestSentence, i);
      g_autoptr (CpMatter) own = cp_pool_new_matter (job->pool, article, sentence->first_word, sentence->last_word);
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
  Side *side = get_side (job, article);
  g_autoptr (CpTheme) theme = cp_theme_new (label, no_terms, 0.0);

  for (guint i = 0; i < side->matters->len; i++)
    if (cp_matter_likeness (g_ptr_array_index (side->matters, i), matter) >= MIN_MENTION)
      {
        g_autoptr (CpPassage) passage = cp_digest_new_passage (side->digest,
                                                               find_best_sentence (job, article, i, matter));

        cp_theme_add_passage (theme, passage);
      }

  return cp_theme_get_n_passages (theme) > 0 ? g_steal_pointer (&theme) : NULL;
}

/* How many of the words of a theme's label the units of another theme have, as a share. */
static double
measure_label (Job         *job,
               const Topic *topic,
               const Topic *other)
{
  g_autoptr (CpWords) words = cp_words_new (cp_theme_get_label (topic->theme), get_language (job, topic->article));
  guint n_words, n = 0, n_found = 0;
  const CpWord *word = cp_words_get (words, &n_words);

  for (guint i = 0; i < n_words; i++)
    {
      int id = cp_pool_find_id (job->pool, word[i].stem);

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
  guint n_articles = job->digests->len;
  Topic *spokesman = find_spokesman (job, row);
  const char *label = cp_theme_get_label (spokesman->theme);
  CpComparedTheme *compared = cp_compared_theme_new (label, n_articles);

  for (guint i = 0; i < row->len; i++)
    {
      Topic *topic = g_ptr_array_index (row, i);

      cp_compared_theme_set_side (compared, topic->article, topic->theme);
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

/* A sentence that evidences a theme. */
typedef struct
{
  guint     sentence;
  CpMatter *matter;
} Evidence;

static void
clear_evidence (gpointer data)
{
  cp_matter_free (((Evidence *) data)->matter);
}

static GArray *
list_evidence (Job     *job,
               guint    article,
               CpTheme *theme)
{
  CpDigest *digest = get_side (job, article)->digest;
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Evidence));

  g_array_set_clear_func (all, clear_evidence);
  for (guint i = 0; i < digest->sentences->len; i++)
    {
      const CpDigestSentence *sentence = &g_array_index (digest->sentences, CpDigestSentence, i);

      for (guint j = 0; j < cp_theme_get_n_passages (theme); j++)
        {
          CpPassage *passage = cp_theme_get_passage (theme, j);

          if (cp_passage_get_start (passage) < sentence->end && cp_passage_get_end (passage) > sentence->start)
            {
              Evidence evidence = { i, cp_pool_new_matter (job->pool, article, sentence->first_word,
                                                           sentence->last_word) };

              g_array_append_val (all, evidence);
              break;
            }
        }
    }

  return all;
}

/* The words that two passages share, neighbours together: "New START", "treaty". */
static char **
list_reasons (Job                    *job,
              guint                   article_a,
              const CpDigestSentence *a,
              guint                   article_b,
              const CpDigestSentence *b)
{
  CpDigest *digest = get_side (job, article_a)->digest;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) there = g_hash_table_new (NULL, NULL);
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();
  guint n = 0;

  for (guint i = b->first_word; i < b->last_word; i++)
    g_hash_table_add (there, GUINT_TO_POINTER (cp_pool_get_id (job->pool, article_b, i)));

  for (guint i = a->first_word; i < a->last_word && n < MAX_REASONS;)
    {
      guint last = i;
      gboolean is_new = FALSE;

      while (last < a->last_word && !(digest->word[last].flags & (CP_WORD_STOP | CP_WORD_NUMBER)) &&
             g_hash_table_contains (there, GUINT_TO_POINTER (cp_pool_get_id (job->pool, article_a, last))))
        is_new |= g_hash_table_add (seen, GUINT_TO_POINTER (cp_pool_get_id (job->pool, article_a, last++)));
      if (is_new)
        {
          g_autofree char *text = cp_phrases_dup_text (digest->words, (CpPhrase) { i, last });

          g_strv_builder_add (reasons, text);
          n++;
        }
      i = MAX (last, i + 1);
    }

  return g_strv_builder_end (reasons);
}

static void
add_alignment (Job            *job,
               guint           article_a,
               const Evidence *a,
               guint           article_b,
               const Evidence *b,
               double          score)
{
  CpDigest *digest_a = get_side (job, article_a)->digest;
  CpDigest *digest_b = get_side (job, article_b)->digest;
  const CpDigestSentence *sentence_a = &g_array_index (digest_a->sentences, CpDigestSentence, a->sentence);
  const CpDigestSentence *sentence_b = &g_array_index (digest_b->sentences, CpDigestSentence, b->sentence);
  g_autoptr (CpPassage) passage_a = cp_digest_new_passage (digest_a, a->sentence);
  g_autoptr (CpPassage) passage_b = cp_digest_new_passage (digest_b, b->sentence);
  g_auto (GStrv) because = list_reasons (job, article_a, sentence_a, article_b, sentence_b);
  g_autoptr (CpAlignment) alignment = NULL;

  /* Words of like meaning alone would leave the reader without a reason that can be seen. */
  if (because[0] == NULL)
    return;

  alignment = cp_alignment_new (article_a, passage_a, article_b, passage_b, score,
                                (const char * const *) because);
  cp_cues_add (alignment, job->pool,
               digest_a, (CpWordRange) { article_a, sentence_a->first_word, sentence_a->last_word },
               digest_b, (CpWordRange) { article_b, sentence_b->first_word, sentence_b->last_word });
  cp_comparison_add_alignment (job->comparison, alignment);
}

/* Aligns the evidence of two sides: the best pairs, each sentence in one of them. */
static void
align_sides (Job     *job,
             guint    article_a,
             CpTheme *a,
             guint    article_b,
             CpTheme *b)
{
  g_autoptr (GArray) here = list_evidence (job, article_a, a);
  g_autoptr (GArray) there = list_evidence (job, article_b, b);
  g_autofree gboolean *used_here = g_new0 (gboolean, here->len + 1);
  g_autofree gboolean *used_there = g_new0 (gboolean, there->len + 1);

  for (guint n = 0; n < MAX_ALIGNMENTS_PER_THEME; n++)
    {
      guint best_i = 0, best_j = 0;
      double best = MIN_ALIGNMENT;
      gboolean found = FALSE;

      for (guint i = 0; i < here->len; i++)
        for (guint j = 0; j < there->len; j++)
          {
            double likeness;

            if (used_here[i] || used_there[j])
              continue;
            likeness = cp_matter_likeness (g_array_index (here, Evidence, i).matter,
                                           g_array_index (there, Evidence, j).matter);
            if (likeness > best)
              {
                best = likeness;
                best_i = i;
                best_j = j;
                found = TRUE;
              }
          }
      if (!found)
        break;
      used_here[best_i] = used_there[best_j] = TRUE;
      add_alignment (job, article_a, &g_array_index (here, Evidence, best_i),
                     article_b, &g_array_index (there, Evidence, best_j), best);
    }
}

static void
add_alignments (Job *job)
{
  GListModel *themes = cp_comparison_list_themes (job->comparison);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpComparedTheme) theme = g_list_model_get_item (themes, i);
      guint n = cp_compared_theme_get_n_sides (theme);

      for (guint a = 0; a < n; a++)
        for (guint b = a + 1; b < n; b++)
          {
            CpTheme *side_a = cp_compared_theme_get_side (theme, a);
            CpTheme *side_b = cp_compared_theme_get_side (theme, b);

            if (side_a != NULL && side_b != NULL)
              align_sides (job, a, side_a, b, side_b);
          }
    }
}

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

static void
add_keywords_of (Job        *job,
                 guint       article,
                 GHashTable **counts)
{
  CpDigest *digest = get_side (job, article)->digest;
  g_autoptr (GArray) keywords = g_array_new (FALSE, FALSE, sizeof (CpKeyword));
  double n_here = digest->n_words, n_there = 0.0;
  GHashTableIter iter;
  gpointer word, count;

  for (guint i = 0; i < job->digests->len; i++)
    n_there += i == article ? 0 : get_side (job, i)->digest->n_words;
  if (n_here == 0.0 || n_there == 0.0)
    return;

  g_hash_table_iter_init (&iter, counts[article]);
  while (g_hash_table_iter_next (&iter, &word, &count))
    {
      CpKeyword keyword = { .article = article, .word = word, .count = GPOINTER_TO_UINT (count) };

      for (guint i = 0; i < job->digests->len; i++)
        if (i != article)
          keyword.reference_count += GPOINTER_TO_UINT (g_hash_table_lookup (counts[i], word));
      keyword.per_million = 1e6 * keyword.count / n_here;
      keyword.log_likelihood = cp_keyness_log_likelihood (keyword.count, keyword.reference_count, n_here, n_there);
      keyword.log_ratio = cp_keyness_log_ratio (keyword.count, keyword.reference_count, n_here, n_there);
      if (keyword.count > 1 && keyword.log_ratio > 0.0 && keyword.log_likelihood >= MIN_LOG_LIKELIHOOD)
        g_array_append_val (keywords, keyword);
    }

  g_array_sort (keywords, compare_keywords);
  for (guint i = 0; i < MIN (keywords->len, MAX_KEYWORDS); i++)
    cp_comparison_add_keyword (job->comparison, &g_array_index (keywords, CpKeyword, i));
}

static void
add_keywords (Job *job)
{
  g_autofree GHashTable **counts = g_new0 (GHashTable *, job->digests->len);

  for (guint i = 0; i < job->digests->len; i++)
    counts[i] = count_words (get_side (job, i)->digest);
  for (guint i = 0; i < job->digests->len; i++)
    add_keywords_of (job, i, counts);
  for (guint i = 0; i < job->digests->len; i++)
    g_hash_table_unref (counts[i]);
}

static void
measure_overlap (Job *job)
{
  g_autoptr (GPtrArray) shingles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  double containment = 0.0;

  for (guint i = 0; i < job->digests->len; i++)
    g_ptr_array_add (shingles, cp_shingles_collect (get_side (job, i)->digest->words));
  for (guint i = 0; i < shingles->len; i++)
    for (guint j = 0; j < shingles->len; j++)
      if (i != j)
        containment = MAX (containment, cp_shingles_containment (g_ptr_array_index (shingles, i),
                                                                 g_ptr_array_index (shingles, j)));

  cp_comparison_set_containment (job->comparison, containment);
}

static void
clear_job (Job *job)
{
  g_ptr_array_unref (job->topics);
  g_ptr_array_unref (job->sides);
  cp_pool_free (job->pool);
  g_ptr_array_unref (job->digests);
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
  g_autoptr (CpComparison) comparison = cp_comparison_new ();
  Job job = { comparison };

  g_return_val_if_fail (CP_IS_COMPARER (self), NULL);
  g_return_val_if_fail (articles->len == themes->len, NULL);

  job.digests = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_digest_free);
  job.sides = g_ptr_array_new_with_free_func (free_side);
  job.topics = g_ptr_array_new_with_free_func (free_topic);
  for (guint i = 0; i < articles->len; i++)
    {
      cp_comparison_add_article (comparison, g_ptr_array_index (articles, i), g_ptr_array_index (themes, i));
      g_ptr_array_add (job.digests, cp_digest_new (g_ptr_array_index (articles, i)));
    }
  job.pool = cp_pool_new (job.digests);
  add_sides (&job);
  for (guint i = 0; i < articles->len; i++)
    add_topics (&job, i, g_ptr_array_index (themes, i));

  link_topics (&job);
  add_rows (&job);
  if (!g_cancellable_is_cancelled (cancellable))
    add_alignments (&job);
  add_keywords (&job);
  measure_overlap (&job);
  clear_job (&job);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&comparison);
}
