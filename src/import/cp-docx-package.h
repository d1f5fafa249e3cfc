/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a Word document, and how they refer to each other. */

#pragma once

#include "cp-archive.h"

G_BEGIN_DECLS

/**
 * CpDocxRelation:
 * @type: the last word of its type: "image", "hyperlink", "footer"
 * @target: the name of the part, or the address when it is external
 * @external: whether it leads out of the document
 */
typedef struct
{
  char     *type;
  char     *target;
  gboolean  external;
} CpDocxRelation;

GHashTable           *cp_docx_relations_read (CpArchive  *archive,
                                              const char *part);
const CpDocxRelation *cp_docx_relations_find (GHashTable *relations,
                                              const char *type);

G_END_DECLS
