/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A block's text as HTML: bold and italic as such, links as text that tells where it led. */

#pragma once

#include "cp-block.h"

G_BEGIN_DECLS

void cp_reader_inline_append       (GString *html,
                                    CpBlock *block);
void cp_reader_inline_append_cells (GString *html,
                                    CpBlock *block);

G_END_DECLS
