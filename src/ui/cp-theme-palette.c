/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which hue each theme has, so that it has the same everywhere as long as its article is open. */

#define G_LOG_DOMAIN "cp-theme-palette"

#include "config.h"

#include "cp-theme-palette.h"

struct _CpThemePalette
{
  GObject     parent_instance;

  GHashTable *colors;
  guint       n_given;
};

G_DEFINE_FINAL_TYPE (CpThemePalette, cp_theme_palette, G_TYPE_OBJECT)

static void
cp_theme_palette_finalize (GObject *object)
{
  CpThemePalette *self = CP_THEME_PALETTE (object);

  g_clear_pointer (&self->colors, g_hash_table_unref);

  G_OBJECT_CLASS (cp_theme_palette_parent_class)->finalize (object);
}

static void
cp_theme_palette_class_init (CpThemePaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cp_theme_palette_finalize;
}

static void
cp_theme_palette_init (CpThemePalette *self)
{
  self->colors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

CpThemePalette *
cp_theme_palette_new (void)
{
  return g_object_new (CP_TYPE_THEME_PALETTE, NULL);
}

/**
 * cp_theme_palette_get_color:
 *
 * Returns: the hue of the theme, for cp_theme_colors_get(); the next one when it has none yet
 */
guint
cp_theme_palette_get_color (CpThemePalette *self,
                            CpTheme        *theme)
{
  gpointer color;

  g_return_val_if_fail (CP_IS_THEME_PALETTE (self), 0);
  g_return_val_if_fail (CP_IS_THEME (theme), 0);

  if (g_hash_table_lookup_extended (self->colors, cp_theme_get_id (theme), NULL, &color))
    return GPOINTER_TO_UINT (color);

  color = GUINT_TO_POINTER (self->n_given++);
  g_hash_table_insert (self->colors, g_strdup (cp_theme_get_id (theme)), color);

  return GPOINTER_TO_UINT (color);
}

/**
 * cp_theme_palette_share:
 * @theme: a theme of one article
 * @with: what another article says of the same matter
 *
 * Gives @theme the hue of @with.
 */
void
cp_theme_palette_share (CpThemePalette *self,
                        CpTheme        *theme,
                        CpTheme        *with)
{
  guint color;

  g_return_if_fail (CP_IS_THEME_PALETTE (self));
  g_return_if_fail (CP_IS_THEME (theme));
  g_return_if_fail (CP_IS_THEME (with));

  color = cp_theme_palette_get_color (self, with);
  g_hash_table_insert (self->colors, g_strdup (cp_theme_get_id (theme)), GUINT_TO_POINTER (color));
}

/**
 * cp_theme_palette_reset:
 *
 * Forgets all themes, so that the next one has the first hue again.
 */
void
cp_theme_palette_reset (CpThemePalette *self)
{
  g_return_if_fail (CP_IS_THEME_PALETTE (self));

  g_hash_table_remove_all (self->colors);
  self->n_given = 0;
}
