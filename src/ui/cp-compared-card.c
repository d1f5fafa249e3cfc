/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One matter of a comparison in the panel: how much each piece says of it, and what, when chosen. */

#define G_LOG_DOMAIN "cp-compared-card"

#include "config.h"

#include "cp-compared-card.h"

#include "cp-alignment-text.h"
#include "cp-card-list.h"
#include "cp-display-text.h"
#include "cp-quote-list.h"
#include "cp-theme-colors.h"
#include "cp-wording.h"

#include <glib/gi18n.h>

struct _CpComparedCard
{
  GtkListBoxRow    parent_instance;

  CpComparison    *comparison;
  CpComparedTheme *theme;
  guint            color;
  gboolean         filled;

  GtkWidget       *dot;
  GtkLabel        *label;
  GtkProgressBar  *bar_here;
  GtkProgressBar  *bar_there;
  GtkLabel        *facts;
  GtkRevealer     *revealer;
  GtkBox          *sides;
  GtkLabel        *reasons;
};

enum
{
  PASSAGE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpComparedCard, cp_compared_card, GTK_TYPE_LIST_BOX_ROW)

static char *
dup_facts (CpComparedCard *self)
{
  CpTheme *here = cp_compared_theme_get_side (self->theme, 0);
  CpTheme *there = cp_compared_theme_get_side (self->theme, 1);
  g_autofree char *passages = NULL;

  if (here != NULL && there != NULL)
    {
      /* Translators: how many passages the left and the right article have on a matter */
      return g_strdup_printf (_("%u here · %u there"),
                              cp_theme_get_n_passages (here), cp_theme_get_n_passages (there));
    }

  passages = cp_display_text_dup_passages (cp_theme_get_n_passages (here != NULL ? here : there));

  return g_strdup_printf (here != NULL ? _("%s here · not addressed there") : _("%s there · not addressed here"),
                          passages);
}

static void
set_bar (GtkProgressBar *bar,
         CpTheme        *side,
         const char     *where)
{
  double salience = side != NULL ? cp_theme_get_salience (side) : 0.0;
  g_autofree char *description = NULL;

  if (side != NULL)
    description = cp_display_text_dup_salience (side);

  /* Themes seldom hold more than half of a text; drawn at twice their size they can be told apart. */
  gtk_progress_bar_set_fraction (bar, MIN (1.0, 2.0 * salience));
  gtk_widget_set_tooltip_text (GTK_WIDGET (bar), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, where,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  description != NULL ? description : cp_wording_not_addressed (),
                                  -1);
  if (side == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (bar), "absent");
}

static void
update (CpComparedCard *self)
{
  g_autofree char *facts = dup_facts (self);

  gtk_label_set_label (self->label, cp_compared_theme_get_label (self->theme));
  gtk_label_set_label (self->facts, facts);
  set_bar (self->bar_here, cp_compared_theme_get_side (self->theme, 0), _("Share of the text here"));
  set_bar (self->bar_there, cp_compared_theme_get_side (self->theme, 1), _("Share of the text there"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, cp_compared_theme_get_label (self->theme),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, facts,
                                  -1);
}

static void
passage_activated_cb (CpComparedCard *self,
                      CpPassage      *passage,
                      CpQuoteList    *quotes)
{
  guint side = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (quotes), "side"));

  g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, side, passage);
}

static GtkWidget *
create_plate (void)
{
  GtkWidget *plate = gtk_label_new (cp_wording_not_addressed ());

  gtk_widget_add_css_class (plate, "not-addressed");

  return plate;
}

