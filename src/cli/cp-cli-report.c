/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command that writes review summaries. */

#define G_LOG_DOMAIN "cp-cli-report"

#include "config.h"

#include "cp-cli-command.h"
#include "cp-report.h"

#include <glib/gi18n.h>
#include <stdio.h>

static gboolean
choose_format (const CpCliOptions *options,
               CpReportFormat     *format)
{
  if (options->format != NULL)
    {
      if (cp_report_format_from_name (options->format, format))
        return TRUE;

      cp_cli_print_error (_("There is no report format “%s”; the formats are html and md."), options->format);
      return FALSE;
    }

  *format = CP_REPORT_MARKDOWN;
  if (options->output == NULL || cp_report_format_from_name (options->output, format))
    return TRUE;

  cp_cli_print_error (_("“%s” does not tell a format; end the name in .html or .md, or name one with --format."),
                      options->output);

  return FALSE;
}

static CpReport *
make_report (CpCli      *cli,
             GPtrArray  *articles,
             GError    **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (CpComparison) comparison = NULL;

  if (articles->len == 1)
    {
      g_autoptr (GListModel) themes = cp_cli_load_themes (cli, articles->pdata[0], error);

      return themes != NULL ? cp_report_new_for_article (articles->pdata[0], themes, now) : NULL;
    }

  comparison = cp_cli_compare (cli, articles, error);

  return comparison != NULL ? cp_report_new_for_comparison (comparison, now) : NULL;
}

static void
print_summary_json (const char     *output,
                    CpReportFormat  format,
                    GPtrArray      *articles)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "output");
  json_builder_add_string_value (builder, output);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, cp_report_format_suffix (format));
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < articles->len; i++)
    json_builder_add_string_value (builder, cp_article_get_id (articles->pdata[i]));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  cp_cli_print_json (json_builder_get_root (builder));
}

static CpCliStatus
write_report (const CpCliOptions *options,
              CpReport           *report,
              CpReportFormat      format,
              GPtrArray          *articles)
{
  g_autoptr (GFile) file = NULL;
  GError *error = NULL;

  if (options->output == NULL)
    {
      g_autofree char *text = cp_report_to_string (report, format);

      fputs (text, stdout);
      return CP_CLI_DONE;
    }

  file = g_file_new_for_commandline_arg (options->output);
  if (!cp_report_save (report, file, format, &error))
    return cp_cli_fail (error);

  if (options->json)
    print_summary_json (options->output, format, articles);

  return CP_CLI_DONE;
}

/**
 * cp_cli_run_report:
 * @arguments: (array zero-terminated=1): one article, or several to compare
 *
 * Writes a review summary.
 *
 * Returns: the exit status
 */
CpCliStatus
cp_cli_run_report (CpCli  *cli,
                   char  **arguments)
{
  const CpCliOptions *options = cp_cli_get_options (cli);
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (CpReport) report = NULL;
  GError *error = NULL;
  CpReportFormat format;

  if (!choose_format (options, &format) || cp_cli_would_overwrite (options->output, arguments))
    return CP_CLI_USAGE;

  if (options->json && options->output == NULL)
    {
      cp_cli_print_error (_("With --json, name the file of the report with --output."));
      return CP_CLI_USAGE;
    }

  articles = cp_cli_find_articles (cli, arguments);
  /* A report that silently left a piece out would be another one than was asked for. */
  if (articles->len < g_strv_length (arguments))
    return CP_CLI_FAILED;

  report = make_report (cli, articles, &error);
  if (report == NULL)
    return cp_cli_fail (error);

  return write_report (options, report, format, articles);
}
