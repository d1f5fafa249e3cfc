/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file in the report of an import: what became of it, what was kept and dropped, why it failed. */

#define G_LOG_DOMAIN "cp-import-report-row"

#include "config.h"

#include "cp-import-report-row.h"

#include "cp-wording.h"

#include <glib/gi18n.h>

struct _CpImportReportRow
{
  AdwBin       parent_instance;

  GtkImage    *icon;
  GtkLabel    *title;
  GtkLabel    *path;
  GtkLabel    *kept;
  GtkLabel    *dropped;
  GtkLabel    *message;
  GtkButton   *open_button;
};

G_DEFINE_FINAL_TYPE (CpImportReportRow, cp_import_report_row, ADW_TYPE_BIN)

static const struct
{
  const char *icon;
  const char *state;
} looks[] = {
  [CP_IMPORT_WAITING] = { "content-loading-symbolic", NC_("state of a file", "Waiting") },
  [CP_IMPORT_READING] = { "content-loading-symbolic", NC_("state of a file", "Being read") },
  [CP_IMPORT_DONE] = { "object-select-symbolic", NC_("state of a file", "Imported") },
  [CP_IMPORT_SKIPPED] = { "go-jump-symbolic", NC_("state of a file", "Skipped") },
  [CP_IMPORT_FAILED] = { "dialog-warning-symbolic", NC_("state of a file", "Failed") },
  [CP_IMPORT_CANCELLED] = { "process-stop-symbolic", NC_("state of a file", "Left out") },
};

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static void
set_list (GtkLabel           *label,
          const char         *name,
          const char * const *values)
{
  g_autofree char *opening = cp_wording_dup_opening (name);
  g_autofree char *joined = values != NULL ? g_strjoinv (", ", (char **) values) : NULL;
  g_autofree char *line = joined != NULL && joined[0] != '\0' ? g_strconcat (opening, " ", joined, NULL) : NULL;

  set_line (label, line);
}

static void
set_state (CpImportReportRow *self,
           CpImportState      state)
{
  const char *name = g_dpgettext2 (NULL, "state of a file", looks[state].state);

  gtk_image_set_from_icon_name (self->icon, looks[state].icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (state == CP_IMPORT_FAILED)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "failed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "failed");
}

static void
set_button (CpImportReportRow *self,
            CpImportJob       *job)
{
  const char *id = cp_import_job_get_article_id (job);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->open_button), id != NULL);
  if (id == NULL)
    return;

  /* Translators: opens an article; %s is its title */
  label = g_strdup_printf (_("Open “%s”"), cp_import_job_get_title (job));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
cp_import_report_row_class_init (CpImportReportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-import-report-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CpImportReportRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CpImportReportRow, title);
  gtk_widget_class_bind_template_child (widget_class, CpImportReportRow, path);
  gtk_widget_class_bind_template_child (widget_class, CpImportReportRow, kept);
  gtk_widget_class_bind_template_child (widget_class, CpImportReportRow, dropped);
  gtk_widget_class_bind_template_child (widget_class, CpImportReportRow, message);
  gtk_widget_class_bind_template_child (widget_class, CpImportReportRow, open_button);
}

static void
cp_import_report_row_init (CpImportReportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cp_import_report_row_new:
 *
 * Returns: (transfer floating): a row without a file
 */
GtkWidget *
cp_import_report_row_new (void)
{
  return g_object_new (CP_TYPE_IMPORT_REPORT_ROW, NULL);
}

/**
 * cp_import_report_row_set_job:
 * @job: a file that has been imported, or not
 */
void
cp_import_report_row_set_job (CpImportReportRow *self,
                              CpImportJob       *job)
{
  const char *title, *path;

  g_return_if_fail (CP_IS_IMPORT_REPORT_ROW (self));
  g_return_if_fail (CP_IS_IMPORT_JOB (job));

  title = cp_import_job_get_title (job);
  path = cp_import_job_get_path (job);
  set_line (self->title, title != NULL && title[0] != '\0' ? title : cp_import_job_get_name (job));
  set_line (self->path, path);
  set_state (self, cp_import_job_get_state (job));
  set_list (self->kept, _("Kept"), cp_import_job_get_kept (job));
  set_list (self->dropped, _("Left Out"), cp_import_job_get_dropped (job));
  set_line (self->message, cp_import_job_get_message (job));
  set_button (self, job);
}
