/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the pictures of the piece among those that came with a page. */

#pragma once

#include "cp-html-page.h"
#include "cp-page-files.h"

G_BEGIN_DECLS

void cp_html_images_place (CpHtmlPage  *page,
                           CpPageFiles *files,
                           CpDraft     *draft);

G_END_DECLS
