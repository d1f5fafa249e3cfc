/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody highlighted in another program, before its place in the article is known. */

#define G_LOG_DOMAIN "cp-annotation"

#include "config.h"

#include "cp-annotation.h"

#include <string.h>

/* The letters of a text and where each stands in it: other programs set the spaces, the line ends and the
 * quotation marks of the same words in their own ways. */
typedef struct
{
  GString *letters;
  GArray  *offsets;
} Letters;

/**
 * cp_annotation_new:
 * @source: the program or archive it comes from
 * @quote: the words that were highlighted
 * @note: (nullable): what was said about them
 *
 * Returns: (transfer full): an annotation without context, target and date
 */
CpAnnotation *
cp_annotation_new (const char *source,
                   const char *quote,
                   const char *note)
{
  CpAnnotation *self = g_new0 (CpAnnotation, 1);

  self->source = g_strdup (source);
  self->quote = g_strdup (quote);
  self->prefix = g_strdup ("");
  self->suffix = g_strdup ("");
  self->note = g_strdup (note);

  return self;
}

void
cp_annotation_free (CpAnnotation *self)
{
  g_free (self->source);
  g_free (self->target);
  g_free (self->quote);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self->note);
  g_free (self->created);
  g_free (self);
}

static void
take_letters (Letters    *self,
              const char *text)
{
  int offset = 0;

  self->letters = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (int));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c), offset++)
    {
      gunichar character = g_utf8_get_char (c);
      gsize length = self->letters->len;

      if (!g_unichar_isalnum (character))
        continue;

      g_string_append_unichar (self->letters, character);
      for (; length < self->letters->len; length++)
        g_array_append_val (self->offsets, offset);
    }
}

static void
clear_letters (Letters *self)
{
  g_string_free (self->letters, TRUE);
  g_array_unref (self->offsets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Letters, clear_letters)

static gsize
measure_context (const Letters *text,
                 gsize          start,
                 gsize          end,
                 const Letters *prefix,
                 const Letters *suffix)
{
  gsize before = 0, after = 0;

  while (before < start && before < prefix->letters->len &&
         text->letters->str[start - before - 1] == prefix->letters->str[prefix->letters->len - before - 1])
    before++;

  while (after < suffix->letters->len && text->letters->str[end + after] == suffix->letters->str[after])
    after++;

  return before + after;
}

static const char *
find_best (const Letters *text,
           const Letters *quote,
           const Letters *prefix,
           const Letters *suffix)
{
  const char *best = NULL;
  gsize best_context = 0;

  for (const char *at = strstr (text->letters->str, quote->letters->str); at != NULL;
       at = strstr (at + 1, quote->letters->str))
    {
      gsize start = at - text->letters->str;
      gsize context = measure_context (text, start, start + quote->letters->len, prefix, suffix);

      if (best == NULL || context > best_context)
        {
          best = at;
          best_context = context;
        }
    }

  return best;
}

static int
find_paragraph (CpArticle *article,
                int        start)
{
  int paragraph = 0;

  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      CpBlock *block = cp_article_get_block (article, i);

      if (cp_block_get_role (block) == CP_BLOCK_BODY && cp_block_get_start (block) <= start)
        paragraph++;
    }

  return paragraph;
}

/**
 * cp_annotation_place:
 * @article: the article that it is about
 *
 * Looks for the words in the text of @article, whatever stands between their letters. Where they occur several
 * times, the place is taken whose surroundings are most like the annotation's context.
 *
 * Returns: (transfer full): the highlight; not placed when the text does not have the words
 */
CpHighlight *
cp_annotation_place (CpAnnotation *self,
                     CpArticle    *article)
{
  const char *text = cp_article_get_text (article);
  g_auto (Letters) letters = { NULL };
  g_auto (Letters) quote = { NULL };
  g_auto (Letters) prefix = { NULL };
  g_auto (Letters) suffix = { NULL };
  g_autoptr (CpPassage) passage = NULL;
  const char *at;

  take_letters (&letters, text);
  take_letters (&quote, self->quote);
  take_letters (&prefix, self->prefix);
  take_letters (&suffix, self->suffix);
  at = quote.letters->len > 0 ? find_best (&letters, &quote, &prefix, &suffix) : NULL;

  if (at != NULL)
    {
      gsize first = at - letters.letters->str;
      int start = g_array_index (letters.offsets, int, first);
      int end = g_array_index (letters.offsets, int, first + quote.letters->len - 1) + 1;

      passage = cp_passage_new_from_text (text, start, end, find_paragraph (article, start));
    }
  else
    {
      passage = cp_passage_new_unplaced (self->quote, self->prefix, self->suffix);
    }

  return cp_highlight_new (passage, self->note, self->source, self->created);
}
