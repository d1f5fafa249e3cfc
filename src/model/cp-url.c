/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tells whether two addresses lead to the same piece. */

#define G_LOG_DOMAIN "cp-url"

#include "config.h"

#include "cp-url.h"

#include <string.h>

/* Parameters that tell the publisher how a reader came to the page, and never which page it is. */
static gboolean
is_tracking (const char *parameter)
{
  static const char * const names[] = { "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", NULL };
  g_autofree char *name = g_strndup (parameter, strcspn (parameter, "="));

  return g_str_has_prefix (name, "utm_") || g_strv_contains (names, name);
}

static void
append_query (GString    *key,
              const char *query)
{
  g_auto (GStrv) parameters = g_strsplit (query, "&", -1);
  char separator = '?';

  for (guint i = 0; parameters[i] != NULL; i++)
    {
      if (*parameters[i] == '\0' || is_tracking (parameters[i]))
        continue;

      g_string_append_c (key, separator);
      g_string_append (key, parameters[i]);
      separator = '&';
    }
}

static void
append_host (GString    *key,
             const char *host,
             gsize       length)
{
  g_autofree char *lower = g_ascii_strdown (host, length);

  g_string_append (key, g_str_has_prefix (lower, "www.") ? lower + strlen ("www.") : lower);
}

/**
 * cp_url_dup_key:
 * @url: (nullable): an address
 *
 * Reduces @url to what says which piece it leads to: without scheme, "www.", the place inside the page, a slash at
 * the end, and what campaigns append.
 *
 * Returns: (transfer full) (nullable): what is the same for addresses of the same piece; %NULL when @url is no address of
 *   the web
 */
char *
cp_url_dup_key (const char *url)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autofree char *whole = NULL;
  char *host, *path, *query;

  if (url == NULL ||
      (g_ascii_strncasecmp (url, "http://", strlen ("http://")) != 0 &&
       g_ascii_strncasecmp (url, "https://", strlen ("https://")) != 0))
    return NULL;

  whole = g_strndup (url, strcspn (url, "#"));
  host = strstr (whole, "://") + strlen ("://");
  query = strchr (host, '?');
  if (query != NULL)
    *query++ = '\0';
  path = host + strcspn (host, "/");
  if (path == host)
    return NULL;

  append_host (key, host, path - host);
  g_string_append (key, path);
  while (key->str[key->len - 1] == '/')
    g_string_truncate (key, key->len - 1);
  append_query (key, query != NULL ? query : "");

  return g_string_free (g_steal_pointer (&key), FALSE);
}
