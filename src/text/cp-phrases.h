/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noun phrases of a text: what a theme could be called. */

#pragma once

#include "cp-tagger.h"

G_BEGIN_DECLS

/**
 * CpPhrase:
 * @first: the position of its first word
 * @last: the position after its last word
 *
 * A sequence of words of a text.
 */
typedef struct
{
  guint first;
  guint last;
} CpPhrase;

GArray *cp_phrases_collect  (CpWords     *words,
                             const CpTag *tags);
char   *cp_phrases_dup_text (CpWords     *words,
                             CpPhrase     phrase);

G_END_DECLS
