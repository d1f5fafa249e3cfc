/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stretch of a block's text that is set in a style of its own. */

#define G_LOG_DOMAIN "cp-mark"

#include "config.h"

#include "cp-mark.h"

#include <stdio.h>

#define ALL_STYLES (CP_STYLE_STRONG | CP_STYLE_EMPHASIS | CP_STYLE_LINK)

static void
clear_mark (gpointer data)
{
  CpMark *mark = data;

  g_free (mark->target);
}

/**
 * cp_marks_new:
 *
 * Returns: (transfer full) (element-type CpMark): no marks, for cp_marks_append()
 */
GArray *
cp_marks_new (void)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (CpMark));

  g_array_set_clear_func (marks, clear_mark);

  return marks;
}

/**
 * cp_marks_append:
 * @marks: (element-type CpMark): marks that end at or before @start
 * @start: code points of the block's text before the new one
 * @end: the code point after its last
 * @style: how it is set; with %CP_STYLE_NONE nothing happens
 * @target: (nullable): where its link leads
 *
 * Adds a mark, or lengthens the last one when that touches @start and is set the same way.
 */
void
cp_marks_append (GArray     *marks,
                 int         start,
                 int         end,
                 CpStyle     style,
                 const char *target)
{
  CpMark *last = marks->len > 0 ? &g_array_index (marks, CpMark, marks->len - 1) : NULL;
  CpMark mark = { .start = start, .end = end, .style = style };

  if (style == CP_STYLE_NONE || end <= start)
    return;

  if (last != NULL && last->end == start && last->style == style && g_strcmp0 (last->target, target) == 0)
    {
      last->end = end;
      return;
    }

  mark.target = g_strdup (target);
  g_array_append_val (marks, mark);
}

/**
 * cp_marks_to_string:
 * @marks: (array length=n_marks): marks of a block
 *
 * Returns: (transfer full) (nullable): the marks as one line each, "start end style target", for keeping; %NULL
 *   when there are none
 */
char *
cp_marks_to_string (const CpMark *marks,
                    guint         n_marks)
{
  GString *string;

  if (n_marks == 0)
    return NULL;

  string = g_string_new (NULL);
  for (guint i = 0; i < n_marks; i++)
    {
      g_string_append_printf (string, "%d %d %u", marks[i].start, marks[i].end, marks[i].style);
      if (marks[i].target != NULL)
        g_string_append_printf (string, " %s", marks[i].target);
      g_string_append_c (string, '\n');
    }

  return g_string_free (string, FALSE);
}

static gboolean
append_line (GArray     *marks,
             const char *line)
{
  int previous_end = marks->len > 0 ? g_array_index (marks, CpMark, marks->len - 1).end : 0;
  int start, end, target_at = 0;
  guint style;

  if (sscanf (line, "%d %d %u %n", &start, &end, &style, &target_at) < 3 ||
      start < previous_end || end <= start || style == CP_STYLE_NONE || (style & ~ALL_STYLES) != 0)
    return FALSE;

  cp_marks_append (marks, start, end, style, target_at > 0 && line[target_at] != '\0' ? line + target_at : NULL);

  return TRUE;
}

/**
 * cp_marks_from_string:
 * @string: (nullable): what cp_marks_to_string() gave
 *
 * Returns: (transfer full) (nullable) (element-type CpMark): the marks, or %NULL when @string never came from there
 */
GArray *
cp_marks_from_string (const char *string)
{
  g_autoptr (GArray) marks = cp_marks_new ();
  g_auto (GStrv) lines = g_strsplit (string != NULL ? string : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && !append_line (marks, lines[i]))
        return NULL;
    }

  return g_steal_pointer (&marks);
}
