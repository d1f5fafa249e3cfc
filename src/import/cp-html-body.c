/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the piece in a page, and tells the text of it from the furniture between. */

#define G_LOG_DOMAIN "cp-html-body"

#include "config.h"

#include "cp-html-body.h"

#include <string.h>

/* An element is the container of the piece as long as no child of it holds this share of its text. */
#define MIN_CHILD_SHARE 0.75

/* What the page marks as the body is believed when it holds this share of all text. */
#define MIN_MARKED_SHARE 0.4

/* So is the article element around the headline; pages put the headline alone into one as well. */
#define MIN_TITLED_SHARE 0.1

/* So much text, in bytes, between headline and container is no standfirst any more. */
#define MIN_BEGINNING 500

/* A part of a piece that was split has so much text, in bytes. */
#define MIN_PART 60

/* Furniture above or below a piece is kept up to so many blocks and bytes. */
#define MAX_OUTSIDE_BLOCKS 250
#define MAX_OUTSIDE_LENGTH (100 * 1024)

/* A shorter line, in bytes, outside of paragraphs is a label. */
#define MIN_LINE 40

static gboolean
is_marked_as_body (xmlNode *node)
{
  g_autofree char *value = cp_html_get_attribute (node, "itemprop");

  return value != NULL && strstr (value, "articleBody") != NULL;
}

static int
find_marked (CpHtmlPage *page)
{
  double total = cp_html_page_get_element (page, 0)->worth;
  int best = -1;

  for (guint i = 1; i < page->elements->len; i++)
    {
      CpHtmlElement *element = cp_html_page_get_element (page, i);

      if (element->worth < total * MIN_MARKED_SHARE || !is_marked_as_body (element->node))
        continue;

      if (best < 0 || element->worth > cp_html_page_get_element (page, best)->worth)
        best = i;
    }

  return best;
}

static int
find_heaviest_child (CpHtmlPage *page,
                     int         parent)
{
  int end = cp_html_page_get_element (page, parent)->end;
  int best = -1;

  for (int i = parent + 1; i < end; i = cp_html_page_get_element (page, i)->end)
    {
      if (best < 0 || cp_html_page_get_element (page, i)->worth > cp_html_page_get_element (page, best)->worth)
        best = i;
    }

  return best;
}

/* The innermost article element around the headline. Lists of other pieces may be longer than the one that
 * the page is about. */
static int
find_titled_article (CpHtmlPage *page,
                     const char *title)
{
  int index = -1;

  for (guint i = 0; title != NULL && index < 0 && i < page->blocks->len; i++)
    {
      CpHtmlBlock *block = cp_html_page_get_block (page, i);

      if (block->block->kind == CP_BLOCK_HEADING && strcmp (block->block->text->str, title) == 0)
        index = block->element;
    }

  while (index > 0 && cp_html_page_get_element (page, index)->tag != CP_HTML_ARTICLE)
    index = cp_html_page_get_element (page, index)->parent;

  if (index <= 0 || cp_html_page_get_element (page, index)->worth < cp_html_page_get_element (page, 0)->worth * MIN_TITLED_SHARE)
    return 0;

  return index;
}

static gboolean
is_same_make (CpHtmlElement *a,
              CpHtmlElement *b)
{
  g_autofree char *class_a = cp_html_get_attribute (a->node, "class");
  g_autofree char *class_b = cp_html_get_attribute (b->node, "class");

  return a->tag == b->tag && a->tag != CP_HTML_ARTICLE && class_a != NULL && g_strcmp0 (class_a, class_b) == 0;
}

/* A piece may be split over several elements of one make, with pictures and advertisements between them. */
static gboolean
has_like_sibling (CpHtmlPage *page,
                  int         container)
{
  CpHtmlElement *element = cp_html_page_get_element (page, container);
  int end = cp_html_page_get_element (page, element->parent)->end;

  for (int i = element->parent + 1; i < end; i = cp_html_page_get_element (page, i)->end)
    {
      CpHtmlElement *sibling = cp_html_page_get_element (page, i);

      if (i != container && sibling->worth >= MIN_PART && sibling->n_linked * 4 < sibling->n_inked && is_same_make (element, sibling))
        return TRUE;
    }

  return FALSE;
}

