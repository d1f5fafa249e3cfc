/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as one HTML page that needs nothing but itself. */

#define G_LOG_DOMAIN "cp-report-html"

#include "config.h"

#include "cp-html.h"
#include "cp-report-resources.h"
#include "cp-report-writers.h"
#include "cp-wording.h"

#include <glib/gi18n.h>

#define STYLE_PATH "/app/counterpoint/Counterpoint/report/report.css"

/* The colours of themes that the style sheet tells apart. */
#define N_HUES 8

/* The title of the report is the only <h1>. */
#define HIGHEST_RANK 2
#define LOWEST_RANK  6

typedef struct
{
  GString    *html;
  GHashTable *quoted;
  int         rank;
  guint       n_sections;
  guint       n_tables;
} Writer;

static void append_blocks (Writer       *writer,
                           CpReportNode *parent);

/* Text that may run in another direction than the page must not turn what stands around it. */
static void
append_language (Writer       *writer,
                 CpReportNode *node)
{
  if (node->language == NULL)
    return;

  cp_html_append_attribute (writer->html, "lang", node->language);
  cp_html_append_attribute (writer->html, "dir", "auto");
}

static void
append_hue (Writer       *writer,
            CpReportNode *node)
{
  if (node->hue >= 0)
    g_string_append_printf (writer->html, " class=\"hue-%d\"", node->hue % N_HUES);
}

static void
append_run_element (Writer       *writer,
                    CpReportNode *run,
                    const char   *tag,
                    const char   *class_name)
{
  g_string_append_printf (writer->html, "<%s", tag);
  if (class_name != NULL)
    cp_html_append_attribute (writer->html, "class", class_name);
  append_language (writer, run);
  g_string_append_c (writer->html, '>');
  cp_html_append_text (writer->html, run->text);
  g_string_append_printf (writer->html, "</%s>", tag);
}

static void
append_link (Writer       *writer,
             CpReportNode *run)
{
  if (!cp_html_is_web_address (run->text))
    {
      append_run_element (writer, run, "span", "address");
      return;
    }

  g_string_append (writer->html, "<a class=\"address\" rel=\"noreferrer\"");
  cp_html_append_attribute (writer->html, "href", run->text);
  g_string_append_c (writer->html, '>');
  cp_html_append_text (writer->html, run->text);
  g_string_append (writer->html, "</a>");
}

static void
append_time (Writer       *writer,
             CpReportNode *run)
{
  g_string_append (writer->html, "<time");
  cp_html_append_attribute (writer->html, "datetime", run->target);
  g_string_append_c (writer->html, '>');
  cp_html_append_text (writer->html, run->text);
  g_string_append (writer->html, "</time> <span class=\"machine\">(");
  cp_html_append_text (writer->html, run->target);
  g_string_append (writer->html, ")</span>");
}

/* A drawing rather than a coloured box, because browsers do not print backgrounds. Its share is
 * told in words beside it. */
static void
append_bar (Writer       *writer,
            CpReportNode *run)
{
  g_string_append_printf (writer->html,
                          "<svg class=\"bar\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                          "<rect class=\"track\" width=\"100\" height=\"1\"/>"
                          "<rect class=\"share\" width=\"%d\" height=\"1\"/></svg>",
                          (int) (CLAMP (run->value, 0.0, 1.0) * 100.0 + 0.5));
}

static void
append_run (Writer       *writer,
            CpReportNode *run)
{
  switch (run->kind)
    {
    case CP_NODE_STRONG:
      append_run_element (writer, run, "strong", NULL);
      break;

    case CP_NODE_WORK:
      append_run_element (writer, run, "cite", NULL);
      break;

    case CP_NODE_TAG:
      append_run_element (writer, run, "span", "tag");
      break;

    case CP_NODE_BLANK:
      append_run_element (writer, run, "span", "blank");
      break;

    case CP_NODE_LINK:
      append_link (writer, run);
      break;

    case CP_NODE_TIME:
      append_time (writer, run);
      break;

    case CP_NODE_REFERENCE:
      g_string_append_printf (writer->html, "<a class=\"number\" href=\"#q%u\">[%u]</a>", run->number, run->number);
      break;

    case CP_NODE_BAR:
      append_bar (writer, run);
      break;

    case CP_NODE_TEXT:
    default:
      append_run_element (writer, run, "span", NULL);
      break;
    }
}

