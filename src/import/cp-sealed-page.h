/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved pages → pages that look the same, and can run and load nothing. */

#pragma once

#include "cp-page-files.h"

G_BEGIN_DECLS

char *cp_sealed_page_new          (const char  *html,
                                   gsize        length,
                                   CpPageFiles *files);
char *cp_sealed_page_new_for_text (const char  *text);

G_END_DECLS
