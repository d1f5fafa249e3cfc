/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of words with their places. */

#pragma once

#include "cp-draft.h"

G_BEGIN_DECLS

/**
 * CpPdfBox:
 * @x1: left edge
 * @y1: top edge
 * @x2: right edge
 * @y2: bottom edge
 *
 * In points from the upper left corner of the page. In documents that are read from right to left, from the upper
 * right corner: the layout of these is the mirror image of the others'.
 */
typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} CpPdfBox;

/**
 * CpPdfWord:
 * @text: in the order of reading
 * @link: (nullable): what it links to
 * @box: its place
 * @size: of the font, in points
 * @font: number of the font
 * @style: bold and italics
 * @space_after: whether a space parts it from the next word of the line
 *
 * Letters of one line in one font, without spaces.
 */
typedef struct
{
  char       *text;
  const char *link;
  CpPdfBox    box;
  double      size;
  guint       font;
  CpStyle     style;
  gboolean    space_after;
} CpPdfWord;

/**
 * CpPdfLine:
 * @words: (element-type CpPdfWord): in the order of reading
 * @text: the words and the spaces between them
 * @box: its place, that of the words in its main font
 * @size: of the main font
 * @font: number of the main font
 * @n_characters: of @text
 * @page: number of its page, from 0
 * @furniture: what of the publisher's it is, if its place tells that
 * @column: number of the column, or of the stretch of one, in which it lies; counts over all pages
 * @left: where the lines of the column begin
 * @right: where they end
 */
typedef struct
{
  GArray      *words;
  char        *text;
  CpPdfBox     box;
  double       size;
  guint        font;
  guint        n_characters;
  guint        page;
  CpFurniture  furniture;
  guint        column;
  double       left;
  double       right;
} CpPdfLine;

CpPdfLine *cp_pdf_line_new       (guint            page);
void       cp_pdf_line_free      (CpPdfLine       *self);
CpPdfWord *cp_pdf_line_get_word  (const CpPdfLine *self,
                                  guint            position);
CpStyle    cp_pdf_line_get_style (const CpPdfLine *self);
void       cp_pdf_line_complete  (CpPdfLine       *self);
CpPdfLine *cp_pdf_line_cut       (CpPdfLine       *self);
void       cp_pdf_line_join      (CpPdfLine       *self,
                                  CpPdfLine       *rest);
void       cp_pdf_line_prepend   (CpPdfLine       *self,
                                  CpPdfLine       *start,
                                  gboolean         as_initial);

G_END_DECLS
