/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells files that hold no text, and names what they hold instead. */

#define G_LOG_DOMAIN "cp-binary"

#include "config.h"

#include "cp-binary.h"
#include "cp-encoding-wide.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of a file is looked at. */
#define MAX_PROBED (64 * 1024)

static const struct
{
  const char *magic;
  gsize       length;
  gsize       offset;
  const char *description;
} formats[] = {
  /* Translators: these say what a file is, in the middle of “%s” is %s, which Counterpoint does not read yet. */
  { "PK\003\004", 4, 0, N_("a spreadsheet, a presentation or the like") },
  { "PK\005\006", 4, 0, N_("a spreadsheet, a presentation or the like") },
  { "\xD0\xCF\x11\xE0", 4, 0, N_("an office document") },
  { "\x89PNG\r\n", 6, 0, N_("a picture") },
  { "\xFF\xD8\xFF", 3, 0, N_("a picture") },
  { "GIF8", 4, 0, N_("a picture") },
  { "WEBP", 4, 8, N_("a picture") },
  { "II*\0", 4, 0, N_("a picture") },
  { "MM\0*", 4, 0, N_("a picture") },
  { "\177ELF", 4, 0, N_("a program") },
  { "MZ\x90", 3, 0, N_("a program") },
  { "\x1F\x8B", 2, 0, N_("a compressed file") },
  { "BZh", 3, 0, N_("a compressed file") },
  { "\xFD" "7zXZ", 5, 0, N_("a compressed file") },
  { "7z\xBC\xAF", 4, 0, N_("a compressed file") },
  { "Rar!", 4, 0, N_("a compressed file") },
  { "\x28\xB5\x2F\xFD", 4, 0, N_("a compressed file") },
  { "SQLite format 3", 15, 0, N_("a database") },
  { "bplist", 6, 0, N_("a Safari web archive") },
  { "ID3", 3, 0, N_("a sound recording") },
  { "OggS", 4, 0, N_("a sound recording") },
  { "ftyp", 4, 4, N_("a film") },
};

/* Controls that no text holds but tabs, line ends, form feeds and the escapes of ISO-2022. */
static gboolean
is_control (guint8 byte)
{
  return byte < 0x20 && strchr ("\t\n\r\f\v\033", byte) == NULL;
}

static gboolean
has_wide_characters (const guint8 *bytes,
                     gsize         size)
{
  if (size >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)))
    return TRUE;

  return (size >= 4 && memcmp (bytes, "\0\0\xFE\xFF", 4) == 0) || cp_encoding_guess_wide (bytes, size) != NULL;
}

static gboolean
is_data (const guint8 *bytes,
         gsize         size)
{
  gsize n_controls = 0;

  if (has_wide_characters (bytes, size))
    return FALSE;

  for (gsize i = 0; i < size; i++)
    n_controls += is_control (bytes[i]);

  return n_controls * 50 > size;
}

/**
 * cp_binary_describe:
 *
 * Returns: (nullable): what the bytes are, as a translated noun with its article, when they are no text
 */
const char *
cp_binary_describe (const guint8 *bytes,
                    gsize         size)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (size >= formats[i].offset + formats[i].length &&
          memcmp (bytes + formats[i].offset, formats[i].magic, formats[i].length) == 0)
        return _(formats[i].description);
    }

  return is_data (bytes, MIN (size, MAX_PROBED)) ? _("a file without text") : NULL;
}
