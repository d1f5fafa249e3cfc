/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of the window, shared by menus, keys, buttons and tests. */

#define G_LOG_DOMAIN "cp-window"

#include "config.h"

#include "cp-window-private.h"

#include "cp-dialogs.h"
#include "cp-export-dialog.h"

#include <glib/gi18n.h>

#define TEXT_STEP 0.1

static void
import_list (CpWindow   *self,
             GListModel *list)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (files, g_list_model_get_item (list, i));

  cp_window_import (self, (GFile **) files->pdata, files->len, FALSE);
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GListModel) files = cp_dialogs_choose_finish (result);

  if (files != NULL)
    import_list (CP_WINDOW (source), files);
}

static void
import_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  cp_dialogs_choose_files_async (GTK_WINDOW (user_data), files_chosen_cb, NULL);
}

static void
import_folder_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  cp_dialogs_choose_folder_async (GTK_WINDOW (user_data), files_chosen_cb, NULL);
}

/* Those of the installed program, or of the source tree that it is tried out in. */
static GFile *
find_samples (void)
{
  const char *tried = g_getenv ("COUNTERPOINT_SAMPLES");
  const char *path = tried != NULL ? tried : CP_PKGDATA_DIR "/samples";

  return g_file_test (path, G_FILE_TEST_IS_DIR) ? g_file_new_for_path (path) : NULL;
}

static void
import_samples_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  g_autoptr(GFile) samples = find_samples ();

  if (samples != NULL)
    cp_window_import (CP_WINDOW (user_data), &samples, 1, FALSE);
}

static void
open_article_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);
  CpArticle *article = cp_desk_get_article (self->desk, g_variant_get_string (parameter, NULL));

  if (article != NULL)
    cp_window_open_article (self, article);
}

static void
compare_with_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);
  CpArticle *article = cp_desk_get_article (self->desk, g_variant_get_string (parameter, NULL));

  if (article != NULL)
    cp_window_compare_with (self, article);
}

static void
compare_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);

  gtk_stack_set_visible_child_name (self->panels, "compare");
  cp_split_view_set_show_panel (self->split_view, TRUE);
  cp_compare_panel_focus_chooser (self->compare_panel);
}

static void
close_compare_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  cp_window_close_compare (CP_WINDOW (user_data));
}

static void
swap_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  cp_window_swap (CP_WINDOW (user_data));
}

static void
saved_cb (CpWindow *self,
          GFile    *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = g_strdup_printf (_("Saved “%s”"), name);

  cp_window_show_toast (self, title, FALSE);
}

static void
export_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(CpReport) report = NULL;
  GtkWindow *dialog;

  if (self->comparison != NULL)
    report = cp_report_new_for_comparison (self->comparison, now);
  else
    report = cp_report_new_for_article (self->article, self->themes, now);

  dialog = cp_export_dialog_new (GTK_WINDOW (self), report);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

/* The pane that the reviewer is in, or else the left one. */
static CpArticlePane *
get_focused_pane (CpWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->other != NULL && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->other_pane)))
    return self->other_pane;

  return self->pane;
}

static void
find_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  cp_window_show_reader (CP_WINDOW (user_data));
  cp_article_pane_find (get_focused_pane (CP_WINDOW (user_data)));
}

static void
search_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);

  cp_split_view_set_show_sidebar (self->split_view, TRUE);
  cp_library_sidebar_focus_search (self->sidebar);
}

static void
choose_next (CpWindow *self,
             int       direction)
{
  CpTheme *theme;
  CpComparedTheme *matter;

  if (self->comparison != NULL)
    {
      matter = cp_compare_panel_get_next (self->compare_panel, direction);
      cp_window_choose_matter (self, matter);
    }
  else
    {
      theme = cp_themes_panel_get_next (self->themes_panel, direction);
      cp_window_choose_theme (self, theme);
    }
}

static gboolean
has_choice (CpWindow *self)
{
  return self->comparison != NULL ? self->chosen_matter != NULL : self->chosen_theme != NULL;
}

/* Both texts go on together, each through its own passages. */
static void
step (CpWindow *self,
      int       direction)
{
  cp_window_show_reader (self);
  if (!has_choice (self))
    {
      choose_next (self, direction);

      /* Choosing has shown the first passage already. */
      if (direction > 0)
        return;
    }

  cp_article_pane_step (self->pane, direction);
  if (self->other != NULL)
    cp_article_pane_step (self->other_pane, direction);
}

static void
next_theme_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  choose_next (CP_WINDOW (user_data), 1);
}

static void
previous_theme_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  choose_next (CP_WINDOW (user_data), -1);
}

