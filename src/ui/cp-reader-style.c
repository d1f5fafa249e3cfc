/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the reader's page looks: its sheet, and the colors and sizes that are laid over it. */

#define G_LOG_DOMAIN "cp-reader-style"

#include "config.h"

#include "cp-reader-style.h"

#include "cp-theme-colors.h"

#define RESOURCES "/app/counterpoint/Counterpoint/reader/"

static const struct
{
  const char *sheet;
  gboolean    dark;
} looks[] = {
  [CP_READER_COLORS_LIGHT] = { "light.css", FALSE },
  [CP_READER_COLORS_DARK] = { "dark.css", TRUE },
  [CP_READER_COLORS_SEPIA] = { "sepia.css", FALSE },
};

/**
 * cp_reader_style_dup_resource:
 * @name: a file of the reader's that is part of the program
 *
 * Returns: (transfer full): its contents
 */
char *
cp_reader_style_dup_resource (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("The program lacks a part of itself: %s", error->message);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/**
 * cp_reader_style_dup_look:
 * @colors: the colors of paper and ink
 * @text_scale: size of the text, 1.0 for the usual
 *
 * Returns: (transfer full): a style sheet with the variables of the page's own
 */
char *
cp_reader_style_dup_look (CpReaderColors colors,
                          double         text_scale)
{
  g_autofree char *sheet = NULL;
  GString *css;
  char scale[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (colors < G_N_ELEMENTS (looks), NULL);

  sheet = cp_reader_style_dup_resource (looks[colors].sheet);
  css = g_string_new (sheet);
  g_ascii_formatd (scale, sizeof scale, "%.3f", text_scale);
  g_string_append_printf (css, ":root { --text-scale: %s; }\n", scale);
  for (guint i = 0; i < CP_N_THEME_COLORS; i++)
    g_string_append_printf (css, ":root { --theme-%u: %s; }\n", i, cp_theme_colors_get (i, looks[colors].dark));

  return g_string_free (css, FALSE);
}
