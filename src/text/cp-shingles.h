/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The word sequences of a text as numbers, to find how much of it stands in another. */

#pragma once

#include "cp-words.h"

G_BEGIN_DECLS

#define CP_SHINGLE_WORDS 5

GArray *cp_shingles_collect     (CpWords *words);
double  cp_shingles_containment (GArray  *a,
                                 GArray  *b);

G_END_DECLS
