/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All saved articles with their originals and themes, behind an interface that knows no database. */

#define G_LOG_DOMAIN "cp-library"

#include "config.h"

#include "cp-library.h"
#include "cp-sqlite-library.h"

G_DEFINE_INTERFACE (CpLibrary, cp_library, G_TYPE_OBJECT)

static void
cp_library_default_init (CpLibraryInterface *iface)
{
}

/**
 * cp_library_dup_default_folder:
 *
 * Returns: (transfer full): where the library is when the reviewer names no other folder
 */
char *
cp_library_dup_default_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "counterpoint", "library", NULL);
}

/**
 * cp_library_open:
 * @folder: where the library lives; made when it is not there
 *
 * Opens a library of this version or an older one. What was removed in earlier sessions is forgotten for
 * good, unless another program has the library open and might still undo it. Blocks.
 *
 * Returns: (transfer full): the library, or %NULL with %CP_ERROR_LIBRARY
 */
CpLibrary *
cp_library_open (const char  *folder,
                 GError     **error)
{
  /* Half of what a reviewer waits before thinking that a program hangs. */
  const int patience = 5000;

  g_return_val_if_fail (folder != NULL, NULL);

  return cp_sqlite_library_new (folder, patience, error);
}

/**
 * cp_library_add:
 * @article: an article with an id
 * @original: the bytes that the article was read from
 * @media_type: what they are, such as "text/html"
 * @themes: the #CpTheme of the article, by importance
 *
 * Stores all of it at once: after a crash, the library has everything or nothing of the article. An
 * article that was removed and not yet forgotten comes back with the themes and tags that it had; then
 * nothing of @themes is stored. Blocks.
 *
 * Returns: whether the article is in the library now. %CP_ERROR_EXISTS when it was there before; %CP_ERROR_LIBRARY.
 */
gboolean
cp_library_add (CpLibrary   *self,
                CpArticle   *article,
                GBytes      *original,
                const char  *media_type,
                GListModel  *themes,
                GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (CP_IS_ARTICLE (article) && cp_article_get_id (article) != NULL, FALSE);
  g_return_val_if_fail (original != NULL && media_type != NULL, FALSE);
  g_return_val_if_fail (G_IS_LIST_MODEL (themes), FALSE);

  return CP_LIBRARY_GET_IFACE (self)->add (self, article, original, media_type, themes, error);
}

/**
 * cp_library_contains:
 *
 * Returns: whether the article is in the library and not removed. Blocks.
 */
gboolean
cp_library_contains (CpLibrary  *self,
                     const char *id)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return CP_LIBRARY_GET_IFACE (self)->contains (self, id);
}

/**
 * cp_library_get:
 *
 * Returns: (transfer full): the article, whole; %NULL with %CP_ERROR_NOT_FOUND or %CP_ERROR_LIBRARY. Blocks.
 */
CpArticle *
cp_library_get (CpLibrary   *self,
                const char  *id,
                GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return CP_LIBRARY_GET_IFACE (self)->get (self, id, error);
}

/**
 * cp_library_list:
 *
 * Returns: (transfer full) (element-type CpArticle): all articles, whole, the last added first; %NULL with
 *   %CP_ERROR_LIBRARY. Blocks.
 */
GPtrArray *
cp_library_list (CpLibrary  *self,
                 GError    **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), NULL);

  return CP_LIBRARY_GET_IFACE (self)->list (self, error);
}

/**
 * cp_library_dup_original:
 *
 * Returns: (transfer full): the bytes that the article was read from; %NULL with %CP_ERROR_NOT_FOUND or
 *   %CP_ERROR_LIBRARY. Blocks.
 */
GBytes *
cp_library_dup_original (CpLibrary   *self,
                         const char  *id,
                         GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return CP_LIBRARY_GET_IFACE (self)->dup_original (self, id, error);
}

