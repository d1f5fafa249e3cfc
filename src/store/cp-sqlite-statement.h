/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One statement of SQL, prepared once and run often. */

#pragma once

#include "cp-sqlite-database.h"

G_BEGIN_DECLS

CpSqliteStatement  *cp_sqlite_statement_new          (CpSqliteDatabase   *database,
                                                      const char         *sql);
void                cp_sqlite_statement_free         (CpSqliteStatement  *self);
void                cp_sqlite_statement_prepare      (CpSqliteStatement  *self);
void                cp_sqlite_statement_release      (CpSqliteStatement  *self);

void                cp_sqlite_statement_bind_int     (CpSqliteStatement  *self,
                                                      int                 parameter,
                                                      gint64              value);
void                cp_sqlite_statement_bind_real    (CpSqliteStatement  *self,
                                                      int                 parameter,
                                                      double              value);
void                cp_sqlite_statement_bind_text    (CpSqliteStatement  *self,
                                                      int                 parameter,
                                                      const char         *value);
void                cp_sqlite_statement_bind_bytes   (CpSqliteStatement  *self,
                                                      int                 parameter,
                                                      GBytes             *value);

gboolean            cp_sqlite_statement_next         (CpSqliteStatement  *self);
gboolean            cp_sqlite_statement_check        (CpSqliteStatement  *self,
                                                      GError            **error);
gboolean            cp_sqlite_statement_run          (CpSqliteStatement  *self,
                                                      GError            **error);
char              **cp_sqlite_statement_run_strings  (CpSqliteStatement  *self,
                                                      GError            **error);
gint64              cp_sqlite_statement_get_int      (CpSqliteStatement  *self,
                                                      int                 column);
double              cp_sqlite_statement_get_real     (CpSqliteStatement  *self,
                                                      int                 column);
char               *cp_sqlite_statement_dup_text     (CpSqliteStatement  *self,
                                                      int                 column);
GBytes             *cp_sqlite_statement_dup_bytes    (CpSqliteStatement  *self,
                                                      int                 column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpSqliteStatement, cp_sqlite_statement_release)

G_END_DECLS
