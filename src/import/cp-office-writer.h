/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs, lists and tables of a word processor's document → a draft. */

#pragma once

#include "cp-archive.h"
#include "cp-draft.h"
#include "cp-office-styles.h"

G_BEGIN_DECLS

/**
 * CpOfficeWriter:
 * @draft: what is written
 * @furniture: what all paragraphs are that begin from now on, if they are not the author's
 * @boxed: whether they stand in a box beside the text
 * @in_row: whether the row of a table is open; not to be set
 *
 * The readers of such documents walk through them and say what they meet.
 */
typedef struct
{
  CpDraft       *draft;
  CpFurniture    furniture;
  gboolean       boxed;
  gboolean       in_row;

  /*< private >*/
  CpDraftBlock  *block;
  CpOfficeStyle  style;
  gboolean       broken;
  gboolean       has_title;
  GPtrArray     *boxed_blocks;
  GHashTable    *image_names;
} CpOfficeWriter;

void     cp_office_writer_init            (CpOfficeWriter       *self);
void     cp_office_writer_clear           (CpOfficeWriter       *self);

void     cp_office_writer_begin_paragraph (CpOfficeWriter       *self,
                                           const CpOfficeStyle  *style);
void     cp_office_writer_end_paragraph   (CpOfficeWriter       *self);
void     cp_office_writer_begin_row       (CpOfficeWriter       *self);
void     cp_office_writer_next_cell       (CpOfficeWriter       *self);
void     cp_office_writer_end_row         (CpOfficeWriter       *self);

void     cp_office_writer_append          (CpOfficeWriter       *self,
                                           const char           *text,
                                           const CpOfficeStyle  *style,
                                           const char           *link);
void     cp_office_writer_break           (CpOfficeWriter       *self);
void     cp_office_writer_add_image       (CpOfficeWriter       *self,
                                           CpArchive            *archive,
                                           const char           *path,
                                           const char           *alternative);

CpDraft *cp_office_writer_finish          (CpOfficeWriter       *self,
                                           const char           *title,
                                           const char           *creator);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CpOfficeWriter, cp_office_writer_clear)

G_END_DECLS
