/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells headings, quotations, captions and notes of a PDF document by their type and place. */

#pragma once

#include "cp-pdf-paragraphs.h"

G_BEGIN_DECLS

void cp_pdf_kinds_mark (CpPdfText  *text,
                        GPtrArray  *paragraphs,
                        const char *known_title);

G_END_DECLS
