/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which units of an article belong together: overlapping groups grown from seeds. */

#pragma once

#include <gio/gio.h>

#include "cp-digest.h"

G_BEGIN_DECLS

/**
 * CpGroup:
 * @units: (element-type guint): the units, in order
 * @terms: (element-type CpTermWeight): the mean of their terms
 * @vector: the direction of their words
 *
 * Units that speak of one matter.
 */
typedef struct
{
  GArray   *units;
  GArray   *terms;
  CpVector  vector;
} CpGroup;

void       cp_group_free   (CpGroup       *self);
CpGroup   *cp_group_new_for_article (CpDigest *digest);
GPtrArray *cp_groups_find  (CpDigest      *digest,
                            GCancellable  *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpGroup, cp_group_free)

G_END_DECLS
