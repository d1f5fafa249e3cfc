/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses of pages, and the ways in which they hide: in those of archives, and relative to others. */

#define G_LOG_DOMAIN "cp-address"

#include "config.h"

#include "cp-address.h"
#include "cp-pattern.h"

#include <string.h>

/* No address of a piece is longer, in bytes; each address inside of another costs a call. */
#define MAX_ADDRESS 4096

/* Archives, caches and readers put the whole address of a page behind their own, as in
 * "https://archive.example/web/20210121000000/https://paper.example/piece"; some make one stroke of two. */
static CpPattern wrapped = CP_PATTERN ("^https?://[^?#]+?[/:](https?(?::|%3A)(?:/|%2F){1,2}[^/\\s].*)$");
static CpPattern scheme = CP_PATTERN ("^(https?)(?::|%3A)(?:/|%2F){1,2}");

/**
 * cp_address_unwrap:
 * @address: the address of a page
 *
 * Returns: (transfer full) (nullable): the address that is written inside of @address, as archives do; %NULL when there is none
 */
char *
cp_address_unwrap (const char *address)
{
  g_autofree char *inner = strlen (address) <= MAX_ADDRESS ? cp_pattern_fetch (&wrapped, address, 1) : NULL;
  g_autofree char *deeper = NULL;
  g_autofree char *name = NULL;
  g_auto (GStrv) parts = NULL;

  if (inner == NULL)
    return NULL;

  /* A copy of a copy. */
  deeper = cp_address_unwrap (inner);
  if (deeper != NULL)
    return g_steal_pointer (&deeper);

  if (strcasestr (inner, "%2F") != NULL && strchr (inner, '/') == NULL)
    {
      char *plain = g_uri_unescape_string (inner, NULL);

      if (plain == NULL)
        return NULL;

      g_free (inner);
      inner = plain;
    }

  name = cp_pattern_fetch (&scheme, inner, 1);
  parts = cp_pattern_split (&scheme, inner);

  return g_strdup_printf ("%s://%s", name, parts[g_strv_length (parts) - 1]);
}

/**
 * cp_address_resolve:
 * @address: an address, perhaps relative
 * @base: (nullable): the address of the page on which it stands
 *
 * Returns: (transfer full) (nullable): the whole address, or %NULL when it is none of the web
 */
char *
cp_address_resolve (const char *address,
                    const char *base)
{
  g_autofree char *whole = NULL;

  if (g_str_has_prefix (address, "http://") || g_str_has_prefix (address, "https://"))
    return g_strdup (address);

  if (base != NULL)
    whole = g_uri_resolve_relative (base, address, G_URI_FLAGS_PARSE_RELAXED, NULL);

  if (whole == NULL || (!g_str_has_prefix (whole, "http://") && !g_str_has_prefix (whole, "https://")))
    return NULL;

  return g_steal_pointer (&whole);
}

/**
 * cp_address_is_front_page:
 *
 * Returns: whether @address names a site, and no page of it
 */
gboolean
cp_address_is_front_page (const char *address)
{
  static CpPattern front = CP_PATTERN ("^https?://[^/?#]+/?(?:index\\.\\w+)?$");

  return cp_pattern_matches (&front, address);
}
