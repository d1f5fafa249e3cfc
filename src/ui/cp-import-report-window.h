/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of each file of an import, to be looked through and saved. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CP_TYPE_IMPORT_REPORT_WINDOW (cp_import_report_window_get_type ())
G_DECLARE_FINAL_TYPE (CpImportReportWindow, cp_import_report_window, CP, IMPORT_REPORT_WINDOW, AdwWindow)

GtkWindow *cp_import_report_window_new (GtkWindow  *parent,
                                        GListModel *jobs);

G_END_DECLS
