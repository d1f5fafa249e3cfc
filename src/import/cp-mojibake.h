/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that was taken for Latin-1 and encoded a second time. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize cp_mojibake_mend (char  *text,
                        gsize  length);

G_END_DECLS
