/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown, with or without YAML front matter → blocks and metadata. */

#define G_LOG_DOMAIN "cp-markdown-reader"

#include "config.h"

#include "cp-front-matter.h"
#include "cp-pattern.h"
#include "cp-readers.h"

#include <cmark.h>
#include <string.h>

/* How much of a file is enough to tell Markdown from plain text. */
#define MAX_SNIFFED (64 * 1024)

/* How much each mark tells. Lines of dashes and quotation signs stand in plain text as well. */
static struct
{
  int       confidence;
  CpPattern pattern;
} marks[] = {
  { 30, CP_PATTERN ("(?m)^ {0,3}#{1,6} +\\S") },
  { 30, CP_PATTERN ("\\[[^\\]\\n]+\\]\\([^)\\n]*\\)") },
  { 30, CP_PATTERN ("\\*\\*[^*\\s][^*\\n]*\\*\\*") },
  { 30, CP_PATTERN ("<https?://[^>\\s]+>") },
  { 30, CP_PATTERN ("(?<![*\\w])[*_][^*_\\s][^*_\\n]{1,400}[*_](?![*\\w])") },
  { 10, CP_PATTERN ("(?m)^.{3,}\\n(?:={3,}|-{3,})\\s*$") },
  { 10, CP_PATTERN ("(?m)^> \\S") },
};

/* Where the walk through the document stands. */
typedef struct
{
  CpDraft      *draft;
  CpDraftBlock *block;
  int           quotation_depth;
  int           item_depth;
  int           strong_depth;
  int           emphasis_depth;
  int           link_depth;
  int           image_depth;
} Walk;

static int
sniff_markdown (const CpInput *input)
{
  g_autofree char *head = NULL;
  const char *end;
  int confidence = 0;

  if (input->text == NULL)
    return 0;

  if (cp_front_matter_measure (input->text) > 0)
    return 95;

  g_utf8_validate_len (input->text, MIN (input->length, MAX_SNIFFED), &end);
  head = g_strndup (input->text, end - input->text);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (cp_pattern_matches (&marks[i].pattern, head))
        confidence += marks[i].confidence;
    }

  return MIN (confidence, 90);
}

static CpBlockKind
kind_of_paragraph (Walk *walk)
{
  if (walk->item_depth > 0)
    return CP_BLOCK_LIST_ITEM;

  return walk->quotation_depth > 0 ? CP_BLOCK_QUOTATION : CP_BLOCK_PARAGRAPH;
}

static void
append (Walk       *walk,
        const char *text)
{
  CpStyle style = CP_STYLE_NONE;

  /* What stands in place of a picture is no text of the author's. */
  if (walk->block == NULL || walk->image_depth > 0)
    return;

  if (walk->strong_depth > 0)
    style |= CP_STYLE_STRONG;
  if (walk->emphasis_depth > 0)
    style |= CP_STYLE_EMPHASIS;
  if (walk->link_depth > 0)
    style |= CP_STYLE_LINK;

  cp_draft_block_append (walk->block, text, -1, style);
}

static void
walk_link (Walk       *walk,
           cmark_node *node,
           int         step)
{
  walk->link_depth += step;

  if (step > 0 && walk->block != NULL && walk->block->link == NULL)
    walk->block->link = g_strdup (cmark_node_get_url (node));
}

/* Containers and blocks, entered (step 1) and left (step −1). */
static void
walk_block (Walk       *walk,
            cmark_node *node,
            int         step)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      walk->quotation_depth += step;
      break;

    case CMARK_NODE_ITEM:
      walk->item_depth += step;
      break;

    case CMARK_NODE_HEADING:
      walk->block = step > 0 ? cp_draft_begin (walk->draft, CP_BLOCK_HEADING, cmark_node_get_heading_level (node)) : NULL;
      break;

    case CMARK_NODE_PARAGRAPH:
      walk->block = step > 0 ? cp_draft_begin (walk->draft, kind_of_paragraph (walk), 0) : NULL;
      break;

    case CMARK_NODE_CODE_BLOCK:
      /* Not code: op-eds have none, and conversions indent what was indented on the page. */
      walk->block = cp_draft_begin (walk->draft, kind_of_paragraph (walk), 0);
      append (walk, cmark_node_get_literal (node));
      walk->block = NULL;
      break;

    default:
      break;
    }
}

static void
walk_inline (Walk       *walk,
             cmark_node *node,
             int         step)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
      append (walk, cmark_node_get_literal (node));
      break;

    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      append (walk, "\n");
      break;

    case CMARK_NODE_STRONG:
      walk->strong_depth += step;
      break;

    case CMARK_NODE_EMPH:
      walk->emphasis_depth += step;
      break;

    case CMARK_NODE_LINK:
      walk_link (walk, node, step);
      break;

    case CMARK_NODE_IMAGE:
      walk->image_depth += step;
      break;

    default:
      break;
    }
}

static void
read_body (CpDraft    *draft,
           const char *text,
           gsize       length)
{
  cmark_node *document = cmark_parse_document (text, length, CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (document);
  Walk walk = { .draft = draft };
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      int step = event == CMARK_EVENT_ENTER ? 1 : -1;

      walk_block (&walk, node, step);
      walk_inline (&walk, node, step);
    }

  cmark_iter_free (iter);
  cmark_node_free (document);
}

static CpDraft *
read_markdown (const CpInput  *input,
               GError        **error)
{
  CpDraft *draft = cp_draft_new ();
  gsize front_matter = cp_front_matter_measure (input->text);

  cp_front_matter_read (input->text, front_matter, draft->metadata);
  read_body (draft, input->text + front_matter, input->length - front_matter);

  return draft;
}

const CpReader cp_markdown_reader = {
  .name = "markdown",
  .media_type = "text/markdown",
  .sniff = sniff_markdown,
  .read = read_markdown,
};
