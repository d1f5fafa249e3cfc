/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary of a comparison: every theme with its passages on each side, and what a side leaves out. */

#define G_LOG_DOMAIN "cp-report-comparison"

#include "config.h"

#include "cp-report-parts.h"
#include "cp-wording.h"

#include <glib/gi18n.h>

/* Code points of a passage in a cell of the grid, and of a title above a column: what a reader takes in at a
 * glance. The whole words stand below. */
#define CELL_EXCERPT_LENGTH  110
#define TITLE_EXCERPT_LENGTH 48

typedef struct
{
  CpComparison   *comparison;
  CpReportNode   *document;
  CpReportQuotes *quotes;
} Build;

static void
append_pieces (Build *build)
{
  guint n = cp_comparison_get_n_articles (build->comparison);
  CpReportNode *section = cp_report_node_append (build->document, CP_NODE_SECTION, _("The pieces"));
  CpReportNode *sides = cp_report_node_append (section, CP_NODE_SIDES, NULL);

  for (guint i = 0; i < n; i++)
    {
      CpArticle *article = cp_comparison_get_article (build->comparison, i);
      g_autofree char *heading = cp_wording_dup_piece (i, cp_article_get_title (article));

      cp_report_append_citation (cp_report_node_append (sides, CP_NODE_SECTION, heading), article);
    }
}

static void
append_overlap (Build *build)
{
  CpReportNode *section = cp_report_node_append (build->document, CP_NODE_SECTION, _("Wording in common"));
  CpReportNode *paragraph = cp_report_node_append (section, CP_NODE_PARAGRAPH, NULL);
  g_autofree char *share = cp_wording_dup_share (cp_comparison_get_containment (build->comparison));

  /* Translators: %s is a share such as "2 %" */
  cp_report_node_append_f (paragraph, CP_NODE_TEXT,
                           _("At most %s of one piece’s sequences of five words stand in another of the pieces."),
                           share);

  switch (cp_comparison_get_overlap (build->comparison))
    {
    case CP_OVERLAP_COPY:
      cp_report_node_append (paragraph, CP_NODE_TEXT, _("One of them is a copy of another or was written from it."));
      break;

    case CP_OVERLAP_SHARES_PASSAGES:
      cp_report_node_append (paragraph, CP_NODE_TEXT, _("They share whole passages."));
      break;

    case CP_OVERLAP_NONE:
    default:
      cp_report_node_append (paragraph, CP_NODE_TEXT, _("They share no passage of note."));
      break;
    }
}

static void
append_grid_cell (Build           *build,
                  CpReportNode    *row,
                  CpComparedTheme *theme,
                  guint            piece)
{
  CpReportNode *cell = cp_report_node_append (row, CP_NODE_CELL, NULL);
  CpTheme *side = cp_compared_theme_get_side (theme, piece);
  g_autofree char *share = NULL;

  if (side == NULL)
    {
      cp_report_append_blank (cell);
      return;
    }

  share = cp_wording_dup_share (cp_theme_get_salience (side));
  if (cp_theme_get_salience (side) > 0.0)
    cp_report_node_append (cell, CP_NODE_STRONG, share);
  if (cp_theme_get_n_passages (side) > 0)
    {
      const char *quote = cp_passage_get_quote (cp_theme_get_passage (side, 0));
      g_autofree char *excerpt = cp_wording_dup_excerpt (quote, CELL_EXCERPT_LENGTH);
      g_autofree char *quoted = cp_wording_dup_quoted (excerpt);
      CpReportNode *run = cp_report_node_append (cell, CP_NODE_TEXT, quoted);

      run->language = g_strdup (cp_article_get_language (cp_comparison_get_article (build->comparison, piece)));
    }
  cp_report_append_references (cell, build->quotes, piece, side);
}

