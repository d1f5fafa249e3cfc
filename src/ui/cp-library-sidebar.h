/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library beside the article: all saved op-eds, searched and narrowed down. */

#pragma once

#include <adwaita.h>

#include "cp-desk.h"

G_BEGIN_DECLS

#define CP_TYPE_LIBRARY_SIDEBAR (cp_library_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (CpLibrarySidebar, cp_library_sidebar, CP, LIBRARY_SIDEBAR, AdwBin)

void cp_library_sidebar_set_desk     (CpLibrarySidebar *self,
                                      CpDesk           *desk);
void cp_library_sidebar_set_chosen   (CpLibrarySidebar *self,
                                      CpArticle        *article);
void cp_library_sidebar_focus_search (CpLibrarySidebar *self);

G_END_DECLS
