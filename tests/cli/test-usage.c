/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help, versions, and command lines that make no sense. */

#include "config.h"

#include "cli-fixture.h"

#include <stdlib.h>

static const char * const commands[] = { "import", "list", "show", "themes", "compare", "search", "report" };

static void
assert_wrong_usage (CliFixture *fixture)
{
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_cmpstr (fixture->out, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    cli_fixture_assert_has (fixture->err, commands[i]);
}

static void
test_help_names_every_command (CliFixture *fixture)
{
  cli_fixture_run (fixture, "--help", NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    cli_fixture_assert_has (fixture->out, commands[i]);
}

static void
test_every_command_has_help (CliFixture *fixture)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      cli_fixture_run (fixture, commands[i], "--help", NULL);
      g_assert_cmpint (fixture->status, ==, 0);
      cli_fixture_assert_has (fixture->out, "Usage:");
      cli_fixture_assert_has (fixture->out, "--library");
    }
  g_assert_false (g_file_test (fixture->library, G_FILE_TEST_EXISTS));
}

static void
test_version_is_shown (CliFixture *fixture)
{
  cli_fixture_run (fixture, "--version", NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->out, ==, "Counterpoint " CP_VERSION "\n");
}

static void
test_nonsense_is_answered_with_the_commands (CliFixture *fixture)
{
  cli_fixture_run (fixture, NULL);
  assert_wrong_usage (fixture);
  cli_fixture_run (fixture, "juggle", NULL);
  assert_wrong_usage (fixture);
  cli_fixture_run (fixture, "list", "--loudly", NULL);
  assert_wrong_usage (fixture);
}

static void
test_wrong_number_of_arguments_is_wrong_usage (CliFixture *fixture)
{
  cli_fixture_run (fixture, "show", NULL);
  assert_wrong_usage (fixture);
  cli_fixture_run (fixture, "show", "a", "b", NULL);
  assert_wrong_usage (fixture);
  cli_fixture_run (fixture, "list", "a", NULL);
  assert_wrong_usage (fixture);
  cli_fixture_run (fixture, "compare", "a", NULL);
  assert_wrong_usage (fixture);
  cli_fixture_run (fixture, "import", NULL);
  assert_wrong_usage (fixture);
}

static void
test_options_of_other_commands_are_wrong_usage (CliFixture *fixture)
{
  cli_fixture_run (fixture, "list", "--output", "x.md", NULL);
  assert_wrong_usage (fixture);
}

static void
test_output_that_is_lost_is_a_failure (CliFixture *fixture)
{
  g_autofree char *command = NULL;
  g_autofree char *quoted = NULL;
  int wait_status = 0;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full here");
      return;
    }

  quoted = g_shell_quote (cli_fixture_get_program ());
  command = g_strdup_printf ("%s --version >/dev/full 2>/dev/null", quoted);
  wait_status = system (command);
  g_assert_cmpint (WEXITSTATUS (wait_status), ==, 1);
}

static void
test_options_may_stand_before_the_command (CliFixture *fixture)
{
  cli_fixture_run (fixture, "--json", "list", NULL);

  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpuint (json_array_get_length (cli_fixture_get_array (fixture, "articles")), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  cli_fixture_init (&argc, &argv);

  cli_fixture_add ("/cli/usage/help", test_help_names_every_command);
  cli_fixture_add ("/cli/usage/help-of-commands", test_every_command_has_help);
  cli_fixture_add ("/cli/usage/version", test_version_is_shown);
  cli_fixture_add ("/cli/usage/nonsense", test_nonsense_is_answered_with_the_commands);
  cli_fixture_add ("/cli/usage/arguments", test_wrong_number_of_arguments_is_wrong_usage);
  cli_fixture_add ("/cli/usage/foreign-options", test_options_of_other_commands_are_wrong_usage);
  cli_fixture_add ("/cli/usage/lost-output", test_output_that_is_lost_is_a_failure);
  cli_fixture_add ("/cli/usage/options-first", test_options_may_stand_before_the_command);

  return g_test_run ();
}
