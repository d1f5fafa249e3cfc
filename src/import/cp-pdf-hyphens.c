/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the hyphens that a line break put into a word from those that belong to it. */

#define G_LOG_DOMAIN "cp-pdf-hyphens"

#include "config.h"

#include "cp-language.h"
#include "cp-pdf-hyphens.h"
#include "cp-vectors.h"

#include <string.h>

/* Enough of a text to tell its language by. */
#define MAX_SAMPLE 4000

/* What French sets after a hyphen, and what is not also the last syllable of common words. */
static const char * const clitics[] = {
  "delà", "dessous", "dessus", "elle", "elles", "il", "ils", "je", "lui", "même", "mêmes", "moi", "on", "toi", "tu", "vous",
  "être", NULL
};

/* Short words of English that begin compounds, among the many that are only the beginnings of other words. */
static const char * const short_words[] = {
  "all", "by", "far", "go", "ill", "low", "new", "no", "off", "old", "on", "one", "six", "so", "ten", "to", "two", "up",
  NULL
};

#define MIN_PART 4
#define MIN_LAST_PART 3

struct _CpPdfHyphens
{
  GHashTable *words;
  char       *language;
};

static gboolean
is_hyphen (gunichar character)
{
  return character == '-' || character == 0x2010 || character == 0x00AD;
}

static gboolean
is_of_word (gunichar character)
{
  return g_unichar_isalpha (character) || g_unichar_ismark (character) || is_hyphen (character);
}

/* The words of a line with the hyphens in them. A word that the end of the line divides is in neither line.
 * Returns: whether there is one */
static gboolean
add_words (CpPdfHyphens *self,
           const char   *text,
           gboolean      goes_on)
{
  const char *c = text;
  gboolean divided = FALSE;

  while (*c != '\0')
    {
      const char *start = c;

      while (is_of_word (g_utf8_get_char (c)))
        c = g_utf8_next_char (c);

      divided = c > start && *c == '\0' && is_hyphen (g_utf8_get_char (g_utf8_prev_char (c)));
      if (c > start && !divided && !(goes_on && start == text))
        {
          g_autofree char *word = g_strndup (start, c - start);

          g_hash_table_add (self->words, g_utf8_casefold (word, -1));
        }

      if (*c != '\0')
        c = g_utf8_next_char (c);
    }

  return divided;
}

static char *
detect_language (CpPdfText *text)
{
  g_autoptr (GString) sample = g_string_new (NULL);

  for (guint i = 0; i < text->pages->len; i++)
    {
      CpPdfPage *page = cp_pdf_text_get_page (text, i);

      for (guint j = 0; j < page->lines->len && sample->len < MAX_SAMPLE; j++)
        {
          g_string_append (sample, cp_pdf_page_get_line (page, j)->text);
          g_string_append_c (sample, ' ');
        }
    }

  return cp_language_detect (sample->str);
}

/**
 * cp_pdf_hyphens_new:
 * @text: its lines in the order of reading
 *
 * Returns: (transfer full): the words of @text, which tell how it writes those that it divides
 */
CpPdfHyphens *
cp_pdf_hyphens_new (CpPdfText *text)
{
  CpPdfHyphens *self = g_new0 (CpPdfHyphens, 1);
  gboolean divided = FALSE;

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->language = detect_language (text);

  for (guint i = 0; i < text->pages->len; i++)
    {
      CpPdfPage *page = cp_pdf_text_get_page (text, i);

      for (guint j = 0; j < page->lines->len; j++)
        divided = add_words (self, cp_pdf_page_get_line (page, j)->text, divided);
    }

  return self;
}

void
cp_pdf_hyphens_free (CpPdfHyphens *self)
{
  g_hash_table_unref (self->words);
  g_free (self->language);
  g_free (self);
}

/* In the text, or among the frequent words of English. */
static gboolean
is_word (CpPdfHyphens *self,
         const char   *word)
{
  return g_hash_table_contains (self->words, word) ||
         (g_strcmp0 (self->language, "en") == 0 && cp_vectors_lookup (word, NULL) != NULL);
}

static gboolean
is_compound (CpPdfHyphens *self,
             const char   *first,
             const char   *second)
{
  /* A word that has a hyphen already is a chain of them: "state-of-the-art". */
  if (strchr (first, '-') != NULL)
    return TRUE;

  return (strlen (first) >= MIN_PART || g_strv_contains (short_words, first)) &&
         strlen (second) >= MIN_LAST_PART &&
         is_word (self, first) &&
         is_word (self, second);
}

/**
 * cp_pdf_hyphens_keep:
 * @before: the letters before the hyphen at the end of a line, with all that belongs to the word
 * @after: those of the same word on the next line
 *
 * A hyphen stays where the text writes the word with one elsewhere, before capitals and figures, and between two words that make none when
 * they are put together, in English ("well-known"), or before what follows a verb with a hyphen in French. In other
 * languages the parts of most words are words.
 *
 * Returns: whether the hyphen belongs to the word
 */
gboolean
cp_pdf_hyphens_keep (CpPdfHyphens *self,
                     const char   *before,
                     const char   *after)
{
  g_autofree char *first = g_utf8_casefold (before, -1);
  g_autofree char *second = g_utf8_casefold (after, -1);
  g_autofree char *joined = g_strconcat (first, second, NULL);
  g_autofree char *hyphenated = g_strconcat (first, "-", second, NULL);

  if (!g_unichar_islower (g_utf8_get_char (after)) || g_hash_table_contains (self->words, hyphenated))
    return TRUE;

  if (is_word (self, joined))
    return FALSE;

  if (g_strcmp0 (self->language, "fr") == 0)
    return strchr (first, '-') != NULL || g_strv_contains (clitics, second);

  return g_strcmp0 (self->language, "en") == 0 && is_compound (self, first, second);
}
