/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells text in units of two or four bytes by its zeros. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *cp_encoding_guess_wide (const guint8 *bytes,
                                    gsize         size);

G_END_DECLS
