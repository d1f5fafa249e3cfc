/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phrases of an article that may become labels, with all places where they stand. */

#define G_LOG_DOMAIN "cp-candidates"

#include "config.h"

#include "cp-candidates.h"

#include <string.h>

/* Longer labels are not read at a glance. */
#define MAX_WORDS 4
#define MAX_LINKED_WORDS 6

typedef struct
{
  CpDigest   *digest;
  GHashTable *by_key;
  GPtrArray  *candidates;
} Collector;

static void
free_candidate (gpointer data)
{
  CpCandidate *self = data;

  g_array_unref (self->places);
  g_free (self->key);
  g_free (self);
}

/**
 * cp_digest_is_name:
 * @digest: an article
 * @word: the position of a word
 *
 * Returns: whether the word is part of a name, as far as its shape and context tell
 */
gboolean
cp_digest_is_name (CpDigest *digest,
                   guint     word)
{
  CpWordFlags flags = digest->word[word].flags;

  if (digest->tags != NULL)
    return (flags & CP_WORD_CAPITAL) && (digest->tags[word] == CP_TAG_PROPN || !(flags & CP_WORD_FIRST));

  /* Every noun of German is written like a name. */
  return (flags & CP_WORD_CAPITAL) && !(flags & CP_WORD_FIRST) &&
         g_strcmp0 (cp_words_get_language (digest->words), "de") != 0;
}

static gboolean
is_hyphen_after (CpDigest *digest,
                 guint     word)
{
  return word + 1 < digest->n_words && digest->text[digest->word[word].span.end] == '-';
}

static gboolean
is_stop (CpDigest *digest,
         guint     word)
{
  return (digest->word[word].flags & (CP_WORD_STOP | CP_WORD_NUMBER)) != 0;
}

static gboolean
may_start (CpDigest *digest,
           guint     word)
{
  if (word > 0 && is_hyphen_after (digest, word - 1))
    return FALSE;

  return !is_stop (digest, word) || is_hyphen_after (digest, word) || cp_digest_is_name (digest, word);
}

/* When something is said to happen is no matter. */
static gboolean
is_date (CpDigest *digest,
         guint     word)
{
  static const char *const dates[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                                       "january", "february", "march", "april", "june", "july", "august",
                                       "september", "october", "november", "december", NULL };

  return digest->tags != NULL && cp_digest_is_name (digest, word) &&
         g_strv_contains (dates, digest->word[word].norm);
}

static gboolean
may_end (CpDigest *digest,
         guint     word)
{
  if (is_hyphen_after (digest, word) || is_stop (digest, word) || is_date (digest, word) ||
      strlen (digest->word[word].norm) < 3)
    return FALSE;

  return digest->tags == NULL || digest->tags[word] == CP_TAG_NOUN || digest->tags[word] == CP_TAG_PROPN;
}

static CpCandidate *
add_candidate (Collector *self,
               char      *key,
               CpPhrase   place)
{
  CpCandidate *candidate = g_new0 (CpCandidate, 1);

  candidate->key = key;
  candidate->places = g_array_new (FALSE, FALSE, sizeof (CpPhrase));
  candidate->n_words = place.last - place.first;
  candidate->is_name = TRUE;
  g_hash_table_insert (self->by_key, candidate->key, candidate);
  g_ptr_array_add (self->candidates, candidate);

  return candidate;
}

static void
add_place (Collector *self,
           CpPhrase   place,
           gboolean   is_whole)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gboolean is_name = TRUE;
  CpCandidate *candidate;

  for (guint i = place.first; i < place.last; i++)
    {
      g_string_append_printf (key, "%x ", self->digest->word[i].id);
      is_name &= cp_digest_is_name (self->digest, i);
    }

  candidate = g_hash_table_lookup (self->by_key, key->str);
  if (candidate == NULL)
    candidate = add_candidate (self, g_strdup (key->str), place);
  g_array_append_val (candidate->places, place);
  candidate->n_whole += is_whole;
  candidate->is_name &= is_name;
}

static void
add_parts (Collector *self,
           CpPhrase   whole)
{
  for (guint first = whole.first; first < whole.last; first++)
    for (guint last = first + 1; last <= MIN (whole.last, first + MAX_WORDS); last++)
      {
        CpPhrase place = { first, last };

        if (may_start (self->digest, first) && may_end (self->digest, last - 1))
          add_place (self, place, first == whole.first && last == whole.last);
      }
}

/* "limits of body cameras", "violence against minorities": two phrases with nothing but one of these
 * words, and perhaps an article, between them. */
