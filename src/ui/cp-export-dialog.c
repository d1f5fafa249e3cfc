/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview of a review summary, and the way to save it. */

#define G_LOG_DOMAIN "cp-export-dialog"

#include "config.h"

#include "cp-export-dialog.h"

#include "cp-dialogs.h"
#include "cp-display-text.h"
#include "cp-reader-view.h"

#include <glib/gi18n.h>

struct _CpExportDialog
{
  AdwWindow        parent_instance;

  CpReport        *report;

  GtkToggleButton *markdown_button;
  GtkStack        *stack;
  AdwToastOverlay *toasts;
  GtkTextView     *source;
  CpReaderView    *preview;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpExportDialog, cp_export_dialog, ADW_TYPE_WINDOW)

static CpReportFormat
get_format (CpExportDialog *self)
{
  return gtk_toggle_button_get_active (self->markdown_button) ? CP_REPORT_MARKDOWN : CP_REPORT_HTML;
}

static void
format_changed_cb (CpExportDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack,
                                    get_format (self) == CP_REPORT_MARKDOWN ? "markdown" : "html");
}

static char *
dup_file_name (CpExportDialog *self)
{
  const char *title = cp_report_get_title (self->report);
  g_autofree char *name = cp_display_text_dup_file_name (title);

  return g_strconcat (name[0] != '\0' ? name : _("Summary"), ".", cp_report_format_suffix (get_format (self)), NULL);
}

static void
show_error (CpExportDialog *self,
            const char     *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
save_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  CpExportDialog *self = CP_EXPORT_DIALOG (source);
  g_autoptr(GFile) file = cp_dialogs_save_finish (result);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;
  CpReportFormat format = get_format (self);

  if (file == NULL)
    return;

  /* Who types another ending than that of the preview means it. */
  name = g_file_get_basename (file);
  cp_report_format_from_name (name, &format);

  if (!cp_report_save (self->report, file, format, &error))
    {
      show_error (self, error->message);
      return;
    }

  g_signal_emit (self, signals[SAVED], 0, file);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CpExportDialog *self = CP_EXPORT_DIALOG (widget);
  g_autofree char *name = dup_file_name (self);

  cp_dialogs_save_async (GTK_WINDOW (self), _("Save Summary"), name, save_chosen_cb, NULL);
}

static void
cp_export_dialog_dispose (GObject *object)
{
  CpExportDialog *self = CP_EXPORT_DIALOG (object);

  g_clear_object (&self->report);

  G_OBJECT_CLASS (cp_export_dialog_parent_class)->dispose (object);
}

static void
cp_export_dialog_class_init (CpExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cp_export_dialog_dispose;

  /**
   * CpExportDialog::saved:
   * @file: where the summary is now
   */
  signals[SAVED] =
    g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (CP_TYPE_READER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CpExportDialog, markdown_button);
  gtk_widget_class_bind_template_child (widget_class, CpExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CpExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, CpExportDialog, source);
  gtk_widget_class_bind_template_child (widget_class, CpExportDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, format_changed_cb);

  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "export.save", NULL);
}

static void
cp_export_dialog_init (CpExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cp_export_dialog_new:
 * @parent: the window to stand before
 * @report: the summary
 *
 * Returns: (transfer none): a dialog that shows @report as it will be saved, to be presented
 */
GtkWindow *
cp_export_dialog_new (GtkWindow *parent,
                      CpReport  *report)
{
  CpExportDialog *self;
  g_autofree char *html = NULL, *markdown = NULL;
  int height;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (CP_IS_REPORT (report), NULL);

  self = g_object_new (CP_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->report = g_object_ref (report);

  html = cp_report_to_string (report, CP_REPORT_HTML);
  markdown = cp_report_to_string (report, CP_REPORT_MARKDOWN);
  cp_reader_view_load_document (self->preview, html);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->source), markdown, -1);

  height = gtk_widget_get_height (GTK_WIDGET (parent));
  if (height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), MIN (760, gtk_widget_get_width (GTK_WIDGET (parent)) - 40),
                                 MAX (400, height - 60));

  return GTK_WINDOW (self);
}
