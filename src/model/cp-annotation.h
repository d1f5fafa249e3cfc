/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody highlighted in another program, before its place in the article is known. */

#pragma once

#include "cp-article.h"
#include "cp-highlight.h"
#include "cp-letters.h"

G_BEGIN_DECLS

/* How many annotations of one piece are kept, and how many bytes of text are searched for all of them. */
#define CP_ANNOTATIONS_MAX 2000
#define CP_ANNOTATIONS_MAX_SEARCHED (G_GUINT64_CONSTANT (8) * 1024 * 1024 * 1024)

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

CpAnnotation *cp_annotation_new          (const char      *source,
                                          const char      *quote,
                                          const char      *note);
void          cp_annotation_free         (CpAnnotation    *self);
void          cp_annotation_take_context (CpAnnotation    *self,
                                          const char      *text,
                                          const CpLetters *letters,
                                          int              position);
CpHighlight  *cp_annotation_place        (CpAnnotation    *self,
                                          CpArticle       *article);
void          cp_annotations_place       (GPtrArray       *annotations,
                                          CpArticle       *article,
                                          GListStore      *highlights);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpAnnotation, cp_annotation_free)

G_END_DECLS
