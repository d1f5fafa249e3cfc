/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A message of MIME parts, as browsers save pages and as letters are sent: its text, and what it shows. */

#define G_LOG_DOMAIN "cp-mime-message"

#include "config.h"

#include "cp-encoding.h"
#include "cp-error.h"
#include "cp-html-reader.h"
#include "cp-mime-message.h"
#include "cp-mime-scan.h"
#include "cp-readers.h"
#include "cp-sealed-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Deeper parts are not looked at; letters that were forwarded many times reach five or six. */
#define MAX_DEPTH 16

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

static void
start_gmime (void)
{
  static gsize started = 0;

  if (g_once_init_enter (&started))
    {
      g_mime_init ();
      g_once_init_leave (&started, 1);
    }
}

static GMimeMessage *
parse (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize start = cp_mime_scan_find_start (data, size);
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new_with_buffer (data + start, size - start);
  g_autoptr (GMimeParser) parser = g_mime_parser_new_with_stream (stream);

  return g_mime_parser_construct_message (parser, NULL);
}

static gboolean
is_text (GMimeObject *object)
{
  GMimeContentType *type = g_mime_object_get_content_type (object);
  const char *disposition = g_mime_object_get_disposition (object);

  if (!GMIME_IS_PART (object) || g_ascii_strcasecmp (disposition != NULL ? disposition : "", "attachment") == 0)
    return FALSE;

  return g_mime_content_type_is_type (type, "text", "html") || g_mime_content_type_is_type (type, "text", "plain") ||
         g_mime_content_type_is_type (type, "application", "xhtml+xml");
}

static gboolean
is_html (GMimeObject *object)
{
  return object != NULL && !g_mime_content_type_is_type (g_mime_object_get_content_type (object), "text", "plain");
}

/* The search for the part to read, and the message that it was found in. */
typedef struct
{
  GMimeMessage *message;
  GMimeObject  *text;
} Search;

static void search_object (Search      *search,
                           GMimeObject *object,
                           int          depth);

static GMimeObject *
find_start (GMimeMultipart *multipart)
{
  const char *start = g_mime_object_get_content_type_parameter (GMIME_OBJECT (multipart), "start");
  g_autofree char *id = start != NULL ? g_mime_utils_decode_message_id (start) : NULL;

  return id != NULL ? g_mime_multipart_get_subpart_from_content_id (multipart, id) : NULL;
}

/* Of alternatives the page is taken, wherever it stands; of other parts the first that has text. */
static void
search_multipart (Search         *search,
                  GMimeMultipart *multipart,
                  int             depth)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (multipart));
  gboolean alternative = g_mime_content_type_is_type (type, "multipart", "alternative");
  GMimeObject *start = find_start (multipart);
  int n_parts = g_mime_multipart_get_count (multipart);

  if (start != NULL)
    search_object (search, start, depth);

  for (int i = 0; i < n_parts && (search->text == NULL || (alternative && !is_html (search->text))); i++)
    {
      Search other = *search;

      other.text = NULL;
      search_object (&other, g_mime_multipart_get_part (multipart, i), depth);
      if (other.text != NULL && (search->text == NULL || is_html (other.text)))
        *search = other;
    }
}

static void
search_object (Search      *search,
               GMimeObject *object,
               int          depth)
{
  if (object == NULL || depth > MAX_DEPTH)
    return;

  if (GMIME_IS_MULTIPART (object))
    {
      search_multipart (search, GMIME_MULTIPART (object), depth + 1);
    }
  else if (GMIME_IS_MESSAGE_PART (object))
    {
      GMimeMessage *message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));
      Search inner = { .message = message };

      if (message != NULL)
        search_object (&inner, g_mime_message_get_mime_part (message), depth + 1);
      if (inner.text != NULL)
        *search = inner;
    }
  else if (is_text (object))
    {
      search->text = object;
    }
}

static GBytes *
decode (GMimePart *part)
{
  GMimeDataWrapper *content = g_mime_part_get_content (part);
  g_autoptr (GMimeStream) stream = NULL;
  GByteArray *bytes = g_byte_array_new ();

  stream = g_mime_stream_mem_new_with_byte_array (bytes);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  if (content != NULL)
    g_mime_data_wrapper_write_to_stream (content, stream);

  return g_byte_array_free_to_bytes (bytes);
}

