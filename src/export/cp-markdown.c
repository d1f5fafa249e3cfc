/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text on its way into Markdown, where nothing of it may act as markup. */

#define G_LOG_DOMAIN "cp-markdown"

#include "config.h"

#include "cp-markdown.h"

#include <string.h>

#define REPLACEMENT_CHARACTER 0xfffd

/* What CommonMark, its GitHub dialect, Pandoc and note takers like Obsidian give a meaning to, anywhere in a
 * line. The rest of ASCII punctuation stays as it is, so that the text reads well as it stands. */
#define MARKS "\\`*_{}[]<>#|~$^&@="

/* No list begins where words stand in the line already: a date may stay "14. März". */
static gboolean
has_words_in_line (GString *markdown)
{
  for (gsize i = markdown->len; i > 0 && markdown->str[i - 1] != '\n'; i--)
    {
      if (g_ascii_isalpha (markdown->str[i - 1]) || (guchar) markdown->str[i - 1] >= 0x80)
        return TRUE;
    }

  return FALSE;
}

/* A mark that would begin a list, where the text begins. */
static const char *
append_list_mark (GString    *markdown,
                  const char *text)
{
  const char *c = text;

  if (*c == '-' || *c == '+')
    {
      g_string_append_printf (markdown, "\\%c", *c);
      return c + 1;
    }

  while (g_ascii_isdigit (*c))
    c++;
  if (c == text || (*c != '.' && *c != ')'))
    return text;

  g_string_append_len (markdown, text, c - text);
  g_string_append_printf (markdown, "\\%c", *c);

  return c + 1;
}

/* GitHub makes links of bare addresses too. */
static gboolean
is_colon_of_address (const char *c)
{
  return g_str_has_prefix (c, "://") || g_ascii_strncasecmp (c, ":www.", strlen (":www.")) == 0;
}

static gboolean
is_dot_of_address (const char *text,
                   const char *c)
{
  return *c == '.' && c - text >= 3 && g_ascii_strncasecmp (c - 3, "www", 3) == 0;
}

static gboolean
needs_backslash (const char *text,
                 const char *c)
{
  return strchr (MARKS, *c) != NULL || is_colon_of_address (c) || is_dot_of_address (text, c);
}

/* Spaces that do not break or have a width of their own are kept, the others are one space. */
static void
append_space (GString    *markdown,
              const char *from,
              const char *to)
{
  gboolean found = FALSE;

  for (const char *c = from; c < to; c = g_utf8_next_char (c))
    {
      if (g_ascii_isspace (*c))
        continue;

      g_string_append_unichar (markdown, g_utf8_get_char (c));
      found = TRUE;
    }

  if (!found && from < to)
    g_string_append_c (markdown, ' ');
}

/**
 * cp_markdown_append_text:
 * @markdown: the document so far
 * @text: valid UTF-8
 *
 * Appends @text to the current line so that it is read back as this text, wherever in a line it begins. White
 * space is one space between words and none around them, as HTML shows it; control characters become
 * U+FFFD.
 */
void
cp_markdown_append_text (GString    *markdown,
                         const char *text)
{
  const char *space = NULL, *first;

  g_return_if_fail (markdown != NULL && text != NULL);

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  first = has_words_in_line (markdown) ? text : append_list_mark (markdown, text);
  for (const char *c = first; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character))
        {
          space = space != NULL ? space : c;
          continue;
        }

      if (space != NULL)
        append_space (markdown, space, c);
      space = NULL;

      if (character < 0x80 && needs_backslash (text, c))
        g_string_append_c (markdown, '\\');
      g_string_append_unichar (markdown, g_unichar_iscntrl (character) ? REPLACEMENT_CHARACTER : character);
    }
}

/**
 * cp_markdown_append_address:
 * @markdown: the document so far
 * @url: a web address
 *
 * Appends @url as a link to itself; as mere text where its characters do not allow a link.
 */
void
cp_markdown_append_address (GString    *markdown,
                            const char *url)
{
  g_return_if_fail (markdown != NULL && url != NULL);

  for (const char *c = url; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_ascii_iscntrl (*c) || strchr (" <>", *c) != NULL)
        {
          cp_markdown_append_text (markdown, url);
          return;
        }
    }

  g_string_append_printf (markdown, "<%s>", url);
}
