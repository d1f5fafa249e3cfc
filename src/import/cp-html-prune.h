/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts out of the source of a page what says nothing of its text, before it is parsed. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cp_html_prune (const char *text,
                     gsize       length,
                     gsize      *pruned_length);

G_END_DECLS
