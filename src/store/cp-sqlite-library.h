/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library in an SQLite database. */

#pragma once

#include "cp-library.h"

G_BEGIN_DECLS

#define CP_TYPE_SQLITE_LIBRARY (cp_sqlite_library_get_type ())
G_DECLARE_FINAL_TYPE (CpSqliteLibrary, cp_sqlite_library, CP, SQLITE_LIBRARY, GObject)

CpLibrary *cp_sqlite_library_new (const char  *folder,
                                  int          patience,
                                  GError     **error);

G_END_DECLS
