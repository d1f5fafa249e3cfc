/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large a picture is, without decoding it. */

#define G_LOG_DOMAIN "cp-image-size"

#include "config.h"

#include "cp-image-size.h"

#include <string.h>

static int
read_big (const guint8 *c)
{
  return c[0] << 8 | c[1];
}

static int
read_little (const guint8 *c)
{
  return c[1] << 8 | c[0];
}

/* The frame header of a JPEG stands after any number of other segments. */
static gboolean
read_jpeg (const guint8 *data,
           gsize         size,
           int          *width,
           int          *height)
{
  gsize i = 2;

  while (i + 9 < size && data[i] == 0xFF)
    {
      guint8 marker = data[i + 1];

      if (marker == 0xFF)
        {
          i++;
          continue;
        }

      if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
        {
          *height = read_big (data + i + 5);
          *width = read_big (data + i + 7);
          return TRUE;
        }

      i += 2 + read_big (data + i + 2);
    }

  return FALSE;
}

/* The three kinds of WebP: lossy, lossless and extended. */
static gboolean
read_webp (const guint8 *data,
           int          *width,
           int          *height)
{
  const guint8 *chunk = data + 12;

  if (memcmp (chunk, "VP8 ", 4) == 0)
    {
      *width = read_little (data + 26) & 0x3FFF;
      *height = read_little (data + 28) & 0x3FFF;
    }
  else if (memcmp (chunk, "VP8L", 4) == 0)
    {
      *width = 1 + ((data[22] & 0x3F) << 8 | data[21]);
      *height = 1 + ((data[24] & 0xF) << 10 | data[23] << 2 | data[22] >> 6);
    }
  else if (memcmp (chunk, "VP8X", 4) == 0)
    {
      *width = 1 + (data[26] << 16 | read_little (data + 24));
      *height = 1 + (data[29] << 16 | read_little (data + 27));
    }
  else
    {
      return FALSE;
    }

  return TRUE;
}

/* AVIF keeps its size in a box named "ispe", near the beginning. */
static gboolean
read_avif (const guint8 *data,
           gsize         size,
           int          *width,
           int          *height)
{
  const guint8 *box = memmem (data, MIN (size, 4096), "ispe", 4);

  if (box == NULL || box + 16 > data + size)
    return FALSE;

  *width = read_big (box + 10);
  *height = read_big (box + 14);

  return TRUE;
}

/**
 * cp_image_size_read:
 * @bytes: a picture
 * @width: (out): in pixels
 * @height: (out): in pixels
 *
 * Returns: whether the size is known: that of PNG, JPEG, GIF, WebP, AVIF and BMP is
 */
gboolean
cp_image_size_read (GBytes *bytes,
                    int    *width,
                    int    *height)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  *width = *height = 0;
  if (size < 30)
    return FALSE;

  if (memcmp (data, "\x89PNG", 4) == 0)
    {
      *width = read_big (data + 18) | (data[16] | data[17] ? 0x10000 : 0);
      *height = read_big (data + 22) | (data[20] | data[21] ? 0x10000 : 0);
      return TRUE;
    }

  if (memcmp (data, "GIF8", 4) == 0)
    {
      *width = read_little (data + 6);
      *height = read_little (data + 8);
      return TRUE;
    }

  if (memcmp (data, "BM", 2) == 0)
    {
      *width = read_little (data + 18);
      *height = read_little (data + 22);
      return TRUE;
    }

  if (memcmp (data, "\xFF\xD8", 2) == 0)
    return read_jpeg (data, size, width, height);

  if (memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    return read_webp (data, width, height);

  return memcmp (data + 4, "ftypavi", 7) == 0 && read_avif (data, size, width, height);
}
