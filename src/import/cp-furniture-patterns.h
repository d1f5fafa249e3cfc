/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words by which furniture is known, whatever paper it comes from. */

#pragma once

#include "cp-draft.h"

G_BEGIN_DECLS

gboolean    cp_furniture_is_caption        (CpDraftBlock *block);
gboolean    cp_furniture_is_related        (CpDraftBlock *block);
gboolean    cp_furniture_is_related_label  (const char   *text);
gboolean    cp_furniture_is_kicker         (const char   *text);
gboolean    cp_furniture_is_address_label  (const char   *text);
char       *cp_furniture_find_address      (const char   *text);
char       *cp_furniture_find_outlet       (const char   *text);
gboolean    cp_furniture_speaks_of_opinion (const char   *text);
CpFurniture cp_furniture_kind_of_notice    (const char   *text);

G_END_DECLS
