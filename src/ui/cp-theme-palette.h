/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which hue each theme has, so that it has the same everywhere as long as its article is open. */

#pragma once

#include "cp-theme.h"

G_BEGIN_DECLS

#define CP_TYPE_THEME_PALETTE (cp_theme_palette_get_type ())
G_DECLARE_FINAL_TYPE (CpThemePalette, cp_theme_palette, CP, THEME_PALETTE, GObject)

CpThemePalette *cp_theme_palette_new       (void);

guint           cp_theme_palette_get_color (CpThemePalette *self,
                                            CpTheme        *theme);
void            cp_theme_palette_share     (CpThemePalette *self,
                                            CpTheme        *theme,
                                            CpTheme        *with);
void            cp_theme_palette_reset     (CpThemePalette *self);

G_END_DECLS
