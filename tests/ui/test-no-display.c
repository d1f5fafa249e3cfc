/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Without a display the program says in one line what to use instead. */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

static char *
run (const char * const *arguments,
     int                *status,
     char              **output)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  char *errors = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, output, &errors, &error);
  g_assert_no_error (error);
  *status = g_subprocess_get_exit_status (process);

  return errors;
}

static void
test_without_display_one_line_names_the_command_line (void)
{
  const char *arguments[] = { g_getenv ("COUNTERPOINT"), NULL };
  g_autofree char *errors = NULL, *output = NULL;
  int status;

  errors = run (arguments, &status, &output);
  g_assert_cmpint (status, ==, 1);
  g_assert_nonnull (strstr (errors, "display"));
  g_assert_nonnull (strstr (errors, "counterpoint-cli"));
  g_assert_true (strchr (errors, '\n') == errors + strlen (errors) - 1);
}

static void
test_the_version_needs_no_display (void)
{
  const char *arguments[] = { g_getenv ("COUNTERPOINT"), "--version", NULL };
  g_autofree char *errors = NULL, *output = NULL;
  int status;

  errors = run (arguments, &status, &output);
  g_assert_cmpint (status, ==, 0);
  g_assert_nonnull (strstr (output, CP_VERSION));
  g_assert_cmpstr (errors, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/no-display/one-line", test_without_display_one_line_names_the_command_line);
  g_test_add_func ("/no-display/version", test_the_version_needs_no_display);

  return g_test_run ();
}
