/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces, themes and a comparison for the tests of reports. */

#pragma once

#include "cp-report.h"

G_BEGIN_DECLS

CpArticle    *fixture_new_ferry_article      (void);
CpArticle    *fixture_new_bridge_article     (void);
GListModel   *fixture_new_ferry_themes       (CpArticle  *article);
CpComparison *fixture_new_comparison         (void);
CpArticle    *fixture_new_hostile_article    (const char *text);
GListModel   *fixture_new_hostile_themes     (CpArticle  *article,
                                              const char *label);
CpComparison *fixture_new_hostile_comparison (const char *text);
GDateTime    *fixture_new_now                (void);

G_END_DECLS
