/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel of the themes of the article: which it has, how much of it they hold, and where. */

#define G_LOG_DOMAIN "cp-themes-panel"

#include "config.h"

#include "cp-themes-panel.h"

#include "cp-card-list.h"
#include "cp-theme-card.h"

struct _CpThemesPanel
{
  AdwBin          parent_instance;

  GListModel     *themes;
  CpThemePalette *palette;
  CpThemeCard    *chosen;
  CpTheme        *renamed;

  GtkStack       *stack;
  GtkListBox     *list;
  GtkWidget      *context_menu;
  GtkWidget      *rename_popover;
  GtkEntry       *rename_entry;
  GMenuModel     *theme_menu;
};

enum
{
  THEME_CHOSEN,
  PASSAGE_ACTIVATED,
  LABEL_GIVEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpThemesPanel, cp_themes_panel, ADW_TYPE_BIN)

static CpThemeCard *
find_card (CpThemesPanel *self,
           CpTheme       *theme)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      CpTheme *other = cp_theme_card_get_theme (CP_THEME_CARD (row));

      if (theme != NULL && g_str_equal (cp_theme_get_id (other), cp_theme_get_id (theme)))
        return CP_THEME_CARD (row);
    }

  return NULL;
}

static void
choose_card (CpThemesPanel *self,
             CpThemeCard   *card)
{
  if (self->chosen == card)
    return;

  if (self->chosen != NULL)
    cp_theme_card_set_chosen (self->chosen, FALSE);
  g_set_weak_pointer (&self->chosen, card);
  if (card != NULL)
    cp_theme_card_set_chosen (card, TRUE);

  gtk_list_box_select_row (self->list, (GtkListBoxRow *) card);
}

static void
say_chosen (CpThemesPanel *self)
{
  CpTheme *theme = self->chosen != NULL ? cp_theme_card_get_theme (self->chosen) : NULL;

  g_signal_emit (self, signals[THEME_CHOSEN], 0, theme);
}

static void
card_passage_activated_cb (CpThemesPanel *self,
                           CpPassage     *passage,
                           CpThemeCard   *card)
{
  g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, cp_theme_card_get_theme (card), passage);
}

static GtkWidget *
create_card (gpointer item,
             gpointer user_data)
{
  CpThemesPanel *self = CP_THEMES_PANEL (user_data);
  CpTheme *theme = CP_THEME (item);
  GtkWidget *card = cp_theme_card_new (theme, cp_theme_palette_get_color (self->palette, theme), self->theme_menu);

  g_signal_connect_object (card, "passage-activated", G_CALLBACK (card_passage_activated_cb), self,
                           G_CONNECT_SWAPPED);

  return card;
}

static void
update_page (CpThemesPanel *self)
{
  gboolean any = g_list_model_get_n_items (self->themes) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "themes" : "empty");
}

/* A second click takes the highlights away again. */
static void
row_activated_cb (CpThemesPanel *self,
                  GtkListBoxRow *row)
{
  CpThemeCard *card = CP_THEME_CARD (row);

  choose_card (self, card == self->chosen ? NULL : card);
  say_chosen (self);
}

static void
show_context_menu (CpThemesPanel *self,
                   GtkListBoxRow *row,
                   double         x,
                   double         y)
{
  double panel_x, panel_y;

  if (CP_THEME_CARD (row) != self->chosen)
    {
      choose_card (self, CP_THEME_CARD (row));
      say_chosen (self);
    }

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->list), GTK_WIDGET (self), x, y, &panel_x, &panel_y))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu),
                               &(GdkRectangle) { (int) panel_x, (int) panel_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
secondary_pressed_cb (CpThemesPanel   *self,
                      int              n_press,
                      double           x,
                      double           y,
                      GtkGestureClick *gesture)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_context_menu (self, row, x, y);
}

static GtkWidget *
get_focused_row (CpThemesPanel *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return NULL;

  return CP_IS_THEME_CARD (focus) ? focus : gtk_widget_get_ancestor (focus, CP_TYPE_THEME_CARD);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  CpThemesPanel *self = CP_THEMES_PANEL (widget);
  GtkWidget *focus = get_focused_row (self);
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self->list), &bounds))
    return GDK_EVENT_PROPAGATE;

  show_context_menu (self, GTK_LIST_BOX_ROW (focus),
                     bounds.origin.x + bounds.size.width / 2, bounds.origin.y + 40);

  return GDK_EVENT_STOP;
}

static void
rename_applied_cb (CpThemesPanel *self)
{
  g_autoptr(CpTheme) theme = g_steal_pointer (&self->renamed);
  g_autofree char *label = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rename_entry)));

  gtk_popover_popdown (GTK_POPOVER (self->rename_popover));
  g_strstrip (label);
  if (theme != NULL && label[0] != '\0')
    g_signal_emit (self, signals[LABEL_GIVEN], 0, theme, label);
}

static void
cp_themes_panel_dispose (GObject *object)
{
  CpThemesPanel *self = CP_THEMES_PANEL (object);

  g_clear_weak_pointer (&self->chosen);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  g_clear_pointer (&self->rename_popover, gtk_widget_unparent);
  if (self->themes != NULL)
    g_signal_handlers_disconnect_by_data (self->themes, self);
  g_clear_object (&self->themes);
  g_clear_object (&self->palette);
  g_clear_object (&self->renamed);

  G_OBJECT_CLASS (cp_themes_panel_parent_class)->dispose (object);
}

