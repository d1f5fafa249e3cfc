/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells running heads, running feet and page numbers from the text of a PDF document. */

#pragma once

#include "cp-pdf-page.h"

G_BEGIN_DECLS

void cp_pdf_margins_mark (CpPdfText  *text,
                          CpMetadata *metadata);

G_END_DECLS
