/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article as the HTML page of the reader view. */

#pragma once

#include "cp-article.h"

G_BEGIN_DECLS

char *cp_reader_page_new (CpArticle  *article,
                          const char *css,
                          GPtrArray  *resources,
                          gboolean    aside);

G_END_DECLS
