/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft as a web page: the contents of a document that is none, with all that is set aside. */

#pragma once

#include "cp-draft.h"

G_BEGIN_DECLS

char *cp_draft_to_page (CpDraft *draft);

G_END_DECLS
