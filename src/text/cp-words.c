/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a text in the forms that counting and comparing need: lower case, stemmed, numbered. */

#define G_LOG_DOMAIN "cp-words"

#include "config.h"

#include "cp-words.h"
#include "cp-stop-words.h"

#include <libstemmer.h>
#include <string.h>

struct _CpWords
{
  char         *text;
  char         *language;
  GArray       *words;
  GArray       *sentences;
  GStringChunk *strings;
  GHashTable   *forms; /* norm → Form */
  GHashTable   *ids;   /* stem → id */
};

/* What is the same for every occurrence of a norm. */
typedef struct
{
  const char *norm;
  const char *stem;
  guint       id;
  guint       number;
  gboolean    is_stop;
} Form;

/* A stemmer is not made for two threads at once; each thread keeps the one it used last. */
typedef struct
{
  char              *language;
  struct sb_stemmer *stemmer;
} Stemmer;

static void
free_stemmer (gpointer data)
{
  Stemmer *self = data;

  g_clear_pointer (&self->stemmer, sb_stemmer_delete);
  g_free (self->language);
  g_free (self);
}

static GPrivate thread_stemmer = G_PRIVATE_INIT (free_stemmer);

/* Returns NULL for a language that Snowball does not know. */
static struct sb_stemmer *
get_stemmer (const char *language)
{
  Stemmer *self = g_private_get (&thread_stemmer);

  if (self == NULL || g_strcmp0 (self->language, language) != 0)
    {
      g_autofree char *code = g_strndup (language ? language : "", 2);

      self = g_new0 (Stemmer, 1);
      self->language = g_strdup (language);
      if (language != NULL)
        self->stemmer = sb_stemmer_new (code, "UTF_8");
      g_private_replace (&thread_stemmer, self);
    }

  return self->stemmer;
}

/* The length of an elided article or pronoun ("l'", "qu'", "d'un") before the word proper. */
static gsize
measure_elision (const char *word,
                 const char *language)
{
  const char *apostrophe;

  if (language == NULL || strncmp (language, "fr", 2) != 0)
    return 0;

  apostrophe = strchr (word, '\'');
  if (apostrophe == NULL || apostrophe[1] == '\0')
    return 0;
  if (apostrophe - word <= 2 || g_str_has_prefix (word, "jusqu'") ||
      g_str_has_prefix (word, "lorsqu'") || g_str_has_prefix (word, "puisqu'"))
    return apostrophe + 1 - word;

  return 0;
}

static char *
fold_apostrophes (const char *word)
{
  GString *string = g_string_new (word);

  g_string_replace (string, "’", "'", 0);

  return g_string_free (string, FALSE);
}

static char *
normalise_word (const char *word,
                gsize       length,
                const char *language,
                gboolean   *is_possessive)
{
  g_autofree char *lower = g_utf8_strdown (word, length);
  g_autofree char *folded = NULL;
  gsize elided;

  *is_possessive = FALSE;
  if (memchr (word, '\'', length) == NULL && g_strstr_len (word, length, "’") == NULL)
    return g_steal_pointer (&lower);

  folded = fold_apostrophes (lower);
  if (language != NULL && strncmp (language, "en", 2) == 0 && g_str_has_suffix (folded, "'s") &&
      !cp_stop_words_contains (language, folded))
    {
      folded[strlen (folded) - 2] = '\0';
      *is_possessive = TRUE;
    }
  elided = measure_elision (folded, language);

  return g_strdup (folded + elided);
}

static Form *
lookup_form (CpWords *self,
             char    *norm)
{
  Form *form = g_hash_table_lookup (self->forms, norm);
  struct sb_stemmer *stemmer;
  gpointer id;

  if (form != NULL)
    return form;

  form = g_new0 (Form, 1);
  form->norm = g_string_chunk_insert_const (self->strings, norm);
  form->stem = form->norm;
  form->number = g_hash_table_size (self->forms);
  form->is_stop = cp_stop_words_contains (self->language, norm);
  stemmer = get_stemmer (self->language);
  if (stemmer != NULL)
    {
      const char *stem = (const char *) sb_stemmer_stem (stemmer, (const sb_symbol *) norm,
                                                         strlen (norm));
      if (stem != NULL && *stem != '\0')
        form->stem = g_string_chunk_insert_const (self->strings, stem);
    }

  if (!g_hash_table_lookup_extended (self->ids, form->stem, NULL, &id))
    {
      id = GUINT_TO_POINTER (g_hash_table_size (self->ids));
      g_hash_table_insert (self->ids, (gpointer) form->stem, id);
    }
  form->id = GPOINTER_TO_UINT (id);
  g_hash_table_insert (self->forms, (gpointer) form->norm, form);

  return form;
}

static CpWordFlags
read_shape (const char *word,
            gsize       length)
{
  gunichar first = g_utf8_get_char (word);
  CpWordFlags flags = 0;
  guint letters = 0, capitals = 0;

  if (g_unichar_isdigit (first))
    return CP_WORD_NUMBER;
  if (g_unichar_isupper (first))
    flags |= CP_WORD_CAPITAL;
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      letters += g_unichar_isalpha (c);
      capitals += g_unichar_isupper (c);
    }
  if (capitals >= 2 && capitals == letters)
    flags |= CP_WORD_CAPITALS;

  return flags;
}

