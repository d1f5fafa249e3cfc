/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places in a page given as paths of elements → places in its text. */

#pragma once

#include "cp-letters.h"

G_BEGIN_DECLS

typedef struct _CpHtmlOffsets CpHtmlOffsets;

CpHtmlOffsets   *cp_html_offsets_new         (const char          *content);
void             cp_html_offsets_free        (CpHtmlOffsets       *self);
const char      *cp_html_offsets_get_text    (CpHtmlOffsets       *self);
const CpLetters *cp_html_offsets_get_letters (CpHtmlOffsets       *self);
int              cp_html_offsets_find        (CpHtmlOffsets       *self,
                                              const char          *path,
                                              int                  offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpHtmlOffsets, cp_html_offsets_free)

G_END_DECLS
