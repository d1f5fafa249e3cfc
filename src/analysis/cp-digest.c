/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article in the form that analyses work on: words, weights, and the units that are grouped. */

#define G_LOG_DOMAIN "cp-digest"

#include "config.h"

#include "cp-digest.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A paragraph longer than this many words may hold two matters and is cut at a sentence. */
#define MAX_UNIT_WORDS 170

static void
clear_unit (gpointer data)
{
  CpUnit *unit = data;

  g_clear_pointer (&unit->terms, g_array_unref);
}

/* Where a body block lies, in code points and bytes of the article's text. */
typedef struct
{
  gsize    start;
  gsize    end;
  gboolean is_heading;
} BlockSpan;

static GArray *
list_block_spans (CpArticle *article)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (BlockSpan));
  gsize at = 0;

  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      CpBlock *block = cp_article_get_block (article, i);
      BlockSpan span;

      if (cp_block_get_role (block) != CP_BLOCK_BODY)
        continue;
      span.start = at;
      span.end = at + strlen (cp_block_get_text (block));
      span.is_heading = cp_block_get_kind (block) == CP_BLOCK_HEADING;
      g_array_append_val (spans, span);
      at = span.end + strlen ("\n\n");
    }

  return spans;
}

/* Gives each sentence its words, its block and its place in code points. */
static void
locate_sentences (CpDigest *self,
                  GArray   *blocks)
{
  guint n_sentences, block = 0, word = 0;
  const CpSpan *spans = cp_words_get_sentences (self->words, &n_sentences);
  gsize byte = 0;
  int point = 0;

  for (guint i = 0; i < n_sentences; i++)
    {
      CpDigestSentence sentence = { .first_word = word };

      while (block + 1 < blocks->len && spans[i].start >= g_array_index (blocks, BlockSpan, block).end)
        block++;
      while (word < self->n_words && self->word[word].sentence <= i)
        word++;

      point += g_utf8_strlen (self->text + byte, spans[i].start - byte);
      sentence.start = point;
      point += g_utf8_strlen (self->text + spans[i].start, spans[i].end - spans[i].start);
      sentence.end = point;
      byte = spans[i].end;
      sentence.last_word = word;
      sentence.block = block;
      sentence.is_heading = blocks->len > 0 && g_array_index (blocks, BlockSpan, block).is_heading;
      g_array_append_val (self->sentences, sentence);
    }
}

/* The matter of an op-ed is often told by whom it names. */
#define NAME_WEIGHT 1.25

/* Shorter ones, such as "US" and "EU", are in everybody's mouth. */
#define MIN_ACRONYM 4

/* A word counts by its rarity in English at large; of other languages nothing is known, and every
 * word that is no function word counts the same. */
static float
weigh_word (CpDigest *self,
            guint     i)
{
  const CpWord *word = &self->word[i];
  guint rank = self->forms[word->form].rank;

  if (word->flags & (CP_WORD_STOP | CP_WORD_NUMBER))
    return 0.0f;
  if (self->tags == NULL)
    return 1.0f;

  /* "START" is a treaty and no beginning. */
  if ((word->flags & CP_WORD_CAPITALS) && word->span.end - word->span.start >= MIN_ACRONYM)
    rank = cp_vectors_n_words ();

  return (float) (log (rank) / log (cp_vectors_n_words ()) * (self->tags[i] == CP_TAG_PROPN ? NAME_WEIGHT : 1.0));
}

static void
look_up_forms (CpDigest *self)
{
  self->forms = g_new0 (CpDigestForm, cp_words_get_n_forms (self->words) + 1);
  for (guint i = 0; i < self->n_words; i++)
    {
      const CpWord *word = &self->word[i];
      CpDigestForm *form = &self->forms[word->form];

      if (form->rank > 0)
        continue;
      form->rank = cp_vectors_n_words ();
      if (self->tags != NULL && !(word->flags & CP_WORD_STOP))
        form->row = cp_vectors_lookup (word->norm, &form->rank);
    }
}

static void
weigh_words (CpDigest *self)
{
  self->weights = g_new0 (float, cp_words_get_n_ids (self->words));
  for (guint i = 0; i < self->n_words; i++)
    {
      float *weight = &self->weights[self->word[i].id];

      *weight = MAX (*weight, weigh_word (self, i));
    }
}

static void
mark_title (CpDigest   *self,
            const char *title)
{
  g_autoptr (CpWords) words = cp_words_new (title ? title : "", cp_words_get_language (self->words));
  guint n_words;
  const CpWord *word = cp_words_get (words, &n_words);

  self->in_title = g_new0 (gboolean, cp_words_get_n_ids (self->words));
  for (guint i = 0; i < n_words; i++)
    {
      int id = cp_words_find_id (self->words, word[i].stem);

      if (id >= 0 && !(word[i].flags & CP_WORD_STOP))
        self->in_title[id] = TRUE;
    }
}

