/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headline and the headings of documents that were written without styles. */

#pragma once

#include "cp-draft.h"

G_BEGIN_DECLS

void cp_office_outline_complete (CpDraft    *draft,
                                 const char *title,
                                 const char *creator);

G_END_DECLS
