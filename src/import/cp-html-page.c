/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A parsed page, laid out flat: its elements in document order and the blocks of text in them. */

#define G_LOG_DOMAIN "cp-html-page"

#include "config.h"

#include "cp-html-page.h"
#include "cp-html-parse.h"
#include "cp-html-prune.h"
#include "cp-html-stream.h"

#include <string.h>

/* A shorter block, in bytes, says nothing about whether it is running text. */
#define MIN_WORTHY 40

/* What follows after so many blocks goes into the last one: no piece has as many, and a hostile page has millions. */
#define MAX_BLOCKS 100000

/* A longer row of a table, in bytes, is part of the layout of the page. */
#define MAX_ROW 1000

/* The share of a page's text that must be left when its furniture has been taken out. */
#define MIN_LEFT 0.25

/* Where the walk stands. The depths count open elements of a sort, since the walk must not recurse:
 * pages nest as deeply as their makers like. */
typedef struct
{
  CpHtmlPage   *page;
  int           element;
  CpDraftBlock *block;
  gboolean      broken;
  int           link_depth;
  int           strong_depth;
  int           emphasis_depth;
  int           quotation_depth;
  int           item_depth;
  int           caption_depth;
  int           n_cells;
  char         *target;
} Walk;

static htmlDocPtr
parse (const char *text,
       gsize       length)
{
  gsize pruned_length;
  g_autofree char *pruned = cp_html_prune (text, length, &pruned_length);
  htmlDocPtr document;

  document = cp_html_parse (pruned, pruned_length);
  if (document != NULL && cp_html_stream_is_used (pruned, pruned_length))
    cp_html_stream_assemble (document);

  return document;
}

CpHtmlElement *
cp_html_page_get_element (CpHtmlPage *self,
                          int         index)
{
  return &g_array_index (self->elements, CpHtmlElement, index);
}

CpHtmlBlock *
cp_html_page_get_block (CpHtmlPage *self,
                        guint       index)
{
  return &g_array_index (self->blocks, CpHtmlBlock, index);
}

static int *
find_depth (Walk      *walk,
            CpHtmlTag  tag)
{
  switch ((int) tag)
    {
    case CP_HTML_LINK:
      return &walk->link_depth;
    case CP_HTML_STRONG:
      return &walk->strong_depth;
    case CP_HTML_EMPHASIS:
      return &walk->emphasis_depth;
    case CP_HTML_QUOTATION:
      return &walk->quotation_depth;
    case CP_HTML_ITEM:
      return &walk->item_depth;
    case CP_HTML_CAPTION:
      return &walk->caption_depth;
    default:
      return NULL;
    }
}

static void
enter_link (Walk    *walk,
            xmlNode *node)
{
  g_free (walk->target);
  walk->target = cp_html_get_attribute (node, "href");
}

/* Cells before the first text of a row are made up for when it begins. */
static void
enter_cell (Walk *walk)
{
  walk->n_cells++;
  if (walk->block != NULL)
    cp_draft_block_next_cell (walk->block);
}

/* Two breaks in a row are how old pages divide paragraphs. */
static void
enter_break (Walk *walk)
{
  if (walk->broken)
    walk->block = NULL;
  else if (walk->block != NULL)
    cp_draft_block_append (walk->block, "\n", 1, CP_STYLE_NONE);

  walk->broken = TRUE;
}

static void
enter_element (Walk      *walk,
               xmlNode   *node,
               CpHtmlTag  tag)
{
  CpHtmlElement element = { .node = node, .tag = tag, .parent = walk->element };
  int *depth = find_depth (walk, tag);

  if (depth != NULL)
    (*depth)++;

  element.hint = cp_html_hint_from_element (node, tag, &element.is_hidden);
  element.owner = cp_html_tag_is_block (tag) ? (int) walk->page->elements->len
                                             : cp_html_page_get_element (walk->page, walk->element)->owner;
  g_array_append_val (walk->page->elements, element);
  walk->element = walk->page->elements->len - 1;
  if (cp_html_tag_is_block (tag))
    walk->block = NULL;

  if (tag == CP_HTML_LINK)
    enter_link (walk, node);
  else if (tag == CP_HTML_ROW)
    walk->n_cells = 0;
  else if (tag == CP_HTML_CELL)
    enter_cell (walk);
  else if (tag == CP_HTML_BREAK)
    enter_break (walk);
}

