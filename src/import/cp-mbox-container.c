/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders of letters, as mail programs export them (mbox, RFC 4155). */

#define G_LOG_DOMAIN "cp-mbox-container"

#include "config.h"

#include "cp-error.h"
#include "cp-mime-scan.h"
#include "cp-pattern.h"
#include "cp-readers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Surer than the reader of letters, which knows the first one of a folder. */
#define CONFIDENCE 100

#define MAX_LETTERS 20000

/* "From letters@strandpost.example Fri Mar 14 08:00:00 2025" */
static CpPattern divider = CP_PATTERN ("\\A\\n?From \\S[^\\n]* \\d\\d?:\\d\\d(?::\\d\\d)?[^\\n]* \\d{4}[^\\n]{0,8}\\n[A-Za-z-]+:");

static gboolean
is_divider (const char *line,
            const char *end)
{
  g_autofree char *head = g_strndup (line, MIN (end - line, 400));
  g_autofree char *valid = g_utf8_make_valid (head, -1);

  return cp_pattern_matches (&divider, valid);
}

static int
sniff_mbox (const CpInput *input)
{
  gsize size;
  const char *data = g_bytes_get_data (input->bytes, &size);

  return size > 5 && memcmp (data, "From ", 5) == 0 && is_divider (data, data + size) ? CONFIDENCE : 0;
}

/* Returns: where the next letter begins, or @end */
static const char *
find_next (const char *letter,
           const char *end)
{
  for (const char *c = memmem (letter, end - letter, "\nFrom ", 6); c != NULL; c = memmem (c + 1, end - c - 1, "\nFrom ", 6))
    {
      if (is_divider (c, end))
        return c + 1;
    }

  return end;
}

/* A line of the letter that began like the divider was marked when it was put into the folder. */
static GBytes *
unmark (const char *letter,
        const char *end)
{
  GByteArray *bytes = g_byte_array_sized_new (end - letter);
  const char *c;

  while ((c = memmem (letter, end - letter, "\n>From ", 7)) != NULL)
    {
      g_byte_array_append (bytes, (const guint8 *) letter, c + 1 - letter);
      letter = c + 2;
    }

  g_byte_array_append (bytes, (const guint8 *) letter, end - letter);

  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
each_letter (const CpInput  *input,
             CpMemberFunc    func,
             gpointer        user_data,
             GError        **error)
{
  gsize size;
  const char *letter = g_bytes_get_data (input->bytes, &size);
  const char *end = letter + size;
  gboolean goes_on = TRUE;

  for (guint i = 1; goes_on && letter < end; i++)
    {
      const char *next = find_next (letter, end);
      const char *line_end = memchr (letter, '\n', next - letter);
      const char *start = line_end != NULL ? line_end + 1 : next;
      g_autoptr (GBytes) bytes = unmark (start, next);
      g_autofree char *path = g_strdup_printf ("%u.eml", i);
      const CpMember member = { .path = path, .bytes = bytes };

      if (i > MAX_LETTERS)
        {
          g_set_error (error, CP_ERROR, CP_ERROR_TOO_LARGE,
                       _("“%s” holds more than %d letters. Export fewer of them into one file."), input->name, MAX_LETTERS);
          return FALSE;
        }

      goes_on = func (&member, NULL, user_data);
      letter = next;
    }

  return TRUE;
}

const CpContainer cp_mbox_container = {
  .name = "mbox",
  .sniff = sniff_mbox,
  .each = each_letter,
};
