/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that go through the library: list and search. */

#define G_LOG_DOMAIN "cp-cli-list"

#include "config.h"

#include "cp-citation.h"
#include "cp-cli-command.h"
#include "cp-cli-print.h"
#include "cp-json.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Cells of the columns of a list; the title has what is left. */
#define ID_CELLS     12
#define DATE_CELLS   10
#define WORDS_CELLS  6
#define BYLINE_CELLS 18

/* More than anybody reads; a narrower query serves better. */
#define MAX_HITS 100

static void
print_list_json (GListModel *articles)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (CpArticle) article = g_list_model_get_item (articles, i);

      cp_json_add_article_line (builder, article);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  cp_cli_print_json (json_builder_get_root (builder));
}

static void
print_row (const char *id,
           const char *date,
           const char *words,
           const char *byline,
           const char *title)
{
  int rest = cp_cli_print_get_width () - ID_CELLS - DATE_CELLS - WORDS_CELLS - BYLINE_CELLS - 8;
  g_autofree char *id_cell = cp_cli_print_dup_fitted (id, ID_CELLS);
  g_autofree char *date_cell = cp_cli_print_dup_fitted (date, DATE_CELLS);
  g_autofree char *byline_cell = cp_cli_print_dup_fitted (byline, BYLINE_CELLS);
  g_autofree char *title_cell = cp_cli_print_dup_fitted (title, MAX (rest, BYLINE_CELLS));
  int padding = MAX (WORDS_CELLS - cp_cli_print_count_cells (words), 0);

  printf ("%s  %s  %*s%s  %s  %s\n", id_cell, date_cell, padding, "", words, byline_cell,
          g_strchomp (title_cell));
}

static void
print_article_row (CpArticle *article)
{
  g_autofree char *words = g_strdup_printf ("%d", cp_article_get_n_words (article));
  g_autofree char *byline = cp_article_dup_byline (article);
  const char *published = cp_article_get_published (article);
  const char *outlet = cp_article_get_outlet (article);

  print_row (cp_article_get_id (article), published != NULL ? published : "–", words,
             *byline != '\0' ? byline : outlet != NULL ? outlet : "–", cp_article_get_title (article));
}

static void
print_list (GListModel *articles)
{
  guint n = g_list_model_get_n_items (articles);

  if (n == 0)
    {
      cp_cli_print_wrapped ("", "", _("The library is empty. “counterpoint-cli import FILE…” saves op-eds in it."));
      return;
    }

  /* Translators: headings of columns; BY is over the author, or else the outlet, of an op-ed */
  print_row (_("ID"), _("PUBLISHED"), _("WORDS"), _("BY"), _("TITLE"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CpArticle) article = g_list_model_get_item (articles, i);

      print_article_row (article);
    }
}

/**
 * cp_cli_run_list:
 * @arguments: none
 *
 * Prints the saved articles.
 *
 * Returns: the exit status
 */
CpCliStatus
cp_cli_run_list (CpCli  *cli,
                 char  **arguments)
{
  GError *error = NULL;
  CpDesk *desk = cp_cli_get_desk (cli, &error);

  if (desk == NULL || !cp_desk_load (desk, &error))
    return cp_cli_fail (error);

  if (cp_cli_get_options (cli)->json)
    print_list_json (cp_desk_list_articles (desk));
  else
    print_list (cp_desk_list_articles (desk));

  return CP_CLI_DONE;
}

static void
print_hits_json (const char *query,
                 GPtrArray  *hits)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cp_json_add_string (builder, "query", query);
  json_builder_set_member_name (builder, "hits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < hits->len; i++)
    {
      const CpHit *hit = hits->pdata[i];

      json_builder_begin_object (builder);
      cp_json_add_string (builder, "id", hit->id);
      cp_json_add_string (builder, "title", hit->title);
      cp_json_add_string (builder, "snippet", hit->snippet);
      json_builder_set_member_name (builder, "score");
      json_builder_add_double_value (builder, hit->score);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  cp_cli_print_json (json_builder_get_root (builder));
}

static void
print_hits (const char *query,
            GPtrArray  *hits)
{
  if (hits->len == 0)
    {
      g_autofree char *sentence = g_strdup_printf (_("No saved article has “%s”."), query);

      cp_cli_print_wrapped ("", "", sentence);
    }

  for (guint i = 0; i < hits->len; i++)
    {
      const CpHit *hit = hits->pdata[i];
      g_autofree char *heading = g_strdup_printf ("%s  %s", hit->id, hit->title);

      if (i > 0)
        putchar ('\n');
      cp_cli_print_heading (heading);
      cp_cli_print_wrapped ("    ", "    ", hit->snippet);
    }
}

/**
 * cp_cli_run_search:
 * @arguments: (array zero-terminated=1): the words to look for
 *
 * Prints the saved articles that have the words, best first.
 *
 * Returns: the exit status
 */
CpCliStatus
cp_cli_run_search (CpCli  *cli,
                   char  **arguments)
{
  g_autofree char *query = g_strjoinv (" ", arguments);
  g_autoptr (GPtrArray) hits = NULL;
  GError *error = NULL;
  CpDesk *desk = cp_cli_get_desk (cli, &error);

  if (desk == NULL)
    return cp_cli_fail (error);

  hits = cp_desk_search (desk, query, MAX_HITS, &error);
  if (hits == NULL)
    return cp_cli_fail (error);

  if (cp_cli_get_options (cli)->json)
    print_hits_json (query, hits);
  else
    print_hits (query, hits);

  return CP_CLI_DONE;
}
