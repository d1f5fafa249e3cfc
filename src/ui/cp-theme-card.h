/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One theme of the article in the panel: whose it is, how much of the text it holds, and its quotes when chosen. */

#pragma once

#include <adwaita.h>

#include "cp-theme.h"

G_BEGIN_DECLS

#define CP_TYPE_THEME_CARD (cp_theme_card_get_type   ())
G_DECLARE_FINAL_TYPE (CpThemeCard, cp_theme_card, CP, THEME_CARD, GtkListBoxRow)

GtkWidget *cp_theme_card_new        (CpTheme     *theme,
                                       guint        color,
                                       GMenuModel  *menu);

CpTheme   *cp_theme_card_get_theme  (CpThemeCard *self);
void       cp_theme_card_set_chosen (CpThemeCard *self,
                                       gboolean     chosen);

G_END_DECLS
