/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the sentences and words of a text begin and end: ICU's rules, and what they miss. */

#define G_LOG_DOMAIN "cp-segment"

#include "config.h"

#include "cp-segment.h"
#include "cp-stop-words.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Opening an iterator loads its rules, which takes longer than cutting up a paragraph; so each
 * thread keeps the two it used last. */
typedef struct
{
  char           *language;
  UBreakIterator *words;
  UBreakIterator *sentences;
} Iterators;

static void
clear_iterators (Iterators *self)
{
  g_clear_pointer (&self->words, ubrk_close);
  g_clear_pointer (&self->sentences, ubrk_close);
  g_clear_pointer (&self->language, g_free);
}

static void
free_iterators (gpointer data)
{
  clear_iterators (data);
  g_free (data);
}

static GPrivate thread_iterators = G_PRIVATE_INIT (free_iterators);

static Iterators *
get_iterators (const char *language)
{
  Iterators *self = g_private_get (&thread_iterators);

  if (self == NULL)
    {
      self = g_new0 (Iterators, 1);
      g_private_set (&thread_iterators, self);
    }

  if (self->words == NULL || g_strcmp0 (self->language, language) != 0)
    {
      UErrorCode status = U_ZERO_ERROR;

      clear_iterators (self);
      self->language = g_strdup (language);
      self->words = ubrk_open (UBRK_WORD, language ? language : "", NULL, 0, &status);
      self->sentences = ubrk_open (UBRK_SENTENCE, language ? language : "", NULL, 0, &status);
      if (U_FAILURE (status))
        g_error ("ICU has no break rules: %s", u_errorName (status));
    }

  return self;
}

static gboolean
set_text (UBreakIterator *iterator,
          UText          *utext,
          const char     *text)
{
  UErrorCode status = U_ZERO_ERROR;

  utext_openUTF8 (utext, text, -1, &status);
  ubrk_setUText (iterator, utext, &status);

  return U_SUCCESS (status);
}

static gunichar
get_char_before (const char *text,
                 gsize       at)
{
  const char *previous = g_utf8_find_prev_char (text, text + at);

  return previous != NULL ? g_utf8_get_char (previous) : 0;
}

static gsize
step_back (const char *text,
           gsize       at)
{
  const char *previous = g_utf8_find_prev_char (text, text + at);

  return previous != NULL ? (gsize) (previous - text) : 0;
}

static gboolean
is_closing (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
      return TRUE;
    default:
      return c == '"' || c == '\'';
    }
}

static gsize
skip_space_back (const char *text,
                 gsize       start,
                 gsize       end)
{
  while (end > start && g_unichar_isspace (get_char_before (text, end)))
    end = step_back (text, end);

  return end;
}

/* The word that a full stop at @stop ends, from after the space or bracket before it. */
static char *
dup_word_before (const char *text,
                 gsize       start,
                 gsize       stop)
{
  gsize from = stop;

  while (from > start)
    {
      gunichar c = get_char_before (text, from);

      if (c != '.' && !g_unichar_isalnum (c))
        break;
      from = step_back (text, from);
    }

  return g_strndup (text + from, stop - from);
}

/* "U.S", "Ph.D", "z.B": short parts divided by full stops. */
static gboolean
is_dotted (const char *word)
{
  int length = 0;
  gboolean dotted = FALSE;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '.')
        {
          dotted = TRUE;
          length = 0;
        }
      else if (!g_unichar_isalpha (g_utf8_get_char (p)) || ++length > 2)
        return FALSE;
    }

  return dotted;
}

static gboolean
is_initial (const char *word)
{
  return g_utf8_strlen (word, -1) == 1 && g_unichar_isupper (g_utf8_get_char (word));
}

/* Whether the text at @next starts with a word that begins sentences: a capitalised stop word. */
static gboolean
begins_sentence (const char *next,
                 const char *language)
{
  const char *end = next;
  g_autofree char *word = NULL;
  g_autofree char *folded = NULL;

  while (*end != '\0' && (g_unichar_isalpha (g_utf8_get_char (end)) || *end == '\''))
    end = g_utf8_next_char (end);

  word = g_strndup (next, end - next);
  folded = g_utf8_strdown (word, -1);

  return cp_stop_words_contains (language, folded);
}

/* Titles stand before a name and months before a number; after the others a sentence may well
 * begin, and does if its first word is one that sentences begin with. */
