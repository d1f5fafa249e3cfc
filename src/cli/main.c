/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: every capability of the program without a display. */

#define G_LOG_DOMAIN "cp-cli-main"

#include "config.h"

#include "cp-cli-command.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ANY_NUMBER G_MAXUINT

static const CpCliCommand commands[] = {
  { "import", N_("PATH…"), N_("Save op-eds in the library: files, archives, and folders with all in them"),
    1, ANY_NUMBER, FALSE, cp_cli_run_import },
  { "list", "", N_("List the saved op-eds"), 0, 0, FALSE, cp_cli_run_list },
  { "show", N_("ARTICLE"), N_("Print an op-ed"), 1, 1, FALSE, cp_cli_run_show },
  { "themes", N_("ARTICLE…"), N_("Print what op-eds are about, with the passages that show it"),
    1, ANY_NUMBER, FALSE, cp_cli_run_themes },
  { "compare", N_("ARTICLE ARTICLE…"), N_("Lay op-eds side by side"), 2, ANY_NUMBER, FALSE, cp_cli_run_compare },
  { "search", N_("QUERY"), N_("Find words in the saved op-eds"), 1, ANY_NUMBER, FALSE, cp_cli_run_search },
  { "report", N_("ARTICLE…"), N_("Write a review summary of an op-ed, or of several side by side"),
    1, ANY_NUMBER, TRUE, cp_cli_run_report },
};

/* Everything that the user can say apart from the command and its arguments. */
typedef struct
{
  CpCliOptions   options;
  gboolean       help;
  gboolean       version;
  char         **arguments;
} CommandLine;

static const CpCliCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (strcmp (commands[i].name, name) == 0)
        return &commands[i];
    }

  return NULL;
}

static void
add_entries (GOptionContext     *context,
             CommandLine        *line,
             const CpCliCommand *command)
{
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &line->help, N_("Show this help"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &line->options.json, N_("Print JSON"), NULL },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &line->options.library, N_("Use the library in this folder"), N_("DIR") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &line->arguments, NULL, NULL },
    { NULL }
  };
  const GOptionEntry global[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &line->version, N_("Show the version"), NULL },
    { NULL }
  };
  const GOptionEntry writing[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &line->options.output,
      N_("Write this file instead of standard output"), N_("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &line->options.format,
      N_("html or md; by default as the name of the file ends, else md"), N_("FORMAT") },
    { NULL }
  };

  const GOptionEntry importing[] = {
    { "report", 'r', 0, G_OPTION_ARG_FILENAME, &line->options.import_report,
      N_("Write what became of each file, as text or, by the name, as CSV"), N_("FILE") },
    { NULL }
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (command == NULL)
    g_option_context_add_main_entries (context, global, GETTEXT_PACKAGE);
  else if (command->run == cp_cli_run_import)
    g_option_context_add_main_entries (context, importing, GETTEXT_PACKAGE);
  else if (command->writes_file)
    g_option_context_add_main_entries (context, writing, GETTEXT_PACKAGE);
}

static char *
dup_command_list (void)
{
  GString *list = g_string_new (_("Commands:"));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = g_strconcat (commands[i].name, " ",
                                            *commands[i].arguments != '\0' ? _(commands[i].arguments) : "", NULL);
      int padding = MAX (26 - (int) g_utf8_strlen (usage, -1), 1);

      g_string_append_printf (list, "\n  %s%*s%s", usage, padding, "", _(commands[i].summary));
    }
  g_string_append_printf (list, "\n\n%s",
                          _("ARTICLE is the id of a saved op-ed or the beginning of one, or a file to open without "
                            "saving it.\n"
                            "The exit status is 0 when all was done, 1 when some input failed, 2 for wrong usage."));

  return g_string_free (list, FALSE);
}

