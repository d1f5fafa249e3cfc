/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary of one piece. */

#define G_LOG_DOMAIN "cp-report-article"

#include "config.h"

#include "cp-report-parts.h"
#include "cp-wording.h"

#include <glib/gi18n.h>

static void
append_header_row (CpReportNode *table)
{
  CpReportNode *row = cp_report_node_append (table, CP_NODE_ROW, NULL);
  const char *headers[] = { _("Theme"), _("Share of the text"), _("Provenance"), _("Passages") };

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    cp_report_node_append (cp_report_node_append (row, CP_NODE_CELL, NULL), CP_NODE_TEXT, headers[i]);
}

static void
append_theme_row (CpReportNode   *table,
                  CpReportQuotes *quotes,
                  CpTheme        *theme,
                  int             hue)
{
  CpReportNode *row = cp_report_node_append (table, CP_NODE_ROW, NULL);
  CpReportNode *label = cp_report_node_append (row, CP_NODE_CELL, NULL);
  CpReportNode *share = cp_report_node_append (row, CP_NODE_CELL, NULL);
  CpReportNode *provenance = cp_report_node_append (row, CP_NODE_CELL, NULL);
  CpReportNode *passages = cp_report_node_append (row, CP_NODE_CELL, NULL);
  g_autofree char *percent = cp_wording_dup_share (cp_theme_get_salience (theme));

  row->hue = hue;
  cp_report_node_append (label, CP_NODE_TEXT, cp_theme_get_label (theme));
  cp_report_node_append (share, CP_NODE_BAR, NULL)->value = cp_theme_get_salience (theme);
  cp_report_node_append (share, CP_NODE_TEXT, percent);
  cp_report_node_append (provenance, CP_NODE_TAG, cp_wording_provenance (cp_theme_get_provenance (theme)));
  cp_report_append_references (passages, quotes, 0, theme);
}

static void
append_overview (CpReportNode   *section,
                 CpReportQuotes *quotes,
                 GListModel     *themes)
{
  CpReportNode *table = cp_report_node_append (section, CP_NODE_TABLE, _("Themes, most important first"));

  append_header_row (table);
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);

      append_theme_row (table, quotes, theme, i);
    }
}

static void
append_themes (CpReportNode *document,
               CpArticle    *article,
               GListModel   *themes)
{
  CpReportNode *section = cp_report_node_append (document, CP_NODE_SECTION, _("Themes"));
  g_autoptr (CpReportQuotes) quotes = cp_report_quotes_new (FALSE);

  if (g_list_model_get_n_items (themes) == 0)
    {
      CpReportNode *paragraph = cp_report_node_append (section, CP_NODE_PARAGRAPH, NULL);

      cp_report_node_append (paragraph, CP_NODE_TEXT, _("No theme was found in this piece."));
      return;
    }

  append_overview (section, quotes, themes);
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);
      CpReportNode *part = cp_report_node_append (section, CP_NODE_SECTION, cp_theme_get_label (theme));

      part->hue = i;
      cp_report_append_theme_remark (part, theme);
      cp_report_append_quotes (part, quotes, 0, article, theme);
    }
}

/**
 * cp_report_build_article:
 * @article: an article
 * @themes: its #CpTheme, by importance
 * @now: when the report is made
 *
 * Returns: (transfer full): the document
 */
CpReportNode *
cp_report_build_article (CpArticle  *article,
                         GListModel *themes,
                         GDateTime  *now)
{
  const char *title = cp_article_get_title (article);
  CpReportNode *document = cp_report_node_new (CP_NODE_DOCUMENT, *title != '\0' ? title : _("Untitled"));
  CpReportNode *section;

  document->target = g_strdup (_("Review summary"));
  document->language = g_strdup (cp_article_get_language (article));
  section = cp_report_node_append (document, CP_NODE_SECTION, _("The piece"));
  cp_report_append_citation (section, article);

  append_themes (document, article, themes);

  section = cp_report_append_method (document, now);
  cp_report_append_provenance (cp_report_node_append (section, CP_NODE_SECTION, _("Themes suggested and reviewed")),
                               article, themes);
  cp_report_append_reading_key (section);

  return document;
}
