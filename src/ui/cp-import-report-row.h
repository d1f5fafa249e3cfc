/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file in the report of an import: what became of it, what was kept and dropped, why it failed. */

#pragma once

#include <adwaita.h>

#include "cp-import-job.h"

G_BEGIN_DECLS

#define CP_TYPE_IMPORT_REPORT_ROW (cp_import_report_row_get_type ())
G_DECLARE_FINAL_TYPE (CpImportReportRow, cp_import_report_row, CP, IMPORT_REPORT_ROW, AdwBin)

GtkWidget  *cp_import_report_row_new     (void);

void        cp_import_report_row_set_job (CpImportReportRow *self,
                                          CpImportJob       *job);

G_END_DECLS
