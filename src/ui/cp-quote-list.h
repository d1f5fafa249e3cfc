/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passages of a theme as quotes, each a way to its place in the text. */

#pragma once

#include <adwaita.h>

#include "cp-theme.h"

G_BEGIN_DECLS

#define CP_TYPE_QUOTE_LIST (cp_quote_list_get_type ())
G_DECLARE_FINAL_TYPE (CpQuoteList, cp_quote_list, CP, QUOTE_LIST, AdwBin)

GtkWidget *cp_quote_list_new       (void);

void       cp_quote_list_set_theme (CpQuoteList *self,
                                    CpTheme     *theme,
                                    guint        color);

G_END_DECLS
