/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts together the paragraphs that a conversion tore at the ends of pages and columns. */

#pragma once

#include "cp-draft.h"

G_BEGIN_DECLS

void cp_rejoin_paragraphs (CpDraft *draft);

G_END_DECLS
