/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as papers write them, in several languages. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *cp_date_find           (const char *text,
                                  gsize      *start,
                                  gsize      *end);
char     *cp_date_find_in_path   (const char *path);
char     *cp_date_swap           (const char *text);
gboolean  cp_date_are_neighbours (const char *a,
                                  const char *b);
gboolean  cp_date_is_line        (const char *text);

G_END_DECLS
