/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF document opened by the library. Only what runs in the process of its own includes this. */

#pragma once

#include "cp-pdf-protocol.h"

#include <poppler.h>

G_BEGIN_DECLS

/* Old versions of the library lack the means to let go of these, and newer ones have them under their own names. */
typedef PopplerDocument CpPdfDocument;
typedef PopplerPage CpPdfPaper;

CpPdfDocument *cp_pdf_document_open       (GBytes                 *bytes,
                                           CpPdfStatus            *status);
gboolean       cp_pdf_document_is_picture (const PopplerRectangle *area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpPdfDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpPdfPaper, g_object_unref)

G_END_DECLS
