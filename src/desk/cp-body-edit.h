/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer took a block into the body of an article or out of it. */

#pragma once

#include "cp-article-list.h"
#include "cp-edit.h"
#include "cp-library.h"

G_BEGIN_DECLS

#define CP_TYPE_BODY_EDIT (cp_body_edit_get_type ())
G_DECLARE_FINAL_TYPE (CpBodyEdit, cp_body_edit, CP, BODY_EDIT, CpEdit)

CpEdit *cp_body_edit_new (CpLibrary     *library,
                          CpArticleList *articles,
                          CpArticle     *article,
                          GListStore    *themes,
                          GListStore    *highlights,
                          guint          position,
                          CpBlockRole    role);

G_END_DECLS
