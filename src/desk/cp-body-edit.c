/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer took a block into the body of an article or out of it. */

#define G_LOG_DOMAIN "cp-body-edit"

#include "config.h"

#include "cp-body-edit.h"

#include <glib/gi18n.h>

/* An article with what goes by the offsets of its text. The themes are made once, so that edits before and after
 * this one find those that they changed. */
typedef struct
{
  CpArticle  *article;
  GListStore *themes;

  /* id → CpHighlight as it was when this state was last left. More of them may have come in since. */
  GHashTable *highlights;
} State;

struct _CpBodyEdit
{
  CpEdit         parent_instance;

  CpLibrary     *library;
  CpArticleList *articles;

  /* What the desk shows, whichever state it is in. */
  GListStore    *themes;
  GListStore    *highlights;

  State          before;
  State          after;
};

G_DEFINE_FINAL_TYPE (CpBodyEdit, cp_body_edit, CP_TYPE_EDIT)

static void
init_state (State     *state,
            CpArticle *article)
{
  state->article = article;
  state->themes = g_list_store_new (CP_TYPE_THEME);
  state->highlights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static void
clear_state (State *state)
{
  g_clear_object (&state->article);
  g_clear_object (&state->themes);
  g_clear_pointer (&state->highlights, g_hash_table_unref);
}

static void
remember_highlights (State      *state,
                     GListModel *highlights)
{
  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      CpHighlight *highlight = g_list_model_get_item (highlights, i);

      g_hash_table_insert (state->highlights, g_strdup (cp_highlight_get_id (highlight)), highlight);
    }
}

/* What was there when the state was left comes back as it was; what came in since is moved. */
static GListStore *
move_highlights (GListModel  *highlights,
                 const State *from,
                 const State *to)
{
  GListStore *moved = g_list_store_new (CP_TYPE_HIGHLIGHT);

  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (CpHighlight) highlight = g_list_model_get_item (highlights, i);
      CpHighlight *known = g_hash_table_lookup (to->highlights, cp_highlight_get_id (highlight));
      g_autoptr (CpHighlight) copy = known != NULL
                                       ? g_object_ref (known)
                                       : cp_highlight_copy_moved (highlight, from->article, to->article);

      g_list_store_append (moved, copy);
    }

  return moved;
}

static void
show (GListStore *shown,
      GListStore *other)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (other)); i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (other), i));

  g_list_store_splice (shown, 0, g_list_model_get_n_items (G_LIST_MODEL (shown)), items->pdata, items->len);
}

static gboolean
move (CpBodyEdit  *self,
      State       *from,
      State       *to,
      GError     **error)
{
  g_autoptr (GListStore) highlights = move_highlights (G_LIST_MODEL (self->highlights), from, to);

  if (!cp_library_save_body (self->library, to->article, G_LIST_MODEL (to->themes), G_LIST_MODEL (highlights), error))
    return FALSE;

  g_hash_table_remove_all (from->highlights);
  remember_highlights (from, G_LIST_MODEL (self->highlights));
  show (self->themes, to->themes);
  show (self->highlights, highlights);
  cp_article_list_replace (self->articles, from->article, to->article);

  return TRUE;
}

static gboolean
cp_body_edit_apply (CpEdit  *edit,
                    GError **error)
{
  CpBodyEdit *self = CP_BODY_EDIT (edit);

  return move (self, &self->before, &self->after, error);
}

static gboolean
cp_body_edit_revert (CpEdit  *edit,
                     GError **error)
{
  CpBodyEdit *self = CP_BODY_EDIT (edit);

  return move (self, &self->after, &self->before, error);
}

static void
cp_body_edit_finalize (GObject *object)
{
  CpBodyEdit *self = CP_BODY_EDIT (object);

  g_clear_object (&self->library);
  g_clear_object (&self->articles);
  g_clear_object (&self->themes);
  g_clear_object (&self->highlights);
  clear_state (&self->before);
  clear_state (&self->after);

  G_OBJECT_CLASS (cp_body_edit_parent_class)->finalize (object);
}

static void
cp_body_edit_class_init (CpBodyEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CpEditClass *edit_class = CP_EDIT_CLASS (klass);

  object_class->finalize = cp_body_edit_finalize;
  edit_class->apply = cp_body_edit_apply;
  edit_class->revert = cp_body_edit_revert;
}

static void
cp_body_edit_init (CpBodyEdit *self)
{
}

/**
 * cp_body_edit_new:
 * @library: where the article is saved
 * @articles: the list that shows it
 * @article: an article of both, loaded
 * @themes: all its themes
 * @highlights: all its highlights
 * @position: that of a block
 * @role: whether the block belongs to the body from now on
 *
 * Returns: (transfer full): an edit
 */
CpEdit *
cp_body_edit_new (CpLibrary     *library,
                  CpArticleList *articles,
                  CpArticle     *article,
                  GListStore    *themes,
                  GListStore    *highlights,
                  guint          position,
                  CpBlockRole    role)
{
  CpBodyEdit *self = g_object_new (CP_TYPE_BODY_EDIT, NULL);

  self->library = g_object_ref (library);
  self->articles = g_object_ref (articles);
  self->themes = g_object_ref (themes);
  self->highlights = g_object_ref (highlights);
  init_state (&self->before, g_object_ref (article));
  init_state (&self->after, cp_article_copy_with_role (article, position, role));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (themes)); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (G_LIST_MODEL (themes), i);
      g_autoptr (CpTheme) moved = cp_theme_copy_moved (theme, article, self->after.article);

      g_list_store_append (self->before.themes, theme);
      g_list_store_append (self->after.themes, moved);
    }
  cp_edit_set_label (CP_EDIT (self), role == CP_BLOCK_BODY ? _("Take Into Text") : _("Leave Out of Text"));

  return CP_EDIT (self);
}
