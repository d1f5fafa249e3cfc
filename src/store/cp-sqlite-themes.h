/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The themes of an article as rows. */

#pragma once

#include <gio/gio.h>

#include "cp-sqlite-database.h"

G_BEGIN_DECLS

gboolean    cp_sqlite_themes_replace (CpSqliteDatabase  *database,
                                      gint64             article,
                                      GListModel        *themes,
                                      GError           **error);
GListModel *cp_sqlite_themes_read    (CpSqliteDatabase  *database,
                                      gint64             article,
                                      GError           **error);

G_END_DECLS
