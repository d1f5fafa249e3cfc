/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to call a group of units: phrases out of the piece itself. */

#define G_LOG_DOMAIN "cp-labels"

#include "config.h"

#include "cp-labels.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH_POWER 0.35
#define FREQUENCY_POWER 0.35
#define SPECIFICITY_POWER 0.3
#define SINGLE_WORD 0.6
#define SINGLE_NAME 0.35
#define LONGER_NAME 0.6
#define USED_WORD 0.55
#define SECOND_SHARE 0.4

#define MAX_LABEL_WORDS 4

/* A phrase that may become a label, with all places where it stands. */
typedef struct
{
  char    *key;
  GArray  *places; /* CpPhrase */
  guint    n_whole; /* places where it is not a part of a longer phrase */
  gboolean is_name;
  guint n_words;
} Candidate;

static void
free_candidate (gpointer data)
{
  Candidate *self = data;

  g_array_unref (self->places);
  g_free (self->key);
  g_free (self);
}

static gboolean
is_hyphen_between (CpDigest *digest,
                   guint     i)
{
  return i + 1 < digest->n_words && digest->text[digest->word[i].span.end] != ' ';
}

static gboolean
is_name_word (CpDigest *digest,
              guint     i)
{
  if (digest->tags != NULL)
    return digest->tags[i] == CP_TAG_PROPN && (digest->word[i].flags & CP_WORD_CAPITAL);

  return (digest->word[i].flags & CP_WORD_CAPITAL) && !(digest->word[i].flags & CP_WORD_FIRST);
}

static void
add_place (CpDigest   *digest,
           GHashTable *by_key,
           GPtrArray  *candidates,
           CpPhrase    place,
           gboolean    is_whole)
{
  g_autoptr (GString) key = g_string_new (NULL);
  Candidate *candidate;
  gboolean is_name = TRUE;

  for (guint i = place.first; i < place.last; i++)
    {
      g_string_append_printf (key, "%u ", digest->word[i].id);
      is_name &= is_name_word (digest, i);
    }

  candidate = g_hash_table_lookup (by_key, key->str);
  if (candidate == NULL)
    {
      candidate = g_new0 (Candidate, 1);
      candidate->key = g_strdup (key->str);
      candidate->places = g_array_new (FALSE, FALSE, sizeof (CpPhrase));
      candidate->n_words = place.last - place.first;
      candidate->is_name = is_name;
      g_hash_table_insert (by_key, candidate->key, candidate);
      g_ptr_array_add (candidates, candidate);
    }
  g_array_append_val (candidate->places, place);
  candidate->n_whole += is_whole;
  candidate->is_name &= is_name;
}

static gboolean
may_start (CpDigest *digest,
           CpPhrase  place)
{
  const CpWord *word = &digest->word[place.first];

  return (!(word->flags & (CP_WORD_STOP | CP_WORD_NUMBER)) || (word->flags & CP_WORD_CAPITAL)) &&
         (place.first == 0 || !is_hyphen_between (digest, place.first - 1) ||
          digest->word[place.first - 1].span.end + 1 > word->span.start);
}

static gboolean
may_end (CpDigest *digest,
         guint     last)
{
  if (is_hyphen_between (digest, last - 1) && digest->text[digest->word[last - 1].span.end] == '-')
    return FALSE;
  if (strlen (digest->word[last - 1].norm) < 3)
    return FALSE;

  return digest->tags == NULL || digest->tags[last - 1] == CP_TAG_NOUN || digest->tags[last - 1] == CP_TAG_PROPN;
}

