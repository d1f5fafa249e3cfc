/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noun phrases of a text: by parts of speech where there are, else between function words. */

#define G_LOG_DOMAIN "cp-phrases"

#include "config.h"

#include "cp-phrases.h"
#include "cp-vectors.h"

#include <string.h>

/* A longer sequence is a list or a mistake of the tagger, and nobody would call a matter by it. */
#define MAX_WORDS 6

/* How much more a word is used like verbs than like nouns for it to be no noun, whatever its tag. Nouns
 * that are verbs too ("plans", "vote") stay below. */
#define MIN_VERBNESS_OF_S_FORM 0.14
#define MIN_VERBNESS_OF_BASE 0.25
#define MIN_VERBNESS_OF_OPENING 0.14

typedef struct
{
  CpWords      *words;
  const CpWord *word;
  guint         n_words;
  const CpTag  *tags;
  const char   *text;
  const char   *language;
} Collector;

/* Whether nothing but a space or a hyphen stands between a word and the next. */
static gboolean
is_joined (const Collector *self,
           guint            i)
{
  const char *gap = self->text + self->word[i].span.end;
  gsize length;

  if (i + 1 >= self->n_words || self->word[i].sentence != self->word[i + 1].sentence)
    return FALSE;

  length = self->word[i + 1].span.start - self->word[i].span.end;
  if (length == 1)
    return *gap == ' ' || *gap == '-' || *gap == '\n';

  return (length == 3 && memcmp (gap, "–", 3) == 0) || (length == 2 && memcmp (gap, "\u00a0", 2) == 0);
}

static gboolean
is_name_like (const CpWord *word)
{
  return (word->flags & CP_WORD_CAPITAL) && !(word->flags & CP_WORD_FIRST);
}

/* "winning strategy", "broken promise": a participle before its noun. */
static gboolean
is_participle (const CpWord *word)
{
  return g_str_has_suffix (word->norm, "ing") || g_str_has_suffix (word->norm, "ed") ||
         g_str_has_suffix (word->norm, "en");
}

/* "long-term interests": what a hyphen joins is one word to its reader. */
static gboolean
is_hyphenated (const Collector *self,
               guint            i)
{
  return is_joined (self, i) && !g_ascii_isspace (self->text[self->word[i].span.end]);
}

/* The direction from nouns to verbs of the same form. */
static CpVector
make_direction (const char *const *verbs,
                const char *const *nouns)
{
  CpVector direction = { 0 };

  for (guint i = 0; verbs[i] != NULL && nouns[i] != NULL; i++)
    {
      cp_vector_add (&direction, cp_vectors_lookup (verbs[i], NULL), 0.1);
      cp_vector_add (&direction, cp_vectors_lookup (nouns[i], NULL), -0.1);
    }

  return direction;
}

static const CpVector *
get_directions (void)
{
  static const char *const base_verbs[] = { "become", "bring", "keep", "give", "make", "take", "tell", "leave",
                                            "refuse", "agree", NULL };
  static const char *const base_nouns[] = { "thing", "worker", "item", "problem", "house", "book", "line", "area",
                                            "project", "rule", NULL };
  static const char *const s_verbs[] = { "becomes", "brings", "keeps", "gives", "makes", "takes", "tells", "goes",
                                         "comes", "puts", NULL };
  static const char *const s_nouns[] = { "things", "workers", "items", "problems", "houses", "books", "lines",
                                         "areas", "projects", "rules", NULL };
  static CpVector directions[2];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      directions[0] = make_direction (base_verbs, base_nouns);
      directions[1] = make_direction (s_verbs, s_nouns);
      g_once_init_leave (&ready, 1);
    }

  return directions;
}

static gboolean
is_verb_like (const gint8 *row,
              gboolean     is_s_form,
              double       least)
{
  CpVector own = { 0 };

  if (row == NULL)
    return FALSE;

  cp_vector_add (&own, row, 1.0);

  return cp_vector_cosine (&own, get_directions () + is_s_form) > least;
}

/* "hurries" → "hurry": a form too rare to have a vector may come from a word that has one. */
static const gint8 *
look_up_base (const char *s_form)
{
  gsize length = strlen (s_form);
  gboolean is_ies = g_str_has_suffix (s_form, "ies");
  g_autofree char *stem = g_strndup (s_form, length - (is_ies ? 3 : 1));
  g_autofree char *base = g_strconcat (stem, is_ies ? "y" : "", NULL);

  return cp_vectors_lookup (base, NULL);
}

/* "the charge begins", "publish incidents": the tagger often takes a verb beside a noun for another noun, and what
 * company the word keeps in English at large shows that it is none. A sentence that opens with such a word is a demand. */
static gboolean
is_verb_in_disguise (const CpWord *word)
{
  const gint8 *row = cp_vectors_lookup (word->norm, NULL);
  gboolean is_first = (word->flags & CP_WORD_FIRST) != 0;

  if ((word->flags & CP_WORD_POSSESSIVE) || ((word->flags & CP_WORD_CAPITAL) && !is_first))
    return FALSE;

  if (!g_str_has_suffix (word->norm, "s"))
    return is_verb_like (row, FALSE, is_first ? MIN_VERBNESS_OF_OPENING : MIN_VERBNESS_OF_BASE);

  if (row == NULL)
    return is_verb_like (look_up_base (word->norm), FALSE, MIN_VERBNESS_OF_BASE);

  return is_verb_like (row, TRUE, MIN_VERBNESS_OF_S_FORM);
}

