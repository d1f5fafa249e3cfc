/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the piece from what stands around it on a web page that was printed to a PDF document. */

#pragma once

#include "cp-draft.h"

G_BEGIN_DECLS

void cp_pdf_web_prune (CpDraft *draft);

G_END_DECLS
