/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin map of the whole text beside its scrollbar: where each theme is spoken of. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CpThemeSegment:
 * @top: where the passage begins, as a share of the text's height, 0–1
 * @bottom: where it ends, ≥ @top
 * @theme: position of its theme, as the owner of the strip counts them
 * @color: number of the theme's color, see cp_theme_colors_get_hex()
 */
typedef struct
{
  double top;
  double bottom;
  guint  theme;
  guint  color;
} CpThemeSegment;

#define CP_TYPE_THEME_STRIP (cp_theme_strip_get_type ())
G_DECLARE_FINAL_TYPE (CpThemeStrip, cp_theme_strip, CP, THEME_STRIP, GtkWidget)

CpThemeStrip *cp_theme_strip_new          (void);

void          cp_theme_strip_set_segments (CpThemeStrip         *self,
                                           const CpThemeSegment *segments,
                                           guint                 n_segments);
void          cp_theme_strip_set_chosen   (CpThemeStrip         *self,
                                           int                   theme);
void          cp_theme_strip_set_dark     (CpThemeStrip         *self,
                                           gboolean              dark);
int           cp_theme_strip_pick         (CpThemeStrip         *self,
                                           double                y);

G_END_DECLS
