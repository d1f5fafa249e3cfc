/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annotations become highlights of their articles, or wait as rows for these to come. */

#pragma once

#include "cp-annotation.h"
#include "cp-sqlite-database.h"

G_BEGIN_DECLS

gboolean cp_sqlite_annotations_store  (CpSqliteDatabase  *database,
                                       GPtrArray         *annotations,
                                       GHashTable        *ids,
                                       guint             *n_pending,
                                       GError           **error);
gboolean cp_sqlite_annotations_attach (CpSqliteDatabase  *database,
                                       gint64             number,
                                       CpArticle         *article,
                                       GError           **error);

G_END_DECLS
