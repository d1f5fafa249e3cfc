/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lists of cards in the panels have in common. */

#define G_LOG_DOMAIN "cp-card-list"

#include "config.h"

#include "cp-card-list.h"

/* So that what is scrolled to does not stick to the edge. */
#define MARGIN 8.0

/**
 * cp_card_list_get_next:
 * @list: a list of cards
 * @row: (nullable): one of them
 * @direction: 1 for the card below @row, -1 for the one above it
 *
 * Returns: (transfer none) (nullable): the neighbor; from the end, or from %NULL, the first or the last card; %NULL when
 *   the list is empty
 */
GtkWidget *
cp_card_list_get_next (GtkListBox    *list,
                       GtkListBoxRow *row,
                       int            direction)
{
  GtkListBoxRow *next = NULL;

  g_return_val_if_fail (GTK_IS_LIST_BOX (list), NULL);
  g_return_val_if_fail (row == NULL || GTK_IS_LIST_BOX_ROW (row), NULL);

  if (row != NULL && gtk_list_box_row_get_index (row) + direction >= 0)
    next = gtk_list_box_get_row_at_index (list, gtk_list_box_row_get_index (row) + direction);
  if (next == NULL && direction > 0)
    next = gtk_list_box_get_row_at_index (list, 0);

  for (int i = 0; next == NULL && gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      if (gtk_list_box_get_row_at_index (list, i + 1) == NULL)
        next = gtk_list_box_get_row_at_index (list, i);
    }

  return (GtkWidget *) next;
}

/**
 * cp_card_list_scroll_into_sight:
 * @card: something inside a #GtkScrolledWindow
 *
 * Scrolls up or down as little as shows all of @card, or its beginning where it is taller than the view.
 */
void
cp_card_list_scroll_into_sight (GtkWidget *card)
{
  GtkWidget *scroller;
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double top, bottom, page;

  g_return_if_fail (GTK_IS_WIDGET (card));

  scroller = gtk_widget_get_ancestor (card, GTK_TYPE_SCROLLED_WINDOW);
  if (scroller == NULL || !gtk_widget_compute_bounds (card, scroller, &bounds))
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  page = gtk_adjustment_get_page_size (adjustment);
  top = gtk_adjustment_get_value (adjustment) + bounds.origin.y - MARGIN;
  bottom = top + bounds.size.height + 2 * MARGIN;
  gtk_adjustment_clamp_page (adjustment, top, MIN (bottom, top + page));
}
