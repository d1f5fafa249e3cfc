/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of a PDF document. */

#pragma once

#include "cp-pdf-paragraphs.h"

G_BEGIN_DECLS

typedef struct _CpPdfImages CpPdfImages;

CpPdfImages *cp_pdf_images_new        (GBytes               *bytes,
                                       CpPdfText            *text);
void         cp_pdf_images_free       (CpPdfImages          *self);
void         cp_pdf_images_add_before (CpPdfImages          *self,
                                       const CpPdfParagraph *paragraph,
                                       CpDraft              *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpPdfImages, cp_pdf_images_free)

G_END_DECLS
