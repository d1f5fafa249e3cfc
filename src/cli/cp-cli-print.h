/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for a terminal: wrapped, in columns, and unable to steer the terminal. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int   cp_cli_print_get_width    (void);
int   cp_cli_print_count_cells  (const char *text);
char *cp_cli_print_dup_fitted   (const char *text,
                                 int         n_cells);
char *cp_cli_print_dup_bar      (double      share,
                                 int         n_cells);
void  cp_cli_print_wrapped      (const char *first_indent,
                                 const char *indent,
                                 const char *text);
void  cp_cli_print_heading      (const char *text);

G_END_DECLS
