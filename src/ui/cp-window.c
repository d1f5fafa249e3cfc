/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: the library, one article or two side by side, and what there is to say about them. */

#define G_LOG_DOMAIN "cp-window"

#include "config.h"

#include "cp-window-private.h"

#include "cp-citation.h"
#include "cp-display-text.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CpWindow, cp_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (CpWindow *self)
{
  g_autofree char *line = NULL;

  if (self->article == NULL)
    {
      adw_window_title_set_title (self->title, _("Counterpoint"));
      adw_window_title_set_subtitle (self->title, "");
      gtk_window_set_title (GTK_WINDOW (self), _("Counterpoint"));
      return;
    }

  /* Beside the commands of a comparison a narrow window has no room for a title; each text begins with its own. */
  if (self->other != NULL && cp_split_view_get_panel_folded (self->split_view))
    {
      line = g_strdup ("");
      adw_window_title_set_title (self->title, "");
    }
  else if (self->other != NULL)
    {
      /* Translators: the titles of two articles that are compared */
      line = g_strdup_printf (_("%s · %s"), cp_display_text_get_title (self->article),
                              cp_display_text_get_title (self->other));
      adw_window_title_set_title (self->title, C_("what is shown", "Compare"));
    }
  else
    {
      line = cp_citation_dup_line (self->article);
      adw_window_title_set_title (self->title, cp_display_text_get_title (self->article));
    }

  adw_window_title_set_subtitle (self->title, line);
  gtk_window_set_title (GTK_WINDOW (self), cp_display_text_get_title (self->article));
}


/**
 * cp_window_update_content:
 *
 * Shows what is open, or what to do next where nothing is.
 */
void
cp_window_update_content (CpWindow *self)
{
  gboolean comparing = self->other != NULL;
  gboolean empty = g_list_model_get_n_items (cp_desk_list_articles (self->desk)) == 0;

  update_title (self);
  gtk_stack_set_visible_child_name (self->stages, empty ? "welcome" : "library");
  gtk_stack_set_visible_child_name (self->content, self->article != NULL ? "read" : "choose");
  gtk_widget_set_visible (self->sidebar_button, !empty);
  gtk_widget_set_visible (self->reading_buttons, !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->other_pane), comparing);
  gtk_widget_set_visible (self->compare_button, !comparing);
  gtk_widget_set_visible (self->swap_button, comparing);
  gtk_widget_set_visible (self->close_compare_button, comparing);
  cp_window_update_actions (self);
}

static void
highlight_themes (CpWindow *self)
{
  guint n_themes = g_list_model_get_n_items (self->themes);
  g_autofree CpTheme **themes = g_new0 (CpTheme *, n_themes);
  g_autofree guint *colors = g_new0 (guint, n_themes);

  for (guint i = 0; i < n_themes; i++)
    {
      g_autoptr(CpTheme) theme = g_list_model_get_item (self->themes, i);

      /* The list holds on to it. */
      themes[i] = theme;
      colors[i] = cp_theme_palette_get_color (self->palette, theme);
    }

  cp_article_pane_set_highlights (self->pane, themes, colors, n_themes);
}

static void
highlight_side (CpWindow      *self,
                CpArticlePane *pane,
                guint          side)
{
  GListModel *matters = cp_comparison_list_themes (self->comparison);
  guint n_matters = g_list_model_get_n_items (matters);
  g_autofree CpTheme **themes = g_new0 (CpTheme *, n_matters);
  g_autofree guint *colors = g_new0 (guint, n_matters);
  guint n_themes = 0;

  for (guint i = 0; i < n_matters; i++)
    {
      g_autoptr(CpComparedTheme) matter = g_list_model_get_item (matters, i);
      CpTheme *theme = cp_compared_theme_get_side (matter, side);

      if (theme == NULL)
        continue;

      themes[n_themes] = theme;
      colors[n_themes++] = cp_theme_palette_get_color (self->palette, theme);
    }

  cp_article_pane_set_highlights (pane, themes, colors, n_themes);
}

/**
 * cp_window_update_highlights:
 *
 * Marks in the text of each pane the passages of all themes it has.
 */
