/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what an article is about: its themes with their passages, and its key phrases. */

#define G_LOG_DOMAIN "cp-analyzer"

#include "config.h"

#include "cp-analyzer.h"
#include "cp-digest.h"
#include "cp-groups.h"
#include "cp-labels.h"

struct _CpAnalyzer
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (CpAnalyzer, cp_analyzer, G_TYPE_OBJECT)

static void
cp_analyzer_class_init (CpAnalyzerClass *klass)
{
}

static void
cp_analyzer_init (CpAnalyzer *self)
{
}

CpAnalyzer *
cp_analyzer_new (void)
{
  return g_object_new (CP_TYPE_ANALYZER, NULL);
}

static void
add_passages (CpTheme *theme, CpDigest *digest, CpGroup *group)
{
  for (guint i = 0; i < group->units->len; i++)
    {
      CpUnit *unit = &g_array_index (digest->units, CpUnit, g_array_index (group->units, guint, i));
      guint best = unit->first_sentence; double best_rate = -1;
      for (guint s = unit->first_sentence; s < unit->last_sentence; s++)
        {
          CpDigestSentence *st = &g_array_index (digest->sentences, CpDigestSentence, s);
          g_autoptr (GArray) terms = cp_digest_new_terms (digest, st->first_word, st->last_word);
          double r = cp_terms_cosine (terms, group->terms);
          if (r > best_rate) { best_rate = r; best = s; }
        }
      g_autoptr (CpPassage) p = cp_digest_new_passage (digest, best);
      cp_theme_add_passage (theme, p);
    }
}

GListModel *
cp_analyzer_suggest_themes (CpAnalyzer    *self,
                            CpArticle     *article,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr (CpDigest) digest = cp_digest_new (article);
  g_autoptr (GPtrArray) groups = cp_groups_find (digest, cancellable);
  g_auto (GStrv) labels = NULL;
  GListStore *themes;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  labels = cp_labels_choose (digest, groups);
  themes = g_list_store_new (CP_TYPE_THEME);

  for (guint i = 0; i < groups->len; i++)
    {
      CpGroup *group = g_ptr_array_index (groups, i);
      g_auto (GStrv) terms = cp_labels_list_terms (digest, group, 8);
      double share = 0;
      for (guint k = 0; k < group->units->len; k++)
        {
          CpUnit *unit = &g_array_index (digest->units, CpUnit, g_array_index (group->units, guint, k));
          share += (double) (unit->last_word - unit->first_word) / digest->n_words;
        }
      g_autoptr (CpTheme) theme = cp_theme_new (labels[i], (const char * const *) terms, share);
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
  g_autoptr (CpDigest) digest = cp_digest_new (article);

  g_return_val_if_fail (CP_IS_ANALYZER (self), NULL);

  return cp_labels_list_keyphrases (digest, max_phrases);
}