static GOptionContext *
new_context (CommandLine        *line,
             const CpCliCommand *command)
{
  g_autofree char *parameters = NULL;
  GOptionContext *context;

  if (command != NULL)
    parameters = g_strdup_printf ("%s %s", command->name, *command->arguments != '\0' ? _(command->arguments) : "");
  else
    parameters = g_strdup (_("COMMAND [ARGUMENT…]"));

  context = g_option_context_new (g_strstrip (parameters));
  add_entries (context, line, command);
  if (command != NULL)
    {
      g_option_context_set_summary (context, _(command->summary));
    }
  else
    {
      g_autofree char *list = dup_command_list ();

      g_option_context_set_summary (context, list);
      /* What follows the command is the command's. */
      g_option_context_set_strict_posix (context, TRUE);
    }

  return context;
}

static void
print_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  fputs (help, stdout);
}

static CpCliStatus
complain (const char *sentence)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", commands[i].name);

  cp_cli_print_error ("%s", sentence);
  g_printerr (_("The commands are %s; “counterpoint-cli --help” tells more."), names->str);
  g_printerr ("\n");

  return CP_CLI_USAGE;
}

static CpCliStatus
check_arguments (const CpCliCommand *command,
                 guint               n_arguments)
{
  g_autofree char *sentence = NULL;

  if (n_arguments < command->min_arguments)
    sentence = g_strdup_printf (ngettext ("“%s” needs an argument: counterpoint-cli %s %s.",
                                          "“%s” needs more arguments: counterpoint-cli %s %s.",
                                          command->min_arguments),
                                command->name, command->name, _(command->arguments));
  else if (n_arguments > command->max_arguments)
    sentence = g_strdup_printf (_("“%s” has too many arguments."), command->name);
  else
    return CP_CLI_DONE;

  return complain (sentence);
}

static CpCliStatus
run_command (CommandLine        *line,
             const CpCliCommand *command,
             char              **argv)
{
  g_autoptr (GOptionContext) context = new_context (line, command);
  g_auto (GStrv) rest = g_strdupv (argv);
  g_autoptr (GError) error = NULL;
  static char *none[] = { NULL };
  g_autoptr (CpCli) cli = NULL;
  CpCliStatus status;
  char **arguments;

  if (!g_option_context_parse_strv (context, &rest, &error))
    return complain (error->message);

  if (line->help)
    {
      print_help (context);
      return CP_CLI_DONE;
    }

  arguments = line->arguments != NULL ? line->arguments : none;
  status = check_arguments (command, g_strv_length (arguments));
  if (status != CP_CLI_DONE)
    return status;

  cli = cp_cli_new (&line->options);

  return command->run (cli, arguments);
}

static CpCliStatus
run (CommandLine *line,
     char       **argv)
{
  g_autoptr (GOptionContext) context = new_context (line, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = g_strdupv (argv);
  g_auto (GStrv) words = NULL;
  g_autofree char *sentence = NULL;
  const CpCliCommand *command;

  if (!g_option_context_parse_strv (context, &rest, &error))
    return complain (error->message);

  if (line->version)
    {
      printf ("Counterpoint %s\n", CP_VERSION);
      return CP_CLI_DONE;
    }

  if (line->help)
    {
      print_help (context);
      return CP_CLI_DONE;
    }

  words = g_steal_pointer (&line->arguments);
  if (words == NULL)
    return complain (_("There is no command."));

  command = find_command (words[0]);
  if (command != NULL)
    return run_command (line, command, words);

  sentence = g_strdup_printf (_("There is no command “%s”."), words[0]);

  return complain (sentence);
}

int
main (int   argc,
      char *argv[])
{
  CommandLine line = { { FALSE } };
  CpCliStatus status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CP_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("counterpoint-cli");

  status = run (&line, argv);

  g_strfreev (line.arguments);
  g_free (line.options.library);
  g_free (line.options.output);
  g_free (line.options.format);
  g_free (line.options.import_report);

  /* A full disk must not look like success. */
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  cp_cli_print_error (_("The output could not be written; look whether the disk is full."));

  return CP_CLI_FAILED;
}