void
cp_window_update_highlights (CpWindow *self)
{
  if (self->comparison != NULL)
    {
      highlight_side (self, self->pane, 0);
      highlight_side (self, self->other_pane, 1);
    }
  else if (self->themes != NULL)
    {
      highlight_themes (self);
    }
  else
    {
      cp_article_pane_set_highlights (self->pane, NULL, NULL, 0);
    }
}

/**
 * cp_window_choose_theme:
 * @theme: (nullable): a theme of the open article
 *
 * Shows the passages of @theme in the panel and in the text, and the first of them; %NULL shows all themes alike.
 */
void
cp_window_choose_theme (CpWindow *self,
                        CpTheme  *theme)
{
  g_set_object (&self->chosen_theme, theme);
  cp_themes_panel_set_chosen (self->themes_panel, theme);

  if (self->comparison != NULL)
    cp_window_choose_in_matters (self, theme);
  else
    cp_article_pane_choose_theme (self->pane, theme, NULL);

  cp_window_update_actions (self);
}

static gboolean
has_theme (GListModel *themes,
           CpTheme    *theme)
{
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(CpTheme) other = g_list_model_get_item (themes, i);

      if (other == theme)
        return TRUE;
    }

  return FALSE;
}

static void
themes_changed_cb (CpWindow *self)
{
  if (self->chosen_theme != NULL && !has_theme (self->themes, self->chosen_theme))
    cp_window_choose_theme (self, NULL);

  if (self->comparison == NULL)
    cp_window_update_highlights (self);
  cp_window_update_actions (self);
}

