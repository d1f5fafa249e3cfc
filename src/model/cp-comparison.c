/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two or more articles side by side: the matters they address, aligned passages, words and overlap. */

#define G_LOG_DOMAIN "cp-comparison"

#include "config.h"

#include "cp-comparison.h"

/* Containment of five-word shingles from which two texts share passages, and from which one is a
 * copy of the other. */
#define CONTAINMENT_PASSAGES 0.1
#define CONTAINMENT_COPY     0.5

struct _CpComparison
{
  GObject     parent_instance;

  GPtrArray  *articles;
  GPtrArray  *themes_of;
  GListStore *themes;
  GListStore *alignments;
  GArray     *keywords;
  double      containment;
};

G_DEFINE_FINAL_TYPE (CpComparison, cp_comparison, G_TYPE_OBJECT)

static void
clear_keyword (gpointer data)
{
  CpKeyword *keyword = data;

  g_clear_pointer (&keyword->word, g_free);
}

static void
cp_comparison_finalize (GObject *object)
{
  CpComparison *self = CP_COMPARISON (object);

  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->themes_of, g_ptr_array_unref);
  g_clear_object (&self->themes);
  g_clear_object (&self->alignments);
  g_clear_pointer (&self->keywords, g_array_unref);

  G_OBJECT_CLASS (cp_comparison_parent_class)->finalize (object);
}

static void
cp_comparison_class_init (CpComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cp_comparison_finalize;
}

static void
cp_comparison_init (CpComparison *self)
{
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  self->themes_of = g_ptr_array_new_with_free_func (g_object_unref);
  self->themes = g_list_store_new (CP_TYPE_COMPARED_THEME);
  self->alignments = g_list_store_new (CP_TYPE_ALIGNMENT);
  self->keywords = g_array_new (FALSE, FALSE, sizeof (CpKeyword));
  g_array_set_clear_func (self->keywords, clear_keyword);
}

/**
 * cp_comparison_new:
 *
 * Returns: (transfer full): a comparison of no articles
 */
CpComparison *
cp_comparison_new (void)
{
  return g_object_new (CP_TYPE_COMPARISON, NULL);
}

/**
 * cp_comparison_add_article:
 * @article: the next article, which later calls name by its position
 * @themes: a list of #CpTheme, its own themes
 */
void
cp_comparison_add_article (CpComparison *self,
                           CpArticle    *article,
                           GListModel   *themes)
{
  g_return_if_fail (CP_IS_COMPARISON (self));
  g_return_if_fail (CP_IS_ARTICLE (article));
  g_return_if_fail (G_IS_LIST_MODEL (themes));

  g_ptr_array_add (self->articles, g_object_ref (article));
  g_ptr_array_add (self->themes_of, g_object_ref (themes));
}

guint
cp_comparison_get_n_articles (CpComparison *self)
{
  g_return_val_if_fail (CP_IS_COMPARISON (self), 0);

  return self->articles->len;
}

CpArticle *
cp_comparison_get_article (CpComparison *self,
                           guint         position)
{
  g_return_val_if_fail (CP_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (position < self->articles->len, NULL);

  return self->articles->pdata[position];
}

/**
 * cp_comparison_get_themes_of:
 * @position: an article of the comparison
 *
 * Returns: (transfer none): the #CpTheme of that article, as they were given
 */
GListModel *
cp_comparison_get_themes_of (CpComparison *self,
                             guint         position)
{
  g_return_val_if_fail (CP_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (position < self->themes_of->len, NULL);

  return self->themes_of->pdata[position];
}

/**
 * cp_comparison_add_theme:
 * @theme: a matter, with a side for each article
 *
 * Shared matters are added before those that only one article addresses.
 */
void
cp_comparison_add_theme (CpComparison    *self,
                         CpComparedTheme *theme)
{
  g_return_if_fail (CP_IS_COMPARISON (self));
  g_return_if_fail (CP_IS_COMPARED_THEME (theme));
  g_return_if_fail (cp_compared_theme_get_n_sides (theme) == self->articles->len);

  g_list_store_append (self->themes, theme);
}

/**
 * cp_comparison_list_themes:
 *
 * Returns: (transfer none): the #CpComparedTheme, shared ones first
 */
GListModel *
cp_comparison_list_themes (CpComparison *self)
{
  g_return_val_if_fail (CP_IS_COMPARISON (self), NULL);

  return G_LIST_MODEL (self->themes);
}

void
cp_comparison_add_alignment (CpComparison *self,
                             CpAlignment  *alignment)
{
  g_return_if_fail (CP_IS_COMPARISON (self));
  g_return_if_fail (CP_IS_ALIGNMENT (alignment));

  g_list_store_append (self->alignments, alignment);
}

/**
 * cp_comparison_list_alignments:
 *
 * Returns: (transfer none): the #CpAlignment, most alike first
 */
GListModel *
cp_comparison_list_alignments (CpComparison *self)
{
  g_return_val_if_fail (CP_IS_COMPARISON (self), NULL);

  return G_LIST_MODEL (self->alignments);
}

/**
 * cp_comparison_add_keyword:
 * @keyword: copied, with its word
 */
void
cp_comparison_add_keyword (CpComparison    *self,
                           const CpKeyword *keyword)
{
  CpKeyword copy;

  g_return_if_fail (CP_IS_COMPARISON (self));
  g_return_if_fail (keyword != NULL && keyword->word != NULL);

  copy = *keyword;
  copy.word = g_strdup (keyword->word);
  g_array_append_val (self->keywords, copy);
}

guint
cp_comparison_get_n_keywords (CpComparison *self)
{
  g_return_val_if_fail (CP_IS_COMPARISON (self), 0);

  return self->keywords->len;
}

const CpKeyword *
cp_comparison_get_keyword (CpComparison *self,
                           guint         position)
{
  g_return_val_if_fail (CP_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (position < self->keywords->len, NULL);

  return &g_array_index (self->keywords, CpKeyword, position);
}

/**
 * cp_comparison_set_containment:
 * @containment: the largest share of one article's five-word sequences that stand in another, 0 to 1
 */
void
cp_comparison_set_containment (CpComparison *self,
                               double        containment)
{
  g_return_if_fail (CP_IS_COMPARISON (self));

  self->containment = CLAMP (containment, 0.0, 1.0);
}

double
cp_comparison_get_containment (CpComparison *self)
{
  g_return_val_if_fail (CP_IS_COMPARISON (self), 0.0);

  return self->containment;
}

/**
 * cp_comparison_get_overlap:
 *
 * Returns: what the containment amounts to
 */
CpOverlap
cp_comparison_get_overlap (CpComparison *self)
{
  g_return_val_if_fail (CP_IS_COMPARISON (self), CP_OVERLAP_NONE);

  if (self->containment >= CONTAINMENT_COPY)
    return CP_OVERLAP_COPY;

  return self->containment >= CONTAINMENT_PASSAGES ? CP_OVERLAP_SHARES_PASSAGES : CP_OVERLAP_NONE;
}
