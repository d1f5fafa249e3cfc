/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open library at work: all that the window and the command line both drive. */

#pragma once

#include "cp-comparison.h"
#include "cp-history.h"
#include "cp-import-queue.h"
#include "cp-imported.h"
#include "cp-library.h"
#include "cp-revision.h"

G_BEGIN_DECLS

#define CP_TYPE_DESK (cp_desk_get_type ())
G_DECLARE_FINAL_TYPE (CpDesk, cp_desk, CP, DESK, GObject)

CpDesk         *cp_desk_new                (CpLibrary            *library);

CpLibrary      *cp_desk_get_library        (CpDesk               *self);
CpImportQueue  *cp_desk_get_import_queue   (CpDesk               *self);
CpHistory      *cp_desk_get_history        (CpDesk               *self);

gboolean        cp_desk_load               (CpDesk               *self,
                                            GError              **error);
void            cp_desk_load_async         (CpDesk               *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean        cp_desk_load_finish        (CpDesk               *self,
                                            GAsyncResult         *result,
                                            GError              **error);
GListModel     *cp_desk_list_articles      (CpDesk               *self);
CpArticle      *cp_desk_get_article        (CpDesk               *self,
                                            const char           *id);

void            cp_desk_import             (CpDesk               *self,
                                            GFile               **files,
                                            guint                 n_files);
void            cp_desk_import_bytes       (CpDesk               *self,
                                            GBytes               *bytes,
                                            const char           *name);
CpImported     *cp_desk_open_unsaved       (CpDesk               *self,
                                            GFile                *file,
                                            GError              **error);

GListModel     *cp_desk_get_themes         (CpDesk               *self,
                                            CpArticle            *article);
GListModel     *cp_desk_load_themes        (CpDesk               *self,
                                            CpArticle            *article,
                                            GError              **error);
void            cp_desk_load_themes_async  (CpDesk               *self,
                                            CpArticle            *article,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GListModel     *cp_desk_load_themes_finish (CpDesk               *self,
                                            GAsyncResult         *result,
                                            GError              **error);
GListModel     *cp_desk_get_highlights     (CpDesk               *self,
                                            CpArticle            *article);
char          **cp_desk_dup_keyphrases     (CpDesk               *self,
                                            CpArticle            *article,
                                            guint                 max);

void            cp_desk_show_original_async   (CpDesk               *self,
                                               CpArticle            *article,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
char           *cp_desk_show_original_finish  (CpDesk               *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void            cp_desk_load_resources_async  (CpDesk               *self,
                                               CpArticle            *article,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GPtrArray      *cp_desk_load_resources_finish (CpDesk               *self,
                                               GAsyncResult         *result,
                                               GError              **error);
GPtrArray      *cp_desk_list_revisions        (CpDesk               *self,
                                               CpArticle            *article,
                                               GError              **error);

CpComparison   *cp_desk_compare            (CpDesk               *self,
                                            CpArticle           **articles,
                                            guint                 n_articles,
                                            GError              **error);
void            cp_desk_compare_async      (CpDesk               *self,
                                            CpArticle           **articles,
                                            guint                 n_articles,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
CpComparison   *cp_desk_compare_finish     (CpDesk               *self,
                                            GAsyncResult         *result,
                                            GError              **error);

GPtrArray      *cp_desk_search             (CpDesk               *self,
                                            const char           *query,
                                            guint                 max,
                                            GError              **error);
void            cp_desk_search_async       (CpDesk               *self,
                                            const char           *query,
                                            guint                 max,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray      *cp_desk_search_finish      (CpDesk               *self,
                                            GAsyncResult         *result,
                                            GError              **error);

gboolean        cp_desk_accept_theme       (CpDesk               *self,
                                            CpArticle            *article,
                                            CpTheme              *theme);
gboolean        cp_desk_rename_theme       (CpDesk               *self,
                                            CpArticle            *article,
                                            CpTheme              *theme,
                                            const char           *label);
gboolean        cp_desk_remove_theme       (CpDesk               *self,
                                            CpArticle            *article,
                                            CpTheme              *theme);
gboolean        cp_desk_set_tags           (CpDesk               *self,
                                            CpArticle            *article,
                                            const char * const   *tags);
gboolean        cp_desk_set_field          (CpDesk               *self,
                                            CpArticle            *article,
                                            CpField               field,
                                            const char           *value);
gboolean        cp_desk_set_block_role     (CpDesk               *self,
                                            CpArticle            *article,
                                            guint                 position,
                                            CpBlockRole           role);
gboolean        cp_desk_add_highlight      (CpDesk               *self,
                                            CpArticle            *article,
                                            CpPassage            *passage,
                                            const char           *note);
gboolean        cp_desk_remove_highlight   (CpDesk               *self,
                                            CpArticle            *article,
                                            CpHighlight          *highlight);
gboolean        cp_desk_set_note           (CpDesk               *self,
                                            CpArticle            *article,
                                            CpHighlight          *highlight,
                                            const char           *note);
gboolean        cp_desk_remove_article     (CpDesk               *self,
                                            CpArticle            *article);

G_END_DECLS
