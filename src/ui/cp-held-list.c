/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that passes on the changes of another; while there are many, several at a time. */

#define G_LOG_DOMAIN "cp-held-list"

#include "config.h"

#include "cp-held-list.h"

/* Each change makes a view lay out its rows anew. Often enough to be seen growing, seldom enough to leave time to read,
 * in milliseconds. */
#define PAUSE 300

struct _CpHeldList
{
  GObject     parent_instance;

  GListModel *source;
  GPtrArray  *items;
  guint       pass_id;
  gboolean    held;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CpHeldList, cp_held_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GPtrArray *
take_items (GListModel *source)
{
  guint n_items = g_list_model_get_n_items (source);
  GPtrArray *items = g_ptr_array_new_full (n_items, g_object_unref);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (items, g_list_model_get_item (source, i));

  return items;
}

static guint
count_equal_before (GPtrArray *a,
                    GPtrArray *b)
{
  guint n = 0;

  while (n < a->len && n < b->len && a->pdata[n] == b->pdata[n])
    n++;

  return n;
}

static guint
count_equal_after (GPtrArray *a,
                   GPtrArray *b,
                   guint      n_before)
{
  guint n = 0;

  while (n < a->len - n_before && n < b->len - n_before && a->pdata[a->len - 1 - n] == b->pdata[b->len - 1 - n])
    n++;

  return n;
}

static void
pass_on (CpHeldList *self)
{
  g_autoptr(GPtrArray) before = self->items;
  guint n_before, n_after;

  g_clear_handle_id (&self->pass_id, g_source_remove);
  self->items = take_items (self->source);
  n_before = count_equal_before (before, self->items);
  n_after = count_equal_after (before, self->items, n_before);
  if (before->len > n_before + n_after || self->items->len > n_before + n_after)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, before->len - n_before - n_after,
                                self->items->len - n_before - n_after);
}

static gboolean
pause_over_cb (gpointer user_data)
{
  CpHeldList *self = CP_HELD_LIST (user_data);

  self->pass_id = 0;
  pass_on (self);

  return G_SOURCE_REMOVE;
}

static void
source_changed_cb (CpHeldList *self)
{
  if (!self->held)
    pass_on (self);
  else if (self->pass_id == 0)
    self->pass_id = g_timeout_add (PAUSE, pause_over_cb, self);
}

static GType
cp_held_list_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (CP_HELD_LIST (model)->source);
}

static guint
cp_held_list_get_n_items (GListModel *model)
{
  return CP_HELD_LIST (model)->items->len;
}

static gpointer
cp_held_list_get_item (GListModel *model,
                       guint       position)
{
  CpHeldList *self = CP_HELD_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cp_held_list_get_item_type;
  iface->get_n_items = cp_held_list_get_n_items;
  iface->get_item = cp_held_list_get_item;
}

static void
cp_held_list_dispose (GObject *object)
{
  CpHeldList *self = CP_HELD_LIST (object);

  g_clear_handle_id (&self->pass_id, g_source_remove);

  G_OBJECT_CLASS (cp_held_list_parent_class)->dispose (object);
}

static void
cp_held_list_finalize (GObject *object)
{
  CpHeldList *self = CP_HELD_LIST (object);

  g_clear_object (&self->source);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (cp_held_list_parent_class)->finalize (object);
}

static void
cp_held_list_class_init (CpHeldListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cp_held_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cp_held_list_finalize;
}

static void
cp_held_list_init (CpHeldList *self)
{
}

/**
 * cp_held_list_new:
 * @source: a list of objects
 *
 * Returns: (transfer full): a list with the items of @source, in step with it
 */
CpHeldList *
cp_held_list_new (GListModel *source)
{
  CpHeldList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (source), NULL);

  self = g_object_new (CP_TYPE_HELD_LIST, NULL);
  self->source = g_object_ref (source);
  self->items = take_items (source);
  g_signal_connect_object (source, "items-changed", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * cp_held_list_set_held:
 * @held: whether many changes are on their way
 *
 * While @held, what changes is passed on a few times a second; otherwise at once, beginning with what was held back.
 */
void
cp_held_list_set_held (CpHeldList *self,
                       gboolean    held)
{
  g_return_if_fail (CP_IS_HELD_LIST (self));

  self->held = held;
  if (!held && self->pass_id != 0)
    pass_on (self);
}