static GPtrArray *
list_candidates (CpDigest *digest)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *candidates = g_ptr_array_new_with_free_func (free_candidate);

  for (guint i = 0; i < digest->phrases->len; i++)
    {
      CpPhrase whole = g_array_index (digest->phrases, CpPhrase, i);

      for (guint first = whole.first; first < whole.last; first++)
        for (guint last = first + 1; last <= MIN (whole.last, first + MAX_LABEL_WORDS); last++)
          {
            CpPhrase place = { first, last };

            if (may_start (digest, place) && may_end (digest, last) &&
                (digest->word[last-1].flags & CP_WORD_STOP) == 0)
              add_place (digest, by_key, candidates, place, first == whole.first && last == whole.last);
          }
    }

  return candidates;
}

static double
find_weight (GArray *terms,
             guint   id)
{
  guint low = 0, high = terms->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const CpTermWeight *term = &g_array_index (terms, CpTermWeight, middle);

      if (term->id == id)
        return term->weight;
      if (term->id < id)
        low = middle + 1;
      else
        high = middle;
    }

  return 0.0;
}

/* Whether each word of the article stands in a unit of the group. */
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

static double
rate_candidate (CpDigest        *digest,
                CpGroup         *group,
                const gboolean  *inside,
                const Candidate *candidate,
                const guint *used)
{
  CpPhrase place = g_array_index (candidate->places, CpPhrase, 0);
  double weight = 0.0, n_inside = 0.0, rate;
  guint n_used = 0;

  for (guint i = 0; i < candidate->places->len; i++)
    n_inside += inside[g_array_index (candidate->places, CpPhrase, i).first];
  if (n_inside == 0.0)
    return 0.0;

  for (guint i = place.first; i < place.last; i++)
    {
      weight += find_weight (group->terms, digest->word[i].id);
      n_used += used[digest->word[i].id];
    }

  rate = weight / pow (candidate->n_words, LENGTH_POWER);
  rate *= pow (n_inside, FREQUENCY_POWER) * pow (n_inside / candidate->places->len, SPECIFICITY_POWER);
  rate *= 0.3 + 0.7 * (candidate->n_whole + 0.3) / (candidate->places->len + 0.3);
  if (candidate->n_words == 1)
    rate *= SINGLE_WORD;
  if (candidate->is_name)
    rate *= candidate->n_words == 1 ? SINGLE_NAME : LONGER_NAME;
  rate *= pow (USED_WORD, n_used);

  return rate;
}

static char *
dup_surface (CpDigest        *digest,
             const Candidate *candidate)
{
  /* A sentence begins with a capital letter for no reason of the word's; take another place. */
  for (guint i = 0; i < candidate->places->len; i++)
    {
      CpPhrase place = g_array_index (candidate->places, CpPhrase, i);

      if (!(digest->word[place.first].flags & CP_WORD_FIRST))
        return cp_phrases_dup_text (digest->words, place);
    }

  return cp_phrases_dup_text (digest->words, g_array_index (candidate->places, CpPhrase, 0));
}

static gboolean
shares_words (CpDigest *digest,
              const Candidate *a,
              const Candidate *b)
{
  CpPhrase x = g_array_index (a->places, CpPhrase, 0), y = g_array_index (b->places, CpPhrase, 0);

  for (guint i = x.first; i < x.last; i++)
    for (guint j = y.first; j < y.last; j++)
      if (digest->word[i].id == digest->word[j].id)
        return TRUE;
  return FALSE;
}

static const Candidate *
find_best (CpDigest *digest, CpGroup *group, const gboolean *inside, GPtrArray *candidates, const Candidate *beside, const guint *used, double *rate)
{
  const Candidate *best = NULL;

  *rate = 0.0;
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (candidates, i);
      double r;

      if (beside && shares_words (digest, candidate, beside))
        continue;
      r = rate_candidate (digest, group, inside, candidate, used);
      if (r > *rate)
        {
          *rate = r;
          best = candidate;
        }
    }
  return best;
}

static char *
capitalise (const char *label)
{
  g_autofree char *first = g_utf8_substring (label, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (label), NULL);
}

