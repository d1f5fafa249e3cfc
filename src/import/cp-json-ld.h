/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of its article in JSON-LD, in the vocabulary of schema.org. */

#pragma once

#include "cp-metadata.h"

G_BEGIN_DECLS

gboolean cp_json_ld_read (const char *text,
                          CpMetadata *metadata);

G_END_DECLS
