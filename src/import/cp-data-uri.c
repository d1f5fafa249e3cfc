/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are written into an address. */

#define G_LOG_DOMAIN "cp-data-uri"

#include "config.h"

#include "cp-data-uri.h"

#include <string.h>

/* Line breaks and percent signs may stand in the letters of base64; GLib passes over what is none of them. */
static GBytes *
decode_base64 (const char *text)
{
  g_autofree char *plain = strchr (text, '%') != NULL ? g_uri_unescape_string (text, NULL) : NULL;
  gsize size;
  guchar *bytes = g_base64_decode (plain != NULL ? plain : text, &size);

  return g_bytes_new_take (bytes, size);
}

/**
 * cp_data_uri_decode:
 * @uri: "data:image/png;base64,…"
 * @max_size: bytes that the contents may have
 * @media_type: (out) (transfer full): what they are said to be
 *
 * Returns: (transfer full) (nullable): the contents; %NULL when @uri is none of its kind, too long or empty
 */
GBytes *
cp_data_uri_decode (const char  *uri,
                    gsize        max_size,
                    char       **media_type)
{
  const char *header = uri + strlen ("data:");
  const char *comma;
  gsize length;
  g_autofree char *parameters = NULL;
  g_autoptr (GBytes) bytes = NULL;

  *media_type = NULL;
  if (g_ascii_strncasecmp (uri, "data:", strlen ("data:")) != 0 || (comma = strchr (header, ',')) == NULL)
    return NULL;

  length = strlen (comma + 1);
  if (length == 0 || length / 4 > max_size)
    return NULL;

  parameters = g_ascii_strdown (header, comma - header);
  bytes = strstr (parameters, ";base64") != NULL ? decode_base64 (comma + 1) : g_uri_unescape_bytes (comma + 1, -1, NULL, NULL);
  if (bytes == NULL || g_bytes_get_size (bytes) == 0 || g_bytes_get_size (bytes) > max_size)
    return NULL;

  *media_type = g_strndup (parameters, strcspn (parameters, ";"));

  return g_steal_pointer (&bytes);
}
