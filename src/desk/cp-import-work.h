/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a worker does with one file: read each piece in it, find its themes, store both. */

#pragma once

#include "cp-analyzer.h"
#include "cp-import-outcome.h"
#include "cp-importer.h"
#include "cp-library.h"

G_BEGIN_DECLS

/**
 * CpImportOutcomeFunc:
 * @outcome: (transfer full): what became of a piece
 *
 * Called in the worker's thread as soon as a piece is done.
 */
typedef void (*CpImportOutcomeFunc) (CpImportOutcome *outcome,
                                     gpointer         user_data);

/**
 * CpImportWork:
 * @importer: reads the file
 * @analyzer: suggests the themes
 * @library: keeps them
 * @file: the file; %NULL when there are bytes
 * @bytes: the contents; %NULL when there is a file
 * @name: how messages name the contents
 * @cancellable: stops the work between two pieces, and as long as nothing of a piece is stored
 * @func: told of each piece
 * @user_data: handed to @func
 *
 * One file's way. Belongs to the worker's thread while that runs, and to the main thread before and after.
 */
typedef struct
{
  CpImporter          *importer;
  CpAnalyzer          *analyzer;
  CpLibrary           *library;
  GFile               *file;
  GBytes              *bytes;
  char                *name;
  GCancellable        *cancellable;
  CpImportOutcomeFunc  func;
  gpointer             user_data;
} CpImportWork;

CpImportWork *cp_import_work_new  (CpImporter          *importer,
                                   CpAnalyzer          *analyzer,
                                   CpLibrary           *library,
                                   CpImportJob         *job,
                                   GCancellable        *cancellable,
                                   CpImportOutcomeFunc  func,
                                   gpointer             user_data);
void          cp_import_work_free (CpImportWork        *self);
void          cp_import_work_run  (CpImportWork        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpImportWork, cp_import_work_free)

G_END_DECLS
