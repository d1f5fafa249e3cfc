/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice of another saved op-ed to set beside the open one. */

#pragma once

#include <adwaita.h>

#include "cp-article.h"

G_BEGIN_DECLS

#define CP_TYPE_PIECE_CHOOSER (cp_piece_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CpPieceChooser, cp_piece_chooser, CP, PIECE_CHOOSER, AdwBin)

void cp_piece_chooser_set_articles (CpPieceChooser *self,
                                    GListModel     *articles);
void cp_piece_chooser_set_excluded (CpPieceChooser *self,
                                    CpArticle      *excluded);
void cp_piece_chooser_focus_search (CpPieceChooser *self);

G_END_DECLS
