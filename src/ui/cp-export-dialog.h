/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview of a review summary, and the way to save it. */

#pragma once

#include <adwaita.h>

#include "cp-report.h"

G_BEGIN_DECLS

#define CP_TYPE_EXPORT_DIALOG (cp_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CpExportDialog, cp_export_dialog, CP, EXPORT_DIALOG, AdwWindow)

GtkWindow *cp_export_dialog_new (GtkWindow *parent,
                                 CpReport  *report);

G_END_DECLS
