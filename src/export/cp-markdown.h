/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text on its way into Markdown, where nothing of it may act as markup. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void cp_markdown_append_text    (GString    *markdown,
                                 const char *text);
void cp_markdown_append_address (GString    *markdown,
                                 const char *url);

G_END_DECLS
