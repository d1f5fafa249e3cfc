/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that lie beside a saved page: its pictures and style sheets. */

#define G_LOG_DOMAIN "cp-siblings"

#include "config.h"

#include "cp-siblings.h"

#include <string.h>

/* Only below the page's own folder: a link there that leads elsewhere is not followed either. */
static GBytes *
load_file (gpointer    data,
           const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  g_autoptr (GFile) file = g_object_ref (data);
  g_autoptr (GFileInfo) info = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GFile) child = g_file_get_child (file, parts[i]);

      g_clear_object (&info);
      info = g_file_query_info (child, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
      if (info == NULL || (parts[i + 1] != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY))
        return NULL;

      g_set_object (&file, child);
    }

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR ||
      g_file_info_get_size (info) > CP_SIBLINGS_MAX_SIZE)
    return NULL;

  return g_file_load_bytes (file, NULL, NULL, NULL);
}

/**
 * cp_siblings_of_file:
 * @folder: (transfer none): the folder of the page; must outlive what is returned
 *
 * Returns: the files in @folder and below
 */
CpSiblings
cp_siblings_of_file (GFile *folder)
{
  return (CpSiblings) { .load = load_file, .data = folder };
}

/* "./Page_files/gull%20one.jpg?w=600" → "Page_files/gull one.jpg"; NULL when it leads away from the page. */
static char *
clean_reference (const char *reference)
{
  g_autofree char *bare = g_strndup (reference, strcspn (reference, "?#"));
  g_autofree char *path = g_uri_unescape_string (bare, NULL);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) clean = NULL;

  if (path == NULL || *path == '/' || *path == '\0' || strchr (path, ':') != NULL || strchr (path, '\\') != NULL)
    return NULL;

  parts = g_strsplit (path, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (strcmp (parts[i], "..") == 0)
        return NULL;
      if (*parts[i] != '\0' && strcmp (parts[i], ".") != 0)
        g_strv_builder_add (kept, parts[i]);
    }

  clean = g_strv_builder_end (kept);

  return *clean != NULL ? g_strjoinv ("/", clean) : NULL;
}

/**
 * cp_siblings_load:
 * @self: (nullable): what lies beside the page
 * @reference: how the page refers to it
 *
 * Returns: (transfer full) (nullable): the contents; %NULL when @reference leads to no file beside the page
 */
GBytes *
cp_siblings_load (const CpSiblings *self,
                  const char       *reference)
{
  g_autofree char *path = self != NULL ? clean_reference (reference) : NULL;

  return path != NULL ? self->load (self->data, path) : NULL;
}
