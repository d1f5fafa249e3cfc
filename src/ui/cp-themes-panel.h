/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel of the themes of the article: which it has, how much of it they hold, and where. */

#pragma once

#include <adwaita.h>

#include "cp-theme-palette.h"

G_BEGIN_DECLS

#define CP_TYPE_THEMES_PANEL (cp_themes_panel_get_type ())
G_DECLARE_FINAL_TYPE (CpThemesPanel, cp_themes_panel, CP, THEMES_PANEL, AdwBin)

void     cp_themes_panel_set_loading (CpThemesPanel  *self);
void     cp_themes_panel_set_themes  (CpThemesPanel  *self,
                                      GListModel     *themes,
                                      CpThemePalette *palette);
void     cp_themes_panel_set_chosen  (CpThemesPanel  *self,
                                      CpTheme        *theme);
CpTheme *cp_themes_panel_get_next    (CpThemesPanel  *self,
                                      int             direction);
void     cp_themes_panel_ask_label   (CpThemesPanel  *self,
                                      CpTheme        *theme);

G_END_DECLS
