/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as Markdown that reads well unrendered and means the same to every renderer. */

#define G_LOG_DOMAIN "cp-report-markdown"

#include "config.h"

#include "cp-html.h"
#include "cp-markdown.h"
#include "cp-report-writers.h"
#include "cp-wording.h"

typedef struct
{
  GString *text;
  int      rank;
} Writer;

static void append_blocks (Writer       *writer,
                           CpReportNode *parent);

static void
append_wrapped (Writer       *writer,
                const char   *mark,
                CpReportNode *run)
{
  g_autoptr (GString) inner = g_string_new (NULL);

  cp_markdown_append_text (inner, run->text);

  /* Marks around nothing would be text themselves. */
  if (inner->len > 0)
    g_string_append_printf (writer->text, "%s%s%s", mark, inner->str, mark);
}

static void
append_link (Writer       *writer,
             CpReportNode *run)
{
  if (cp_html_is_web_address (run->text))
    cp_markdown_append_address (writer->text, run->text);
  else
    cp_markdown_append_text (writer->text, run->text);
}

static void
append_run (Writer       *writer,
            CpReportNode *run)
{
  switch (run->kind)
    {
    case CP_NODE_STRONG:
      append_wrapped (writer, "**", run);
      break;

    case CP_NODE_WORK:
    case CP_NODE_BLANK:
      append_wrapped (writer, "*", run);
      break;

    case CP_NODE_LINK:
      append_link (writer, run);
      break;

    case CP_NODE_TIME:
      cp_markdown_append_text (writer->text, run->text);
      g_string_append (writer->text, " (");
      cp_markdown_append_text (writer->text, run->target);
      g_string_append_c (writer->text, ')');
      break;

    case CP_NODE_REFERENCE:
      g_string_append_printf (writer->text, "[%u]", run->number);
      break;

    case CP_NODE_BAR:
      break;

    case CP_NODE_TEXT:
    case CP_NODE_TAG:
    default:
      cp_markdown_append_text (writer->text, run->text);
      break;
    }
}

static void
append_runs (Writer       *writer,
             CpReportNode *parent)
{
  for (guint i = 0; i < parent->children->len; i++)
    {
      CpReportNode *run = cp_report_node_child (parent, i);

      append_run (writer, run);
      if (i + 1 < parent->children->len && run->kind != CP_NODE_BAR)
        g_string_append_c (writer->text, ' ');
    }
}

static void
append_heading (Writer     *writer,
                const char *text)
{
  for (int i = 0; i < writer->rank; i++)
    g_string_append_c (writer->text, '#');
  g_string_append_c (writer->text, ' ');
  cp_markdown_append_text (writer->text, text);
  g_string_append (writer->text, "\n\n");
}

static void
append_section (Writer       *writer,
                CpReportNode *section)
{
  writer->rank++;
  append_heading (writer, section->text);
  append_blocks (writer, section);
  writer->rank--;
}

static void
append_facts (Writer       *writer,
              CpReportNode *facts)
{
  for (guint i = 0; i < facts->children->len; i++)
    {
      CpReportNode *fact = cp_report_node_child (facts, i);
      g_autofree char *opening = cp_wording_dup_opening (fact->text);

      g_string_append (writer->text, "- **");
      cp_markdown_append_text (writer->text, opening);
      g_string_append (writer->text, "** ");
      append_runs (writer, fact);
      g_string_append_c (writer->text, '\n');
    }
  g_string_append_c (writer->text, '\n');
}

static void
append_quotes (Writer       *writer,
               CpReportNode *quotes)
{
  for (guint i = 0; i < quotes->children->len; i++)
    {
      CpReportNode *quote = cp_report_node_child (quotes, i);

      g_string_append_printf (writer->text, "> [%u] ", quote->number);
      cp_markdown_append_text (writer->text, quote->text);
      /* A backslash at the end of a line breaks it. */
      g_string_append (writer->text, "\\\n> — ");
      append_runs (writer, quote);
      g_string_append (writer->text, "\n\n");
    }
}

static void
append_row (Writer       *writer,
            CpReportNode *row)
{
  for (guint i = 0; i < row->children->len; i++)
    {
      g_string_append (writer->text, "| ");
      append_runs (writer, cp_report_node_child (row, i));
      g_string_append_c (writer->text, ' ');
    }
  g_string_append (writer->text, "|\n");
}

static void
append_table (Writer       *writer,
              CpReportNode *table)
{
  CpReportNode *header = cp_report_node_child (table, 0);

  g_string_append (writer->text, "**");
  cp_markdown_append_text (writer->text, table->text);
  g_string_append (writer->text, "**\n\n");

  append_row (writer, header);
  for (guint i = 0; i < header->children->len; i++)
    g_string_append (writer->text, "| --- ");
  g_string_append (writer->text, "|\n");
  for (guint i = 1; i < table->children->len; i++)
    append_row (writer, cp_report_node_child (table, i));
  g_string_append_c (writer->text, '\n');
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
      append_blocks (writer, block);
      break;

    case CP_NODE_PARAGRAPH:
      append_runs (writer, block);
      g_string_append (writer->text, "\n\n");
      break;

    case CP_NODE_STANDFIRST:
      append_wrapped (writer, "*", block);
      g_string_append (writer->text, "\n\n");
      break;

    case CP_NODE_FACTS:
      append_facts (writer, block);
      break;

    case CP_NODE_QUOTES:
    case CP_NODE_FACING_QUOTES:
      append_quotes (writer, block);
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

/**
 * cp_report_write_markdown:
 * @document: a report
 *
 * Returns: (transfer full): the report as Markdown in UTF-8: CommonMark, with tables as GitHub has them, and
 *   without HTML; no text of the articles can act as markup
 */
char *
cp_report_write_markdown (CpReportNode *document)
{
  g_autofree char *opening = NULL;
  Writer writer = { NULL, 1 };

  g_return_val_if_fail (document != NULL && document->kind == CP_NODE_DOCUMENT, NULL);

  writer.text = g_string_new ("# ");
  opening = cp_wording_dup_opening (document->target);
  cp_markdown_append_text (writer.text, opening);
  g_string_append_c (writer.text, ' ');
  cp_markdown_append_text (writer.text, document->text);
  g_string_append (writer.text, "\n\n");
  append_blocks (&writer, document);
  /* One line end closes the file. */
  g_string_truncate (writer.text, writer.text->len - 1);

  return g_string_free (writer.text, FALSE);
}
