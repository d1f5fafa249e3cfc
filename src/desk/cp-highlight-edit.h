/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer highlighted a passage, wrote a note to a highlight, or removed one. */

#pragma once

#include "cp-edit.h"
#include "cp-library.h"

G_BEGIN_DECLS

#define CP_TYPE_HIGHLIGHT_EDIT (cp_highlight_edit_get_type ())
G_DECLARE_FINAL_TYPE (CpHighlightEdit, cp_highlight_edit, CP, HIGHLIGHT_EDIT, CpEdit)

CpEdit *cp_highlight_edit_new (CpLibrary   *library,
                               const char  *article_id,
                               GListStore  *highlights,
                               CpHighlight *before,
                               CpHighlight *after);

G_END_DECLS
