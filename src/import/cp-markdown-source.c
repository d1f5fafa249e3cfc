/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What note programs add to Markdown → what CommonMark has. Highlights are left: they are found in the parsed text. */

#define G_LOG_DOMAIN "cp-markdown-source"

#include "config.h"

#include "cp-markdown-source.h"
#include "cp-markdown-table.h"
#include "cp-pattern.h"

#include <string.h>

static CpPattern callout = CP_PATTERN ("^(\\s*(?:>\\s*)+)\\[![\\w-]+(?:\\|[^\\]\\n]*)?\\][+-]?[ \\t]*(.*)$");
static CpPattern block_id = CP_PATTERN ("(?:^|\\s)\\^[\\w-]+\\s*$");
static CpPattern footnote = CP_PATTERN ("^ {0,3}\\[\\^[^\\]\\s]{1,40}\\]:[ \\t]*");
static CpPattern picture = CP_PATTERN ("\\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$");
static CpPattern picture_size = CP_PATTERN ("^\\d+(?:x\\d+)?$");

/* Bytes of what stands between brackets or backticks: what opens one and never closes it costs no more. */
#define MAX_INSIDE 400
#define MAX_REFERENCE 40

/* Where the pass over the lines stands. */
typedef struct
{
  const char *end;
  GString    *out;
  GPtrArray  *footnotes;
  GString    *footnote;
  gboolean    has_footnotes;
  gboolean    in_comment;
  gboolean    has_comments;
  char        fence;
} Pass;

/* "[[Marta Quill|the winder]]" → "the winder"; "[[Clocks#Who winds them]]" → "Clocks". */
static void
add_link (GString    *line,
          const char *inside)
{
  const char *alias = strrchr (inside, '|');
  gsize length = strcspn (inside, "#|");

  if (alias != NULL)
    g_string_append (line, alias + 1);
  else if (length > 0)
    g_string_append_len (line, inside, length);
  else
    g_string_append (line, inside + strspn (inside, "#^"));
}

/* "![[clock.png|The clock|300]]" → "![The clock](<clock.png>)"; other notes are not embedded. */
static void
add_embedded (GString    *line,
              const char *inside)
{
  g_auto (GStrv) parts = g_strsplit (inside, "|", 8);
  const char *alternative = "";

  if (parts[0] == NULL || !cp_pattern_matches (&picture, g_strstrip (parts[0])) || strpbrk (parts[0], "<>") != NULL)
    return;

  for (guint i = 1; parts[i] != NULL; i++)
    {
      if (!cp_pattern_matches (&picture_size, parts[i]))
        alternative = parts[i];
    }

  g_string_append_printf (line, "![%s](<%s>)", alternative, parts[0]);
}

/* Returns: bytes of the link at @text, 0 when it is none */
static gsize
take_link (GString    *line,
           const char *text)
{
  gboolean embedded = *text == '!';
  const char *begin = text + (embedded ? 3 : 2);
  const char *close = g_strstr_len (begin, MAX_INSIDE, "]]");
  g_autofree char *inside = NULL;

  if (close == NULL)
    return 0;

  inside = g_strndup (begin, close - begin);
  if (embedded)
    add_embedded (line, inside);
  else
    add_link (line, inside);

  return close + 2 - text;
}

/* Returns: bytes of the code at @text, or of the run of backticks that begins none */
static gsize
measure_code (const char *text)
{
  gsize n = strspn (text, "`");
  g_autofree char *ticks = g_strndup (text, n);
  const char *close = g_strstr_len (text + n, MAX_INSIDE, ticks);

  return close != NULL ? (gsize) (close - text) + n : n;
}

static gsize
take_footnote (Pass       *pass,
               const char *text)
{
  const char *close = g_strstr_len (text, text[0] == '^' ? MAX_INSIDE : MAX_REFERENCE, "]");

  if (close == NULL)
    return 0;

  if (text[0] == '^')
    g_ptr_array_add (pass->footnotes, g_strndup (text + 2, close - text - 2));
  else if (!pass->has_footnotes || close - text < 3 || memchr (text, ' ', close - text) != NULL || close[1] == ':')
    return 0;

  return close + 1 - text;
}

/* Returns: bytes of @text that stand for something else, which @line gains; 0 when it stands for itself */
static gsize
take_special (Pass       *pass,
              GString    *line,
              const char *text)
{
  gsize length;

  if (*text == '`' || (*text == '\\' && text[1] != '\0'))
    {
      length = *text == '`' ? measure_code (text) : 2;
      g_string_append_len (line, text, length);
      return length;
    }

  if (g_str_has_prefix (text, "[[") || g_str_has_prefix (text, "![["))
    return take_link (line, text);

  if (g_str_has_prefix (text, "[^") || g_str_has_prefix (text, "^["))
    return take_footnote (pass, text);

  return 0;
}

/* Returns: whether the comment that begins at @text has an end, in this line or in a later one */
static gboolean
begins_comment (Pass       *pass,
                const char *rest,
                const char *source)
{
  if (!pass->has_comments || !g_str_has_prefix (rest, "%%"))
    return FALSE;

  pass->has_comments = g_strstr_len (source, pass->end - source, "%%") != NULL;

  return pass->has_comments;
}

/* @source: where in the file the line is */
static char *
clean_line (Pass       *pass,
            const char *text,
            const char *source)
{
  GString *line = g_string_new (NULL);
  const char *c = text;

  while (*c != '\0')
    {
      gsize length = 0;

      if (pass->in_comment)
        {
          c = strstr (c, "%%");
          if (c == NULL)
            break;
          pass->in_comment = FALSE;
          c += 2;
          continue;
        }

      if (begins_comment (pass, c, source + (c - text) + 2))
        {
          pass->in_comment = TRUE;
          c += 2;
          continue;
        }

      if (strchr ("`\\[!^", *c) != NULL)
        length = take_special (pass, line, c);
      if (length == 0)
        g_string_append_c (line, *c);
      c += MAX (length, 1);
    }

  return g_string_free (line, FALSE);
}

