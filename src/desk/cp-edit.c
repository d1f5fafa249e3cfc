/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing the reviewer did that can be taken back and done again. */

#define G_LOG_DOMAIN "cp-edit"

#include "config.h"

#include "cp-edit.h"
#include "cp-util.h"

typedef struct
{
  char *label;
} CpEditPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CpEdit, cp_edit, G_TYPE_OBJECT)

static void
cp_edit_finalize (GObject *object)
{
  CpEditPrivate *priv = cp_edit_get_instance_private (CP_EDIT (object));

  g_clear_pointer (&priv->label, g_free);

  G_OBJECT_CLASS (cp_edit_parent_class)->finalize (object);
}

static void
cp_edit_class_init (CpEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cp_edit_finalize;
}

static void
cp_edit_init (CpEdit *self)
{
  CpEditPrivate *priv = cp_edit_get_instance_private (self);

  priv->label = g_strdup ("");
}

/**
 * cp_edit_get_label:
 *
 * Returns: what was done, in a few translated words for a menu, such as "Rename Theme"
 */
const char *
cp_edit_get_label (CpEdit *self)
{
  CpEditPrivate *priv = cp_edit_get_instance_private (self);

  g_return_val_if_fail (CP_IS_EDIT (self), NULL);

  return priv->label;
}

void
cp_edit_set_label (CpEdit     *self,
                   const char *label)
{
  CpEditPrivate *priv = cp_edit_get_instance_private (self);

  g_return_if_fail (CP_IS_EDIT (self));
  g_return_if_fail (label != NULL);

  cp_set_str (&priv->label, label);
}

/**
 * cp_edit_apply:
 *
 * Does it, or does it again, and saves it.
 *
 * Returns: whether it is done; otherwise nothing has changed, and @error tells why
 */
gboolean
cp_edit_apply (CpEdit  *self,
               GError **error)
{
  g_return_val_if_fail (CP_IS_EDIT (self), FALSE);

  return CP_EDIT_GET_CLASS (self)->apply (self, error);
}

/**
 * cp_edit_revert:
 *
 * Takes it back and saves that.
 *
 * Returns: whether it is taken back; otherwise nothing has changed, and @error tells why
 */
gboolean
cp_edit_revert (CpEdit  *self,
                GError **error)
{
  g_return_val_if_fail (CP_IS_EDIT (self), FALSE);

  return CP_EDIT_GET_CLASS (self)->revert (self, error);
}
