/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel of the comparison: what both pieces speak of, and what only one; before that, what to compare with. */

#define G_LOG_DOMAIN "cp-compare-panel"

#include "config.h"

#include "cp-compare-panel.h"

#include "cp-card-list.h"
#include "cp-compared-card.h"
#include "cp-piece-chooser.h"

#include <glib/gi18n.h>
#include <math.h>

struct _CpComparePanel
{
  AdwBin          parent_instance;

  CpComparison   *comparison;
  CpThemePalette *palette;
  CpComparedCard *chosen;

  GtkStack       *stack;
  CpPieceChooser *chooser;
  GtkLabel       *overlap;
  GtkListBox     *list;
};

enum
{
  ARTICLE_CHOSEN,
  THEME_CHOSEN,
  PASSAGE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpComparePanel, cp_compare_panel, ADW_TYPE_BIN)

static const char *
get_section (CpComparedTheme *theme)
{
  if (cp_compared_theme_is_shared (theme))
    return _("Both speak of");

  return cp_compared_theme_get_only (theme) == 0 ? _("Only here") : _("Only there");
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const char *section = get_section (cp_compared_card_get_theme (CP_COMPARED_CARD (row)));
  GtkWidget *label;

  if (before != NULL && g_str_equal (section, get_section (cp_compared_card_get_theme (CP_COMPARED_CARD (before)))))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_widget_add_css_class (label, "section-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
choose_card (CpComparePanel *self,
             CpComparedCard *card)
{
  if (self->chosen == card)
    return;

  if (self->chosen != NULL)
    cp_compared_card_set_chosen (self->chosen, FALSE);
  g_set_weak_pointer (&self->chosen, card);
  if (card != NULL)
    cp_compared_card_set_chosen (card, TRUE);

  gtk_list_box_select_row (self->list, (GtkListBoxRow *) card);
}

/* A second click takes the highlights away again. */
static void
row_activated_cb (CpComparePanel *self,
                  GtkListBoxRow  *row)
{
  CpComparedCard *card = CP_COMPARED_CARD (row);

  choose_card (self, card == self->chosen ? NULL : card);
  g_signal_emit (self, signals[THEME_CHOSEN], 0,
                 self->chosen != NULL ? cp_compared_card_get_theme (self->chosen) : NULL);
}

static void
card_passage_activated_cb (CpComparePanel *self,
                           guint           side,
                           CpPassage      *passage)
{
  g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, side, passage);
}

static void
chooser_chosen_cb (CpComparePanel *self,
                   CpArticle      *article)
{
  g_signal_emit (self, signals[ARTICLE_CHOSEN], 0, article);
}

static CpTheme *
get_first_side (CpComparedTheme *theme)
{
  CpTheme *here = cp_compared_theme_get_side (theme, 0);

  return here != NULL ? here : cp_compared_theme_get_side (theme, 1);
}

static void
append_card (CpComparePanel  *self,
             CpComparedTheme *theme)
{
  guint color = cp_theme_palette_get_color (self->palette, get_first_side (theme));
  GtkWidget *card = cp_compared_card_new (self->comparison, theme, color);

  g_signal_connect_object (card, "passage-activated", G_CALLBACK (card_passage_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, card);
}

/* Shared matters first, then what only the left piece has, then what only the right. */
static void
append_cards (CpComparePanel *self)
{
  GListModel *themes = cp_comparison_list_themes (self->comparison);

  for (int only = -1; only < 2; only++)
    {
      for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
        {
          g_autoptr(CpComparedTheme) theme = g_list_model_get_item (themes, i);

          if (only < 0 ? cp_compared_theme_is_shared (theme) : cp_compared_theme_get_only (theme) == (guint) only)
            append_card (self, theme);
        }
    }
}

static void
update_overlap (CpComparePanel *self)
{
  CpOverlap overlap = cp_comparison_get_overlap (self->comparison);
  int percent = (int) round (100.0 * cp_comparison_get_containment (self->comparison));
  g_autofree char *text = NULL;

  if (overlap == CP_OVERLAP_COPY)
    text = g_strdup_printf (_("A copy: they share %d %% of their five-word sequences."), percent);
  else if (overlap == CP_OVERLAP_SHARES_PASSAGES)
    text = g_strdup_printf (_("They share %d %% of their five-word sequences."), percent);

  gtk_label_set_label (self->overlap, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->overlap), text != NULL);
}

static void
clear_cards (CpComparePanel *self)
{
  GtkListBoxRow *row;

  choose_card (self, NULL);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
cp_compare_panel_dispose (GObject *object)
{
  CpComparePanel *self = CP_COMPARE_PANEL (object);

  g_clear_weak_pointer (&self->chosen);
  g_clear_object (&self->comparison);
  g_clear_object (&self->palette);

  G_OBJECT_CLASS (cp_compare_panel_parent_class)->dispose (object);
}

static void
add_signals (GType type)
{
  /**
   * CpComparePanel::article-chosen:
   * @article: what the reviewer wants to compare the open article with
   */
  signals[ARTICLE_CHOSEN] =
    g_signal_new ("article-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, CP_TYPE_ARTICLE);

  /**
   * CpComparePanel::theme-chosen:
   * @theme: (nullable): what the reviewer wants to see in both texts; %NULL for all matters alike
   */
  signals[THEME_CHOSEN] =
    g_signal_new ("theme-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, CP_TYPE_COMPARED_THEME);

  /**
   * CpComparePanel::passage-activated:
   * @side: position of the article in the comparison
   * @passage: what the reviewer wants to see in its text
   */
  signals[PASSAGE_ACTIVATED] =
    g_signal_new ("passage-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, CP_TYPE_PASSAGE);
}

static void
cp_compare_panel_class_init (CpComparePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cp_compare_panel_dispose;

  add_signals (G_TYPE_FROM_CLASS (klass));

  g_type_ensure (CP_TYPE_PIECE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-compare-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CpComparePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, CpComparePanel, chooser);
  gtk_widget_class_bind_template_child (widget_class, CpComparePanel, overlap);
  gtk_widget_class_bind_template_child (widget_class, CpComparePanel, list);
  gtk_widget_class_bind_template_callback (widget_class, chooser_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
cp_compare_panel_init (CpComparePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

/**
 * cp_compare_panel_set_desk:
 * @desk: whose articles can be compared with; to be called once
 */
void
cp_compare_panel_set_desk (CpComparePanel *self,
                           CpDesk         *desk)
{
  g_return_if_fail (CP_IS_COMPARE_PANEL (self));
  g_return_if_fail (CP_IS_DESK (desk));

  cp_piece_chooser_set_articles (self->chooser, cp_desk_list_articles (desk));
}

/**
 * cp_compare_panel_set_article:
 * @article: (nullable): the open article, which is not offered for comparison with itself
 */
void
cp_compare_panel_set_article (CpComparePanel *self,
                              CpArticle      *article)
{
  g_return_if_fail (CP_IS_COMPARE_PANEL (self));
  g_return_if_fail (article == NULL || CP_IS_ARTICLE (article));

  cp_piece_chooser_set_excluded (self->chooser, article);
}

/**
 * cp_compare_panel_set_comparison:
 * @comparison: (nullable): the comparison of the open article with another; %NULL to offer the choice of one
 * @palette: gives each matter its hue
 */
void
cp_compare_panel_set_comparison (CpComparePanel *self,
                                 CpComparison   *comparison,
                                 CpThemePalette *palette)
{
  g_return_if_fail (CP_IS_COMPARE_PANEL (self));
  g_return_if_fail (comparison == NULL || CP_IS_COMPARISON (comparison));
  g_return_if_fail (CP_IS_THEME_PALETTE (palette));

  clear_cards (self);
  g_set_object (&self->comparison, comparison);
  g_set_object (&self->palette, palette);

  if (comparison == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "choose");
      return;
    }

  append_cards (self);
  update_overlap (self);
  gtk_stack_set_visible_child_name (self->stack, "compare");
}

/**
 * cp_compare_panel_set_chosen:
 * @theme: (nullable): the matter that the texts show
 *
 * Shows the quotes of @theme alone, without saying that the reviewer chose it.
 */
void
cp_compare_panel_set_chosen (CpComparePanel  *self,
                             CpComparedTheme *theme)
{
  GtkListBoxRow *row;
  CpComparedCard *card = NULL;

  g_return_if_fail (CP_IS_COMPARE_PANEL (self));
  g_return_if_fail (theme == NULL || CP_IS_COMPARED_THEME (theme));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (cp_compared_card_get_theme (CP_COMPARED_CARD (row)) == theme)
        card = CP_COMPARED_CARD (row);
    }

  choose_card (self, card);
}

/**
 * cp_compare_panel_get_next:
 * @direction: 1 for the matter below the chosen one, -1 for that above it
 *
 * Returns: (transfer none) (nullable): the neighbor; the first or the last matter when none is chosen or the panel ends,
 *   %NULL when there are no matters
 */
CpComparedTheme *
cp_compare_panel_get_next (CpComparePanel *self,
                           int             direction)
{
  GtkWidget *row;

  g_return_val_if_fail (CP_IS_COMPARE_PANEL (self), NULL);

  row = cp_card_list_get_next (self->list, (GtkListBoxRow *) self->chosen, direction);

  return row != NULL ? cp_compared_card_get_theme (CP_COMPARED_CARD (row)) : NULL;
}

/**
 * cp_compare_panel_focus_chooser:
 *
 * Puts the cursor into the search for another article.
 */
void
cp_compare_panel_focus_chooser (CpComparePanel *self)
{
  g_return_if_fail (CP_IS_COMPARE_PANEL (self));

  cp_piece_chooser_focus_search (self->chooser);
}
