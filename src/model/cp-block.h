/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph, heading, quotation, list item or caption of an article. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CpBlockKind:
 * @CP_BLOCK_PARAGRAPH: running text
 * @CP_BLOCK_HEADING: a heading inside the piece; see #CpBlock:level
 * @CP_BLOCK_QUOTATION: a quotation set off from the text
 * @CP_BLOCK_LIST_ITEM: one item of a list
 * @CP_BLOCK_CAPTION: the caption of a picture, with its credit
 */
typedef enum
{
  CP_BLOCK_PARAGRAPH,
  CP_BLOCK_HEADING,
  CP_BLOCK_QUOTATION,
  CP_BLOCK_LIST_ITEM,
  CP_BLOCK_CAPTION,
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

#define CP_TYPE_BLOCK (cp_block_get_type ())
G_DECLARE_FINAL_TYPE (CpBlock, cp_block, CP, BLOCK, GObject)

CpBlock     *cp_block_new       (CpBlockKind  kind,
                                 CpBlockRole  role,
                                 int          level,
                                 const char  *text);

CpBlockKind  cp_block_get_kind  (CpBlock     *self);
CpBlockRole  cp_block_get_role  (CpBlock     *self);
int          cp_block_get_level (CpBlock     *self);
const char  *cp_block_get_text  (CpBlock     *self);
int          cp_block_get_start (CpBlock     *self);
int          cp_block_get_end   (CpBlock     *self);
void         cp_block_set_span  (CpBlock     *self,
                                 int          start,
                                 int          end);

G_END_DECLS
