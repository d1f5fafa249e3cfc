/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open library at work: all that the window and the command line both drive. */

#define G_LOG_DOMAIN "cp-desk"

#include "config.h"

#include "cp-article-list.h"
#include "cp-desk-private.h"
#include "cp-removal.h"
#include "cp-worker.h"

enum
{
  PROBLEM,
  ARTICLE_REPLACED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpDesk, cp_desk, G_TYPE_OBJECT)

static void
imported_cb (CpDesk    *self,
             CpArticle *article)
{
  cp_article_list_add (self->articles, article);
}

static void
replaced_cb (CpDesk    *self,
             CpArticle *before,
             CpArticle *after)
{
  g_signal_emit (self, signals[ARTICLE_REPLACED], 0, before, after);
}

static void
problem_cb (CpDesk       *self,
            const GError *error)
{
  g_signal_emit (self, signals[PROBLEM], 0, error);
}

static gpointer
list_articles (gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return cp_library_list (data, error);
}

static void
cp_desk_dispose (GObject *object)
{
  CpDesk *self = CP_DESK (object);

  if (self->queue != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->queue, self);
      cp_import_queue_cancel (self->queue);
    }
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  if (self->articles != NULL)
    g_signal_handlers_disconnect_by_data (self->articles, self);

  g_clear_object (&self->queue);
  g_clear_object (&self->history);
  g_clear_object (&self->articles);
  g_clear_object (&self->importer);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (cp_desk_parent_class)->dispose (object);
}

static void
cp_desk_finalize (GObject *object)
{
  CpDesk *self = CP_DESK (object);

  g_hash_table_unref (self->themes);
  g_hash_table_unref (self->highlights);

  G_OBJECT_CLASS (cp_desk_parent_class)->finalize (object);
}

