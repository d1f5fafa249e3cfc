/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reviewer did, in order, to be undone and redone. */

#pragma once

#include "cp-edit.h"

G_BEGIN_DECLS

#define CP_TYPE_HISTORY (cp_history_get_type ())
G_DECLARE_FINAL_TYPE (CpHistory, cp_history, CP, HISTORY, GObject)

CpHistory  *cp_history_new            (void);

gboolean    cp_history_perform        (CpHistory *self,
                                       CpEdit    *edit);
gboolean    cp_history_undo           (CpHistory *self);
gboolean    cp_history_redo           (CpHistory *self);
gboolean    cp_history_get_can_undo   (CpHistory *self);
gboolean    cp_history_get_can_redo   (CpHistory *self);
const char *cp_history_get_undo_label (CpHistory *self);
const char *cp_history_get_redo_label (CpHistory *self);

G_END_DECLS
