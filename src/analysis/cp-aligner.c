/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligned passages: sentences of two articles that speak of the same matter, and why. */

#define G_LOG_DOMAIN "cp-aligner"

#include "config.h"

#include "cp-aligner.h"
#include "cp-candidates.h"
#include "cp-cues.h"

#define MAX_ALIGNMENTS_PER_THEME 3
#define MIN_LIKENESS 0.2
#define MAX_REASONS 4

/* One word that two sentences share, "half" or "hour", shows nothing; a second one does, and so does a name. */
#define MIN_SHARED_WORDS 2

/* A sentence that evidences a theme. */
typedef struct
{
  guint                   article;
  guint                   index;
  const CpDigestSentence *sentence;
  CpMatter               *matter;
  gboolean                is_used;
} Evidence;

typedef struct
{
  CpCollation  *collation;
  CpComparison *comparison;
  GHashTable   *seen; /* of the pairs that are aligned already, as text */
} Aligner;

static void
clear_evidence (gpointer data)
{
  cp_matter_free (((Evidence *) data)->matter);
}

static gboolean
has_passage_in (CpTheme                *theme,
                const CpDigestSentence *sentence)
{
  for (guint i = 0; i < cp_theme_get_n_passages (theme); i++)
    {
      CpPassage *passage = cp_theme_get_passage (theme, i);

      if (cp_passage_get_start (passage) < sentence->end && cp_passage_get_end (passage) > sentence->start)
        return TRUE;
    }

  return FALSE;
}

static GArray *
list_evidence (Aligner *self,
               guint    article,
               CpTheme *theme)
{
  GArray *sentences = cp_collation_get_digest (self->collation, article)->sentences;
  GArray *evidence = g_array_new (FALSE, FALSE, sizeof (Evidence));

  g_array_set_clear_func (evidence, clear_evidence);
  for (guint i = 0; i < sentences->len; i++)
    {
      Evidence one = { article, i, &g_array_index (sentences, CpDigestSentence, i), NULL, FALSE };

      if (!has_passage_in (theme, one.sentence))
        continue;
      one.matter = cp_collation_read (self->collation, article, i);
      g_array_append_val (evidence, one);
    }

  return evidence;
}

static gpointer
get_key (Aligner *self,
         guint    article,
         guint    word)
{
  return GUINT_TO_POINTER (cp_pool_get_id (cp_collation_get_pool (self->collation), article, word));
}

/* The words that two sentences share, neighbours together: "New START", "treaty". Empty when they are too few to show
 * that the sentences speak of the same matter. */
static char **
list_reasons (Aligner        *self,
              const Evidence *a,
              const Evidence *b)
{
  CpDigest *digest = cp_collation_get_digest (self->collation, a->article);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) there = g_hash_table_new (NULL, NULL);
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();
  guint n = 0, n_words = 0, last;

  for (guint i = b->sentence->first_word; i < b->sentence->last_word; i++)
    g_hash_table_add (there, get_key (self, b->article, i));

  for (guint i = a->sentence->first_word; i < a->sentence->last_word && n < MAX_REASONS; i = MAX (last, i + 1))
    {
      gboolean is_new = FALSE;

      for (last = i; last < a->sentence->last_word; last++)
        {
          gpointer key = get_key (self, a->article, last);

          if ((digest->word[last].flags & (CP_WORD_STOP | CP_WORD_NUMBER)) || !g_hash_table_contains (there, key))
            break;
          if (g_hash_table_add (told, key))
            {
              is_new = TRUE;
              n_words += cp_digest_is_name (digest, last) ? MIN_SHARED_WORDS : 1;
            }
        }
      if (is_new)
        {
          g_autofree char *text = cp_phrases_dup_text (digest->words, (CpPhrase) { i, last });

          g_strv_builder_add (reasons, text);
          n++;
        }
    }

  return n_words >= MIN_SHARED_WORDS ? g_strv_builder_end (reasons) : g_new0 (char *, 1);
}

