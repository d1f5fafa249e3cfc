/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles of the desk side by side, by the themes that the reviewer has of them. */

#define G_LOG_DOMAIN "cp-desk-compare"

#include "config.h"

#include "cp-comparer.h"
#include "cp-desk-themes.h"
#include "cp-desk.h"
#include "cp-worker.h"

/* Articles to be compared, with copies of the themes that the reviewer may be changing; NULL in place of those
 * that have not been loaded. */
typedef struct
{
  CpLibrary *library;
  GPtrArray *articles;
  GPtrArray *themes;
} Comparing;

static void
unref_if_any (gpointer data)
{
  g_clear_object (&data);
}

static Comparing *
comparing_new (CpDesk     *self,
               CpArticle **articles,
               guint       n_articles)
{
  Comparing *comparing = g_new0 (Comparing, 1);

  /* A desk without a library looks at files. */
  g_set_object (&comparing->library, cp_desk_get_library (self));
  comparing->articles = g_ptr_array_new_with_free_func (g_object_unref);
  comparing->themes = g_ptr_array_new_with_free_func (unref_if_any);
  for (guint i = 0; i < n_articles; i++)
    {
      GListModel *themes = cp_desk_get_themes (self, articles[i]);

      g_ptr_array_add (comparing->articles, g_object_ref (articles[i]));
      g_ptr_array_add (comparing->themes, themes != NULL ? cp_desk_themes_copy (themes) : NULL);
    }

  return comparing;
}

static void
comparing_free (gpointer data)
{
  Comparing *comparing = data;

  g_clear_object (&comparing->library);
  g_ptr_array_unref (comparing->articles);
  g_ptr_array_unref (comparing->themes);
  g_free (comparing);
}

/* In any thread. */
static gpointer
compare (gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Comparing *comparing = data;
  g_autoptr (CpComparer) comparer = cp_comparer_new ();

  for (guint i = 0; i < comparing->articles->len; i++)
    {
      gboolean saved;

      if (!cp_article_load (comparing->articles->pdata[i], error))
        return NULL;

      if (comparing->themes->pdata[i] == NULL)
        comparing->themes->pdata[i] = cp_desk_themes_read (comparing->library, comparing->articles->pdata[i],
                                                           &saved, cancellable, error);
      if (comparing->themes->pdata[i] == NULL)
        return NULL;
    }

  return cp_comparer_compare (comparer, comparing->articles, comparing->themes, cancellable, error);
}

/**
 * cp_desk_compare:
 * @articles: (array length=n_articles): two or more articles, saved or not
 *
 * Compares @articles by their themes as the reviewer has them now; the comparison has copies of these. Blocks.
 *
 * Returns: (transfer full): the comparison; %NULL with %CP_ERROR_LIBRARY
 */
CpComparison *
cp_desk_compare (CpDesk     *self,
                 CpArticle **articles,
                 guint       n_articles,
                 GError    **error)
{
  CpComparison *comparison;
  Comparing *comparing;

  g_return_val_if_fail (CP_IS_DESK (self), NULL);
  g_return_val_if_fail (articles != NULL && n_articles >= 2, NULL);

  comparing = comparing_new (self, articles, n_articles);
  comparison = compare (comparing, NULL, error);
  comparing_free (comparing);

  return comparison;
}

/**
 * cp_desk_compare_async:
 * @articles: (array length=n_articles): two or more articles, saved or not
 *
 * As cp_desk_compare(), in another thread.
 */
void
cp_desk_compare_async (CpDesk               *self,
                       CpArticle           **articles,
                       guint                 n_articles,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CP_IS_DESK (self));
  g_return_if_fail (articles != NULL && n_articles >= 2);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cp_desk_compare_async);
  g_task_set_task_data (task, comparing_new (self, articles, n_articles), comparing_free);
  cp_worker_run (task, compare, g_object_unref);
}

/**
 * cp_desk_compare_finish:
 *
 * Returns: (transfer full): the comparison; %NULL with %CP_ERROR_LIBRARY or %G_IO_ERROR_CANCELLED
 */
CpComparison *
cp_desk_compare_finish (CpDesk        *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (CP_IS_DESK (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
