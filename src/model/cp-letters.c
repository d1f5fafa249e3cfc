/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of a text without all that stands between them, to find words that another program wrote down. */

#define G_LOG_DOMAIN "cp-letters"

#include "config.h"

#include "cp-letters.h"

#include <string.h>

/* Words that stand more often in a text are not told apart any more: looking for "a" takes no longer than this. */
#define MAX_OCCURRENCES 2000

/* Bytes of a quote's beginning and end by which it is found when something within it is not in the text, such as the
 * caption of a picture; and how much longer or shorter than the quote the place may be. */
#define END_LENGTH 24
#define MAX_STRETCH 3

/* Scripts beyond, such as the Korean one, are decomposed into letters, not into a letter and its accents. */
#define FIRST_WITHOUT_ACCENTS 0x2000

/**
 * cp_letters_new:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the letters of @text
 */
CpLetters *
cp_letters_new (const char *text)
{
  CpLetters *self = g_new (CpLetters, 1);
  int offset = 0;

  self->letters = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (int));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c), offset++)
    {
      gunichar character = g_utf8_get_char (c);
      gsize length = self->letters->len;

      if (!g_unichar_isalnum (character))
        continue;

      if (character >= 0x80 && character < FIRST_WITHOUT_ACCENTS)
        g_unichar_fully_decompose (character, FALSE, &character, 1);

      g_string_append_unichar (self->letters, character);
      for (; length < self->letters->len; length++)
        g_array_append_val (self->offsets, offset);
    }

  return self;
}

void
cp_letters_free (CpLetters *self)
{
  g_string_free (self->letters, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

static gsize
measure_context (const CpLetters *text,
                 gsize            start,
                 gsize            end,
                 const CpLetters *prefix,
                 const CpLetters *suffix)
{
  gsize before = 0, after = 0;

  while (before < start && before < prefix->letters->len &&
         text->letters->str[start - before - 1] == prefix->letters->str[prefix->letters->len - before - 1])
    before++;

  while (after < suffix->letters->len && text->letters->str[end + after] == suffix->letters->str[after])
    after++;

  return before + after;
}

static int
get_offset (const CpLetters *self,
            gsize            place)
{
  return g_array_index (self->offsets, int, place);
}

static void
set_span (const CpLetters *self,
          gsize            first,
          gsize            last,
          int             *start,
          int             *end)
{
  *start = get_offset (self, first);
  *end = get_offset (self, last) + 1;
}

static const char *
find_next (const CpLetters *self,
           const CpLetters *quote,
           const char      *before)
{
  const char *from = before == NULL ? self->letters->str : before + 1;

  return quote->letters->len > 0 ? strstr (from, quote->letters->str) : NULL;
}

/* The beginning and the end of the words stand in the text, and something else stands between them. */
static gboolean
find_ends (const CpLetters *self,
           const CpLetters *quote,
           int             *start,
           int             *end)
{
  gsize length = quote->letters->len;
  g_autofree char *head = NULL;
  const char *tail, *first, *last;
  gsize reach;

  if (length < 2 * END_LENGTH)
    return FALSE;

  head = g_strndup (quote->letters->str, END_LENGTH);
  tail = quote->letters->str + length - END_LENGTH;
  first = strstr (self->letters->str, head);
  last = first != NULL ? strstr (first + END_LENGTH, tail) : NULL;
  if (last == NULL)
    return FALSE;

  reach = last + END_LENGTH - first;
  if (reach > length * MAX_STRETCH || reach < length / MAX_STRETCH)
    return FALSE;

  set_span (self, first - self->letters->str, last + END_LENGTH - 1 - self->letters->str, start, end);

  return TRUE;
}

/**
 * cp_letters_find:
 * @quote: the words to find
 * @prefix: what stood before them, may be empty
 * @suffix: what stood after them, may be empty
 * @from: a place in the text in code points; words before it are taken only when there are none after
 * @start: (out): code points before the words
 * @end: (out): the code point after their last letter
 *
 * Where the words occur several times, the place is taken whose surroundings are most like the context.
 *
 * Returns: whether the text has the words
 */
gboolean
cp_letters_find (const CpLetters *self,
                 const CpLetters *quote,
                 const CpLetters *prefix,
                 const CpLetters *suffix,
                 int              from,
                 int             *start,
                 int             *end)
{
  const char *best = NULL;
  gsize best_context = 0;
  guint n = 0;

  for (const char *at = NULL; (at = find_next (self, quote, at)) != NULL && n < MAX_OCCURRENCES; n++)
    {
      gsize first = at - self->letters->str;
      gsize context = measure_context (self, first, first + quote->letters->len, prefix, suffix);

      if (best == NULL || context > best_context ||
          (context == best_context && get_offset (self, best - self->letters->str) < from && get_offset (self, first) >= from))
        {
          best = at;
          best_context = context;
        }
    }

  if (best == NULL)
    return find_ends (self, quote, start, end);

  set_span (self, best - self->letters->str, best - self->letters->str + quote->letters->len - 1, start, end);

  return TRUE;
}

/**
 * cp_letters_find_near:
 * @quote: the words to find
 * @position: about where they stand, in code points of the text
 * @start: (out): code points before the words
 * @end: (out): the code point after their last letter
 *
 * Returns: whether the text has the words
 */
gboolean
cp_letters_find_near (const CpLetters *self,
                      const CpLetters *quote,
                      int              position,
                      int             *start,
                      int             *end)
{
  gboolean found = FALSE;
  guint n = 0;

  for (const char *at = NULL; (at = find_next (self, quote, at)) != NULL && n < MAX_OCCURRENCES; n++)
    {
      gsize first = at - self->letters->str;

      if (found && ABS (get_offset (self, first) - position) >= ABS (*start - position))
        continue;

      set_span (self, first, first + quote->letters->len - 1, start, end);
      found = TRUE;
    }

  return found;
}
