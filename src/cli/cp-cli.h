/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all commands of the command line share: options, the library, articles by name, and output. */

#pragma once

#include <json-glib/json-glib.h>

#include "cp-desk.h"

G_BEGIN_DECLS

/**
 * CpCliStatus:
 * @CP_CLI_DONE: everything was done
 * @CP_CLI_FAILED: some input failed; what could be done was done
 * @CP_CLI_USAGE: the command line made no sense; nothing was done
 *
 * The exit statuses of the program.
 */
typedef enum
{
  CP_CLI_DONE = 0,
  CP_CLI_FAILED = 1,
  CP_CLI_USAGE = 2,
} CpCliStatus;

/**
 * CpCliOptions:
 * @json: whether to print JSON
 * @library: (nullable): the library folder; %NULL for the user's
 * @output: (nullable): the file to write; %NULL for standard output
 * @format: (nullable): name of the format to write
 * @import_report: (nullable): the file that is to tell what became of each imported file
 *
 * What options of all commands can say.
 */
typedef struct
{
  gboolean  json;
  char     *library;
  char     *output;
  char     *format;
  char     *import_report;
} CpCliOptions;

#define CP_TYPE_CLI (cp_cli_get_type ())
G_DECLARE_FINAL_TYPE (CpCli, cp_cli, CP, CLI, GObject)

CpCli              *cp_cli_new              (const CpCliOptions  *options);

const CpCliOptions *cp_cli_get_options      (CpCli               *self);
CpDesk             *cp_cli_get_desk         (CpCli               *self,
                                             GError             **error);
CpArticle          *cp_cli_find_article     (CpCli               *self,
                                             const char          *name,
                                             GError             **error);
GPtrArray          *cp_cli_find_articles    (CpCli               *self,
                                             char               **names);
CpComparison       *cp_cli_compare          (CpCli               *self,
                                             GPtrArray           *articles,
                                             GError             **error);
GListModel         *cp_cli_load_highlights  (CpCli               *self,
                                             CpArticle           *article,
                                             GError             **error);
GPtrArray          *cp_cli_list_revisions   (CpCli               *self,
                                             CpArticle           *article,
                                             GError             **error);
GListModel         *cp_cli_load_themes      (CpCli               *self,
                                             CpArticle           *article,
                                             GError             **error);
char              **cp_cli_dup_keyphrases   (CpCli               *self,
                                             CpArticle           *article,
                                             guint                max);

gboolean            cp_cli_would_overwrite  (const char          *output,
                                             char               **arguments);
void                cp_cli_print_error      (const char          *format,
                                             ...) G_GNUC_PRINTF (1, 2);
void                cp_cli_print_json       (JsonNode            *root);
CpCliStatus         cp_cli_fail             (GError              *error);

G_END_DECLS
