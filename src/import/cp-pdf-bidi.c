/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as they lie on a line → words in the order of reading. */

#define G_LOG_DOMAIN "cp-pdf-bidi"

#include "config.h"

#include "cp-pdf-bidi.h"

/* In sizes of the font. */
#define MIN_SPACE 0.12

/* Of a word that is nothing but marks, the words about it tell the direction. */
typedef enum
{
  NEUTRAL,
  RIGHTWARD,
  LEFTWARD,
} Direction;

/* Hebrew, Arabic, Syriac, Thaana, N'Ko and their forms for printing; the letters, not their digits. */
gboolean
cp_pdf_bidi_is_leftward (gunichar character)
{
  return ((character >= 0x0590 && character <= 0x08FF) ||
          (character >= 0xFB1D && character <= 0xFDFF) ||
          (character >= 0xFE70 && character <= 0xFEFC)) &&
         !g_unichar_isdigit (character);
}

gboolean
cp_pdf_bidi_is_rightward (gunichar character)
{
  return g_unichar_isalnum (character) && !cp_pdf_bidi_is_leftward (character);
}

static Direction
get_direction (const CpPdfWord *word)
{
  Direction direction = NEUTRAL;

  for (const char *c = word->text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (cp_pdf_bidi_is_leftward (character))
        return LEFTWARD;

      if (cp_pdf_bidi_is_rightward (character))
        direction = RIGHTWARD;
    }

  return direction;
}

static void
reverse_characters (gunichar *characters,
                    glong     start,
                    glong     end)
{
  for (end--; start < end; start++, end--)
    {
      gunichar first = characters[start];

      characters[start] = characters[end];
      characters[end] = first;
    }
}

/* From a figure or foreign letter to the last one before a letter that runs to the left: "10.5", "U.S.". */
static glong
find_end_of_run (const gunichar *characters,
                 glong           start,
                 glong           length)
{
  glong end = start;

  for (glong i = start; i < length && !cp_pdf_bidi_is_leftward (characters[i]); i++)
    {
      if (cp_pdf_bidi_is_rightward (characters[i]))
        end = i + 1;
    }

  return end;
}

/* All of it turned round, but for the figures and foreign words in it. */
static void
turn_text (CpPdfWord *word)
{
  glong length;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (word->text, -1, &length);
  glong start = 0;

  reverse_characters (characters, 0, length);

  while (start < length)
    {
      glong end = start + 1;

      if (cp_pdf_bidi_is_rightward (characters[start]))
        end = find_end_of_run (characters, start, length);

      reverse_characters (characters, start, end);
      start = end;
    }

  g_free (word->text);
  word->text = g_ucs4_to_utf8 (characters, length, NULL, NULL, NULL);
}

/* A word says whether a space follows it: turned round, that is the one before it. */
static void
reverse_words (GArray *words,
               guint   start,
               guint   end)
{
  gboolean after = end > start ? g_array_index (words, CpPdfWord, end - 1).space_after : FALSE;

  for (guint i = end; i > start + 1; i--)
    g_array_index (words, CpPdfWord, i - 1).space_after = g_array_index (words, CpPdfWord, i - 2).space_after;

  if (end > start)
    g_array_index (words, CpPdfWord, start).space_after = after;

  for (guint i = start, j = end; i + 1 < j; i++, j--)
    {
      CpPdfWord first = g_array_index (words, CpPdfWord, i);

      g_array_index (words, CpPdfWord, i) = g_array_index (words, CpPdfWord, j - 1);
      g_array_index (words, CpPdfWord, j - 1) = first;
    }
}

/* The words that run against the line are read the other way, with the marks between them. */
static void
reverse_runs (GArray    *words,
              Direction  direction)
{
  guint start = 0;

  while (start < words->len)
    {
      guint end = start;

      for (guint i = start; i < words->len; i++)
        {
          Direction found = get_direction (&g_array_index (words, CpPdfWord, i));

          if (found == direction)
            end = i + 1;
          else if (found != NEUTRAL || end == start)
            break;
        }

      reverse_words (words, start, end);
      start = MAX (end, start + 1);
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  double first = ((const CpPdfWord *) a)->box.x1;
  double second = ((const CpPdfWord *) b)->box.x1;

  return first < second ? -1 : first > second;
}

/* From left to right, with spaces where there is room for one. */
static void
order_places (GArray *words)
{
  g_array_sort (words, compare_places);

  for (guint i = 0; i + 1 < words->len; i++)
    {
      CpPdfWord *word = &g_array_index (words, CpPdfWord, i);

      word->space_after = word[1].box.x1 - word->box.x2 > word->size * MIN_SPACE;
    }
}

/**
 * cp_pdf_bidi_order:
 * @words: (element-type CpPdfWord): of one line, their letters as they lie from left to right, themselves in any order
 *
 * Puts words and letters into the order of reading: a simple form of the Unicode Bidirectional Algorithm, run
 * backwards, with two levels.
 */
void
cp_pdf_bidi_order (GArray *words)
{
  guint n_leftward = 0, n_rightward = 0;

  for (guint i = 0; i < words->len; i++)
    {
      Direction direction = get_direction (&g_array_index (words, CpPdfWord, i));

      n_leftward += direction == LEFTWARD;
      n_rightward += direction == RIGHTWARD;
    }

  if (n_leftward == 0)
    return;

  order_places (words);

  /* In a line that runs to the left even the full stop of a foreign word stands left of it. */
  for (guint i = 0; i < words->len; i++)
    {
      CpPdfWord *word = &g_array_index (words, CpPdfWord, i);

      if (n_leftward >= n_rightward || get_direction (word) == LEFTWARD)
        turn_text (word);
    }

  if (n_leftward >= n_rightward)
    {
      reverse_words (words, 0, words->len);
      reverse_runs (words, RIGHTWARD);
    }
  else
    {
      reverse_runs (words, LEFTWARD);
    }
}