/* "would handicap", "to arrest": what follows is a verb, whatever the tagger takes it for. */
static gboolean
is_after_modal (const Collector *self,
                guint            i)
{
  static const char *const modals[] = { "can", "cannot", "could", "may", "might", "must", "shall", "should", "will",
                                        "would", "to", NULL };

  return i > 0 && self->word[i].sentence == self->word[i - 1].sentence &&
         g_strv_contains (modals, self->word[i - 1].norm) && !(self->word[i].flags & CP_WORD_CAPITAL) &&
         !g_str_has_suffix (self->word[i].norm, "s");
}

static gboolean
may_be_inside (const Collector *self,
               guint            i)
{
  const CpWord *word = &self->word[i];

  if (self->tags == NULL)
    return !(word->flags & (CP_WORD_STOP | CP_WORD_NUMBER));
  if (is_after_modal (self, i))
    return FALSE;
  if (is_hyphenated (self, i))
    return TRUE;
  if ((word->flags & CP_WORD_STOP) && !is_name_like (word))
    return FALSE;

  switch (self->tags[i])
    {
    case CP_TAG_ADJ:
      return !(word->flags & CP_WORD_NUMBER);
    case CP_TAG_NOUN:
      return !is_verb_in_disguise (word);
    case CP_TAG_PROPN:
      return TRUE;
    case CP_TAG_VERB:
      return is_participle (word) && is_joined (self, i) && self->tags[i + 1] == CP_TAG_NOUN &&
             i > 0 && (self->tags[i - 1] == CP_TAG_DET || self->tags[i - 1] == CP_TAG_ADJ);
    default:
      return FALSE;
    }
}

/* Whether a phrase may end with a word. German writes its nouns with a capital letter; for the
 * other languages without a tagger nothing is known. */
static gboolean
may_be_last (const Collector *self,
             guint            i)
{
  if (self->tags != NULL)
    return self->tags[i] == CP_TAG_NOUN || self->tags[i] == CP_TAG_PROPN;
  if (self->language != NULL && g_str_has_prefix (self->language, "de"))
    return (self->word[i].flags & CP_WORD_CAPITAL) != 0;

  return strlen (self->word[i].norm) > 3;
}

static guint
find_end (const Collector *self,
          guint            first)
{
  guint i = first;

  while (i < self->n_words && may_be_inside (self, i))
    {
      if (!is_joined (self, i))
        return i + 1;
      i++;
    }

  return i;
}

/**
 * cp_phrases_collect:
 * @words: the words of a text
 * @tags: (nullable): their parts of speech, %NULL for a language without a tagger
 *
 * Finds the noun phrases: adjectives, participles and nouns that end with a noun. Without
 * parts of speech they are what stands between function words and punctuation.
 *
 * Returns: (transfer full) (element-type CpPhrase): the longest such sequences, in order, without overlap
 */
GArray *
cp_phrases_collect (CpWords     *words,
                    const CpTag *tags)
{
  GArray *phrases = g_array_new (FALSE, FALSE, sizeof (CpPhrase));
  Collector self = { .words = words, .tags = tags };

  self.word = cp_words_get (words, &self.n_words);
  self.text = cp_words_get_text (words);
  self.language = cp_words_get_language (words);

  for (guint i = 0; i < self.n_words;)
    {
      guint end = find_end (&self, i);
      guint last = end;

      while (last > i && !may_be_last (&self, last - 1))
        last--;
      if (last > i)
        {
          CpPhrase phrase = { last - i > MAX_WORDS ? last - MAX_WORDS : i, last };

          g_array_append_val (phrases, phrase);
        }
      i = MAX (end, i + 1);
    }

  return phrases;
}

/**
 * cp_phrases_dup_text:
 * @words: the words of a text
 * @phrase: some of them
 *
 * Returns: (transfer full): the phrase as it is written, spaces made one, without the possessive
 *   ending of its last word
 */
char *
cp_phrases_dup_text (CpWords  *words,
                     CpPhrase  phrase)
{
  const char *text = cp_words_get_text (words);
  GString *string = g_string_new (NULL);
  guint n_words;
  const CpWord *word = cp_words_get (words, &n_words);

  g_return_val_if_fail (phrase.first < phrase.last && phrase.last <= n_words, NULL);

  for (const char *p = text + word[phrase.first].span.start; p < text + word[phrase.last - 1].span.end;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (string, g_unichar_isspace (c) ? ' ' : c);
    }

  if (word[phrase.last - 1].flags & CP_WORD_POSSESSIVE)
    {
      if (g_str_has_suffix (string->str, "’s"))
        g_string_truncate (string, string->len - strlen ("’s"));
      else
        g_string_truncate (string, string->len - 2);
    }

  return g_string_free (string, FALSE);
}
