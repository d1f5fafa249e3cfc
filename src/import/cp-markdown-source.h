/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What note programs add to Markdown → what CommonMark has. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *cp_markdown_source_prepare (const char *text,
                                     gsize       length,
                                     GPtrArray  *footnotes);

G_END_DECLS