static void
append_runs (Writer       *writer,
             CpReportNode *parent)
{
  for (guint i = 0; i < parent->children->len; i++)
    {
      if (i > 0)
        g_string_append_c (writer->html, ' ');
      append_run (writer, cp_report_node_child (parent, i));
    }
}

static void
append_section (Writer       *writer,
                CpReportNode *section)
{
  guint number = ++writer->n_sections;
  int rank;

  writer->rank++;
  rank = MIN (writer->rank, LOWEST_RANK);
  g_string_append (writer->html, "<section");
  /* A named section is a landmark, and many landmarks are none. */
  if (rank == HIGHEST_RANK)
    g_string_append_printf (writer->html, " aria-labelledby=\"s%u\"", number);
  append_hue (writer, section);
  g_string_append_printf (writer->html, ">\n<h%d id=\"s%u\" dir=\"auto\">", rank, number);
  cp_html_append_text (writer->html, section->text);
  g_string_append_printf (writer->html, "</h%d>\n", rank);
  append_blocks (writer, section);
  g_string_append (writer->html, "</section>\n");
  writer->rank--;
}

static void
append_facts (Writer       *writer,
              CpReportNode *facts)
{
  g_string_append (writer->html, "<dl>\n");
  for (guint i = 0; i < facts->children->len; i++)
    {
      CpReportNode *fact = cp_report_node_child (facts, i);

      g_string_append (writer->html, "<div><dt>");
      cp_html_append_text (writer->html, fact->text);
      g_string_append (writer->html, "</dt> <dd>");
      append_runs (writer, fact);
      g_string_append (writer->html, "</dd></div>\n");
    }
  g_string_append (writer->html, "</dl>\n");
}

/* References lead to where a passage is quoted first. */
static void
append_quote_number (Writer       *writer,
                     CpReportNode *quote)
{
  if (g_hash_table_add (writer->quoted, GUINT_TO_POINTER (quote->number)))
    g_string_append_printf (writer->html, "<li id=\"q%u\"><span class=\"number\">[%u]</span>\n",
                            quote->number, quote->number);
  else
    g_string_append_printf (writer->html, "<li><a class=\"number\" href=\"#q%u\">[%u]</a>\n",
                            quote->number, quote->number);
}

static void
append_quotes (Writer       *writer,
               CpReportNode *quotes,
               const char   *class_name)
{
  g_string_append_printf (writer->html, "<ul class=\"%s\">\n", class_name);
  for (guint i = 0; i < quotes->children->len; i++)
    {
      CpReportNode *quote = cp_report_node_child (quotes, i);

      append_quote_number (writer, quote);
      g_string_append (writer->html, "<blockquote");
      append_language (writer, quote);
      g_string_append (writer->html, "><p>");
      cp_html_append_text (writer->html, quote->text);
      g_string_append (writer->html, "</p></blockquote>\n<p class=\"place\">");
      append_runs (writer, quote);
      g_string_append (writer->html, "</p></li>\n");
    }
  g_string_append (writer->html, "</ul>\n");
}

static void
append_row (Writer       *writer,
            CpReportNode *row,
            gboolean      is_header)
{
  g_string_append (writer->html, "<tr");
  append_hue (writer, row);
  g_string_append_c (writer->html, '>');
  for (guint i = 0; i < row->children->len; i++)
    {
      const char *tag = is_header || i == 0 ? "th" : "td";

      g_string_append_printf (writer->html, "<%s%s>", tag,
                              is_header ? " scope=\"col\"" : i == 0 ? " scope=\"row\"" : "");
      append_runs (writer, cp_report_node_child (row, i));
      g_string_append_printf (writer->html, "</%s>\n", tag);
    }
  g_string_append (writer->html, "</tr>\n");
}

static void
append_table (Writer       *writer,
              CpReportNode *table)
{
  guint number = ++writer->n_tables;

  /* A table wider than the window scrolls, by keyboard too. */
  g_string_append_printf (writer->html,
                          "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"t%u\">\n"
                          "<table>\n<caption id=\"t%u\">", number, number);
  cp_html_append_text (writer->html, table->text);
  g_string_append (writer->html, "</caption>\n<thead>\n");
  append_row (writer, cp_report_node_child (table, 0), TRUE);
  g_string_append (writer->html, "</thead>\n<tbody>\n");
  for (guint i = 1; i < table->children->len; i++)
    append_row (writer, cp_report_node_child (table, i), FALSE);
  g_string_append (writer->html, "</tbody>\n</table>\n</div>\n");
}

