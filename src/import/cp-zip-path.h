/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the members of a ZIP, and how members refer to each other. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cp_zip_path_normalise (const char *path);
char *cp_zip_path_resolve   (const char *base,
                             const char *reference);

G_END_DECLS