static void
leave_element (Walk *walk)
{
  CpHtmlElement *element = cp_html_page_get_element (walk->page, walk->element);
  int *depth = find_depth (walk, element->tag);

  if (depth != NULL)
    (*depth)--;

  if (cp_html_tag_is_block (element->tag))
    walk->block = NULL;

  element->end = walk->page->elements->len;
  walk->element = element->parent;
}

static void
begin_block (Walk *walk)
{
  CpHtmlBlock block = { .element = cp_html_page_get_element (walk->page, walk->element)->owner };
  CpHtmlElement *owner = cp_html_page_get_element (walk->page, block.element);
  CpBlockKind kind = CP_BLOCK_PARAGRAPH;
  int level = 0;

  if (walk->page->blocks->len >= MAX_BLOCKS)
    {
      walk->block = cp_html_page_get_block (walk->page, MAX_BLOCKS - 1)->block;
      cp_draft_block_append (walk->block, " ", 1, CP_STYLE_NONE);
      return;
    }

  if (owner->tag == CP_HTML_HEADING)
    {
      kind = CP_BLOCK_HEADING;
      level = owner->node->name[1] - '0';
    }
  else if (owner->tag == CP_HTML_ROW)
    kind = CP_BLOCK_TABLE_ROW;
  else if (walk->caption_depth > 0)
    kind = CP_BLOCK_CAPTION;
  else if (walk->item_depth > 0)
    kind = CP_BLOCK_LIST_ITEM;
  else if (walk->quotation_depth > 0)
    kind = CP_BLOCK_QUOTATION;

  block.block = cp_draft_begin (walk->page->draft, kind, level);
  g_array_append_val (walk->page->blocks, block);
  walk->block = block.block;

  for (int i = 1; kind == CP_BLOCK_TABLE_ROW && i < walk->n_cells; i++)
    cp_draft_block_next_cell (walk->block);
  walk->n_cells = 0;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n\f")] == '\0';
}

static void
take_text (Walk       *walk,
           const char *text)
{
  CpStyle style = CP_STYLE_NONE;

  if (is_blank (text))
    {
      if (walk->block != NULL)
        cp_draft_block_append (walk->block, " ", 1, CP_STYLE_NONE);
      return;
    }

  if (walk->block == NULL)
    begin_block (walk);

  if (walk->link_depth > 0)
    {
      style |= CP_STYLE_LINK;
      if (walk->block->link == NULL)
        walk->block->link = g_strdup (walk->target);
    }

  if (walk->strong_depth > 0)
    style |= CP_STYLE_STRONG;
  if (walk->emphasis_depth > 0)
    style |= CP_STYLE_EMPHASIS;

  walk->broken = FALSE;
  cp_draft_block_append_link (walk->block, text, -1, style, walk->link_depth > 0 ? walk->target : NULL);
}

static void
note_image (Walk    *walk,
            xmlNode *node)
{
  const CpHtmlImage image = { .node = node, .element = walk->element, .n_blocks = walk->page->blocks->len };

  g_array_append_val (walk->page->images, image);
}

/* Returns: whether the children of @node are to be walked */
static gboolean
enter_node (Walk    *walk,
            xmlNode *node)
{
  CpHtmlTag tag;

  if (node->type == XML_TEXT_NODE || node->type == XML_ENTITY_REF_NODE)
    {
      if (node->content != NULL)
        take_text (walk, (const char *) node->content);
      return FALSE;
    }

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;

  tag = cp_html_tag_from_name ((const char *) node->name);
  if (tag == CP_HTML_ACTIVE)
    walk->page->draft->n_active++;

  if (tag == CP_HTML_IMAGE)
    note_image (walk, node);

  if (tag == CP_HTML_ACTIVE || tag == CP_HTML_HIDDEN || tag == CP_HTML_IMAGE)
    return FALSE;

  enter_element (walk, node, tag);

  return TRUE;
}

