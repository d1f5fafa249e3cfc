/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of an OpenDocument text. */

#pragma once

#include "cp-office-styles.h"
#include "cp-xml.h"

G_BEGIN_DECLS

void          cp_odt_styles_read    (GHashTable *styles,
                                     xmlNode    *root);
CpOfficeStyle cp_odt_styles_resolve (GHashTable *styles,
                                     const char *family,
                                     xmlNode    *node);

G_END_DECLS
