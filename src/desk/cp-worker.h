/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the work of a task in another thread. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CpWorkerFunc:
 * @data: the data of the task
 * @cancellable: (nullable): the one of the task
 *
 * The work. It sees nothing but its data, which nobody else touches meanwhile.
 *
 * Returns: (transfer full) (nullable): the result, or %NULL with @error set
 */
typedef gpointer (*CpWorkerFunc) (gpointer       data,
                                  GCancellable  *cancellable,
                                  GError       **error);

void cp_worker_run (GTask          *task,
                    CpWorkerFunc    func,
                    GDestroyNotify  free_result);

G_END_DECLS
