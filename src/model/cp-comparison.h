/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two or more articles side by side: the matters they address, aligned passages, words and overlap. */

#pragma once

#include <gio/gio.h>

#include "cp-alignment.h"
#include "cp-article.h"
#include "cp-compared-theme.h"

G_BEGIN_DECLS

/**
 * CpKeyword:
 * @article: position of the article in the comparison
 * @word: the word, in lower case
 * @count: its occurrences in the article
 * @per_million: the same for each million running words
 * @reference_count: its occurrences in the other articles
 * @log_likelihood: Dunning's G², ≥ 0
 * @log_ratio: binary logarithm of the ratio of the relative frequencies
 */
typedef struct
{
  guint   article;
  char   *word;
  guint   count;
  double  per_million;
  guint   reference_count;
  double  log_likelihood;
  double  log_ratio;
} CpKeyword;

/**
 * CpOverlap:
 * @CP_OVERLAP_NONE: under a tenth of the five-word sequences recur
 * @CP_OVERLAP_SHARES_PASSAGES: a tenth to a half recur
 * @CP_OVERLAP_COPY: half or more recur
 */
typedef enum
{
  CP_OVERLAP_NONE,
  CP_OVERLAP_SHARES_PASSAGES,
  CP_OVERLAP_COPY,
} CpOverlap;

#define CP_TYPE_COMPARISON (cp_comparison_get_type ())
G_DECLARE_FINAL_TYPE (CpComparison, cp_comparison, CP, COMPARISON, GObject)

CpComparison    *cp_comparison_new             (void);

void             cp_comparison_add_article     (CpComparison    *self,
                                                CpArticle       *article,
                                                GListModel      *themes);
guint            cp_comparison_get_n_articles  (CpComparison    *self);
CpArticle       *cp_comparison_get_article     (CpComparison    *self,
                                                guint            position);
GListModel      *cp_comparison_get_themes_of   (CpComparison    *self,
                                                guint            position);

void             cp_comparison_add_theme       (CpComparison    *self,
                                                CpComparedTheme *theme);
GListModel      *cp_comparison_list_themes     (CpComparison    *self);
void             cp_comparison_add_alignment   (CpComparison    *self,
                                                CpAlignment     *alignment);
GListModel      *cp_comparison_list_alignments (CpComparison    *self);
void             cp_comparison_add_keyword     (CpComparison    *self,
                                                const CpKeyword *keyword);
guint            cp_comparison_get_n_keywords  (CpComparison    *self);
const CpKeyword *cp_comparison_get_keyword     (CpComparison    *self,
                                                guint            position);
void             cp_comparison_set_containment (CpComparison    *self,
                                                double           containment);
double           cp_comparison_get_containment (CpComparison    *self);
CpOverlap        cp_comparison_get_overlap     (CpComparison    *self);

G_END_DECLS
