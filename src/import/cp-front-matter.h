/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The YAML block at the top of a Markdown file → metadata. */

#pragma once

#include "cp-metadata.h"

G_BEGIN_DECLS

gsize cp_front_matter_measure (const char *text);
void  cp_front_matter_read    (const char *text,
                               gsize       length,
                               CpMetadata *metadata);

G_END_DECLS
