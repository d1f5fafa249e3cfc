/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tells whether two addresses lead to the same piece. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cp_url_dup_key (const char *url);

G_END_DECLS
