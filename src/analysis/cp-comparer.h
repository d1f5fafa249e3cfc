/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays articles side by side: what they share, what only one has, and where the cues differ. */

#pragma once

#include "cp-comparison.h"

G_BEGIN_DECLS

#define CP_TYPE_COMPARER (cp_comparer_get_type ())
G_DECLARE_FINAL_TYPE (CpComparer, cp_comparer, CP, COMPARER, GObject)

CpComparer   *cp_comparer_new     (void);

CpComparison *cp_comparer_compare (CpComparer    *self,
                                   GPtrArray     *articles,
                                   GPtrArray     *themes,
                                   GCancellable  *cancellable,
                                   GError       **error);

G_END_DECLS
