/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tags of an article, to be added and taken away. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CP_TYPE_TAGS_EDITOR (cp_tags_editor_get_type ())
G_DECLARE_FINAL_TYPE (CpTagsEditor, cp_tags_editor, CP, TAGS_EDITOR, AdwBin)

void cp_tags_editor_set_tags    (CpTagsEditor       *self,
                                 const char * const *tags);
void cp_tags_editor_focus_entry (CpTagsEditor       *self);

G_END_DECLS
