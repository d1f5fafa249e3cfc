/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two passages of two articles that speak of the same matter, with the reason. */

#pragma once

#include <glib-object.h>

#include "cp-passage.h"

G_BEGIN_DECLS

/**
 * CpCueKind:
 * @CP_CUE_NEGATION: one side negates, the other does not
 * @CP_CUE_MODALITY: the sides differ in what should, must or may be done
 * @CP_CUE_ANTONYM: the sides use words of opposite meaning
 * @CP_CUE_FIGURE: the sides give different figures for the same noun
 * @CP_CUE_POLARITY: the sides use words of opposite polarity
 *
 * In what two aligned passages visibly differ. A cue is shown; it is no verdict.
 */
typedef enum
{
  CP_CUE_NEGATION,
  CP_CUE_MODALITY,
  CP_CUE_ANTONYM,
  CP_CUE_FIGURE,
  CP_CUE_POLARITY,
} CpCueKind;

/**
 * CpCue:
 * @kind: what differs
 * @a: the words in the first passage, "" when it has none
 * @b: the words in the second passage, "" when it has none
 */
typedef struct
{
  CpCueKind  kind;
  char      *a;
  char      *b;
} CpCue;

#define CP_TYPE_ALIGNMENT (cp_alignment_get_type ())
G_DECLARE_FINAL_TYPE (CpAlignment, cp_alignment, CP, ALIGNMENT, GObject)

CpAlignment        *cp_alignment_new           (guint               article_a,
                                                CpPassage          *a,
                                                guint               article_b,
                                                CpPassage          *b,
                                                double              score,
                                                const char * const *because);

guint               cp_alignment_get_article_a (CpAlignment        *self);
guint               cp_alignment_get_article_b (CpAlignment        *self);
CpPassage          *cp_alignment_get_a         (CpAlignment        *self);
CpPassage          *cp_alignment_get_b         (CpAlignment        *self);
double              cp_alignment_get_score     (CpAlignment        *self);
const char * const *cp_alignment_get_because   (CpAlignment        *self);
void                cp_alignment_add_cue       (CpAlignment        *self,
                                                CpCueKind           kind,
                                                const char         *a,
                                                const char         *b);
guint               cp_alignment_get_n_cues    (CpAlignment        *self);
const CpCue        *cp_alignment_get_cue       (CpAlignment        *self,
                                                guint               position);

G_END_DECLS