static void
add_unit (CpDigest *self,
          guint     first,
          guint     last,
          guint     section)
{
  CpUnit unit = { .first_sentence = first, .last_sentence = last, .section = section };

  unit.first_word = g_array_index (self->sentences, CpDigestSentence, first).first_word;
  unit.last_word = g_array_index (self->sentences, CpDigestSentence, last - 1).last_word;
  if (unit.last_word > unit.first_word)
    g_array_append_val (self->units, unit);
}

static guint
count_sentence_words (CpDigest *self,
                      guint     first,
                      guint     last)
{
  return g_array_index (self->sentences, CpDigestSentence, last - 1).last_word -
         g_array_index (self->sentences, CpDigestSentence, first).first_word;
}

/* Adds the sentences of a paragraph as one unit, or as several of about the same length. */
static void
add_paragraph (CpDigest *self,
               guint     first,
               guint     last,
               guint     section)
{
  guint n_words = count_sentence_words (self, first, last);
  guint n_parts = 1 + n_words / MAX_UNIT_WORDS;
  guint from = first, part = 1;

  for (guint i = first + 1; i < last && part < n_parts; i++)
    if (count_sentence_words (self, first, i) >= n_words * part / n_parts)
      {
        add_unit (self, from, i, section);
        from = i;
        part++;
      }

  add_unit (self, from, last, section);
}

/* How many neighbouring units have to be taken together for their number to be bounded. */
static void
merge_units (CpDigest *self)
{
  guint step = 1 + (self->units->len - 1) / CP_DIGEST_MAX_UNITS;
  guint n_units = 0;

  if (step == 1 || self->units->len == 0)
    return;

  for (guint i = 0; i < self->units->len; i++)
    {
      CpUnit unit = g_array_index (self->units, CpUnit, i);

      if (i % step == 0)
        g_array_index (self->units, CpUnit, n_units++) = unit;
      g_array_index (self->units, CpUnit, n_units - 1).last_sentence = unit.last_sentence;
      g_array_index (self->units, CpUnit, n_units - 1).last_word = unit.last_word;
    }
  g_array_set_size (self->units, n_units);
}

static void
collect_units (CpDigest *self)
{
  guint section = 0, first = 0;

  while (first < self->sentences->len)
    {
      const CpDigestSentence *sentence = &g_array_index (self->sentences, CpDigestSentence, first);
      guint last = first + 1;

      while (last < self->sentences->len &&
             g_array_index (self->sentences, CpDigestSentence, last).block == sentence->block)
        last++;

      if (sentence->is_heading)
        {
          CpPhrase heading = { sentence->first_word,
                               g_array_index (self->sentences, CpDigestSentence, last - 1).last_word };

          g_array_append_val (self->headings, heading);
          section++;
        }
      else
        {
          add_paragraph (self, first, last, section);
        }
      first = last;
    }

  merge_units (self);
}

static int
compare_terms (const void *a,
               const void *b)
{
  const CpTermWeight *x = a;
  const CpTermWeight *y = b;

  return (x->id > y->id) - (x->id < y->id);
}

/**
 * cp_terms_sort:
 * @terms: (element-type CpTermWeight): terms in any order
 *
 * Puts @terms in the order of their ids, as cp_terms_cosine() needs them.
 */
void
cp_terms_sort (GArray *terms)
{
  g_array_sort (terms, compare_terms);
}

/**
 * cp_terms_give_unit_length:
 * @terms: (element-type CpTermWeight): terms
 *
 * Divides the weights by the root of the sum of their squares. Terms that all weigh 0 stay.
 */
void
cp_terms_give_unit_length (GArray *terms)
{
  double square = 0.0;

  for (guint i = 0; i < terms->len; i++)
    square += pow (g_array_index (terms, CpTermWeight, i).weight, 2.0);
  for (guint i = 0; i < terms->len && square > 0.0; i++)
    g_array_index (terms, CpTermWeight, i).weight /= (float) sqrt (square);
}

/* Adds up equal ids of a sorted array. */
static void
fold_terms (GArray *terms)
{
  guint n = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      CpTermWeight term = g_array_index (terms, CpTermWeight, i);

      if (n > 0 && g_array_index (terms, CpTermWeight, n - 1).id == term.id)
        g_array_index (terms, CpTermWeight, n - 1).weight += 1.0f;
      else
        g_array_index (terms, CpTermWeight, n++) = term;
    }
  g_array_set_size (terms, n);
}

/**
 * cp_digest_new_terms:
 * @self: a digest
 * @first_word: a word
 * @last_word: the word after the last one
 *
 * Returns: (transfer full) (element-type CpTermWeight): how often each stem that is not a function word
 *   occurs among these words
 */
GArray *
cp_digest_new_terms (CpDigest *self,
                     guint     first_word,
                     guint     last_word)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (CpTermWeight));

  for (guint i = first_word; i < last_word; i++)
    {
      CpTermWeight term = { self->word[i].id, 1.0f };

      if (self->weights[term.id] > 0.0f && !(self->word[i].flags & CP_WORD_STOP))
        g_array_append_val (terms, term);
    }

  cp_terms_sort (terms);
  fold_terms (terms);

  return terms;
}

/**
 * cp_digest_make_vector:
 * @self: a digest
 * @first_word: a word
 * @last_word: the word after the last one
 *
 * Returns: the direction of these words together, zero in a language without vectors
 */
