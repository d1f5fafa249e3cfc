/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to call a group of units: a heading, or phrases out of the piece itself. */

#define G_LOG_DOMAIN "cp-labels"

#include "config.h"

#include "cp-group-words.h"
#include "cp-labels.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_TERMS 8

/* What makes a phrase of telling words a label: its head noun, its length, how often the group has it, how often it
 * stands for itself. */
#define HEAD_FACTOR 1.3
#define MODIFIER_FACTOR 0.85
#define PART_FACTOR 0.5
#define LONG_FACTOR 0.9
#define SINGLE_FACTOR 0.6

/* A second phrase is added when it is so much as good as the first, and the label stays short. */
#define MIN_SECOND 0.4
#define MAX_LABEL_WORDS 6

/* A heading is the label of a group that has at least this share of its words in the section, and
 * at least this share of the section's words. */
#define MIN_GROUP_IN_SECTION 0.6
#define MIN_SECTION_IN_GROUP 0.4

/* A word is a group's own if it has this share of its occurrences, the heading's left out. */
#define OWN_SHARE 0.6

/* A heading of up to so many words is given a phrase to make it more specific. */
#define MAX_SHORT_HEADING 2

static void
free_label (gpointer data)
{
  CpLabel *self = data;

  g_free (self->text);
  g_strfreev (self->terms);
  g_free (self);
}

/* The better the label, the more. */
static double
rate_candidate (CpGroupWords      *self,
                const CpCandidate *candidate)
{
  CpPhrase place = cp_candidate_get_place (candidate, 0);
  guint n_inside = 0;
  double rate = 0.0;

  for (guint i = 0; i < candidate->places->len; i++)
    n_inside += self->inside[cp_candidate_get_place (candidate, i).first];
  if (n_inside == 0)
    return 0.0;

  for (guint i = place.first; i < place.last; i++)
    {
      double factor = candidate->n_words == 1 ? 1.0 : i + 1 == place.last ? HEAD_FACTOR : MODIFIER_FACTOR;

      rate += factor * cp_group_words_rate (self, self->digest->word[i].id);
    }

  rate /= sqrt (candidate->n_words);
  rate *= sqrt (n_inside);
  rate *= PART_FACTOR + (1.0 - PART_FACTOR) * candidate->n_whole / candidate->places->len;
  if (candidate->n_words == 1)
    rate *= SINGLE_FACTOR;
  if (candidate->n_words > 3)
    rate *= LONG_FACTOR;

  return rate;
}

typedef enum
{
  ANY_PHRASE,
  FIRST_OF_LABEL,
  SECOND_OF_LABEL,
} Place;

/* A bare name tells who is spoken of and not what is said, and an English word alone says little: a name
 * may only come second, a word nowhere. */
static gboolean
may_stand (CpGroupWords      *self,
           const CpCandidate *candidate,
           Place              place)
{
  gboolean is_phrase = candidate->n_words > 1 || self->digest->tags == NULL;

  switch (place)
    {
    case FIRST_OF_LABEL:
      return is_phrase && !candidate->is_name;
    case SECOND_OF_LABEL:
      return is_phrase || candidate->is_name;
    case ANY_PHRASE:
    default:
      return TRUE;
    }
}

