/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files being imported: a list of jobs, worked off the main thread. */

#pragma once

#include <gio/gio.h>

#include "cp-analyzer.h"
#include "cp-import-job.h"
#include "cp-importer.h"
#include "cp-library.h"

G_BEGIN_DECLS

#define CP_TYPE_IMPORT_QUEUE (cp_import_queue_get_type ())
G_DECLARE_FINAL_TYPE (CpImportQueue, cp_import_queue, CP, IMPORT_QUEUE, GObject)

CpImportQueue *cp_import_queue_new          (CpLibrary      *library,
                                             CpImporter     *importer,
                                             CpAnalyzer     *analyzer);

void           cp_import_queue_add          (CpImportQueue  *self,
                                             GFile         **files,
                                             guint           n_files);
void           cp_import_queue_add_bytes    (CpImportQueue  *self,
                                             GBytes         *bytes,
                                             const char     *name);
void           cp_import_queue_cancel       (CpImportQueue  *self);
void           cp_import_queue_clear        (CpImportQueue  *self);
gboolean       cp_import_queue_get_running  (CpImportQueue  *self);
guint          cp_import_queue_get_n_total  (CpImportQueue  *self);
guint          cp_import_queue_get_n_done   (CpImportQueue  *self);
guint          cp_import_queue_get_n_failed (CpImportQueue  *self);
double         cp_import_queue_get_fraction (CpImportQueue  *self);
double         cp_import_queue_get_rate     (CpImportQueue  *self);

G_END_DECLS
