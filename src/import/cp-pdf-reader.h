/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF documents → blocks and metadata. */

#pragma once

#include "cp-draft.h"

G_BEGIN_DECLS

CpDraft *cp_pdf_reader_make_draft (GVariant *scan,
                                   GBytes   *bytes);

G_END_DECLS
