/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts that summaries of one piece and of several are built from. */

#pragma once

#include "cp-comparison.h"
#include "cp-report-node.h"

G_BEGIN_DECLS

typedef struct _CpReportQuotes CpReportQuotes;

CpReportQuotes *cp_report_quotes_new          (gboolean        several_pieces);
void            cp_report_quotes_free         (CpReportQuotes *self);
guint           cp_report_quotes_number       (CpReportQuotes *self,
                                               guint           piece,
                                               CpPassage      *passage);

CpReportNode   *cp_report_build_article       (CpArticle      *article,
                                               GListModel     *themes,
                                               GDateTime      *now);
CpReportNode   *cp_report_build_comparison    (CpComparison   *comparison,
                                               GDateTime      *now);

void            cp_report_append_blank        (CpReportNode   *parent);
void            cp_report_append_citation     (CpReportNode   *parent,
                                               CpArticle      *article);
void            cp_report_append_theme_remark (CpReportNode   *parent,
                                               CpTheme        *theme);
void            cp_report_append_quote        (CpReportNode   *parent,
                                               CpReportQuotes *quotes,
                                               guint           piece,
                                               CpArticle      *article,
                                               CpPassage      *passage);
void            cp_report_append_quotes       (CpReportNode   *parent,
                                               CpReportQuotes *quotes,
                                               guint           piece,
                                               CpArticle      *article,
                                               CpTheme        *theme);
void            cp_report_append_references   (CpReportNode   *parent,
                                               CpReportQuotes *quotes,
                                               guint           piece,
                                               CpTheme        *theme);

CpReportNode   *cp_report_append_method       (CpReportNode   *parent,
                                               GDateTime      *now);
void            cp_report_append_provenance   (CpReportNode   *parent,
                                               CpArticle      *article,
                                               GListModel     *themes);
void            cp_report_append_reading_key  (CpReportNode   *parent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpReportQuotes, cp_report_quotes_free)

G_END_DECLS
