/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles prepared for comparing: what each of their units is about, in one space. */

#pragma once

#include "cp-pool.h"
#include "cp-theme.h"

G_BEGIN_DECLS

typedef struct _CpCollation CpCollation;

CpCollation *cp_collation_new          (GPtrArray   *articles);
void         cp_collation_free         (CpCollation *self);
guint        cp_collation_get_size     (CpCollation *self);
CpDigest    *cp_collation_get_digest   (CpCollation *self,
                                        guint        article);
CpPool      *cp_collation_get_pool     (CpCollation *self);
CpMatter    *cp_collation_get_matter   (CpCollation *self,
                                        guint        article,
                                        guint        unit);
CpMatter    *cp_collation_read         (CpCollation *self,
                                        guint        article,
                                        guint        sentence);
GArray      *cp_collation_find_units   (CpCollation *self,
                                        guint        article,
                                        CpTheme     *theme);
CpMatter    *cp_collation_sum_units    (CpCollation *self,
                                        guint        article,
                                        GArray      *units);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpCollation, cp_collation_free)

G_END_DECLS
