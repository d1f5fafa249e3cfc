/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer gave an article other tags. */

#define G_LOG_DOMAIN "cp-tags-edit"

#include "config.h"

#include "cp-tags-edit.h"

#include <glib/gi18n.h>

struct _CpTagsEdit
{
  CpEdit      parent_instance;

  CpLibrary  *library;
  CpArticle  *article;
  char      **before;
  char      **after;
};

G_DEFINE_FINAL_TYPE (CpTagsEdit, cp_tags_edit, CP_TYPE_EDIT)

static gboolean
move (CpTagsEdit   *self,
      char        **tags,
      GError      **error)
{
  const char * const *to = (const char * const *) tags;

  if (!cp_library_save_tags (self->library, cp_article_get_id (self->article), to, error))
    return FALSE;

  cp_article_set_tags (self->article, to);
  return TRUE;
}

static gboolean
cp_tags_edit_apply (CpEdit  *edit,
                    GError **error)
{
  CpTagsEdit *self = CP_TAGS_EDIT (edit);

  return move (self, self->after, error);
}

static gboolean
cp_tags_edit_revert (CpEdit  *edit,
                     GError **error)
{
  CpTagsEdit *self = CP_TAGS_EDIT (edit);

  return move (self, self->before, error);
}

static void
cp_tags_edit_finalize (GObject *object)
{
  CpTagsEdit *self = CP_TAGS_EDIT (object);

  g_clear_object (&self->library);
  g_clear_object (&self->article);
  g_clear_pointer (&self->before, g_strfreev);
  g_clear_pointer (&self->after, g_strfreev);

  G_OBJECT_CLASS (cp_tags_edit_parent_class)->finalize (object);
}

static void
cp_tags_edit_class_init (CpTagsEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CpEditClass *edit_class = CP_EDIT_CLASS (klass);

  object_class->finalize = cp_tags_edit_finalize;
  edit_class->apply = cp_tags_edit_apply;
  edit_class->revert = cp_tags_edit_revert;
}

static void
cp_tags_edit_init (CpTagsEdit *self)
{
}

/**
 * cp_tags_edit_new:
 * @library: where the tags are saved
 * @article: an article
 * @tags: (array zero-terminated=1): all tags that it has from now on, sorted
 *
 * Returns: (transfer full): an edit
 */
CpEdit *
cp_tags_edit_new (CpLibrary          *library,
                  CpArticle          *article,
                  const char * const *tags)
{
  CpTagsEdit *self = g_object_new (CP_TYPE_TAGS_EDIT, NULL);

  self->library = g_object_ref (library);
  self->article = g_object_ref (article);
  self->before = g_strdupv ((char **) cp_article_get_tags (article));
  self->after = g_strdupv ((char **) tags);
  cp_edit_set_label (CP_EDIT (self), _("Edit Tags"));

  return CP_EDIT (self);
}
