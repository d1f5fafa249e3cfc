/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A span of an article's text that evidences something, and the words to find it again. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CP_TYPE_PASSAGE (cp_passage_get_type ())
G_DECLARE_FINAL_TYPE (CpPassage, cp_passage, CP, PASSAGE, GObject)

CpPassage  *cp_passage_new           (int          start,
                                      int          end,
                                      const char  *quote,
                                      const char  *prefix,
                                      const char  *suffix,
                                      int          paragraph);
CpPassage  *cp_passage_new_from_text (const char  *text,
                                      int          start,
                                      int          end,
                                      int          paragraph);
CpPassage  *cp_passage_new_unplaced  (const char  *quote,
                                      const char  *prefix,
                                      const char  *suffix);

int         cp_passage_get_start     (CpPassage   *self);
int         cp_passage_get_end       (CpPassage   *self);
int         cp_passage_get_paragraph (CpPassage   *self);
const char *cp_passage_get_quote     (CpPassage   *self);
const char *cp_passage_get_prefix    (CpPassage   *self);
const char *cp_passage_get_suffix    (CpPassage   *self);
gboolean    cp_passage_locate        (CpPassage   *self,
                                      const char  *text,
                                      int         *start,
                                      int         *end);
int         cp_passage_compare       (CpPassage   *a,
                                      CpPassage   *b);

G_END_DECLS
