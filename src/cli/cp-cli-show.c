/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that look at articles one by one: show and themes. */

#define G_LOG_DOMAIN "cp-cli-show"

#include "config.h"

#include "cp-citation.h"
#include "cp-cli-command.h"
#include "cp-cli-passages.h"
#include "cp-cli-print.h"
#include "cp-json.h"
#include "cp-revision.h"
#include "cp-wording.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* As many as a reviewer takes in at a glance. */
#define MAX_KEYPHRASES 10

#define BAR_CELLS 20

static void
print_if_given (const char *text)
{
  if (text != NULL && *text != '\0')
    cp_cli_print_wrapped ("", "", text);
}

static void
print_header (CpArticle *article)
{
  g_autofree char *line = cp_citation_dup_line (article);

  cp_cli_print_heading (cp_article_get_title (article));
  print_if_given (cp_article_get_standfirst (article));
  print_if_given (line);
  print_if_given (cp_article_get_url (article));
}

static void
print_block (CpBlock *block,
             int      paragraph)
{
  g_autofree char *number = g_strdup_printf ("%4d  ", paragraph);

  putchar ('\n');
  cp_cli_print_wrapped (number, cp_block_get_kind (block) == CP_BLOCK_QUOTATION ? "    | " : "      ",
                        cp_block_get_text (block));
}

/* Words that are not in the text have no paragraph. */
static void
print_highlight (CpHighlight *highlight)
{
  CpPassage *passage = cp_highlight_get_passage (highlight);
  g_autofree char *quoted = cp_wording_dup_quoted (cp_passage_get_quote (passage));

  if (cp_highlight_is_placed (highlight))
    cp_cli_print_passage (passage, "  ");
  else
    cp_cli_print_wrapped ("  –     ", "        ", quoted);
  if (cp_highlight_get_note (highlight) != NULL)
    cp_cli_print_wrapped ("        ", "        ", cp_highlight_get_note (highlight));
}

static void
print_highlights (GListModel *highlights)
{
  guint n_highlights = g_list_model_get_n_items (highlights);

  if (n_highlights == 0)
    return;

  putchar ('\n');
  cp_cli_print_heading (_("Highlights"));
  for (guint i = 0; i < n_highlights; i++)
    {
      g_autoptr (CpHighlight) highlight = g_list_model_get_item (highlights, i);

      print_highlight (highlight);
    }
}

/* Of a piece that was saved once there is nothing to say. */
static void
print_versions (GPtrArray *versions)
{
  if (versions->len < 2)
    return;

  putchar ('\n');
  cp_cli_print_heading (_("Versions"));
  for (guint i = 0; i < versions->len; i++)
    {
      g_autoptr (CpRevision) revision = i > 0 ? cp_revision_new (versions->pdata[i - 1], versions->pdata[i]) : NULL;
      g_autofree char *summary = revision != NULL ? cp_revision_dup_summary (revision) : NULL;
      g_autofree char *indent = g_strdup_printf ("  %s  ", cp_article_get_id (versions->pdata[i]));

      cp_cli_print_wrapped (indent, "                ", summary != NULL ? summary : _("The version saved first"));
    }
}

static void
print_article (CpArticle  *article,
               GListModel *highlights,
               GPtrArray  *versions)
{
  int paragraph = 0;

  print_header (article);
  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      CpBlock *block = cp_article_get_block (article, i);

      if (cp_block_get_role (block) == CP_BLOCK_BODY)
        print_block (block, ++paragraph);
    }
  print_highlights (highlights);
  print_versions (versions);
}

/* The shape of an article is the model's; its versions are the library's. */
static JsonNode *
new_json (CpArticle  *article,
          GListModel *highlights,
          GPtrArray  *versions)
{
  JsonNode *root = cp_json_new_article (article, highlights);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < versions->len; i++)
    json_array_add_string_element (array, cp_article_get_id (versions->pdata[i]));
  json_object_set_array_member (json_node_get_object (root), "versions", array);

  return root;
}