/* The parser gives a broken document several roots, so that the walk begins at the document itself, which is
 * the first element of the layout. */
static void
lay_out (CpHtmlPage *self)
{
  const CpHtmlElement whole = { .node = NULL, .tag = CP_HTML_BLOCK, .parent = -1 };
  Walk walk = { .page = self, .element = 0 };
  xmlNode *root = (xmlNode *) self->document;
  xmlNode *node = root->children;

  g_array_append_val (self->elements, whole);

  while (node != NULL)
    {
      gboolean entered = enter_node (&walk, node);

      if (entered && node->children != NULL)
        {
          node = node->children;
          continue;
        }

      if (entered)
        leave_element (&walk);

      while (node->next == NULL && node->parent != root)
        {
          node = node->parent;
          leave_element (&walk);
        }

      node = node->next;
    }

  cp_html_page_get_element (self, 0)->end = self->elements->len;
  g_free (walk.target);
}

/* Old pages are laid out in tables: a row of one cell, or with as much text as a column of print, is no data. */
static void
tell_layout_from_data (CpDraftBlock *block)
{
  gsize length = block->text->len;

  while (length > 0 && block->text->str[length - 1] == '\t')
    length--;
  cp_draft_block_cut (block, length);

  if (length > MAX_ROW || strchr (block->text->str, '\t') == NULL)
    block->kind = CP_BLOCK_PARAGRAPH;
}

/* Running text has sentences; what is mostly links, or short, is a label. */
static double
assess (CpDraftBlock *block)
{
  gboolean has_sentence = strpbrk (block->text->str, ".,;!?") != NULL || block->text->len > 3 * MIN_WORTHY;
  double worth = block->n_inked - block->n_linked;

  if (block->kind == CP_BLOCK_HEADING || block->kind == CP_BLOCK_CAPTION ||
      cp_draft_block_is_linked (block) || block->n_inked < MIN_WORTHY)
    return 0;

  if (block->kind == CP_BLOCK_LIST_ITEM)
    worth *= 0.5;

  return has_sentence ? worth : worth * 0.3;
}

/* Puts the sums of all subtrees into @raw or @worth; children stand after their parents. */
static void
sum_up (CpHtmlPage *self,
        gboolean    without_furniture)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      CpHtmlBlock *block = cp_html_page_get_block (self, i);
      CpHtmlElement *owner = cp_html_page_get_element (self, block->element);

      if (block->block->kind == CP_BLOCK_TABLE_ROW)
        tell_layout_from_data (block->block);

      if (!without_furniture)
        {
          owner->raw += block->worth = assess (block->block);
          owner->n_inked += block->block->n_inked;
          owner->n_linked += block->block->n_linked;
        }
      else if (owner->furniture == CP_FURNITURE_NONE)
        owner->worth += block->worth;
    }

  for (int i = (int) self->elements->len - 1; i > 0; i--)
    {
      CpHtmlElement *element = cp_html_page_get_element (self, i);
      CpHtmlElement *parent = cp_html_page_get_element (self, element->parent);

      if (without_furniture)
        {
          parent->worth += element->worth;
          continue;
        }

      parent->raw += element->raw;
      parent->n_inked += element->n_inked;
      parent->n_linked += element->n_linked;
    }
}

/* How much of the page's text an element may hold and still be what its name says. Readers' comments
 * may be longer than the piece; a class such as "comment" on the whole page is the name of its section. */