/* The best candidate for a place that is not taken and shares no word with @beside. */
static const CpCandidate *
find_best (CpGroupWords      *self,
           GPtrArray         *candidates,
           GHashTable        *taken,
           const CpCandidate *beside,
           Place              place,
           double            *best_rate)
{
  const CpCandidate *best = NULL;

  *best_rate = 0.0;
  for (guint i = 0; i < candidates->len; i++)
    {
      const CpCandidate *candidate = g_ptr_array_index (candidates, i);
      double rate;

      if (g_hash_table_contains (taken, candidate) || !may_stand (self, candidate, place) ||
          (beside != NULL && cp_candidate_overlaps (candidate, beside, self->digest)))
        continue;
      rate = rate_candidate (self, candidate);
      if (rate > *best_rate)
        {
          *best_rate = rate;
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

static void
take (CpGroupWords      *self,
      GHashTable        *taken,
      const CpCandidate *candidate)
{
  g_hash_table_add (taken, (gpointer) candidate);
  cp_group_words_use (self, cp_candidate_get_place (candidate, 0));
}

/* Takes the candidates that are a part of the one chosen, or have it as a part: "oil revenues" and
 * "loss of oil revenues" would be one theme to the reader. */
static void
take_kin (CpGroupWords      *self,
          GPtrArray         *candidates,
          GHashTable        *taken,
          const CpCandidate *chosen)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const CpCandidate *candidate = g_ptr_array_index (candidates, i);

      if (strstr (candidate->key, chosen->key) != NULL || strstr (chosen->key, candidate->key) != NULL)
        g_hash_table_add (taken, (gpointer) candidate);
    }
  take (self, taken, chosen);
}

/* Two phrases tell a matter better than one: "grand jury, Garner's death". */
static char *
choose_phrases (CpGroupWords  *self,
                GPtrArray     *candidates,
                GHashTable    *taken)
{
  double first_rate, second_rate;
  const CpCandidate *first = find_best (self, candidates, taken, NULL, FIRST_OF_LABEL, &first_rate);
  const CpCandidate *second;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  if (first == NULL)
    first = find_best (self, candidates, taken, NULL, SECOND_OF_LABEL, &first_rate);
  if (first == NULL)
    first = find_best (self, candidates, taken, NULL, ANY_PHRASE, &first_rate);
  if (first == NULL)
    return NULL;

  text = cp_candidate_dup_text (first, self->digest);
  label = capitalise (text);
  second = find_best (self, candidates, taken, first, SECOND_OF_LABEL, &second_rate);
  take_kin (self, candidates, taken, first);
  if (second != NULL && second_rate > MIN_SECOND * first_rate &&
      first->n_words + second->n_words <= MAX_LABEL_WORDS)
    {
      g_autofree char *more = cp_candidate_dup_text (second, self->digest);

      take_kin (self, candidates, taken, second);
      return g_strconcat (label, ", ", more, NULL);
    }

  return g_steal_pointer (&label);
}

/* How many words of the group are in a section, and how many the section has. */
static void
count_section (CpGroupWords  *self,
               guint          section,
               guint         *n_inside,
               guint         *n_section,
               guint         *n_group)
{
  *n_inside = *n_section = *n_group = 0;
  for (guint i = 0; i < self->digest->units->len; i++)
    {
      const CpUnit *unit = &g_array_index (self->digest->units, CpUnit, i);
      guint n_words = unit->last_word - unit->first_word;
      gboolean is_inside = self->inside[unit->first_word];

      *n_group += is_inside ? n_words : 0;
      *n_section += unit->section == section ? n_words : 0;
      *n_inside += is_inside && unit->section == section ? n_words : 0;
    }
}

/* Whether the words of a heading occur in the group, or half of them again and again there and hardly
 * elsewhere. "Seizing opportunities" says less than the phrases of a section that seizes nothing. */
static gboolean
is_heading_borne_out (CpGroupWords  *self,
                      CpPhrase       heading)
{
  guint n = 0, n_found = 0, n_own = 0;

  for (guint i = heading.first; i < heading.last; i++)
    {
      const CpWord *word = &self->digest->word[i];
      guint n_in = self->n_in[word->id];

      if (word->flags & CP_WORD_STOP)
        continue;
      n++;
      n_found += n_in > 0;
      n_own += n_in > 1 && n_in >= OWN_SHARE * (self->n_all[word->id] - 1);
    }

  return n > 0 && (n_found == n || 2 * n_own >= n);
}

/* The section whose heading may name the group, or 0. */
static guint
find_section (CpGroupWords  *self)
{
  for (guint section = 1; section <= self->digest->headings->len; section++)
    {
      CpPhrase heading = g_array_index (self->digest->headings, CpPhrase, section - 1);
      guint n_inside, n_section, n_group;

      count_section (self, section, &n_inside, &n_section, &n_group);
      if (n_inside > 0 && n_inside >= MIN_GROUP_IN_SECTION * n_group && n_inside >= MIN_SECTION_IN_GROUP * n_section &&
          is_heading_borne_out (self, heading))
        return section;
    }

  return 0;
}

static gboolean
is_in_heading (CpGroupWords      *self,
               const CpCandidate *candidate,
               CpPhrase           heading)
{
  CpPhrase place = cp_candidate_get_place (candidate, 0);

  for (guint i = place.first; i < place.last; i++)
    for (guint j = heading.first; j < heading.last; j++)
      if (self->digest->word[i].id == self->digest->word[j].id)
        return TRUE;

  return FALSE;
}

static char *
name_after_heading (CpGroupWords  *self,
                    GPtrArray     *candidates,
                    GHashTable    *taken,
                    CpPhrase       heading)
{
  g_autofree char *text = cp_phrases_dup_text (self->digest->words, heading);
  g_autofree char *label = capitalise (text);
  g_autofree char *more = NULL;
  const CpCandidate *best;
  double rate;

  for (guint i = 0; i < candidates->len; i++)
    if (is_in_heading (self, g_ptr_array_index (candidates, i), heading))
      g_hash_table_add (taken, g_ptr_array_index (candidates, i));
  if (heading.last - heading.first > MAX_SHORT_HEADING)
    return g_steal_pointer (&label);

  best = find_best (self, candidates, taken, NULL, SECOND_OF_LABEL, &rate);
  if (best == NULL)
    return g_steal_pointer (&label);
  take_kin (self, candidates, taken, best);
  more = cp_candidate_dup_text (best, self->digest);

  return g_strconcat (label, ", ", more, NULL);
}

static CpLabel *
choose_label (CpGroupWords  *self,
              GPtrArray     *candidates,
              GHashTable    *taken,
              gboolean      *is_heading_used)
{
  CpLabel *label = g_new0 (CpLabel, 1);
  guint section = find_section (self);

  label->terms = cp_group_words_list_terms (self, MAX_TERMS);
  if (section > 0 && !is_heading_used[section])
    {
      is_heading_used[section] = TRUE;
      label->text = name_after_heading (self, candidates, taken,
                                        g_array_index (self->digest->headings, CpPhrase, section - 1));
    }
  else
    {
      label->text = choose_phrases (self, candidates, taken);
    }

  /* A group without any noun still has words. */
  if (label->text == NULL)
    label->text = label->terms[0] != NULL ? capitalise (label->terms[0]) : g_strdup ("…");

  return label;
}

/**
 * cp_labels_choose:
 * @digest: an article
 * @groups: (element-type CpGroup): groups of its units
 *
 * Names each group: by the heading of its section where the words of the heading occur in it, else by
 * the two noun phrases that tell most of it against the rest. No phrase names two groups. Bare
 * names tell who is spoken of and not what is said, and rank behind.
 *
 * Returns: (transfer full) (element-type CpLabel): a label for each group
 */
GPtrArray *
cp_labels_choose (CpDigest  *digest,
                  GPtrArray *groups)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (free_label);
  g_autoptr (GPtrArray) candidates = cp_candidates_list (digest);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autofree guint *n_all = cp_group_words_count (digest, NULL);
  g_autofree guint *n_used = g_new0 (guint, cp_words_get_n_ids (digest->words) + 1);
  g_autofree gboolean *is_heading_used = g_new0 (gboolean, digest->headings->len + 1);

  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (CpGroupWords) words = cp_group_words_new (digest, g_ptr_array_index (groups, i), n_all, n_used);

      g_ptr_array_add (labels, choose_label (words, candidates, taken, is_heading_used));
    }

  return labels;
}