static void
append_grid_header (Build        *build,
                    CpReportNode *table)
{
  CpReportNode *row = cp_report_node_append (table, CP_NODE_ROW, NULL);
  CpReportNode *corner = cp_report_node_append (row, CP_NODE_CELL, NULL);

  cp_report_node_append (corner, CP_NODE_TEXT, _("Theme"));
  for (guint i = 0; i < cp_comparison_get_n_articles (build->comparison); i++)
    {
      CpArticle *article = cp_comparison_get_article (build->comparison, i);
      g_autofree char *heading = cp_wording_dup_piece (i, cp_article_get_title (article));
      g_autofree char *excerpt = cp_wording_dup_excerpt (heading, TITLE_EXCERPT_LENGTH);

      cp_report_node_append (cp_report_node_append (row, CP_NODE_CELL, NULL), CP_NODE_TEXT, excerpt);
    }
}

static void
append_grid (Build     *build,
             GPtrArray *themes)
{
  CpReportNode *section = cp_report_node_append (build->document, CP_NODE_SECTION, _("Side by side"));
  CpReportNode *table, *paragraph;

  if (themes->len == 0)
    {
      paragraph = cp_report_node_append (section, CP_NODE_PARAGRAPH, NULL);
      cp_report_node_append (paragraph, CP_NODE_TEXT, _("No theme was found in these pieces."));
      return;
    }

  table = cp_report_node_append (section, CP_NODE_TABLE,
                                 _("Which piece addresses which theme: share of its text, first passage, and the "
                                   "numbers of all"));
  append_grid_header (build, table);
  for (guint i = 0; i < themes->len; i++)
    {
      CpComparedTheme *theme = themes->pdata[i];
      CpReportNode *row = cp_report_node_append (table, CP_NODE_ROW, NULL);
      CpReportNode *label = cp_report_node_append (row, CP_NODE_CELL, NULL);

      row->hue = i;
      cp_report_node_append (label, CP_NODE_TEXT, cp_compared_theme_get_label (theme));
      for (guint j = 0; j < cp_compared_theme_get_n_sides (theme); j++)
        append_grid_cell (build, row, theme, j);
    }
}

static void
append_side (Build           *build,
             CpReportNode    *sides,
             CpComparedTheme *theme,
             guint            piece)
{
  CpArticle *article = cp_comparison_get_article (build->comparison, piece);
  CpTheme *side = cp_compared_theme_get_side (theme, piece);
  g_autofree char *heading = cp_wording_dup_piece (piece, cp_article_get_title (article));
  CpReportNode *section = cp_report_node_append (sides, CP_NODE_SECTION, heading);
  CpReportNode *paragraph;

  if (side == NULL)
    {
      cp_report_append_blank (cp_report_node_append (section, CP_NODE_PARAGRAPH, NULL));
      return;
    }

  if (g_strcmp0 (cp_theme_get_label (side), cp_compared_theme_get_label (theme)) != 0)
    {
      g_autofree char *quoted = cp_wording_dup_quoted (cp_theme_get_label (side));

      paragraph = cp_report_node_append (section, CP_NODE_PARAGRAPH, NULL);
      /* Translators: %s is the label of a theme, in quotation marks */
      cp_report_node_append_f (paragraph, CP_NODE_TEXT, _("Theme %s of this piece."), quoted);
    }
  cp_report_append_theme_remark (section, side);
  cp_report_append_quotes (section, build->quotes, piece, article, side);
}

static void
append_theme (Build           *build,
              CpReportNode    *parent,
              CpComparedTheme *theme,
              int              hue)
{
  CpReportNode *section = cp_report_node_append (parent, CP_NODE_SECTION, cp_compared_theme_get_label (theme));
  CpReportNode *sides = cp_report_node_append (section, CP_NODE_SIDES, NULL);

  section->hue = hue;
  for (guint i = 0; i < cp_compared_theme_get_n_sides (theme); i++)
    append_side (build, sides, theme, i);
}

static void
append_shared_themes (Build     *build,
                      GPtrArray *themes)
{
  CpReportNode *section = cp_report_node_append (build->document, CP_NODE_SECTION,
                                                 _("Themes that several of the pieces address"));

  for (guint i = 0; i < themes->len; i++)
    {
      if (cp_compared_theme_is_shared (themes->pdata[i]))
        append_theme (build, section, themes->pdata[i], i);
    }

  if (section->children->len == 0)
    {
      CpReportNode *paragraph = cp_report_node_append (section, CP_NODE_PARAGRAPH, NULL);

      cp_report_node_append (paragraph, CP_NODE_TEXT, _("The pieces share no theme."));
    }
}

