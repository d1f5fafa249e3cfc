/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phrases of an article that may become labels, with all places where they stand. */

#pragma once

#include "cp-digest.h"

G_BEGIN_DECLS

/**
 * CpCandidate:
 * @key: its stems, which tell it from the others
 * @places: (element-type CpPhrase): where it stands, in order
 * @n_whole: at how many of the places it is not a part of a longer phrase
 * @n_words: how many words it has
 * @is_name: whether it consists of names alone
 *
 * A phrase, whatever the endings of its words.
 */
typedef struct
{
  char     *key;
  GArray   *places;
  guint     n_whole;
  guint     n_words;
  gboolean  is_name;
} CpCandidate;

GPtrArray *cp_candidates_list      (CpDigest          *digest);
char      *cp_candidate_dup_text   (const CpCandidate *self,
                                    CpDigest          *digest);
CpPhrase   cp_candidate_get_place  (const CpCandidate *self,
                                    guint              position);
gboolean   cp_candidate_overlaps   (const CpCandidate *self,
                                    const CpCandidate *other,
                                    CpDigest          *digest);
gboolean   cp_digest_is_name       (CpDigest          *digest,
                                    guint              word);

G_END_DECLS
