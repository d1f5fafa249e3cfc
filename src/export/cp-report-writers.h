/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats in which a report is written. */

#pragma once

#include "cp-report-node.h"

G_BEGIN_DECLS

char *cp_report_write_html     (CpReportNode *document);
char *cp_report_write_markdown (CpReportNode *document);

G_END_DECLS
