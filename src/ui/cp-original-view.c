/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved piece as it looked where it was saved, behind the same seal as everything that comes from outside. */

#define G_LOG_DOMAIN "cp-original-view"

#include "config.h"

#include "cp-original-view.h"

#include "cp-display-text.h"
#include "cp-sealed-web-view.h"

#include <glib/gi18n.h>

struct _CpOriginalView
{
  AdwBin           parent_instance;

  GtkStack        *stack;
  AdwBin          *page;
  AdwStatusPage   *problem;

  CpSealedWebView *web_view;
  char            *shown;
  GCancellable    *loading;
};

G_DEFINE_FINAL_TYPE (CpOriginalView, cp_original_view, ADW_TYPE_BIN)

/* Most pieces are only read: the process that draws originals starts with the first of them. */
static void
ensure_web_view (CpOriginalView *self)
{
  g_autoptr(WebKitUserContentManager) content = NULL;
  const GdkRGBA paper = { 1.0, 1.0, 1.0, 1.0 };

  if (self->web_view != NULL)
    return;

  content = webkit_user_content_manager_new ();
  self->web_view = cp_sealed_web_view_new (content);
  webkit_web_view_set_background_color (WEBKIT_WEB_VIEW (self->web_view), &paper);
  adw_bin_set_child (self->page, GTK_WIDGET (self->web_view));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CpOriginalView) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *html = cp_desk_show_original_finish (CP_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  if (html == NULL)
    {
      g_clear_pointer (&self->shown, g_free);
      adw_status_page_set_description (self->problem, error->message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }

  ensure_web_view (self);
  cp_sealed_web_view_load (self->web_view, html);
  gtk_stack_set_visible_child_name (self->stack, "page");
}

static void
cp_original_view_dispose (GObject *object)
{
  CpOriginalView *self = CP_ORIGINAL_VIEW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);

  G_OBJECT_CLASS (cp_original_view_parent_class)->dispose (object);
}

static void
cp_original_view_finalize (GObject *object)
{
  CpOriginalView *self = CP_ORIGINAL_VIEW (object);

  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (cp_original_view_parent_class)->finalize (object);
}

static void
cp_original_view_class_init (CpOriginalViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cp_original_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cp_original_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-original-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CpOriginalView, stack);
  gtk_widget_class_bind_template_child (widget_class, CpOriginalView, page);
  gtk_widget_class_bind_template_child (widget_class, CpOriginalView, problem);
}

static void
cp_original_view_init (CpOriginalView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cp_original_view_show:
 * @self: a view
 * @desk: keeps the original
 * @article: an article of the library
 *
 * Shows the original of @article, which does not change: what is shown already stays as it is.
 */
void
cp_original_view_show (CpOriginalView *self,
                       CpDesk         *desk,
                       CpArticle      *article)
{
  g_autofree char *name = NULL;

  g_return_if_fail (CP_IS_ORIGINAL_VIEW (self));
  g_return_if_fail (CP_IS_DESK (desk));
  g_return_if_fail (CP_IS_ARTICLE (article));

  if (g_strcmp0 (self->shown, cp_article_get_id (article)) == 0)
    return;

  /* Translators: the saved page of an article; %s is its title */
  name = g_strdup_printf (_("Original of “%s”"), cp_display_text_get_title (article));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  g_free (self->shown);
  self->shown = g_strdup (cp_article_get_id (article));
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "loading");
  cp_desk_show_original_async (desk, article, self->loading, loaded_cb, g_object_ref (self));
}
