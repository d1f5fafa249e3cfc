/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel of the details of the article: where it comes from, its measures, its tags, what its import kept. */

#pragma once

#include <adwaita.h>

#include "cp-desk.h"

G_BEGIN_DECLS

#define CP_TYPE_DETAILS_PANEL (cp_details_panel_get_type ())
G_DECLARE_FINAL_TYPE (CpDetailsPanel, cp_details_panel, CP, DETAILS_PANEL, AdwBin)

void cp_details_panel_set_desk    (CpDetailsPanel *self,
                                   CpDesk         *desk);
void cp_details_panel_set_article (CpDetailsPanel *self,
                                   CpArticle      *article);
void cp_details_panel_edit_tags   (CpDetailsPanel *self);

G_END_DECLS
