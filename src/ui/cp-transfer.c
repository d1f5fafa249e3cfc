/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What another program offers by drag and drop or on the clipboard, as something to import. */

#define G_LOG_DOMAIN "cp-transfer"

#include "config.h"

#include "cp-transfer.h"

#include "cp-error.h"

#include <glib/gi18n.h>

/* Far more than anybody has written, and little enough to hold. */
#define MAX_BYTES (64 * 1024 * 1024)

#define CHUNK (64 * 1024)

static const char *page_type[] = { "text/html", NULL };
static const char *text_types[] = { "text/plain;charset=utf-8", "UTF8_STRING", "text/plain", NULL };

void
cp_transfer_free (CpTransfer *self)
{
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * cp_transfer_get_selections:
 *
 * Returns: (transfer full): what part of a page or of a text may be offered as
 */
GdkContentFormats *
cp_transfer_get_selections (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_mime_type (builder, page_type[0]);
  for (guint i = 0; text_types[i] != NULL; i++)
    gdk_content_formats_builder_add_mime_type (builder, text_types[i]);

  return gdk_content_formats_builder_free_to_formats (builder);
}

static gboolean
offers_files (GdkContentFormats *formats)
{
  g_autoptr(GdkContentFormats) all = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));

  return gdk_content_formats_contain_gtype (all, GDK_TYPE_FILE_LIST);
}

static gboolean
offers_selection (GdkContentFormats *formats)
{
  g_autoptr(GdkContentFormats) all = gdk_content_formats_union_serialize_mime_types (gdk_content_formats_ref (formats));
  g_autoptr(GdkContentFormats) selections = cp_transfer_get_selections ();

  return gdk_content_formats_match (all, selections);
}

/**
 * cp_transfer_is_offered:
 * @formats: what is on the clipboard
 *
 * Returns: whether there is something to import in it
 */
gboolean
cp_transfer_is_offered (GdkContentFormats *formats)
{
  return offers_files (formats) || offers_selection (formats);
}

static void
return_files (GTask        *task,
              const GValue *value)
{
  CpTransfer *transfer = g_new0 (CpTransfer, 1);

  transfer->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (transfer->files, g_object_ref (l->data));
  g_task_return_pointer (task, transfer, (GDestroyNotify) cp_transfer_free);
}

static void
return_too_large (GTask *task)
{
  g_task_return_new_error (task, CP_ERROR, CP_ERROR_TOO_LARGE,
                           _("What was pasted is larger than any op-ed. Save it as a file, and import that."));
}

static void read_on (GTask        *task,
                     GInputStream *stream);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GByteArray *read = g_task_get_task_data (task);
  g_autoptr(GBytes) bytes = NULL;
  CpTransfer *transfer;
  GError *error = NULL;

  bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_byte_array_append (read, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (read->len > MAX_BYTES)
    {
      return_too_large (task);
      return;
    }

  if (g_bytes_get_size (bytes) > 0)
    {
      read_on (task, G_INPUT_STREAM (source));
      return;
    }

  transfer = g_new0 (CpTransfer, 1);
  transfer->bytes = g_bytes_new (read->data, read->len);
  g_task_return_pointer (task, transfer, (GDestroyNotify) cp_transfer_free);
}

static void
read_on (GTask        *task,
         GInputStream *stream)
{
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), read_cb,
                                   g_object_ref (task));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GInputStream) stream = NULL;
  GError *error = NULL;

  if (GDK_IS_DROP (source))
    stream = gdk_drop_read_finish (GDK_DROP (source), result, NULL, &error);
  else
    stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  if (stream == NULL)
    g_task_return_error (task, error);
  else
    read_on (task, stream);
}

static void
files_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  const GValue *value;

  value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);
  if (value == NULL)
    g_task_return_error (task, error);
  else
    return_files (task, value);
}

/* A page tells more than its text: what is a heading, a link, a caption. */
static const char **
choose_types (GdkContentFormats *formats)
{
  g_autoptr(GdkContentFormats) all = gdk_content_formats_union_serialize_mime_types (gdk_content_formats_ref (formats));

  return gdk_content_formats_contain_mime_type (all, page_type[0]) ? page_type : text_types;
}

/**
 * cp_transfer_paste_async:
 * @clipboard: has something for which cp_transfer_is_offered()
 *
 * Reads files, or else a page, or else a text.
 */
void
cp_transfer_paste_async (GdkClipboard        *clipboard,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GdkContentFormats *formats;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  task = g_task_new (clipboard, cancellable, callback, user_data);
  g_task_set_source_tag (task, cp_transfer_paste_async);
  g_task_set_task_data (task, g_byte_array_new (), (GDestroyNotify) g_byte_array_unref);
  formats = gdk_clipboard_get_formats (clipboard);
  if (offers_files (formats))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable, files_cb,
                                    g_steal_pointer (&task));
  else
    gdk_clipboard_read_async (clipboard, choose_types (formats), G_PRIORITY_DEFAULT, cancellable, opened_cb,
                              g_steal_pointer (&task));
}

/**
 * cp_transfer_drop_async:
 * @drop: offers one of cp_transfer_get_selections()
 *
 * Reads a page, or else a text. Whoever calls says that @drop is finished.
 */
void
cp_transfer_drop_async (GdkDrop             *drop,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (GDK_IS_DROP (drop));

  task = g_task_new (drop, cancellable, callback, user_data);
  g_task_set_source_tag (task, cp_transfer_drop_async);
  g_task_set_task_data (task, g_byte_array_new (), (GDestroyNotify) g_byte_array_unref);
  gdk_drop_read_async (drop, choose_types (gdk_drop_get_formats (drop)), G_PRIORITY_DEFAULT, cancellable, opened_cb,
                       task);
}

/**
 * cp_transfer_finish:
 *
 * Returns: (transfer full) (nullable): what was offered, or %NULL with @error set
 */
CpTransfer *
cp_transfer_finish (GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