static void
append_side (CpComparedCard *self,
             guint           side)
{
  CpTheme *theme = cp_compared_theme_get_side (self->theme, side);
  GtkWidget *title = gtk_label_new (cp_display_text_get_title (cp_comparison_get_article (self->comparison, side)));
  GtkWidget *quotes;

  gtk_label_set_xalign (GTK_LABEL (title), 0.0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "side-title");
  gtk_box_append (self->sides, title);

  if (theme == NULL)
    {
      gtk_box_append (self->sides, create_plate ());
      return;
    }

  quotes = cp_quote_list_new ();
  cp_quote_list_set_theme (CP_QUOTE_LIST (quotes), theme, self->color);
  g_object_set_data (G_OBJECT (quotes), "side", GUINT_TO_POINTER (side));
  g_signal_connect_object (quotes, "passage-activated", G_CALLBACK (passage_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->sides, quotes);
}

static void
fill (CpComparedCard *self)
{
  g_autofree char *reasons = NULL;

  if (self->filled)
    return;

  self->filled = TRUE;
  for (guint i = 0; i < 2; i++)
    append_side (self, i);

  reasons = cp_alignment_text_dup_markup (self->comparison, self->theme);
  gtk_label_set_markup (self->reasons, reasons);
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), reasons[0] != '\0');
}

static void
revealed_cb (CpComparedCard *self)
{
  if (gtk_revealer_get_child_revealed (self->revealer))
    cp_card_list_scroll_into_sight (GTK_WIDGET (self));
}

static void
cp_compared_card_dispose (GObject *object)
{
  CpComparedCard *self = CP_COMPARED_CARD (object);

  g_clear_object (&self->comparison);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (cp_compared_card_parent_class)->dispose (object);
}

static void
cp_compared_card_class_init (CpComparedCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cp_compared_card_dispose;

  /**
   * CpComparedCard::passage-activated:
   * @side: position of the article in the comparison
   * @passage: what the reviewer wants to see in its text
   */
  signals[PASSAGE_ACTIVATED] =
    g_signal_new ("passage-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, CP_TYPE_PASSAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-compared-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CpComparedCard, dot);
  gtk_widget_class_bind_template_child (widget_class, CpComparedCard, label);
  gtk_widget_class_bind_template_child (widget_class, CpComparedCard, bar_here);
  gtk_widget_class_bind_template_child (widget_class, CpComparedCard, bar_there);
  gtk_widget_class_bind_template_child (widget_class, CpComparedCard, facts);
  gtk_widget_class_bind_template_child (widget_class, CpComparedCard, revealer);
  gtk_widget_class_bind_template_child (widget_class, CpComparedCard, sides);
  gtk_widget_class_bind_template_child (widget_class, CpComparedCard, reasons);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
}

static void
cp_compared_card_init (CpComparedCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cp_compared_card_new:
 * @comparison: what is compared; of two articles
 * @theme: a matter out of it
 * @color: its hue
 *
 * Returns: (transfer floating): the matter's card
 */
GtkWidget *
cp_compared_card_new (CpComparison    *comparison,
                      CpComparedTheme *theme,
                      guint            color)
{
  CpComparedCard *self;

  g_return_val_if_fail (CP_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (CP_IS_COMPARED_THEME (theme), NULL);
  g_return_val_if_fail (cp_compared_theme_get_n_sides (theme) == 2, NULL);

  self = g_object_new (CP_TYPE_COMPARED_CARD, NULL);
  self->comparison = g_object_ref (comparison);
  self->theme = g_object_ref (theme);
  self->color = color;
  cp_theme_colors_set_class (GTK_WIDGET (self), color);
  cp_theme_colors_set_class (self->dot, color);
  cp_theme_colors_set_class (GTK_WIDGET (self->bar_here), color);
  cp_theme_colors_set_class (GTK_WIDGET (self->bar_there), color);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * cp_compared_card_get_theme:
 *
 * Returns: (transfer none): the matter of the card
 */
CpComparedTheme *
cp_compared_card_get_theme (CpComparedCard *self)
{
  g_return_val_if_fail (CP_IS_COMPARED_CARD (self), NULL);

  return self->theme;
}

/**
 * cp_compared_card_set_chosen:
 * @chosen: whether it is the matter that the texts show
 *
 * Shows the quotes of both sides and why they were laid side by side, or puts them away.
 */
void
cp_compared_card_set_chosen (CpComparedCard *self,
                             gboolean        chosen)
{
  g_return_if_fail (CP_IS_COMPARED_CARD (self));

  if (chosen)
    {
      fill (self);
      gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
    }

  gtk_revealer_set_reveal_child (self->revealer, chosen);
}
