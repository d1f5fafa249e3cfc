/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF document → its words, pictures and pages as they lie on paper. Runs in a process of its own. */

#pragma once

#include "cp-pdf-protocol.h"

G_BEGIN_DECLS

CpPdfStatus  cp_pdf_scan_text   (GBytes    *bytes,
                                 GVariant **text);
CpPdfStatus  cp_pdf_scan_images (GBytes    *bytes,
                                 GVariant **images);
CpPdfStatus  cp_pdf_scan_pages  (GBytes    *bytes,
                                 GVariant **pages);

G_END_DECLS
