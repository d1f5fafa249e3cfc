/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs that come from the toolkit, all in one place: choosing files, saving, about. */

#define G_LOG_DOMAIN "cp-dialogs"

#include "config.h"

#include "cp-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
chooser_response_cb (GtkNativeDialog *dialog,
                     int              response,
                     GTask           *task)
{
  g_autoptr(GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

  gtk_native_dialog_hide (dialog);
  g_task_return_pointer (task, g_steal_pointer (&files), g_object_unref);
  g_object_unref (dialog);
  g_object_unref (task);
}

/* Nothing else keeps the dialog alive while it is open, so that the response gives up the reference. */
static void
run_chooser (GtkFileChooserNative *chooser,
             GtkWindow            *parent,
             GAsyncReadyCallback   callback,
             gpointer              user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, run_chooser);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chooser_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * cp_dialogs_choose_files_async:
 * @parent: the window to import into
 *
 * Asks for saved op-eds. Any file may be chosen: what is readable is decided by its content, not by its name.
 */
void
cp_dialogs_choose_files_async (GtkWindow           *parent,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  chooser = gtk_file_chooser_native_new (_("Import Op-Eds"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                         _("_Import"), _("_Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  run_chooser (chooser, parent, callback, user_data);
}

/**
 * cp_dialogs_choose_folder_async:
 * @parent: the window to import into
 *
 * Asks for a folder of saved op-eds.
 */
void
cp_dialogs_choose_folder_async (GtkWindow           *parent,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  chooser = gtk_file_chooser_native_new (_("Import a Folder of Op-Eds"), parent,
                                         GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Import"), _("_Cancel"));
  run_chooser (chooser, parent, callback, user_data);
}

/**
 * cp_dialogs_choose_finish:
 *
 * Returns: (transfer full) (nullable): the #GFile chosen; %NULL when the reviewer thought better of it
 */
GListModel *
cp_dialogs_choose_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * cp_dialogs_save_async:
 * @parent: the window that holds what is saved
 * @title: what is done, as the title of the dialog
 * @name: the file name to begin with
 *
 * Asks where to save; the dialog asks before an existing file is replaced.
 */
void
cp_dialogs_save_async (GtkWindow           *parent,
                       const char          *title,
                       const char          *name,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL && name != NULL);

  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                         _("_Save"), _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  run_chooser (chooser, parent, callback, user_data);
}

/**
 * cp_dialogs_save_finish:
 *
 * Returns: (transfer full) (nullable): where to save; %NULL when the reviewer thought better of it
 */
GFile *
cp_dialogs_save_finish (GAsyncResult *result)
{
  g_autoptr(GListModel) files = NULL;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  files = g_task_propagate_pointer (G_TASK (result), NULL);

  return files != NULL ? g_list_model_get_item (files, 0) : NULL;
}

/**
 * cp_dialogs_show_error:
 * @application: the program, which stays until the message is read
 * @message: what is wrong and what to do, in the user's language
 *
 * Says why there is no window.
 */
void
cp_dialogs_show_error (GtkApplication *application,
                       const char     *message)
{
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_APPLICATION (application));
  g_return_if_fail (message != NULL);

  dialog = adw_message_dialog_new (NULL, _("The Library Cannot Be Opened"), message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_set_application (GTK_WINDOW (dialog), application);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * cp_dialogs_show_about:
 * @parent: the window to stand before
 */
void
cp_dialogs_show_about (GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  adw_show_about_window (parent,
                         "application-name", _("Counterpoint"),
                         "application-icon", CP_APPLICATION_ID,
                         "version", CP_VERSION,
                         "comments", _("Comparative op-ed review. What the program says of a text is evidenced by "
                                       "passages; what they mean, you decide."),
                         "developer-name", _("The Counterpoint contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: put your names here, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
