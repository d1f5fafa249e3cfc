/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of each file of an import, to be looked through and saved. */

#define G_LOG_DOMAIN "cp-import-report-window"

#include "config.h"

#include "cp-import-report-window.h"

#include "cp-dialogs.h"
#include "cp-import-report-row.h"
#include "cp-import-report.h"

#include <glib/gi18n.h>

struct _CpImportReportWindow
{
  AdwWindow           parent_instance;

  GListStore         *jobs;
  GtkCustomFilter    *filter;
  GtkFilterListModel *filtered;

  GtkToggleButton    *all_button;
  GtkToggleButton    *done_button;
  GtkToggleButton    *skipped_button;
  GtkToggleButton    *failed_button;
  GtkListView        *list;
  GtkStack           *stack;
  AdwToastOverlay    *toasts;
};

G_DEFINE_FINAL_TYPE (CpImportReportWindow, cp_import_report_window, ADW_TYPE_WINDOW)

/* What was stopped before its turn is not in the library, as what failed. */
static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  CpImportReportWindow *self = user_data;

  switch (cp_import_job_get_state (CP_IMPORT_JOB (item)))
    {
    case CP_IMPORT_DONE:
      return !gtk_toggle_button_get_active (self->skipped_button) && !gtk_toggle_button_get_active (self->failed_button);

    case CP_IMPORT_SKIPPED:
      return !gtk_toggle_button_get_active (self->done_button) && !gtk_toggle_button_get_active (self->failed_button);

    case CP_IMPORT_FAILED:
    case CP_IMPORT_CANCELLED:
    case CP_IMPORT_WAITING:
    case CP_IMPORT_READING:
    default:
      return !gtk_toggle_button_get_active (self->done_button) && !gtk_toggle_button_get_active (self->skipped_button);
    }
}

static void
update_page (CpImportReportWindow *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "nothing" : "list");
}

static void
filter_changed_cb (CpImportReportWindow *self)
{
  if (self->filter == NULL)
    return;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_page (self);
}

static void
label_button (CpImportReportWindow *self,
              GtkToggleButton      *button,
              const char           *name)
{
  g_autofree char *label = NULL;
  guint n;

  gtk_toggle_button_set_active (button, TRUE);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  /* Translators: what became of some files, and how many they are, as in "Failed 3" */
  label = g_strdup_printf (_("%s %u"), name, n);
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_sensitive (GTK_WIDGET (button), n > 0 || button == self->all_button);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, cp_import_report_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  CpImportJob *job = gtk_list_item_get_item (item);

  cp_import_report_row_set_job (CP_IMPORT_REPORT_ROW (row), job);

  /* The list names its rows only from GTK 4.12 on. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cp_import_job_get_name (job), -1);
}

static void
show_toast (CpImportReportWindow *self,
            const char           *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CpImportReportWindow) self = user_data;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    text = g_strdup_printf (_("Saved “%s”"), name);
  else
    text = g_strdup_printf (_("“%s” could not be saved: %s"), name, error->message);

  show_toast (self, text);
}

static void
save_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  CpImportReportWindow *self = CP_IMPORT_REPORT_WINDOW (source);
  g_autoptr(GFile) file = cp_dialogs_save_finish (result);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  char *report;

  if (file == NULL)
    return;

  name = g_file_get_basename (file);
  report = cp_import_report_write (G_LIST_MODEL (self->jobs), cp_import_report_format_from_name (name));
  bytes = g_bytes_new_take (report, strlen (report));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved_cb,
                                       g_object_ref (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autofree char *name = g_strconcat (_("Import Report"), ".txt", NULL);

  cp_dialogs_save_async (GTK_WINDOW (widget), _("Save Report"), name, save_chosen_cb, NULL);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  gtk_widget_activate_action_variant (GTK_WIDGET (parent), "win.open-article", parameter);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
cp_import_report_window_finalize (GObject *object)
{
  CpImportReportWindow *self = CP_IMPORT_REPORT_WINDOW (object);

  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->jobs);

  G_OBJECT_CLASS (cp_import_report_window_parent_class)->finalize (object);
}

static void
cp_import_report_window_class_init (CpImportReportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cp_import_report_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-import-report-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CpImportReportWindow, all_button);
  gtk_widget_class_bind_template_child (widget_class, CpImportReportWindow, done_button);
  gtk_widget_class_bind_template_child (widget_class, CpImportReportWindow, skipped_button);
  gtk_widget_class_bind_template_child (widget_class, CpImportReportWindow, failed_button);
  gtk_widget_class_bind_template_child (widget_class, CpImportReportWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CpImportReportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CpImportReportWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);

  gtk_widget_class_install_action (widget_class, "report.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "report.open", "s", open_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "report.save", NULL);
}

static void
cp_import_report_window_init (CpImportReportWindow *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->jobs = g_list_store_new (CP_TYPE_IMPORT_JOB);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->jobs)),
                                              g_object_ref (GTK_FILTER (self->filter)));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

/**
 * cp_import_report_window_new:
 * @parent: the window that files were imported into; has the action `win.open-article`
 * @jobs: the #CpImportJob of an import, which the window keeps when the list is cleared
 *
 * Returns: (transfer none): the report, to be presented
 */
GtkWindow *
cp_import_report_window_new (GtkWindow  *parent,
                             GListModel *jobs)
{
  CpImportReportWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (jobs), NULL);

  self = g_object_new (CP_TYPE_IMPORT_REPORT_WINDOW, "transient-for", parent, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (jobs); i++)
    {
      g_autoptr(CpImportJob) job = g_list_model_get_item (jobs, i);

      g_list_store_append (self->jobs, job);
    }

  label_button (self, self->done_button, C_("state of a file", "Imported"));
  label_button (self, self->skipped_button, C_("state of a file", "Skipped"));
  label_button (self, self->failed_button, C_("state of a file", "Failed"));
  label_button (self, self->all_button, C_("filter", "All"));
  update_page (self);

  return GTK_WINDOW (self);
}
