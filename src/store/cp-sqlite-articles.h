/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles and their originals as rows. */

#pragma once

#include "cp-article.h"
#include "cp-sqlite-database.h"

G_BEGIN_DECLS

gboolean   cp_sqlite_articles_insert       (CpSqliteDatabase    *database,
                                            CpArticle           *article,
                                            GBytes              *original,
                                            const char          *media_type,
                                            gint64              *number,
                                            GError             **error);
CpArticle *cp_sqlite_articles_read         (CpSqliteDatabase    *database,
                                            const char          *id,
                                            GError             **error);
gboolean   cp_sqlite_articles_read_all     (CpSqliteDatabase    *database,
                                            GPtrArray           *articles,
                                            GError             **error);
gboolean   cp_sqlite_articles_replace_tags (CpSqliteDatabase    *database,
                                            gint64               number,
                                            const char * const  *tags,
                                            GError             **error);
gboolean   cp_sqlite_articles_purge        (CpSqliteDatabase    *database,
                                            GError             **error);

G_END_DECLS
