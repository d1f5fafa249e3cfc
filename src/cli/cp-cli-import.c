/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command that saves op-eds in the library. */

#define G_LOG_DOMAIN "cp-cli-import"

#include "config.h"

#include "cp-cli-command.h"
#include "cp-cli-print.h"
#include "cp-import-report.h"
#include "cp-json.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* An import at work. */
typedef struct
{
  CpCli         *cli;
  CpImportQueue *queue;
  char         **arguments;
  GMainLoop     *loop;
  gboolean       shows_progress;
} Import;

/* What a script gave is what it gets back, for a file of a folder or a piece of an archive with the rest of the
 * way. */
static char *
dup_path (Import      *import,
          CpImportJob *job)
{
  GFile *file = cp_import_job_get_file (job);
  g_autofree char *name = g_file_get_parse_name (file);
  const char *member = cp_import_job_get_path (job) + strlen (name);

  for (gsize i = 0; import->arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) given = g_file_new_for_commandline_arg (import->arguments[i]);
      g_autofree char *rest = g_file_get_relative_path (given, file);

      if (g_file_equal (given, file) || rest != NULL)
        {
          g_autofree char *path = g_build_filename (import->arguments[i], rest, NULL);
          g_autofree char *shown = g_filename_display_name (path);

          return g_strconcat (shown, member, NULL);
        }
    }

  return g_strdup (cp_import_job_get_path (job));
}

static void
progress_cb (Import *import)
{
  /* The line is written over by the next and wiped by the last. */
  g_printerr ("\r\033[K");
  if (cp_import_queue_get_running (import->queue))
    g_printerr (_("Importing: %u of %u, %.0f a second"), cp_import_queue_get_n_done (import->queue),
                cp_import_queue_get_n_total (import->queue), cp_import_queue_get_rate (import->queue));
}

static void
running_changed_cb (Import *import)
{
  if (!cp_import_queue_get_running (import->queue))
    g_main_loop_quit (import->loop);
}

static gboolean
interrupted_cb (gpointer user_data)
{
  Import *import = user_data;

  cp_import_queue_cancel (import->queue);

  return G_SOURCE_CONTINUE;
}

static void
run_queue (Import *import,
           CpDesk *desk)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  guint signal_id = g_unix_signal_add (SIGINT, interrupted_cb, import);
  gulong progress_id = 0;
  gulong running_id = g_signal_connect_swapped (import->queue, "notify::running",
                                                G_CALLBACK (running_changed_cb), import);

  if (import->shows_progress)
    progress_id = g_signal_connect_swapped (import->queue, "notify::n-done", G_CALLBACK (progress_cb), import);

  for (gsize i = 0; import->arguments[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (import->arguments[i]));
  cp_desk_import (desk, (GFile **) files->pdata, files->len);

  if (cp_import_queue_get_running (import->queue))
    g_main_loop_run (import->loop);

  if (import->shows_progress)
    {
      progress_cb (import);
      g_signal_handler_disconnect (import->queue, progress_id);
    }
  g_signal_handler_disconnect (import->queue, running_id);
  g_source_remove (signal_id);
}

static void
add_job (JsonBuilder *builder,
         Import      *import,
         CpImportJob *job)
{
  g_autofree char *path = dup_path (import, job);

  json_builder_begin_object (builder);
  cp_json_add_string (builder, "path", path);
  switch (cp_import_job_get_state (job))
    {
    case CP_IMPORT_DONE:
      cp_json_add_string (builder, "id", cp_import_job_get_article_id (job));
      cp_json_add_string (builder, "title", cp_import_job_get_title (job));
      cp_json_add_strv (builder, "kept", cp_import_job_get_kept (job));
      cp_json_add_strv (builder, "dropped", cp_import_job_get_dropped (job));
      break;

    case CP_IMPORT_SKIPPED:
      cp_json_add_string (builder, "id", cp_import_job_get_article_id (job));
      cp_json_add_string (builder, "reason", cp_import_job_get_message (job));
      break;

    case CP_IMPORT_FAILED:
      cp_json_add_string (builder, "error", cp_import_job_get_message (job));
      break;

    case CP_IMPORT_WAITING:
    case CP_IMPORT_READING:
    case CP_IMPORT_CANCELLED:
    default:
      break;
    }
  json_builder_end_object (builder);
}

