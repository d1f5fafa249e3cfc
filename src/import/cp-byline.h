/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of authors out of the ways in which they are written. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean   cp_byline_is_account  (const char *name);
gboolean   cp_byline_is_in_line  (const char *text);
gboolean   cp_byline_is_line     (const char *text);
char     **cp_byline_parse       (const char *text);
char     **cp_byline_parse_field (const char *text);
char     **cp_byline_parse_line  (const char *text);

G_END_DECLS
