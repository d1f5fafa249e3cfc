/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed between two editions of a piece. */

#pragma once

#include "cp-article.h"

G_BEGIN_DECLS

/**
 * CpChangeKind:
 * @CP_CHANGE_ADDED: only the newer edition has the paragraph
 * @CP_CHANGE_REMOVED: only the older edition has it
 * @CP_CHANGE_CHANGED: both have it, in other words
 */
typedef enum
{
  CP_CHANGE_ADDED,
  CP_CHANGE_REMOVED,
  CP_CHANGE_CHANGED,
} CpChangeKind;

/**
 * CpChange:
 * @kind: what happened to a paragraph
 * @before: (nullable): its text in the older edition
 * @after: (nullable): its text in the newer edition
 */
typedef struct
{
  CpChangeKind  kind;
  char         *before;
  char         *after;
} CpChange;

/**
 * CpRevision:
 * @n_same: paragraphs that are the same in both editions
 * @n_added: paragraphs that only the newer one has
 * @n_removed: paragraphs that only the older one has
 * @n_changed: paragraphs that were changed
 * @changes: (element-type CpChange): all but the same ones, in reading order
 */
typedef struct
{
  guint      n_same;
  guint      n_added;
  guint      n_removed;
  guint      n_changed;
  GPtrArray *changes;
} CpRevision;

CpRevision *cp_revision_new         (CpArticle  *older,
                                     CpArticle  *newer);
void        cp_revision_free        (CpRevision *self);
char       *cp_revision_dup_summary (CpRevision *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpRevision, cp_revision_free)

G_END_DECLS