static double
largest_share (CpHtmlElement *element)
{
  if (element->hint == CP_FURNITURE_COMMENT)
    return 0.7;

  if (element->tag == CP_HTML_NAVIGATION || element->tag == CP_HTML_FOOTER)
    return 0.5;

  if (element->hint == CP_FURNITURE_ADVERTISEMENT)
    return 0.05;

  /* What leads to another piece has a link to it; a teaser without one is the beginning of this piece. */
  if (element->hint == CP_FURNITURE_RELATED && element->n_linked == 0 && element->raw > 0)
    return 0;

  /* A hidden copy of the piece, for machines; but some pages hide all text until a script has run. */
  return element->is_hidden ? 0.5 : 0.25;
}

/* How far the names of elements are believed. */
typedef enum
{
  TRUST_TAGS,
  TRUST_CLEAR_NAMES,
  TRUST_ALL_NAMES,
} Trust;

static Trust
get_needed_trust (CpHtmlElement *element)
{
  /* Readers' comments may be most of a page. */
  if (element->tag == CP_HTML_NAVIGATION || element->tag == CP_HTML_FOOTER || element->is_hidden ||
      element->hint == CP_FURNITURE_COMMENT)
    return TRUST_TAGS;

  /* Classes of these kinds are on elements of all sorts. */
  if (element->hint == CP_FURNITURE_NOTICE || element->hint == CP_FURNITURE_NAVIGATION || element->hint == CP_FURNITURE_FOOTER)
    return TRUST_ALL_NAMES;

  return TRUST_CLEAR_NAMES;
}

static void
mark_furniture (CpHtmlPage *self,
                Trust       trust)
{
  double total = cp_html_page_get_element (self, 0)->raw;

  for (guint i = 1; i < self->elements->len; i++)
    {
      CpHtmlElement *element = cp_html_page_get_element (self, i);
      CpHtmlElement *parent = cp_html_page_get_element (self, element->parent);

      element->worth = 0;
      if (parent->furniture != CP_FURNITURE_NONE)
        element->furniture = parent->furniture;
      else if (element->hint != CP_FURNITURE_NONE && trust >= get_needed_trust (element) &&
               element->raw <= total * largest_share (element))
        element->furniture = element->hint;
      else
        element->furniture = CP_FURNITURE_NONE;
    }

  cp_html_page_get_element (self, 0)->worth = 0;
  sum_up (self, TRUE);
}

/* A page of which hardly anything is left has names that mislead: its text is put together from many small
 * parts that are called widgets, galleries or the like. */
static void
weigh (CpHtmlPage *self)
{
  CpHtmlElement *whole = cp_html_page_get_element (self, 0);

  sum_up (self, FALSE);

  for (int trust = TRUST_ALL_NAMES; trust >= TRUST_TAGS; trust--)
    {
      mark_furniture (self, trust);
      if (whole->worth >= whole->raw * MIN_LEFT)
        break;
    }
}

/**
 * cp_html_page_new:
 * @text: valid UTF-8
 * @length: bytes of @text
 *
 * Parses a page, however broken, and tells the text in it from what the names of its elements call
 * furniture. Nothing is fetched and nothing is run.
 *
 * Returns: (transfer full) (nullable): the page, or %NULL when nothing at all can be made of @text
 */
CpHtmlPage *
cp_html_page_new (const char *text,
                  gsize       length)
{
  g_autoptr (CpHtmlPage) self = g_new0 (CpHtmlPage, 1);

  self->elements = g_array_sized_new (FALSE, FALSE, sizeof (CpHtmlElement), 4096);
  self->blocks = g_array_sized_new (FALSE, FALSE, sizeof (CpHtmlBlock), 1024);
  self->images = g_array_new (FALSE, FALSE, sizeof (CpHtmlImage));
  self->draft = cp_draft_new ();
  self->document = parse (text, length);

  if (self->document == NULL)
    return NULL;

  lay_out (self);
  weigh (self);

  return g_steal_pointer (&self);
}

void
cp_html_page_free (CpHtmlPage *self)
{
  g_clear_pointer (&self->document, xmlFreeDoc);
  g_clear_pointer (&self->elements, g_array_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->images, g_array_unref);
  g_clear_pointer (&self->draft, cp_draft_free);
  g_free (self);
}
