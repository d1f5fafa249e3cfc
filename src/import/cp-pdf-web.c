/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the piece from what stands around it on a web page that was printed to a PDF document. */

#define G_LOG_DOMAIN "cp-pdf-web"

#include "config.h"

#include "cp-furniture-patterns.h"
#include "cp-pattern.h"
#include "cp-pdf-web.h"

#include <string.h>

/* Bytes of a block that is taken for running text, and how much one block counts at most. */
#define MIN_RUNNING 80
#define MAX_WORTH 600

/* What speaks against a stretch of the page: a link, and a short line that is no sentence. */
#define COST_OF_LINK 60
#define COST_OF_LABEL 25
#define COST_OF_LIST_OF_LINKS 200

/* Bytes of such a line. */
#define MAX_LABEL 30

/* So much text makes a piece, after which readers' comments begin rather than the piece. */
#define MIN_PIECE 500

/* Furniture on each side that is kept. */
#define MAX_AROUND 100

static CpPattern sentence_end = CP_PATTERN ("[.!?…:;][\"'”’»“)\\]]*$");

static CpPattern comments = CP_PATTERN (
  "^(?:\\d+ (?:comments?|responses?|repl(?:y|ies)|thoughts?|kommentare?|commentaires?|comentarios?|коммента\\w+)\\b|"
  "(?:leave|post|add|write) an? (?:comment|reply)|comments?$|kommentare?$|commentaires?$)");

static gboolean
is_heading (const CpDraftBlock *block)
{
  return block->kind == CP_BLOCK_HEADING;
}

/* "Share", "Advertisement", a name under a picture. */
static gboolean
is_label (CpDraftBlock *block)
{
  return block->kind == CP_BLOCK_PARAGRAPH && block->text->len <= MAX_LABEL &&
         strpbrk (block->text->str, "0123456789") == NULL && !cp_pattern_matches (&sentence_end, block->text->str);
}

static int
weigh (CpDraftBlock *block)
{
  const char *text = block->text->str;

  if (block->furniture != CP_FURNITURE_NONE)
    return 0;

  if (cp_draft_block_is_linked (block))
    return -(int) (COST_OF_LINK + MIN (block->text->len, MAX_WORTH) / 2);

  if (cp_furniture_is_related_label (text))
    return -COST_OF_LIST_OF_LINKS;

  if (is_heading (block))
    return -1;

  if (block->text->len >= MIN_RUNNING || (block->text->len >= MIN_RUNNING / 2 && cp_pattern_matches (&sentence_end, text)))
    return MIN (block->text->len, MAX_WORTH);

  return cp_pattern_matches (&sentence_end, text) ? 0 : -COST_OF_LABEL;
}

static gboolean
begins_comments (CpDraftBlock *block)
{
  const char *text = block->text->str;

  return block->text->len < 2 * MIN_RUNNING &&
         (cp_pattern_matches (&comments, text) || cp_furniture_kind_of_notice (text) == CP_FURNITURE_COMMENT);
}

/* The stretch of blocks that is worth most, from @first on. Returns: its worth */
static int
find_end (CpDraft *draft,
          guint    first,
          guint   *end)
{
  int worth = 0, most = 0;

  *end = first;
  for (guint i = first; i < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (most >= MIN_PIECE && begins_comments (block))
        break;

      worth += weigh (block);
      if (worth > most)
        {
          most = worth;
          *end = i + 1;
        }
    }

  return most;
}

/* The headline, or else where the stretch that is worth most begins. */
static guint
find_start (CpDraft *draft)
{
  int worth = 0, most = 0;
  guint begin = 0, best = 0;

  for (guint i = 0; i < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->level == 1)
        return i;
    }

  for (guint i = 0; i < draft->blocks->len; i++)
    {
      if (worth <= 0)
        {
          worth = 0;
          begin = i;
        }

      worth += weigh (cp_draft_get (draft, i));
      if (worth > most)
        {
          most = worth;
          best = begin;
        }
    }

  return best;
}

static void
hand_over (CpDraft   *draft,
           guint      position,
           GPtrArray *blocks)
{
  CpDraftBlock *block = cp_draft_get (draft, position);

  if (block->furniture == CP_FURNITURE_NONE && cp_draft_block_is_linked (block))
    block->furniture = blocks == draft->above ? CP_FURNITURE_NAVIGATION : CP_FURNITURE_RELATED;
  else if (block->furniture == CP_FURNITURE_NONE)
    block->furniture = CP_FURNITURE_NOTICE;

  /* No rank of a heading is left that could make it the headline. */
  block->level = 0;
  if (is_heading (block))
    block->kind = CP_BLOCK_PARAGRAPH;

  if (blocks->len == MAX_AROUND)
    {
      draft->n_surplus[block->furniture]++;
      return;
    }

  g_ptr_array_add (blocks, block);
  g_ptr_array_index (draft->blocks, position) = NULL;
}

/* The pictures around the piece are logos and those of other pieces. */
static void
prune_images (CpDraft *draft,
              guint    start,
              guint    end)
{
  for (guint i = draft->images->len; i > 0; i--)
    {
      CpImage *image = g_ptr_array_index (draft->images, i - 1);
      guint position = cp_image_get_position (image);

      if (position >= start && position <= end)
        {
          cp_image_set_position (image, position - start);
          continue;
        }

      g_ptr_array_remove_index (draft->images, i - 1);
      g_ptr_array_remove_index (draft->resources, i - 1);
    }
}

static void
mark_inside (CpDraft *draft,
             guint    start,
             guint    end)
{
  gboolean in_head = TRUE;

  for (guint i = start; i < end; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      in_head = in_head && (is_heading (block) || weigh (block) <= 0);
      if (block->level != 1 && (in_head || is_label (block)))
        block->outside = TRUE;
      else if (block->furniture == CP_FURNITURE_NONE && block->level != 1 && weigh (block) <= -COST_OF_LINK)
        block->furniture = CP_FURNITURE_RELATED;
    }
}

/**
 * cp_pdf_web_prune:
 * @draft: has all blocks of the document, and its pictures, a resource for each in the same order
 *
 * A printed page has lost the structure that tells its menus from its text, but not its links: the piece is the stretch of
 * blocks from the headline on that has most text for the links in it. What stands before and after goes above and below.
 */
void
cp_pdf_web_prune (CpDraft *draft)
{
  guint start = find_start (draft);
  guint end;
  g_autoptr (GPtrArray) blocks = NULL;

  if (find_end (draft, start, &end) < MIN_RUNNING)
    return;

  draft->is_laid_out = TRUE;
  mark_inside (draft, start, end);
  prune_images (draft, start, end);

  for (guint i = 0; i < start; i++)
    hand_over (draft, i, draft->above);
  for (guint i = end; i < draft->blocks->len; i++)
    hand_over (draft, i, draft->below);

  g_ptr_array_remove_range (draft->blocks, end, draft->blocks->len - end);
  g_ptr_array_remove_range (draft->blocks, 0, start);
}
