/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the files of an import, to be saved. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CpImportReportFormat:
 * @CP_IMPORT_REPORT_TEXT: lines to be read
 * @CP_IMPORT_REPORT_CSV: a table for spreadsheets (RFC 4180), in UTF-8
 */
typedef enum
{
  CP_IMPORT_REPORT_TEXT,
  CP_IMPORT_REPORT_CSV,
} CpImportReportFormat;

CpImportReportFormat  cp_import_report_format_from_name (const char           *name);
char                 *cp_import_report_write            (GListModel           *jobs,
                                                         CpImportReportFormat  format);

G_END_DECLS
