/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How articles are read: the size of the text and its colors. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CP_TYPE_READER_POPOVER (cp_reader_popover_get_type ())
G_DECLARE_FINAL_TYPE (CpReaderPopover, cp_reader_popover, CP, READER_POPOVER, GtkPopover)

void cp_reader_popover_set_scale (CpReaderPopover *self,
                                  double           scale);

G_END_DECLS
