/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One matter across the articles of a comparison: what each of them says of it, or that it does not. */

#pragma once

#include <glib-object.h>

#include "cp-theme.h"

G_BEGIN_DECLS

#define CP_TYPE_COMPARED_THEME (cp_compared_theme_get_type ())
G_DECLARE_FINAL_TYPE (CpComparedTheme, cp_compared_theme, CP, COMPARED_THEME, GObject)

CpComparedTheme *cp_compared_theme_new         (const char      *label,
                                                guint            n_articles);

const char      *cp_compared_theme_get_label   (CpComparedTheme *self);
guint            cp_compared_theme_get_n_sides (CpComparedTheme *self);
CpTheme         *cp_compared_theme_get_side    (CpComparedTheme *self,
                                                guint            article);
void             cp_compared_theme_set_side    (CpComparedTheme *self,
                                                guint            article,
                                                CpTheme         *theme);
gboolean         cp_compared_theme_is_shared   (CpComparedTheme *self);
guint            cp_compared_theme_get_only    (CpComparedTheme *self);

G_END_DECLS
