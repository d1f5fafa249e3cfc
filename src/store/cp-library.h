/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All saved articles with their originals and themes, behind an interface that knows no database. */

#pragma once

#include "cp-annotation.h"
#include "cp-article.h"
#include "cp-error.h"
#include "cp-highlight.h"
#include "cp-hit.h"
#include "cp-resource.h"
#include "cp-theme.h"

G_BEGIN_DECLS

#define CP_TYPE_LIBRARY (cp_library_get_type ())
G_DECLARE_INTERFACE (CpLibrary, cp_library, CP, LIBRARY, GObject)

/**
 * CpAddition:
 * @article: an article with an id
 * @original: the bytes that it was read from
 * @media_type: what they are, such as "text/html"
 * @themes: the #CpTheme of the article, by importance
 * @highlights: (nullable): the #CpHighlight that came with it, in reading order
 * @resources: (nullable) (element-type CpResource): the files that came with it
 *
 * All that comes into the library with one piece.
 */
typedef struct
{
  CpArticle  *article;
  GBytes     *original;
  const char *media_type;
  GListModel *themes;
  GListModel *highlights;
  GPtrArray  *resources;
} CpAddition;

/**
 * CpLibraryInterface:
 *
 * What a database offers to be a library; see the functions of the same names. The functions are called from
 * several threads, also at once.
 */
struct _CpLibraryInterface
{
  GTypeInterface parent_iface;

  gboolean    (*add)             (CpLibrary          *self,
                                  const CpAddition   *addition,
                                  GError            **error);
  gboolean    (*contains)        (CpLibrary          *self,
                                  const char         *id);
  char       *(*find_url)        (CpLibrary          *self,
                                  const char         *url);
  char       *(*find_same)       (CpLibrary          *self,
                                  CpArticle          *article);
  CpArticle  *(*get)             (CpLibrary          *self,
                                  const char         *id,
                                  GError            **error);
  GPtrArray  *(*list)            (CpLibrary          *self,
                                  GError            **error);
  GPtrArray  *(*list_revisions)  (CpLibrary          *self,
                                  const char         *id,
                                  GError            **error);
  GBytes     *(*dup_original)    (CpLibrary          *self,
                                  const char         *id,
                                  char              **media_type,
                                  GError            **error);
  GPtrArray  *(*load_resources)  (CpLibrary          *self,
                                  const char         *id,
                                  GError            **error);
  gboolean    (*remove)          (CpLibrary          *self,
                                  const char         *id,
                                  GError            **error);
  gboolean    (*restore)         (CpLibrary          *self,
                                  const char         *id,
                                  GError            **error);
  GPtrArray  *(*search)          (CpLibrary          *self,
                                  const char         *query,
                                  guint               max,
                                  GError            **error);
  gboolean    (*save_metadata)   (CpLibrary          *self,
                                  CpArticle          *article,
                                  GError            **error);
  gboolean    (*save_body)       (CpLibrary          *self,
                                  CpArticle          *article,
                                  GListModel         *themes,
                                  GListModel         *highlights,
                                  GError            **error);
  GListModel *(*load_themes)     (CpLibrary          *self,
                                  const char         *id,
                                  GError            **error);
  gboolean    (*save_themes)     (CpLibrary          *self,
                                  const char         *id,
                                  GListModel         *themes,
                                  GError            **error);
  GListModel *(*load_highlights) (CpLibrary          *self,
                                  const char         *id,
                                  GError            **error);
  gboolean    (*save_highlights) (CpLibrary          *self,
                                  const char         *id,
                                  GListModel         *highlights,
                                  GError            **error);
  gboolean    (*remove_highlight) (CpLibrary         *self,
                                  const char         *id,
                                  const char         *highlight_id,
                                  GError            **error);
  char      **(*annotate)        (CpLibrary          *self,
                                  GPtrArray          *annotations,
                                  guint              *n_pending,
                                  GError            **error);
  gboolean    (*save_tags)       (CpLibrary          *self,
                                  const char         *id,
                                  const char * const *tags,
                                  GError            **error);
  char      **(*list_tags)       (CpLibrary          *self,
                                  GError            **error);
};

CpLibrary   *cp_library_open               (const char          *folder,
                                            GError             **error);
char        *cp_library_dup_default_folder (void);

gboolean     cp_library_add                (CpLibrary           *self,
                                            const CpAddition    *addition,
                                            GError             **error);
gboolean     cp_library_contains           (CpLibrary           *self,
                                            const char          *id);
char        *cp_library_find_url           (CpLibrary           *self,
                                            const char          *url);
char        *cp_library_find_same          (CpLibrary           *self,
                                            CpArticle           *article);
CpArticle   *cp_library_get                (CpLibrary           *self,
                                            const char          *id,
                                            GError             **error);
GPtrArray   *cp_library_list               (CpLibrary           *self,
                                            GError             **error);
GPtrArray   *cp_library_list_revisions     (CpLibrary           *self,
                                            const char          *id,
                                            GError             **error);
GBytes      *cp_library_dup_original       (CpLibrary           *self,
                                            const char          *id,
                                            char               **media_type,
                                            GError             **error);
GPtrArray   *cp_library_load_resources     (CpLibrary           *self,
                                            const char          *id,
                                            GError             **error);
gboolean     cp_library_remove             (CpLibrary           *self,
                                            const char          *id,
                                            GError             **error);
gboolean     cp_library_restore            (CpLibrary           *self,
                                            const char          *id,
                                            GError             **error);
GPtrArray   *cp_library_search             (CpLibrary           *self,
                                            const char          *query,
                                            guint                max,
                                            GError             **error);

gboolean     cp_library_save_metadata      (CpLibrary           *self,
                                            CpArticle           *article,
                                            GError             **error);
gboolean     cp_library_save_body          (CpLibrary           *self,
                                            CpArticle           *article,
                                            GListModel          *themes,
                                            GListModel          *highlights,
                                            GError             **error);
GListModel  *cp_library_load_themes        (CpLibrary           *self,
                                            const char          *id,
                                            GError             **error);
gboolean     cp_library_save_themes        (CpLibrary           *self,
                                            const char          *id,
                                            GListModel          *themes,
                                            GError             **error);
GListModel  *cp_library_load_highlights    (CpLibrary           *self,
                                            const char          *id,
                                            GError             **error);
gboolean     cp_library_save_highlights    (CpLibrary           *self,
                                            const char          *id,
                                            GListModel          *highlights,
                                            GError             **error);
gboolean     cp_library_remove_highlight   (CpLibrary           *self,
                                            const char          *id,
                                            const char          *highlight_id,
                                            GError             **error);
char       **cp_library_annotate           (CpLibrary           *self,
                                            GPtrArray           *annotations,
                                            guint               *n_pending,
                                            GError             **error);
gboolean     cp_library_save_tags          (CpLibrary           *self,
                                            const char          *id,
                                            const char * const  *tags,
                                            GError             **error);
char       **cp_library_list_tags          (CpLibrary           *self,
                                            GError             **error);

G_END_DECLS
