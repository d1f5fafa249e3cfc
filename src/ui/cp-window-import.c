/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How pieces come into the window: from dialogs, the command line, the clipboard, and by drag and drop. */

#define G_LOG_DOMAIN "cp-window"

#include "config.h"

#include "cp-window-private.h"

#include "cp-import-report-window.h"
#include "cp-transfer.h"

#include <glib/gi18n.h>

/* Of an archive, the first of its pieces. */
static CpImportJob *
find_job (CpWindow *self,
          GFile    *file)
{
  GListModel *jobs = G_LIST_MODEL (cp_desk_get_import_queue (self->desk));

  for (guint i = 0; i < g_list_model_get_n_items (jobs); i++)
    {
      g_autoptr(CpImportJob) job = g_list_model_get_item (jobs, i);
      GFile *other = cp_import_job_get_file (job);

      /* The queue holds on to it. */
      if (other != NULL && g_file_equal (other, file))
        return job;
    }

  return NULL;
}

static CpArticle *
find_imported (CpWindow *self,
               GFile    *file)
{
  CpImportJob *job = find_job (self, file);
  const char *id = job != NULL ? cp_import_job_get_article_id (job) : NULL;

  return id != NULL ? cp_desk_get_article (self->desk, id) : NULL;
}

static void
open_first (CpWindow *self)
{
  GListModel *jobs = G_LIST_MODEL (cp_desk_get_import_queue (self->desk));

  for (guint i = 0; i < g_list_model_get_n_items (jobs); i++)
    {
      g_autoptr(CpImportJob) job = g_list_model_get_item (jobs, i);
      const char *id = cp_import_job_get_article_id (job);
      CpArticle *article = id != NULL ? cp_desk_get_article (self->desk, id) : NULL;

      if (article != NULL)
        {
          cp_window_open_article (self, article);
          return;
        }
    }
}

/* What is not there is not looked for again until there are other jobs. */
static gboolean
has_awaited_job (CpWindow *self)
{
  guint n_jobs = g_list_model_get_n_items (G_LIST_MODEL (cp_desk_get_import_queue (self->desk)));

  if (n_jobs == self->n_others)
    return FALSE;

  if (find_job (self, self->awaited->pdata[0]) != NULL)
    return TRUE;

  self->n_others = n_jobs;

  return FALSE;
}

static void
open_pasted (CpWindow *self)
{
  const char *id = cp_import_job_get_article_id (self->pasted);
  CpArticle *article = id != NULL ? cp_desk_get_article (self->desk, id) : NULL;

  if (!cp_import_job_is_over (self->pasted))
    return;

  g_clear_object (&self->pasted);
  if (article != NULL)
    cp_window_open_article (self, article);
}

/* What is awaited opens as soon as it is there, its companion when that has come, too. Where nothing is awaited, or a
 * folder is, and nothing is open, the first of the files will do. */
static void
open_awaited (CpWindow *self)
{
  CpArticle *first, *second;

  if (self->pasted != NULL)
    {
      open_pasted (self);
      return;
    }

  if (self->awaited->len == 0 || !has_awaited_job (self))
    {
      if (cp_window_get_article (self) == NULL)
        open_first (self);
      return;
    }

  first = find_imported (self, self->awaited->pdata[0]);
  if (first == NULL)
    return;

  if (cp_window_get_article (self) != first)
    cp_window_open_article (self, first);

  if (self->compare_awaited && self->awaited->len > 1)
    {
      second = find_imported (self, self->awaited->pdata[1]);
      if (second == NULL)
        return;

      cp_window_compare_with (self, second);
    }

  g_ptr_array_set_size (self->awaited, 0);
}

static void
set_report_enabled (CpWindow *self)
{
  CpImportQueue *queue = cp_desk_get_import_queue (self->desk);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "import-report");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), !cp_import_queue_get_running (queue) &&
                                                         g_list_model_get_n_items (G_LIST_MODEL (queue)) > 0);
}

static void
append_clause (GString *sentence,
               char    *clause)
{
  if (sentence->len > 0)
    g_string_append (sentence, " · ");
  g_string_append (sentence, clause);
  g_free (clause);
}

static void
import_finished_cb (CpWindow *self,
                    guint     n_done,
                    guint     n_skipped,
                    guint     n_cancelled)
{
  g_autoptr(GString) sentence = g_string_new (NULL);

  open_awaited (self);
  g_ptr_array_set_size (self->awaited, 0);
  open_awaited (self);

  if (n_done > 0)
    append_clause (sentence, g_strdup_printf (ngettext ("%u op-ed imported", "%u op-eds imported", n_done), n_done));
  if (n_skipped > 0)
    append_clause (sentence, g_strdup_printf (ngettext ("%u was here already", "%u were here already", n_skipped),
                                              n_skipped));
  if (n_cancelled > 0)
    append_clause (sentence, g_strdup_printf (ngettext ("%u left out", "%u left out", n_cancelled), n_cancelled));

  set_report_enabled (self);
  if (sentence->len > 0)
    cp_window_show_toast_with (self, sentence->str, _("_Report"), "win.import-report");
}

