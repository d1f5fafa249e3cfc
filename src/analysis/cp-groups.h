/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which units of an article belong together: overlapping groups grown from seeds. */

#pragma once

#include <gio/gio.h>

#include "cp-digest.h"

G_BEGIN_DECLS

/**
 * CpGroup:
 * @units: (element-type guint): the units, in order
 * @terms: (element-type CpTermWeight): the sum of their terms, of length 1
 * @share: their share of the article's words
 *
 * Units that speak of one matter.
 */
typedef struct
{
  GArray *units;
  GArray *terms;
  double  share;
} CpGroup;

GPtrArray *cp_groups_find           (CpDigest      *digest,
                                     GCancellable  *cancellable,
                                     GError       **error);
CpGroup   *cp_group_new_for_article (CpDigest      *digest);
void       cp_group_free            (CpGroup       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpGroup, cp_group_free)

G_END_DECLS
