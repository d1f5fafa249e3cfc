/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer removed an article from the library. */

#define G_LOG_DOMAIN "cp-removal"

#include "config.h"

#include "cp-removal.h"

#include <glib/gi18n.h>

struct _CpRemoval
{
  CpEdit         parent_instance;

  CpLibrary     *library;
  CpArticleList *articles;
  CpArticle     *article;
};

G_DEFINE_FINAL_TYPE (CpRemoval, cp_removal, CP_TYPE_EDIT)

static gboolean
cp_removal_apply (CpEdit  *edit,
                  GError **error)
{
  CpRemoval *self = CP_REMOVAL (edit);

  if (!cp_library_remove (self->library, cp_article_get_id (self->article), error))
    return FALSE;

  cp_article_list_hide (self->articles, self->article);
  return TRUE;
}

static gboolean
cp_removal_revert (CpEdit  *edit,
                   GError **error)
{
  CpRemoval *self = CP_REMOVAL (edit);

  if (!cp_library_restore (self->library, cp_article_get_id (self->article), error))
    return FALSE;

  cp_article_list_unhide (self->articles, self->article);
  return TRUE;
}

static void
cp_removal_finalize (GObject *object)
{
  CpRemoval *self = CP_REMOVAL (object);

  g_clear_object (&self->library);
  g_clear_object (&self->articles);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (cp_removal_parent_class)->finalize (object);
}

static void
cp_removal_class_init (CpRemovalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CpEditClass *edit_class = CP_EDIT_CLASS (klass);

  object_class->finalize = cp_removal_finalize;
  edit_class->apply = cp_removal_apply;
  edit_class->revert = cp_removal_revert;
}

static void
cp_removal_init (CpRemoval *self)
{
}

/**
 * cp_removal_new:
 * @library: what the article is removed from
 * @articles: the list that shows it
 * @article: an article of both
 *
 * Returns: (transfer full): an edit
 */
CpEdit *
cp_removal_new (CpLibrary     *library,
                CpArticleList *articles,
                CpArticle     *article)
{
  CpRemoval *self = g_object_new (CP_TYPE_REMOVAL, NULL);

  self->library = g_object_ref (library);
  self->articles = g_object_ref (articles);
  self->article = g_object_ref (article);
  cp_edit_set_label (CP_EDIT (self), _("Delete Op-Ed"));

  return CP_EDIT (self);
}
