/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages on a terminal. */

#pragma once

#include "cp-theme.h"

G_BEGIN_DECLS

void cp_cli_print_passage  (CpPassage  *passage,
                            const char *indent);
void cp_cli_print_passages (CpTheme    *theme,
                            const char *indent);

G_END_DECLS
