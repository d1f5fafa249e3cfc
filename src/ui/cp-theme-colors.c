/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The eight hues of themes: the one place that panels, strips and the reader take them from. */

#define G_LOG_DOMAIN "cp-theme-colors"

#include "config.h"

#include "cp-theme-colors.h"

#include <adwaita.h>

/* Shades of the Adwaita palette, chosen by search over all of its shades: each has a contrast of 3:1 or more
 * with the page, and any two stay apart for normal, protan, deutan and tritan eyes (see test-theme-colors.c). */
static const struct
{
  const char *class;
  const char *light;
  const char *dark;
} hues[CP_N_THEME_COLORS] = {
  { "theme-0", "#1b7a4b", "#33d17a" }, /* green */
  { "theme-1", "#c64600", "#ffa348" }, /* orange */
  { "theme-2", "#3584e4", "#3584e4" }, /* blue */
  { "theme-3", "#9141ac", "#dc8add" }, /* purple */
  { "theme-4", "#b08400", "#f8e45c" }, /* yellow */
  { "theme-5", "#00565f", "#93ddeb" }, /* teal */
  { "theme-6", "#d56199", "#d56199" }, /* pink */
  { "theme-7", "#63452c", "#b5835a" }, /* brown */
};

static void
load_colors (GtkCssProvider *provider,
             gboolean        dark)
{
  g_autoptr(GString) css = g_string_new (NULL);

  for (guint i = 0; i < CP_N_THEME_COLORS; i++)
    g_string_append_printf (css,
                            "@define-color theme_%u %s;\n"
                            ".theme-%u { color: @theme_%u; }\n"
                            "progressbar.theme-%u > trough > progress { background: @theme_%u; }\n",
                            i, cp_theme_colors_get (i, dark), i, i, i, i);

  gtk_css_provider_load_from_data (provider, css->str, css->len);
}

static void
dark_changed_cb (AdwStyleManager *style_manager,
                 GParamSpec      *pspec,
                 GtkCssProvider  *provider)
{
  load_colors (provider, adw_style_manager_get_dark (style_manager));
}

/**
 * cp_theme_colors_get:
 * @index: which hue; past the last one they begin again
 * @dark: whether it stands on a dark page
 *
 * Returns: the colour as "#rrggbb"
 */
const char *
cp_theme_colors_get (guint    index,
                     gboolean dark)
{
  index %= CP_N_THEME_COLORS;

  return dark ? hues[index].dark : hues[index].light;
}

/**
 * cp_theme_colors_get_rgba:
 * @index: which hue; past the last one they begin again
 * @dark: whether it stands on a dark page
 * @rgba: (out): the colour, opaque
 */
void
cp_theme_colors_get_rgba (guint     index,
                          gboolean  dark,
                          GdkRGBA  *rgba)
{
  gboolean parsed;

  g_return_if_fail (rgba != NULL);

  parsed = gdk_rgba_parse (rgba, cp_theme_colors_get (index, dark));
  g_assert (parsed);
}

/**
 * cp_theme_colors_get_class:
 * @index: which hue; past the last one they begin again
 *
 * Returns: the style class that gives a widget this colour as its `currentColor`
 */
const char *
cp_theme_colors_get_class (guint index)
{
  return hues[index % CP_N_THEME_COLORS].class;
}

/**
 * cp_theme_colors_set_class:
 * @widget: what is to carry the hue
 * @index: which hue; past the last one they begin again
 *
 * Gives @widget the style class of this hue, and takes away that of any other.
 */
void
cp_theme_colors_set_class (GtkWidget *widget,
                           guint      index)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (guint i = 0; i < CP_N_THEME_COLORS; i++)
    {
      if (i == index % CP_N_THEME_COLORS)
        gtk_widget_add_css_class (widget, hues[i].class);
      else
        gtk_widget_remove_css_class (widget, hues[i].class);
    }
}

/**
 * cp_theme_colors_install:
 * @display: where the colours are to be known
 *
 * Defines the colours `theme_0` … `theme_7` and the classes `theme-0` … `theme-7` for style sheets, light or dark as
 * the desktop is, now and whenever that changes.
 */
void
cp_theme_colors_install (GdkDisplay *display)
{
  AdwStyleManager *style_manager;
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  g_return_if_fail (GDK_IS_DISPLAY (display));

  style_manager = adw_style_manager_get_for_display (display);
  load_colors (provider, adw_style_manager_get_dark (style_manager));
  g_signal_connect_object (style_manager, "notify::dark", G_CALLBACK (dark_changed_cb), provider, 0);

  /* Below the application's own style sheet, which may use them. */
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
}
