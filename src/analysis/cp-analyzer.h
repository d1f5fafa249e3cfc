/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what an article is about: its themes with their passages, and its key phrases. */

#pragma once

#include "cp-article.h"
#include "cp-theme.h"

G_BEGIN_DECLS

#define CP_TYPE_ANALYZER (cp_analyzer_get_type ())
G_DECLARE_FINAL_TYPE (CpAnalyzer, cp_analyzer, CP, ANALYZER, GObject)

CpAnalyzer  *cp_analyzer_new             (void);

GListModel  *cp_analyzer_suggest_themes  (CpAnalyzer    *self,
                                          CpArticle     *article,
                                          GCancellable  *cancellable,
                                          GError       **error);
char       **cp_analyzer_list_keyphrases (CpAnalyzer    *self,
                                          CpArticle     *article,
                                          guint          max_phrases);

G_END_DECLS
