/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A message of MIME parts, as browsers save pages and as letters are sent: its text, and what it shows. */

#pragma once

#include "cp-draft.h"
#include "cp-page-files.h"

#include <gmime/gmime.h>

G_BEGIN_DECLS

/**
 * CpMimeMessage:
 * @message: the message that holds the text; the one that is asked for its headers
 * @text: the part to read, as valid UTF-8
 * @length: bytes of @text
 * @is_html: whether @text is a page
 * @is_flowed: whether lines of @text that end in a space go on in the next (RFC 3676)
 * @deletes_space: whether that space is not part of the text
 * @location: (nullable): the address that the part to read has in the message
 * @files: the pictures and style sheets among the other parts
 */
typedef struct
{
  GMimeMessage *message;
  char         *text;
  gsize         length;
  gboolean      is_html;
  gboolean      is_flowed;
  gboolean      deletes_space;
  char         *location;
  CpPageFiles  *files;
} CpMimeMessage;

CpMimeMessage *cp_mime_message_new        (GBytes         *bytes,
                                           const char     *name,
                                           GError        **error);
void           cp_mime_message_free       (CpMimeMessage  *self);
char          *cp_mime_message_dup_header (CpMimeMessage  *self,
                                           const char     *name);
CpDraft       *cp_mime_message_read       (CpMimeMessage  *self,
                                           const char     *name,
                                           CpMetadata     *known,
                                           GError        **error);
char          *cp_mime_message_show       (CpMimeMessage  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpMimeMessage, cp_mime_message_free)

G_END_DECLS
