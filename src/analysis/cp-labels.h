/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to call a group of units: a heading, or phrases out of the piece itself. */

#pragma once

#include "cp-candidates.h"
#include "cp-groups.h"

G_BEGIN_DECLS

/**
 * CpLabel:
 * @text: what the group is called
 * @terms: (array zero-terminated=1): the words that carry it, most telling first
 *
 * The name of a group.
 */
typedef struct
{
  char  *text;
  char **terms;
} CpLabel;

GPtrArray *cp_labels_choose          (CpDigest  *digest,
                                      GPtrArray *groups);
char     **cp_labels_list_keyphrases (CpDigest  *digest,
                                      guint      max_phrases);

G_END_DECLS
