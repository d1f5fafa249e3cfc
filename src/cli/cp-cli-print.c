/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for a terminal: wrapped, in columns, and unable to steer the terminal. */

#define G_LOG_DOMAIN "cp-cli-print"

#include "config.h"

#include "cp-cli-print.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define DEFAULT_WIDTH 80

/* Lines longer than this are hard to read, however wide the window is; narrower windows are left to wrap. */
#define MAX_WIDTH 100
#define MIN_WIDTH 40

#define REPLACEMENT_CHARACTER 0xfffd

static int
count_character_cells (gunichar character)
{
  if (g_unichar_iszerowidth (character))
    return 0;

  return g_unichar_iswide (character) ? 2 : 1;
}

/* A saved page must not be able to move the cursor, change a title or answer a query. */
static char *
dup_printable (const char *text)
{
  GString *printable = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character))
        g_string_append_c (printable, ' ');
      else
        g_string_append_unichar (printable, g_unichar_iscntrl (character) ? REPLACEMENT_CHARACTER : character);
    }

  return g_string_free (printable, FALSE);
}

/**
 * cp_cli_print_get_width:
 *
 * Returns: how many cells a line may have: those of the terminal, within what can be read well
 */
int
cp_cli_print_get_width (void)
{
  struct winsize size = { 0 };
  const char *columns = g_getenv ("COLUMNS");
  int width = DEFAULT_WIDTH;

  if (columns != NULL && atoi (columns) > 0)
    width = atoi (columns);
  else if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    width = size.ws_col;

  return CLAMP (width, MIN_WIDTH, MAX_WIDTH);
}

/**
 * cp_cli_print_count_cells:
 * @text: valid UTF-8
 *
 * Returns: how many cells of a terminal @text takes
 */
int
cp_cli_print_count_cells (const char *text)
{
  int n = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    n += count_character_cells (g_utf8_get_char (c));

  return n;
}

/**
 * cp_cli_print_dup_fitted:
 * @text: valid UTF-8
 * @n_cells: > 0
 *
 * Returns: (transfer full): @text in exactly @n_cells cells, filled with spaces or cut with an ellipsis
 */
char *
cp_cli_print_dup_fitted (const char *text,
                         int         n_cells)
{
  g_autofree char *printable = dup_printable (text);
  gboolean fits = cp_cli_print_count_cells (printable) <= n_cells;
  int room = fits ? n_cells : n_cells - 1;
  GString *fitted = g_string_new (NULL);

  for (const char *c = printable; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      room -= count_character_cells (character);
      if (room < 0)
        {
          room += count_character_cells (character);
          break;
        }
      g_string_append_unichar (fitted, character);
    }

  if (!fits)
    g_string_append (fitted, "…");
  for (; room > 0; room--)
    g_string_append_c (fitted, ' ');

  return g_string_free (fitted, FALSE);
}

/**
 * cp_cli_print_dup_bar:
 * @share: 0 to 1
 * @n_cells: > 0
 *
 * Returns: (transfer full): a bar of @n_cells cells, filled as far as @share says, in eighths of a cell
 */
char *
cp_cli_print_dup_bar (double share,
                      int    n_cells)
{
  static const char * const parts[] = { " ", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
  int eighths = CLAMP (share, 0.0, 1.0) * n_cells * 8 + 0.5;
  GString *bar = g_string_new (NULL);

  for (int i = 0; i < n_cells; i++)
    {
      int rest = eighths - 8 * i;

      g_string_append (bar, rest >= 8 ? "█" : parts[MAX (rest, 0)]);
    }

  return g_string_free (bar, FALSE);
}

/**
 * cp_cli_print_wrapped:
 * @first_indent: what stands before the first line
 * @indent: what stands before the others, as wide as @first_indent
 * @text: valid UTF-8
 *
 * Prints @text in lines that break between words.
 */
void
cp_cli_print_wrapped (const char *first_indent,
                      const char *indent,
                      const char *text)
{
  g_autofree char *printable = dup_printable (text);
  g_auto (GStrv) words = g_strsplit (printable, " ", -1);
  int width = cp_cli_print_get_width ();
  int used = cp_cli_print_count_cells (first_indent);
  gboolean at_start = TRUE;

  fputs (first_indent, stdout);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      int n_cells = cp_cli_print_count_cells (words[i]);

      if (*words[i] == '\0')
        continue;

      if (!at_start && used + 1 + n_cells > width)
        {
          printf ("\n%s", indent);
          used = cp_cli_print_count_cells (indent);
          at_start = TRUE;
        }
      used += n_cells + (at_start ? 0 : 1);
      printf ("%s%s", at_start ? "" : " ", words[i]);
      at_start = FALSE;
    }
  putchar ('\n');
}

/**
 * cp_cli_print_heading:
 * @text: valid UTF-8
 *
 * Prints @text in lines of its own that stand out where the output is a terminal.
 */
void
cp_cli_print_heading (const char *text)
{
  gboolean bold = isatty (STDOUT_FILENO) && g_getenv ("NO_COLOR") == NULL;

  fputs (bold ? "\033[1m" : "", stdout);
  cp_cli_print_wrapped ("", "", text);
  fputs (bold ? "\033[0m" : "", stdout);
}
