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
 * @addition: a piece and all that came with it
 *
 * Stores all of it at once: after a crash, the library has everything or nothing of the piece. One that was saved
 * before from the same address with another text becomes the first of which this is a revision; see
 * cp_article_get_revision_of(). Annotations that waited for the piece become highlights of it.
 *
 * An article that was removed and not yet forgotten comes back with the themes and tags that it had; then nothing else
 * of @addition is stored. Blocks.
 *
 * Returns: whether the article is in the library now. %CP_ERROR_EXISTS when the library had these bytes, or this text from
 *   this address: cp_library_find_same() tells which article has them. %CP_ERROR_LIBRARY.
 */
gboolean
cp_library_add (CpLibrary         *self,
                const CpAddition  *addition,
                GError           **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (addition != NULL, FALSE);
  g_return_val_if_fail (CP_IS_ARTICLE (addition->article) && cp_article_get_id (addition->article) != NULL, FALSE);
  g_return_val_if_fail (addition->original != NULL && addition->media_type != NULL, FALSE);
  g_return_val_if_fail (G_IS_LIST_MODEL (addition->themes), FALSE);

  return CP_LIBRARY_GET_IFACE (self)->add (self, addition, error);
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
 * cp_library_find_url:
 * @url: (nullable): an address
 *
 * Returns: (transfer full) (nullable): id of the article that was saved first from @url, written this way or another;
 *   %NULL when there is none. Blocks.
 */
char *
cp_library_find_url (CpLibrary  *self,
                     const char *url)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), NULL);

  return CP_LIBRARY_GET_IFACE (self)->find_url (self, url);
}

/**
 * cp_library_find_same:
 * @article: an article that was just read
 *
 * Returns: (transfer full) (nullable): id of the article that was read from the same bytes, or from the same address
 *   with the same text; %NULL when there is none. Blocks.
 */
char *
cp_library_find_same (CpLibrary *self,
                      CpArticle *article)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);

  return CP_LIBRARY_GET_IFACE (self)->find_same (self, article);
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
 * Returns: (transfer full) (element-type CpArticle): all articles, the last added first, whose texts come when
 *   they are asked for; see cp_article_load(). %NULL with %CP_ERROR_LIBRARY. Blocks.
 */
GPtrArray *
cp_library_list (CpLibrary  *self,
                 GError    **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), NULL);

  return CP_LIBRARY_GET_IFACE (self)->list (self, error);
}

/**
 * cp_library_list_revisions:
 * @id: an article
 *
 * Returns: (transfer full) (element-type CpArticle): what was saved from the same address as @id, itself included, the
 *   first saved first, as cp_library_list() gives them; %NULL with %CP_ERROR_NOT_FOUND or %CP_ERROR_LIBRARY. Blocks.
 */
GPtrArray *
cp_library_list_revisions (CpLibrary   *self,
                           const char  *id,
                           GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return CP_LIBRARY_GET_IFACE (self)->list_revisions (self, id, error);
}

/**
 * cp_library_dup_original:
 * @media_type: (out) (optional) (transfer full): the format that they were read as
 *
 * Returns: (transfer full): the bytes that the article was read from; %NULL with %CP_ERROR_NOT_FOUND or
 *   %CP_ERROR_LIBRARY. Blocks.
 */
GBytes *
cp_library_dup_original (CpLibrary   *self,
                         const char  *id,
                         char       **media_type,
                         GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return CP_LIBRARY_GET_IFACE (self)->dup_original (self, id, media_type, error);
}

/**
 * cp_library_load_resources:
 *
 * Returns: (transfer full) (element-type CpResource): the files that came with the article; %NULL with
 *   %CP_ERROR_NOT_FOUND or %CP_ERROR_LIBRARY. Blocks.
 */
