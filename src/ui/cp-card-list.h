/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lists of cards in the panels have in common. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cp_card_list_get_next          (GtkListBox    *list,
                                          GtkListBoxRow *row,
                                          int            direction);
void       cp_card_list_scroll_into_sight (GtkWidget     *card);

G_END_DECLS
