/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the archives of read-later services have in common. */

#pragma once

#include "cp-container.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void    cp_read_later_offer         (CpMetadata   *metadata,
                                     CpField       field,
                                     JsonNode     *entry,
                                     const char   *name,
                                     const char   *archive);
void    cp_read_later_offer_authors (CpMetadata   *metadata,
                                     JsonNode     *entry,
                                     const char   *name,
                                     const char   *archive);
void    cp_read_later_add_tags      (CpMetadata   *metadata,
                                     JsonNode     *tags);
GBytes *cp_read_later_wrap_page     (const char   *title,
                                     const char   *content);
char   *cp_read_later_dup_path      (JsonNode     *entry,
                                     guint         number);

G_END_DECLS
