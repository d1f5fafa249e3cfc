/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The highlights of articles as rows. */

#pragma once

#include <gio/gio.h>

#include "cp-highlight.h"
#include "cp-sqlite-database.h"

G_BEGIN_DECLS

gboolean    cp_sqlite_highlights_save   (CpSqliteDatabase  *database,
                                         gint64             article,
                                         GListModel        *highlights,
                                         GError           **error);
gboolean    cp_sqlite_highlights_remove (CpSqliteDatabase  *database,
                                         gint64             article,
                                         const char        *id,
                                         GError           **error);
gboolean    cp_sqlite_highlights_move   (CpSqliteDatabase  *database,
                                         gint64             number,
                                         CpArticle         *article,
                                         GListModel        *moved,
                                         GError           **error);
GListModel *cp_sqlite_highlights_read   (CpSqliteDatabase  *database,
                                         gint64             article,
                                         GError           **error);
gboolean    cp_sqlite_highlights_add    (CpSqliteDatabase  *database,
                                         gint64             article,
                                         CpHighlight       *highlight,
                                         gboolean          *added,
                                         GError           **error);

G_END_DECLS
