/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The themes of articles, as the library has them or else as they are suggested. */

#define G_LOG_DOMAIN "cp-desk-themes"

#include "config.h"

#include "cp-analyzer.h"
#include "cp-desk-themes.h"

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
