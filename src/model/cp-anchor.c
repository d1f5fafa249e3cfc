/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a passage begins and ends in the blocks of an article, whichever of them make up its text. */

#define G_LOG_DOMAIN "cp-anchor"

#include "config.h"

#include "cp-anchor.h"

/**
 * cp_anchor_init:
 * @article: the article that @passage was taken from
 * @passage: a passage
 *
 * Returns: whether @passage begins and ends in blocks of the body; otherwise nothing is set
 */
gboolean
cp_anchor_init (CpAnchor  *self,
                CpArticle *article,
                CpPassage *passage)
{
  int start = cp_passage_get_start (passage);
  int end = cp_passage_get_end (passage);
  gboolean begun = FALSE;

  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      CpBlock *block = cp_article_get_block (article, i);
      int block_start = cp_block_get_start (block);

      if (cp_block_get_role (block) != CP_BLOCK_BODY)
        continue;

      if (!begun && block_start <= start && start < cp_block_get_end (block))
        {
          begun = TRUE;
          self->first_block = i;
          self->first = start - block_start;
        }
      if (begun && block_start < end && end <= cp_block_get_end (block))
        {
          self->last_block = i;
          self->last = end - block_start;
          return TRUE;
        }
    }

  return FALSE;
}

static CpBlock *
get_body_block (CpArticle *article,
                guint      position)
{
  CpBlock *block = cp_article_get_block (article, position);

  return block != NULL && cp_block_get_role (block) == CP_BLOCK_BODY ? block : NULL;
}

static int
count_body_blocks (CpArticle *article,
                   guint      n_blocks)
{
  int n = 0;

  for (guint i = 0; i < n_blocks; i++)
    n += get_body_block (article, i) != NULL;

  return n;
}

/**
 * cp_anchor_place:
 * @article: an article of the same blocks
 *
 * Returns: (transfer full) (nullable): the passage in the text that @article has; %NULL when a block in which it begins
 *   or ends is not in the body
 */
CpPassage *
cp_anchor_place (const CpAnchor *self,
                 CpArticle      *article)
{
  CpBlock *first = get_body_block (article, self->first_block);
  CpBlock *last = get_body_block (article, self->last_block);
  int start, end;

  if (first == NULL || last == NULL)
    return NULL;

  start = cp_block_get_start (first) + self->first;
  end = cp_block_get_start (last) + self->last;

  /* What was read from a library may be anything. */
  if (self->first < 0 || self->last < 0 || start >= end || end > cp_block_get_end (last))
    return NULL;

  return cp_passage_new_from_text (cp_article_get_text (article), start, end,
                                   count_body_blocks (article, self->first_block + 1));
}