static void
add_signals (GType type)
{
  /**
   * CpThemesPanel::theme-chosen:
   * @theme: (nullable): what the reviewer wants to see in the text; %NULL for all themes alike
   */
  signals[THEME_CHOSEN] =
    g_signal_new ("theme-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CP_TYPE_THEME);

  /**
   * CpThemesPanel::passage-activated:
   * @theme: the theme that is quoted
   * @passage: what the reviewer wants to see in the text
   */
  signals[PASSAGE_ACTIVATED] =
    g_signal_new ("passage-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, CP_TYPE_THEME, CP_TYPE_PASSAGE);

  /**
   * CpThemesPanel::label-given:
   * @theme: the theme to rename
   * @label: its new label, not empty
   */
  signals[LABEL_GIVEN] =
    g_signal_new ("label-given", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, CP_TYPE_THEME, G_TYPE_STRING);
}

static void
cp_themes_panel_class_init (CpThemesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cp_themes_panel_dispose;

  add_signals (G_TYPE_FROM_CLASS (klass));

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-themes-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CpThemesPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, CpThemesPanel, list);
  gtk_widget_class_bind_template_child (widget_class, CpThemesPanel, rename_popover);
  gtk_widget_class_bind_template_child (widget_class, CpThemesPanel, rename_entry);
  gtk_widget_class_bind_template_child (widget_class, CpThemesPanel, theme_menu);
  gtk_widget_class_bind_template_callback (widget_class, rename_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "win.rename-theme", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.remove-theme", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "win.accept-theme", NULL);
}

static void
cp_themes_panel_init (CpThemesPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->context_menu = gtk_popover_menu_new_from_model (self->theme_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self));
  gtk_widget_set_parent (self->rename_popover, GTK_WIDGET (self));
}

/**
 * cp_themes_panel_set_loading:
 *
 * Shows that the themes are on their way.
 */
void
cp_themes_panel_set_loading (CpThemesPanel *self)
{
  g_return_if_fail (CP_IS_THEMES_PANEL (self));

  gtk_stack_set_visible_child_name (self->stack, "loading");
}

/**
 * cp_themes_panel_set_themes:
 * @themes: (nullable): #CpTheme of the article, followed as they change; %NULL when no article is open
 * @palette: gives each its hue
 */
void
cp_themes_panel_set_themes (CpThemesPanel  *self,
                            GListModel     *themes,
                            CpThemePalette *palette)
{
  g_return_if_fail (CP_IS_THEMES_PANEL (self));
  g_return_if_fail (themes == NULL || G_IS_LIST_MODEL (themes));
  g_return_if_fail (CP_IS_THEME_PALETTE (palette));

  choose_card (self, NULL);
  g_set_object (&self->palette, palette);

  if (self->themes != NULL)
    g_signal_handlers_disconnect_by_data (self->themes, self);
  g_set_object (&self->themes, themes);
  gtk_list_box_bind_model (self->list, themes, themes != NULL ? create_card : NULL, self, NULL);

  if (themes == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }

  g_signal_connect_object (themes, "items-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  update_page (self);
}

/**
 * cp_themes_panel_set_chosen:
 * @theme: (nullable): the theme that the text shows
 *
 * Shows the quotes of @theme alone, without saying that the reviewer chose it.
 */
void
cp_themes_panel_set_chosen (CpThemesPanel *self,
                            CpTheme       *theme)
{
  g_return_if_fail (CP_IS_THEMES_PANEL (self));
  g_return_if_fail (theme == NULL || CP_IS_THEME (theme));

  choose_card (self, find_card (self, theme));
}

/**
 * cp_themes_panel_get_next:
 * @direction: 1 for the theme below the chosen one, -1 for that above it
 *
 * Returns: (transfer none) (nullable): the neighbor; the first or the last theme when none is chosen or the panel ends,
 *   %NULL when there are no themes
 */
CpTheme *
cp_themes_panel_get_next (CpThemesPanel *self,
                          int            direction)
{
  GtkWidget *row;

  g_return_val_if_fail (CP_IS_THEMES_PANEL (self), NULL);

  row = cp_card_list_get_next (self->list, (GtkListBoxRow *) self->chosen, direction);

  return row != NULL ? cp_theme_card_get_theme (CP_THEME_CARD (row)) : NULL;
}

/**
 * cp_themes_panel_ask_label:
 * @theme: a theme in the panel
 *
 * Asks for another label beside the card; #CpThemesPanel::label-given brings the answer.
 */
void
cp_themes_panel_ask_label (CpThemesPanel *self,
                           CpTheme       *theme)
{
  CpThemeCard *card;
  graphene_rect_t bounds;

  g_return_if_fail (CP_IS_THEMES_PANEL (self));
  g_return_if_fail (CP_IS_THEME (theme));

  card = find_card (self, theme);
  if (card == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (self), &bounds))
    return;

  g_set_object (&self->renamed, theme);
  gtk_editable_set_text (GTK_EDITABLE (self->rename_entry), cp_theme_get_label (theme));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->rename_popover),
                               &(GdkRectangle) { (int) bounds.origin.x + 40, (int) bounds.origin.y + 12, 24, 16 });
  gtk_popover_popup (GTK_POPOVER (self->rename_popover));
  gtk_widget_grab_focus (GTK_WIDGET (self->rename_entry));
}
