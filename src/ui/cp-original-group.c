/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The original of an article: its format and size, and ways to show and to save it. */

#define G_LOG_DOMAIN "cp-original-group"

#include "config.h"

#include "cp-original-group.h"

#include "cp-dialogs.h"
#include "cp-display-text.h"
#include "cp-html.h"

#include <glib/gi18n.h>

struct _CpOriginalGroup
{
  AdwBin               parent_instance;

  CpDesk              *desk;
  CpArticle           *article;
  GCancellable        *loading;
  GBytes              *bytes;
  char                *media_type;

  AdwPreferencesGroup *group;
  AdwActionRow        *format_row;
  AdwActionRow        *show_row;
  AdwActionRow        *save_row;
  AdwActionRow        *web_row;
};

typedef struct
{
  CpLibrary *library;
  char      *id;
  char      *media_type;
} Reading;

G_DEFINE_FINAL_TYPE (CpOriginalGroup, cp_original_group, ADW_TYPE_BIN)

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->library);
  g_free (reading->id);
  g_free (reading->media_type);
  g_free (reading);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;
  GBytes *bytes = cp_library_dup_original (reading->library, reading->id, &reading->media_type, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
show_format (CpOriginalGroup *self)
{
  g_autofree char *content_type = g_content_type_from_mime_type (self->media_type);
  g_autofree char *name = g_content_type_get_description (content_type != NULL ? content_type : self->media_type);
  g_autofree char *size = g_format_size (g_bytes_get_size (self->bytes));
  g_autofree char *line = g_strdup_printf ("%s · %s", name, size);

  adw_action_row_set_subtitle (self->format_row, line);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_row), TRUE);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  CpOriginalGroup *self = CP_ORIGINAL_GROUP (source);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  if (bytes == NULL)
    {
      adw_action_row_set_subtitle (self->format_row, error->message);
      return;
    }

  self->bytes = g_steal_pointer (&bytes);
  self->media_type = g_strdup (reading->media_type);
  show_format (self);
}

static void
forget (CpOriginalGroup *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->media_type, g_free);
}

/* What nobody looks at is not read: originals may be large. */
static void
read_original (CpOriginalGroup *self)
{
  g_autoptr(GTask) task = NULL;
  Reading *reading;

  if (self->article == NULL || self->bytes != NULL || self->loading != NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  reading = g_new0 (Reading, 1);
  reading->library = g_object_ref (cp_desk_get_library (self->desk));
  reading->id = g_strdup (cp_article_get_id (self->article));
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, read_cb, NULL);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CpOriginalGroup) self = user_data;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autoptr(GError) error = NULL;
  g_autofree char *problem = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    return;

  problem = g_strdup_printf (_("“%s” could not be saved: %s"), name, error->message);
  adw_action_row_set_subtitle (self->save_row, problem);
}

static void
save_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(CpOriginalGroup) self = user_data;
  g_autoptr(GFile) file = cp_dialogs_save_finish (result);

  if (file != NULL && self->bytes != NULL)
    g_file_replace_contents_bytes_async (file, self->bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved_cb,
                                         g_object_ref (self));
}

static const char *
get_ending (const char *media_type)
{
  static const struct
  {
    const char *media_type;
    const char *ending;
  } endings[] = {
    { "text/html", ".html" },
    { "text/markdown", ".md" },
    { "text/plain", ".txt" },
    { "application/pdf", ".pdf" },
    { "application/epub+zip", ".epub" },
    { "application/vnd.oasis.opendocument.text", ".odt" },
    { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx" },
    { "application/x-webarchive", ".webarchive" },
    { "multipart/related", ".mhtml" },
    { "message/rfc822", ".eml" },
    { "application/json", ".json" },
    { "application/zip", ".zip" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_equal (endings[i].media_type, media_type))
        return endings[i].ending;
    }

  return "";
}

static void
save_cb (CpOriginalGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *title = NULL, *name = NULL;

  if (self->bytes == NULL)
    return;

  title = cp_display_text_dup_file_name (cp_display_text_get_title (self->article));
  name = g_strconcat (title, get_ending (self->media_type), NULL);
  adw_action_row_set_subtitle (self->save_row, NULL);
  cp_dialogs_save_async (GTK_WINDOW (root), _("Save Original"), name, save_chosen_cb, g_object_ref (self));
}

static void
web_cb (CpOriginalGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_show_uri (GTK_WINDOW (root), cp_article_get_url (self->article), GDK_CURRENT_TIME);
}

static void
cp_original_group_dispose (GObject *object)
{
  CpOriginalGroup *self = CP_ORIGINAL_GROUP (object);

  forget (self);
  g_clear_object (&self->article);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (cp_original_group_parent_class)->dispose (object);
}

static void
cp_original_group_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cp_original_group_parent_class)->map (widget);

  read_original (CP_ORIGINAL_GROUP (widget));
}

static void
cp_original_group_class_init (CpOriginalGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cp_original_group_dispose;
  widget_class->map = cp_original_group_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-original-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CpOriginalGroup, group);
  gtk_widget_class_bind_template_child (widget_class, CpOriginalGroup, format_row);
  gtk_widget_class_bind_template_child (widget_class, CpOriginalGroup, show_row);
  gtk_widget_class_bind_template_child (widget_class, CpOriginalGroup, save_row);
  gtk_widget_class_bind_template_child (widget_class, CpOriginalGroup, web_row);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, web_cb);
}

static void
cp_original_group_init (CpOriginalGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cp_original_group_set_article:
 * @desk: (nullable): keeps the originals
 * @article: (nullable): the open article
 */
void
cp_original_group_set_article (CpOriginalGroup *self,
                               CpDesk          *desk,
                               CpArticle       *article)
{
  gboolean same;

  g_return_if_fail (CP_IS_ORIGINAL_GROUP (self));

  same = article != NULL && self->article != NULL &&
         g_str_equal (cp_article_get_id (article), cp_article_get_id (self->article));
  g_set_object (&self->desk, desk);
  g_set_object (&self->article, article);
  gtk_widget_set_visible (GTK_WIDGET (self), desk != NULL && article != NULL);
  if (article != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->web_row), cp_html_is_web_address (cp_article_get_url (article)));
  if (same)
    return;

  forget (self);
  adw_action_row_set_subtitle (self->format_row, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_row), FALSE);
  read_original (self);
}
