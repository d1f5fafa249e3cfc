/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The highlights of one piece, as Omnivore exports them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *cp_omnivore_highlights_read (const char *text);

G_END_DECLS
