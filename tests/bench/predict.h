/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The predictions that evaluation sets ask for, printed as JSON; see FIGURES.md. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean predict_extract (const char  *folder,
                          GError     **error);
gboolean predict_task    (const char  *path,
                          GError     **error);

G_END_DECLS
