/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a library, and the way from each version of them to the next. */

#pragma once

#include "cp-sqlite-database.h"

G_BEGIN_DECLS

gboolean cp_sqlite_schema_migrate    (CpSqliteDatabase    *database,
                                      GError             **error);
gboolean cp_sqlite_schema_migrate_by (CpSqliteDatabase    *database,
                                      const char * const  *migrations,
                                      guint                n_migrations,
                                      GError             **error);

G_END_DECLS
