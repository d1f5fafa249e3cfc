/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF document → web page that shows its pages. */

#pragma once

#include "cp-input.h"

G_BEGIN_DECLS

char *cp_pdf_show (const CpInput  *input,
                   GPtrArray      *resources,
                   GError        **error);

G_END_DECLS