/**
 * cp_cli_run_show:
 * @arguments: (array zero-terminated=1): one article
 *
 * Prints the article: its metadata and its text.
 *
 * Returns: the exit status
 */
CpCliStatus
cp_cli_run_show (CpCli  *cli,
                 char  **arguments)
{
  GError *error = NULL;
  g_autoptr (CpArticle) article = cp_cli_find_article (cli, arguments[0], &error);
  g_autoptr (GListModel) highlights = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  if (article == NULL || !cp_article_load (article, &error))
    return cp_cli_fail (error);

  highlights = cp_cli_load_highlights (cli, article, &error);
  versions = highlights != NULL ? cp_cli_list_revisions (cli, article, &error) : NULL;
  if (versions == NULL)
    return cp_cli_fail (error);

  if (cp_cli_get_options (cli)->json)
    cp_cli_print_json (new_json (article, highlights, versions));
  else
    print_article (article, highlights, versions);

  return CP_CLI_DONE;
}

static void
print_theme (CpTheme *theme)
{
  g_autofree char *bar = cp_cli_print_dup_bar (cp_theme_get_salience (theme), BAR_CELLS);
  g_autofree char *share = cp_wording_dup_share (cp_theme_get_salience (theme));
  g_autofree char *line = g_strdup_printf ("%s (%s)", cp_theme_get_label (theme),
                                           cp_wording_provenance (cp_theme_get_provenance (theme)));
  g_autofree char *indent = g_strdup_printf ("%*s", BAR_CELLS + 8, "");
  int padding = MAX (6 - cp_cli_print_count_cells (share), 0);
  g_autofree char *first_indent = g_strdup_printf ("%s%*s%s  ", bar, padding, "", share);

  putchar ('\n');
  cp_cli_print_wrapped (first_indent, indent, line);
  cp_cli_print_passages (theme, "  ");
}

static void
print_themes (CpArticle          *article,
              GListModel         *themes,
              const char * const *keyphrases)
{
  g_autofree char *joined = g_strjoinv (", ", (char **) keyphrases);

  cp_cli_print_heading (cp_article_get_title (article));
  if (g_list_model_get_n_items (themes) == 0)
    cp_cli_print_wrapped ("", "", _("No theme was found in this piece."));

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);

      print_theme (theme);
    }

  if (*joined != '\0')
    {
      g_autofree char *line = g_strdup_printf (_("Key phrases: %s"), joined);

      putchar ('\n');
      cp_cli_print_wrapped ("", "", line);
    }
}

static gboolean
tell_themes (CpCli       *cli,
             CpArticle   *article,
             JsonBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) themes = cp_cli_load_themes (cli, article, &error);
  g_auto (GStrv) keyphrases = NULL;

  if (themes == NULL)
    {
      cp_cli_print_error ("%s", error->message);
      return FALSE;
    }

  keyphrases = cp_cli_dup_keyphrases (cli, article, MAX_KEYPHRASES);
  if (cp_cli_get_options (cli)->json)
    cp_json_add_themes (builder, article, themes, (const char * const *) keyphrases);
  else
    print_themes (article, themes, (const char * const *) keyphrases);

  return TRUE;
}

/**
 * cp_cli_run_themes:
 * @arguments: (array zero-terminated=1): articles
 *
 * Prints what each article is about, with the passages that show it.
 *
 * Returns: the exit status
 */
CpCliStatus
cp_cli_run_themes (CpCli  *cli,
                   char  **arguments)
{
  g_autoptr (GPtrArray) articles = cp_cli_find_articles (cli, arguments);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean all = articles->len == g_strv_length (arguments);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < articles->len; i++)
    {
      if (i > 0 && !cp_cli_get_options (cli)->json)
        putchar ('\n');
      all &= tell_themes (cli, articles->pdata[i], builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  if (cp_cli_get_options (cli)->json)
    cp_cli_print_json (json_builder_get_root (builder));

  return all ? CP_CLI_DONE : CP_CLI_FAILED;
}