/* From the root, or the article around the headline, down: always into the child that holds nearly all of
 * the text. */
static int
find_container (CpHtmlPage *page,
                const char *title)
{
  int container = find_marked (page);
  int child;

  if (container >= 0)
    return container;

  container = find_titled_article (page, title);
  while ((child = find_heaviest_child (page, container)) >= 0)
    {
      double worth = cp_html_page_get_element (page, container)->worth;

      if (worth <= 0 || cp_html_page_get_element (page, child)->worth < worth * MIN_CHILD_SHARE)
        break;

      container = child;
    }

  while (container > 0 && has_like_sibling (page, container))
    container = cp_html_page_get_element (page, container)->parent;

  return container;
}

/* The innermost list around an element, or the element itself when there is none. */
static CpHtmlElement *
find_list (CpHtmlPage *page,
           int         index)
{
  for (int i = index; i > 0; i = cp_html_page_get_element (page, i)->parent)
    {
      if (cp_html_page_get_element (page, i)->tag == CP_HTML_LIST)
        return cp_html_page_get_element (page, i);
    }

  return cp_html_page_get_element (page, index);
}

/* Lines that are links lead elsewhere; but a writer links headings of a list of things, sources, and words of
 * items. Posts of other sites are quoted with links in them. */
static gboolean
leads_elsewhere (CpHtmlPage  *page,
                 CpHtmlBlock *block)
{
  CpDraftBlock *text = block->block;
  CpHtmlElement *owner = cp_html_page_get_element (page, block->element);
  gboolean is_mixed = text->n_linked * 10 < text->n_inked * 9;

  if (!cp_draft_block_is_linked (text) || text->kind == CP_BLOCK_QUOTATION || text->kind == CP_BLOCK_HEADING)
    return FALSE;

  if (g_str_has_prefix (text->text->str, "http"))
    return FALSE;

  if (text->kind == CP_BLOCK_LIST_ITEM)
    {
      CpHtmlElement *list = find_list (page, block->element);

      return !is_mixed && list->n_linked * 10 > list->n_inked * 9;
    }

  return !is_mixed || owner->tag != CP_HTML_PARAGRAPH;
}

/* A paragraph element may be as short as its author likes; text that merely lies about in a
 * division must look like a sentence. */
static CpFurniture
judge (CpHtmlPage  *page,
       CpHtmlBlock *block)
{
  CpHtmlElement *owner = cp_html_page_get_element (page, block->element);
  gboolean is_text_element = owner->tag == CP_HTML_PARAGRAPH || owner->tag == CP_HTML_HEADING ||
                             owner->tag == CP_HTML_ITEM || owner->tag == CP_HTML_QUOTATION ||
                             owner->tag == CP_HTML_ROW;

  if (owner->furniture != CP_FURNITURE_NONE)
    return owner->furniture;

  if (leads_elsewhere (page, block))
    return CP_FURNITURE_RELATED;

  if (!is_text_element && block->worth <= 0 && block->block->n_inked < MIN_LINE)
    return CP_FURNITURE_NOTICE;

  return CP_FURNITURE_NONE;
}

/* The headline is often above the container; what stands between the two is its standfirst, the
 * byline and the like. */
static guint
find_first_block (CpHtmlPage *page,
                  int         container,
                  const char *title)
{
  guint first = 0;

  while (first < page->blocks->len && cp_html_page_get_block (page, first)->element < container)
    first++;

  if (title == NULL)
    return first;

  for (guint i = first; i > 0; i--)
    {
      CpDraftBlock *block = cp_html_page_get_block (page, i - 1)->block;

      if (block->kind == CP_BLOCK_HEADING && strcmp (block->text->str, title) == 0)
        return i - 1;
    }

  return first;
}

/* What stands over a headline inside of the container, and headings and labels after the last
 * paragraph, are the page's. */
