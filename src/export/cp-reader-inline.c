/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A block's text as HTML: bold and italic as such, links as text that tells where it led. */

#define G_LOG_DOMAIN "cp-reader-inline"

#include "config.h"

#include "cp-html.h"
#include "cp-reader-inline.h"

static const struct
{
  CpStyle     style;
  const char *tag;
} tags[] = {
  { CP_STYLE_STRONG, "strong" },
  { CP_STYLE_EMPHASIS, "em" },
};

/* Where the text has been written up to: what is left of it, in bytes, and how many code points that is from its
 * beginning. */
typedef struct
{
  GString    *html;
  const char *rest;
  int         position;
} Writer;

static void
append_up_to (Writer *writer,
              int     position)
{
  const char *end;
  g_autofree char *part = NULL;

  if (position <= writer->position)
    return;

  end = g_utf8_offset_to_pointer (writer->rest, position - writer->position);
  part = g_strndup (writer->rest, end - writer->rest);
  cp_html_append_text (writer->html, part);
  writer->rest = end;
  writer->position = position;
}

/* What is read here is a saved text: a link in it is a fact about it, not a way out of it. */
static void
append_marked (Writer       *writer,
               const CpMark *mark,
               int           end)
{
  gboolean link = mark->style & CP_STYLE_LINK;

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      if (mark->style & tags[i].style)
        g_string_append_printf (writer->html, "<%s>", tags[i].tag);
    }
  if (link)
    g_string_append (writer->html, "<span class=\"link\"");
  if (link && mark->target != NULL)
    cp_html_append_attribute (writer->html, "title", mark->target);
  if (link)
    g_string_append_c (writer->html, '>');

  append_up_to (writer, end);

  if (link)
    g_string_append (writer->html, "</span>");
  for (guint i = G_N_ELEMENTS (tags); i > 0; i--)
    {
      if (mark->style & tags[i - 1].style)
        g_string_append_printf (writer->html, "</%s>", tags[i - 1].tag);
    }
}

static void
append_span (Writer  *writer,
             CpBlock *block,
             int      end)
{
  guint n_marks;
  const CpMark *marks = cp_block_get_marks (block, &n_marks);

  for (guint i = 0; i < n_marks && marks[i].start < end; i++)
    {
      if (marks[i].end <= writer->position)
        continue;

      append_up_to (writer, marks[i].start);
      append_marked (writer, &marks[i], MIN (marks[i].end, end));
    }
  append_up_to (writer, end);
}

/**
 * cp_reader_inline_append:
 * @html: the page so far, inside an element
 * @block: a block
 *
 * Appends the text of @block, in which marked stretches are elements. The text content is exactly that of @block.
 */
void
cp_reader_inline_append (GString *html,
                         CpBlock *block)
{
  Writer writer = { html, cp_block_get_text (block), 0 };

  append_span (&writer, block, g_utf8_strlen (writer.rest, -1));
}

/**
 * cp_reader_inline_append_cells:
 * @html: the page so far, inside a row of a table
 * @block: a row
 *
 * Appends the cells of @block. The tab that ends a cell is in it, where nobody sees it, so that the text content is
 * that of @block here too.
 */
void
cp_reader_inline_append_cells (GString *html,
                               CpBlock *block)
{
  Writer writer = { html, cp_block_get_text (block), 0 };
  int position = 0;

  g_string_append (html, "<td>");
  for (const char *c = writer.rest; *c != '\0'; c = g_utf8_next_char (c))
    {
      position++;
      if (*c != '\t')
        continue;

      append_span (&writer, block, position);
      g_string_append (html, "</td><td>");
    }
  append_span (&writer, block, position);
  g_string_append (html, "</td>");
}
