/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In what two passages on the same matter visibly differ: negation, modality, figures. */

#pragma once

#include "cp-alignment.h"
#include "cp-pool.h"

G_BEGIN_DECLS

/**
 * CpWordRange:
 * @article: the position of an article in the pool
 * @first: its first word
 * @last: the word after its last one
 *
 * A passage by its words.
 */
typedef struct
{
  guint article;
  guint first;
  guint last;
} CpWordRange;

void cp_cues_add (CpAlignment *alignment,
                  CpPool      *pool,
                  CpDigest    *digest_a,
                  CpWordRange  a,
                  CpDigest    *digest_b,
                  CpWordRange  b);

G_END_DECLS
