/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines in the order of reading → paragraphs. */

#pragma once

#include "cp-pdf-page.h"

G_BEGIN_DECLS

/**
 * CpPdfParagraph:
 * @lines: (element-type CpPdfLine): borrowed from the pages
 * @kind: what the paragraph is
 * @level: rank of a heading, else 0
 * @furniture: what of the publisher's it is, if its place or its type tell that
 * @outside: whether its type tells that it is none of the text
 * @page: on which it begins
 * @size: of its font, in points
 * @n_characters: of all lines
 * @rest: (nullable): where it goes on after a column or a picture
 */
typedef struct _CpPdfParagraph CpPdfParagraph;

struct _CpPdfParagraph
{
  GPtrArray      *lines;
  CpBlockKind     kind;
  int             level;
  CpFurniture     furniture;
  gboolean        outside;
  guint           page;
  double          size;
  guint           n_characters;
  CpPdfParagraph *rest;
};

GPtrArray *cp_pdf_paragraphs_split          (CpPdfText            *text);
void       cp_pdf_paragraphs_join           (GPtrArray            *paragraphs);

CpPdfLine *cp_pdf_paragraph_get_line        (const CpPdfParagraph *self,
                                             guint                 position);
CpPdfBox   cp_pdf_paragraph_measure         (const CpPdfParagraph *self);
CpStyle    cp_pdf_paragraph_get_style       (const CpPdfParagraph *self);
gsize      cp_pdf_paragraph_measure_marker  (const char           *text);

G_END_DECLS
