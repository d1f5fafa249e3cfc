/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One matter across the articles of a comparison: what each of them says of it, or that it does not. */

#define G_LOG_DOMAIN "cp-compared-theme"

#include "config.h"

#include "cp-compared-theme.h"

struct _CpComparedTheme
{
  GObject    parent_instance;

  char      *label;
  /* A CpTheme for each article; NULL where the article does not address the matter. */
  GPtrArray *sides;
};

G_DEFINE_FINAL_TYPE (CpComparedTheme, cp_compared_theme, G_TYPE_OBJECT)

static guint
count_sides (CpComparedTheme *self)
{
  guint n = 0;

  for (guint i = 0; i < self->sides->len; i++)
    n += self->sides->pdata[i] != NULL;

  return n;
}

static void
free_side (gpointer side)
{
  g_clear_object (&side);
}

static void
cp_compared_theme_finalize (GObject *object)
{
  CpComparedTheme *self = CP_COMPARED_THEME (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->sides, g_ptr_array_unref);

  G_OBJECT_CLASS (cp_compared_theme_parent_class)->finalize (object);
}

static void
cp_compared_theme_class_init (CpComparedThemeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cp_compared_theme_finalize;
}

static void
cp_compared_theme_init (CpComparedTheme *self)
{
  self->sides = g_ptr_array_new_with_free_func (free_side);
}

/**
 * cp_compared_theme_new:
 * @label: the matter in a few words
 * @n_articles: how many articles are compared, ≥ 1
 *
 * Returns: (transfer full): a row of the comparison that no article addresses yet
 */
CpComparedTheme *
cp_compared_theme_new (const char *label,
                       guint       n_articles)
{
  CpComparedTheme *self;

  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (n_articles > 0, NULL);

  self = g_object_new (CP_TYPE_COMPARED_THEME, NULL);
  self->label = g_strdup (label);
  g_ptr_array_set_size (self->sides, n_articles);

  return self;
}

const char *
cp_compared_theme_get_label (CpComparedTheme *self)
{
  g_return_val_if_fail (CP_IS_COMPARED_THEME (self), NULL);

  return self->label;
}

/**
 * cp_compared_theme_get_n_sides:
 *
 * Returns: how many articles are compared, whether they address the matter or not
 */
guint
cp_compared_theme_get_n_sides (CpComparedTheme *self)
{
  g_return_val_if_fail (CP_IS_COMPARED_THEME (self), 0);

  return self->sides->len;
}

/**
 * cp_compared_theme_get_side:
 * @article: position of the article in the comparison
 *
 * Returns: (transfer none) (nullable): what the article says of the matter, with passages of this article
 *   alone; %NULL when it does not address it
 */
CpTheme *
cp_compared_theme_get_side (CpComparedTheme *self,
                            guint            article)
{
  g_return_val_if_fail (CP_IS_COMPARED_THEME (self), NULL);
  g_return_val_if_fail (article < self->sides->len, NULL);

  return self->sides->pdata[article];
}

/**
 * cp_compared_theme_set_side:
 * @article: position of the article in the comparison
 * @theme: (nullable): what it says of the matter
 */
void
cp_compared_theme_set_side (CpComparedTheme *self,
                            guint            article,
                            CpTheme         *theme)
{
  g_return_if_fail (CP_IS_COMPARED_THEME (self));
  g_return_if_fail (article < self->sides->len);
  g_return_if_fail (theme == NULL || CP_IS_THEME (theme));

  g_set_object ((GObject **) &self->sides->pdata[article], (GObject *) theme);
}

/**
 * cp_compared_theme_is_shared:
 *
 * Returns: whether two or more of the articles address the matter
 */
gboolean
cp_compared_theme_is_shared (CpComparedTheme *self)
{
  g_return_val_if_fail (CP_IS_COMPARED_THEME (self), FALSE);

  return count_sides (self) > 1;
}

/**
 * cp_compared_theme_get_only:
 *
 * Returns: position of the one article that addresses the matter; %G_MAXUINT when none or several do
 */
guint
cp_compared_theme_get_only (CpComparedTheme *self)
{
  g_return_val_if_fail (CP_IS_COMPARED_THEME (self), G_MAXUINT);

  if (count_sides (self) != 1)
    return G_MAXUINT;

  for (guint i = 0; i < self->sides->len; i++)
    {
      if (self->sides->pdata[i] != NULL)
        return i;
    }

  g_assert_not_reached ();
}
