/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: the library, one article or two side by side, and what there is to say about them. */

#pragma once

#include <adwaita.h>

#include "cp-desk.h"

G_BEGIN_DECLS

#define CP_TYPE_WINDOW (cp_window_get_type ())
G_DECLARE_FINAL_TYPE (CpWindow, cp_window, CP, WINDOW, AdwApplicationWindow)

CpWindow     *cp_window_new            (GtkApplication  *application,
                                        CpDesk          *desk);

void          cp_window_import         (CpWindow        *self,
                                        GFile          **files,
                                        guint            n_files,
                                        gboolean         compare);
CpArticle    *cp_window_get_article    (CpWindow        *self);
void          cp_window_open_article   (CpWindow        *self,
                                        CpArticle       *article);
CpComparison *cp_window_get_comparison (CpWindow        *self);
void          cp_window_compare_with   (CpWindow        *self,
                                        CpArticle       *other);

G_END_DECLS
