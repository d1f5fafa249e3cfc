/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the hyphens that a line break put into a word from those that belong to it. */

#pragma once

#include "cp-pdf-page.h"

G_BEGIN_DECLS

typedef struct _CpPdfHyphens CpPdfHyphens;

CpPdfHyphens *cp_pdf_hyphens_new  (CpPdfText    *text);
void          cp_pdf_hyphens_free (CpPdfHyphens *self);
gboolean      cp_pdf_hyphens_keep (CpPdfHyphens *self,
                                   const char   *before,
                                   const char   *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpPdfHyphens, cp_pdf_hyphens_free)

G_END_DECLS
