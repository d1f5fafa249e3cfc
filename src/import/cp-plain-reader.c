/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text, its lines wrapped or not → blocks. */

#define G_LOG_DOMAIN "cp-plain-reader"

#include "config.h"

#include "cp-pattern.h"
#include "cp-readers.h"

#include <string.h>

/* Every text is plain text; each reader that sees more in it is surer. */
#define CONFIDENCE 20

/* A line that is wider, in characters, was not wrapped by hand or by a mail program. */
#define MAX_WRAP_WIDTH 120

/* A line of this share of the width that ends in mid-sentence goes on in the next one. */
#define MIN_FULL_WIDTH 0.7

/* Share of the lines of wrapped text that have no room for the next word: the rest end a paragraph early. People
 * who wrap by hand leave some room. */
#define MIN_FULL_LINES 0.7
#define HAND_WRAP 0.9

#define MAX_TITLE 200
#define MAX_HEADING 80

static CpPattern list_marker = CP_PATTERN ("^\\s*(?:[-*•·‣]|\\d{1,2}[.)])\\s+(?=\\S)");
static CpPattern quotation_marker = CP_PATTERN ("^\\s*>\\s?");
static CpPattern ornament = CP_PATTERN ("^[^\\p{L}\\p{N}]*$");

/* A line without its marker. */
typedef struct
{
  char        *text;
  CpBlockKind  kind;
  int          width;
  int          first_word;
  gboolean     marked;
  gboolean     blank;
} Line;

static int
sniff_plain (const CpInput *input)
{
  return input->text != NULL ? CONFIDENCE : 0;
}

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->text);
}

static gboolean
strip_marker (CpPattern *marker,
              char      *text)
{
  g_autofree char *found = cp_pattern_fetch (marker, text, 0);

  if (found == NULL)
    return FALSE;

  memmove (text, text + strlen (found), strlen (text + strlen (found)) + 1);

  return TRUE;
}

static void
parse_line (Line *line,
            char *text)
{
  const char *space;

  *line = (Line) { .text = text, .kind = CP_BLOCK_PARAGRAPH };
  line->blank = cp_pattern_matches (&ornament, text);
  g_strchomp (text);
  line->width = g_utf8_strlen (text, -1);
  g_strchug (text);

  if (strip_marker (&quotation_marker, text))
    line->kind = CP_BLOCK_QUOTATION;
  else if ((line->marked = strip_marker (&list_marker, text)))
    line->kind = CP_BLOCK_LIST_ITEM;

  space = strchr (text, ' ');
  line->first_word = g_utf8_strlen (text, space != NULL ? space - text : -1);
}

static GArray *
parse_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, clear_line);

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\r\n\f");
      Line line;

      parse_line (&line, g_strndup (text, length));
      g_array_append_val (lines, line);

      text += length;
      if (text[0] == '\r' && text[1] == '\n')
        text++;
      if (*text != '\0')
        text++;
    }

  return lines;
}

static const Line *
get_line (GArray *lines,
          guint   position)
{
  return &g_array_index (lines, Line, position);
}

/* A line of one word, such as an address, could not be wrapped, and says nothing about the width. */
static int
find_width (GArray *lines)
{
  int width = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = get_line (lines, i);

      if (strchr (line->text, ' ') != NULL)
        width = MAX (width, line->width);
    }

  return width;
}

/* Whoever wraps lines ends one only where the next word has no room. */
static gboolean
is_full (GArray *lines,
         guint   position,
         int     width)
{
  return get_line (lines, position)->width + 1 + get_line (lines, position + 1)->first_word > width * HAND_WRAP;
}

/* Two short lines are a byline over a date, or the like. */
static gboolean
are_labels (GArray *lines,
            guint   position,
            int     width)
{
  return get_line (lines, position)->width < width / 2 && get_line (lines, position + 1)->width < width / 2;
}

static gboolean
are_wrapped (GArray *lines,
             int     width)
{
  guint n_inner = 0, n_full = 0;

  /* Scripts without spaces are wrapped anywhere, which looks like no wrapping at all. */
  if (width == 0 || width > MAX_WRAP_WIDTH)
    return FALSE;

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const Line *next = get_line (lines, i + 1);

      if (get_line (lines, i)->blank || next->blank || next->marked || are_labels (lines, i, width))
        continue;

      n_inner++;
      n_full += is_full (lines, i, width);
    }

  return n_inner > 0 && n_full >= n_inner * MIN_FULL_LINES;
}

