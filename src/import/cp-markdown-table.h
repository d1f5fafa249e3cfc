/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables drawn with pipes → tables of HTML, which CommonMark lets through. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cp_markdown_table_begins (const char *line,
                                   const char *next);
void     cp_markdown_table_add_row (GString    *html,
                                    const char *line);

G_END_DECLS
