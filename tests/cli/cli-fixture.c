/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the built command line on a library of the test's own. */

#include "config.h"

#include "cli-fixture.h"

#include <ftw.h>
#include <stdio.h>
#include <string.h>

static char *program;

static int
remove_entry (const char        *path,
              const struct stat *status,
              int                flag,
              struct FTW        *place)
{
  return remove (path);
}

static void
set_up (CliFixture    *fixture,
        gconstpointer  test)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("cp-cli-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->library = g_build_filename (fixture->folder, "library", NULL);
}

static void
forget_last_call (CliFixture *fixture)
{
  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_clear_pointer (&fixture->json, json_node_unref);
}

static void
tear_down (CliFixture    *fixture,
           gconstpointer  test)
{
  forget_last_call (fixture);
  nftw (fixture->folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
  g_free (fixture->library);
  g_free (fixture->folder);
}

static void
run_test (CliFixture    *fixture,
          gconstpointer  test)
{
  ((void (*) (CliFixture *)) test) (fixture);
}

/* The program to test is the first argument. */
void
cli_fixture_init (int    *argc,
                  char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_assert_cmpint (*argc, >, 1);
  /* Calls run in a folder of their own. */
  program = g_canonicalize_filename ((*argv)[1], NULL);
}

void
cli_fixture_add (const char  *path,
                 void       (*test) (CliFixture *))
{
  g_test_add (path, CliFixture, test, set_up, run_test, tear_down);
}

const char *
cli_fixture_get_program (void)
{
  return program;
}

GSubprocess *
cli_fixture_spawn (CliFixture         *fixture,
                   const char * const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_ptr_array_add (words, program);
  g_ptr_array_add (words, (char *) "--library");
  g_ptr_array_add (words, fixture->library);
  for (gsize i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (words, (char *) arguments[i]);
  g_ptr_array_add (words, NULL);

  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "COLUMNS", "80", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) words->pdata, &error);
  g_assert_no_error (error);

  return process;
}

void
cli_fixture_collect (CliFixture  *fixture,
                     GSubprocess *process)
{
  g_autoptr (GError) error = NULL;

  forget_last_call (fixture);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->out, &fixture->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  fixture->status = g_subprocess_get_exit_status (process);
  fixture->json = json_from_string (fixture->out, NULL);
}

/* Runs the program with the arguments, which end in %NULL, and waits for it. */
void
cli_fixture_run (CliFixture *fixture,
                 ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  va_list list;

  va_start (list, fixture);
  for (char *word = va_arg (list, char *); word != NULL; word = va_arg (list, char *))
    g_ptr_array_add (arguments, word);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  process = cli_fixture_spawn (fixture, (const char * const *) arguments->pdata);
  cli_fixture_collect (fixture, process);
}

char *
cli_fixture_dup_sample (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
}

/* Returns: (nullable): %NULL, and the test is skipped, when the texts are not beside the project, which they are
 *   no part of */
char *
cli_fixture_dup_shared (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_test_skip ("the texts of ../shared are not here");

  return NULL;
}

char *
cli_fixture_write (CliFixture *fixture,
                   const char *name,
                   const char *text,
                   gssize      length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);

  return path;
}

char *
cli_fixture_read (CliFixture *fixture,
                  const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

JsonArray *
cli_fixture_get_array (CliFixture *fixture,
                       const char *name)
{
  JsonObject *root;

  g_assert_nonnull (fixture->json);
  root = json_node_get_object (fixture->json);
  g_assert_true (json_object_has_member (root, name));

  return json_object_get_array_member (root, name);
}

JsonObject *
cli_fixture_get_element (CliFixture *fixture,
                         const char *name,
                         guint       position)
{
  JsonArray *array = cli_fixture_get_array (fixture, name);

  g_assert_cmpuint (position, <, json_array_get_length (array));

  return json_array_get_object_element (array, position);
}

void
cli_fixture_assert_has (const char *text,
                        const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}
