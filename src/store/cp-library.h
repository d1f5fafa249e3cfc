/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All saved articles with their originals and themes, behind an interface that knows no database. */

#pragma once

#include "cp-article.h"
#include "cp-error.h"
#include "cp-hit.h"
#include "cp-theme.h"

G_BEGIN_DECLS

#define CP_TYPE_LIBRARY (cp_library_get_type ())
G_DECLARE_INTERFACE (CpLibrary, cp_library, CP, LIBRARY, GObject)

/**
 * CpLibraryInterface:
 *
 * What a database offers to be a library; see the functions of the same names. The functions are called from
 * several threads, also at once.
 */
struct _CpLibraryInterface
{
  GTypeInterface parent_iface;

  gboolean    (*add)          (CpLibrary           *self,
                               CpArticle           *article,
                               GBytes              *original,
                               const char          *media_type,
                               GListModel          *themes,
                               GError             **error);
  gboolean    (*contains)     (CpLibrary           *self,
                               const char          *id);
  CpArticle  *(*get)          (CpLibrary           *self,
                               const char          *id,
                               GError             **error);
  GPtrArray  *(*list)         (CpLibrary           *self,
                               GError             **error);
  GBytes     *(*dup_original) (CpLibrary           *self,
                               const char          *id,
                               GError             **error);
  gboolean    (*remove)       (CpLibrary           *self,
                               const char          *id,
                               GError             **error);
  gboolean    (*restore)      (CpLibrary           *self,
                               const char          *id,
                               GError             **error);
  GPtrArray  *(*search)       (CpLibrary           *self,
                               const char          *query,
                               guint                max,
                               GError             **error);
  GListModel *(*load_themes)  (CpLibrary           *self,
                               const char          *id,
                               GError             **error);
  gboolean    (*save_themes)  (CpLibrary           *self,
                               const char          *id,
                               GListModel          *themes,
                               GError             **error);
  gboolean    (*save_tags)    (CpLibrary           *self,
                               const char          *id,
                               const char * const  *tags,
                               GError             **error);
  char      **(*list_tags)    (CpLibrary           *self,
                               GError             **error);
};

CpLibrary   *cp_library_open               (const char          *folder,
                                            GError             **error);
char        *cp_library_dup_default_folder (void);

gboolean     cp_library_add                (CpLibrary           *self,
                                            CpArticle           *article,
                                            GBytes              *original,
                                            const char          *media_type,
                                            GListModel          *themes,
                                            GError             **error);
gboolean     cp_library_contains           (CpLibrary           *self,
                                            const char          *id);
CpArticle   *cp_library_get                (CpLibrary           *self,
                                            const char          *id,
                                            GError             **error);
GPtrArray   *cp_library_list               (CpLibrary           *self,
                                            GError             **error);
GBytes      *cp_library_dup_original       (CpLibrary           *self,
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

GListModel  *cp_library_load_themes        (CpLibrary           *self,
                                            const char          *id,
                                            GError             **error);
gboolean     cp_library_save_themes        (CpLibrary           *self,
                                            const char          *id,
                                            GListModel          *themes,
                                            GError             **error);
gboolean     cp_library_save_tags          (CpLibrary           *self,
                                            const char          *id,
                                            const char * const  *tags,
                                            GError             **error);
char       **cp_library_list_tags          (CpLibrary           *self,
                                            GError             **error);

G_END_DECLS
