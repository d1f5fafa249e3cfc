/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A parsed page, laid out flat: its elements in document order and the blocks of text in them. */

#pragma once

#include "cp-html-tags.h"

#include <libxml/HTMLparser.h>

G_BEGIN_DECLS

/**
 * CpHtmlElement:
 * @node: (nullable): the element of the tree; %NULL for the first, which stands for the whole document
 * @tag: what it is
 * @parent: index of its parent, −1 for the first
 * @owner: index of the innermost element that begins and ends a line, at or above this one
 * @end: index after its last descendant, so that a subtree is the range from its own index to here
 * @hint: what its name says of it
 * @furniture: what it turned out to be, itself or by an ancestor
 * @is_hidden: whether it says of itself that it is not shown
 * @n_inked: bytes of text in it that are not spaces
 * @n_linked: those of them in links
 * @raw: worth of the text in it, whatever the hints say
 * @worth: the same without the furniture
 */
typedef struct
{
  xmlNode     *node;
  CpHtmlTag    tag;
  int          parent;
  int          owner;
  int          end;
  CpFurniture  hint;
  CpFurniture  furniture;
  gboolean     is_hidden;
  gsize        n_inked;
  gsize        n_linked;
  double       raw;
  double       worth;
} CpHtmlElement;

/**
 * CpHtmlBlock:
 * @block: the text; belongs to the page until it is stolen
 * @element: index of the innermost element that holds all of it
 * @worth: how much it looks like text of a piece: its length in bytes, discounted
 */
typedef struct
{
  CpDraftBlock *block;
  int           element;
  double        worth;
} CpHtmlBlock;

/**
 * CpHtmlImage:
 * @node: the element of the tree
 * @element: index of the innermost element around it
 * @n_blocks: how many blocks begin before it
 */
typedef struct
{
  xmlNode *node;
  int      element;
  guint    n_blocks;
} CpHtmlImage;

/**
 * CpHtmlPage:
 * @document: the tree
 * @elements: (element-type CpHtmlElement): in document order, without those that show no text
 * @blocks: (element-type CpHtmlBlock): in document order
 * @images: (element-type CpHtmlImage): in document order
 * @draft: owns the blocks
 */
typedef struct
{
  htmlDocPtr  document;
  GArray     *elements;
  GArray     *blocks;
  GArray     *images;
  CpDraft    *draft;
} CpHtmlPage;

CpHtmlPage    *cp_html_page_new         (const char *text,
                                         gsize       length);
void           cp_html_page_free        (CpHtmlPage *self);
CpHtmlElement *cp_html_page_get_element (CpHtmlPage *self,
                                         int         index);
CpHtmlBlock   *cp_html_page_get_block   (CpHtmlPage *self,
                                         guint       index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpHtmlPage, cp_html_page_free)

G_END_DECLS
