/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of the articles' words. */

#pragma once

#include "cp-article.h"
#include "cp-sqlite-database.h"

G_BEGIN_DECLS

gboolean   cp_sqlite_search_index       (CpSqliteDatabase    *database,
                                         gint64               number,
                                         CpArticle           *article,
                                         GError             **error);
gboolean   cp_sqlite_search_index_metadata (CpSqliteDatabase *database,
                                         gint64               number,
                                         CpArticle           *article,
                                         GError             **error);
gboolean   cp_sqlite_search_index_text  (CpSqliteDatabase    *database,
                                         gint64               number,
                                         const char          *text,
                                         GError             **error);
gboolean   cp_sqlite_search_index_tags  (CpSqliteDatabase    *database,
                                         gint64               number,
                                         const char * const  *tags,
                                         GError             **error);
char      *cp_sqlite_search_build_match (const char          *query);
GPtrArray *cp_sqlite_search_run         (CpSqliteDatabase    *database,
                                         const char          *query,
                                         guint                max,
                                         GError             **error);

G_END_DECLS
