/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the elements of HTML are to a reader, by name and by class. */

#pragma once

#include "cp-draft.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * CpHtmlTag:
 * @CP_HTML_INLINE: part of the line, without meaning for us; also every unknown name
 * @CP_HTML_BLOCK: begins and ends a line
 * @CP_HTML_ACTIVE: runs, loads or asks something: left out, and counted
 * @CP_HTML_HIDDEN: shows no text of the piece: left out
 * @CP_HTML_CELL: a cell of a table; a row is one block
 *
 * The others are elements whose meaning matters.
 */
typedef enum
{
  CP_HTML_INLINE,
  CP_HTML_BLOCK,
  CP_HTML_ACTIVE,
  CP_HTML_HIDDEN,
  CP_HTML_CELL,
  CP_HTML_ROW,
  CP_HTML_HEADING,
  CP_HTML_PARAGRAPH,
  CP_HTML_QUOTATION,
  CP_HTML_LIST,
  CP_HTML_ITEM,
  CP_HTML_CAPTION,
  CP_HTML_FIGURE,
  CP_HTML_IMAGE,
  CP_HTML_STRONG,
  CP_HTML_EMPHASIS,
  CP_HTML_LINK,
  CP_HTML_BREAK,
  CP_HTML_NAVIGATION,
  CP_HTML_FOOTER,
  CP_HTML_ASIDE,
  CP_HTML_ARTICLE,
  CP_HTML_MAIN,
} CpHtmlTag;

CpHtmlTag   cp_html_tag_from_name     (const char *name);
gboolean    cp_html_tag_is_block      (CpHtmlTag   tag);
CpFurniture cp_html_hint_from_element (xmlNode    *element,
                                       CpHtmlTag   tag,
                                       gboolean   *is_hidden);

char       *cp_html_get_attribute     (xmlNode    *element,
                                       const char *name);
gboolean    cp_html_has_token         (xmlNode    *element,
                                       const char *attribute,
                                       const char *token);
char       *cp_html_dup_short_text    (xmlNode    *element,
                                       gsize       max_length);

G_END_DECLS