/**
 * cp_library_remove:
 *
 * Hides the article with everything that belongs to it. cp_library_restore() brings it back until the
 * library is opened again. Blocks.
 *
 * Returns: whether it is hidden now; otherwise %CP_ERROR_NOT_FOUND or %CP_ERROR_LIBRARY
 */
gboolean
cp_library_remove (CpLibrary   *self,
                   const char  *id,
                   GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return CP_LIBRARY_GET_IFACE (self)->remove (self, id, error);
}

/**
 * cp_library_restore:
 *
 * Brings back an article that was removed, as it was. Blocks.
 *
 * Returns: whether it is in the library now; otherwise %CP_ERROR_NOT_FOUND or %CP_ERROR_LIBRARY
 */
gboolean
cp_library_restore (CpLibrary   *self,
                    const char  *id,
                    GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return CP_LIBRARY_GET_IFACE (self)->restore (self, id, error);
}

/**
 * cp_library_search:
 * @query: what the reviewer typed, whatever that is; a text that is not valid UTF-8 finds nothing more
 * @max: how many hits at most, > 0
 *
 * Finds the articles that have every word of @query somewhere in headline, standfirst, byline, outlet, text or
 * tags. A word finds all words that begin with it, so that results come while one is typing; words in
 * quotation marks are found exactly and in this order. Case and accents make no difference. Blocks.
 *
 * Returns: (transfer full) (element-type CpHit): the hits, best first; none when @query has no words.
 *   %NULL with %CP_ERROR_LIBRARY.
 */
GPtrArray *
cp_library_search (CpLibrary   *self,
                   const char  *query,
                   guint        max,
                   GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (query != NULL && max > 0, NULL);

  return CP_LIBRARY_GET_IFACE (self)->search (self, query, max, error);
}

/**
 * cp_library_load_themes:
 *
 * Returns: (transfer full): a #GListStore of the article's #CpTheme, in the order in which they were saved,
 *   without those that the reviewer removed; %NULL with %CP_ERROR_NOT_FOUND or %CP_ERROR_LIBRARY. Blocks.
 */
GListModel *
cp_library_load_themes (CpLibrary   *self,
                        const char  *id,
                        GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return CP_LIBRARY_GET_IFACE (self)->load_themes (self, id, error);
}

/**
 * cp_library_save_themes:
 * @themes: all #CpTheme that the article has now
 *
 * Makes @themes the themes of the article. Those it had before and that are not among @themes are kept as
 * removed ones, which cp_article_get_n_removed_themes() counts. Blocks.
 *
 * Returns: whether all are saved; otherwise nothing is, with %CP_ERROR_NOT_FOUND or %CP_ERROR_LIBRARY
 */
gboolean
cp_library_save_themes (CpLibrary   *self,
                        const char  *id,
                        GListModel  *themes,
                        GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (id != NULL && G_IS_LIST_MODEL (themes), FALSE);

  return CP_LIBRARY_GET_IFACE (self)->save_themes (self, id, themes, error);
}

/**
 * cp_library_save_tags:
 * @tags: (array zero-terminated=1): all tags that the article has now
 *
 * Returns: whether they are saved; otherwise %CP_ERROR_NOT_FOUND or %CP_ERROR_LIBRARY. Blocks.
 */
gboolean
cp_library_save_tags (CpLibrary           *self,
                      const char          *id,
                      const char * const  *tags,
                      GError             **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (id != NULL && tags != NULL, FALSE);

  return CP_LIBRARY_GET_IFACE (self)->save_tags (self, id, tags, error);
}

/**
 * cp_library_list_tags:
 *
 * Returns: (transfer full) (array zero-terminated=1): every tag that an article of the library has, sorted;
 *   %NULL with %CP_ERROR_LIBRARY. Blocks.
 */
char **
cp_library_list_tags (CpLibrary  *self,
                      GError    **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), NULL);

  return CP_LIBRARY_GET_IFACE (self)->list_tags (self, error);
}