char **
cp_labels_choose (CpDigest  *digest,
                  GPtrArray *groups)
{
  g_autoptr (GPtrArray) candidates = list_candidates (digest);
  g_autofree guint *used = g_new0 (guint, cp_words_get_n_ids (digest->words) + 1);
  char **labels = g_new0 (char *, groups->len + 1);

  for (guint i = 0; i < groups->len; i++)
    {
      CpGroup *group = g_ptr_array_index (groups, i);
      g_autofree gboolean *inside = mark_words (digest, group);
      double r1, r2;
      const Candidate *a = find_best (digest, group, inside, candidates, NULL, used, &r1), *b;
      g_autofree char *sa = NULL, *sb = NULL;

      if (!a)
        {
          labels[i] = g_strdup ("…");
          continue;
        }
      b = find_best (digest, group, inside, candidates, a, used, &r2);
      sa = dup_surface (digest, a);
      if (b && r2 > SECOND_SHARE * r1)
        {
          g_autofree char *joined = NULL;
          sb = dup_surface (digest, b);
          joined = g_strdup_printf ("%s, %s", sa, sb);
          labels[i] = capitalise (joined);
        }
      else
        labels[i] = capitalise (sa);
      for (guint k = 0; k < 2; k++)
        {
          const Candidate *c = k ? (sb ? b : NULL) : a;
          if (c)
            {
              CpPhrase p = g_array_index (c->places, CpPhrase, 0);
              for (guint j = p.first; j < p.last; j++)
                used[digest->word[j].id]++;
            }
        }
    }
  return labels;
}

char **
cp_labels_list_keyphrases (CpDigest *digest,
                           guint     max_phrases)
{
  g_autoptr (GPtrArray) candidates = list_candidates (digest);
  g_autoptr (CpGroup) all = cp_group_new_for_article (digest);
  g_autofree gboolean *inside = mark_words (digest, all);
  g_autofree guint *used = g_new0 (guint, cp_words_get_n_ids (digest->words) + 1);
  g_autoptr (GStrvBuilder) phrases = g_strv_builder_new ();

  for (guint n = 0; n < max_phrases; n++)
    {
      double rate;
      const Candidate *best = find_best (digest, all, inside, candidates, NULL, used, &rate);
      g_autofree char *text = NULL;
      CpPhrase place;

      if (best == NULL || rate < 1e-4)
        break;
      text = dup_surface (digest, best);
      g_strv_builder_add (phrases, text);
      place = g_array_index (best->places, CpPhrase, 0);
      for (guint i = place.first; i < place.last; i++)
        used[digest->word[i].id] += 2;
    }

  return g_strv_builder_end (phrases);
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const CpTermWeight *x = a;
  const CpTermWeight *y = b;

  if (x->weight != y->weight)
    return x->weight < y->weight ? 1 : -1;

  return (x->id > y->id) - (x->id < y->id);
}

/* A name as it is written, any other word in lower case. */
static char *
dup_term (CpDigest *digest,
          guint     id)
{
  for (guint i = 0; i < digest->n_words; i++)
    if (digest->word[i].id == id)
      {
        if (is_name_word (digest, i))
          return cp_phrases_dup_text (digest->words, (CpPhrase) { i, i + 1 });

        return g_strdup (digest->word[i].norm);
      }

  return g_strdup ("");
}

/**
 * cp_labels_list_terms:
 * @digest: an article
 * @group: some of its units
 * @max_terms: how many at most
 *
 * Returns: (transfer full) (array zero-terminated=1): the words that carry the group, most telling first
 */
char **
cp_labels_list_terms (CpDigest *digest,
                      CpGroup  *group,
                      guint     max_terms)
{
  g_autoptr (GArray) terms = g_array_copy (group->terms);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_array_sort (terms, compare_weights);
  for (guint i = 0; i < MIN (terms->len, max_terms); i++)
    {
      g_autofree char *name = dup_term (digest, g_array_index (terms, CpTermWeight, i).id);

      g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}
