/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passages of a theme as quotes, each a way to its place in the text. */

#define G_LOG_DOMAIN "cp-quote-list"

#include "config.h"

#include "cp-quote-list.h"

#include "cp-theme-colors.h"

#include <glib/gi18n.h>

struct _CpQuoteList
{
  AdwBin   parent_instance;

  CpTheme *theme;
  GtkBox  *box;
};

enum
{
  PASSAGE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpQuoteList, cp_quote_list, ADW_TYPE_BIN)

static void
quote_clicked_cb (CpQuoteList *self,
                  GtkButton   *button)
{
  g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, g_object_get_data (G_OBJECT (button), "passage"));
}

static GtkWidget *
create_label (CpPassage *passage)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *markup = NULL;

  /* Translators: a quote, and the number of the paragraph it stands in */
  markup = g_markup_printf_escaped (_("%s <span size=\"small\" alpha=\"75%%\">¶ %d</span>"),
                                    cp_passage_get_quote (passage), cp_passage_get_paragraph (passage));
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static void
append_quote (CpQuoteList *self,
              CpPassage   *passage,
              guint        color)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *bar = adw_bin_new ();

  gtk_widget_add_css_class (bar, "quote-bar");
  cp_theme_colors_set_class (bar, color);
  gtk_box_append (GTK_BOX (row), bar);
  gtk_box_append (GTK_BOX (row), create_label (passage));

  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "quote");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, cp_passage_get_quote (passage),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Shows this passage in the text"),
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "passage", g_object_ref (passage), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (quote_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

static void
cp_quote_list_dispose (GObject *object)
{
  CpQuoteList *self = CP_QUOTE_LIST (object);

  g_clear_object (&self->theme);

  G_OBJECT_CLASS (cp_quote_list_parent_class)->dispose (object);
}

static void
cp_quote_list_class_init (CpQuoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cp_quote_list_dispose;

  /**
   * CpQuoteList::passage-activated:
   * @passage: what the reviewer wants to see in the text
   */
  signals[PASSAGE_ACTIVATED] =
    g_signal_new ("passage-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, CP_TYPE_PASSAGE);
}

static void
cp_quote_list_init (CpQuoteList *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * cp_quote_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
cp_quote_list_new (void)
{
  return g_object_new (CP_TYPE_QUOTE_LIST, NULL);
}

/**
 * cp_quote_list_set_theme:
 * @theme: (nullable): whose passages to quote
 * @color: its hue
 */
void
cp_quote_list_set_theme (CpQuoteList *self,
                         CpTheme     *theme,
                         guint        color)
{
  GtkWidget *child;

  g_return_if_fail (CP_IS_QUOTE_LIST (self));
  g_return_if_fail (theme == NULL || CP_IS_THEME (theme));

  if (!g_set_object (&self->theme, theme))
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  for (guint i = 0; theme != NULL && i < cp_theme_get_n_passages (theme); i++)
    append_quote (self, cp_theme_get_passage (theme, i), color);
}