static gboolean
ends_sentence (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && (strchr (".!?:;,\"')", text[length - 1]) != NULL || (guint8) text[length - 1] >= 0x80);
}

/* Whether a line goes on with the one before it, in text that is wrapped at @width. */
static gboolean
continues (GArray *lines,
           guint   position,
           int     width)
{
  const Line *line = get_line (lines, position);
  const Line *before = get_line (lines, position - 1);

  if (line->marked)
    return FALSE;

  if (line->kind == CP_BLOCK_QUOTATION || before->kind == CP_BLOCK_QUOTATION)
    return line->kind == before->kind;

  return is_full (lines, position - 1, width) ||
         g_unichar_islower (g_utf8_get_char (line->text)) ||
         (before->width >= width * MIN_FULL_WIDTH && !ends_sentence (before->text));
}

/* A mail quotes lines that were wrapped, whether its own lines are or not. */
static gboolean
continues_quotation (GArray *lines,
                     guint   position)
{
  const Line *before = get_line (lines, position - 1);

  return get_line (lines, position)->kind == CP_BLOCK_QUOTATION && before->kind == CP_BLOCK_QUOTATION &&
         !ends_sentence (before->text);
}

static void
append_line (CpDraftBlock *block,
             const char   *text)
{
  gboolean broken_at_hyphen = block->text->len > 1 &&
                              block->text->str[block->text->len - 1] == '-' &&
                              g_ascii_isalpha (block->text->str[block->text->len - 2]);

  /* Programs that wrap lines break words at the hyphens that they have, and add none. */
  if (block->text->len > 0 && !broken_at_hyphen)
    cp_draft_block_append (block, "\n", 1, CP_STYLE_NONE);

  cp_draft_block_append (block, text, -1, CP_STYLE_NONE);
}

static void
read_blocks (CpDraft *draft,
             GArray  *lines)
{
  int width = find_width (lines);
  gboolean wrapped = are_wrapped (lines, width);
  CpDraftBlock *block = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = get_line (lines, i);

      if (line->blank)
        {
          block = NULL;
          continue;
        }

      if (block == NULL || !(wrapped ? continues (lines, i, width) : continues_quotation (lines, i)))
        block = cp_draft_begin (draft, line->kind, 0);

      append_line (block, line->text);
    }
}

static gboolean
begins_in_upper_case (CpDraftBlock *block)
{
  gunichar first = g_utf8_get_char (block->text->str);

  return !g_unichar_islower (first) && (g_unichar_isalpha (first) || g_unichar_isdigit (first));
}

/* A short line without a full stop over a paragraph is its heading. */
static void
find_headings (CpDraft *draft)
{
  for (guint i = 1; i + 1 < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);
      CpDraftBlock *before = cp_draft_get (draft, i - 1);
      CpDraftBlock *next = cp_draft_get (draft, i + 1);

      if (block->kind != CP_BLOCK_PARAGRAPH || next->kind != CP_BLOCK_PARAGRAPH || block->text->len > MAX_HEADING)
        continue;

      if (!ends_sentence (block->text->str) && begins_in_upper_case (block) && next->text->len > MAX_HEADING &&
          (ends_sentence (before->text->str) || before->text->len <= MAX_HEADING))
        {
          block->kind = CP_BLOCK_HEADING;
          block->level = 2;
        }
    }
}

static void
find_title (CpDraft *draft)
{
  CpDraftBlock *first = draft->blocks->len > 1 ? cp_draft_get (draft, 0) : NULL;

  if (first == NULL || first->kind != CP_BLOCK_PARAGRAPH || first->text->len > MAX_TITLE ||
      g_str_has_suffix (first->text->str, ".") || g_str_has_suffix (first->text->str, "。") || !begins_in_upper_case (first))
    return;

  first->kind = CP_BLOCK_HEADING;
  first->level = 1;
}

static CpDraft *
read_plain (const CpInput  *input,
            GError        **error)
{
  CpDraft *draft = cp_draft_new ();
  g_autoptr (GArray) lines = parse_lines (input->text);

  read_blocks (draft, lines);
  cp_draft_drop_empty (draft);
  find_title (draft);
  find_headings (draft);

  return draft;
}

const CpReader cp_plain_reader = {
  .name = "plain",
  .media_type = "text/plain",
  .sniff = sniff_plain,
  .read = read_plain,
};