/* Themes overlap, and two of them may find the same pair. */
static gboolean
is_new_pair (Aligner        *self,
             const Evidence *a,
             const Evidence *b)
{
  return g_hash_table_add (self->seen, g_strdup_printf ("%u %u %u %u", a->article, a->index, b->article, b->index));
}

static void
add_alignment (Aligner        *self,
               const Evidence *a,
               const Evidence *b,
               double          score)
{
  CpDigest *digest_a = cp_collation_get_digest (self->collation, a->article);
  CpDigest *digest_b = cp_collation_get_digest (self->collation, b->article);
  g_autoptr (CpPassage) passage_a = NULL;
  g_autoptr (CpPassage) passage_b = NULL;
  g_autoptr (CpAlignment) alignment = NULL;
  g_auto (GStrv) because = list_reasons (self, a, b);

  /* Words of like meaning alone would leave the reader without a reason that can be seen. */
  if (because[0] == NULL || !is_new_pair (self, a, b))
    return;

  passage_a = cp_digest_new_passage (digest_a, a->index);
  passage_b = cp_digest_new_passage (digest_b, b->index);
  alignment = cp_alignment_new (a->article, passage_a, b->article, passage_b, score,
                                (const char * const *) because);
  cp_cues_add (alignment, cp_collation_get_pool (self->collation),
               digest_a, (CpWordRange) { a->article, a->sentence->first_word, a->sentence->last_word },
               digest_b, (CpWordRange) { b->article, b->sentence->first_word, b->sentence->last_word });
  cp_comparison_add_alignment (self->comparison, alignment);
}

/* The two sentences most alike that are not aligned yet; FALSE when none are alike enough. */
static gboolean
find_pair (GArray    *here,
           GArray    *there,
           Evidence **a,
           Evidence **b,
           double    *score)
{
  *score = MIN_LIKENESS;
  *a = *b = NULL;

  for (guint i = 0; i < here->len; i++)
    for (guint j = 0; j < there->len; j++)
      {
        Evidence *x = &g_array_index (here, Evidence, i);
        Evidence *y = &g_array_index (there, Evidence, j);
        double likeness = x->is_used || y->is_used ? 0.0 : cp_matter_likeness (x->matter, y->matter);

        if (likeness > *score)
          {
            *score = likeness;
            *a = x;
            *b = y;
          }
      }

  return *a != NULL;
}

static void
align_sides (Aligner *self,
             guint    article_a,
             CpTheme *theme_a,
             guint    article_b,
             CpTheme *theme_b)
{
  g_autoptr (GArray) here = list_evidence (self, article_a, theme_a);
  g_autoptr (GArray) there = list_evidence (self, article_b, theme_b);
  Evidence *a, *b;
  double score;

  for (guint n = 0; n < MAX_ALIGNMENTS_PER_THEME && find_pair (here, there, &a, &b, &score); n++)
    {
      a->is_used = b->is_used = TRUE;
      add_alignment (self, a, b, score);
    }
}

static void
align_theme (Aligner         *self,
             CpComparedTheme *theme)
{
  guint n = cp_compared_theme_get_n_sides (theme);

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        CpTheme *a = cp_compared_theme_get_side (theme, i);
        CpTheme *b = cp_compared_theme_get_side (theme, j);

        if (a != NULL && b != NULL)
          align_sides (self, i, a, j, b);
      }
}

/**
 * cp_aligner_add_alignments:
 * @collation: the articles
 * @comparison: their comparison, which has its themes already
 * @cancellable: (nullable): to stop early
 *
 * Adds up to three pairs of sentences for every two sides of a shared theme: those most alike, each sentence in
 * one of them. Each pair shares words that can be shown, and says in what cues it differs.
 */
void
cp_aligner_add_alignments (CpCollation  *collation,
                           CpComparison *comparison,
                           GCancellable *cancellable)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Aligner self = { collation, comparison, seen };
  GListModel *themes = cp_comparison_list_themes (comparison);

  for (guint i = 0; i < g_list_model_get_n_items (themes) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (CpComparedTheme) theme = g_list_model_get_item (themes, i);

      align_theme (&self, theme);
    }
}
