/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article in the form that analyses work on: words, weights, and the units that are grouped. */

#pragma once

#include "cp-article.h"
#include "cp-passage.h"
#include "cp-phrases.h"
#include "cp-vectors.h"

G_BEGIN_DECLS

/* Longer articles are grouped by runs of paragraphs, so that the work stays bounded. */
#define CP_DIGEST_MAX_UNITS 160

/**
 * CpTermWeight:
 * @id: the number of a stem
 * @weight: what it counts, > 0
 *
 * One component of a sparse vector, which is ordered by @id.
 */
typedef struct
{
  guint id;
  float weight;
} CpTermWeight;

/**
 * CpDigestForm:
 * @row: (nullable): the direction of the word
 * @rank: its rank by frequency in English, that of the rarest word if it is unknown
 *
 * What the word vectors know of a word.
 */
typedef struct
{
  const gint8 *row;
  guint        rank;
} CpDigestForm;

/**
 * CpDigestSentence:
 * @first_word: its first word
 * @last_word: the word after its last one
 * @start: its first code point in the article's text
 * @end: the code point after its last one
 * @block: the body block it stands in, from 0
 * @is_heading: whether that block is a heading
 */
typedef struct
{
  guint    first_word;
  guint    last_word;
  int      start;
  int      end;
  guint    block;
  gboolean is_heading;
} CpDigestSentence;

/**
 * CpUnit:
 * @first_sentence: its first sentence
 * @last_sentence: the sentence after its last one
 * @first_word: its first word
 * @last_word: the word after its last one
 * @section: the number of headings before it
 * @terms: (element-type CpTermWeight): its terms, of length 1
 * @vector: the direction of its words
 *
 * A paragraph, or a part of a long one, or a run of paragraphs of a very long article.
 */
typedef struct
{
  guint    first_sentence;
  guint    last_sentence;
  guint    first_word;
  guint    last_word;
  guint    section;
  GArray  *terms;
  CpVector vector;
} CpUnit;

typedef struct _CpDigest CpDigest;

/**
 * CpDigest:
 * @words: the words of its text
 * @word: the same as an array
 * @tags: (nullable): their parts of speech
 * @phrases: (element-type CpPhrase): its noun phrases
 * @sentences: (element-type CpDigestSentence): its sentences
 * @units: (element-type CpUnit): its units in order
 * @headings: (element-type CpPhrase): the words of its headings; section n comes after heading n - 1
 * @forms: for each form of a word, what the vectors know of it
 * @weights: for each stem, how much it says, 0 for function words
 * @text: the article's text
 * @in_title: for each stem, whether the title has it
 */
struct _CpDigest
{
  CpWords      *words;
  const CpWord *word;
  guint         n_words;
  CpTag        *tags;
  GArray       *phrases;
  GArray       *sentences;
  GArray       *units;
  GArray       *headings;
  CpDigestForm *forms;
  float        *weights;
  char         *text;
  gboolean     *in_title;
};

CpDigest  *cp_digest_new            (CpArticle    *article);
void       cp_digest_free           (CpDigest     *self);
CpPassage *cp_digest_new_passage    (CpDigest     *self,
                                     guint         sentence);
GArray    *cp_digest_new_terms      (CpDigest     *self,
                                     guint         first_word,
                                     guint         last_word);
CpVector   cp_digest_make_vector    (CpDigest     *self,
                                     guint         first_word,
                                     guint         last_word);
void       cp_terms_sort            (GArray       *terms);
void       cp_terms_give_unit_length (GArray      *terms);
double     cp_terms_cosine          (GArray       *a,
                                     GArray       *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpDigest, cp_digest_free)

G_END_DECLS
