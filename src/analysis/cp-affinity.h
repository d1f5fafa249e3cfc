/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How akin the units of an article are to each other. */

#pragma once

#include "cp-digest.h"

G_BEGIN_DECLS

typedef struct _CpAffinity CpAffinity;

CpAffinity *cp_affinity_new             (CpDigest   *digest);
void        cp_affinity_free            (CpAffinity *self);
double      cp_affinity_measure_kinship (CpAffinity *self,
                                         GArray     *units,
                                         guint       unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpAffinity, cp_affinity_free)

G_END_DECLS
