/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The themes and highlights of articles, as the library has them or else as they are suggested. */

#define G_LOG_DOMAIN "cp-desk-themes"

#include "config.h"

#include "cp-analyzer.h"
#include "cp-desk-private.h"
#include "cp-desk-themes.h"
#include "cp-worker.h"

/* What is to be read for one article. */
typedef struct
{
  CpLibrary  *library;
  CpArticle  *article;
  GListModel *highlights;
  gboolean    saved;
} Reading;

static Reading *
reading_new (CpDesk    *self,
             CpArticle *article)
{
  Reading *reading = g_new0 (Reading, 1);

  g_set_object (&reading->library, self->library);
  reading->article = g_object_ref (article);

  return reading;
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->library);
  g_clear_object (&reading->highlights);
  g_object_unref (reading->article);
  g_free (reading);
}

/* In any thread. Gives the themes. Whoever asks for these is about to show the text as well, so that it comes with
 * them. */
static gpointer
read_all (gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Reading *reading = data;
  g_autoptr (GListModel) themes = NULL;

  if (!cp_article_load (reading->article, error))
    return NULL;

  themes = cp_desk_themes_read (reading->library, reading->article, &reading->saved, cancellable, error);
  if (themes == NULL || !reading->saved)
    return g_steal_pointer (&themes);

  reading->highlights = cp_library_load_highlights (reading->library, cp_article_get_id (reading->article), error);

  return reading->highlights != NULL ? g_steal_pointer (&themes) : NULL;
}

/* Gives the one list of the article's themes: @themes, unless somebody else read them meanwhile. */
static GListModel *
keep (CpDesk     *self,
      Reading    *reading,
      GListModel *themes)
{
  const char *id = cp_article_get_id (reading->article);
  GListModel *kept = g_hash_table_lookup (self->themes, id);

  if (kept == NULL)
    {
      kept = themes;
      g_hash_table_insert (self->themes, g_strdup (id), g_object_ref (themes));
      g_hash_table_insert (self->highlights, g_strdup (id), g_object_ref (reading->highlights));
    }

  return g_object_ref (kept);
}

/**
 * cp_desk_themes_read:
 * @library: (nullable): the library, if there is one
 * @saved: (out): whether the library has the article, and so the themes
 *
 * Reads the article's themes from the library; for an article that is opened without being saved,
 * suggests them. Blocks, in any thread.
 *
 * Returns: (transfer full): a #GListStore of #CpTheme; %NULL with %CP_ERROR_LIBRARY or %G_IO_ERROR_CANCELLED
 */
GListModel *
cp_desk_themes_read (CpLibrary     *library,
                     CpArticle     *article,
                     gboolean      *saved,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (CpAnalyzer) analyzer = cp_analyzer_new ();
  g_autoptr (GError) local_error = NULL;
  GListModel *themes = NULL;

  if (library != NULL)
    themes = cp_library_load_themes (library, cp_article_get_id (article), &local_error);

  *saved = themes != NULL;
  if (themes != NULL)
    return themes;

  if (local_error == NULL || g_error_matches (local_error, CP_ERROR, CP_ERROR_NOT_FOUND))
    return cp_analyzer_suggest_themes (analyzer, article, cancellable, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * cp_desk_themes_copy:
 * @themes: #CpTheme that the reviewer may be changing
 *
 * Returns: (transfer full): a #GListStore of copies, for another thread to read
 */
GListModel *
cp_desk_themes_copy (GListModel *themes)
{
  GListStore *copies = g_list_store_new (CP_TYPE_THEME);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);
      g_autoptr (CpTheme) copy = cp_theme_copy (theme);

      g_list_store_append (copies, copy);
    }

  return G_LIST_MODEL (copies);
}

/**
 * cp_desk_get_themes:
 *
 * Returns: (transfer none) (nullable): a #GListStore of the article's #CpTheme, the same one each time; %NULL as
 *   long as they are not loaded
 */
GListModel *
cp_desk_get_themes (CpDesk    *self,
                    CpArticle *article)
{
  g_return_val_if_fail (CP_IS_DESK (self), NULL);
  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);

  return g_hash_table_lookup (self->themes, cp_article_get_id (article));
}

