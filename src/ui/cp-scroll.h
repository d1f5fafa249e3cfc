/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolling a widget into sight. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cp_scroll_into_sight (GtkWidget *widget);

G_END_DECLS
