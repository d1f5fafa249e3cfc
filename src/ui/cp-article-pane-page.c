/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pane shows of its article: the text with its pictures, what was set aside, or the original. */

#define G_LOG_DOMAIN "cp-article-pane"

#include "config.h"

#include "cp-article-pane-private.h"

#include <glib/gi18n.h>

static void
load_page (CpArticlePane *self,
           CpReaderFlags  flags)
{
  cp_reader_view_load_article (self->reader, self->article, self->resources,
                               self->aside ? flags | CP_READER_ASIDE : flags);
}

static void
resources_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(CpArticlePane) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) resources = cp_desk_load_resources_finish (CP_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  if (resources == NULL)
    {
      g_warning ("The pictures of an article cannot be read: %s", error->message);
      return;
    }

  self->resources = g_steal_pointer (&resources);
  load_page (self, CP_READER_KEEP_PLACE);
}

/* The text does not wait for its pictures. */
static void
load_resources (CpArticlePane *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->resources, g_ptr_array_unref);
  if (self->desk == NULL || self->article == NULL || cp_article_get_n_images (self->article) == 0)
    return;

  self->loading = g_cancellable_new ();
  cp_desk_load_resources_async (self->desk, self->article, self->loading, resources_loaded_cb, g_object_ref (self));
}

static void
update_name (CpArticlePane *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->article != NULL ? cp_article_get_title (self->article) : _("No piece"), -1);
}

static void
update_mode (CpArticlePane *self)
{
  gboolean original = self->show_original && self->desk != NULL && self->article != NULL;

  gtk_stack_set_visible_child_name (self->modes, original ? "original" : "reader");
  gtk_widget_set_visible (GTK_WIDGET (self->strip), !original);
  if (original)
    cp_original_view_show (self->original, self->desk, self->article);
}

/*< private >
 * cp_article_pane_load_page:
 *
 * Shows the article from its beginning, or empty paper where there is none.
 */
void
cp_article_pane_load_page (CpArticlePane *self)
{
  update_name (self);
  load_resources (self);
  update_mode (self);
  if (self->article != NULL)
    load_page (self, CP_READER_PLAIN);
}

/**
 * cp_article_pane_set_desk:
 * @self: a pane
 * @desk: keeps the pictures and the originals of the articles; without one, there are none
 */
void
cp_article_pane_set_desk (CpArticlePane *self,
                          CpDesk        *desk)
{
  g_return_if_fail (CP_IS_ARTICLE_PANE (self));
  g_return_if_fail (CP_IS_DESK (desk));

  g_set_object (&self->desk, desk);
}

/**
 * cp_article_pane_replace_article:
 * @self: a pane
 * @article: the same article in another state
 *
 * Shows @article where the one before was left; set its highlights afterwards.
 */
void
cp_article_pane_replace_article (CpArticlePane *self,
                                 CpArticle     *article)
{
  g_return_if_fail (CP_IS_ARTICLE_PANE (self));
  g_return_if_fail (CP_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;

  update_name (self);
  load_page (self, CP_READER_KEEP_PLACE);
  g_object_notify (G_OBJECT (self), "article");
}

/**
 * cp_article_pane_set_notes:
 * @self: a pane
 * @highlights: (nullable): the #CpHighlight of the article
 *
 * Shows what somebody has marked in the text, as it is now.
 */
void
cp_article_pane_set_notes (CpArticlePane *self,
                           GListModel    *highlights)
{
  g_return_if_fail (CP_IS_ARTICLE_PANE (self));

  cp_reader_view_set_highlights (self->reader, highlights);
}

/**
 * cp_article_pane_set_show_aside:
 * @self: a pane
 * @aside: whether to show what was set aside, too
 */
void
cp_article_pane_set_show_aside (CpArticlePane *self,
                                gboolean       aside)
{
  g_return_if_fail (CP_IS_ARTICLE_PANE (self));

  if (self->aside == aside)
    return;

  self->aside = aside;
  if (self->article != NULL)
    load_page (self, CP_READER_KEEP_PLACE);
}

/**
 * cp_article_pane_set_show_original:
 * @self: a pane
 * @original: whether to show the piece as it was saved, rather than to be read
 */
void
cp_article_pane_set_show_original (CpArticlePane *self,
                                   gboolean       original)
{
  g_return_if_fail (CP_IS_ARTICLE_PANE (self));

  self->show_original = original;
  update_mode (self);
}

/**
 * cp_article_pane_get_block:
 * @self: a pane
 *
 * Returns: the position of the block that the reviewer has pointed to, while what was set aside is shown; or −1
 */
int
cp_article_pane_get_block (CpArticlePane *self)
{
  g_return_val_if_fail (CP_IS_ARTICLE_PANE (self), -1);

  return self->aside && self->article != NULL && !self->show_original ? cp_reader_view_get_block (self->reader) : -1;
}
