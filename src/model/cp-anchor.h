/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a passage begins and ends in the blocks of an article, whichever of them make up its text. */

#pragma once

#include "cp-article.h"
#include "cp-passage.h"

G_BEGIN_DECLS

/**
 * CpAnchor:
 * @first_block: position of the block in which the passage begins
 * @first: code points of that block before it
 * @last_block: position of the block in which the passage ends, ≥ @first_block
 * @last: code points of that block up to its end
 *
 * Offsets into the text of an article shift when a block is taken into the body or out of it; these do not.
 */
typedef struct
{
  guint first_block;
  int   first;
  guint last_block;
  int   last;
} CpAnchor;

gboolean   cp_anchor_init  (CpAnchor       *self,
                            CpArticle      *article,
                            CpPassage      *passage);
CpPassage *cp_anchor_place (const CpAnchor *self,
                            CpArticle      *article);

G_END_DECLS
