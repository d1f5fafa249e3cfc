/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The eight hues of themes: the one place that panels, strips and the reader take them from. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CP_N_THEME_COLORS 8

const char *cp_theme_colors_get       (guint       index,
                                       gboolean    dark);
void        cp_theme_colors_get_rgba  (guint       index,
                                       gboolean    dark,
                                       GdkRGBA    *rgba);
const char *cp_theme_colors_get_class (guint       index);
void        cp_theme_colors_set_class (GtkWidget  *widget,
                                       guint       index);
void        cp_theme_colors_install   (GdkDisplay *display);

G_END_DECLS
