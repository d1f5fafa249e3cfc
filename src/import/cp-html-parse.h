/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML → the tree of libxml2. */

#pragma once

#include <libxml/HTMLparser.h>

#include <glib.h>

G_BEGIN_DECLS

htmlDocPtr cp_html_parse (const char *text,
                          gsize       length);

G_END_DECLS
