/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes that articles were read from, and the files that came with them, as rows. */

#pragma once

#include "cp-sqlite-database.h"

G_BEGIN_DECLS

char      *cp_sqlite_originals_insert           (CpSqliteDatabase  *database,
                                                 GBytes            *bytes,
                                                 GError           **error);
GBytes    *cp_sqlite_originals_read             (CpSqliteDatabase  *database,
                                                 gint64             article,
                                                 char             **media_type,
                                                 GError           **error);
gboolean   cp_sqlite_originals_insert_resources (CpSqliteDatabase  *database,
                                                 gint64             article,
                                                 GPtrArray         *resources,
                                                 GError           **error);
GPtrArray *cp_sqlite_originals_read_resources   (CpSqliteDatabase  *database,
                                                 gint64             article,
                                                 GError           **error);

G_END_DECLS
