/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small helpers that GLib lacks, or lacks in its oldest supported version. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

gboolean    cp_set_str        (char       **field,
                               const char  *value);
const char *cp_enum_to_nick   (GType        type,
                               int          value);
gboolean    cp_enum_from_nick (GType        type,
                               const char  *nick,
                               int         *value);
int         cp_count_words    (const char  *text);

G_END_DECLS
