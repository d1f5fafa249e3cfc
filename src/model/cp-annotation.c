/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody highlighted in another program, before its place in the article is known. */

#define G_LOG_DOMAIN "cp-annotation"

#include "config.h"

#include "cp-annotation.h"

/* Characters of the text around an annotation that tell its words from the same words elsewhere. */
#define CONTEXT_LENGTH 80

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

static CpHighlight *
place (CpAnnotation    *self,
       CpArticle       *article,
       const CpLetters *text,
       const CpLetters *quote,
       int              from)
{
  g_autoptr (CpLetters) prefix = cp_letters_new (self->prefix);
  g_autoptr (CpLetters) suffix = cp_letters_new (self->suffix);
  g_autoptr (CpPassage) passage = NULL;
  int start, end;

  if (cp_letters_find (text, quote, prefix, suffix, from, &start, &end))
    passage = cp_passage_new_from_text (cp_article_get_text (article), start, end, find_paragraph (article, start));
  else
    passage = cp_passage_new_unplaced (self->quote, self->prefix, self->suffix);

  return cp_highlight_new (passage, self->note, self->source, self->created);
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
  g_autoptr (CpLetters) text = cp_letters_new (cp_article_get_text (article));
  g_autoptr (CpLetters) quote = cp_letters_new (self->quote);

  return place (self, article, text, quote, 0);
}

/**
 * cp_annotations_place:
 * @annotations: (element-type CpAnnotation): what was highlighted in one piece
 * @article: the piece
 * @highlights: a list of #CpHighlight; gains one for each annotation
 *
 * As cp_annotation_place(). The same words highlighted several times without their context are taken to stand in
 * the order of the annotations.
 */
void
cp_annotations_place (GPtrArray  *annotations,
                      CpArticle  *article,
                      GListStore *highlights)
{
  g_autoptr (CpLetters) text = cp_letters_new (cp_article_get_text (article));
  g_autoptr (GHashTable) ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = MIN (CP_ANNOTATIONS_MAX, CP_ANNOTATIONS_MAX_SEARCHED / (text->letters->len + 1));

  for (guint i = 0; i < annotations->len && i < n; i++)
    {
      CpAnnotation *annotation = g_ptr_array_index (annotations, i);
      g_autoptr (CpLetters) quote = cp_letters_new (annotation->quote);
      int from = GPOINTER_TO_INT (g_hash_table_lookup (ends, quote->letters->str));
      g_autoptr (CpHighlight) highlight = place (annotation, article, text, quote, from);

      g_hash_table_insert (ends, g_strdup (quote->letters->str),
                           GINT_TO_POINTER (cp_passage_get_end (cp_highlight_get_passage (highlight))));
      g_list_store_append (highlights, highlight);
    }
}

/**
 * cp_annotation_take_context:
 * @text: the whole text in which the words were highlighted, as the other program has it
 * @letters: those of @text
 * @position: about where in it, in code points
 *
 * Takes the context from @text, so that the words are told from the same words elsewhere. Does nothing when @text
 * does not have them.
 */
void
cp_annotation_take_context (CpAnnotation    *self,
                            const char      *text,
                            const CpLetters *letters,
                            int              position)
{
  g_autoptr (CpLetters) quote = cp_letters_new (self->quote);
  const char *begin, *first, *last, *stop;
  int start, end;

  if (!cp_letters_find_near (letters, quote, position, &start, &end))
    return;

  begin = g_utf8_offset_to_pointer (text, MAX (start - CONTEXT_LENGTH, 0));
  first = g_utf8_offset_to_pointer (begin, MIN (start, CONTEXT_LENGTH));
  last = g_utf8_offset_to_pointer (first, end - start);
  stop = last;
  for (int i = 0; i < CONTEXT_LENGTH && *stop != '\0'; i++)
    stop = g_utf8_next_char (stop);

  g_free (self->prefix);
  g_free (self->suffix);
  self->prefix = g_strndup (begin, first - begin);
  self->suffix = g_strndup (last, stop - last);
}
