/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts together the paragraphs that a conversion tore at the ends of pages and columns. */

#define G_LOG_DOMAIN "cp-rejoin"

#include "config.h"

#include "cp-rejoin.h"

#include <string.h>

/* A shorter paragraph without a full stop is a sub-heading, a signature or a verse, and whole. */
#define MIN_TORN_WORDS 4

/* No paragraph is longer, in bytes, but one that grows with every tear is. */
#define MAX_SEARCHED_BLOCKS 200
#define MAX_SEARCHED_LENGTH 4096

static gunichar
last_character (const char *text,
                gsize       length)
{
  const char *last = g_utf8_find_prev_char (text, text + length);

  return last != NULL ? g_utf8_get_char (last) : 0;
}

static gboolean
has_words (const char *text,
           guint       n_words)
{
  for (const char *space = strchr (text, ' '); space != NULL && n_words > 1; space = strchr (space + 1, ' '))
    n_words--;

  return n_words <= 1;
}

/* A sentence ends in punctuation, perhaps with closing quotes or brackets after it; a torn one in a
 * letter, a digit, a comma or a dash. A closing quote without a full stop is left alone: it
 * may end a paragraph. */
static gboolean
is_open (CpDraftBlock *block)
{
  gunichar last = last_character (block->text->str, block->text->len);

  if (cp_draft_block_is_strong (block) || cp_draft_block_is_linked (block) || !has_words (block->text->str, MIN_TORN_WORDS))
    return FALSE;

  return g_unichar_isalnum (last) || last == ',' || last == '-' || last == 0x2010 || last == 0x2013 || last == 0x2014;
}

static gboolean
continues (CpDraftBlock *torn,
           CpDraftBlock *block)
{
  gunichar first = g_utf8_get_char (block->text->str);
  gunichar last = last_character (torn->text->str, torn->text->len);

  if (g_unichar_islower (first))
    return TRUE;

  /* "the Anglo-" and "American alliance". */
  return (last == '-' || last == 0x2010) && g_unichar_isalpha (first);
}

static gboolean
is_paragraph (CpDraftBlock *block)
{
  return block->furniture == CP_FURNITURE_NONE && block->kind == CP_BLOCK_PARAGRAPH;
}

/* The block at @position, or the next after page numbers, when a torn paragraph may go on in it. */
static CpDraftBlock *
find_continuation (CpDraft *draft,
                   guint   *position)
{
  CpDraftBlock *block = NULL;

  while (*position < draft->blocks->len && block == NULL)
    {
      block = cp_draft_get (draft, *position);
      if (block->furniture == CP_FURNITURE_PAGE_NUMBER)
        block = NULL;

      (*position)++;
    }

  return block != NULL && is_paragraph (block) ? block : NULL;
}

/* The letters and digits at the end or the beginning of a text. */
static char *
dup_last_word (const char *text,
               gsize       length)
{
  const char *begin = text + length;

  for (const char *c = g_utf8_find_prev_char (text, begin); c != NULL && g_unichar_isalnum (g_utf8_get_char (c));
       c = g_utf8_find_prev_char (text, c))
    begin = c;

  return g_strndup (begin, text + length - begin);
}

static char *
dup_first_word (const char *text)
{
  const char *end = text;

  while (g_unichar_isalnum (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return g_strndup (text, end - text);
}

/* In one of the first blocks: a piece uses its words early, and a book must not be searched at every tear. */
static gboolean
occurs (CpDraft    *draft,
        const char *word)
{
  for (guint i = 0; i < MIN (draft->blocks->len, MAX_SEARCHED_BLOCKS); i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->text->len <= MAX_SEARCHED_LENGTH && strstr (block->text->str, word) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A hyphen at the tear was either set by the line break or is part of the word; it stays before a
 * capital, and where the piece writes the word with it elsewhere. */
static gboolean
hyphen_is_of_the_word (CpDraft      *draft,
                       CpDraftBlock *torn,
                       CpDraftBlock *rest,
                       gsize         hyphen)
{
  g_autofree char *before = dup_last_word (torn->text->str, hyphen);
  g_autofree char *after = dup_first_word (rest->text->str);
  g_autofree char *hyphenated = g_strconcat (before, "-", after, NULL);

  return !g_unichar_islower (g_utf8_get_char (rest->text->str)) || occurs (draft, hyphenated);
}

static void
join (CpDraft      *draft,
      CpDraftBlock *torn,
      CpDraftBlock *rest)
{
  gsize length = torn->text->len;
  gunichar last = last_character (torn->text->str, length);

  if (last == '-' || last == 0x2010)
    {
      gsize hyphen = length - g_unichar_to_utf8 (last, NULL);

      if (g_unichar_isalpha (last_character (torn->text->str, hyphen)) &&
          !hyphen_is_of_the_word (draft, torn, rest, hyphen))
        cp_draft_block_cut (torn, hyphen);
    }
  else
    {
      g_string_append_c (torn->text, ' ');
    }

  cp_draft_block_join (torn, rest);
}

/**
 * cp_rejoin_paragraphs:
 * @draft: blocks of which the furniture has been marked
 *
 * A paragraph that ends in mid-sentence, followed by one that begins in lower case or after a
 * hyphen, is one with it; also across page numbers, never across headings, list items and captions.
 */
void
cp_rejoin_paragraphs (CpDraft *draft)
{
  for (guint i = 0; i < draft->blocks->len; i++)
    {
      CpDraftBlock *torn = cp_draft_get (draft, i);
      CpDraftBlock *rest;
      guint next = i + 1;

      if (!is_paragraph (torn))
        continue;

      while (is_open (torn) && (rest = find_continuation (draft, &next)) != NULL && continues (torn, rest))
        {
          join (draft, torn, rest);
          i = next - 1;
        }
    }

  cp_draft_drop_empty (draft);
}
