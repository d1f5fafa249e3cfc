/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In what two passages on the same matter visibly differ: negation, modality, figures. */

#define G_LOG_DOMAIN "cp-cues"

#include "config.h"

#include "cp-cues.h"

#include <string.h>

typedef struct
{
  const char        *language;
  const char *const *negations;
  const char *const *obligations;
  const char *const *possibilities;
} CueWords;

static const char *const en_negations[] = { "not", "no", "never", "nor", "neither", "none", "nobody", "nothing",
                                            "nowhere", "without", "cannot", NULL };
static const char *const en_obligations[] = { "should", "must", "ought", "shall", "shouldn't", "mustn't", NULL };
static const char *const en_possibilities[] = { "may", "might", "could", "can", "cannot", "can't", "couldn't", "would",
                                                "wouldn't", NULL };
static const char *const de_negations[] = { "nicht", "nie", "niemals", "kein", "keine", "keinen", "keinem",
                                            "keiner", "keines", "ohne", "weder", "niemand", "nichts", NULL };
static const char *const de_obligations[] = { "soll", "sollen", "sollte", "sollten", "muss", "müssen", "müsste",
                                              "müssten", NULL };
static const char *const de_possibilities[] = { "darf", "dürfen", "kann", "können", "könnte", "könnten", NULL };
static const char *const fr_negations[] = { "pas", "jamais", "aucun", "aucune", "rien", "personne", "sans", "ni",
                                            "nul", "nulle", NULL };
static const char *const fr_obligations[] = { "doit", "doivent", "devrait", "devraient", "faut", "faudrait", NULL };
static const char *const fr_possibilities[] = { "peut", "peuvent", "pourrait", "pourraient", NULL };
static const char *const es_negations[] = { "no", "nunca", "jamás", "ningún", "ninguna", "ninguno", "nada",
                                            "nadie", "sin", "ni", "tampoco", NULL };
static const char *const es_obligations[] = { "debe", "deben", "debería", "deberían", NULL };
static const char *const es_possibilities[] = { "puede", "pueden", "podría", "podrían", NULL };
static const char *const ru_negations[] = { "не", "нет", "никогда", "ни", "без", "никто", "ничего", "нельзя", NULL };
static const char *const ru_obligations[] = { "должен", "должна", "должно", "должны", "следует", "нужно", "надо",
                                              NULL };
static const char *const ru_possibilities[] = { "может", "могут", "можно", "нельзя", NULL };

static const CueWords all_cue_words[] = {
  { "en", en_negations, en_obligations, en_possibilities },
  { "de", de_negations, de_obligations, de_possibilities },
  { "fr", fr_negations, fr_obligations, fr_possibilities },
  { "es", es_negations, es_obligations, es_possibilities },
  { "ru", ru_negations, ru_obligations, ru_possibilities },
};

static const CueWords *
find_cue_words (CpDigest *digest)
{
  const char *language = cp_words_get_language (digest->words);

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (all_cue_words); i++)
    if (g_ascii_strncasecmp (language, all_cue_words[i].language, 2) == 0)
      return &all_cue_words[i];

  return NULL;
}

static gboolean
is_negation (const CueWords *cues,
             const char     *norm)
{
  return g_strv_contains (cues->negations, norm) ||
         (cues->negations == en_negations && g_str_has_suffix (norm, "n't"));
}

static gboolean
is_obligation (const CueWords *cues,
               const char     *norm)
{
  return g_strv_contains (cues->obligations, norm);
}

static gboolean
is_modal (const CueWords *cues,
          const char     *norm)
{
  return is_obligation (cues, norm) || g_strv_contains (cues->possibilities, norm);
}

static char *
dup_word (CpDigest *digest,
          guint     i)
{
  CpSpan span = digest->word[i].span;

  return g_strndup (digest->text + span.start, span.end - span.start);
}

/* The first word of a passage that the predicate holds for, and the word after it if so wanted and nothing but
 * a space is between them; "" when there is none. */
static char *
dup_cue (CpDigest   *digest,
         CpWordRange range,
         gboolean  (*is_cue) (const CueWords *cues, const char *norm),
         gboolean    with_next)
{
  const CueWords *cues = find_cue_words (digest);

  for (guint i = range.first; cues != NULL && i < range.last; i++)
    if (is_cue (cues, digest->word[i].norm))
      {
        gsize start = digest->word[i].span.start;
        gsize end = digest->word[i].span.end;

        if (with_next && i + 1 < range.last && digest->word[i + 1].span.start == end + 1)
          end = digest->word[i + 1].span.end;

        return g_strndup (digest->text + start, end - start);
      }

  return g_strdup ("");
}

