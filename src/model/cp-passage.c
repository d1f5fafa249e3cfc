/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A span of an article's text that evidences something, and the words to find it again. */

#define G_LOG_DOMAIN "cp-passage"

#include "config.h"

#include "cp-passage.h"

#include <string.h>

/* Code points of context kept on either side of the quote: enough to tell two
 * occurrences of a sentence apart, short enough to survive edits nearby. */
#define CONTEXT_LENGTH 32

struct _CpPassage
{
  GObject  parent_instance;

  int      start;
  int      end;
  int      paragraph;
  /* A passage keeps its quote as well as its offsets, so that it can be
   * found again after the publisher edits the text. */
  char    *quote;
  char    *prefix;
  char    *suffix;
};

G_DEFINE_FINAL_TYPE (CpPassage, cp_passage, G_TYPE_OBJECT)

static gsize
common_suffix_length (const char *a,
                      gsize       a_length,
                      const char *b)
{
  gsize b_length = strlen (b);
  gsize n = 0;

  while (n < a_length && n < b_length && a[a_length - n - 1] == b[b_length - n - 1])
    n++;

  return n;
}

static gsize
common_prefix_length (const char *a,
                      const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;

  return n;
}

static void
cp_passage_finalize (GObject *object)
{
  CpPassage *self = CP_PASSAGE (object);

  g_clear_pointer (&self->quote, g_free);
  g_clear_pointer (&self->prefix, g_free);
  g_clear_pointer (&self->suffix, g_free);

  G_OBJECT_CLASS (cp_passage_parent_class)->finalize (object);
}

static void
cp_passage_class_init (CpPassageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cp_passage_finalize;
}

static void
cp_passage_init (CpPassage *self)
{
}

static CpPassage *
make_passage (int         start,
              int         end,
              const char *quote,
              const char *prefix,
              const char *suffix,
              int         paragraph)
{
  CpPassage *self = g_object_new (CP_TYPE_PASSAGE, NULL);

  self->start = start;
  self->end = end;
  self->paragraph = paragraph;
  self->quote = g_strdup (quote);
  self->prefix = g_strdup (prefix);
  self->suffix = g_strdup (suffix);

  return self;
}

/**
 * cp_passage_new:
 * @start: first code point of the passage in the article's text
 * @end: one after its last code point, > @start
 * @quote: the words from @start to @end
 * @prefix: some words before them, may be empty
 * @suffix: some words after them, may be empty
 * @paragraph: number of the body block that holds it, counted from 1
 *
 * A position and a quotation of the same span, as the TextPositionSelector and the
 * TextQuoteSelector of the W3C Web Annotation Data Model have them.
 *
 * Returns: (transfer full): a passage
 */
CpPassage *
cp_passage_new (int         start,
                int         end,
                const char *quote,
                const char *prefix,
                const char *suffix,
                int         paragraph)
{
  g_return_val_if_fail (start >= 0 && start < end, NULL);
  g_return_val_if_fail (quote != NULL && prefix != NULL && suffix != NULL, NULL);

  return make_passage (start, end, quote, prefix, suffix, paragraph);
}

/**
 * cp_passage_new_unplaced:
 * @quote: words that the article's text does not have
 * @prefix: some words before them, may be empty
 * @suffix: some words after them, may be empty
 *
 * Keeps what was marked in another edition of the piece, or in what was left out of the text.
 *
 * Returns: (transfer full): a passage that starts and ends at −1, in paragraph 0
 */
CpPassage *
cp_passage_new_unplaced (const char *quote,
                         const char *prefix,
                         const char *suffix)
{
  g_return_val_if_fail (quote != NULL && prefix != NULL && suffix != NULL, NULL);

  return make_passage (-1, -1, quote, prefix, suffix, 0);
}

/**
 * cp_passage_new_from_text:
 * @text: the text of the article
 * @start: first code point, ≥ 0
 * @end: one after the last code point, at most the length of @text
 * @paragraph: number of the body block that holds it, counted from 1
 *
 * Cuts quote, prefix and suffix out of @text. Linear in the length of @text.
 *
 * Returns: (transfer full): a passage
 */
