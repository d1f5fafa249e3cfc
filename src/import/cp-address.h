/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses of pages, and the ways in which they hide: in those of archives, and relative to others. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *cp_address_unwrap        (const char *address);
char     *cp_address_resolve       (const char *address,
                                    const char *base);
gboolean  cp_address_is_front_page (const char *address);

G_END_DECLS
