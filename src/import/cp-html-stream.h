/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the parts of a page that was sent in pieces where its script would have put them. */

#pragma once

#include <glib.h>
#include <libxml/HTMLparser.h>

G_BEGIN_DECLS

gboolean cp_html_stream_is_used  (const char *text,
                                  gsize       length);
void     cp_html_stream_assemble (htmlDocPtr  document);

G_END_DECLS