static void
next_passage_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  step (CP_WINDOW (user_data), 1);
}

static void
previous_passage_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  step (CP_WINDOW (user_data), -1);
}

static void
undo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  cp_history_undo (cp_desk_get_history (CP_WINDOW (user_data)->desk));
}

static void
redo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  cp_history_redo (cp_desk_get_history (CP_WINDOW (user_data)->desk));
}

static void
text_larger_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);

  cp_window_set_text_scale (self, self->text_scale + TEXT_STEP);
}

static void
text_smaller_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);

  cp_window_set_text_scale (self, self->text_scale - TEXT_STEP);
}

static void
text_reset_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  cp_window_set_text_scale (CP_WINDOW (user_data), 1.0);
}

static void
reader_colors_action (GSimpleAction *action,
                      GVariant      *colors,
                      gpointer       user_data)
{
  g_simple_action_set_state (action, colors);
  cp_window_set_reader_colors (CP_WINDOW (user_data), g_variant_get_string (colors, NULL));
}

static void
accept_theme_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);

  cp_desk_accept_theme (self->desk, self->article, self->chosen_theme);
}

static void
rename_theme_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);

  cp_themes_panel_ask_label (self->themes_panel, self->chosen_theme);
}

static void
remove_theme_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);
  g_autofree char *title = g_strdup_printf (_("Theme “%s” removed"), cp_theme_get_label (self->chosen_theme));

  if (cp_desk_remove_theme (self->desk, self->article, self->chosen_theme))
    cp_window_show_toast (self, title, TRUE);
}

static void
remove_article (CpWindow  *self,
                CpArticle *article)
{
  g_autofree char *title = NULL;

  title = g_strdup_printf (_("“%s” deleted"), cp_article_get_title (article));
  if (cp_desk_remove_article (self->desk, article))
    cp_window_show_toast (self, title, TRUE);
}

static void
delete_article_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);

  remove_article (self, self->article);
}

static void
remove_article_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);
  CpArticle *article = cp_desk_get_article (self->desk, g_variant_get_string (parameter, NULL));

  if (article != NULL)
    remove_article (self, article);
}

static void
panel_action (GSimpleAction *action,
              GVariant      *panel,
              gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);

  gtk_stack_set_visible_child_name (self->panels, g_variant_get_string (panel, NULL));
  cp_split_view_set_show_panel (self->split_view, TRUE);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->panels), GTK_DIR_TAB_FORWARD);
}

static void
panel_changed_cb (CpWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "panel");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (gtk_stack_get_visible_child_name (self->panels)));
}

/* From the library to the text, to the panel, and round again; what is not shown is left out. */
static void
next_area_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);
  GtkWidget *areas[] = { GTK_WIDGET (self->sidebar), GTK_WIDGET (self->content), GTK_WIDGET (self->panels) };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint current = G_N_ELEMENTS (areas) - 1;

  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (areas); i++)
    {
      if (gtk_widget_is_ancestor (focus, areas[i]))
        current = i;
    }

  for (guint i = 1; i <= G_N_ELEMENTS (areas); i++)
    {
      GtkWidget *area = areas[(current + i) % G_N_ELEMENTS (areas)];

      if (gtk_widget_get_mapped (area) && gtk_widget_child_focus (area, GTK_DIR_TAB_FORWARD))
        return;
    }
}

static void
view_action (GSimpleAction *action,
             GVariant      *view,
             gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);
  gboolean original = g_str_equal (g_variant_get_string (view, NULL), "original");

  g_simple_action_set_state (action, view);
  cp_article_pane_set_show_original (self->pane, original);
  cp_article_pane_set_show_original (self->other_pane, original);
  cp_window_update_actions (self);
}

static void
show_original_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  GActionGroup *group = G_ACTION_GROUP (user_data);
  g_autoptr(GVariant) view = g_action_group_get_action_state (group, "view");
  gboolean original = g_str_equal (g_variant_get_string (view, NULL), "original");

  g_action_group_change_action_state (group, "view", g_variant_new_string (original ? "reader" : "original"));
}

static void
show_aside_action (GSimpleAction *action,
                   GVariant      *aside,
                   gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);

  g_simple_action_set_state (action, aside);
  cp_article_pane_set_show_aside (self->pane, g_variant_get_boolean (aside));
  cp_article_pane_set_show_aside (self->other_pane, g_variant_get_boolean (aside));
  cp_window_update_actions (self);
}

static void
move_block_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  CpArticlePane *pane = get_focused_pane (CP_WINDOW (user_data));

  cp_window_move_block (CP_WINDOW (user_data), pane, cp_article_pane_get_block (pane));
}

