/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a group of units, and how much each tells of it. */

#pragma once

#include "cp-groups.h"

G_BEGIN_DECLS

/**
 * CpGroupWords:
 * @digest: the article
 * @inside: for each word of the article, whether it stands in the group
 * @n_in: for each stem, how often the group has it
 * @n_all: for each stem, how often the article has it
 * @n_used: for each stem, how many labels have it
 * @rates: for each stem, how much it tells of the group, negative where that is not known yet
 *
 * What a label of a group is made of.
 */
typedef struct
{
  CpDigest    *digest;
  gboolean    *inside;
  guint       *n_in;
  const guint *n_all;
  guint       *n_used;
  double      *rates;
} CpGroupWords;

CpGroupWords *cp_group_words_new        (CpDigest       *digest,
                                         CpGroup        *group,
                                         const guint    *n_all,
                                         guint          *n_used);
void          cp_group_words_free       (CpGroupWords   *self);
guint        *cp_group_words_count      (CpDigest       *digest,
                                         const gboolean *inside);
double        cp_group_words_rate       (CpGroupWords   *self,
                                         guint           id);
void          cp_group_words_use        (CpGroupWords   *self,
                                         CpPhrase        phrase);
char        **cp_group_words_list_terms (CpGroupWords   *self,
                                         guint           max_terms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpGroupWords, cp_group_words_free)

G_END_DECLS
