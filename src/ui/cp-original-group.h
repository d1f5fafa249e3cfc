/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The original of an article: its format and size, and ways to show and to save it. */

#pragma once

#include <adwaita.h>

#include "cp-desk.h"

G_BEGIN_DECLS

#define CP_TYPE_ORIGINAL_GROUP (cp_original_group_get_type ())
G_DECLARE_FINAL_TYPE (CpOriginalGroup, cp_original_group, CP, ORIGINAL_GROUP, AdwBin)

void cp_original_group_set_article (CpOriginalGroup *self,
                                    CpDesk          *desk,
                                    CpArticle       *article);

G_END_DECLS
