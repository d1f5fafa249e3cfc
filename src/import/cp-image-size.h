/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large a picture is, without decoding it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cp_image_size_read (GBytes *bytes,
                             int    *width,
                             int    *height);

G_END_DECLS
