/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a worker does with one file: read it, find its themes, store both. */

#pragma once

#include "cp-analyzer.h"
#include "cp-import-job.h"
#include "cp-importer.h"
#include "cp-library.h"

G_BEGIN_DECLS

/**
 * CpImportWork:
 * @importer: reads the file
 * @analyzer: suggests the themes
 * @library: keeps them
 * @file: the file
 * @cancellable: stops the work as long as nothing is stored
 * @state: what became of it, once done
 * @imported: (nullable): what was read out of the file
 * @article: (nullable): the article as the library has it now
 * @message: (nullable): why it was skipped or failed
 *
 * One file's way. Belongs to the worker's thread while that runs, and to the main thread before and after.
 */
typedef struct
{
  CpImporter    *importer;
  CpAnalyzer    *analyzer;
  CpLibrary     *library;
  GFile         *file;
  GCancellable  *cancellable;

  CpImportState  state;
  CpImported    *imported;
  CpArticle     *article;
  char          *message;
} CpImportWork;

CpImportWork *cp_import_work_new  (CpImporter   *importer,
                                   CpAnalyzer   *analyzer,
                                   CpLibrary    *library,
                                   GFile        *file,
                                   GCancellable *cancellable);
void          cp_import_work_free (CpImportWork *self);
void          cp_import_work_run  (CpImportWork *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpImportWork, cp_import_work_free)

G_END_DECLS
