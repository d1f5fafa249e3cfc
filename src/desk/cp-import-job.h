/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One piece on its way into the library, and what became of it. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CpImportState:
 * @CP_IMPORT_WAITING: its turn has not come
 * @CP_IMPORT_READING: it is being read, analysed and stored
 * @CP_IMPORT_DONE: its article is in the library
 * @CP_IMPORT_SKIPPED: the library had the same bytes already
 * @CP_IMPORT_FAILED: it could not be imported; see cp_import_job_get_message()
 * @CP_IMPORT_CANCELLED: the reviewer stopped the import before its turn was over
 */
typedef enum
{
  CP_IMPORT_WAITING,
  CP_IMPORT_READING,
  CP_IMPORT_DONE,
  CP_IMPORT_SKIPPED,
  CP_IMPORT_FAILED,
  CP_IMPORT_CANCELLED,
} CpImportState;

#define CP_TYPE_IMPORT_JOB (cp_import_job_get_type ())
G_DECLARE_FINAL_TYPE (CpImportJob, cp_import_job, CP, IMPORT_JOB, GObject)

CpImportJob        *cp_import_job_new            (GFile              *file);
CpImportJob        *cp_import_job_new_for_bytes  (GBytes             *bytes,
                                                  const char         *name);

GFile              *cp_import_job_get_file       (CpImportJob        *self);
GBytes             *cp_import_job_dup_bytes      (CpImportJob        *self);
const char         *cp_import_job_get_name       (CpImportJob        *self);
const char         *cp_import_job_get_path       (CpImportJob        *self);
void                cp_import_job_set_path       (CpImportJob        *self,
                                                  const char         *path);
CpImportState       cp_import_job_get_state      (CpImportJob        *self);
gboolean            cp_import_job_is_over        (CpImportJob        *self);
const char         *cp_import_job_get_article_id (CpImportJob        *self);
const char         *cp_import_job_get_title      (CpImportJob        *self);
const char         *cp_import_job_get_message    (CpImportJob        *self);
const char * const *cp_import_job_get_kept       (CpImportJob        *self);
const char * const *cp_import_job_get_dropped    (CpImportJob        *self);

void                cp_import_job_begin          (CpImportJob        *self);
void                cp_import_job_finish         (CpImportJob        *self,
                                                  CpImportState       state,
                                                  const char         *article_id,
                                                  const char         *title,
                                                  const char         *message);
void                cp_import_job_set_report     (CpImportJob        *self,
                                                  const char * const *kept,
                                                  const char * const *dropped);

G_END_DECLS
