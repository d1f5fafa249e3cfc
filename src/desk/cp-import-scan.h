/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and folders that were asked for → one job for each file. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *cp_import_scan (GPtrArray    *files,
                           GCancellable *cancellable);

G_END_DECLS
