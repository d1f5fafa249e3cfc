/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved piece as it looked where it was saved, behind the same seal as everything that comes from outside. */

#pragma once

#include <adwaita.h>

#include "cp-desk.h"

G_BEGIN_DECLS

#define CP_TYPE_ORIGINAL_VIEW (cp_original_view_get_type ())
G_DECLARE_FINAL_TYPE (CpOriginalView, cp_original_view, CP, ORIGINAL_VIEW, AdwBin)

void cp_original_view_show (CpOriginalView *self,
                            CpDesk         *desk,
                            CpArticle      *article);

G_END_DECLS
