/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a Word document: links, page numbers and other text that a program fills in. */

#pragma once

#include "cp-xml.h"

G_BEGIN_DECLS

GPtrArray  *cp_docx_fields_new         (void);
void        cp_docx_fields_mark        (GPtrArray  *fields,
                                        xmlNode    *node);
void        cp_docx_fields_instruct    (GPtrArray  *fields,
                                        xmlNode    *node);
gboolean    cp_docx_fields_are_shown   (GPtrArray  *fields);
const char *cp_docx_fields_get_link    (GPtrArray  *fields);

gboolean    cp_docx_field_is_shown     (const char *instruction);

G_END_DECLS
