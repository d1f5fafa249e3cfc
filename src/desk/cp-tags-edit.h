/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer gave an article other tags. */

#pragma once

#include "cp-article.h"
#include "cp-edit.h"
#include "cp-library.h"

G_BEGIN_DECLS

#define CP_TYPE_TAGS_EDIT (cp_tags_edit_get_type ())
G_DECLARE_FINAL_TYPE (CpTagsEdit, cp_tags_edit, CP, TAGS_EDIT, CpEdit)

CpEdit *cp_tags_edit_new (CpLibrary          *library,
                          CpArticle          *article,
                          const char * const *tags);

G_END_DECLS
