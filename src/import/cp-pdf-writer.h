/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs of a PDF document → blocks of a draft. */

#pragma once

#include "cp-pdf-hyphens.h"
#include "cp-pdf-images.h"
#include "cp-pdf-paragraphs.h"

G_BEGIN_DECLS

void cp_pdf_writer_write (GPtrArray    *paragraphs,
                          CpPdfHyphens *hyphens,
                          CpPdfImages  *images,
                          CpDraft      *draft);

G_END_DECLS
