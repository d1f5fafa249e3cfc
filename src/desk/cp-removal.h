/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer removed an article from the library. */

#pragma once

#include "cp-article-list.h"
#include "cp-edit.h"
#include "cp-library.h"

G_BEGIN_DECLS

#define CP_TYPE_REMOVAL (cp_removal_get_type ())
G_DECLARE_FINAL_TYPE (CpRemoval, cp_removal, CP, REMOVAL, CpEdit)

CpEdit *cp_removal_new (CpLibrary     *library,
                        CpArticleList *articles,
                        CpArticle     *article);

G_END_DECLS
