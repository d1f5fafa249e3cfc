/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel of the comparison: what both pieces speak of, and what only one; before that, what to compare with. */

#pragma once

#include <adwaita.h>

#include "cp-desk.h"
#include "cp-theme-palette.h"

G_BEGIN_DECLS

#define CP_TYPE_COMPARE_PANEL (cp_compare_panel_get_type ())
G_DECLARE_FINAL_TYPE (CpComparePanel, cp_compare_panel, CP, COMPARE_PANEL, AdwBin)

void             cp_compare_panel_set_desk       (CpComparePanel  *self,
                                                  CpDesk          *desk);
void             cp_compare_panel_set_article    (CpComparePanel  *self,
                                                  CpArticle       *article);
void             cp_compare_panel_set_comparison (CpComparePanel  *self,
                                                  CpComparison    *comparison,
                                                  CpThemePalette  *palette);
void             cp_compare_panel_set_chosen     (CpComparePanel  *self,
                                                  CpComparedTheme *theme);
CpComparedTheme *cp_compare_panel_get_next       (CpComparePanel  *self,
                                                  int              direction);
void             cp_compare_panel_focus_chooser  (CpComparePanel  *self);

G_END_DECLS
