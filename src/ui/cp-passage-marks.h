/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passages of some themes as they stand in one article, in step with the marks on its page. */

#pragma once

#include "cp-article.h"
#include "cp-reader-view.h"
#include "cp-theme.h"

G_BEGIN_DECLS

typedef struct _CpPassageMarks CpPassageMarks;

CpPassageMarks     *cp_passage_marks_new          (void);
void                cp_passage_marks_free         (CpPassageMarks  *self);

void                cp_passage_marks_fill         (CpPassageMarks  *self,
                                                   CpArticle       *article,
                                                   CpTheme        **themes,
                                                   const guint     *color_indices,
                                                   guint            n_themes);
guint               cp_passage_marks_get_n        (CpPassageMarks  *self);
const CpReaderMark *cp_passage_marks_get_all      (CpPassageMarks  *self);
const CpReaderMark *cp_passage_marks_get          (CpPassageMarks  *self,
                                                   int              mark);
CpPassage          *cp_passage_marks_get_passage  (CpPassageMarks  *self,
                                                   int              mark);
CpTheme            *cp_passage_marks_get_theme    (CpPassageMarks  *self,
                                                   int              theme);
CpTheme            *cp_passage_marks_get_theme_of (CpPassageMarks  *self,
                                                   int              mark);
guint               cp_passage_marks_count        (CpPassageMarks  *self,
                                                   int              theme,
                                                   int             *first);
int                 cp_passage_marks_find_theme   (CpPassageMarks  *self,
                                                   CpTheme         *theme);
int                 cp_passage_marks_find_passage (CpPassageMarks  *self,
                                                   CpPassage       *passage,
                                                   int              theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpPassageMarks, cp_passage_marks_free)

G_END_DECLS