CpPassage *
cp_passage_new_from_text (const char *text,
                          int         start,
                          int         end,
                          int         paragraph)
{
  const char *from = g_utf8_offset_to_pointer (text, start);
  const char *to = g_utf8_offset_to_pointer (from, end - start);
  const char *before = g_utf8_offset_to_pointer (from, -MIN (start, CONTEXT_LENGTH));
  const char *after = to;
  g_autofree char *quote = g_strndup (from, to - from);
  g_autofree char *prefix = g_strndup (before, from - before);
  g_autofree char *suffix = NULL;

  for (int i = 0; i < CONTEXT_LENGTH && *after != '\0'; i++)
    after = g_utf8_next_char (after);
  suffix = g_strndup (to, after - to);

  return cp_passage_new (start, end, quote, prefix, suffix, paragraph);
}

/**
 * cp_passage_get_start:
 *
 * Returns: first code point in the article's text
 */
int
cp_passage_get_start (CpPassage *self)
{
  g_return_val_if_fail (CP_IS_PASSAGE (self), 0);

  return self->start;
}

/**
 * cp_passage_get_end:
 *
 * Returns: one after the last code point in the article's text
 */
int
cp_passage_get_end (CpPassage *self)
{
  g_return_val_if_fail (CP_IS_PASSAGE (self), 0);

  return self->end;
}

/**
 * cp_passage_get_paragraph:
 *
 * Returns: number of the body block that holds the passage, counted from 1
 */
int
cp_passage_get_paragraph (CpPassage *self)
{
  g_return_val_if_fail (CP_IS_PASSAGE (self), 0);

  return self->paragraph;
}

const char *
cp_passage_get_quote (CpPassage *self)
{
  g_return_val_if_fail (CP_IS_PASSAGE (self), NULL);

  return self->quote;
}

const char *
cp_passage_get_prefix (CpPassage *self)
{
  g_return_val_if_fail (CP_IS_PASSAGE (self), NULL);

  return self->prefix;
}

const char *
cp_passage_get_suffix (CpPassage *self)
{
  g_return_val_if_fail (CP_IS_PASSAGE (self), NULL);

  return self->suffix;
}

/**
 * cp_passage_locate:
 * @text: a text, perhaps another edition than the one the passage was taken from
 * @start: (out): first code point of the passage in @text
 * @end: (out): one after its last code point
 *
 * Finds the quote in @text. Of several occurrences the one whose surroundings are most like the
 * kept prefix and suffix is taken.
 *
 * Returns: whether the quote stands in @text
 */
gboolean
cp_passage_locate (CpPassage  *self,
                   const char *text,
                   int        *start,
                   int        *end)
{
  gsize quote_length, best_context = 0;
  const char *best = NULL;

  g_return_val_if_fail (CP_IS_PASSAGE (self), FALSE);
  g_return_val_if_fail (text != NULL && start != NULL && end != NULL, FALSE);

  quote_length = strlen (self->quote);
  for (const char *at = strstr (text, self->quote); at != NULL; at = strstr (at + 1, self->quote))
    {
      gsize context = common_suffix_length (text, at - text, self->prefix) +
                      common_prefix_length (at + quote_length, self->suffix);

      if (best == NULL || context > best_context)
        {
          best = at;
          best_context = context;
        }
    }

  if (best == NULL)
    return FALSE;

  *start = g_utf8_pointer_to_offset (text, best);
  *end = *start + g_utf8_strlen (self->quote, -1);

  return TRUE;
}

/**
 * cp_passage_compare:
 *
 * Orders passages as they are read, for sorting.
 *
 * Returns: < 0, 0 or > 0
 */
int
cp_passage_compare (CpPassage *a,
                    CpPassage *b)
{
  g_return_val_if_fail (CP_IS_PASSAGE (a) && CP_IS_PASSAGE (b), 0);

  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;

  return (a->end > b->end) - (a->end < b->end);
}
