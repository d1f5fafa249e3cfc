/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar above a text in which words are found: an entry, the count, and the way from one place to the next. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CP_TYPE_FIND_BAR (cp_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (CpFindBar, cp_find_bar, CP, FIND_BAR, AdwBin)

void cp_find_bar_open        (CpFindBar *self);
void cp_find_bar_set_outcome (CpFindBar *self,
                              int        position,
                              int        count);

G_END_DECLS
