/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing the reviewer did that can be taken back and done again. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CP_TYPE_EDIT (cp_edit_get_type ())
G_DECLARE_DERIVABLE_TYPE (CpEdit, cp_edit, CP, EDIT, GObject)

/**
 * CpEditClass:
 * @apply: does it, or does it again, and saves it; when it fails, nothing has changed
 * @revert: takes it back and saves that; when it fails, nothing has changed
 */
struct _CpEditClass
{
  GObjectClass parent_class;

  gboolean (*apply)  (CpEdit  *self,
                      GError **error);
  gboolean (*revert) (CpEdit  *self,
                      GError **error);
};

const char *cp_edit_get_label (CpEdit     *self);
void        cp_edit_set_label (CpEdit     *self,
                               const char *label);
gboolean    cp_edit_apply     (CpEdit     *self,
                               GError    **error);
gboolean    cp_edit_revert    (CpEdit     *self,
                               GError    **error);

G_END_DECLS
