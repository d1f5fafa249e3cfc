/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of words with their places. */

#define G_LOG_DOMAIN "cp-pdf-line"

#include "config.h"

#include "cp-pdf-line.h"
#include "cp-vectors.h"

#include <math.h>
#include <string.h>

/* A number so much smaller than the text it follows refers to a note. */
#define MAX_REFERENCE_SIZE 0.78

/* Words so far from each other, in sizes of the font, may be in two columns. */
#define MIN_GAP 0.9

static void
clear_word (gpointer data)
{
  CpPdfWord *word = data;

  g_free (word->text);
}

/* The font in which most letters of the line are: words of one font follow each other, so that the longest run tells. */
static const CpPdfWord *
find_main_word (GArray *words)
{
  const CpPdfWord *run = NULL;
  const CpPdfWord *main_word = NULL;
  gsize n_letters = 0, most = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const CpPdfWord *word = &g_array_index (words, CpPdfWord, i);

      if (run == NULL || run->font != word->font || run->size != word->size)
        {
          run = word;
          n_letters = 0;
        }

      n_letters += strlen (word->text);
      if (n_letters > most)
        {
          most = n_letters;
          main_word = run;
        }
    }

  return main_word;
}

static gboolean
is_reference (const CpPdfLine *line,
              guint            position)
{
  const CpPdfWord *word = cp_pdf_line_get_word (line, position);

  return position > 0 &&
         word->size < line->size * MAX_REFERENCE_SIZE &&
         !cp_pdf_line_get_word (line, position - 1)->space_after &&
         word->text[strspn (word->text, "0123456789,*")] == '\0';
}

static void
drop_references (CpPdfLine *line)
{
  for (guint i = line->words->len; i > 0; i--)
    {
      if (!is_reference (line, i - 1))
        continue;

      cp_pdf_line_get_word (line, i - 2)->space_after |= cp_pdf_line_get_word (line, i - 1)->space_after;
      g_array_remove_index (line->words, i - 1);
    }
}

static void
extend_box (CpPdfBox       *box,
            const CpPdfBox *other)
{
  box->x1 = MIN (box->x1, other->x1);
  box->y1 = MIN (box->y1, other->y1);
  box->x2 = MAX (box->x2, other->x2);
  box->y2 = MAX (box->y2, other->y2);
}

static void
write_text (CpPdfLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < line->words->len; i++)
    {
      const CpPdfWord *word = cp_pdf_line_get_word (line, i);

      g_string_append (text, word->text);
      if (word->space_after && i + 1 < line->words->len)
        g_string_append_c (text, ' ');
    }

  g_free (line->text);
  line->text = g_strdup (text->str);
  line->n_characters = g_utf8_strlen (text->str, -1);
}

/* The box is that of the main font in height, so that a large quotation mark moves no line. */
static void
measure_line (CpPdfLine *line)
{
  const CpPdfWord *main_word = find_main_word (line->words);

  line->size = main_word->size;
  line->font = main_word->font;
  line->box = main_word->box;

  for (guint i = 0; i < line->words->len; i++)
    {
      CpPdfBox box = cp_pdf_line_get_word (line, i)->box;

      box.y1 = line->box.y1;
      box.y2 = line->box.y2;
      extend_box (&line->box, &box);
    }
}

/* The library takes columns for one where a ragged line of the left one nearly reaches the right one. */
static guint
find_gap (const CpPdfLine *line)
{
  for (guint i = 1; i < line->words->len; i++)
    {
      const CpPdfWord *word = cp_pdf_line_get_word (line, i);

      if (fabs (word->box.x1 - word[-1].box.x2) > word->size * MIN_GAP && fabs (word[-1].box.x1 - word->box.x2) > word->size * MIN_GAP)
        return i;
    }

  return line->words->len;
}

/**
 * cp_pdf_line_new:
 * @page: number of its page, from 0
 *
 * Returns: (transfer full): a line without words
 */
