/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reviewer did, in order, to be undone and redone. */

#define G_LOG_DOMAIN "cp-history"

#include "config.h"

#include "cp-history.h"

struct _CpHistory
{
  GObject    parent_instance;

  /* The last one of each is the next to be undone, or redone. */
  GPtrArray *done;
  GPtrArray *undone;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

enum
{
  PROBLEM,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpHistory, cp_history, G_TYPE_OBJECT)

static CpEdit *
peek (GPtrArray *edits)
{
  return edits->len > 0 ? g_ptr_array_index (edits, edits->len - 1) : NULL;
}

static const char *
peek_label (GPtrArray *edits)
{
  return edits->len > 0 ? cp_edit_get_label (peek (edits)) : NULL;
}

static void
notify_all (CpHistory *self)
{
  for (guint property = PROP_CAN_UNDO; property < N_PROPS; property++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* An edit that fails stays where it was, to be tried again when what was in the way is gone. */
static gboolean
step (CpHistory  *self,
      GPtrArray  *from,
      GPtrArray  *to,
      gboolean  (*move) (CpEdit *edit, GError **error))
{
  g_autoptr (GError) error = NULL;
  CpEdit *edit = peek (from);

  if (edit == NULL)
    return FALSE;

  if (!move (edit, &error))
    {
      g_signal_emit (self, signals[PROBLEM], 0, error);
      return FALSE;
    }

  g_ptr_array_add (to, g_object_ref (edit));
  g_ptr_array_set_size (from, from->len - 1);
  notify_all (self);

  return TRUE;
}

static void
cp_history_dispose (GObject *object)
{
  CpHistory *self = CP_HISTORY (object);

  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);

  G_OBJECT_CLASS (cp_history_parent_class)->dispose (object);
}

static void
cp_history_finalize (GObject *object)
{
  CpHistory *self = CP_HISTORY (object);

  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);

  G_OBJECT_CLASS (cp_history_parent_class)->finalize (object);
}

static void
cp_history_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  CpHistory *self = CP_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->done->len > 0);
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->undone->len > 0);
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, peek_label (self->done));
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, peek_label (self->undone));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cp_history_class_init (CpHistoryClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cp_history_dispose;
  object_class->finalize = cp_history_finalize;
  object_class->get_property = cp_history_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * CpHistory::problem:
   * @error: why, in a sentence to be shown
   *
   * Something could not be done, undone or redone; nothing has changed.
   */
  signals[PROBLEM] = g_signal_new ("problem", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
cp_history_init (CpHistory *self)
{
  self->done = g_ptr_array_new_with_free_func (g_object_unref);
  self->undone = g_ptr_array_new_with_free_func (g_object_unref);
}

CpHistory *
cp_history_new (void)
{
  return g_object_new (CP_TYPE_HISTORY, NULL);
}

/**
 * cp_history_perform:
 * @edit: something to be done
 *
 * Does it, and keeps it to be undone. What was undone before can no longer be redone.
 *
 * Returns: whether it was done; otherwise #CpHistory::problem has told why
 */
gboolean
cp_history_perform (CpHistory *self,
                    CpEdit    *edit)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (CP_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (CP_IS_EDIT (edit), FALSE);

  if (!cp_edit_apply (edit, &error))
    {
      g_signal_emit (self, signals[PROBLEM], 0, error);
      return FALSE;
    }

  g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_add (self->done, g_object_ref (edit));
  notify_all (self);

  return TRUE;
}

/**
 * cp_history_undo:
 *
 * Returns: whether something was undone; otherwise there was nothing, or #CpHistory::problem has told why
 */
gboolean
cp_history_undo (CpHistory *self)
{
  g_return_val_if_fail (CP_IS_HISTORY (self), FALSE);

  return step (self, self->done, self->undone, cp_edit_revert);
}

/**
 * cp_history_redo:
 *
 * Returns: whether something was done again; otherwise there was nothing, or #CpHistory::problem has told why
 */
gboolean
cp_history_redo (CpHistory *self)
{
  g_return_val_if_fail (CP_IS_HISTORY (self), FALSE);

  return step (self, self->undone, self->done, cp_edit_apply);
}

gboolean
cp_history_get_can_undo (CpHistory *self)
{
  g_return_val_if_fail (CP_IS_HISTORY (self), FALSE);

  return self->done->len > 0;
}

gboolean
cp_history_get_can_redo (CpHistory *self)
{
  g_return_val_if_fail (CP_IS_HISTORY (self), FALSE);

  return self->undone->len > 0;
}

/**
 * cp_history_get_undo_label:
 *
 * Returns: (nullable): what would be undone, such as "Rename Theme"; %NULL for nothing
 */
const char *
cp_history_get_undo_label (CpHistory *self)
{
  g_return_val_if_fail (CP_IS_HISTORY (self), NULL);

  return peek_label (self->done);
}

/**
 * cp_history_get_redo_label:
 *
 * Returns: (nullable): what would be done again; %NULL for nothing
 */
const char *
cp_history_get_redo_label (CpHistory *self)
{
  g_return_val_if_fail (CP_IS_HISTORY (self), NULL);

  return peek_label (self->undone);
}
