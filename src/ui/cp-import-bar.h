/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that tells how an import goes, and afterwards what could not be imported and why. */

#pragma once

#include <adwaita.h>

#include "cp-import-queue.h"

G_BEGIN_DECLS

#define CP_TYPE_IMPORT_BAR (cp_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (CpImportBar, cp_import_bar, CP, IMPORT_BAR, AdwBin)

void cp_import_bar_set_queue    (CpImportBar   *self,
                                 CpImportQueue *queue);
void cp_import_bar_show_problem (CpImportBar   *self,
                                 const char    *sentence);

G_END_DECLS
