/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an e-book says of itself: its properties, its chapters and what they are called. */

#pragma once

#include "cp-archive.h"
#include "cp-metadata.h"

G_BEGIN_DECLS

/**
 * CpEpubChapter:
 * @path: the member that holds it
 * @label: (nullable): what the table of contents calls it
 */
typedef struct
{
  char *path;
  char *label;
} CpEpubChapter;

/**
 * CpEpubBook:
 * @archive: the book
 * @metadata: its properties
 * @chapters: (element-type CpEpubChapter): what is read one after the other, without covers and tables of contents
 * @is_periodical: whether it says that it is an issue of a paper
 */
typedef struct
{
  CpArchive  *archive;
  CpMetadata *metadata;
  GPtrArray  *chapters;
  gboolean    is_periodical;
} CpEpubBook;

CpEpubBook *cp_epub_book_open (GBytes      *bytes,
                               const char  *name,
                               GError     **error);
void        cp_epub_book_free (CpEpubBook  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpEpubBook, cp_epub_book_free)

G_END_DECLS
