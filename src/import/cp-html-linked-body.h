/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a piece out of the JSON-LD of a page that shows none without its scripts. */

#pragma once

#include "cp-html-page.h"

G_BEGIN_DECLS

void cp_html_linked_body_complete (CpHtmlPage *page,
                                   CpDraft    *draft);

G_END_DECLS
