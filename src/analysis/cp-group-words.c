/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a group of units, and how much each tells of it. */

#define G_LOG_DOMAIN "cp-group-words"

#include "config.h"

#include "cp-candidates.h"
#include "cp-group-words.h"

#include <math.h>
#include <string.h>

#define MAX_NAME_WORDS 4

/* What makes a word telling: its rarity in English; how often the group has it, one occurrence
 * counting next to nothing; how much of its occurrences are in the group; whether the title has it. */
#define RARITY_POWER 1.25
#define SINGLE_OCCURRENCE 0.1
#define SPECIFICITY_POWER 0.25
#define TITLE_FACTOR 1.3
#define USED_FACTOR 0.95

static gboolean *
mark_words (CpDigest *digest,
            CpGroup  *group)
{
  gboolean *inside = g_new0 (gboolean, digest->n_words + 1);

  for (guint i = 0; i < group->units->len; i++)
    {
      const CpUnit *unit = &g_array_index (digest->units, CpUnit, g_array_index (group->units, guint, i));

      for (guint j = unit->first_word; j < unit->last_word; j++)
        inside[j] = TRUE;
    }

  return inside;
}

/**
 * cp_group_words_count:
 * @digest: an article
 * @inside: (nullable) (array): for each word whether to count it, %NULL for all
 *
 * Returns: (transfer full) (array): how often each stem occurs
 */
guint *
cp_group_words_count (CpDigest       *digest,
                      const gboolean *inside)
{
  guint *counts = g_new0 (guint, cp_words_get_n_ids (digest->words) + 1);

  for (guint i = 0; i < digest->n_words; i++)
    if (inside == NULL || inside[i])
      counts[digest->word[i].id]++;

  return counts;
}

/**
 * cp_group_words_new:
 * @digest: an article
 * @group: some of its units
 * @n_all: (array): how often each stem occurs in the article, see cp_group_words_count()
 * @n_used: (array): how many labels have each stem, counted on by cp_group_words_use()
 *
 * Returns: (transfer full): the words of @group; everything given has to outlive them
 */
CpGroupWords *
cp_group_words_new (CpDigest    *digest,
                    CpGroup     *group,
                    const guint *n_all,
                    guint       *n_used)
{
  CpGroupWords *self = g_new0 (CpGroupWords, 1);
  guint n_ids = cp_words_get_n_ids (digest->words);

  self->digest = digest;
  self->inside = mark_words (digest, group);
  self->n_in = cp_group_words_count (digest, self->inside);
  self->n_all = n_all;
  self->n_used = n_used;
  self->rates = g_new (double, n_ids + 1);
  for (guint i = 0; i < n_ids; i++)
    self->rates[i] = -1.0;

  return self;
}

/**
 * cp_group_words_free:
 * @self: (nullable): the words of a group
 */
void
cp_group_words_free (CpGroupWords *self)
{
  if (self == NULL)
    return;

  g_free (self->inside);
  g_free (self->n_in);
  g_free (self->rates);
  g_free (self);
}

/**
 * cp_group_words_use:
 * @self: the words of a group
 * @phrase: words that a label has now
 *
 * Makes words count a little less for further labels.
 */
void
cp_group_words_use (CpGroupWords *self,
                    CpPhrase      phrase)
{
  for (guint i = phrase.first; i < phrase.last; i++)
    {
      guint id = self->digest->word[i].id;

      self->n_used[id]++;
      self->rates[id] = -1.0;
    }
}

/* How much a word tells of the group: it is rare in English, recurs in the group, and stands there
 * rather than elsewhere. */
static double
compute_rate (CpGroupWords *self,
              guint         id)
{
  double rate;

  if (self->n_in[id] == 0)
    return 0.0;

  rate = pow (self->digest->weights[id], RARITY_POWER) * log2 (SINGLE_OCCURRENCE + self->n_in[id]) *
         pow ((double) self->n_in[id] / self->n_all[id], SPECIFICITY_POWER);
  if (self->digest->in_title[id])
    rate *= TITLE_FACTOR;

  return rate * pow (USED_FACTOR, self->n_used[id]);
}

