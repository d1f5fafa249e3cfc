/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a PDF document says of itself. */

#pragma once

#include "cp-draft.h"

G_BEGIN_DECLS

void     cp_pdf_metadata_read        (GVariant   *info,
                                      CpDraft    *draft);
gboolean cp_pdf_metadata_is_headline (const char *title,
                                      const char *heading);

G_END_DECLS
