/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The method note of a report: what the program did, what the reviewer did, and how to check both. */

#define G_LOG_DOMAIN "cp-report-method"

#include "config.h"

#include "cp-report-parts.h"
#include "cp-wording.h"

#include <glib/gi18n.h>

static void
append_paragraph (CpReportNode *parent,
                  const char   *text)
{
  CpReportNode *paragraph = cp_report_node_append (parent, CP_NODE_PARAGRAPH, NULL);

  cp_report_node_append (paragraph, CP_NODE_TEXT, text);
}

/**
 * cp_report_append_method:
 * @parent: the document
 * @now: when the report is made
 *
 * Appends the section that says how the report came about, so far with program and time.
 *
 * Returns: (transfer none): the section
 */
CpReportNode *
cp_report_append_method (CpReportNode *parent,
                         GDateTime    *now)
{
  CpReportNode *section = cp_report_node_append (parent, CP_NODE_SECTION, _("How this summary was made"));
  CpReportNode *facts = cp_report_node_append (section, CP_NODE_FACTS, NULL);
  CpReportNode *program = cp_report_node_append (facts, CP_NODE_FACT, _("Program"));
  CpReportNode *made = cp_report_node_append (facts, CP_NODE_FACT, _("Made on"));
  /* Translators: a day and a time of day, as for g_date_time_format() */
  g_autofree char *date = g_date_time_format (now, _("%-d %B %Y, %H:%M"));
  CpReportNode *time = cp_report_node_append (made, CP_NODE_TIME, date);

  cp_report_node_append_f (program, CP_NODE_TEXT, "Counterpoint %s", CP_VERSION);
  time->target = g_date_time_format (now, "%FT%T%:z");

  return section;
}

static char *
describe_theme (CpTheme *theme)
{
  const char *label = cp_theme_get_label (theme);
  const char *suggested = cp_theme_get_suggested_label (theme);
  g_autofree char *quoted_label = cp_wording_dup_quoted (label);
  g_autofree char *quoted_suggested = cp_wording_dup_quoted (suggested);

  if (cp_theme_get_provenance (theme) != CP_PROVENANCE_EDITED || g_strcmp0 (label, suggested) == 0)
    return g_steal_pointer (&quoted_label);

  /* Translators: a theme's label before and after the reviewer changed it, both in quotation marks */
  return g_strdup_printf (_("%s → %s"), quoted_suggested, quoted_label);
}

static void
append_count (CpReportNode *facts,
              const char   *term,
              guint         n,
              const char   *names)
{
  CpReportNode *fact = cp_report_node_append (facts, CP_NODE_FACT, term);

  if (n == 0)
    {
      cp_report_node_append (fact, CP_NODE_TEXT, _("none"));
      return;
    }

  cp_report_node_append_f (fact, CP_NODE_STRONG, "%u", n);
  cp_report_node_append (fact, CP_NODE_TEXT, names);
}

static void
append_themes (CpReportNode *facts,
               const char   *term,
               GListModel   *themes,
               CpProvenance  provenance)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);

      if (cp_theme_get_provenance (theme) == provenance)
        g_ptr_array_add (names, describe_theme (theme));
    }

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  append_count (facts, term, names->len - 1, list);
}

/**
 * cp_report_append_provenance:
 * @parent: a node that holds blocks
 * @article: an article
 * @themes: its #CpTheme
 *
 * Appends what the program suggested for the piece and what became of it.
 */
void
cp_report_append_provenance (CpReportNode *parent,
                             CpArticle    *article,
                             GListModel   *themes)
{
  CpReportNode *facts = cp_report_node_append (parent, CP_NODE_FACTS, NULL);
  guint n_removed = cp_article_get_n_removed_themes (article);

  append_themes (facts, _("Suggested, not judged by the reviewer"), themes, CP_PROVENANCE_SUGGESTED);
  append_themes (facts, _("Suggested, accepted by the reviewer"), themes, CP_PROVENANCE_ACCEPTED);
  append_themes (facts, _("Suggested, edited by the reviewer"), themes, CP_PROVENANCE_EDITED);
  append_count (facts, _("Suggested, removed by the reviewer"), n_removed,
                /* Translators: after a number in bold type */
                ngettext ("theme, which this summary leaves out", "themes, which this summary leaves out", n_removed));
  append_themes (facts, _("Added by the reviewer"), themes, CP_PROVENANCE_ADDED);
}

/**
 * cp_report_append_reading_key:
 * @parent: the section that says how the report came about
 *
 * Appends how numbers, places and shares are to be read, and what the program does not claim.
 */
void
cp_report_append_reading_key (CpReportNode *parent)
{
  append_paragraph (parent,
                    _("A number in brackets names one passage, everywhere in this summary. Its words are quoted "
                      "from the saved text letter for letter."));
  append_paragraph (parent,
                    _("¶ is the number of the paragraph in the saved text; headings, quotations and list items count as "
                      "paragraphs, the first is 1. Characters are Unicode code points of that text, the first is 0, and "
                      "two stand between one paragraph and the next; a passage runs up to its second number without it."));
  append_paragraph (parent,
                    _("The share of a theme is the share of the piece’s words that stand in its paragraphs. It says how "
                      "much room the theme takes, not how important it is."));
  append_paragraph (parent,
                    _("The program lays passages side by side and shows in which words they differ. It does not judge "
                      "whether the pieces agree, who is right or how fair an author is: that is for the reviewer. “Not "
                      "addressed” means that the program found no passage on the theme and the reviewer added none."));
}