static void
trim (CpDraft    *draft,
      const char *title)
{
  for (guint i = 0; i < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (title != NULL && block->kind == CP_BLOCK_HEADING && strcmp (block->text->str, title) == 0)
        {
          block->furniture = CP_FURNITURE_TITLE;
          while (i-- > 0)
            {
              if (cp_draft_get (draft, i)->furniture == CP_FURNITURE_NONE)
                cp_draft_get (draft, i)->furniture = CP_FURNITURE_NOTICE;
            }
          break;
        }
    }

  for (guint i = draft->blocks->len; i > 0; i--)
    {
      CpDraftBlock *block = cp_draft_get (draft, i - 1);

      if (block->furniture != CP_FURNITURE_NONE)
        continue;

      if (block->kind != CP_BLOCK_HEADING)
        break;

      block->furniture = CP_FURNITURE_NOTICE;
    }
}

/* The piece may begin in an element of its own before the one that holds most of it; a standfirst is shorter. */
static gboolean
has_beginning_outside (CpHtmlPage *page,
                       guint       first,
                       int         container)
{
  double worth = 0;

  for (guint i = first; i < page->blocks->len && cp_html_page_get_block (page, i)->element < container; i++)
    {
      CpHtmlBlock *block = cp_html_page_get_block (page, i);

      if (judge (page, block) == CP_FURNITURE_NONE)
        worth += block->worth;
    }

  return worth >= MIN_BEGINNING;
}

static CpFurniture
judge_outside (CpHtmlPage  *page,
               CpHtmlBlock *block,
               gboolean     is_above)
{
  CpFurniture furniture = cp_html_page_get_element (page, block->element)->furniture;

  if (furniture != CP_FURNITURE_NONE)
    return furniture;

  if (cp_draft_block_is_linked (block->block))
    return is_above ? CP_FURNITURE_NAVIGATION : CP_FURNITURE_RELATED;

  return CP_FURNITURE_NOTICE;
}

/* Gives the block at @position to @blocks. */
static void
hand_over (CpHtmlPage *page,
           guint       position,
           GPtrArray  *blocks)
{
  g_ptr_array_add (blocks, cp_html_page_get_block (page, position)->block);
  g_ptr_array_index (page->draft->blocks, position) = NULL;
}

/* Keeps what stands on the page around the piece, as long as it does not outweigh it. */
static void
keep_outside (CpHtmlPage *page,
              CpDraft    *draft,
              guint       begin,
              guint       end,
              GPtrArray  *blocks)
{
  gsize n_bytes = 0;

  for (guint i = begin; i < end; i++)
    {
      CpHtmlBlock *block = cp_html_page_get_block (page, i);

      block->block->furniture = judge_outside (page, block, blocks == draft->above);
      n_bytes += block->block->text->len;

      if (block->block->n_inked == 0)
        continue;

      if (blocks->len < MAX_OUTSIDE_BLOCKS && n_bytes < MAX_OUTSIDE_LENGTH)
        hand_over (page, i, blocks);
      else
        draft->n_surplus[block->block->furniture]++;
    }
}

/**
 * cp_html_body_extract:
 * @page: a page; loses the blocks that it gives away
 * @draft: has the title already; gains the blocks of the piece, body and furniture, and the furniture around it
 */
void
cp_html_body_extract (CpHtmlPage *page,
                      CpDraft    *draft)
{
  const char *title = cp_metadata_get (draft->metadata, CP_FIELD_TITLE);
  int container = find_container (page, title);
  int end = cp_html_page_get_element (page, container)->end;
  guint first = find_first_block (page, container, title);
  gboolean begins_outside = has_beginning_outside (page, first, container);
  guint i;

  keep_outside (page, draft, 0, first, draft->above);

  for (i = first; i < page->blocks->len; i++)
    {
      CpHtmlBlock *block = cp_html_page_get_block (page, i);

      if (block->element >= end)
        break;

      block->block->furniture = judge (page, block);
      block->block->outside = block->element < container && !begins_outside;
      hand_over (page, i, draft->blocks);
    }

  keep_outside (page, draft, i, page->blocks->len, draft->below);
  draft->is_laid_out = TRUE;
  trim (draft, title);
}
