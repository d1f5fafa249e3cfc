/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One matter of a comparison in the panel: how much each piece says of it, and what, when chosen. */

#pragma once

#include <adwaita.h>

#include "cp-comparison.h"

G_BEGIN_DECLS

#define CP_TYPE_COMPARED_CARD (cp_compared_card_get_type ())
G_DECLARE_FINAL_TYPE (CpComparedCard, cp_compared_card, CP, COMPARED_CARD, GtkListBoxRow)

GtkWidget       *cp_compared_card_new        (CpComparison    *comparison,
                                              CpComparedTheme *theme,
                                              guint            color);

CpComparedTheme *cp_compared_card_get_theme  (CpComparedCard  *self);
void             cp_compared_card_set_chosen (CpComparedCard  *self,
                                              gboolean         chosen);

G_END_DECLS
