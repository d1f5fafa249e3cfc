/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the oldest supported GLib lacks. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cp_set_str (char       **field,
                     const char  *value);

G_END_DECLS
