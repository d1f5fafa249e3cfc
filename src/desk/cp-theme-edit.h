/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer accepted, renamed or removed a theme. */

#pragma once

#include "cp-article.h"
#include "cp-edit.h"
#include "cp-library.h"
#include "cp-theme.h"

G_BEGIN_DECLS

#define CP_TYPE_THEME_EDIT (cp_theme_edit_get_type ())
G_DECLARE_FINAL_TYPE (CpThemeEdit, cp_theme_edit, CP, THEME_EDIT, CpEdit)

CpEdit *cp_theme_edit_new_accept (CpLibrary  *library,
                                  CpArticle  *article,
                                  GListStore *themes,
                                  CpTheme    *theme);
CpEdit *cp_theme_edit_new_rename (CpLibrary  *library,
                                  CpArticle  *article,
                                  GListStore *themes,
                                  CpTheme    *theme,
                                  const char *label);
CpEdit *cp_theme_edit_new_remove (CpLibrary  *library,
                                  CpArticle  *article,
                                  GListStore *themes,
                                  CpTheme    *theme);

G_END_DECLS
