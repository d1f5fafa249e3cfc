/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that was taken for Latin-1 and encoded a second time. */

#define G_LOG_DOMAIN "cp-mojibake"

#include "config.h"

#include "cp-mojibake.h"

#include <string.h>

/* The byte that the two-byte sequence at @text was made of when it was encoded for the second time, 0 when it was not. */
static guint8
peel (const char *text,
      const char *end)
{
  guint8 first = text[0];
  guint8 second = text + 1 < end ? text[1] : 0;

  return (first == 0xC2 || first == 0xC3) && (second & 0xC0) == 0x80 ? (guint8) (first << 6 | (second & 0x3F)) : 0;
}

/* Puts the character that was encoded twice at @text into @character.
 *
 * Returns: its bytes, 0 when there is none */
static gsize
peel_character (const char *text,
                const char *end,
                char        character[4])
{
  guint8 lead = peel (text, end);
  gsize n_bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;

  for (gsize i = 0; i < n_bytes; i++)
    character[i] = text + 2 * i < end ? (char) peel (text + 2 * i, end) : 0;

  return n_bytes > 0 && g_utf8_validate_len (character, n_bytes, NULL) ? n_bytes : 0;
}

/* No text has the controls from U+0080 to U+009F, and the second byte of many a character looks like one. */
static gboolean
is_encoded_twice (const char *text,
                  const char *end)
{
  const char *control = text;
  char character[4];

  while ((control = memchr (control, 0xC2, end - control)) != NULL)
    {
      if (control + 1 < end && (guint8) control[1] < 0xA0 && control - text >= 2)
        {
          if (peel_character (control - 2, end, character) > 0 ||
              (control - text >= 4 && peel_character (control - 4, end, character) > 0))
            return TRUE;
        }

      control++;
    }

  return FALSE;
}

/**
 * cp_mojibake_mend:
 * @text: valid UTF-8, ending in a zero; mended in place
 * @length: bytes of @text
 *
 * Makes "Â£" and "â\u0080\u0099" the pound and the apostrophe that they were, when the text shows by controls that have no
 * place in it that it was encoded twice; a text that speaks of such things in passing is left as it is.
 *
 * Returns: bytes of the mended text
 */
gsize
cp_mojibake_mend (char  *text,
                  gsize  length)
{
  const char *end = text + length;
  const char *c = text;
  char *output = text;

  if (!is_encoded_twice (text, end))
    return length;

  while (c < end)
    {
      char character[4];
      gsize n_bytes = (guint8) *c >= 0x80 ? peel_character (c, end, character) : 0;

      if (n_bytes == 0)
        {
          *output++ = *c++;
          continue;
        }

      memcpy (output, character, n_bytes);
      output += n_bytes;
      c += 2 * n_bytes;
    }

  *output = '\0';

  return output - text;
}
