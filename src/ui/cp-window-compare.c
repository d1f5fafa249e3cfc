/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window with two articles side by side. */

#define G_LOG_DOMAIN "cp-window"

#include "config.h"

#include "cp-window-private.h"

static CpTheme *
get_first_side (CpComparedTheme *matter)
{
  CpTheme *here = cp_compared_theme_get_side (matter, 0);

  return here != NULL ? here : cp_compared_theme_get_side (matter, 1);
}

static gboolean
is_side (CpComparedTheme *matter,
         guint            side,
         CpTheme         *theme)
{
  CpTheme *other = cp_compared_theme_get_side (matter, side);

  return other != NULL && g_str_equal (cp_theme_get_id (other), cp_theme_get_id (theme));
}

static CpComparedTheme *
find_matter (CpComparison *comparison,
             CpTheme      *theme)
{
  GListModel *matters = cp_comparison_list_themes (comparison);

  for (guint i = 0; i < g_list_model_get_n_items (matters); i++)
    {
      g_autoptr(CpComparedTheme) matter = g_list_model_get_item (matters, i);

      /* The comparison holds on to it. */
      if (is_side (matter, 0, theme) || is_side (matter, 1, theme))
        return matter;
    }

  return NULL;
}

/* What both speak of has one hue, that of the left piece. */
static void
share_colors (CpWindow *self)
{
  GListModel *matters = cp_comparison_list_themes (self->comparison);

  for (guint i = 0; i < g_list_model_get_n_items (matters); i++)
    {
      g_autoptr(CpComparedTheme) matter = g_list_model_get_item (matters, i);
      CpTheme *here = cp_compared_theme_get_side (matter, 0);
      CpTheme *there = cp_compared_theme_get_side (matter, 1);

      if (here != NULL && there != NULL)
        cp_theme_palette_share (self->palette, there, here);
    }
}

static void
set_comparison (CpWindow     *self,
                CpComparison *comparison)
{
  g_autoptr(CpTheme) chosen = NULL;

  if (self->chosen_matter != NULL)
    chosen = g_object_ref (get_first_side (self->chosen_matter));

  g_clear_object (&self->chosen_matter);
  g_set_object (&self->comparison, comparison);
  share_colors (self);
  cp_compare_panel_set_comparison (self->compare_panel, comparison, self->palette);
  cp_window_update_highlights (self);
  cp_window_choose_matter (self, chosen != NULL ? find_matter (comparison, chosen) : NULL);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CpWindow) self = user_data;
  g_autoptr(CpComparison) comparison = NULL;
  g_autoptr(GError) error = NULL;

  comparison = cp_desk_compare_finish (CP_DESK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->comparing);
  if (comparison == NULL)
    {
      cp_window_close_compare (self);
      cp_import_bar_show_problem (self->import_bar, error->message);
      return;
    }

  set_comparison (self, comparison);
}

/**
 * cp_window_refresh_compare:
 *
 * Compares the two articles anew, after one of them was chosen or themes were edited.
 */
void
cp_window_refresh_compare (CpWindow *self)
{
  CpArticle *articles[] = { self->article, self->other };

  if (self->other == NULL)
    return;

  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  self->comparing = g_cancellable_new ();
  cp_desk_compare_async (self->desk, articles, G_N_ELEMENTS (articles), self->comparing, compared_cb,
                         g_object_ref (self));
}

/* Two articles need the room; the library comes back afterwards. */
static void
put_sidebar_away (CpWindow *self)
{
  if (self->sidebar_put_away || !cp_split_view_get_show_sidebar (self->split_view))
    return;

  self->sidebar_put_away = !cp_split_view_get_sidebar_folded (self->split_view);
  cp_split_view_set_show_sidebar (self->split_view, FALSE);
}

static void
bring_sidebar_back (CpWindow *self)
{
  if (self->sidebar_put_away && !cp_split_view_get_sidebar_folded (self->split_view))
    cp_split_view_set_show_sidebar (self->split_view, TRUE);
  self->sidebar_put_away = FALSE;
}

/**
 * cp_window_compare_with:
 * @other: another article of the library than the open one
 *
 * Sets @other beside the open article.
 */
void
cp_window_compare_with (CpWindow  *self,
                        CpArticle *other)
{
  g_return_if_fail (CP_IS_WINDOW (self));
  g_return_if_fail (CP_IS_ARTICLE (other));

  if (self->article == NULL || other == self->article || other == self->other)
    return;

  g_clear_object (&self->chosen_matter);
  g_clear_object (&self->comparison);
  g_set_object (&self->other, other);
  put_sidebar_away (self);
  cp_article_pane_set_article (self->other_pane, other);
  gtk_stack_set_visible_child_name (self->panels, "compare");
  if (cp_split_view_get_panel_folded (self->split_view))
    cp_split_view_set_show_panel (self->split_view, FALSE);
  cp_window_update_content (self);
  cp_window_refresh_compare (self);
}

/**
 * cp_window_close_compare:
 *
 * Shows the left article alone again.
 */
void
cp_window_close_compare (CpWindow *self)
{
  if (self->other == NULL)
    return;

  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  g_clear_object (&self->chosen_matter);
  g_clear_object (&self->comparison);
  g_clear_object (&self->other);

  cp_compare_panel_set_comparison (self->compare_panel, NULL, self->palette);
  cp_article_pane_set_article (self->other_pane, NULL);
  bring_sidebar_back (self);
  cp_window_update_highlights (self);
  cp_article_pane_choose_theme (self->pane, self->chosen_theme, NULL);
  cp_window_update_content (self);
}

/**
 * cp_window_swap:
 *
 * Puts the right article on the left and the left one on the right.
 */
void
cp_window_swap (CpWindow *self)
{
  g_autoptr(CpArticle) left = NULL;
  g_autoptr(CpArticle) right = NULL;

  if (self->other == NULL)
    return;

  left = g_object_ref (self->article);
  right = g_object_ref (self->other);
  cp_window_open_article (self, right);
  cp_window_compare_with (self, left);
}

/**
 * cp_window_choose_matter:
 * @matter: (nullable): a matter of the comparison
 *
 * Shows in each text what it says of @matter, or that it does not address it; %NULL shows all matters alike.
 */
void
cp_window_choose_matter (CpWindow        *self,
                         CpComparedTheme *matter)
{
  const char *label = matter != NULL ? cp_compared_theme_get_label (matter) : NULL;
  CpTheme *here = matter != NULL ? cp_compared_theme_get_side (matter, 0) : NULL;
  CpTheme *there = matter != NULL ? cp_compared_theme_get_side (matter, 1) : NULL;

  g_set_object (&self->chosen_matter, matter);
  cp_compare_panel_set_chosen (self->compare_panel, matter);
  cp_article_pane_choose_theme (self->pane, here, label);
  cp_article_pane_choose_theme (self->other_pane, there, label);
  cp_window_update_actions (self);
}

/**
 * cp_window_choose_in_matters:
 * @theme: (nullable): a theme of one of the two articles
 *
 * Chooses the matter of the comparison that @theme belongs to.
 */
void
cp_window_choose_in_matters (CpWindow *self,
                             CpTheme  *theme)
{
  cp_window_choose_matter (self, theme != NULL ? find_matter (self->comparison, theme) : NULL);
}

/**
 * cp_window_get_comparison:
 *
 * Returns: (transfer none) (nullable): what is compared; %NULL when one article is read alone, or while the comparison
 *   is made
 */
CpComparison *
cp_window_get_comparison (CpWindow *self)
{
  g_return_val_if_fail (CP_IS_WINDOW (self), NULL);

  return self->comparison;
}