static void
strip_block_id (char *line)
{
  g_autofree char *id = strchr (line, '^') != NULL ? cp_pattern_fetch (&block_id, line, 0) : NULL;

  if (id != NULL)
    line[strlen (line) - strlen (id)] = '\0';
}

/* The name of a callout's kind goes; its title is a paragraph of its own. */
static void
add_line (Pass       *pass,
          const char *line)
{
  g_autofree char *marks = strstr (line, "[!") != NULL ? cp_pattern_fetch (&callout, line, 1) : NULL;
  g_autofree char *title = marks != NULL ? cp_pattern_fetch (&callout, line, 2) : NULL;

  if (marks == NULL)
    g_string_append_printf (pass->out, "%s\n", line);
  else if (title == NULL)
    g_string_append_printf (pass->out, "%s\n", marks);
  else
    g_string_append_printf (pass->out, "%s%s\n%s\n", marks, title, marks);
}

static void
finish_footnote (Pass *pass)
{
  if (pass->footnote != NULL)
    g_ptr_array_add (pass->footnotes, g_string_free (g_steal_pointer (&pass->footnote), FALSE));
}

/* Returns: whether the line belongs to a footnote */
static gboolean
add_to_footnote (Pass       *pass,
                 const char *line)
{
  g_autofree char *mark = pass->has_footnotes && strstr (line, "[^") != NULL ? cp_pattern_fetch (&footnote, line, 0) : NULL;
  gboolean blank = line[strspn (line, " \t\r")] == '\0';

  if (mark != NULL)
    {
      finish_footnote (pass);
      pass->footnote = g_string_new (line + strlen (mark));
      g_string_append_c (pass->out, '\n');
      return TRUE;
    }

  if (pass->footnote == NULL)
    return FALSE;

  if (!blank && !g_str_has_prefix (line, "    ") && *line != '\t' && g_str_has_suffix (pass->footnote->str, "\n\n"))
    {
      finish_footnote (pass);
      return FALSE;
    }

  g_string_append_printf (pass->footnote, "\n%s", blank ? "\n" : line + strspn (line, " \t"));

  return TRUE;
}

static gboolean
is_fence (Pass       *pass,
          const char *line)
{
  const char *c = line + strspn (line, " >");

  if (strncmp (c, "```", 3) != 0 && strncmp (c, "~~~", 3) != 0)
    return FALSE;

  /* Three backticks may also be code within a line. */
  if (*c == '`' && strchr (c + strspn (c, "`"), '`') != NULL)
    return FALSE;

  if (pass->fence == 0)
    pass->fence = *c;
  else if (pass->fence == *c)
    pass->fence = 0;

  return TRUE;
}

static char *
dup_line (const char *begin,
          const char *end)
{
  const char *newline = memchr (begin, '\n', end - begin);
  gsize length = (newline != NULL ? newline : end) - begin;

  if (length > 0 && begin[length - 1] == '\r')
    length--;

  return g_strndup (begin, length);
}

static const char *
get_next_line (const char *begin,
               const char *end)
{
  const char *newline = memchr (begin, '\n', end - begin);

  return newline != NULL ? newline + 1 : end;
}

/* Returns: the line after the table */
static const char *
take_table (Pass       *pass,
            const char *head)
{
  const char *source = head;

  g_string_append (pass->out, "\n<table>");
  for (guint i = 0; source < pass->end; i++)
    {
      g_autofree char *raw = dup_line (source, pass->end);
      g_autofree char *line = clean_line (pass, raw, source);

      if (strchr (line, '|') == NULL)
        break;
      if (i != 1)
        cp_markdown_table_add_row (pass->out, line);
      source = get_next_line (source, pass->end);
    }
  g_string_append (pass->out, "</table>\n\n");

  return source;
}

/* Returns: the line to go on with */
static const char *
take_line (Pass       *pass,
           const char *source)
{
  const char *next = get_next_line (source, pass->end);
  g_autofree char *raw = dup_line (source, pass->end);
  g_autofree char *following = dup_line (next, pass->end);
  g_autofree char *line = NULL;

  if (is_fence (pass, raw) || pass->fence != 0)
    {
      g_string_append_printf (pass->out, "%s\n", raw);
      return next;
    }

  if (!pass->in_comment && cp_markdown_table_begins (raw, following))
    return take_table (pass, source);

  line = clean_line (pass, raw, source);
  strip_block_id (line);
  if (!add_to_footnote (pass, line))
    add_line (pass, line);

  return next;
}

/**
 * cp_markdown_source_prepare:
 * @text: Markdown without front matter, valid UTF-8
 * @length: its bytes
 * @footnotes: (element-type utf8): gains the footnotes, as Markdown
 *
 * Leaves out comments, identifiers of blocks and references to footnotes, writes links and embedded pictures of notes as
 * those of CommonMark, and tables as HTML.
 *
 * Returns: (transfer full): CommonMark
 */
GString *
cp_markdown_source_prepare (const char *text,
                            gsize       length,
                            GPtrArray  *footnotes)
{
  Pass pass = {
    .end = text + length,
    .out = g_string_sized_new (length),
    .footnotes = footnotes,
    .has_footnotes = g_strstr_len (text, length, "]:") != NULL,
    .has_comments = TRUE,
  };

  for (const char *source = text; source < pass.end;)
    source = take_line (&pass, source);

  finish_footnote (&pass);

  return pass.out;
}
