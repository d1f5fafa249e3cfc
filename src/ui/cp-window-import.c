/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How files come into the window: from dialogs, the command line, and by drag and drop. */

#define G_LOG_DOMAIN "cp-window"

#include "config.h"

#include "cp-window-private.h"

#include <glib/gi18n.h>

static CpImportJob *
find_job (CpWindow *self,
          GFile    *file)
{
  GListModel *jobs = G_LIST_MODEL (cp_desk_get_import_queue (self->desk));

  for (guint i = g_list_model_get_n_items (jobs); i > 0; i--)
    {
      g_autoptr(CpImportJob) job = g_list_model_get_item (jobs, i - 1);

      /* The queue holds on to it. */
      if (g_file_equal (cp_import_job_get_file (job), file))
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

/* What is awaited opens as soon as it is there, its companion when that has come, too. Where nothing is awaited, or a
 * folder is, and nothing is open, the first of the files will do. */
static void
open_awaited (CpWindow *self)
{
  CpArticle *first, *second;

  if (self->awaited->len == 0 || find_job (self, self->awaited->pdata[0]) == NULL)
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

  if (sentence->len > 0)
    cp_window_show_toast (self, sentence->str, FALSE);
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

/**
 * cp_window_init_import:
 *
 * Lets files be dropped anywhere on the window, and follows their import.
 */
void
cp_window_init_import (CpWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  CpImportQueue *queue = cp_desk_get_import_queue (self->desk);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "enter", G_CALLBACK (drop_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, G_CONNECT_SWAPPED);

  /* Before the web view, which would open the file itself. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  cp_import_bar_set_queue (self->import_bar, queue);
  g_signal_connect_object (self->import_bar, "finished", G_CALLBACK (import_finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (queue, "notify::n-done", G_CALLBACK (open_awaited), self, G_CONNECT_SWAPPED);
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
  self->compare_awaited = compare && n_files > 1;
  if (n_files == 1 || compare)
    {
      for (guint i = 0; i < MIN (n_files, 2); i++)
        g_ptr_array_add (self->awaited, g_object_ref (files[i]));
    }

  cp_desk_import (self->desk, files, n_files);
}
