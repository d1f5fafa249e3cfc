/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A review summary: what one piece is about or how several compare, for another person to check line by line. */

#pragma once

#include "cp-comparison.h"
#include "cp-report-node.h"

G_BEGIN_DECLS

typedef enum
{
  CP_REPORT_HTML,
  CP_REPORT_MARKDOWN,
} CpReportFormat;

#define CP_TYPE_REPORT (cp_report_get_type ())
G_DECLARE_FINAL_TYPE (CpReport, cp_report, CP, REPORT, GObject)

CpReport     *cp_report_new_for_article    (CpArticle       *article,
                                            GListModel      *themes,
                                            GDateTime       *now);
CpReport     *cp_report_new_for_comparison (CpComparison    *comparison,
                                            GDateTime       *now);

const char   *cp_report_get_title          (CpReport        *self);
CpReportNode *cp_report_get_document       (CpReport        *self);
char         *cp_report_to_string          (CpReport        *self,
                                            CpReportFormat   format);
gboolean      cp_report_save               (CpReport        *self,
                                            GFile           *file,
                                            CpReportFormat   format,
                                            GError         **error);

gboolean      cp_report_format_from_name   (const char      *name,
                                            CpReportFormat  *format);
const char   *cp_report_format_suffix      (CpReportFormat   format);

G_END_DECLS
