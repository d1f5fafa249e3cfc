/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text and styles on their way into an HTML page, where nothing of them may act as markup. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void      cp_html_append_text      (GString    *html,
                                    const char *text);
void      cp_html_append_attribute (GString    *html,
                                    const char *name,
                                    const char *value);
void      cp_html_append_style     (GString    *html,
                                    const char *css);
gboolean  cp_html_is_web_address   (const char *url);

G_END_DECLS
