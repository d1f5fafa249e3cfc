/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables drawn with pipes → tables of HTML, which CommonMark lets through. */

#define G_LOG_DOMAIN "cp-markdown-table"

#include "config.h"

#include "cp-markdown-table.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

/**
 * cp_markdown_table_begins:
 * @line: a line
 * @next: the line after it
 *
 * Returns: whether @line is the head of a table: pipes in it, and a line of dashes and pipes under it
 */
gboolean
cp_markdown_table_begins (const char *line,
                          const char *next)
{
  return strchr (line, '|') != NULL && strchr (next, '|') != NULL && strchr (next, '-') != NULL &&
         next[strspn (next, "|-: \t\r")] == '\0';
}

static void
add_cell (GString    *html,
          const char *text,
          gsize       length)
{
  g_autofree char *cell = g_strstrip (g_strndup (text, length));
  char *content = cmark_markdown_to_html (cell, strlen (cell), CMARK_OPT_DEFAULT);
  const char *inside = g_strchomp (g_strdelimit (content, "\n", ' '));
  gsize inside_length = strlen (inside);

  /* A paragraph would be a block of its own, and an empty line would end the table. */
  if (g_str_has_prefix (inside, "<p>") && g_str_has_suffix (inside, "</p>"))
    {
      inside += strlen ("<p>");
      inside_length -= strlen ("<p></p>");
    }

  g_string_append_printf (html, "<td>%.*s</td>", (int) inside_length, inside);
  free (content);
}

/**
 * cp_markdown_table_add_row:
 * @html: gains a row of a table
 * @line: one line of the table
 */
void
cp_markdown_table_add_row (GString    *html,
                           const char *line)
{
  const char *begin = line + strspn (line, " \t");
  const char *c;

  begin += *begin == '|';
  g_string_append (html, "<tr>");

  for (c = begin; *c != '\0'; c++)
    {
      if (c[0] == '\\' && c[1] != '\0')
        {
          c++;
        }
      else if (*c == '|')
        {
          add_cell (html, begin, c - begin);
          begin = c + 1;
        }
    }

  if (begin[strspn (begin, " \t\r")] != '\0')
    add_cell (html, begin, c - begin);

  g_string_append (html, "</tr>");
}