static void
append_own_themes (Build     *build,
                   GPtrArray *themes,
                   guint      piece)
{
  g_autofree char *name = cp_wording_dup_piece_name (piece);
  /* Translators: %s is a piece's letter in the report */
  g_autofree char *heading = g_strdup_printf (_("Themes that only %s addresses"), name);
  CpReportNode *section = cp_report_node_append (build->document, CP_NODE_SECTION, heading);

  for (guint i = 0; i < themes->len; i++)
    {
      if (cp_compared_theme_get_only (themes->pdata[i]) == piece)
        append_theme (build, section, themes->pdata[i], i);
    }

  if (section->children->len == 0)
    {
      CpReportNode *paragraph = cp_report_node_append (section, CP_NODE_PARAGRAPH, NULL);

      /* Translators: %s is a piece's letter in the report */
      cp_report_node_append_f (paragraph, CP_NODE_TEXT, _("%s has no theme of its own."), name);
    }
}

static char *
describe_words (const char *words,
                guint       piece)
{
  g_autofree char *name = cp_wording_dup_piece_name (piece);
  g_autofree char *quoted = cp_wording_dup_quoted (words);

  if (*words == '\0')
    /* Translators: a piece's letter, and that it has no such words */
    return g_strdup_printf (_("none in %s"), name);

  /* Translators: words in quotation marks, and the letter of the piece that has them */
  return g_strdup_printf (_("%s in %s"), quoted, name);
}

static void
append_cues (CpReportNode *facts,
             CpAlignment  *alignment)
{
  CpReportNode *fact = cp_report_node_append (facts, CP_NODE_FACT, _("They differ in"));
  guint n = cp_alignment_get_n_cues (alignment);

  for (guint i = 0; i < n; i++)
    {
      const CpCue *cue = cp_alignment_get_cue (alignment, i);
      g_autofree char *a = describe_words (cue->a, cp_alignment_get_article_a (alignment));
      g_autofree char *b = describe_words (cue->b, cp_alignment_get_article_b (alignment));

      /* Translators: in what two passages differ, the words of the one, the words of the other */
      cp_report_node_append_f (fact, CP_NODE_TEXT, _("%s: %s, %s"), cp_wording_cue_kind (cue->kind), a, b);
      if (i + 1 < n)
        cp_report_node_append (fact, CP_NODE_TEXT, "·");
    }

  if (n == 0)
    cp_report_node_append (fact, CP_NODE_BLANK, _("no cue was found"));
}

static void
append_reason (CpReportNode *facts,
               CpAlignment  *alignment)
{
  CpReportNode *fact = cp_report_node_append (facts, CP_NODE_FACT, _("They speak of the same matter"));
  const char * const *because = cp_alignment_get_because (alignment);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (gsize i = 0; because[i] != NULL; i++)
    g_ptr_array_add (reasons, cp_wording_dup_quoted (because[i]));
  g_ptr_array_add (reasons, NULL);

  list = g_strjoinv (", ", (char **) reasons->pdata);
  cp_report_node_append (fact, CP_NODE_TEXT, *list != '\0' ? list : _("similar wording"));
}

static void
append_alignment (Build        *build,
                  CpReportNode *section,
                  CpAlignment  *alignment,
                  guint         number)
{
  guint a = cp_alignment_get_article_a (alignment);
  guint b = cp_alignment_get_article_b (alignment);
  /* Translators: a numbered pair of passages */
  g_autofree char *heading = g_strdup_printf (_("Pair %u"), number);
  CpReportNode *pair = cp_report_node_append (section, CP_NODE_SECTION, heading);
  CpReportNode *quotes = cp_report_node_append (pair, CP_NODE_FACING_QUOTES, NULL);
  CpReportNode *facts = cp_report_node_append (pair, CP_NODE_FACTS, NULL);

  cp_report_append_quote (quotes, build->quotes, a, cp_comparison_get_article (build->comparison, a),
                          cp_alignment_get_a (alignment));
  cp_report_append_quote (quotes, build->quotes, b, cp_comparison_get_article (build->comparison, b),
                          cp_alignment_get_b (alignment));
  append_reason (facts, alignment);
  append_cues (facts, alignment);
}

