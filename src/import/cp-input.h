/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contents of a file, as bytes and, if they are text, as text. */

#pragma once

#include "cp-siblings.h"

G_BEGIN_DECLS

/**
 * CpInput:
 * @bytes: the contents of a file
 * @name: how messages name it
 * @text: (nullable): the contents as valid UTF-8, or %NULL when they are no text
 * @length: bytes of @text
 * @siblings: (nullable): what lies beside the file
 * @not_text: (nullable): what the contents are instead, as a translated noun with its article
 */
typedef struct
{
  GBytes           *bytes;
  const char       *name;
  char             *text;
  gsize             length;
  const CpSiblings *siblings;
  const char       *not_text;
} CpInput;

void cp_input_init  (CpInput          *self,
                     GBytes           *bytes,
                     const char       *name,
                     const CpSiblings *siblings);
void cp_input_clear (CpInput          *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CpInput, cp_input_clear)

G_END_DECLS
