/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapters of an e-book, read, and whether they are several pieces. */

#pragma once

#include "cp-draft.h"
#include "cp-epub-book.h"

G_BEGIN_DECLS

/**
 * CpEpubPart:
 * @chapter: where it is
 * @bytes: the page
 * @draft: what the page holds
 * @is_text: whether it is text to be read, not a title page, a list of links or the like
 * @is_signed: whether it names an author, a day or an address of its own
 */
typedef struct
{
  const CpEpubChapter *chapter;
  GBytes              *bytes;
  CpDraft             *draft;
  gboolean             is_text;
  gboolean             is_signed;
} CpEpubPart;

GPtrArray  *cp_epub_parts_read        (CpEpubBook  *book);
gboolean    cp_epub_parts_are_several (CpEpubBook  *book,
                                       GPtrArray   *parts);
CpEpubPart *cp_epub_parts_find_front  (GPtrArray   *parts,
                                       guint        position);
const char *cp_epub_part_get_title    (CpEpubPart  *self);

G_END_DECLS
