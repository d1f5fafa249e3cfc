/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph, heading, quotation, list item, table row or caption of an article. */

#pragma once

#include <gio/gio.h>

#include "cp-mark.h"

G_BEGIN_DECLS

/**
 * CpBlockKind:
 * @CP_BLOCK_PARAGRAPH: running text
 * @CP_BLOCK_HEADING: a heading inside the piece; see #CpBlock:level
 * @CP_BLOCK_QUOTATION: a quotation set off from the text
 * @CP_BLOCK_LIST_ITEM: one item of a list
 * @CP_BLOCK_CAPTION: the caption of a picture, with its credit
 * @CP_BLOCK_TABLE_ROW: one row of a table, a tab between its cells
 */
typedef enum
{
  CP_BLOCK_PARAGRAPH,
  CP_BLOCK_HEADING,
  CP_BLOCK_QUOTATION,
  CP_BLOCK_LIST_ITEM,
  CP_BLOCK_CAPTION,
  CP_BLOCK_TABLE_ROW,
} CpBlockKind;

/**
 * CpBlockRole:
 * @CP_BLOCK_BODY: what the author wrote
 * @CP_BLOCK_FURNITURE: what the publisher put around it: bylines, related links, captions, disclaimers
 */
typedef enum
{
  CP_BLOCK_BODY,
  CP_BLOCK_FURNITURE,
} CpBlockRole;

/**
 * CpFurniture:
 * @CP_FURNITURE_NONE: no furniture: the block belongs to the body
 * @CP_FURNITURE_TITLE: the headline, kept out of the text because it is metadata
 * @CP_FURNITURE_STANDFIRST: the summary under the headline
 * @CP_FURNITURE_KICKER: the name of the section over the headline
 * @CP_FURNITURE_BYLINE: who wrote the piece
 * @CP_FURNITURE_DATE: when it was published
 * @CP_FURNITURE_CAPTION: what a picture shows, and who took it
 * @CP_FURNITURE_CREDIT: who took or drew a picture
 * @CP_FURNITURE_RELATED: a link to another piece
 * @CP_FURNITURE_NEWSLETTER: an invitation to subscribe or to support
 * @CP_FURNITURE_ADVERTISEMENT: an advertisement or its label
 * @CP_FURNITURE_SHARE: a button to share, print or save
 * @CP_FURNITURE_COMMENT: a reader's comment, or an invitation to comment
 * @CP_FURNITURE_DISCLAIMER: whose views these are not
 * @CP_FURNITURE_CORRECTION: what was changed after publication
 * @CP_FURNITURE_AUTHOR_NOTE: who the author is
 * @CP_FURNITURE_ADDRESS: where the piece was published
 * @CP_FURNITURE_PAGE_NUMBER: the number of a printed page
 * @CP_FURNITURE_FOOTNOTE: a note at the foot of the page or at the end
 * @CP_FURNITURE_PULL_QUOTE: words of the body shown twice
 * @CP_FURNITURE_NAVIGATION: the way to other parts of the site
 * @CP_FURNITURE_FOOTER: what closes every page of the site
 * @CP_FURNITURE_NOTICE: copyright and other small print
 *
 * What the publisher put around the piece.
 */
typedef enum
{
  CP_FURNITURE_NONE,
  CP_FURNITURE_TITLE,
  CP_FURNITURE_STANDFIRST,
  CP_FURNITURE_KICKER,
  CP_FURNITURE_BYLINE,
  CP_FURNITURE_DATE,
  CP_FURNITURE_CAPTION,
  CP_FURNITURE_CREDIT,
  CP_FURNITURE_RELATED,
  CP_FURNITURE_NEWSLETTER,
  CP_FURNITURE_ADVERTISEMENT,
  CP_FURNITURE_SHARE,
  CP_FURNITURE_COMMENT,
  CP_FURNITURE_DISCLAIMER,
  CP_FURNITURE_CORRECTION,
  CP_FURNITURE_AUTHOR_NOTE,
  CP_FURNITURE_ADDRESS,
  CP_FURNITURE_PAGE_NUMBER,
  CP_FURNITURE_FOOTNOTE,
  CP_FURNITURE_PULL_QUOTE,
  CP_FURNITURE_NAVIGATION,
  CP_FURNITURE_FOOTER,
  CP_FURNITURE_NOTICE,
} CpFurniture;

#define CP_N_FURNITURE (CP_FURNITURE_NOTICE + 1)

#define CP_TYPE_BLOCK (cp_block_get_type ())
G_DECLARE_FINAL_TYPE (CpBlock, cp_block, CP, BLOCK, GObject)

CpBlock      *cp_block_new           (CpBlockKind    kind,
                                      CpBlockRole    role,
                                      int            level,
                                      const char    *text);
CpBlock      *cp_block_copy          (CpBlock       *self);

CpBlockKind   cp_block_get_kind      (CpBlock       *self);
CpBlockRole   cp_block_get_role      (CpBlock       *self);
void          cp_block_set_role      (CpBlock       *self,
                                      CpBlockRole    role);
CpFurniture   cp_block_get_furniture (CpBlock       *self);
void          cp_block_set_furniture (CpBlock       *self,
                                      CpFurniture    furniture);
gboolean      cp_block_is_moved      (CpBlock       *self);
int           cp_block_get_level     (CpBlock       *self);
const char   *cp_block_get_text      (CpBlock       *self);
const CpMark *cp_block_get_marks     (CpBlock       *self,
                                      guint         *n_marks);
void          cp_block_set_marks     (CpBlock       *self,
                                      const CpMark  *marks,
                                      guint          n_marks);
int           cp_block_get_start     (CpBlock       *self);
int           cp_block_get_end       (CpBlock       *self);
void          cp_block_set_span      (CpBlock       *self,
                                      int            start,
                                      int            end);

G_END_DECLS
