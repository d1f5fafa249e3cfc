/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window remembers from one session to the next. */

#define G_LOG_DOMAIN "cp-window"

#include "config.h"

#include "cp-window-private.h"

#define MIN_TEXT_SCALE 0.6
#define MAX_TEXT_SCALE 2.5

/* Actions whose states are settings of the same names. */
static const char * const action_states[] = { "reader-colors", "show-aside", "view" };

/**
 * cp_window_set_text_scale:
 * @scale: the size of the text as a multiple of its usual size; limited to what is readable
 */
void
cp_window_set_text_scale (CpWindow *self,
                          double    scale)
{
  self->text_scale = CLAMP (scale, MIN_TEXT_SCALE, MAX_TEXT_SCALE);
  cp_article_pane_set_text_scale (self->pane, self->text_scale);
  cp_article_pane_set_text_scale (self->other_pane, self->text_scale);
  cp_reader_popover_set_scale (self->reader_popover, self->text_scale);
}

/**
 * cp_window_set_reader_colors:
 * @colors: "follow", "light", "dark" or "sepia"
 */
void
cp_window_set_reader_colors (CpWindow   *self,
                             const char *colors)
{
  cp_article_pane_set_colors (self->pane, colors);
  cp_article_pane_set_colors (self->other_pane, colors);
}

/**
 * cp_window_load_state:
 *
 * Makes the window look as it was left.
 */
void
cp_window_load_state (CpWindow *self)
{
  g_autofree char *panel = g_settings_get_string (self->settings, "panel");

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  g_object_set (self->split_view,
                "sidebar-width", g_settings_get_int (self->settings, "sidebar-width"),
                "panel-width", g_settings_get_int (self->settings, "panel-width"),
                "show-sidebar", g_settings_get_boolean (self->settings, "sidebar-visible"),
                "show-panel", g_settings_get_boolean (self->settings, "panel-visible"),
                NULL);
  gtk_stack_set_visible_child_name (self->panels, panel);
  cp_window_set_text_scale (self, g_settings_get_double (self->settings, "text-scale"));
  for (guint i = 0; i < G_N_ELEMENTS (action_states); i++)
    {
      g_autoptr(GVariant) state = g_settings_get_value (self->settings, action_states[i]);

      g_action_group_change_action_state (G_ACTION_GROUP (self), action_states[i], state);
    }
}

static void
save_size (CpWindow *self)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (!maximized && width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", MAX (width, 360));
      g_settings_set_int (self->settings, "window-height", MAX (height, 294));
    }
}

/**
 * cp_window_save_state:
 *
 * Remembers how the window looks and what is open in it.
 */
void
cp_window_save_state (CpWindow *self)
{
  gboolean sidebar = cp_split_view_get_sidebar_wanted (self->split_view) || self->sidebar_put_away;

  save_size (self);
  g_settings_set_boolean (self->settings, "sidebar-visible", sidebar);
  g_settings_set_boolean (self->settings, "panel-visible", cp_split_view_get_panel_wanted (self->split_view));
  g_settings_set_int (self->settings, "sidebar-width", cp_split_view_get_sidebar_width (self->split_view));
  g_settings_set_int (self->settings, "panel-width", cp_split_view_get_panel_width (self->split_view));
  g_settings_set_string (self->settings, "panel", gtk_stack_get_visible_child_name (self->panels));
  g_settings_set_double (self->settings, "text-scale", self->text_scale);
  for (guint i = 0; i < G_N_ELEMENTS (action_states); i++)
    {
      g_autoptr(GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), action_states[i]);

      g_settings_set_value (self->settings, action_states[i], state);
    }
  g_settings_set_string (self->settings, "last-article",
                         self->article != NULL ? cp_article_get_id (self->article) : "");
  g_settings_set_string (self->settings, "last-compared",
                         self->other != NULL ? cp_article_get_id (self->other) : "");
}

/**
 * cp_window_reopen:
 *
 * Opens what was open last, unless the program was started to open something else.
 */
void
cp_window_reopen (CpWindow *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-article");
  g_autofree char *last_compared = g_settings_get_string (self->settings, "last-compared");
  CpArticle *article = cp_desk_get_article (self->desk, last);
  CpArticle *other = cp_desk_get_article (self->desk, last_compared);

  if (self->article != NULL || self->awaited->len > 0 || article == NULL)
    return;

  cp_window_open_article (self, article);
  if (other != NULL)
    cp_window_compare_with (self, other);
}
