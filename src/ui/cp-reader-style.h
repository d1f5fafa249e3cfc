/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the reader's page looks: its sheet, and the colors and sizes that are laid over it. */

#pragma once

#include "cp-reader-view.h"

G_BEGIN_DECLS

char *cp_reader_style_dup_resource (const char     *name);
char *cp_reader_style_dup_look     (CpReaderColors  colors,
                                    double          text_scale);

G_END_DECLS
