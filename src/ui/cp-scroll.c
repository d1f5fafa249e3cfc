/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolling a widget into sight. */

#define G_LOG_DOMAIN "cp-scroll"

#include "config.h"

#include "cp-scroll.h"

/* So that what is scrolled to does not stick to the edge. */
#define MARGIN 8.0

/**
 * cp_scroll_into_sight:
 * @widget: something inside a #GtkScrolledWindow
 *
 * Scrolls up or down as little as shows all of @widget, or its beginning where it is taller than the view.
 */
void
cp_scroll_into_sight (GtkWidget *widget)
{
  GtkWidget *scroller;
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double top, bottom, page;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  if (scroller == NULL || !gtk_widget_compute_bounds (widget, scroller, &bounds))
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  page = gtk_adjustment_get_page_size (adjustment);
  top = gtk_adjustment_get_value (adjustment) + bounds.origin.y - MARGIN;
  bottom = top + bounds.size.height + 2 * MARGIN;
  gtk_adjustment_clamp_page (adjustment, top, MIN (bottom, top + page));
}