CpVector
cp_digest_make_vector (CpDigest *self,
                       guint     first_word,
                       guint     last_word)
{
  CpVector vector = { 0 };

  if (self->tags == NULL)
    return vector;

  for (guint i = first_word; i < last_word; i++)
    {
      const CpDigestForm *form = &self->forms[self->word[i].form];

      if (form->row != NULL && !(self->word[i].flags & CP_WORD_STOP))
        cp_vector_add (&vector, form->row, cp_vectors_sif_weight (form->rank));
    }
  cp_vector_finish (&vector);

  return vector;
}

static void
weigh_unit (CpDigest    *self,
            CpUnit      *unit,
            const guint *n_units_with)
{
  for (guint i = 0; i < unit->terms->len; i++)
    {
      CpTermWeight *term = &g_array_index (unit->terms, CpTermWeight, i);
      double rarity = log (1.0 + (double) self->units->len / n_units_with[term->id]);

      term->weight = (float) ((1.0 + log (term->weight)) * self->weights[term->id] * rarity);
    }

  cp_terms_give_unit_length (unit->terms);
}

/* Terms weighted by how often the unit has them, how rare they are in English, and in how few
 * units of the article they occur. */
static void
weigh_units (CpDigest *self)
{
  g_autofree guint *n_units_with = g_new0 (guint, cp_words_get_n_ids (self->words));

  for (guint i = 0; i < self->units->len; i++)
    {
      CpUnit *unit = &g_array_index (self->units, CpUnit, i);

      unit->terms = cp_digest_new_terms (self, unit->first_word, unit->last_word);
      unit->vector = cp_digest_make_vector (self, unit->first_word, unit->last_word);
      for (guint j = 0; j < unit->terms->len; j++)
        n_units_with[g_array_index (unit->terms, CpTermWeight, j).id]++;
    }

  for (guint i = 0; i < self->units->len; i++)
    weigh_unit (self, &g_array_index (self->units, CpUnit, i), n_units_with);
}

static gboolean
is_english (const char *language)
{
  return language != NULL && g_ascii_strncasecmp (language, "en", 2) == 0;
}

/**
 * cp_digest_new:
 * @article: an article
 *
 * Cuts the body of an article up and weighs its words. Linear in its length.
 *
 * Returns: (transfer full): the digest, which does not change with @article
 */
CpDigest *
cp_digest_new (CpArticle *article)
{
  CpDigest *self = g_new0 (CpDigest, 1);
  g_autoptr (GArray) blocks = list_block_spans (article);
  const char *language = cp_article_get_language (article);

  self->text = g_strdup (cp_article_get_text (article));
  self->words = cp_words_new (self->text, language);
  self->word = cp_words_get (self->words, &self->n_words);
  if (is_english (language))
    self->tags = cp_tagger_tag_words (self->words);
  self->phrases = cp_phrases_collect (self->words, self->tags);
  self->sentences = g_array_new (FALSE, FALSE, sizeof (CpDigestSentence));
  self->headings = g_array_new (FALSE, FALSE, sizeof (CpPhrase));
  self->units = g_array_new (FALSE, FALSE, sizeof (CpUnit));
  g_array_set_clear_func (self->units, clear_unit);

  locate_sentences (self, blocks);
  look_up_forms (self);
  weigh_words (self);
  mark_title (self, cp_article_get_title (article));
  collect_units (self);
  weigh_units (self);

  return self;
}

/**
 * cp_digest_free:
 * @self: (nullable): a digest
 */
void
cp_digest_free (CpDigest *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->units);
  g_array_unref (self->headings);
  g_array_unref (self->sentences);
  g_array_unref (self->phrases);
  g_free (self->in_title);
  g_free (self->weights);
  g_free (self->forms);
  g_free (self->tags);
  cp_words_free (self->words);
  g_free (self->text);
  g_free (self);
}

/**
 * cp_digest_new_passage:
 * @self: a digest
 * @sentence: the index of a sentence
 *
 * Returns: (transfer full): the sentence as a passage of the article
 */
CpPassage *
cp_digest_new_passage (CpDigest *self,
                       guint     sentence)
{
  const CpDigestSentence *found = &g_array_index (self->sentences, CpDigestSentence, sentence);

  return cp_passage_new_from_text (self->text, found->start, found->end, found->block + 1);
}

/**
 * cp_terms_cosine:
 * @a: (element-type CpTermWeight): a sparse vector
 * @b: (element-type CpTermWeight): another
 *
 * Returns: the sum of the products of their weights: their cosine if both are of length 1
 */
double
cp_terms_cosine (GArray *a,
                 GArray *b)
{
  double sum = 0.0;
  guint i = 0, j = 0;

  while (i < a->len && j < b->len)
    {
      const CpTermWeight *x = &g_array_index (a, CpTermWeight, i);
      const CpTermWeight *y = &g_array_index (b, CpTermWeight, j);

      if (x->id == y->id)
        sum += (double) x->weight * y->weight;
      i += x->id <= y->id;
      j += y->id <= x->id;
    }

  return sum;
}
