/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why passages of two articles were laid side by side, and in what they visibly differ, in words. */

#pragma once

#include "cp-comparison.h"

G_BEGIN_DECLS

char *cp_alignment_text_dup_markup (CpComparison    *comparison,
                                    CpComparedTheme *theme);

G_END_DECLS
