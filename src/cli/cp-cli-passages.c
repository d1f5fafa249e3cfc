/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages on a terminal. */

#define G_LOG_DOMAIN "cp-cli-passages"

#include "config.h"

#include "cp-cli-passages.h"
#include "cp-cli-print.h"
#include "cp-wording.h"

/* Cells for "¶ 123". */
#define NUMBER_CELLS 6

/**
 * cp_cli_print_passage:
 * @passage: a passage
 * @indent: what stands before each line
 *
 * Prints the passage's words beside the number of its paragraph.
 */
void
cp_cli_print_passage (CpPassage  *passage,
                      const char *indent)
{
  g_autofree char *number = g_strdup_printf ("¶ %d", cp_passage_get_paragraph (passage));
  g_autofree char *cell = cp_cli_print_dup_fitted (number, NUMBER_CELLS);
  g_autofree char *first = g_strconcat (indent, cell, NULL);
  g_autofree char *others = g_strdup_printf ("%s%*s", indent, NUMBER_CELLS, "");
  g_autofree char *quoted = cp_wording_dup_quoted (cp_passage_get_quote (passage));

  cp_cli_print_wrapped (first, others, quoted);
}

/**
 * cp_cli_print_passages:
 * @theme: a theme
 * @indent: what stands before each line
 *
 * Prints the theme's passages in reading order.
 */
void
cp_cli_print_passages (CpTheme    *theme,
                       const char *indent)
{
  for (guint i = 0; i < cp_theme_get_n_passages (theme); i++)
    cp_cli_print_passage (cp_theme_get_passage (theme, i), indent);
}
