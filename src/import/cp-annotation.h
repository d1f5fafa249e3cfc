/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody highlighted in another program, before its place in the article is known. */

#pragma once

#include "cp-article.h"
#include "cp-highlight.h"

G_BEGIN_DECLS

/**
 * CpAnnotation:
 * @source: the program or archive it comes from, such as "omnivore"
 * @target: (nullable): address of the piece, for annotations that come without one
 * @quote: the words that were highlighted
 * @prefix: some words before them, may be empty
 * @suffix: some words after them, may be empty
 * @note: (nullable): what was said about them
 * @created: (nullable): when, as an ISO 8601 date and time
 */
typedef struct
{
  char *source;
  char *target;
  char *quote;
  char *prefix;
  char *suffix;
  char *note;
  char *created;
} CpAnnotation;

CpAnnotation *cp_annotation_new   (const char   *source,
                                   const char   *quote,
                                   const char   *note);
void          cp_annotation_free  (CpAnnotation *self);
CpHighlight  *cp_annotation_place (CpAnnotation *self,
                                   CpArticle    *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpAnnotation, cp_annotation_free)

G_END_DECLS
