/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel of what somebody marked in the article, each with its note and a way to its place. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CP_TYPE_NOTES_PANEL (cp_notes_panel_get_type ())
G_DECLARE_FINAL_TYPE (CpNotesPanel, cp_notes_panel, CP, NOTES_PANEL, AdwBin)

void cp_notes_panel_set_highlights (CpNotesPanel *self,
                                    GListModel   *highlights);

G_END_DECLS
