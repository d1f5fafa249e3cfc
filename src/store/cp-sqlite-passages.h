/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages as columns. */

#pragma once

#include "cp-passage.h"
#include "cp-sqlite-statement.h"

G_BEGIN_DECLS

/* In this order, wherever passages are kept. */
#define CP_SQLITE_PASSAGE_COLUMNS "first, last, paragraph, quote, prefix, suffix"

void       cp_sqlite_passages_bind (CpSqliteStatement *statement,
                                    int                parameter,
                                    CpPassage         *passage);
CpPassage *cp_sqlite_passages_make (CpSqliteStatement *row,
                                    int                column);

G_END_DECLS
