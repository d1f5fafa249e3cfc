/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several articles in one space, in which their passages can be compared. */

#pragma once

#include "cp-digest.h"

G_BEGIN_DECLS

/**
 * CpMatter:
 * @terms: (element-type CpTermWeight): its terms by the numbers of the pool, of length 1
 * @vector: the direction of its words
 *
 * What some words of an article are about, comparable with those of another article.
 */
typedef struct
{
  GArray   *terms;
  CpVector  vector;
} CpMatter;

typedef struct _CpPool CpPool;

CpPool   *cp_pool_new           (GPtrArray      *digests);
void      cp_pool_free          (CpPool         *self);
guint     cp_pool_get_id        (CpPool         *self,
                                 guint           article,
                                 guint           word);
int       cp_pool_find_id       (CpPool         *self,
                                 const char     *stem);
CpMatter *cp_pool_new_matter    (CpPool         *self,
                                 guint           article,
                                 guint           first_word,
                                 guint           last_word);
CpMatter *cp_pool_sum_matters   (CpPool         *self,
                                 GPtrArray      *matters);
void      cp_matter_free        (CpMatter       *self);
gboolean  cp_matter_has         (const CpMatter *self,
                                 guint           id);
double    cp_matter_likeness    (const CpMatter *a,
                                 const CpMatter *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpMatter, cp_matter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpPool, cp_pool_free)

G_END_DECLS
