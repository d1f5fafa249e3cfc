/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are written into an address. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *cp_data_uri_decode (const char  *uri,
                            gsize        max_size,
                            char       **media_type);

G_END_DECLS