static void
import_piece (CpWindow *self,
              GBytes   *bytes)
{
  CpImportQueue *queue = cp_desk_get_import_queue (self->desk);
  guint n_jobs;

  g_ptr_array_set_size (self->awaited, 0);
  g_clear_object (&self->pasted);
  /* Translators: what an article without a title is called that came from the clipboard or by drag and drop */
  cp_desk_import_bytes (self->desk, bytes, _("Pasted article"));
  n_jobs = g_list_model_get_n_items (G_LIST_MODEL (queue));
  self->pasted = g_list_model_get_item (G_LIST_MODEL (queue), n_jobs - 1);
}

static void
import_transfer (CpWindow     *self,
                 GAsyncResult *result)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CpTransfer) transfer = cp_transfer_finish (result, &error);

  if (transfer == NULL)
    cp_import_bar_show_problem (self->import_bar, error->message);
  else if (transfer->files != NULL)
    cp_window_import (self, (GFile **) transfer->files->pdata, transfer->files->len, FALSE);
  else if (g_bytes_get_size (transfer->bytes) > 0)
    import_piece (self, transfer->bytes);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CpWindow) self = user_data;

  import_transfer (self, result);
}

static void
dropped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CpWindow) self = user_data;

  import_transfer (self, result);
  gdk_drop_finish (GDK_DROP (source), GDK_ACTION_COPY);
}

static gboolean
drop_selection_cb (CpWindow *self,
                   GdkDrop  *drop)
{
  gtk_widget_set_visible (self->drop_plate, FALSE);
  cp_transfer_drop_async (drop, NULL, dropped_cb, g_object_ref (self));

  return TRUE;
}

/* What is dragged out of this program is in the library already. */
static gboolean
accept_selection_cb (CpWindow *self,
                     GdkDrop  *drop)
{
  g_autoptr(GdkContentFormats) selections = cp_transfer_get_selections ();

  return gdk_drop_get_drag (drop) == NULL && gdk_content_formats_match (gdk_drop_get_formats (drop), selections);
}

static gboolean
drop_cb (CpWindow     *self,
         const GValue *value)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new ();
  GSList *list = g_value_get_boxed (value);

  for (GSList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);

  gtk_widget_set_visible (self->drop_plate, FALSE);
  if (files->len == 0)
    return FALSE;

  cp_window_import (self, (GFile **) files->pdata, files->len, FALSE);

  return TRUE;
}

static GdkDragAction
drop_enter_cb (CpWindow *self)
{
  gtk_widget_set_visible (self->drop_plate, TRUE);

  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (CpWindow *self)
{
  gtk_widget_set_visible (self->drop_plate, FALSE);
}

static void
paste_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (cp_transfer_is_offered (gdk_clipboard_get_formats (clipboard)))
    cp_transfer_paste_async (clipboard, NULL, pasted_cb, g_object_ref (self));
  else
    cp_window_show_toast (self, _("There is no text on the clipboard to import"), FALSE);
}

static void
import_report_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  CpWindow *self = CP_WINDOW (user_data);
  GListModel *jobs = G_LIST_MODEL (cp_desk_get_import_queue (self->desk));

  gtk_window_present (cp_import_report_window_new (GTK_WINDOW (self), jobs));
}

static const GActionEntry entries[] = {
  { "paste", paste_action },
  { "import-report", import_report_action },
};

/* Text goes to the entry that it is dropped on, and to the window where there is none. */
static void
init_selections (CpWindow *self)
{
  GtkDropTargetAsync *target = gtk_drop_target_async_new (cp_transfer_get_selections (), GDK_ACTION_COPY);

  g_signal_connect_object (target, "accept", G_CALLBACK (accept_selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drag-enter", G_CALLBACK (drop_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drag-leave", G_CALLBACK (drop_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_selection_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * cp_window_init_import:
 *
 * Lets files and selections be dropped anywhere on the window, and pasted, and follows their import.
 */
void
cp_window_init_import (CpWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  CpImportQueue *queue = cp_desk_get_import_queue (self->desk);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  set_report_enabled (self);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "enter", G_CALLBACK (drop_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, G_CONNECT_SWAPPED);

  /* Before the web view, which would open the file itself. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  init_selections (self);

  cp_import_bar_set_queue (self->import_bar, queue);
  g_signal_connect_object (self->import_bar, "finished", G_CALLBACK (import_finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (queue, "notify::n-done", G_CALLBACK (open_awaited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (queue, "notify::running", G_CALLBACK (set_report_enabled), self, G_CONNECT_SWAPPED);
}

/**
 * cp_window_import:
 * @files: (array length=n_files): files and folders
 * @n_files: how many
 * @compare: whether to set the first two side by side
 *
 * Imports @files into the library. One file alone, or the first two to compare, are opened as soon as they are there;
 * of several the first is opened when nothing is open.
 */
void
cp_window_import (CpWindow  *self,
                  GFile    **files,
                  guint      n_files,
                  gboolean   compare)
{
  g_return_if_fail (CP_IS_WINDOW (self));
  g_return_if_fail (files != NULL || n_files == 0);

  if (n_files == 0)
    return;

  g_ptr_array_set_size (self->awaited, 0);
  g_clear_object (&self->pasted);
  self->n_others = 0;
  self->compare_awaited = compare && n_files > 1;
  if (n_files == 1 || compare)
    {
      for (guint i = 0; i < MIN (n_files, 2); i++)
        g_ptr_array_add (self->awaited, g_object_ref (files[i]));
    }

  cp_desk_import (self->desk, files, n_files);
}
