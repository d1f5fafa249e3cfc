/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader is told about an article in a line: who, where, when, how long. */

#pragma once

#include "cp-article.h"

G_BEGIN_DECLS

char *cp_citation_dup_date         (const char *published);
char *cp_citation_dup_reading_time (CpArticle  *article);
char *cp_citation_dup_line         (CpArticle  *article);

G_END_DECLS
