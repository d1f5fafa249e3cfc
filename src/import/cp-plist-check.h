/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks over a property list before it is parsed. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cp_plist_check_binary (const guint8 *data,
                                gsize         size);
gboolean cp_plist_check_xml    (const char   *text);

G_END_DECLS
