/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles prepared for comparing: what each of their units is about, in one space. */

#define G_LOG_DOMAIN "cp-collation"

#include "config.h"

#include "cp-collation.h"

struct _CpCollation
{
  GPtrArray *digests;
  CpPool    *pool;
  GPtrArray *matters; /* for each article the matters of its units */
};

static GPtrArray *
list_matters (CpCollation *self,
              guint        article)
{
  GArray *units = cp_collation_get_digest (self, article)->units;
  GPtrArray *matters = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_matter_free);

  for (guint i = 0; i < units->len; i++)
    {
      const CpUnit *unit = &g_array_index (units, CpUnit, i);

      g_ptr_array_add (matters, cp_pool_new_matter (self->pool, article, unit->first_word, unit->last_word));
    }

  return matters;
}

/**
 * cp_collation_new:
 * @articles: (element-type CpArticle): the articles
 *
 * Returns: (transfer full): the articles, ready to be compared
 */
CpCollation *
cp_collation_new (GPtrArray *articles)
{
  CpCollation *self = g_new0 (CpCollation, 1);

  self->digests = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_digest_free);
  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (self->digests, cp_digest_new (g_ptr_array_index (articles, i)));
  self->pool = cp_pool_new (self->digests);
  self->matters = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (self->matters, list_matters (self, i));

  return self;
}

/**
 * cp_collation_free:
 * @self: (nullable): a collation
 */
void
cp_collation_free (CpCollation *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->matters);
  cp_pool_free (self->pool);
  g_ptr_array_unref (self->digests);
  g_free (self);
}

/**
 * cp_collation_get_size:
 * @self: a collation
 *
 * Returns: the number of articles
 */
guint
cp_collation_get_size (CpCollation *self)
{
  return self->digests->len;
}

/**
 * cp_collation_get_digest:
 * @self: a collation
 * @article: the position of an article
 *
 * Returns: its digest
 */
CpDigest *
cp_collation_get_digest (CpCollation *self,
                         guint        article)
{
  return g_ptr_array_index (self->digests, article);
}

/**
 * cp_collation_get_pool:
 * @self: a collation
 *
 * Returns: the space in which the articles are compared
 */
CpPool *
cp_collation_get_pool (CpCollation *self)
{
  return self->pool;
}

/**
 * cp_collation_get_matter:
 * @self: a collation
 * @article: the position of an article
 * @unit: one of its units
 *
 * Returns: what the unit is about
 */
CpMatter *
cp_collation_get_matter (CpCollation *self,
                         guint        article,
                         guint        unit)
{
  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (self->matters, article), unit);
}

/**
 * cp_collation_read:
 * @self: a collation
 * @article: the position of an article
 * @sentence: one of its sentences
 *
 * Returns: (transfer full): what the sentence is about
 */
CpMatter *
cp_collation_read (CpCollation *self,
                   guint        article,
                   guint        sentence)
{
  const CpDigestSentence *found = &g_array_index (cp_collation_get_digest (self, article)->sentences,
                                                  CpDigestSentence, sentence);

  return cp_pool_new_matter (self->pool, article, found->first_word, found->last_word);
}

/**
 * cp_collation_find_units:
 * @self: a collation
 * @article: the position of an article
 * @theme: one of its themes
 *
 * Returns: (transfer full) (element-type guint): the units that hold the theme's passages
 */
GArray *
cp_collation_find_units (CpCollation *self,
                         guint        article,
                         CpTheme     *theme)
{
  CpDigest *digest = cp_collation_get_digest (self, article);
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

/**
 * cp_collation_sum_units:
 * @self: a collation
 * @article: the position of an article
 * @units: (element-type guint): some of its units
 *
 * Returns: (transfer full): what the units are about together
 */
CpMatter *
cp_collation_sum_units (CpCollation *self,
                        guint        article,
                        GArray      *units)
{
  g_autoptr (GPtrArray) matters = g_ptr_array_new ();

  for (guint i = 0; i < units->len; i++)
    g_ptr_array_add (matters, cp_collation_get_matter (self, article, g_array_index (units, guint, i)));

  return cp_pool_sum_matters (self->pool, matters);
}
