/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of the command line. */

#pragma once

#include "cp-cli.h"

G_BEGIN_DECLS

/**
 * CpCliCommand:
 * @name: what the user types
 * @arguments: what follows, as the help shows it
 * @summary: what the command does, in a line
 * @min_arguments: how many arguments it needs
 * @max_arguments: how many it takes; %G_MAXUINT for any number
 * @writes_file: whether it knows the options --output and --format
 * @run: does it
 */
typedef struct
{
  const char   *name;
  const char   *arguments;
  const char   *summary;
  guint         min_arguments;
  guint         max_arguments;
  gboolean      writes_file;
  CpCliStatus (*run) (CpCli  *cli,
                      char  **arguments);
} CpCliCommand;

CpCliStatus cp_cli_run_import  (CpCli  *cli,
                                char  **arguments);
CpCliStatus cp_cli_run_list    (CpCli  *cli,
                                char  **arguments);
CpCliStatus cp_cli_run_search  (CpCli  *cli,
                                char  **arguments);
CpCliStatus cp_cli_run_show    (CpCli  *cli,
                                char  **arguments);
CpCliStatus cp_cli_run_themes  (CpCli  *cli,
                                char  **arguments);
CpCliStatus cp_cli_run_compare (CpCli  *cli,
                                char  **arguments);
CpCliStatus cp_cli_run_report  (CpCli  *cli,
                                char  **arguments);

G_END_DECLS