GPtrArray *
cp_library_load_resources (CpLibrary   *self,
                           const char  *id,
                           GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return CP_LIBRARY_GET_IFACE (self)->load_resources (self, id, error);
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
 * cp_library_save_metadata:
 * @article: an article of the library
 *
 * Saves what is known about the piece, and where from: all of #CpField. Blocks.
 *
 * Returns: whether it is saved; otherwise nothing is, with %CP_ERROR_NOT_FOUND or %CP_ERROR_LIBRARY
 */
gboolean
cp_library_save_metadata (CpLibrary  *self,
                          CpArticle  *article,
                          GError    **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (CP_IS_ARTICLE (article), FALSE);

  return CP_LIBRARY_GET_IFACE (self)->save_metadata (self, article, error);
}

/**
 * cp_library_save_body:
 * @article: an article of the library, of which blocks were taken into the body or out of it
 * @themes: all its #CpTheme, on its text as it is now
 * @highlights: its #CpHighlight, on its text as it is now
 *
 * Saves which blocks make up the text, and what goes by its offsets. Highlights that are not among @highlights, as
 * annotations may have come in meanwhile, are looked for in the new text. Blocks.
 *
 * Returns: whether all is saved; otherwise nothing is, with %CP_ERROR_NOT_FOUND or %CP_ERROR_LIBRARY
 */
gboolean
cp_library_save_body (CpLibrary   *self,
                      CpArticle   *article,
                      GListModel  *themes,
                      GListModel  *highlights,
                      GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (CP_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (G_IS_LIST_MODEL (themes) && G_IS_LIST_MODEL (highlights), FALSE);

  return CP_LIBRARY_GET_IFACE (self)->save_body (self, article, themes, highlights, error);
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
 * cp_library_load_highlights:
 *
 * Returns: (transfer full): a #GListStore of the article's #CpHighlight, in the order in which they were saved; %NULL with
 *   %CP_ERROR_NOT_FOUND or %CP_ERROR_LIBRARY. Blocks.
 */
GListModel *
cp_library_load_highlights (CpLibrary   *self,
                            const char  *id,
                            GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return CP_LIBRARY_GET_IFACE (self)->load_highlights (self, id, error);
}

/**
 * cp_library_save_highlights:
 * @highlights: #CpHighlight of the article, new ones or not
 *
 * Saves @highlights as they are now. Others of the article stay as they are: annotations may have come in meanwhile.
 * Blocks.
 *
 * Returns: whether all are saved; otherwise nothing is, with %CP_ERROR_NOT_FOUND or %CP_ERROR_LIBRARY
 */
gboolean
cp_library_save_highlights (CpLibrary   *self,
                            const char  *id,
                            GListModel  *highlights,
                            GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (id != NULL && G_IS_LIST_MODEL (highlights), FALSE);

  return CP_LIBRARY_GET_IFACE (self)->save_highlights (self, id, highlights, error);
}

/**
 * cp_library_remove_highlight:
 * @highlight_id: a highlight of the article @id
 *
 * Returns: whether it is gone; otherwise %CP_ERROR_NOT_FOUND or %CP_ERROR_LIBRARY. Blocks.
 */
gboolean
cp_library_remove_highlight (CpLibrary   *self,
                             const char  *id,
                             const char  *highlight_id,
                             GError     **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (id != NULL && highlight_id != NULL, FALSE);

  return CP_LIBRARY_GET_IFACE (self)->remove_highlight (self, id, highlight_id, error);
}

/**
 * cp_library_annotate:
 * @annotations: (element-type CpAnnotation): annotations with a target
 * @n_pending: (out) (optional): how many of them are of pieces that the library does not have
 *
 * Makes @annotations highlights of the articles that were saved from their targets. Those of other pieces wait in the
 * library until cp_library_add() brings the piece. What the library has already is not taken twice. Blocks.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of the articles that have more highlights now; %NULL, and
 *   nothing is stored, with %CP_ERROR_LIBRARY
 */
char **
cp_library_annotate (CpLibrary  *self,
                     GPtrArray  *annotations,
                     guint      *n_pending,
                     GError    **error)
{
  g_return_val_if_fail (CP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (annotations != NULL, NULL);

  return CP_LIBRARY_GET_IFACE (self)->annotate (self, annotations, n_pending, error);
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
