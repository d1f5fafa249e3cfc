/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a PDF document as lines of words with their places. */

#pragma once

#include "cp-pdf-line.h"

G_BEGIN_DECLS

/**
 * CpPdfPage:
 * @width: in points
 * @height: in points
 * @lines: (element-type CpPdfLine)
 * @images: (element-type CpPdfBox): where pictures are
 * @links: targets of the links
 */
typedef struct
{
  double     width;
  double     height;
  GPtrArray *lines;
  GArray    *images;
  GPtrArray *links;
} CpPdfPage;

/**
 * CpPdfText:
 * @pages: (element-type CpPdfPage)
 * @size: in which most of the text is set, in points
 * @leading: from line to line of that text, in points
 * @is_web_page: whether a browser printed the document
 */
typedef struct
{
  GPtrArray *pages;
  double     size;
  double     leading;
  gboolean   is_web_page;
} CpPdfText;

CpPdfText *cp_pdf_text_new        (GVariant        *scan);
void       cp_pdf_text_free       (CpPdfText       *self);
CpPdfPage *cp_pdf_text_get_page   (CpPdfText       *self,
                                   guint            position);
gboolean   cp_pdf_text_is_empty   (CpPdfText       *self);

CpPdfLine *cp_pdf_page_get_line   (CpPdfPage       *self,
                                   guint            position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpPdfText, cp_pdf_text_free)

G_END_DECLS
