/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks over the bytes of a message before it is parsed. */

#define G_LOG_DOMAIN "cp-mime-scan"

#include "config.h"

#include "cp-mime-scan.h"
#include "cp-pattern.h"

#include <string.h>

/* Enough of a file to hold the headers that tell what it is: letters have some thousand bytes of them. */
#define MAX_HEAD (64 * 1024)

/* The parser recurses into parts and keeps each; these are far over what letters and pages have, and far under
 * what exhausts the stack or the memory. */
#define MAX_NESTS      200
#define MAX_BOUNDARIES 50000
#define MAX_HEADERS    (8 * 1024 * 1024)

static CpPattern first_line = CP_PATTERN ("\\A(?:From \\S.*\\R)?[A-Za-z][A-Za-z0-9-]*:[ \\t\\r\\n]");
static CpPattern mime_version = CP_PATTERN ("(?m)^MIME-Version:");
static CpPattern content_type = CP_PATTERN ("(?m)^Content-Type:\\s*(?:multipart/|text/|application/xhtml|message/)");
static CpPattern saved = CP_PATTERN ("(?m)^(?:Snapshot-Content-Location:|Content-Location:|From:\\s*\"?<?Saved by\\b)");
static CpPattern sent = CP_PATTERN ("(?m)^(?:Received|To|Cc|Bcc|Delivered-To|Return-Path|Message-ID|Reply-To|List-[A-Za-z]+):");
static CpPattern from = CP_PATTERN ("(?m)^From:");
static CpPattern dated = CP_PATTERN ("(?m)^Date:");
static CpPattern subject = CP_PATTERN ("(?m)^Subject:");

/**
 * cp_mime_scan_find_start:
 *
 * Returns: how many bytes stand before the headers: a byte order mark, empty lines
 */
gsize
cp_mime_scan_find_start (const char *data,
                         gsize       size)
{
  gsize start = size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

  while (start < size && start < MAX_HEAD && g_ascii_isspace (data[start]))
    start++;

  return start;
}

/* The headers, up to the first empty line. */
static char *
dup_head (const char *data,
          gsize       size)
{
  gsize start = cp_mime_scan_find_start (data, size);
  g_autofree char *head = g_strndup (data + start, MIN (size - start, MAX_HEAD));
  char *end = strstr (head, "\n\n");
  char *windows_end = strstr (head, "\n\r\n");

  if (windows_end != NULL && (end == NULL || windows_end < end))
    end = windows_end;
  if (end != NULL)
    end[1] = '\0';

  return g_utf8_make_valid (head, -1);
}

/**
 * cp_mime_scan_get_kind:
 *
 * Returns: whether the bytes are a message, and of which kind
 */
CpMimeKind
cp_mime_scan_get_kind (const char *data,
                       gsize       size)
{
  gsize start = cp_mime_scan_find_start (data, size);
  g_autofree char *head = NULL;

  if (start == size || !g_ascii_isalpha (data[start]))
    return CP_MIME_NONE;

  head = dup_head (data, size);
  if (!cp_pattern_matches (&first_line, head))
    return CP_MIME_NONE;

  if (cp_pattern_matches (&mime_version, head) && cp_pattern_matches (&content_type, head))
    return cp_pattern_matches (&saved, head) || !cp_pattern_matches (&sent, head) ? CP_MIME_PAGE : CP_MIME_LETTER;

  return cp_pattern_matches (&from, head) && cp_pattern_matches (&dated, head) && cp_pattern_matches (&subject, head)
         ? CP_MIME_LETTER : CP_MIME_NONE;
}

static gsize
count (const char *data,
       gsize       size,
       const char *needle)
{
  gsize length = strlen (needle);
  const char *end = data + size;
  gsize n = 0;

  for (const char *c = memmem (data, size, needle, length); c != NULL; c = memmem (c, end - c, needle, length))
    {
      n++;
      c += length;
    }

  return n;
}

/* Counts in any case of letters, by the slash that the types have in common. */
static gsize
count_nests (const char *data,
             gsize       size)
{
  const char *end = data + size;
  gsize n = 0;

  for (const char *c = memchr (data, '/', size); c != NULL; c = memchr (c + 1, '/', end - c - 1))
    {
      n += c - data >= 9 && g_ascii_strncasecmp (c - 9, "multipart", 9) == 0;
      n += c - data >= 7 && g_ascii_strncasecmp (c - 7, "message", 7) == 0;
    }

  return n;
}

/**
 * cp_mime_scan_is_bounded:
 *
 * Returns: whether the message can be parsed without exhausting stack and memory
 */
gboolean
cp_mime_scan_is_bounded (const char *data,
                         gsize       size)
{
  const char *head_end = memmem (data, size, "\n\n", 2);
  const char *windows_end = memmem (data, size, "\n\r\n", 3);
  gsize head = MIN (head_end != NULL ? (gsize) (head_end - data) : size,
                    windows_end != NULL ? (gsize) (windows_end - data) : size);

  return head <= MAX_HEADERS && count_nests (data, size) <= MAX_NESTS && count (data, size, "\n--") <= MAX_BOUNDARIES;
}

/**
 * cp_mime_scan_is_closed:
 * @boundary: (nullable): what divides the parts
 *
 * Returns: whether the line that ends the last part is there
 */
gboolean
cp_mime_scan_is_closed (const char *data,
                        gsize       size,
                        const char *boundary)
{
  g_autofree char *line = boundary != NULL ? g_strconcat ("\n--", boundary, "--", NULL) : NULL;

  return line != NULL && memmem (data, size, line, strlen (line)) != NULL;
}
