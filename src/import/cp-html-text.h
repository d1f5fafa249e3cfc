/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces of HTML inside of other formats → plain text. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cp_html_unescape (const char *text);

G_END_DECLS
