/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command that lays articles side by side. */

#define G_LOG_DOMAIN "cp-cli-compare"

#include "config.h"

#include "cp-cli-command.h"
#include "cp-cli-passages.h"
#include "cp-cli-print.h"
#include "cp-json.h"
#include "cp-wording.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
print_title (const char *title)
{
  putchar ('\n');
  cp_cli_print_heading (title);
}

static void
print_side (CpComparison    *comparison,
            CpComparedTheme *theme,
            guint            piece)
{
  CpTheme *side = cp_compared_theme_get_side (theme, piece);
  const char *title = cp_article_get_title (cp_comparison_get_article (comparison, piece));
  g_autofree char *name = cp_wording_dup_piece (piece, title);
  g_autofree char *opening = cp_wording_dup_opening (name);
  g_autofree char *blank = g_strdup_printf ("%s %s", opening, cp_wording_not_addressed ());

  cp_cli_print_wrapped ("  ", "  ", side != NULL ? name : blank);
  if (side != NULL)
    cp_cli_print_passages (side, "    ");
}

static void
print_themes (CpComparison *comparison,
              gboolean      shared)
{
  GListModel *themes = cp_comparison_list_themes (comparison);
  gboolean any = FALSE;

  print_title (shared ? _("Themes that several of the pieces address") : _("Themes that only one piece addresses"));
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpComparedTheme) theme = g_list_model_get_item (themes, i);

      if (cp_compared_theme_is_shared (theme) != shared)
        continue;

      putchar ('\n');
      cp_cli_print_wrapped ("", "", cp_compared_theme_get_label (theme));
      for (guint j = 0; j < cp_compared_theme_get_n_sides (theme); j++)
        print_side (comparison, theme, j);
      any = TRUE;
    }

  if (!any)
    cp_cli_print_wrapped ("", "", _("None."));
}

static void
print_cue (const CpCue *cue)
{
  g_autofree char *a = cp_wording_dup_quoted (cue->a);
  g_autofree char *b = cp_wording_dup_quoted (cue->b);
  g_autofree char *opening = cp_wording_dup_opening (cp_wording_cue_kind (cue->kind));
  g_autofree char *line = g_strdup_printf ("%s %s / %s", opening, *cue->a != '\0' ? a : "–",
                                           *cue->b != '\0' ? b : "–");

  cp_cli_print_wrapped ("  ", "    ", line);
}

static void
print_alignment (CpAlignment *alignment)
{
  g_autofree char *a = cp_wording_dup_piece_name (cp_alignment_get_article_a (alignment));
  g_autofree char *b = cp_wording_dup_piece_name (cp_alignment_get_article_b (alignment));
  g_autofree char *indent_a = g_strdup_printf ("  %s ", a);
  g_autofree char *indent_b = g_strdup_printf ("  %s ", b);
  g_autofree char *joined = g_strjoinv (", ", (char **) cp_alignment_get_because (alignment));
  g_autofree char *because = g_strdup_printf (_("Both have: %s"), joined);

  putchar ('\n');
  cp_cli_print_passage (cp_alignment_get_a (alignment), indent_a);
  cp_cli_print_passage (cp_alignment_get_b (alignment), indent_b);
  if (*joined != '\0')
    cp_cli_print_wrapped ("  ", "    ", because);
  for (guint i = 0; i < cp_alignment_get_n_cues (alignment); i++)
    print_cue (cp_alignment_get_cue (alignment, i));
}

static void
print_alignments (CpComparison *comparison)
{
  GListModel *alignments = cp_comparison_list_alignments (comparison);

  print_title (_("Passages that speak of the same matter"));
  for (guint i = 0; i < g_list_model_get_n_items (alignments); i++)
    {
      g_autoptr (CpAlignment) alignment = g_list_model_get_item (alignments, i);

      print_alignment (alignment);
    }

  if (g_list_model_get_n_items (alignments) == 0)
    cp_cli_print_wrapped ("", "", _("None."));
}

static void
print_comparison (CpComparison *comparison)
{
  g_autofree char *share = cp_wording_dup_share (cp_comparison_get_containment (comparison));
  g_autofree char *overlap = g_strdup_printf (_("At most %s of one piece’s sequences of five words stand in another "
                                                "of the pieces."), share);

  for (guint i = 0; i < cp_comparison_get_n_articles (comparison); i++)
    {
      CpArticle *article = cp_comparison_get_article (comparison, i);
      g_autofree char *name = cp_wording_dup_piece (i, cp_article_get_title (article));

      cp_cli_print_wrapped ("", "   ", name);
    }

  print_themes (comparison, TRUE);
  print_themes (comparison, FALSE);
  print_alignments (comparison);
  putchar ('\n');
  cp_cli_print_wrapped ("", "", overlap);
}

/**
 * cp_cli_run_compare:
 * @arguments: (array zero-terminated=1): two articles or more
 *
 * Prints what the articles share, what only one has, and the passages that speak of the same matter.
 *
 * Returns: the exit status
 */
CpCliStatus
cp_cli_run_compare (CpCli  *cli,
                    char  **arguments)
{
  g_autoptr (GPtrArray) articles = cp_cli_find_articles (cli, arguments);
  g_autoptr (CpComparison) comparison = NULL;
  GError *error = NULL;

  /* A comparison that silently left a piece out would be another one than was asked for. */
  if (articles->len < g_strv_length (arguments))
    return CP_CLI_FAILED;

  comparison = cp_cli_compare (cli, articles, &error);
  if (comparison == NULL)
    return cp_cli_fail (error);

  if (cp_cli_get_options (cli)->json)
    cp_cli_print_json (cp_json_new_comparison (comparison));
  else
    print_comparison (comparison);

  return CP_CLI_DONE;
}