static void
add_jobs (JsonBuilder   *builder,
          Import        *import,
          const char    *name,
          CpImportState  state)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (import->queue)); i++)
    {
      g_autoptr (CpImportJob) job = g_list_model_get_item (G_LIST_MODEL (import->queue), i);

      if (cp_import_job_get_state (job) == state)
        add_job (builder, import, job);
    }
  json_builder_end_array (builder);
}

static void
print_json (Import *import)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_jobs (builder, import, "imported", CP_IMPORT_DONE);
  add_jobs (builder, import, "skipped", CP_IMPORT_SKIPPED);
  add_jobs (builder, import, "failed", CP_IMPORT_FAILED);
  add_jobs (builder, import, "cancelled", CP_IMPORT_CANCELLED);
  json_builder_end_object (builder);

  cp_cli_print_json (json_builder_get_root (builder));
}

static void
print_parts (const char         *format,
             const char * const *parts)
{
  g_autofree char *joined = g_strjoinv (", ", (char **) parts);
  g_autofree char *line = g_strdup_printf ("%s %s", format, joined);

  if (*joined != '\0')
    cp_cli_print_wrapped ("    ", "    ", line);
}

static void
print_imported (CpImportJob *job)
{
  g_autofree char *heading = g_strdup_printf ("%s  %s", cp_import_job_get_article_id (job),
                                              cp_import_job_get_title (job));

  cp_cli_print_heading (heading);
  /* Translators: what of a file was taken over, followed by a list */
  print_parts (_("Kept:"), cp_import_job_get_kept (job));
  /* Translators: what of a file was left out, followed by a list */
  print_parts (_("Dropped:"), cp_import_job_get_dropped (job));
}

static void
print_jobs (Import *import)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (import->queue)); i++)
    {
      g_autoptr (CpImportJob) job = g_list_model_get_item (G_LIST_MODEL (import->queue), i);

      if (cp_import_job_get_state (job) == CP_IMPORT_DONE)
        print_imported (job);
      else if (cp_import_job_get_state (job) == CP_IMPORT_SKIPPED)
        cp_cli_print_wrapped ("", "    ", cp_import_job_get_message (job));
    }
}

/* Returns: how many files are not in the library now that should be */
static guint
report_failures (Import *import)
{
  guint n_failed = 0, n_cancelled = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (import->queue)); i++)
    {
      g_autoptr (CpImportJob) job = g_list_model_get_item (G_LIST_MODEL (import->queue), i);
      CpImportState state = cp_import_job_get_state (job);

      if (state == CP_IMPORT_FAILED)
        cp_cli_print_error ("%s", cp_import_job_get_message (job));
      n_failed += state == CP_IMPORT_FAILED;
      n_cancelled += state == CP_IMPORT_CANCELLED;
    }

  if (n_cancelled > 0)
    cp_cli_print_error (ngettext ("Cancelled; %u file was not imported.", "Cancelled; %u files were not imported.",
                                  n_cancelled), n_cancelled);

  return n_failed + n_cancelled;
}

static gboolean
write_report (Import *import)
{
  const char *name = cp_cli_get_options (import->cli)->import_report;
  g_autofree char *report = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  if (name == NULL)
    return TRUE;

  report = cp_import_report_write (G_LIST_MODEL (import->queue), cp_import_report_format_from_name (name));
  if (g_file_set_contents (name, report, -1, &error))
    return TRUE;

  shown = g_filename_display_name (name);
  cp_cli_print_error (_("The report cannot be written to “%s” (%s). Name a file in a folder where you may write."),
                      shown, error->message);

  return FALSE;
}

/**
 * cp_cli_run_import:
 * @arguments: (array zero-terminated=1): files and folders
 *
 * Saves the op-eds in the library. An interrupt stops the import and keeps what was done.
 *
 * Returns: the exit status
 */
CpCliStatus
cp_cli_run_import (CpCli  *cli,
                   char  **arguments)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GError *error = NULL;
  CpDesk *desk;
  Import import = { cli, NULL, arguments, loop, isatty (STDERR_FILENO) };
  gboolean all;

  if (cp_cli_would_overwrite (cp_cli_get_options (cli)->import_report, arguments))
    return CP_CLI_USAGE;

  desk = cp_cli_get_desk (cli, &error);
  if (desk == NULL)
    return cp_cli_fail (error);

  import.queue = cp_desk_get_import_queue (desk);
  run_queue (&import, desk);

  if (cp_cli_get_options (cli)->json)
    print_json (&import);
  else
    print_jobs (&import);

  all = report_failures (&import) == 0;
  all &= write_report (&import);

  return all ? CP_CLI_DONE : CP_CLI_FAILED;
}
