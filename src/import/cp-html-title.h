/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headline of a page, out of the several titles that it has. */

#pragma once

#include "cp-html-page.h"

G_BEGIN_DECLS

typedef struct _CpHtmlTitles CpHtmlTitles;

CpHtmlTitles *cp_html_titles_new           (void);
void          cp_html_titles_free          (CpHtmlTitles *self);
void          cp_html_titles_take_meta     (CpHtmlTitles *self,
                                            const char   *name,
                                            const char   *content);
void          cp_html_titles_take_document (CpHtmlTitles *self,
                                            const char   *title);
void          cp_html_titles_choose        (CpHtmlTitles *self,
                                            CpHtmlPage   *page,
                                            CpMetadata   *metadata);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpHtmlTitles, cp_html_titles_free)

G_END_DECLS
