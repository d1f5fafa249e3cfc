/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words in which results are told, the same in reports, window and command line. */

#pragma once

#include "cp-alignment.h"
#include "cp-block.h"
#include "cp-field.h"
#include "cp-theme.h"

G_BEGIN_DECLS

const char *cp_wording_provenance     (CpProvenance  provenance);
const char *cp_wording_cue_kind       (CpCueKind     kind);
const char *cp_wording_furniture      (CpFurniture   furniture);
char       *cp_wording_dup_evidence   (CpEvidence    evidence,
                                       const char   *detail);
const char *cp_wording_not_addressed  (void);
char       *cp_wording_dup_piece_name (guint         piece);
char       *cp_wording_dup_piece      (guint         piece,
                                       const char   *title);
char       *cp_wording_dup_opening    (const char   *term);
char       *cp_wording_dup_share      (double        share);
char       *cp_wording_dup_quoted     (const char   *text);
char       *cp_wording_dup_excerpt    (const char   *text,
                                       int           max_length);

G_END_DECLS
