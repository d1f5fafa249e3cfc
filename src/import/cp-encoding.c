/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of any encoding → valid UTF-8. */

#define G_LOG_DOMAIN "cp-encoding"

#include "config.h"

#include "cp-encoding.h"
#include "cp-mojibake.h"

#include <string.h>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

/* How far into a file its charset may be declared, and how much of it is enough to guess one. */
#define MAX_DECLARATION 4096
#define MAX_GUESSED (256 * 1024)

/* What HTML's rules take when nothing says more. */
#define FALLBACK_ENCODING "windows-1252"

static const struct
{
  const char *mark;
  gsize       length;
  const char *encoding;
} byte_order_marks[] = {
  { "\xEF\xBB\xBF", 3, "UTF-8" },
  { "\xFF\xFE\0\0", 4, "UTF-32LE" },
  { "\0\0\xFE\xFF", 4, "UTF-32BE" },
  { "\xFF\xFE", 2, "UTF-16LE" },
  { "\xFE\xFF", 2, "UTF-16BE" },
};

static const char *
find_byte_order_mark (const guint8 *bytes,
                      gsize         size,
                      gsize        *length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (byte_order_marks); i++)
    {
      if (size >= byte_order_marks[i].length && memcmp (bytes, byte_order_marks[i].mark, byte_order_marks[i].length) == 0)
        {
          *length = byte_order_marks[i].length;
          return byte_order_marks[i].encoding;
        }
    }

  *length = 0;
  return NULL;
}

/* Text in Latin letters without a byte order mark has a zero in nearly every second byte. */
static const char *
guess_utf16 (const guint8 *bytes,
             gsize         size)
{
  gsize n_pairs = MIN (size, MAX_DECLARATION) / 2;
  gsize n_even = 0, n_odd = 0;

  for (gsize i = 0; i < n_pairs; i++)
    {
      n_even += bytes[2 * i] == 0;
      n_odd += bytes[2 * i + 1] == 0;
    }

  if (n_pairs < 4)
    return NULL;

  if (n_odd * 10 > n_pairs * 7 && n_even * 20 < n_pairs)
    return "UTF-16LE";

  return n_even * 10 > n_pairs * 7 && n_odd * 20 < n_pairs ? "UTF-16BE" : NULL;
}

/* "charset=…" of a meta tag or "encoding=…" of an XML declaration. */
static char *
find_declared (const guint8 *bytes,
               gsize         size)
{
  g_autofree char *head = g_strndup ((const char *) bytes, MIN (size, MAX_DECLARATION));
  g_autofree char *folded = g_ascii_strdown (head, -1);
  const char *value = strstr (folded, "charset");
  gsize length;

  if (value != NULL)
    value += strlen ("charset");
  else if (g_str_has_prefix (folded, "<?xml") && (value = strstr (folded, "encoding")) != NULL)
    value += strlen ("encoding");
  else
    return NULL;

  value += strspn (value, " \t\r\n=\"'");
  length = strspn (value, "abcdefghijklmnopqrstuvwxyz0123456789-_:.");

  return length > 0 ? g_strndup (value, length) : NULL;
}

/* Pages that declare Latin-1 mean the superset that Windows and every browser use. */
static const char *
widen (const char *encoding)
{
  static const char * const narrow[] = { "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", "iso_8859-1", NULL };
  g_autofree char *folded = g_ascii_strdown (encoding, -1);

  return g_strv_contains (narrow, folded) ? FALLBACK_ENCODING : encoding;
}

/* A zero would end the text early for everything that reads it. */
static void
replace_zeros (char  *text,
               gsize  size)
{
  for (char *zero = memchr (text, 0, size); zero != NULL; zero = memchr (zero, 0, text + size - zero))
    *zero = ' ';
}

/* Illegal sequences become U+FFFD, which is what ICU does unless told otherwise. */
static char *
convert (const guint8 *bytes,
         gsize         size,
         const char   *encoding)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (widen (encoding), &status);
  g_autofree UChar *wide = NULL;
  char *text = NULL;
  int32_t n_wide, n_bytes;

  if (U_FAILURE (status))
    return NULL;

  wide = g_new (UChar, size + 1);
  n_wide = ucnv_toUChars (converter, wide, size + 1, (const char *) bytes, size, &status);
  ucnv_close (converter);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING)
    return NULL;

  text = g_malloc (3 * (gsize) n_wide + 1);
  u_strToUTF8WithSub (text, 3 * n_wide + 1, &n_bytes, wide, n_wide, 0xFFFD, NULL, &status);
  if (U_FAILURE (status))
    {
      g_free (text);
      return NULL;
    }

  replace_zeros (text, n_bytes);

  return g_realloc (text, n_bytes + 1);
}