static gboolean
has_obligation (CpDigest   *digest,
                CpWordRange range)
{
  g_autofree char *cue = dup_cue (digest, range, is_obligation, FALSE);

  return cue[0] != '\0';
}

static void
add_negation (CpAlignment *alignment,
              CpDigest    *digest_a,
              CpWordRange  a,
              CpDigest    *digest_b,
              CpWordRange  b)
{
  g_autofree char *cue_a = dup_cue (digest_a, a, is_negation, TRUE);
  g_autofree char *cue_b = dup_cue (digest_b, b, is_negation, TRUE);

  if ((cue_a[0] == '\0') != (cue_b[0] == '\0'))
    cp_alignment_add_cue (alignment, CP_CUE_NEGATION, cue_a, cue_b);
}

/* Most sentences have a "would" or a "can"; one is worth a look only beside another modal. What should
 * or must be done is worth a look by itself. */
static void
add_modality (CpAlignment *alignment,
              CpDigest    *digest_a,
              CpWordRange  a,
              CpDigest    *digest_b,
              CpWordRange  b)
{
  g_autofree char *cue_a = dup_cue (digest_a, a, is_modal, FALSE);
  g_autofree char *cue_b = dup_cue (digest_b, b, is_modal, FALSE);
  gboolean is_pair = cue_a[0] != '\0' && cue_b[0] != '\0';

  if (g_ascii_strcasecmp (cue_a, cue_b) != 0 &&
      (is_pair || has_obligation (digest_a, a) || has_obligation (digest_b, b)))
    cp_alignment_add_cue (alignment, CP_CUE_MODALITY, cue_a, cue_b);
}

/* The noun that a figure counts: the next word but one at most that carries matter. */
static int
find_counted (CpDigest   *digest,
              CpWordRange range,
              guint       figure)
{
  for (guint i = figure + 1; i < MIN (figure + 3, range.last); i++)
    if (!(digest->word[i].flags & (CP_WORD_STOP | CP_WORD_NUMBER)) &&
        (digest->tags == NULL || digest->tags[i] == CP_TAG_NOUN))
      return i;

  return -1;
}

static void
add_figures (CpAlignment *alignment,
             CpPool      *pool,
             CpDigest    *digest_a,
             CpWordRange  a,
             CpDigest    *digest_b,
             CpWordRange  b)
{
  for (guint i = a.first; i < a.last; i++)
    {
      int noun_a = digest_a->word[i].flags & CP_WORD_NUMBER ? find_counted (digest_a, a, i) : -1;

      for (guint j = b.first; noun_a >= 0 && j < b.last; j++)
        {
          int noun_b = digest_b->word[j].flags & CP_WORD_NUMBER ? find_counted (digest_b, b, j) : -1;
          g_autofree char *figure_a = NULL;
          g_autofree char *figure_b = NULL;

          if (noun_b < 0 || cp_pool_get_id (pool, a.article, noun_a) != cp_pool_get_id (pool, b.article, noun_b))
            continue;
          figure_a = dup_word (digest_a, i);
          figure_b = dup_word (digest_b, j);
          if (!g_str_equal (figure_a, figure_b))
            cp_alignment_add_cue (alignment, CP_CUE_FIGURE, figure_a, figure_b);
        }
    }
}

/**
 * cp_cues_add:
 * @alignment: two passages on the same matter
 * @pool: the pool that holds both articles
 * @digest_a: the first article
 * @a: the words of the first passage
 * @digest_b: the second article
 * @b: the words of the second passage
 *
 * Adds the cues in which the passages differ: one negates and the other does not, their first
 * words of obligation or possibility differ, they give different figures for the same noun. A
 * cue says what to look at and no more.
 */
void
cp_cues_add (CpAlignment *alignment,
             CpPool      *pool,
             CpDigest    *digest_a,
             CpWordRange  a,
             CpDigest    *digest_b,
             CpWordRange  b)
{
  add_negation (alignment, digest_a, a, digest_b, b);
  add_modality (alignment, digest_a, a, digest_b, b);
  add_figures (alignment, pool, digest_a, a, digest_b, b);
}
