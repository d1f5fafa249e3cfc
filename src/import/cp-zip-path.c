/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the members of a ZIP, and how members refer to each other. */

#define G_LOG_DOMAIN "cp-zip-path"

#include "config.h"

#include "cp-zip-path.h"

#include <string.h>

/**
 * cp_zip_path_normalise:
 * @path: valid UTF-8: the name of a member as some program wrote it
 *
 * Members are never unpacked to disk, so that no name is a danger; one form of each is needed to find it. Backslashes
 * become slashes, the root and drives go, and "." and ".." are resolved.
 *
 * Returns: (transfer full) (nullable): the name, or %NULL when it is a folder's or leads out of the archive
 */
char *
cp_zip_path_normalise (const char *path)
{
  g_autofree char *slashed = g_strdelimit (g_strdup (path), "\\", '/');
  g_auto (GStrv) parts = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  const char *relative = slashed;

  if (g_ascii_isalpha (relative[0]) && relative[1] == ':' && relative[2] == '/')
    relative += 2;

  if (*relative == '\0' || g_str_has_suffix (relative, "/"))
    return NULL;

  parts = g_strsplit (relative, "/", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      if (**part == '\0' || g_str_equal (*part, "."))
        continue;

      if (!g_str_equal (*part, ".."))
        g_ptr_array_add (kept, *part);
      else if (kept->len > 0)
        g_ptr_array_set_size (kept, kept->len - 1);
      else
        return NULL;
    }

  if (kept->len == 0)
    return NULL;

  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("/", (char **) kept->pdata);
}

/**
 * cp_zip_path_resolve:
 * @base: the path of the member that refers
 * @reference: what it says, a relative reference of RFC 3986: may be percent-encoded, may have a query and a fragment
 *
 * Returns: (transfer full) (nullable): the path of the member that is meant, or %NULL when @reference leads out of the
 *   archive
 */
char *
cp_zip_path_resolve (const char *base,
                     const char *reference)
{
  g_autofree char *scheme = g_uri_parse_scheme (reference);
  g_autofree char *escaped = g_strndup (reference, strcspn (reference, "?#"));
  g_autofree char *plain = g_uri_unescape_string (escaped, NULL);
  g_autofree char *path = NULL;
  const char *slash = strrchr (base, '/');

  if (scheme != NULL || g_str_has_prefix (reference, "//") || *escaped == '\0')
    return NULL;

  if (plain == NULL || !g_utf8_validate (plain, -1, NULL))
    {
      g_free (plain);
      plain = g_utf8_make_valid (escaped, -1);
    }

  if (*plain == '/' || slash == NULL)
    path = g_strdup (plain);
  else
    path = g_strdup_printf ("%.*s/%s", (int) (slash - base), base, plain);

  return cp_zip_path_normalise (path);
}
