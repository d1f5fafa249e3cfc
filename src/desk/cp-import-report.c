/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the files of an import, to be saved. */

#define G_LOG_DOMAIN "cp-import-report"

#include "config.h"

#include "cp-import-job.h"
#include "cp-import-report.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
describe_state (CpImportState state)
{
  switch (state)
    {
    case CP_IMPORT_DONE:
      return _("imported");

    case CP_IMPORT_SKIPPED:
      return _("skipped");

    case CP_IMPORT_FAILED:
      return _("failed");

    case CP_IMPORT_WAITING:
    case CP_IMPORT_READING:
    case CP_IMPORT_CANCELLED:
    default:
      return _("not imported");
    }
}

/**
 * cp_import_report_format_from_name:
 * @name: that of a file
 *
 * Returns: CSV when @name ends in ".csv", else text
 */
CpImportReportFormat
cp_import_report_format_from_name (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, ".csv") ? CP_IMPORT_REPORT_CSV : CP_IMPORT_REPORT_TEXT;
}

/* A cell that begins like a formula would be one to some spreadsheets. */
static void
append_cell (GString    *report,
             const char *text,
             gboolean    is_last)
{
  g_string_append_c (report, '"');
  if (text != NULL && *text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    g_string_append_c (report, '\'');

  for (const char *c = text != NULL ? text : ""; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (report, '"');
      g_string_append_c (report, *c);
    }

  g_string_append (report, is_last ? "\"\r\n" : "\",");
}

static void
append_row (GString     *report,
            CpImportJob *job)
{
  g_autofree char *kept = g_strjoinv (", ", (char **) cp_import_job_get_kept (job));
  g_autofree char *dropped = g_strjoinv (", ", (char **) cp_import_job_get_dropped (job));

  append_cell (report, cp_import_job_get_path (job), FALSE);
  append_cell (report, describe_state (cp_import_job_get_state (job)), FALSE);
  append_cell (report, cp_import_job_get_article_id (job), FALSE);
  append_cell (report, cp_import_job_get_title (job), FALSE);
  append_cell (report, kept, FALSE);
  append_cell (report, dropped, FALSE);
  append_cell (report, cp_import_job_get_message (job), TRUE);
}

static void
append_part (GString            *report,
             const char         *name,
             const char * const *parts)
{
  g_autofree char *joined = g_strjoinv (", ", (char **) parts);

  if (*joined != '\0')
    g_string_append_printf (report, "    %s %s\n", name, joined);
}

static void
append_lines (GString     *report,
              CpImportJob *job)
{
  g_string_append_printf (report, "%s: %s\n", cp_import_job_get_path (job),
                          describe_state (cp_import_job_get_state (job)));

  if (cp_import_job_get_title (job) != NULL)
    g_string_append_printf (report, "    %s\n", cp_import_job_get_title (job));
  append_part (report, _("Kept:"), cp_import_job_get_kept (job));
  append_part (report, _("Dropped:"), cp_import_job_get_dropped (job));
  if (cp_import_job_get_message (job) != NULL)
    g_string_append_printf (report, "    %s\n", cp_import_job_get_message (job));
}

static void
append_head (GString *report)
{
  append_cell (report, _("File"), FALSE);
  append_cell (report, _("Result"), FALSE);
  append_cell (report, _("Article"), FALSE);
  append_cell (report, _("Title"), FALSE);
  append_cell (report, _("Kept"), FALSE);
  append_cell (report, _("Dropped"), FALSE);
  append_cell (report, _("Message"), TRUE);
}

/**
 * cp_import_report_write:
 * @jobs: a list of #CpImportJob
 * @format: how the report is to be written
 *
 * Returns: (transfer full): an entry for each job: the file, what became of it, what was kept and dropped, and
 *   why it was skipped or failed
 */
char *
cp_import_report_write (GListModel           *jobs,
                        CpImportReportFormat  format)
{
  GString *report = g_string_new (NULL);

  if (format == CP_IMPORT_REPORT_CSV)
    append_head (report);

  for (guint i = 0; i < g_list_model_get_n_items (jobs); i++)
    {
      g_autoptr (CpImportJob) job = g_list_model_get_item (jobs, i);

      if (format == CP_IMPORT_REPORT_CSV)
        append_row (report, job);
      else
        append_lines (report, job);
    }

  return g_string_free (report, FALSE);
}
