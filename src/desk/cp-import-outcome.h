/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of one piece on its way into the library. */

#pragma once

#include "cp-article.h"
#include "cp-import-job.h"

G_BEGIN_DECLS

/**
 * CpImportOutcome:
 * @path: the file, and where in it the piece is, to be shown
 * @state: whether it is in the library now
 * @article: (nullable): the article as the library has it
 * @message: (nullable): why it was skipped or failed
 * @kept: (array zero-terminated=1): what was kept of it, in phrases
 * @dropped: (array zero-terminated=1): what was left out of the text, in phrases
 * @annotated: (nullable) (array zero-terminated=1): ids of the saved articles that gained highlights
 */
typedef struct
{
  char           *path;
  CpImportState   state;
  CpArticle      *article;
  char           *message;
  char          **kept;
  char          **dropped;
  char          **annotated;
} CpImportOutcome;

CpImportOutcome *cp_import_outcome_new  (const char      *path,
                                         CpImportState    state);
void             cp_import_outcome_free (CpImportOutcome *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpImportOutcome, cp_import_outcome_free)

G_END_DECLS