/**
 * cp_desk_load_themes:
 * @article: an article of the library, or one that was opened without being saved
 *
 * Loads the article's themes, its highlights and its text; the themes of an article that is not in the library are
 * suggested anew each time. Blocks.
 *
 * Returns: (transfer full): what cp_desk_get_themes() gives from now on; %NULL with %CP_ERROR_LIBRARY
 */
GListModel *
cp_desk_load_themes (CpDesk     *self,
                     CpArticle  *article,
                     GError    **error)
{
  g_autoptr (GListModel) themes = NULL;
  Reading *reading;

  g_return_val_if_fail (CP_IS_DESK (self), NULL);
  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);

  if (cp_desk_get_themes (self, article) != NULL)
    return g_object_ref (cp_desk_get_themes (self, article));

  reading = reading_new (self, article);
  themes = read_all (reading, NULL, error);
  if (themes != NULL && reading->saved)
    g_object_unref (keep (self, reading, themes));
  reading_free (reading);

  return g_steal_pointer (&themes);
}

/**
 * cp_desk_load_themes_async:
 * @article: an article of the library, or one that was opened without being saved
 *
 * As cp_desk_load_themes(), in another thread when there is something to read.
 */
void
cp_desk_load_themes_async (CpDesk              *self,
                           CpArticle           *article,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GListModel *themes;

  g_return_if_fail (CP_IS_DESK (self));
  g_return_if_fail (CP_IS_ARTICLE (article));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cp_desk_load_themes_async);
  g_task_set_task_data (task, reading_new (self, article), reading_free);

  themes = cp_desk_get_themes (self, article);
  if (themes != NULL)
    g_task_return_pointer (task, g_object_ref (themes), g_object_unref);
  else
    cp_worker_run (task, read_all, g_object_unref);
}

/**
 * cp_desk_load_themes_finish:
 *
 * Returns: (transfer full): as cp_desk_load_themes(); or %NULL with %CP_ERROR_LIBRARY or %G_IO_ERROR_CANCELLED
 */
GListModel *
cp_desk_load_themes_finish (CpDesk        *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_autoptr (GListModel) themes = NULL;
  Reading *reading;

  g_return_val_if_fail (CP_IS_DESK (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  reading = g_task_get_task_data (G_TASK (result));
  themes = g_task_propagate_pointer (G_TASK (result), error);
  if (themes == NULL || reading->highlights == NULL)
    return g_steal_pointer (&themes);

  return keep (self, reading, themes);
}

/**
 * cp_desk_get_highlights:
 *
 * Returns: (transfer none) (nullable): a #GListStore of the article's #CpHighlight, the same one each time; %NULL as long
 *   as they are not loaded, which they are with the themes
 */
GListModel *
cp_desk_get_highlights (CpDesk    *self,
                        CpArticle *article)
{
  g_return_val_if_fail (CP_IS_DESK (self), NULL);
  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);

  return g_hash_table_lookup (self->highlights, cp_article_get_id (article));
}

static gboolean
has_highlight (GListModel *highlights,
               const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (CpHighlight) highlight = g_list_model_get_item (highlights, i);

      if (g_str_equal (cp_highlight_get_id (highlight), id))
        return TRUE;
    }

  return FALSE;
}

/**
 * cp_desk_reload_highlights:
 * @id: an article that gained highlights without the desk's doing
 *
 * Adds them to those that are shown, if the article's are.
 */
void
cp_desk_reload_highlights (CpDesk     *self,
                           const char *id)
{
  GListModel *shown = g_hash_table_lookup (self->highlights, id);
  g_autoptr (GListModel) saved = NULL;

  if (shown != NULL)
    saved = cp_library_load_highlights (self->library, id, NULL);

  for (guint i = 0; saved != NULL && i < g_list_model_get_n_items (saved); i++)
    {
      g_autoptr (CpHighlight) highlight = g_list_model_get_item (saved, i);

      if (!has_highlight (shown, cp_highlight_get_id (highlight)))
        g_list_store_append (G_LIST_STORE (shown), highlight);
    }
}
