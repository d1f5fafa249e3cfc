/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of the authors, out of the tags, elements and lines of a page. */

#pragma once

#include "cp-html-page.h"

G_BEGIN_DECLS

typedef struct _CpHtmlAuthors CpHtmlAuthors;

CpHtmlAuthors *cp_html_authors_new       (void);
void           cp_html_authors_free      (CpHtmlAuthors *self);
void           cp_html_authors_take_meta (CpHtmlAuthors *self,
                                          const char    *name,
                                          const char    *content);
void           cp_html_authors_choose    (CpHtmlAuthors *self,
                                          CpHtmlPage    *page,
                                          guint          headline,
                                          CpMetadata    *metadata);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpHtmlAuthors, cp_html_authors_free)

G_END_DECLS
