/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of speech of English words. */

#pragma once

#include "cp-words.h"

G_BEGIN_DECLS

/**
 * CpTag:
 *
 * The universal part-of-speech tags (https://universaldependencies.org/u/pos/), in the order of
 * the weights in data/tagger.
 */
typedef enum
{
  CP_TAG_ADJ,
  CP_TAG_ADP,
  CP_TAG_ADV,
  CP_TAG_AUX,
  CP_TAG_CCONJ,
  CP_TAG_DET,
  CP_TAG_INTJ,
  CP_TAG_NOUN,
  CP_TAG_NUM,
  CP_TAG_PART,
  CP_TAG_PRON,
  CP_TAG_PROPN,
  CP_TAG_PUNCT,
  CP_TAG_SCONJ,
  CP_TAG_SYM,
  CP_TAG_VERB,
  CP_TAG_X,
  CP_N_TAGS,
} CpTag;

void        cp_tagger_tag_tokens (const char * const *tokens,
                                  guint               n_tokens,
                                  CpTag              *tags);
CpTag      *cp_tagger_tag_words  (CpWords            *words);
const char *cp_tag_to_name       (CpTag               tag);

G_END_DECLS
