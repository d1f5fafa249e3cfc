/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Directions of English words, linked into the program; data/vectors/README.md has their source. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CP_VECTOR_SIZE 100

typedef struct
{
  float at[CP_VECTOR_SIZE];
} CpVector;

const gint8 *cp_vectors_lookup     (const char     *word,
                                    guint          *rank);
guint        cp_vectors_n_words    (void);
double       cp_vectors_sif_weight (guint           rank);
void         cp_vector_add         (CpVector       *self,
                                    const gint8    *row,
                                    double          weight);
void         cp_vector_finish      (CpVector       *self);
double       cp_vector_cosine      (const CpVector *a,
                                    const CpVector *b);
double       cp_vectors_similarity (const gint8    *a,
                                    const gint8    *b);

G_END_DECLS