static void
append_alignments (Build *build)
{
  GListModel *alignments = cp_comparison_list_alignments (build->comparison);
  guint n = g_list_model_get_n_items (alignments);
  CpReportNode *section = cp_report_node_append (build->document, CP_NODE_SECTION,
                                                 _("Passages that speak of the same matter"));
  CpReportNode *paragraph = cp_report_node_append (section, CP_NODE_PARAGRAPH, NULL);

  cp_report_node_append (paragraph, CP_NODE_TEXT,
                         n > 0 ? _("The most alike come first. The cues are differences in wording that the program "
                                   "saw; what they mean is for the reviewer to say.")
                               : _("No two passages were found that speak of the same matter."));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CpAlignment) alignment = g_list_model_get_item (alignments, i);

      append_alignment (build, section, alignment, i + 1);
    }
}

static void
append_method (Build     *build,
               GDateTime *now)
{
  CpReportNode *section = cp_report_append_method (build->document, now);
  CpReportNode *sides = cp_report_node_append (section, CP_NODE_SIDES, NULL);

  for (guint i = 0; i < cp_comparison_get_n_articles (build->comparison); i++)
    {
      CpArticle *article = cp_comparison_get_article (build->comparison, i);
      g_autofree char *heading = cp_wording_dup_piece (i, cp_article_get_title (article));
      CpReportNode *part = cp_report_node_append (sides, CP_NODE_SECTION, heading);

      cp_report_append_provenance (part, article, cp_comparison_get_themes_of (build->comparison, i));
    }
  cp_report_append_reading_key (section);
}

static void
take_themes (GPtrArray  *ordered,
             GListModel *themes,
             guint       only)
{
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpComparedTheme) theme = g_list_model_get_item (themes, i);

      if (cp_compared_theme_get_only (theme) == only)
        g_ptr_array_add (ordered, g_steal_pointer (&theme));
    }
}

/* Grid and sections name the themes in the same order, so that the numbers of the quotes rise in both. */
static GPtrArray *
order_themes (CpComparison *comparison)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *themes = cp_comparison_list_themes (comparison);

  take_themes (ordered, themes, G_MAXUINT);
  for (guint i = 0; i < cp_comparison_get_n_articles (comparison); i++)
    take_themes (ordered, themes, i);

  return ordered;
}

static char *
describe_pieces (CpComparison *comparison)
{
  guint n = cp_comparison_get_n_articles (comparison);
  const char *a, *b;

  if (n != 2)
    return g_strdup_printf (ngettext ("%u op-ed", "%u op-eds", n), n);

  a = cp_article_get_title (cp_comparison_get_article (comparison, 0));
  b = cp_article_get_title (cp_comparison_get_article (comparison, 1));

  /* Translators: the titles of two pieces */
  return g_strdup_printf (_("“%s” and “%s”"), *a != '\0' ? a : _("Untitled"), *b != '\0' ? b : _("Untitled"));
}

/**
 * cp_report_build_comparison:
 * @comparison: a comparison
 * @now: when the report is made
 *
 * Returns: (transfer full): the document
 */
CpReportNode *
cp_report_build_comparison (CpComparison *comparison,
                            GDateTime    *now)
{
  g_autoptr (CpReportQuotes) quotes = cp_report_quotes_new (TRUE);
  g_autoptr (GPtrArray) themes = order_themes (comparison);
  g_autofree char *title = describe_pieces (comparison);
  Build build = { comparison, cp_report_node_new (CP_NODE_DOCUMENT, title), quotes };

  build.document->target = g_strdup (_("Comparative review summary"));
  append_pieces (&build);
  append_grid (&build, themes);
  append_shared_themes (&build, themes);
  for (guint i = 0; i < cp_comparison_get_n_articles (comparison); i++)
    append_own_themes (&build, themes, i);
  append_alignments (&build);
  append_overlap (&build);
  append_method (&build, now);

  return build.document;
}
