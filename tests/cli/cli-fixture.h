/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the built command line on a library of the test's own. */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CliFixture:
 * @folder: a folder for the files of one test, removed with all in it when the test ends
 * @library: the library folder that every call uses, in @folder; not there at first
 * @status: exit status of the last call
 * @out: what it printed
 * @err: what it complained
 * @json: what it printed as JSON, or %NULL
 */
typedef struct
{
  char       *folder;
  char       *library;
  int         status;
  char       *out;
  char       *err;
  JsonNode   *json;
} CliFixture;

void         cli_fixture_init        (int                  *argc,
                                      char               ***argv);
void         cli_fixture_add         (const char           *path,
                                      void                (*test) (CliFixture *));
const char  *cli_fixture_get_program (void);

void         cli_fixture_run         (CliFixture           *fixture,
                                      ...) G_GNUC_NULL_TERMINATED;
GSubprocess *cli_fixture_spawn       (CliFixture           *fixture,
                                      const char * const   *arguments);
void         cli_fixture_collect     (CliFixture           *fixture,
                                      GSubprocess          *process);

char        *cli_fixture_dup_sample  (const char           *name);
char        *cli_fixture_dup_shared  (const char           *name);
char        *cli_fixture_write       (CliFixture           *fixture,
                                      const char           *name,
                                      const char           *text,
                                      gssize                length);
char        *cli_fixture_read        (CliFixture           *fixture,
                                      const char           *name);

JsonArray   *cli_fixture_get_array   (CliFixture           *fixture,
                                      const char           *name);
JsonObject  *cli_fixture_get_element (CliFixture           *fixture,
                                      const char           *name,
                                      guint                 position);
void         cli_fixture_assert_has  (const char           *text,
                                      const char           *part);

G_END_DECLS
