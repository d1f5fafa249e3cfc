/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of a piece that were saved, with what changed from one to the next. */

#pragma once

#include <adwaita.h>

#include "cp-desk.h"

G_BEGIN_DECLS

#define CP_TYPE_VERSIONS_GROUP (cp_versions_group_get_type ())
G_DECLARE_FINAL_TYPE (CpVersionsGroup, cp_versions_group, CP, VERSIONS_GROUP, AdwBin)

void cp_versions_group_set_article (CpVersionsGroup *self,
                                    CpDesk          *desk,
                                    CpArticle       *article);

G_END_DECLS