static void
add_word (CpWords *self,
          CpSpan   span,
          guint    sentence,
          gboolean is_first)
{
  const char *start = self->text + span.start;
  gsize length = span.end - span.start;
  gboolean is_possessive;
  g_autofree char *norm = normalise_word (start, length, self->language, &is_possessive);
  Form *form = lookup_form (self, norm);
  CpWord word = { span, form->norm, form->stem, form->id, form->number, sentence, read_shape (start, length) };

  if (form->is_stop)
    word.flags |= CP_WORD_STOP;
  if (is_first)
    word.flags |= CP_WORD_FIRST;
  if (is_possessive)
    word.flags |= CP_WORD_POSSESSIVE;
  /* "US" is the country, "us" the pronoun. */
  if (word.flags & CP_WORD_CAPITALS)
    word.flags &= ~CP_WORD_STOP;

  g_array_append_val (self->words, word);
}

/**
 * cp_words_new:
 * @text: UTF-8 text
 * @language: (nullable): its language tag
 *
 * Cuts @text into sentences and words and brings the words into the forms that can be counted.
 * Stems are those of Snowball where it knows the language, else the words themselves.
 *
 * Returns: (transfer full): the words of @text, of which it keeps a copy
 */
CpWords *
cp_words_new (const char *text,
              const char *language)
{
  CpWords *self = g_new0 (CpWords, 1);
  g_autoptr (GArray) spans = cp_segment_words (text, language);
  guint sentence = 0, last = G_MAXUINT;

  self->text = g_strdup (text);
  self->language = g_strdup (language);
  self->sentences = cp_segment_sentences (text, language);
  self->words = g_array_sized_new (FALSE, FALSE, sizeof (CpWord), spans->len);
  self->strings = g_string_chunk_new (4096);
  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < spans->len; i++)
    {
      CpSpan span = g_array_index (spans, CpSpan, i);

      while (sentence + 1 < self->sentences->len &&
             g_array_index (self->sentences, CpSpan, sentence).end <= span.start)
        sentence++;
      add_word (self, span, sentence, sentence != last);
      last = sentence;
    }

  return self;
}

/**
 * cp_words_free:
 * @self: (nullable): words
 */
void
cp_words_free (CpWords *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->forms);
  g_hash_table_unref (self->ids);
  g_string_chunk_free (self->strings);
  g_array_unref (self->words);
  g_array_unref (self->sentences);
  g_free (self->language);
  g_free (self->text);
  g_free (self);
}

/**
 * cp_words_get_text:
 * @self: words
 *
 * Returns: the text that the spans of the words index
 */
const char *
cp_words_get_text (CpWords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * cp_words_get_language:
 * @self: words
 *
 * Returns: (nullable): the language tag given to cp_words_new()
 */
const char *
cp_words_get_language (CpWords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/**
 * cp_words_get:
 * @self: words
 * @n_words: (out): how many there are
 *
 * Returns: (array length=n_words): the running words in order, owned by @self
 */
const CpWord *
cp_words_get (CpWords *self,
              guint   *n_words)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_words = self->words->len;

  return (const CpWord *) (const void *) self->words->data;
}

/**
 * cp_words_get_sentences:
 * @self: words
 * @n_sentences: (out): how many there are
 *
 * Returns: (array length=n_sentences): the sentences in order, owned by @self
 */
const CpSpan *
cp_words_get_sentences (CpWords *self,
                        guint   *n_sentences)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_sentences = self->sentences->len;

  return (const CpSpan *) (const void *) self->sentences->data;
}

/**
 * cp_words_get_n_ids:
 * @self: words
 *
 * Returns: how many different stems there are; their numbers are below it
 */
guint
cp_words_get_n_ids (CpWords *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->ids);
}

/**
 * cp_words_get_n_forms:
 * @self: words
 *
 * Returns: how many different norms there are; their numbers are below it
 */
guint
cp_words_get_n_forms (CpWords *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->forms);
}

/**
 * cp_words_find_id:
 * @self: words
 * @stem: a stem
 *
 * Returns: the number of @stem, or -1 when it does not occur
 */
int
cp_words_find_id (CpWords    *self,
                  const char *stem)
{
  gpointer id;

  g_return_val_if_fail (self != NULL, -1);

  return g_hash_table_lookup_extended (self->ids, stem, NULL, &id) ? GPOINTER_TO_INT (id) : -1;
}

/**
 * cp_words_count:
 * @text: UTF-8 text
 *
 * Returns: the number of running words; a hyphenated word counts as its parts
 */
guint
cp_words_count (const char *text)
{
  g_autoptr (GArray) words = cp_segment_words (text, NULL);

  return words->len;
}

/**
 * cp_words_dup_stem:
 * @word: a word in any case
 * @language: (nullable): its language tag
 *
 * Returns: (transfer full): the stem under which #CpWord has @word
 */
char *
cp_words_dup_stem (const char *word,
                   const char *language)
{
  gboolean is_possessive;
  g_autofree char *norm = normalise_word (word, strlen (word), language, &is_possessive);
  struct sb_stemmer *stemmer = get_stemmer (language);
  const char *stem = NULL;

  if (stemmer != NULL)
    stem = (const char *) sb_stemmer_stem (stemmer, (const sb_symbol *) norm, strlen (norm));

  return g_strdup (stem != NULL && *stem != '\0' ? stem : norm);
}