static gboolean
is_inner_stop (const char *text,
               gsize       start,
               gsize       stop,
               const char *next,
               const char *language)
{
  static const char *const before_number[] = { "jan", "feb", "apr", "aug", "sept", "oct", "nov", "dec",
                                               "no", "nos", "nr", "núm", "p", "pp", "vol", NULL };
  g_autofree char *word = dup_word_before (text, start, stop);
  g_autofree char *folded = g_utf8_strdown (word, -1);

  if (word[0] == '\0')
    return FALSE;
  if (g_strv_contains (before_number, folded))
    return g_ascii_isdigit (*next);
  if (is_dotted (word) || is_initial (word))
    return !begins_sentence (next, language);

  return cp_abbreviations_contains (language, folded) && !begins_sentence (next, language);
}

/* Whether the space that begins here has two line breaks in it. */
static gboolean
is_before_empty_line (const char *space)
{
  guint n_lines = 0;

  for (const char *p = space; *p != '\0' && g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    n_lines += *p == '\n';

  return n_lines > 1;
}

/* Whether the boundary that ICU sees at @boundary, in the sentence begun at @start, is none. */
static gboolean
is_false_boundary (const char *text,
                   gsize       start,
                   gsize       boundary,
                   const char *language)
{
  const char *next = text + boundary;
  gsize end = skip_space_back (text, start, boundary);
  gsize stop = end;
  gunichar last;

  if (*next == '\0' || end == start || is_before_empty_line (text + end))
    return FALSE;

  while (stop > start && is_closing (get_char_before (text, stop)))
    stop = step_back (text, stop);
  last = get_char_before (text, stop);

  if (last == '.' && stop == end)
    return is_inner_stop (text, start, stop - 1, next, language);
  if (last == '.' || last == '?' || last == '!' || last == 0x2026)
    return g_unichar_islower (g_utf8_get_char (next));

  /* A line break inside a paragraph: ICU takes every one for the end of a sentence. */
  return memchr (text + end, '\n', boundary - end) != NULL && last != ':' && last != ';';
}

/**
 * cp_segment_sentences:
 * @text: UTF-8 text
 * @language: (nullable): its language tag
 *
 * Cuts a text into sentences by the rules of Unicode (UAX 29). Abbreviations ("Mr.", "Jan. 5"), initials and
 * dotted names ("U.S.") do not end a sentence unless the next word is one that sentences begin
 * with; an empty line always does.
 *
 * Returns: (transfer full) (element-type CpSpan): the sentences in order, without the space around them
 */
GArray *
cp_segment_sentences (const char *text,
                      const char *language)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (CpSpan));
  UBreakIterator *iterator = get_iterators (language)->sentences;
  UText utext = UTEXT_INITIALIZER;
  gsize start = 0;

  if (!set_text (iterator, &utext, text))
    return sentences;

  ubrk_first (iterator);
  for (int32_t at = ubrk_next (iterator); at != UBRK_DONE; at = ubrk_next (iterator))
    {
      CpSpan span = { start, at };

      if (is_false_boundary (text, start, at, language))
        continue;

      while (span.start < span.end && g_unichar_isspace (g_utf8_get_char (text + span.start)))
        span.start = g_utf8_next_char (text + span.start) - text;
      span.end = skip_space_back (text, span.start, span.end);
      if (span.end > span.start)
        g_array_append_val (sentences, span);
      start = at;
    }

  utext_close (&utext);

  return sentences;
}

/* ICU leaves the last full stop of "U.S." outside the word. */
static gsize
extend_dotted (const char *text,
               CpSpan      span)
{
  gsize length = span.end - span.start;

  if (text[span.end] == '.' && length >= 3 && length <= 8 &&
      memchr (text + span.start, '.', length) != NULL)
    {
      g_autofree char *word = g_strndup (text + span.start, length);

      if (is_dotted (word))
        return span.end + 1;
    }

  return span.end;
}

/**
 * cp_segment_words:
 * @text: UTF-8 text
 * @language: (nullable): its language tag
 *
 * Cuts a text into words by the rules of Unicode (UAX 29); numbers are words, punctuation is not.
 * A hyphenated word gives its parts. "U.S." keeps its last full stop.
 *
 * Returns: (transfer full) (element-type CpSpan): the words in order
 */
GArray *
cp_segment_words (const char *text,
                  const char *language)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (CpSpan));
  UBreakIterator *iterator = get_iterators (language)->words;
  UText utext = UTEXT_INITIALIZER;
  int32_t start;

  if (!set_text (iterator, &utext, text))
    return words;

  start = ubrk_first (iterator);
  for (int32_t at = ubrk_next (iterator); at != UBRK_DONE; at = ubrk_next (iterator))
    {
      if (ubrk_getRuleStatus (iterator) >= UBRK_WORD_NONE_LIMIT)
        {
          CpSpan span = { start, at };

          span.end = extend_dotted (text, span);
          g_array_append_val (words, span);
        }
      start = at;
    }

  utext_close (&utext);

  return words;
}
