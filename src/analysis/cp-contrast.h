/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the articles against each other: what belongs to one of them, and what is copied. */

#pragma once

#include "cp-collation.h"
#include "cp-comparison.h"

G_BEGIN_DECLS

void   cp_contrast_add_keywords        (CpCollation  *collation,
                                        CpComparison *comparison);
double cp_contrast_measure_containment (CpCollation  *collation);

G_END_DECLS