static void
add_file (CpPageFiles *files,
          GMimePart   *part)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));
  const char *id = g_mime_object_get_content_id (GMIME_OBJECT (part));
  const char *location = g_mime_part_get_content_location (part);
  g_autofree char *media_type = g_mime_content_type_get_mime_type (type);
  g_autofree char *cid = id != NULL ? g_strconcat ("cid:", id, NULL) : NULL;
  g_autoptr (GBytes) bytes = NULL;

  if ((id == NULL && location == NULL) || is_text (GMIME_OBJECT (part)))
    return;

  bytes = decode (part);
  if (location != NULL)
    cp_page_files_add (files, location, media_type, bytes);
  if (cid != NULL)
    cp_page_files_add (files, cid, media_type, bytes);
}

static void
collect_files (CpPageFiles *files,
               GMimeObject *object,
               int          depth)
{
  if (depth > MAX_DEPTH)
    return;

  if (GMIME_IS_MULTIPART (object))
    {
      for (int i = 0; i < g_mime_multipart_get_count (GMIME_MULTIPART (object)); i++)
        collect_files (files, g_mime_multipart_get_part (GMIME_MULTIPART (object), i), depth + 1);
    }
  else if (GMIME_IS_PART (object))
    {
      add_file (files, GMIME_PART (object));
    }
}

static void
take_text (CpMimeMessage *self,
           GMimePart     *part)
{
  GMimeObject *object = GMIME_OBJECT (part);
  g_autoptr (GBytes) bytes = decode (part);
  const char *format = g_mime_object_get_content_type_parameter (object, "format");
  const char *deletes = g_mime_object_get_content_type_parameter (object, "delsp");
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  self->text = cp_encoding_to_utf8 (data, size, g_mime_object_get_content_type_parameter (object, "charset"), &self->length);
  self->is_html = is_html (object);
  self->is_flowed = format != NULL && g_ascii_strcasecmp (format, "flowed") == 0;
  self->deletes_space = deletes != NULL && g_ascii_strcasecmp (deletes, "yes") == 0;
  self->location = g_strdup (g_mime_part_get_content_location (part));
}

static gboolean
check_bounds (GBytes      *bytes,
              const char  *name,
              GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (cp_mime_scan_is_bounded (data, size))
    return TRUE;

  g_set_error (error, CP_ERROR, CP_ERROR_TOO_LARGE,
               _("“%s” is a message of more or deeper parts than any letter or page has. Save the article alone and import that."),
               name);

  return FALSE;
}

static void
remember_last_cb (GMimeObject *parent,
                  GMimeObject *part,
                  gpointer     user_data)
{
  GMimeObject **last = user_data;

  *last = part;
}

/* A page whose end is missing would be taken for the whole piece. */
static gboolean
check_whole (CpMimeMessage  *self,
             GMimeObject    *text,
             GBytes         *bytes,
             const char     *name,
             GError        **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  GMimeObject *top = g_mime_message_get_mime_part (self->message);
  GMimeObject *last = NULL;

  if (!self->is_html || !GMIME_IS_MULTIPART (top) || strcasestr (self->text, "</html") != NULL ||
      cp_mime_scan_is_closed (data, size, g_mime_multipart_get_boundary (GMIME_MULTIPART (top))))
    return TRUE;

  g_mime_multipart_foreach (GMIME_MULTIPART (top), remember_last_cb, &last);
  if (last != text)
    return TRUE;

  g_set_error (error, CP_ERROR, CP_ERROR_DAMAGED,
               _("“%s” ends in the middle of the page. Save the page again, and wait until all of it is written."), name);

  return FALSE;
}

/**
 * cp_mime_message_new:
 * @bytes: a message
 * @name: how messages name it
 * @error: %CP_ERROR_DAMAGED when there is no text in it or its text is cut off, %CP_ERROR_TOO_LARGE when it is
 *   built to exhaust whoever reads it
 *
 * Returns: (transfer full) (nullable): the message, its text found
 */
