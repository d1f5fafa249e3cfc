/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of any encoding → valid UTF-8. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cp_encoding_to_utf8 (const guint8 *bytes,
                           gsize         size,
                           const char   *charset,
                           gsize        *length);

G_END_DECLS
