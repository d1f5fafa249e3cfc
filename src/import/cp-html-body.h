/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the piece in a page, and tells the text of it from the furniture between. */

#pragma once

#include "cp-html-page.h"

G_BEGIN_DECLS

void cp_html_body_extract (CpHtmlPage *page,
                           CpDraft    *draft);

G_END_DECLS
