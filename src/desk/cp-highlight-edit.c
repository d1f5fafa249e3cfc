/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer highlighted a passage, wrote a note to a highlight, or removed one. */

#define G_LOG_DOMAIN "cp-highlight-edit"

#include "config.h"

#include "cp-highlight-edit.h"

#include <glib/gi18n.h>

struct _CpHighlightEdit
{
  CpEdit       parent_instance;

  CpLibrary   *library;
  char        *article_id;
  GListStore  *highlights;

  /* The same highlight before and after; NULL when it is not there then. */
  CpHighlight *before;
  CpHighlight *after;
  guint        position;
};

G_DEFINE_FINAL_TYPE (CpHighlightEdit, cp_highlight_edit, CP_TYPE_EDIT)

static gboolean
save (CpHighlightEdit  *self,
      CpHighlight      *from,
      CpHighlight      *to,
      GListStore       *all,
      GError          **error)
{
  if (to == NULL)
    return cp_library_remove_highlight (self->library, self->article_id, cp_highlight_get_id (from), error);

  return cp_library_save_highlights (self->library, self->article_id, G_LIST_MODEL (all), error);
}

/* Where the highlight is in the list, or belongs. More of them may have come in since. */
static guint
find_position (CpHighlightEdit *self,
               CpHighlight     *highlight)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->highlights));

  for (guint i = 0; highlight != NULL && i < n_items; i++)
    {
      g_autoptr (CpHighlight) other = g_list_model_get_item (G_LIST_MODEL (self->highlights), i);

      if (g_str_equal (cp_highlight_get_id (other), cp_highlight_get_id (highlight)))
        return i;
    }

  return MIN (self->position, n_items);
}

static gboolean
move (CpHighlightEdit  *self,
      CpHighlight      *from,
      CpHighlight      *to,
      GError          **error)
{
  guint position = find_position (self, from);

  g_list_store_splice (self->highlights, position, from != NULL, (gpointer *) &to, to != NULL);
  if (save (self, from, to, self->highlights, error))
    return TRUE;

  g_list_store_splice (self->highlights, position, to != NULL, (gpointer *) &from, from != NULL);
  return FALSE;
}

static gboolean
cp_highlight_edit_apply (CpEdit  *edit,
                         GError **error)
{
  CpHighlightEdit *self = CP_HIGHLIGHT_EDIT (edit);

  return move (self, self->before, self->after, error);
}

static gboolean
cp_highlight_edit_revert (CpEdit  *edit,
                          GError **error)
{
  CpHighlightEdit *self = CP_HIGHLIGHT_EDIT (edit);

  return move (self, self->after, self->before, error);
}

static void
cp_highlight_edit_finalize (GObject *object)
{
  CpHighlightEdit *self = CP_HIGHLIGHT_EDIT (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->article_id, g_free);
  g_clear_object (&self->highlights);
  g_clear_object (&self->before);
  g_clear_object (&self->after);

  G_OBJECT_CLASS (cp_highlight_edit_parent_class)->finalize (object);
}

static void
cp_highlight_edit_class_init (CpHighlightEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CpEditClass *edit_class = CP_EDIT_CLASS (klass);

  object_class->finalize = cp_highlight_edit_finalize;
  edit_class->apply = cp_highlight_edit_apply;
  edit_class->revert = cp_highlight_edit_revert;
}

static void
cp_highlight_edit_init (CpHighlightEdit *self)
{
}

static const char *
describe (CpHighlight *before,
          CpHighlight *after)
{
  if (before == NULL)
    return _("Highlight Passage");

  return after == NULL ? _("Remove Highlight") : _("Edit Note");
}

/**
 * cp_highlight_edit_new:
 * @library: where the highlights are saved
 * @article_id: the article that they belong to
 * @highlights: all its highlights
 * @before: (nullable): one of them; %NULL when a new one is made
 * @after: (nullable): what becomes of it; %NULL when it is removed
 *
 * Returns: (transfer full): an edit
 */
CpEdit *
cp_highlight_edit_new (CpLibrary   *library,
                       const char  *article_id,
                       GListStore  *highlights,
                       CpHighlight *before,
                       CpHighlight *after)
{
  CpHighlightEdit *self = g_object_new (CP_TYPE_HIGHLIGHT_EDIT, NULL);

  self->library = g_object_ref (library);
  self->article_id = g_strdup (article_id);
  self->highlights = g_object_ref (highlights);
  g_set_object (&self->before, before);
  g_set_object (&self->after, after);
  self->position = G_MAXUINT;
  self->position = find_position (self, before);
  cp_edit_set_label (CP_EDIT (self), describe (before, after));

  return CP_EDIT (self);
}
