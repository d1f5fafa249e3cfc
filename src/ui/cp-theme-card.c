/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One theme of the article in the panel: whose it is, how much of the text it holds, and its quotes when chosen. */

#define G_LOG_DOMAIN "cp-theme-card"

#include "config.h"

#include "cp-theme-card.h"

#include "cp-card-list.h"
#include "cp-display-text.h"
#include "cp-quote-list.h"
#include "cp-theme-colors.h"
#include "cp-wording.h"

#include <glib/gi18n.h>

struct _CpThemeCard
{
  GtkListBoxRow   parent_instance;

  CpTheme        *theme;
  guint           color;

  GtkWidget      *dot;
  GtkLabel       *label;
  GtkLabel       *provenance;
  GtkProgressBar *salience;
  GtkLabel       *facts;
  GtkRevealer    *revealer;
  CpQuoteList    *quotes;
  GtkWidget      *accept_button;
  GtkMenuButton  *menu_button;
};

enum
{
  PASSAGE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpThemeCard, cp_theme_card, GTK_TYPE_LIST_BOX_ROW)

static void
update (CpThemeCard *self)
{
  CpProvenance provenance = cp_theme_get_provenance (self->theme);
  g_autofree char *salience = cp_display_text_dup_salience (self->theme);
  g_autofree char *passages = cp_display_text_dup_passages (cp_theme_get_n_passages (self->theme));
  g_autofree char *facts = g_strdup_printf ("%s · %s", salience, passages);
  g_autofree char *description = g_strdup_printf ("%s, %s", cp_wording_provenance (provenance), facts);
  g_autofree char *was = NULL;

  if (provenance == CP_PROVENANCE_EDITED)
    was = g_strdup_printf (_("Suggested as “%s”"), cp_theme_get_suggested_label (self->theme));

  gtk_label_set_label (self->label, cp_theme_get_label (self->theme));
  gtk_label_set_label (self->provenance, cp_wording_provenance (provenance));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->provenance), was);
  gtk_progress_bar_set_fraction (self->salience, cp_theme_get_salience (self->theme));
  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_visible (self->accept_button, provenance == CP_PROVENANCE_SUGGESTED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, cp_theme_get_label (self->theme),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

static void
passage_activated_cb (CpThemeCard *self,
                      CpPassage   *passage)
{
  g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, passage);
}

static void
revealed_cb (CpThemeCard *self)
{
  if (gtk_revealer_get_child_revealed (self->revealer))
    cp_card_list_scroll_into_sight (GTK_WIDGET (self));
}

static void
cp_theme_card_dispose (GObject *object)
{
  CpThemeCard *self = CP_THEME_CARD (object);

  g_clear_object (&self->theme);

  G_OBJECT_CLASS (cp_theme_card_parent_class)->dispose (object);
}

static void
cp_theme_card_class_init (CpThemeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cp_theme_card_dispose;

  /**
   * CpThemeCard::passage-activated:
   * @passage: what the reviewer wants to see in the text
   */
  signals[PASSAGE_ACTIVATED] =
    g_signal_new ("passage-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, CP_TYPE_PASSAGE);

  g_type_ensure (CP_TYPE_QUOTE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-theme-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CpThemeCard, dot);
  gtk_widget_class_bind_template_child (widget_class, CpThemeCard, label);
  gtk_widget_class_bind_template_child (widget_class, CpThemeCard, provenance);
  gtk_widget_class_bind_template_child (widget_class, CpThemeCard, salience);
  gtk_widget_class_bind_template_child (widget_class, CpThemeCard, facts);
  gtk_widget_class_bind_template_child (widget_class, CpThemeCard, revealer);
  gtk_widget_class_bind_template_child (widget_class, CpThemeCard, quotes);
  gtk_widget_class_bind_template_child (widget_class, CpThemeCard, accept_button);
  gtk_widget_class_bind_template_child (widget_class, CpThemeCard, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, passage_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
}

static void
cp_theme_card_init (CpThemeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cp_theme_card_new:
 * @theme: what the card is about
 * @color: its hue
 * @menu: what can be done with it
 *
 * Returns: (transfer floating): a card that follows @theme
 */
GtkWidget *
cp_theme_card_new (CpTheme    *theme,
                   guint       color,
                   GMenuModel *menu)
{
  CpThemeCard *self;

  g_return_val_if_fail (CP_IS_THEME (theme), NULL);

  self = g_object_new (CP_TYPE_THEME_CARD, NULL);
  self->theme = g_object_ref (theme);
  self->color = color;
  cp_theme_colors_set_class (self->dot, color);
  cp_theme_colors_set_class (GTK_WIDGET (self->salience), color);
  cp_theme_colors_set_class (GTK_WIDGET (self), color);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  g_signal_connect_object (theme, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * cp_theme_card_get_theme:
 *
 * Returns: (transfer none): the theme of the card
 */
CpTheme *
cp_theme_card_get_theme (CpThemeCard *self)
{
  g_return_val_if_fail (CP_IS_THEME_CARD (self), NULL);

  return self->theme;
}

/**
 * cp_theme_card_set_chosen:
 * @chosen: whether it is the theme that the text shows
 *
 * Shows the theme's quotes, or puts them away.
 */
void
cp_theme_card_set_chosen (CpThemeCard *self,
                          gboolean     chosen)
{
  g_return_if_fail (CP_IS_THEME_CARD (self));

  if (chosen)
    {
      cp_quote_list_set_theme (self->quotes, self->theme, self->color);
      gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
    }

  gtk_revealer_set_reveal_child (self->revealer, chosen);
}