CpPdfLine *
cp_pdf_line_new (guint page)
{
  CpPdfLine *line = g_new0 (CpPdfLine, 1);

  line->page = page;
  line->words = g_array_new (FALSE, FALSE, sizeof (CpPdfWord));
  g_array_set_clear_func (line->words, clear_word);

  return line;
}

void
cp_pdf_line_free (CpPdfLine *self)
{
  g_array_unref (self->words);
  g_free (self->text);
  g_free (self);
}

CpPdfWord *
cp_pdf_line_get_word (const CpPdfLine *self,
                      guint            position)
{
  return &g_array_index (self->words, CpPdfWord, position);
}

/**
 * cp_pdf_line_get_style:
 *
 * Returns: the styles that all words of the line have
 */
CpStyle
cp_pdf_line_get_style (const CpPdfLine *self)
{
  CpStyle style = CP_STYLE_STRONG | CP_STYLE_EMPHASIS;

  for (guint i = 0; i < self->words->len; i++)
    style &= cp_pdf_line_get_word (self, i)->style;

  return style;
}

/**
 * cp_pdf_line_complete:
 *
 * Measures the line once it has its words, leaves out the numbers that refer to notes, and writes its text.
 */
void
cp_pdf_line_complete (CpPdfLine *self)
{
  measure_line (self);
  drop_references (self);
  write_text (self);
}

/**
 * cp_pdf_line_cut:
 *
 * Cuts the line at its first gap.
 *
 * Returns: (transfer full) (nullable): what stands after the gap, which the line loses
 */
CpPdfLine *
cp_pdf_line_cut (CpPdfLine *self)
{
  guint gap = find_gap (self);
  CpPdfLine *rest;

  if (gap == self->words->len)
    return NULL;

  rest = cp_pdf_line_new (self->page);
  g_array_append_vals (rest->words, cp_pdf_line_get_word (self, gap), self->words->len - gap);
  g_array_set_clear_func (self->words, NULL);
  g_array_set_size (self->words, gap);
  g_array_set_clear_func (self->words, clear_word);

  return rest;
}

/**
 * cp_pdf_line_join:
 * @rest: (transfer full): the words that go on the line after those it has
 */
void
cp_pdf_line_join (CpPdfLine *self,
                  CpPdfLine *rest)
{
  cp_pdf_line_get_word (self, self->words->len - 1)->space_after = TRUE;
  g_array_append_vals (self->words, rest->words->data, rest->words->len);
  g_array_set_clear_func (rest->words, NULL);
  measure_line (self);
  write_text (self);
  cp_pdf_line_free (rest);
}

/* "A" and "I" are words of English as well as first letters of others. */
static gboolean
is_word_of_its_own (const char *initial,
                    const char *next)
{
  g_autofree char *joined = g_strconcat (initial, next, NULL);
  g_autofree char *folded = g_utf8_casefold (joined, -1);
  g_autofree char *folded_next = g_utf8_casefold (next, -1);

  return (g_str_equal (initial, "A") || g_str_equal (initial, "I")) &&
         cp_vectors_lookup (folded, NULL) == NULL && cp_vectors_lookup (folded_next, NULL) != NULL;
}

/**
 * cp_pdf_line_prepend:
 * @start: a mark or a large first letter, which loses its words
 * @as_initial: whether it is a letter of the first word
 *
 * Makes one line of both.
 */
void
cp_pdf_line_prepend (CpPdfLine *self,
                     CpPdfLine *start,
                     gboolean   as_initial)
{
  CpPdfWord *last = cp_pdf_line_get_word (start, start->words->len - 1);

  last->space_after = !as_initial || is_word_of_its_own (last->text, cp_pdf_line_get_word (self, 0)->text);

  /* The large letter is none of the lines that it stands beside: they go on at the margin that it leaves them. */
  if (as_initial)
    last->box = cp_pdf_line_get_word (self, 0)->box;

  g_array_set_clear_func (start->words, NULL);
  g_array_prepend_vals (self->words, start->words->data, start->words->len);
  g_array_set_size (start->words, 0);
  measure_line (self);
  write_text (self);
}
