/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an OpenDocument text → what the writer is told. */

#pragma once

#include "cp-office-writer.h"
#include "cp-xml.h"

G_BEGIN_DECLS

/* Where the walk through the document stands. */
typedef struct
{
  CpArchive      *archive;
  GHashTable     *styles;
  CpOfficeWriter *writer;
  GPtrArray      *boxes;
  GPtrArray      *notes;
  gboolean        listed;
} CpOdtBody;

void cp_odt_body_init       (CpOdtBody      *self,
                             CpArchive      *archive,
                             GHashTable     *styles,
                             CpOfficeWriter *writer);
void cp_odt_body_clear      (CpOdtBody      *self);
void cp_odt_body_walk       (CpOdtBody      *self,
                             xmlNode        *container);
void cp_odt_body_walk_notes (CpOdtBody      *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CpOdtBody, cp_odt_body_clear)

G_END_DECLS
