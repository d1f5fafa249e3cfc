/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of a Word document, and the properties of paragraphs and runs that are set without them. */

#pragma once

#include "cp-office-styles.h"
#include "cp-xml.h"

G_BEGIN_DECLS

typedef struct _CpDocxStyles CpDocxStyles;

CpDocxStyles  *cp_docx_styles_new       (xmlDoc              *document);
void           cp_docx_styles_free      (CpDocxStyles        *self);
CpOfficeStyle  cp_docx_styles_paragraph (CpDocxStyles        *self,
                                         xmlNode             *properties);
CpOfficeStyle  cp_docx_styles_run       (CpDocxStyles        *self,
                                         xmlNode             *properties,
                                         const CpOfficeStyle *paragraph);

gboolean       cp_docx_is_on            (xmlNode             *properties,
                                         const char          *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpDocxStyles, cp_docx_styles_free)

G_END_DECLS
