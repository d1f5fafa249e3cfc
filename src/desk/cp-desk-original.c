/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles as they were saved: the original, the files that came with it, and other editions. */

#define G_LOG_DOMAIN "cp-desk-original"

#include "config.h"

#include "cp-desk-private.h"
#include "cp-original.h"
#include "cp-worker.h"

typedef struct
{
  CpLibrary *library;
  char      *id;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->library);
  g_free (reading->id);
  g_free (reading);
}

static GTask *
new_task (CpDesk              *self,
          CpArticle           *article,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->library = g_object_ref (self->library);
  reading->id = g_strdup (cp_article_get_id (article));
  g_task_set_task_data (task, reading, reading_free);

  return task;
}

static gpointer
show_original (gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Reading *reading = data;
  g_autofree char *media_type = NULL;
  g_autoptr (GBytes) original = cp_library_dup_original (reading->library, reading->id, &media_type, error);
  g_autoptr (GPtrArray) resources = NULL;

  if (original == NULL)
    return NULL;

  resources = cp_library_load_resources (reading->library, reading->id, error);
  if (resources == NULL)
    return NULL;

  return cp_original_show (original, media_type, resources, error);
}

/**
 * cp_desk_show_original_async:
 * @article: an article of the library
 *
 * Makes a page of the original in another thread; see cp_original_show().
 */
void
cp_desk_show_original_async (CpDesk              *self,
                             CpArticle           *article,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CP_IS_DESK (self));
  g_return_if_fail (CP_IS_ARTICLE (article));

  task = new_task (self, article, cancellable, callback, user_data);
  g_task_set_source_tag (task, cp_desk_show_original_async);
  cp_worker_run (task, show_original, g_free);
}

/**
 * cp_desk_show_original_finish:
 *
 * Returns: (transfer full): the page as HTML; %NULL with %CP_ERROR_NOT_FOUND, %CP_ERROR_DAMAGED, %CP_ERROR_LIBRARY or
 *   %G_IO_ERROR_CANCELLED
 */
char *
cp_desk_show_original_finish (CpDesk        *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (CP_IS_DESK (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
load_resources (gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Reading *reading = data;

  return cp_library_load_resources (reading->library, reading->id, error);
}

/**
 * cp_desk_load_resources_async:
 * @article: an article of the library
 *
 * Reads the files that came with @article in another thread.
 */
void
cp_desk_load_resources_async (CpDesk              *self,
                              CpArticle           *article,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CP_IS_DESK (self));
  g_return_if_fail (CP_IS_ARTICLE (article));

  task = new_task (self, article, cancellable, callback, user_data);
  g_task_set_source_tag (task, cp_desk_load_resources_async);
  cp_worker_run (task, load_resources, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * cp_desk_load_resources_finish:
 *
 * Returns: (transfer full) (element-type CpResource): the files; %NULL with %CP_ERROR_NOT_FOUND, %CP_ERROR_LIBRARY or
 *   %G_IO_ERROR_CANCELLED
 */
GPtrArray *
cp_desk_load_resources_finish (CpDesk        *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (CP_IS_DESK (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cp_desk_list_revisions:
 * @article: an article of the library
 *
 * Returns: (transfer full) (element-type CpArticle): what was saved from the same address with other texts, @article
 *   included, the first saved first; the articles of the desk's list where they are in it. %NULL with
 *   %CP_ERROR_NOT_FOUND or %CP_ERROR_LIBRARY. Blocks.
 */
GPtrArray *
cp_desk_list_revisions (CpDesk     *self,
                        CpArticle  *article,
                        GError    **error)
{
  GPtrArray *revisions;

  g_return_val_if_fail (CP_IS_DESK (self), NULL);
  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);

  revisions = cp_library_list_revisions (self->library, cp_article_get_id (article), error);
  for (guint i = 0; revisions != NULL && i < revisions->len; i++)
    {
      CpArticle *listed = cp_desk_get_article (self, cp_article_get_id (g_ptr_array_index (revisions, i)));

      if (listed != NULL)
        g_set_object ((CpArticle **) &revisions->pdata[i], listed);
    }

  return revisions;
}
