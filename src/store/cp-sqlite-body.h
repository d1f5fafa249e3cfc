/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What articles consist of, as rows: blocks, pictures, and where the metadata come from. */

#pragma once

#include "cp-article.h"
#include "cp-sqlite-database.h"

G_BEGIN_DECLS

gboolean cp_sqlite_body_insert           (CpSqliteDatabase  *database,
                                          gint64             number,
                                          CpArticle         *article,
                                          GError           **error);
gboolean cp_sqlite_body_read             (CpSqliteDatabase  *database,
                                          gint64             number,
                                          CpArticle         *article,
                                          GError           **error);
gboolean cp_sqlite_body_update_roles     (CpSqliteDatabase  *database,
                                          gint64             number,
                                          CpArticle         *article,
                                          GError           **error);
gboolean cp_sqlite_body_replace_evidence (CpSqliteDatabase  *database,
                                          gint64             number,
                                          CpArticle         *article,
                                          GError           **error);
gboolean cp_sqlite_body_is_same          (CpSqliteDatabase  *database,
                                          gint64             number,
                                          CpArticle         *article);

G_END_DECLS
