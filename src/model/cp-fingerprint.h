/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tells the same bytes from others. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cp_fingerprint_bytes (GBytes *bytes);

G_END_DECLS
