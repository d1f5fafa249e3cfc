/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contents of a file, as bytes and, if they are text, as text. */

#define G_LOG_DOMAIN "cp-input"

#include "config.h"

#include "cp-binary.h"
#include "cp-encoding.h"
#include "cp-input.h"

/**
 * cp_input_init:
 * @self: (out caller-allocates): what to fill
 * @bytes: the contents of a file
 * @name: how messages name it; must outlive @self
 * @siblings: (nullable): what lies beside it; must outlive @self
 *
 * Takes @bytes as text, unless they are none.
 */
void
cp_input_init (CpInput          *self,
               GBytes           *bytes,
               const char       *name,
               const CpSiblings *siblings)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  *self = (CpInput) { .bytes = g_bytes_ref (bytes), .name = name, .siblings = siblings };
  self->not_text = cp_binary_describe (data, size);
  if (self->not_text == NULL)
    self->text = cp_encoding_to_utf8 (data, size, NULL, &self->length);
}

void
cp_input_clear (CpInput *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->text, g_free);
}