static void
set_themes (CpWindow   *self,
            GListModel *themes)
{
  if (self->themes != NULL)
    g_signal_handlers_disconnect_by_func (self->themes, themes_changed_cb, self);
  g_set_object (&self->themes, themes);

  cp_themes_panel_set_themes (self->themes_panel, themes, self->palette);
  cp_window_update_actions (self);
  if (themes == NULL)
    return;

  g_signal_connect_object (themes, "items-changed", G_CALLBACK (themes_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(CpTheme) theme = g_list_model_get_item (themes, i);

      cp_theme_palette_get_color (self->palette, theme);
    }
  if (self->comparison == NULL)
    cp_window_update_highlights (self);
}

static void
themes_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(CpWindow) self = user_data;
  g_autoptr(GListModel) themes = NULL;
  g_autoptr(GError) error = NULL;

  themes = cp_desk_load_themes_finish (CP_DESK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  if (themes == NULL)
    {
      cp_import_bar_show_problem (self->import_bar, error->message);
      return;
    }

  set_themes (self, themes);
  cp_window_update_notes (self);
}

/**
 * cp_window_load_themes:
 *
 * Shows the themes of the open article as soon as they are there.
 */
void
cp_window_load_themes (CpWindow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  cp_theme_palette_reset (self->palette);
  set_themes (self, NULL);
  if (self->article == NULL)
    return;

  self->loading = g_cancellable_new ();
  cp_themes_panel_set_loading (self->themes_panel);
  cp_desk_load_themes_async (self->desk, self->article, self->loading, themes_loaded_cb, g_object_ref (self));
}

static void
set_article (CpWindow  *self,
             CpArticle *article)
{
  cp_window_close_compare (self);
  if (!g_set_object (&self->article, article))
    return;

  cp_window_choose_theme (self, NULL);
  cp_article_pane_set_article (self->pane, article);
  cp_library_sidebar_set_chosen (self->sidebar, article);
  cp_compare_panel_set_article (self->compare_panel, article);
  cp_details_panel_set_article (self->details_panel, article);
  cp_window_load_themes (self);
  cp_window_update_content (self);
}

static void
articles_changed_cb (CpWindow *self)
{
  if (self->other != NULL && cp_desk_get_article (self->desk, cp_article_get_id (self->other)) == NULL)
    cp_window_close_compare (self);

  if (self->article != NULL && cp_desk_get_article (self->desk, cp_article_get_id (self->article)) == NULL)
    set_article (self, NULL);

  cp_window_update_content (self);
}

static void
sidebar_chosen_cb (CpWindow  *self,
                   CpArticle *article)
{
  cp_window_open_article (self, article);
  if (cp_split_view_get_sidebar_folded (self->split_view))
    cp_split_view_set_show_sidebar (self->split_view, FALSE);
}

static void
theme_chosen_cb (CpWindow *self,
                 CpTheme  *theme)
{
  cp_window_choose_theme (self, theme);
}

static void
pane_theme_activated_cb (CpWindow      *self,
                         CpTheme       *theme,
                         CpArticlePane *pane)
{
  if (self->comparison != NULL)
    cp_window_choose_in_matters (self, theme);
  else
    cp_window_choose_theme (self, theme);
}

static void
show_in_text (CpWindow      *self,
              CpArticlePane *pane,
              CpPassage     *passage)
{
  cp_window_show_reader (self);
  cp_article_pane_show_passage (pane, passage);

  if (cp_split_view_get_panel_folded (self->split_view))
    cp_split_view_set_show_panel (self->split_view, FALSE);
}

static void
theme_passage_activated_cb (CpWindow  *self,
                            CpTheme   *theme,
                            CpPassage *passage)
{
  if (self->chosen_theme != theme)
    cp_window_choose_theme (self, theme);
  show_in_text (self, self->pane, passage);
}

static void
label_given_cb (CpWindow   *self,
                CpTheme    *theme,
                const char *label)
{
  cp_desk_rename_theme (self->desk, self->article, theme, label);
}

static void
matter_chosen_cb (CpWindow        *self,
                  CpComparedTheme *matter)
{
  cp_window_choose_matter (self, matter);
}

static void
note_activated_cb (CpWindow  *self,
                   CpPassage *passage)
{
  show_in_text (self, self->pane, passage);
}

static void
matter_passage_activated_cb (CpWindow  *self,
                             guint      side,
                             CpPassage *passage)
{
  show_in_text (self, side == 0 ? self->pane : self->other_pane, passage);
}

static void
other_chosen_cb (CpWindow  *self,
                 CpArticle *article)
{
  cp_window_compare_with (self, article);
}

static void
problem_cb (CpWindow *self,
            GError   *error)
{
  cp_import_bar_show_problem (self->import_bar, error->message);
}

/* Two articles that do not fit side by side stand one above the other. */
static void
content_narrow_cb (CpWindow *self)
{
  gboolean narrow = cp_split_view_get_content_narrow (self->split_view);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
panel_folded_cb (CpWindow *self)
{
  gtk_widget_set_visible (self->compare_label, !cp_split_view_get_panel_folded (self->split_view));
  if (self->desk != NULL)
    update_title (self);
}

static gboolean
cp_window_close_request (GtkWindow *window)
{
  cp_window_save_state (CP_WINDOW (window));

  return GTK_WINDOW_CLASS (cp_window_parent_class)->close_request (window);
}

static void
cp_window_dispose (GObject *object)
{
  CpWindow *self = CP_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  g_clear_object (&self->chosen_theme);
  g_clear_object (&self->chosen_matter);
  g_clear_object (&self->comparison);
  g_clear_object (&self->other);
  g_clear_object (&self->pasted);
  g_clear_object (&self->themes);
  g_clear_object (&self->article);
  g_clear_object (&self->palette);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (cp_window_parent_class)->dispose (object);
}

static void
cp_window_finalize (GObject *object)
{
  CpWindow *self = CP_WINDOW (object);

  g_clear_pointer (&self->awaited, g_ptr_array_unref);

  G_OBJECT_CLASS (cp_window_parent_class)->finalize (object);
}

static void
ensure_types (void)
{
  g_type_ensure (CP_TYPE_ARTICLE_PANE);
  g_type_ensure (CP_TYPE_COMPARE_PANEL);
  g_type_ensure (CP_TYPE_DETAILS_PANEL);
  g_type_ensure (CP_TYPE_IMPORT_BAR);
  g_type_ensure (CP_TYPE_LIBRARY_SIDEBAR);
  g_type_ensure (CP_TYPE_NOTES_PANEL);
  g_type_ensure (CP_TYPE_READER_POPOVER);
  g_type_ensure (CP_TYPE_SPLIT_VIEW);
  g_type_ensure (CP_TYPE_THEMES_PANEL);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CpWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, reading_buttons);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, compare_button);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, swap_button);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, close_compare_button);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, compare_label);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, reader_popover);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, drop_plate);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, stages);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, samples_button);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, content);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, other_pane);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, panels);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, themes_panel);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, compare_panel);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, details_panel);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, notes_panel);
  gtk_widget_class_bind_template_child (widget_class, CpWindow, import_bar);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, content_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, label_given_cb);
  gtk_widget_class_bind_template_callback (widget_class, matter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, matter_passage_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_theme_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, theme_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, theme_passage_activated_cb);
}

