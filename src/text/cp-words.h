/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a text in the forms that counting and comparing need. */

#pragma once

#include "cp-segment.h"

G_BEGIN_DECLS

/**
 * CpWordFlags:
 * @CP_WORD_STOP: carries no matter: a function word
 * @CP_WORD_CAPITAL: begins with a capital letter
 * @CP_WORD_CAPITALS: consists of capital letters only, at least two
 * @CP_WORD_NUMBER: begins with a digit
 * @CP_WORD_FIRST: the first word of its sentence
 * @CP_WORD_POSSESSIVE: had a possessive ending, which its norm lacks
 */
typedef enum
{
  CP_WORD_STOP = 1 << 0,
  CP_WORD_CAPITAL = 1 << 1,
  CP_WORD_CAPITALS = 1 << 2,
  CP_WORD_NUMBER = 1 << 3,
  CP_WORD_FIRST = 1 << 4,
  CP_WORD_POSSESSIVE = 1 << 5,
} CpWordFlags;

/**
 * CpWord:
 * @span: where it stands, in bytes
 * @norm: the word in lower case, without possessive or elision
 * @stem: @norm cut to its stem
 * @id: a number for @stem, from 0; equal stems have equal numbers
 * @form: a number for @norm, from 0; equal norms have equal numbers
 * @sentence: the index of its sentence
 * @flags: what is known of it
 *
 * One running word.
 */
typedef struct
{
  CpSpan      span;
  const char *norm;
  const char *stem;
  guint       id;
  guint       form;
  guint       sentence;
  CpWordFlags flags;
} CpWord;

typedef struct _CpWords CpWords;

CpWords      *cp_words_new           (const char *text,
                                      const char *language);
void          cp_words_free          (CpWords    *self);
const char   *cp_words_get_text      (CpWords    *self);
const char   *cp_words_get_language  (CpWords    *self);
const CpWord *cp_words_get           (CpWords    *self,
                                      guint      *n_words);
const CpSpan *cp_words_get_sentences (CpWords    *self,
                                      guint      *n_sentences);
guint         cp_words_get_n_ids     (CpWords    *self);
guint         cp_words_get_n_forms   (CpWords    *self);
int           cp_words_find_id       (CpWords    *self,
                                      const char *stem);
guint         cp_words_count         (const char *text);
char         *cp_words_dup_stem      (const char *word,
                                      const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpWords, cp_words_free)

G_END_DECLS
