/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer changed what is known about a piece. */

#pragma once

#include "cp-article-list.h"
#include "cp-edit.h"
#include "cp-library.h"

G_BEGIN_DECLS

#define CP_TYPE_FIELD_EDIT (cp_field_edit_get_type ())
G_DECLARE_FINAL_TYPE (CpFieldEdit, cp_field_edit, CP, FIELD_EDIT, CpEdit)

CpEdit *cp_field_edit_new (CpLibrary     *library,
                           CpArticleList *articles,
                           CpArticle     *article,
                           CpField        field,
                           const char    *value);

G_END_DECLS
