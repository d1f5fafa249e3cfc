/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of any encoding → valid UTF-8. */

#define G_LOG_DOMAIN "cp-encoding"

#include "config.h"

#include "cp-encoding.h"
#include "cp-encoding-wide.h"
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

/* What declares one of these means the superset that Windows and every browser use (WHATWG Encoding Standard). */
static const struct
{
  const char *names;
  const char *wide;
} supersets[] = {
  { " iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 us-ascii ascii ", FALLBACK_ENCODING },
  { " iso-8859-9 iso8859-9 latin5 ", "windows-1254" },
  { " iso-8859-11 tis-620 ", "windows-874" },
  { " gb2312 gb_2312-80 x-gbk gbk euc-cn ", "gb18030" },
  { " shift_jis shift-jis x-sjis sjis ", "windows-31j" },
  { " euc-kr ks_c_5601-1987 ksc5601 ksc_5601 ", "windows-949" },
};

static const char *
widen (const char *encoding)
{
  g_autofree char *lower = g_ascii_strdown (encoding, -1);
  g_autofree char *name = g_strconcat (" ", lower, " ", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (supersets); i++)
    {
      if (strstr (supersets[i].names, name) != NULL)
        return supersets[i].wide;
    }

  return encoding;
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

  return n_multibyte > 0 && n_broken * 4 <= n_multibyte;
}

/* Letters with marks stand alone between those of ASCII; those of other scripts stand in words. */
static gboolean
is_western (const guint8 *bytes,
            gsize         size)
{
  gsize n_high = 0, n_runs = 0;

  for (gsize i = 0; i < MIN (size, MAX_GUESSED); i++)
    {
      n_high += bytes[i] >= 0x80;
      n_runs += bytes[i] >= 0x80 && (i == 0 || bytes[i - 1] < 0x80);
    }

  return n_high < 2 * n_runs;
}

/* Dashes, quotation marks and the like are the same bytes in all encodings of Windows, and no letters to guess by. */
static gboolean
has_signs_alone (const guint8 *bytes,
                 gsize         size)
{
  static const char signs[] = "\x80\x82\x84\x85\x8B\x91\x92\x93\x94\x95\x96\x97\x99\x9B\xA0\xA7\xA9\xAB\xAE\xB0\xB7\xBB";
  gboolean has_signs = FALSE;

  for (gsize i = 0; i < size; i++)
    {
      if (bytes[i] >= 0x80 && strchr (signs, bytes[i]) == NULL)
        return FALSE;
      has_signs = has_signs || bytes[i] >= 0x80;
    }

  return has_signs;
}

/* Editors and servers declare Latin-1, and everything else UTF-8, without asking. */
static gboolean
is_credible (const char   *declared,
             const guint8 *bytes,
             gsize         size)
{
  if (g_str_has_prefix (declared, "utf"))
    return FALSE;

  return strcmp (widen (declared), FALLBACK_ENCODING) != 0 || is_western (bytes, size);
}

/* Whether the bytes make more than a few characters in the encoding that they were said to be in. */
static gboolean
is_decoded (const char *text)
{
  gsize n_broken = 0, n_multibyte = 0;

  for (const char *c = strpbrk (text, "\xEF"); c != NULL; c = strchr (c + 1, '\xEF'))
    n_broken += strncmp (c, "\xEF\xBF\xBD", 3) == 0;

  for (const char *c = text; n_broken > 0 && *c != '\0'; c++)
    n_multibyte += ((guint8) *c & 0xC0) == 0xC0;

  return n_broken * 10 <= n_multibyte;
}

static char *
convert_declared (const guint8 *bytes,
                  gsize         size,
                  const char   *declared)
{
  g_autofree char *text = is_credible (declared, bytes, size) ? convert (bytes, size, declared) : NULL;

  return text != NULL && is_decoded (text) ? g_steal_pointer (&text) : NULL;
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

  if (declared != NULL)
    text = convert_declared (bytes, size, declared);

  if (text == NULL && has_signs_alone (bytes, size))
    text = convert (bytes, size, FALLBACK_ENCODING);

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

/* Bytes in units of one; most files are UTF-8, and are copied once. */
static char *
convert_bytes (const guint8 *bytes,
               gsize         size,
               const char   *encoding,
               const char   *charset)
{
  g_autofree guint8 *clean = NULL;

  if (size > 0 && memchr (bytes, 0, size) != NULL)
    {
      clean = g_memdup2 (bytes, size);
      replace_zeros ((char *) clean, size);
      bytes = clean;
    }

  if (size == 0)
    return g_strdup ("");

  if (is_plain_utf8 (bytes, size))
    return g_strndup ((const char *) bytes, size);

  return encoding != NULL ? g_utf8_make_valid ((const char *) bytes, size) : convert_narrow (bytes, size, charset);
}

/**
 * cp_encoding_to_utf8:
 * @bytes: the contents of a file
 * @size: bytes in @bytes
 * @charset: (nullable): the encoding that something outside of @bytes declares
 * @length: (out) (optional): bytes of the result without the terminating zero
 *
 * Tells the encoding by the byte order mark, by the zeros between letters, by whether the bytes are UTF-8, by the charset
 * that is declared, if the bytes bear it out, and at last by how the letters are distributed (uchardet). What cannot be
 * decoded becomes U+FFFD; a zero becomes a space; UTF-8 that was encoded twice is decoded twice.
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
  g_autofree char *text = NULL;

  bytes += mark_length;
  size -= mark_length;
  if (encoding == NULL)
    encoding = cp_encoding_guess_wide (bytes, size);

  if (encoding != NULL && !g_str_equal (encoding, "UTF-8"))
    text = convert (bytes, size, encoding);

  if (text == NULL)
    text = convert_bytes (bytes, size, encoding, charset);

  mended_length = cp_mojibake_mend (text, strlen (text));
  if (length != NULL)
    *length = mended_length;

  return g_steal_pointer (&text);
}