CpMimeMessage *
cp_mime_message_new (GBytes      *bytes,
                     const char  *name,
                     GError     **error)
{
  g_autoptr (CpMimeMessage) self = NULL;
  g_autoptr (GMimeMessage) outer = NULL;
  Search search = { NULL };

  if (!check_bounds (bytes, name, error))
    return NULL;

  start_gmime ();
  outer = parse (bytes);
  search.message = outer;
  if (outer != NULL)
    search_object (&search, g_mime_message_get_mime_part (outer), 0);

  if (search.text == NULL)
    {
      g_set_error (error, CP_ERROR, CP_ERROR_DAMAGED,
                   _("“%s” is a message without any text in it. Save the piece again and import the new file."), name);
      return NULL;
    }

  self = g_new0 (CpMimeMessage, 1);
  self->message = g_object_ref (search.message);
  take_text (self, GMIME_PART (search.text));
  if (!check_whole (self, search.text, bytes, name, error))
    return NULL;

  self->files = cp_page_files_new (self->location, NULL);
  collect_files (self->files, g_mime_message_get_mime_part (self->message), 0);

  return g_steal_pointer (&self);
}

void
cp_mime_message_free (CpMimeMessage *self)
{
  g_clear_object (&self->message);
  g_clear_pointer (&self->files, cp_page_files_free);
  g_free (self->text);
  g_free (self->location);
  g_free (self);
}

/**
 * cp_mime_message_dup_header:
 * @name: such as "Subject"
 *
 * Returns: (transfer full) (nullable): the header, decoded, as valid UTF-8
 */
char *
cp_mime_message_dup_header (CpMimeMessage *self,
                            const char    *name)
{
  const char *value = g_mime_object_get_header (GMIME_OBJECT (self->message), name);

  return value != NULL ? g_utf8_make_valid (value, -1) : NULL;
}

/* Programs that send plain text break its lines and mark by a space at the end those that go on. */
static char *
unflow (CpMimeMessage *self)
{
  GString *text = g_string_sized_new (self->length);
  g_auto (GStrv) lines = g_strsplit (self->text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_str_has_suffix (lines[i], "\r") ? g_strndup (lines[i], strlen (lines[i]) - 1) : g_strdup (lines[i]);
      gsize length = strlen (line);
      gboolean goes_on = length > 0 && line[length - 1] == ' ' && strcmp (line, "-- ") != 0;

      /* A space in front keeps a line from being taken for a quotation or a divider. */
      g_string_append (text, *line == ' ' ? line + 1 : line);
      if (goes_on && self->deletes_space)
        g_string_truncate (text, text->len - 1);
      if (!goes_on)
        g_string_append (text, length > 0 ? "\n\n" : "\n");
      g_free (line);
    }

  return g_string_free (text, FALSE);
}

/* What follows the line "-- " is the sender's, not the letter's. */
static char *
cut_signature (char *text)
{
  char *line = strstr (text, "\n-- \n");
  char *windows_line = strstr (text, "\n-- \r\n");

  if (line == NULL || (windows_line != NULL && windows_line < line))
    line = windows_line;
  if (line == NULL)
    return NULL;

  *line = '\0';

  return line + strlen ("\n-- ");
}

static CpDraft *
read_plain (CpMimeMessage  *self,
            const char     *name,
            CpMetadata     *known,
            GError        **error)
{
  char *signature = cut_signature (self->text);
  g_autofree char *text = self->is_flowed ? unflow (self) : g_strdup (self->text);
  const CpInput input = { .name = name, .text = text, .length = strlen (text) };
  CpDraft *draft = cp_plain_reader.read (&input, error);

  if (draft == NULL)
    return NULL;

  if (signature != NULL)
    {
      CpDraftBlock *block = cp_draft_begin (draft, CP_BLOCK_PARAGRAPH, 0);

      cp_draft_block_append (block, signature, -1, CP_STYLE_NONE);
      block->furniture = CP_FURNITURE_NOTICE;
    }

  cp_metadata_merge (draft->metadata, known);

  return draft;
}

/**
 * cp_mime_message_read:
 * @name: how messages name it
 * @known: what the headers say of the piece
 * @error: as of cp_html_read_page()
 *
 * Returns: (transfer full) (nullable): the piece
 */
CpDraft *
cp_mime_message_read (CpMimeMessage  *self,
                      const char     *name,
                      CpMetadata     *known,
                      GError        **error)
{
  const CpHtmlSource page = {
    .text = self->text, .length = self->length, .name = name, .files = self->files, .known = known
  };

  return self->is_html ? cp_html_read_page (&page, error) : read_plain (self, name, known, error);
}

/**
 * cp_mime_message_show:
 *
 * Returns: (transfer full): the part to read as a page that runs and loads nothing
 */
char *
cp_mime_message_show (CpMimeMessage *self)
{
  return self->is_html ? cp_sealed_page_new (self->text, self->length, self->files) : cp_sealed_page_new_for_text (self->text);
}
