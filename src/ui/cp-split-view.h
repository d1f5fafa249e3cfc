/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Content between a sidebar and a panel that fold over it where there is not the room for them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CP_TYPE_SPLIT_VIEW (cp_split_view_get_type ())
G_DECLARE_FINAL_TYPE (CpSplitView, cp_split_view, CP, SPLIT_VIEW, GtkWidget)

GtkWidget *cp_split_view_new                 (void);

gboolean   cp_split_view_get_show_sidebar    (CpSplitView *self);
void       cp_split_view_set_show_sidebar    (CpSplitView *self,
                                              gboolean     show_sidebar);
gboolean   cp_split_view_get_show_panel      (CpSplitView *self);
void       cp_split_view_set_show_panel      (CpSplitView *self,
                                              gboolean     show_panel);
gboolean   cp_split_view_get_sidebar_folded  (CpSplitView *self);
gboolean   cp_split_view_get_panel_folded    (CpSplitView *self);
gboolean   cp_split_view_get_sidebar_wanted  (CpSplitView *self);
gboolean   cp_split_view_get_panel_wanted    (CpSplitView *self);
gboolean   cp_split_view_get_content_narrow  (CpSplitView *self);
int        cp_split_view_get_sidebar_width   (CpSplitView *self);
int        cp_split_view_get_panel_width     (CpSplitView *self);

G_END_DECLS
