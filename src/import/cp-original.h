/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The original of a saved piece as a page that can be looked at. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *cp_original_show (GBytes      *original,
                        const char  *media_type,
                        GPtrArray   *resources,
                        GError     **error);

G_END_DECLS
