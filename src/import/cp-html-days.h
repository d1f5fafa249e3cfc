/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days that a page prints around its headline, weighed against those that it tells machines. */

#pragma once

#include "cp-html-page.h"

G_BEGIN_DECLS

void cp_html_days_read (CpHtmlPage *page,
                        guint       headline,
                        CpMetadata *metadata);

G_END_DECLS
