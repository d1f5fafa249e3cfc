/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells text in units of two or four bytes by its zeros. */

#define G_LOG_DOMAIN "cp-encoding-wide"

#include "config.h"

#include "cp-encoding-wide.h"

/* How much of a file is looked at, and how little of it says nothing. */
#define MAX_PROBED 16384
#define MIN_PROBED 8

/* Letters, signs and spaces, as against controls, halves of pairs, private use and what is no character. */
static gboolean
is_plausible (guint32 character)
{
  if (character < 0x20)
    return character == '\t' || character == '\n' || character == '\r' || character == '\f';

  return (character < 0x7F || character >= 0xA0) && !(character >= 0xE000 && character <= 0xF8FF) && character < 0xFFFE;
}

/* Text has spaces, line ends and tags, whatever its letters are: a zero on the one side of a unit, hardly any on the other. */
static const char *
guess_utf16 (const guint8 *bytes,
             gsize         n_units)
{
  gsize n_zeros[2] = { 0, 0 };
  gsize n_plausible = 0;
  guint high;

  for (gsize i = 0; i < 2 * n_units; i++)
    n_zeros[i % 2] += bytes[i] == 0;

  high = n_zeros[1] >= n_zeros[0];
  if (n_zeros[high] * 50 < n_units || n_zeros[high] < 4 * n_zeros[!high] || n_zeros[high] < 2)
    return NULL;

  for (gsize i = 0; i < n_units; i++)
    n_plausible += is_plausible (bytes[2 * i + high] << 8 | bytes[2 * i + !high]);

  return n_plausible * 20 >= n_units * 19 ? (high ? "UTF-16LE" : "UTF-16BE") : NULL;
}

static const char *
guess_utf32 (const guint8 *bytes,
             gsize         n_units)
{
  gsize n_little = 0, n_big = 0;

  for (gsize i = 0; i < n_units; i++)
    {
      const guint8 *c = bytes + 4 * i;

      n_little += c[3] == 0 && c[2] <= 2 && is_plausible (c[2] << 16 | c[1] << 8 | c[0]);
      n_big += c[0] == 0 && c[1] <= 2 && is_plausible (c[1] << 16 | c[2] << 8 | c[3]);
    }

  if (n_little * 20 >= n_units * 19)
    return "UTF-32LE";

  return n_big * 20 >= n_units * 19 ? "UTF-32BE" : NULL;
}

/**
 * cp_encoding_guess_wide:
 * @bytes: the contents of a file, without a byte order mark
 * @size: bytes in @bytes
 *
 * Returns: (nullable): the encoding, or %NULL when the contents are not in UTF-16 or UTF-32
 */
const char *
cp_encoding_guess_wide (const guint8 *bytes,
                        gsize         size)
{
  gsize n_probed = MIN (size, MAX_PROBED);
  const char *encoding;

  if (n_probed < MIN_PROBED)
    return NULL;

  encoding = guess_utf32 (bytes, n_probed / 4);

  return encoding != NULL ? encoding : guess_utf16 (bytes, n_probed / 2);
}
