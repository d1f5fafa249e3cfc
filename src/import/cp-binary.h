/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells files that hold no text, and names what they hold instead. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *cp_binary_describe (const guint8 *bytes,
                                gsize         size);

G_END_DECLS