static gboolean
is_link (CpDigest *digest,
         guint     first,
         guint     last)
{
  static const char *const links[] = { "of", "against", "inside", "between", "over", "de", "du", "des", "del", NULL };
  static const char *const articles[] = { "the", "a", "an", "la", "los", "las", NULL };

  if (last <= first || last - first > 2 || !g_strv_contains (links, digest->word[first].norm))
    return FALSE;

  return last - first == 1 || g_strv_contains (articles, digest->word[first + 1].norm);
}

static gboolean
is_unbroken (CpDigest *digest,
             guint     first,
             guint     last)
{
  for (guint i = first; i + 1 < last; i++)
    {
      gsize gap = digest->word[i + 1].span.start - digest->word[i].span.end;

      if (digest->word[i].sentence != digest->word[i + 1].sentence || gap > 1)
        return FALSE;
    }

  return TRUE;
}

static void
add_linked (Collector *self,
            CpPhrase   a,
            CpPhrase   b)
{
  CpDigest *digest = self->digest;
  CpPhrase place = { a.first, b.last };

  while (place.first < a.last && !may_start (digest, place.first))
    place.first++;
  if (place.first < a.last && place.last - place.first <= MAX_LINKED_WORDS && is_link (digest, a.last, b.first) &&
      is_unbroken (digest, place.first, place.last) && may_end (digest, place.last - 1))
    add_place (self, place, TRUE);
}

/**
 * cp_candidates_list:
 * @digest: an article
 *
 * Lists the noun phrases of an article, their parts, and pairs of them that "of" or "against" links.
 *
 * Returns: (transfer full) (element-type CpCandidate): the candidates, in the order of their first places
 */
GPtrArray *
cp_candidates_list (CpDigest *digest)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (free_candidate);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  Collector self = { digest, by_key, candidates };

  for (guint i = 0; i < digest->phrases->len; i++)
    {
      CpPhrase phrase = g_array_index (digest->phrases, CpPhrase, i);

      add_parts (&self, phrase);
      if (i + 1 < digest->phrases->len)
        add_linked (&self, phrase, g_array_index (digest->phrases, CpPhrase, i + 1));
    }

  return candidates;
}

/* Takes the text over. */
static char *
dup_lowered (char     *text,
             CpDigest *digest,
             guint     word)
{
  g_autofree char *owned = text;
  g_autofree char *first = NULL;
  g_autofree char *lower = NULL;

  if (digest->tags == NULL || digest->tags[word] == CP_TAG_PROPN || (digest->word[word].flags & CP_WORD_CAPITALS) ||
      text[0] == '\0')
    return g_steal_pointer (&owned);

  first = g_utf8_substring (text, 0, 1);
  lower = g_utf8_strdown (first, -1);

  return g_strconcat (lower, g_utf8_next_char (text), NULL);
}

/**
 * cp_candidate_dup_text:
 * @self: a candidate
 * @digest: the article it is from
 *
 * Returns: (transfer full): the phrase as it is written, in lower case where only the beginning of a
 *   sentence gave it a capital letter
 */
char *
cp_candidate_dup_text (const CpCandidate *self,
                       CpDigest          *digest)
{
  CpPhrase first = cp_candidate_get_place (self, 0);

  for (guint i = 0; i < self->places->len; i++)
    {
      CpPhrase place = cp_candidate_get_place (self, i);

      if (!(digest->word[place.first].flags & CP_WORD_FIRST))
        return cp_phrases_dup_text (digest->words, place);
    }

  return dup_lowered (cp_phrases_dup_text (digest->words, first), digest, first.first);
}

/**
 * cp_candidate_get_place:
 * @self: a candidate
 * @position: which of its places
 *
 * Returns: the words that stand there
 */
CpPhrase
cp_candidate_get_place (const CpCandidate *self,
                        guint              position)
{
  return g_array_index (self->places, CpPhrase, position);
}

/**
 * cp_candidate_overlaps:
 * @self: a candidate
 * @other: another of the same article
 * @digest: the article
 *
 * Returns: whether the two have a stem in common
 */
gboolean
cp_candidate_overlaps (const CpCandidate *self,
                       const CpCandidate *other,
                       CpDigest          *digest)
{
  CpPhrase a = cp_candidate_get_place (self, 0);
  CpPhrase b = cp_candidate_get_place (other, 0);

  for (guint i = a.first; i < a.last; i++)
    for (guint j = b.first; j < b.last; j++)
      if (digest->word[i].id == digest->word[j].id)
        return TRUE;

  return FALSE;
}