static void
edit_tags_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);

  gtk_stack_set_visible_child_name (self->panels, "details");
  cp_split_view_set_show_panel (self->split_view, TRUE);
  cp_details_panel_edit_tags (self->details_panel);
}

static const GActionEntry entries[] = {
  { "import", import_action },
  { "import-folder", import_folder_action },
  { "import-samples", import_samples_action },
  { "open-article", open_article_action, "s" },
  { "compare", compare_action },
  { "compare-with", compare_with_action, "s" },
  { "close-compare", close_compare_action },
  { "swap", swap_action },
  { "export", export_action },
  { "find", find_action },
  { "search", search_action },
  { "panel", NULL, "s", "'themes'", panel_action },
  { "next-area", next_area_action },
  { "next-passage", next_passage_action },
  { "previous-passage", previous_passage_action },
  { "next-theme", next_theme_action },
  { "previous-theme", previous_theme_action },
  { "undo", undo_action },
  { "redo", redo_action },
  { "text-larger", text_larger_action },
  { "text-smaller", text_smaller_action },
  { "text-reset", text_reset_action },
  { "reader-colors", NULL, "s", "'follow'", reader_colors_action },
  { "accept-theme", accept_theme_action },
  { "rename-theme", rename_theme_action },
  { "remove-theme", remove_theme_action },
  { "delete-article", delete_article_action },
  { "remove-article", remove_article_action, "s" },
  { "edit-tags", edit_tags_action },
  { "view", NULL, "s", "'reader'", view_action },
  { "show-original", show_original_action },
  { "show-aside", NULL, NULL, "false", show_aside_action },
  { "move-block", move_block_action },
};

static void
set_enabled (CpWindow   *self,
             const char *name,
             gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * cp_window_update_actions:
 *
 * Offers the commands that make sense with what is open and chosen.
 */
void
cp_window_update_actions (CpWindow *self)
{
  gboolean reading = self->article != NULL;
  gboolean comparing = self->other != NULL;
  CpTheme *theme = self->chosen_theme;

  set_enabled (self, "compare", reading);
  set_enabled (self, "compare-with", reading);
  set_enabled (self, "close-compare", comparing);
  set_enabled (self, "swap", comparing);
  set_enabled (self, "export", comparing ? self->comparison != NULL : reading && self->themes != NULL);
  set_enabled (self, "find", reading);
  set_enabled (self, "next-passage", self->themes != NULL);
  set_enabled (self, "previous-passage", self->themes != NULL);
  set_enabled (self, "next-theme", self->themes != NULL);
  set_enabled (self, "previous-theme", self->themes != NULL);
  set_enabled (self, "accept-theme",
               theme != NULL && cp_theme_get_provenance (theme) == CP_PROVENANCE_SUGGESTED);
  set_enabled (self, "rename-theme", theme != NULL);
  set_enabled (self, "remove-theme", theme != NULL);
  set_enabled (self, "delete-article", reading);
  set_enabled (self, "edit-tags", reading);
  set_enabled (self, "view", reading);
  set_enabled (self, "show-original", reading);
  set_enabled (self, "show-aside", reading);
  set_enabled (self, "move-block", cp_article_pane_get_block (self->pane) >= 0 ||
                                   cp_article_pane_get_block (self->other_pane) >= 0);
}

/* Any edit may change what the two articles have in common. */
static void
history_changed_cb (CpWindow *self)
{
  CpHistory *history = cp_desk_get_history (self->desk);

  set_enabled (self, "undo", cp_history_get_can_undo (history));
  set_enabled (self, "redo", cp_history_get_can_redo (history));
  cp_window_update_actions (self);
  cp_window_refresh_compare (self);
}

static void
add_property_action (CpWindow   *self,
                     const char *name,
                     gpointer    object,
                     const char *property)
{
  g_autoptr(GPropertyAction) action = g_property_action_new (name, object, property);

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/**
 * cp_window_init_actions:
 *
 * Adds the commands of the window as the actions `win.…`.
 */
void
cp_window_init_actions (CpWindow *self)
{
  g_autoptr(GFile) samples = find_samples ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_property_action (self, "toggle-sidebar", self->split_view, "show-sidebar");
  add_property_action (self, "toggle-panel", self->split_view, "show-panel");
  g_signal_connect_object (self->panels, "notify::visible-child-name", G_CALLBACK (panel_changed_cb), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_object (cp_desk_get_history (self->desk), "notify", G_CALLBACK (history_changed_cb), self,
                           G_CONNECT_SWAPPED);
  set_enabled (self, "import-samples", samples != NULL);
  gtk_widget_set_visible (self->samples_button, samples != NULL);
  history_changed_cb (self);
}
