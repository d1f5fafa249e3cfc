/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connection to a library's database file: transactions, and errors that a reviewer understands. */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _CpSqliteDatabase CpSqliteDatabase;
typedef struct _CpSqliteStatement CpSqliteStatement;

CpSqliteDatabase  *cp_sqlite_database_open        (const char         *folder,
                                                   int                 patience,
                                                   GError            **error);
void               cp_sqlite_database_free        (CpSqliteDatabase   *self);
const char        *cp_sqlite_database_get_folder  (CpSqliteDatabase   *self);
gboolean           cp_sqlite_database_try_alone   (CpSqliteDatabase   *self);

gboolean           cp_sqlite_database_run_script  (CpSqliteDatabase   *self,
                                                   const char         *sql,
                                                   GError            **error);
gboolean           cp_sqlite_database_run_on      (CpSqliteDatabase   *self,
                                                   const char         *sql,
                                                   gint64              number,
                                                   GError            **error);
gboolean           cp_sqlite_database_begin_read  (CpSqliteDatabase   *self,
                                                   GError            **error);
gboolean           cp_sqlite_database_begin_write (CpSqliteDatabase   *self,
                                                   GError            **error);
gboolean           cp_sqlite_database_end         (CpSqliteDatabase   *self,
                                                   gboolean            success,
                                                   GError            **error);
gint64             cp_sqlite_database_get_last_id (CpSqliteDatabase   *self);
sqlite3           *cp_sqlite_database_get_handle  (CpSqliteDatabase   *self);
void               cp_sqlite_database_set_error   (CpSqliteDatabase   *self,
                                                   int                 result,
                                                   GError            **error);
void               cp_sqlite_database_set_damaged (CpSqliteDatabase   *self,
                                                   GError            **error);

CpSqliteStatement *cp_sqlite_database_prepare     (CpSqliteDatabase   *self,
                                                   const char         *sql);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpSqliteDatabase, cp_sqlite_database_free)

G_END_DECLS
