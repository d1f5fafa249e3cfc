/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the oldest supported GLib lacks. */

#define G_LOG_DOMAIN "cp-util"

#include "config.h"

#include "cp-util.h"

/**
 * cp_set_str:
 * @field: (inout): a string that the caller owns, or a place that holds %NULL
 * @value: (nullable): what it becomes; may be part of the old string
 *
 * As g_set_str() of GLib 2.76.
 *
 * Returns: whether the string changed
 */
gboolean
cp_set_str (char       **field,
            const char  *value)
{
  char *copy;

  if (g_strcmp0 (*field, value) == 0)
    return FALSE;

  copy = g_strdup (value);
  g_free (*field);
  *field = copy;

  return TRUE;
}
