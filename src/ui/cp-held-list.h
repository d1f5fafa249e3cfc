/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that passes on the changes of another; while there are many, several at a time. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CP_TYPE_HELD_LIST (cp_held_list_get_type ())
G_DECLARE_FINAL_TYPE (CpHeldList, cp_held_list, CP, HELD_LIST, GObject)

CpHeldList *cp_held_list_new      (GListModel *source);

void        cp_held_list_set_held (CpHeldList *self,
                                   gboolean    held);

G_END_DECLS
