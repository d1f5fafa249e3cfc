/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines on a page → columns in the order of reading. */

#pragma once

#include "cp-pdf-page.h"

G_BEGIN_DECLS

guint cp_pdf_columns_order (CpPdfPage *page,
                            guint      first_column);

G_END_DECLS