static void
cp_desk_class_init (CpDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cp_desk_dispose;
  object_class->finalize = cp_desk_finalize;

  /**
   * CpDesk::problem:
   * @error: why, in a sentence to be shown
   *
   * Something that the reviewer did, undid or redid could not be saved, and so has not happened.
   */
  signals[PROBLEM] = g_signal_new ("problem", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  /**
   * CpDesk::article-replaced:
   * @before: an article that was in the list
   * @after: the article of the same id that is in its place now
   *
   * What is known about a piece has changed, or which blocks make up its text: others may be reading the article in
   * other threads, so that another object takes its place. Its themes and highlights are in the same lists as before.
   */
  signals[ARTICLE_REPLACED] = g_signal_new ("article-replaced", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 2, CP_TYPE_ARTICLE, CP_TYPE_ARTICLE);
}

static void
cp_desk_init (CpDesk *self)
{
  self->importer = cp_importer_new ();
  self->history = cp_history_new ();
  self->articles = cp_article_list_new ();
  self->themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->highlights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_signal_connect_swapped (self->history, "problem", G_CALLBACK (problem_cb), self);
  g_signal_connect_swapped (self->articles, "replaced", G_CALLBACK (replaced_cb), self);
}

/**
 * cp_desk_new:
 * @library: (nullable): an open library; %NULL for a desk that can only look at files, with
 *   cp_desk_open_unsaved(), cp_desk_load_themes() and cp_desk_compare()
 *
 * Returns: (transfer full): a desk whose list of articles is empty until cp_desk_load()
 */
CpDesk *
cp_desk_new (CpLibrary *library)
{
  g_autoptr (CpAnalyzer) analyzer = cp_analyzer_new ();
  CpDesk *self;

  g_return_val_if_fail (library == NULL || CP_IS_LIBRARY (library), NULL);

  self = g_object_new (CP_TYPE_DESK, NULL);
  if (library == NULL)
    return self;

  self->library = g_object_ref (library);
  self->queue = cp_import_queue_new (library, self->importer, analyzer);
  g_signal_connect_swapped (self->queue, "imported", G_CALLBACK (imported_cb), self);
  g_signal_connect_swapped (self->queue, "annotated", G_CALLBACK (cp_desk_reload_highlights), self);

  return self;
}

/**
 * cp_desk_get_library:
 *
 * Returns: (transfer none) (nullable): the library, if there is one
 */
CpLibrary *
cp_desk_get_library (CpDesk *self)
{
  g_return_val_if_fail (CP_IS_DESK (self), NULL);

  return self->library;
}

/**
 * cp_desk_get_import_queue:
 *
 * Returns: (transfer none) (nullable): the files on their way into the library; %NULL without a library
 */
CpImportQueue *
cp_desk_get_import_queue (CpDesk *self)
{
  g_return_val_if_fail (CP_IS_DESK (self), NULL);

  return self->queue;
}

CpHistory *
cp_desk_get_history (CpDesk *self)
{
  g_return_val_if_fail (CP_IS_DESK (self), NULL);

  return self->history;
}

/**
 * cp_desk_load:
 *
 * Fills the list of articles. Blocks.
 *
 * Returns: whether it did; otherwise %CP_ERROR_LIBRARY
 */
gboolean
cp_desk_load (CpDesk  *self,
              GError **error)
{
  g_autoptr (GPtrArray) articles = NULL;

  g_return_val_if_fail (CP_IS_DESK (self), FALSE);

  articles = cp_library_list (self->library, error);
  if (articles == NULL)
    return FALSE;

  cp_article_list_load (self->articles, articles);
  return TRUE;
}

/**
 * cp_desk_load_async:
 *
 * Reads the articles in another thread. cp_desk_load_finish() fills the list.
 */
void
cp_desk_load_async (CpDesk              *self,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CP_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cp_desk_load_async);
  g_task_set_task_data (task, g_object_ref (self->library), g_object_unref);
  cp_worker_run (task, list_articles, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * cp_desk_load_finish:
 *
 * Returns: whether the list is filled now; otherwise %CP_ERROR_LIBRARY or %G_IO_ERROR_CANCELLED
 */
gboolean
cp_desk_load_finish (CpDesk        *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_autoptr (GPtrArray) articles = NULL;

  g_return_val_if_fail (CP_IS_DESK (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  articles = g_task_propagate_pointer (G_TASK (result), error);
  if (articles == NULL)
    return FALSE;

  cp_article_list_load (self->articles, articles);
  return TRUE;
}

/**
 * cp_desk_list_articles:
 *
 * Returns: (transfer none): the #CpArticle of the library, the last added first; changes in the main thread only
 */
GListModel *
cp_desk_list_articles (CpDesk *self)
{
  g_return_val_if_fail (CP_IS_DESK (self), NULL);

  return cp_article_list_get_model (self->articles);
}

/**
 * cp_desk_get_article:
 *
 * Returns: (transfer none) (nullable): the article, or %NULL when it is not in the list
 */
CpArticle *
cp_desk_get_article (CpDesk     *self,
                     const char *id)
{
  g_return_val_if_fail (CP_IS_DESK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return cp_article_list_find (self->articles, id);
}

/**
 * cp_desk_import:
 * @files: (array length=n_files): files and folders
 *
 * Queues @files for import; see cp_import_queue_add(). Articles join the list as they come.
 */
void
cp_desk_import (CpDesk  *self,
                GFile  **files,
                guint    n_files)
{
  g_return_if_fail (CP_IS_DESK (self));

  cp_import_queue_add (self->queue, files, n_files);
}

/**
 * cp_desk_import_bytes:
 * @bytes: what was pasted or dropped
 * @name: how it is called where it is shown
 *
 * Queues @bytes for import; see cp_import_queue_add_bytes().
 */
void
cp_desk_import_bytes (CpDesk     *self,
                      GBytes     *bytes,
                      const char *name)
{
  g_return_if_fail (CP_IS_DESK (self));

  cp_import_queue_add_bytes (self->queue, bytes, name);
}

/**
 * cp_desk_open_unsaved:
 * @file: a file
 *
 * Reads the article out of @file and leaves the library alone. Blocks.
 *
 * Returns: (transfer full): what was read; or %NULL with an error as of cp_importer_read()
 */
CpImported *
cp_desk_open_unsaved (CpDesk  *self,
                      GFile   *file,
                      GError **error)
{
  g_return_val_if_fail (CP_IS_DESK (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return cp_importer_read (self->importer, file, NULL, error);
}

/**
 * cp_desk_dup_keyphrases:
 * @max: how many at most
 *
 * Returns: (transfer full) (array zero-terminated=1): the phrases that tell most of what the article is about, best
 *   first
 */
char **
cp_desk_dup_keyphrases (CpDesk    *self,
                        CpArticle *article,
                        guint      max)
{
  g_autoptr (CpAnalyzer) analyzer = cp_analyzer_new ();

  g_return_val_if_fail (CP_IS_DESK (self), NULL);
  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);

  return cp_analyzer_list_keyphrases (analyzer, article, max);
}

/**
 * cp_desk_remove_article:
 * @article: an article of the list
 *
 * Removes @article from the library, until the reviewer undoes it or the library is opened again.
 *
 * Returns: whether it is removed; when saving failed, #CpDesk::problem has told why
 */
gboolean
cp_desk_remove_article (CpDesk    *self,
                        CpArticle *article)
{
  g_autoptr (CpEdit) edit = NULL;

  g_return_val_if_fail (CP_IS_DESK (self), FALSE);
  g_return_val_if_fail (CP_IS_ARTICLE (article), FALSE);

  edit = cp_removal_new (self->library, self->articles, article);

  return cp_history_perform (self->history, edit);
}
