/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligned passages: sentences of two articles that speak of the same matter, and why. */

#pragma once

#include "cp-collation.h"
#include "cp-comparison.h"

G_BEGIN_DECLS

void cp_aligner_add_alignments (CpCollation  *collation,
                                CpComparison *comparison,
                                GCancellable *cancellable);

G_END_DECLS
