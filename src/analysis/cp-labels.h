/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to call a group of units: phrases out of the piece itself. */

#pragma once

#include "cp-groups.h"

G_BEGIN_DECLS

char  **cp_labels_choose     (CpDigest  *digest,
                              GPtrArray *groups);
char  **cp_labels_list_terms (CpDigest  *digest,
                              CpGroup   *group,
                              guint      max_terms);
char  **cp_labels_list_keyphrases (CpDigest *digest, guint max);

G_END_DECLS
