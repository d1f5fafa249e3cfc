/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks over the bytes of a message before it is parsed. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CpMimeKind:
 * @CP_MIME_NONE: no message
 * @CP_MIME_LETTER: was sent to somebody
 * @CP_MIME_PAGE: was written by a browser
 */
typedef enum
{
  CP_MIME_NONE,
  CP_MIME_LETTER,
  CP_MIME_PAGE,
} CpMimeKind;

gsize      cp_mime_scan_find_start (const char *data,
                                    gsize       size);
CpMimeKind cp_mime_scan_get_kind   (const char *data,
                                    gsize       size);
gboolean   cp_mime_scan_is_bounded (const char *data,
                                    gsize       size);
gboolean   cp_mime_scan_is_closed  (const char *data,
                                    gsize       size,
                                    const char *boundary);

G_END_DECLS
