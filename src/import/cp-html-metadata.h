/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of its article: in JSON-LD, in meta tags, and in elements that say what they are. */

#pragma once

#include "cp-html-page.h"

G_BEGIN_DECLS

void cp_html_metadata_read (CpHtmlPage *page,
                            CpMetadata *metadata);

G_END_DECLS
