/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language a text is written in. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *cp_language_detect  (const char *text);
gboolean  cp_language_confirm (const char *text,
                               const char *language);

G_END_DECLS
