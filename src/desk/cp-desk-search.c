/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search of the desk's library. */

#define G_LOG_DOMAIN "cp-desk-search"

#include "config.h"

#include "cp-desk.h"
#include "cp-worker.h"

typedef struct
{
  CpLibrary *library;
  char      *query;
  guint      max;
} Searching;

static void
searching_free (gpointer data)
{
  Searching *searching = data;

  g_object_unref (searching->library);
  g_free (searching->query);
  g_free (searching);
}

static gpointer
search (gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  Searching *searching = data;

  return cp_library_search (searching->library, searching->query, searching->max, error);
}

/**
 * cp_desk_search:
 *
 * See cp_library_search(). Blocks.
 */
GPtrArray *
cp_desk_search (CpDesk      *self,
                const char  *query,
                guint        max,
                GError     **error)
{
  g_return_val_if_fail (CP_IS_DESK (self), NULL);

  return cp_library_search (cp_desk_get_library (self), query, max, error);
}

/**
 * cp_desk_search_async:
 *
 * As cp_desk_search(), in another thread.
 */
void
cp_desk_search_async (CpDesk              *self,
                      const char          *query,
                      guint                max,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Searching *searching;

  g_return_if_fail (CP_IS_DESK (self));
  g_return_if_fail (query != NULL && max > 0);

  searching = g_new0 (Searching, 1);
  searching->library = g_object_ref (cp_desk_get_library (self));
  searching->query = g_strdup (query);
  searching->max = max;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cp_desk_search_async);
  g_task_set_task_data (task, searching, searching_free);
  cp_worker_run (task, search, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * cp_desk_search_finish:
 *
 * Returns: (transfer full) (element-type CpHit): the hits, best first; %NULL with %CP_ERROR_LIBRARY or
 *   %G_IO_ERROR_CANCELLED
 */
GPtrArray *
cp_desk_search_finish (CpDesk        *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (CP_IS_DESK (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
