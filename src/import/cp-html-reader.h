/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved web pages → blocks, metadata and pictures, also where a page is inside of another format. */

#pragma once

#include "cp-draft.h"
#include "cp-page-files.h"

G_BEGIN_DECLS

/**
 * CpHtmlSource:
 * @text: the page, as valid UTF-8
 * @length: bytes of @text
 * @name: how messages name it
 * @files: (nullable): what came with it
 * @known: (nullable): what is known of the piece besides the page
 */
typedef struct
{
  const char  *text;
  gsize        length;
  const char  *name;
  CpPageFiles *files;
  CpMetadata  *known;
} CpHtmlSource;

CpDraft *cp_html_read_page (const CpHtmlSource  *source,
                            GError             **error);

G_END_DECLS
