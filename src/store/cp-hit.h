/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One article that a search found, with the words that show why. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CpHit:
 * @id: the article's id
 * @title: its headline
 * @snippet: some words of the article around what matched, in one line of plain text
 * @markup: @snippet escaped, with what matched in <b>, for a label
 * @score: > 0; the higher the better, comparable within one search only
 */
typedef struct
{
  char   *id;
  char   *title;
  char   *snippet;
  char   *markup;
  double  score;
} CpHit;

#define CP_TYPE_HIT (cp_hit_get_type ())

GType  cp_hit_get_type (void) G_GNUC_CONST;

CpHit *cp_hit_new      (const char  *id,
                        const char  *title,
                        const char  *marked_snippet,
                        double       score);
CpHit *cp_hit_copy     (const CpHit *self);
void   cp_hit_free     (CpHit       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpHit, cp_hit_free)

/* What stands before and after a match in the snippet given to cp_hit_new(): two characters that
 * Unicode keeps for such inside use, so that no text has them. */
#define CP_HIT_MATCH_START "\357\267\220"
#define CP_HIT_MATCH_END   "\357\267\221"

G_END_DECLS