/**
 * cp_labels_list_keyphrases:
 * @digest: an article
 * @max_phrases: how many at most
 *
 * Returns: (transfer full) (array zero-terminated=1): the noun phrases that tell most of the article, the
 *   most telling first, none a part of another
 */
char **
cp_labels_list_keyphrases (CpDigest *digest,
                           guint     max_phrases)
{
  g_autoptr (GPtrArray) candidates = cp_candidates_list (digest);
  g_autoptr (CpGroup) all = cp_group_new_for_article (digest);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autofree guint *n_all = cp_group_words_count (digest, NULL);
  g_autofree guint *n_used = g_new0 (guint, cp_words_get_n_ids (digest->words) + 1);
  g_autoptr (GStrvBuilder) phrases = g_strv_builder_new ();
  g_autoptr (CpGroupWords) words = cp_group_words_new (digest, all, n_all, n_used);

  for (guint i = 0; i < max_phrases; i++)
    {
      double rate;
      const CpCandidate *best = find_best (words, candidates, taken, NULL, ANY_PHRASE, &rate);
      g_autofree char *text = NULL;

      if (best == NULL)
        break;
      text = cp_candidate_dup_text (best, digest);
      g_strv_builder_add (phrases, text);
      take_kin (words, candidates, taken, best);
    }

  return g_strv_builder_end (phrases);
}