static void
append_paragraph (Writer       *writer,
                  CpReportNode *paragraph)
{
  g_string_append (writer->html, "<p>");
  append_runs (writer, paragraph);
  g_string_append (writer->html, "</p>\n");
}

static void
append_block (Writer       *writer,
              CpReportNode *block)
{
  switch (block->kind)
    {
    case CP_NODE_SECTION:
      append_section (writer, block);
      break;

    case CP_NODE_SIDES:
      g_string_append (writer->html, "<div class=\"sides\">\n");
      append_blocks (writer, block);
      g_string_append (writer->html, "</div>\n");
      break;

    case CP_NODE_PARAGRAPH:
      append_paragraph (writer, block);
      break;

    case CP_NODE_STANDFIRST:
      append_run_element (writer, block, "p", "standfirst");
      g_string_append_c (writer->html, '\n');
      break;

    case CP_NODE_FACTS:
      append_facts (writer, block);
      break;

    case CP_NODE_QUOTES:
      append_quotes (writer, block, "quotes");
      break;

    case CP_NODE_FACING_QUOTES:
      append_quotes (writer, block, "quotes facing");
      break;

    case CP_NODE_TABLE:
      append_table (writer, block);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
append_blocks (Writer       *writer,
               CpReportNode *parent)
{
  for (guint i = 0; i < parent->children->len; i++)
    append_block (writer, cp_report_node_child (parent, i));
}

static void
append_style (Writer *writer)
{
  g_autoptr (GBytes) style = g_resource_lookup_data (cp_report_resources_get_resource (), STYLE_PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  /* Resources end in a zero byte, which their size does not count. */
  cp_html_append_style (writer->html, g_bytes_get_data (style, NULL), CP_HTML_NO_PICTURES);
}

static void
append_head (Writer       *writer,
             CpReportNode *document)
{
  /* Translators: the ISO 639-1 code of the language that you translate to, such as "de" */
  const char *language = C_("language of a report", "en");
  g_autofree char *opening = cp_wording_dup_opening (document->target);

  g_string_append (writer->html, "<!DOCTYPE html>\n<html");
  cp_html_append_attribute (writer->html, "lang", language);
  g_string_append (writer->html, ">\n<head>\n<meta charset=\"utf-8\">\n");
  append_style (writer);
  g_string_append (writer->html,
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n"
                   "<meta name=\"generator\" content=\"Counterpoint " CP_VERSION "\">\n<title>");
  cp_html_append_text (writer->html, opening);
  g_string_append_c (writer->html, ' ');
  cp_html_append_text (writer->html, document->text);
  g_string_append (writer->html, "</title>\n</head>\n");
}

static void
append_body (Writer       *writer,
             CpReportNode *document)
{
  g_string_append (writer->html, "<body>\n<header>\n<h1><span class=\"kind\">");
  cp_html_append_text (writer->html, document->target);
  g_string_append (writer->html, "</span> <span class=\"title\"");
  append_language (writer, document);
  g_string_append_c (writer->html, '>');
  cp_html_append_text (writer->html, document->text);
  g_string_append (writer->html, "</span></h1>\n</header>\n<main>\n");
  append_blocks (writer, document);
  g_string_append (writer->html, "</main>\n</body>\n</html>\n");
}

/**
 * cp_report_write_html:
 * @document: a report
 *
 * Returns: (transfer full): the report as an HTML page in UTF-8 that loads nothing, runs nothing, and follows
 *   light, dark and print; no text of the articles can act as markup
 */
char *
cp_report_write_html (CpReportNode *document)
{
  g_autoptr (GHashTable) quoted = g_hash_table_new (NULL, NULL);
  Writer writer = { g_string_new (NULL), quoted, HIGHEST_RANK - 1 };

  g_return_val_if_fail (document != NULL && document->kind == CP_NODE_DOCUMENT, NULL);

  append_head (&writer, document);
  append_body (&writer, document);

  return g_string_free (writer.html, FALSE);
}