static char *
convert_guessed (const guint8 *bytes,
                 gsize         size)
{
  uchardet_t detector = uchardet_new ();
  const char *encoding;
  char *text = NULL;

  uchardet_handle_data (detector, (const char *) bytes, MIN (size, MAX_GUESSED));
  uchardet_data_end (detector);
  encoding = uchardet_get_charset (detector);
  if (*encoding != '\0')
    text = convert (bytes, size, encoding);
  uchardet_delete (detector);

  return text;
}

/* Bytes that were cut or garbled in a few places are still the UTF-8 that they were declared to be. */
static gboolean
is_mostly_utf8 (const guint8 *bytes,
                gsize         size)
{
  const char *c = (const char *) bytes;
  const char *end = c + size;
  gsize n_broken = 0, n_multibyte = 0;

  while (c < end)
    {
      const char *stop;
      gboolean valid = g_utf8_validate_len (c, end - c, &stop);

      for (; c < stop; c++)
        n_multibyte += ((guint8) *c & 0xC0) == 0xC0;

      if (valid)
        break;

      n_broken++;
      c = stop + 1;
    }

  return n_broken * 4 <= n_multibyte;
}

static char *
convert_narrow (const guint8 *bytes,
                gsize         size,
                const char   *charset)
{
  g_autofree char *declared = charset != NULL ? g_ascii_strdown (charset, -1) : find_declared (bytes, size);
  char *text = NULL;

  if (is_mostly_utf8 (bytes, size))
    return g_utf8_make_valid ((const char *) bytes, size);

  if (declared != NULL && !g_str_has_prefix (declared, "utf"))
    text = convert (bytes, size, declared);

  if (text == NULL)
    text = convert_guessed (bytes, size);

  return text != NULL ? text : convert (bytes, size, FALLBACK_ENCODING);
}

static gboolean
has_escapes (const guint8 *bytes,
             gsize         size)
{
  const guint8 *escape = memchr (bytes, '\033', size);

  return escape != NULL && memmem (escape, bytes + size - escape, "\033$", 2) != NULL;
}

/* Hardly any page that is valid UTF-8 with letters outside ASCII is anything else, whatever it
 * declares; ISO-2022-JP, which hides its letters in ASCII behind escapes, is. */
static gboolean
is_plain_utf8 (const guint8 *bytes,
               gsize         size)
{
  return g_utf8_validate_len ((const char *) bytes, size, NULL) && !has_escapes (bytes, size);
}

/**
 * cp_encoding_to_utf8:
 * @bytes: the contents of a file
 * @size: bytes in @bytes
 * @charset: (nullable): the encoding that something outside of @bytes declares
 * @length: (out) (optional): bytes of the result without the terminating zero
 *
 * Tells the encoding by the byte order mark, by whether the bytes are UTF-8, by the charset that
 * the file declares, and at last by how its letters are distributed (uchardet). What cannot be decoded
 * becomes U+FFFD; a zero becomes a space; what was encoded twice is decoded twice.
 *
 * Returns: (transfer full): valid UTF-8 ending in a zero
 */
char *
cp_encoding_to_utf8 (const guint8 *bytes,
                     gsize         size,
                     const char   *charset,
                     gsize        *length)
{
  gsize mark_length, mended_length;
  const char *encoding = find_byte_order_mark (bytes, size, &mark_length);
  g_autofree guint8 *clean = NULL;
  char *text = NULL;

  bytes += mark_length;
  size -= mark_length;
  if (encoding == NULL)
    encoding = guess_utf16 (bytes, size);

  if (encoding != NULL && !g_str_equal (encoding, "UTF-8"))
    text = convert (bytes, size, encoding);

  if (text == NULL)
    {
      clean = g_memdup2 (size > 0 ? bytes : (const guint8 *) "", MAX (size, 1));
      replace_zeros ((char *) clean, size);

      if (is_plain_utf8 (clean, size))
        text = g_strndup ((const char *) clean, size);
      else if (encoding != NULL)
        text = g_utf8_make_valid ((const char *) clean, size);
      else
        text = convert_narrow (clean, size, charset);
    }

  mended_length = cp_mojibake_mend (text, strlen (text));
  if (length != NULL)
    *length = mended_length;

  return text;
}
