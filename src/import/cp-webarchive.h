/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page with all it shows, as Safari saves it: a property list. */

#pragma once

#include "cp-input.h"
#include "cp-page-files.h"

G_BEGIN_DECLS

/**
 * CpWebarchive:
 * @list: what the file holds, from libplist
 * @text: the page, as valid UTF-8
 * @length: bytes of @text
 * @is_html: whether @text is a page rather than plain text
 * @url: (nullable): its address
 * @files: the pictures and style sheets that came with it
 */
typedef struct
{
  void        *list;
  char        *text;
  gsize        length;
  gboolean     is_html;
  char        *url;
  CpPageFiles *files;
} CpWebarchive;

gboolean      cp_webarchive_is_one    (const CpInput  *input);
CpWebarchive *cp_webarchive_new       (const CpInput  *input,
                                       GError        **error);
CpWebarchive *cp_webarchive_new_frame (CpWebarchive   *self,
                                       guint           index);
void          cp_webarchive_free      (CpWebarchive   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpWebarchive, cp_webarchive_free)

G_END_DECLS
