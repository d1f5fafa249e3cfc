/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a Word document that hold text → what the writer is told. */

#pragma once

#include "cp-docx-styles.h"
#include "cp-office-writer.h"

G_BEGIN_DECLS

/* Where the walk through a part stands. */
typedef struct
{
  CpArchive      *archive;
  CpDocxStyles   *styles;
  CpOfficeWriter *writer;
  GHashTable     *relations;
  GPtrArray      *fields;
  GPtrArray      *boxes;
  CpOfficeStyle   paragraph;
  const char     *link;
} CpDocxBody;

void cp_docx_body_init  (CpDocxBody     *self,
                         CpArchive      *archive,
                         const char     *part,
                         CpDocxStyles   *styles,
                         CpOfficeWriter *writer);
void cp_docx_body_clear (CpDocxBody     *self);
void cp_docx_body_walk  (CpDocxBody     *self,
                         xmlNode        *container);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CpDocxBody, cp_docx_body_clear)

G_END_DECLS