/**
 * cp_group_words_rate:
 * @self: the words of a group
 * @id: a stem
 *
 * Returns: how much the stem tells of the group, ≥ 0
 */
double
cp_group_words_rate (CpGroupWords *self,
                     guint         id)
{
  if (self->rates[id] < 0.0)
    self->rates[id] = compute_rate (self, id);

  return self->rates[id];
}

/* A word by its first place in the group. */
typedef struct
{
  guint  word;
  double rate;
} Term;

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  const Term *x = a;
  const Term *y = b;

  if (x->rate != y->rate)
    return x->rate < y->rate ? 1 : -1;

  return (x->word > y->word) - (x->word < y->word);
}

/* Nouns, names and adjectives; every word where parts of speech are not known. */
static gboolean
is_term (CpDigest *digest,
         guint     word)
{
  if (digest->word[word].flags & (CP_WORD_STOP | CP_WORD_NUMBER))
    return FALSE;
  if (digest->tags == NULL)
    return strlen (digest->word[word].norm) > 3;

  return digest->tags[word] == CP_TAG_NOUN || digest->tags[word] == CP_TAG_PROPN ||
         digest->tags[word] == CP_TAG_ADJ;
}

static gboolean
is_name_joined (CpDigest *digest,
                guint     word)
{
  return word + 1 < digest->n_words && cp_digest_is_name (digest, word) && cp_digest_is_name (digest, word + 1) &&
         !(digest->word[word].flags & CP_WORD_POSSESSIVE) &&
         digest->word[word].sentence == digest->word[word + 1].sentence &&
         digest->word[word + 1].span.start - digest->word[word].span.end == 1;
}

/* The whole name that a word is part of: "New START Treaty"; any other word alone. */
static CpPhrase
find_name (CpDigest *digest,
           guint     word)
{
  CpPhrase name = { word, word + 1 };

  while (name.first > 0 && word - name.first < MAX_NAME_WORDS && is_name_joined (digest, name.first - 1))
    name.first--;
  while (name.last - name.first < MAX_NAME_WORDS && is_name_joined (digest, name.last - 1))
    name.last++;

  return name;
}

static GArray *
rank_terms (CpGroupWords *self)
{
  CpDigest *digest = self->digest;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (Term));

  for (guint i = 0; i < digest->n_words; i++)
    if (self->inside[i] && is_term (digest, i) && g_hash_table_add (seen, GUINT_TO_POINTER (digest->word[i].id)))
      {
        Term term = { i, cp_group_words_rate (self, digest->word[i].id) };

        g_array_append_val (terms, term);
      }
  g_array_sort (terms, compare_terms);

  return terms;
}

/**
 * cp_group_words_list_terms:
 * @self: the words of a group
 * @max_terms: how many at most
 *
 * Returns: (transfer full) (array zero-terminated=1): the words that carry the group, most telling first; a
 *   name is whole
 */
char **
cp_group_words_list_terms (CpGroupWords *self,
                           guint         max_terms)
{
  CpDigest *digest = self->digest;
  g_autoptr (GArray) terms = rank_terms (self);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; i < terms->len && n < max_terms; i++)
    {
      guint word = g_array_index (terms, Term, i).word;
      CpPhrase name = find_name (digest, word);
      g_autofree char *text = NULL;

      if (g_hash_table_contains (seen, GUINT_TO_POINTER (digest->word[word].id)))
        continue;
      for (guint j = name.first; j < name.last; j++)
        g_hash_table_add (seen, GUINT_TO_POINTER (digest->word[j].id));
      text = cp_digest_is_name (digest, word) ? cp_phrases_dup_text (digest->words, name)
                                              : g_strdup (digest->word[word].norm);
      g_strv_builder_add (list, text);
      n++;
    }

  return g_strv_builder_end (list);
}