static void
cp_window_class_init (CpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cp_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cp_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cp_window_close_request;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/app/counterpoint/Counterpoint/ui/cp-window.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);

  /* Not a key of the application, which would take it from the entries. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste", NULL);
}

static void
cp_window_init (CpWindow *self)
{
  self->palette = cp_theme_palette_new ();
  self->settings = g_settings_new (CP_APPLICATION_ID);
  self->awaited = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
desk_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(CpWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!cp_desk_load_finish (CP_DESK (source), result, &error))
    {
      cp_import_bar_show_problem (self->import_bar, error->message);
      return;
    }

  cp_window_update_content (self);
  cp_window_reopen (self);
}

/**
 * cp_window_new:
 * @application: the program
 * @desk: the library at work, which the window loads
 *
 * Returns: (transfer none): the window, to be presented
 */
CpWindow *
cp_window_new (GtkApplication *application,
               CpDesk         *desk)
{
  CpWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (CP_IS_DESK (desk), NULL);

  self = g_object_new (CP_TYPE_WINDOW, "application", application, NULL);
  self->desk = g_object_ref (desk);
  cp_library_sidebar_set_desk (self->sidebar, desk);
  cp_compare_panel_set_desk (self->compare_panel, desk);
  cp_details_panel_set_desk (self->details_panel, desk);
  cp_themes_panel_set_themes (self->themes_panel, NULL, self->palette);
  g_signal_connect_object (desk, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cp_desk_list_articles (desk), "items-changed", G_CALLBACK (articles_changed_cb), self,
                           G_CONNECT_SWAPPED);

  cp_window_init_actions (self);
  cp_window_init_edits (self);
  cp_window_init_import (self);
  cp_window_load_state (self);
  cp_window_update_content (self);
  cp_desk_load_async (desk, NULL, desk_loaded_cb, g_object_ref (self));

  return self;
}

/**
 * cp_window_get_article:
 *
 * Returns: (transfer none) (nullable): the article that is read
 */
CpArticle *
cp_window_get_article (CpWindow *self)
{
  g_return_val_if_fail (CP_IS_WINDOW (self), NULL);

  return self->article;
}

/**
 * cp_window_open_article:
 * @article: an article of the library
 *
 * Shows @article alone.
 */
void
cp_window_open_article (CpWindow  *self,
                        CpArticle *article)
{
  g_return_if_fail (CP_IS_WINDOW (self));
  g_return_if_fail (CP_IS_ARTICLE (article));

  set_article (self, article);
}

/**
 * cp_window_show_toast:
 * @title: what happened
 * @undoable: whether to offer to take it back
 */
void
cp_window_show_toast (CpWindow   *self,
                      const char *title,
                      gboolean    undoable)
{
  cp_window_show_toast_with (self, title, undoable ? _("_Undo") : NULL, undoable ? "win.undo" : NULL);
}

/**
 * cp_window_show_toast_with:
 * @title: what happened
 * @label: (nullable): what there is to do about it
 * @action: (nullable): the action that does it
 */
void
cp_window_show_toast_with (CpWindow   *self,
                           const char *title,
                           const char *label,
                           const char *action)
{
  g_autofree char *markup = g_markup_escape_text (title, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
