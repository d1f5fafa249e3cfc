/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page with all it shows, as Safari saves it: a property list. */

#define G_LOG_DOMAIN "cp-webarchive"

#include "config.h"

#include "cp-encoding.h"
#include "cp-error.h"
#include "cp-plist-check.h"
#include "cp-webarchive.h"

#include <glib/gi18n-lib.h>
#include <plist/plist.h>
#include <string.h>

#define MAX_HEAD 1024

static const char main_key[] = "WebMainResource";

static gboolean
is_binary (const char *data,
           gsize       size)
{
  return size > 8 && memcmp (data, "bplist0", 7) == 0;
}

/**
 * cp_webarchive_is_one:
 *
 * Returns: whether @input is a property list with a page in it
 */
gboolean
cp_webarchive_is_one (const CpInput *input)
{
  gsize size;
  const char *data = g_bytes_get_data (input->bytes, &size);
  g_autofree char *head = NULL;

  if (!is_binary (data, size))
    {
      head = g_strndup (data, MIN (size, MAX_HEAD));
      if (strstr (head, "<plist") == NULL)
        return FALSE;
    }

  return memmem (data, size, main_key, strlen (main_key)) != NULL;
}

static plist_t
parse (const CpInput *input)
{
  gsize size;
  const char *data = g_bytes_get_data (input->bytes, &size);
  plist_t list = NULL;

  if (is_binary (data, size) && cp_plist_check_binary ((const guint8 *) data, size))
    plist_from_bin (data, size, &list);
  else if (!is_binary (data, size) && input->text != NULL && cp_plist_check_xml (input->text))
    plist_from_xml (input->text, input->length, &list);

  return list;
}

static plist_t
get_item (plist_t     dict,
          const char *key,
          plist_type  type)
{
  plist_t item = dict != NULL && plist_get_node_type (dict) == PLIST_DICT ? plist_dict_get_item (dict, key) : NULL;

  return item != NULL && plist_get_node_type (item) == type ? item : NULL;
}

static char *
dup_string (plist_t     dict,
            const char *key)
{
  plist_t item = get_item (dict, key, PLIST_STRING);
  guint64 length;
  const char *value = item != NULL ? plist_get_string_ptr (item, &length) : NULL;

  return value != NULL ? g_utf8_make_valid (value, length) : NULL;
}

static const char *
get_data (plist_t  resource,
          gsize   *size)
{
  plist_t item = get_item (resource, "WebResourceData", PLIST_DATA);
  guint64 length = 0;
  const char *data = item != NULL ? plist_get_data_ptr (item, &length) : NULL;

  *size = length;

  return data;
}

static gboolean
is_shown (const char *media_type)
{
  return g_str_has_prefix (media_type, "image/") || g_str_has_prefix (media_type, "font/") ||
         strcmp (media_type, "text/css") == 0 || strstr (media_type, "font") != NULL;
}

static void
collect_files (CpWebarchive *self,
               plist_t       resources)
{
  guint n = resources != NULL ? plist_array_get_size (resources) : 0;

  for (guint i = 0; i < n; i++)
    {
      plist_t resource = plist_array_get_item (resources, i);
      g_autofree char *url = dup_string (resource, "WebResourceURL");
      g_autofree char *media_type = dup_string (resource, "WebResourceMIMEType");
      g_autoptr (GBytes) bytes = NULL;
      gsize size;
      const char *data = get_data (resource, &size);

      if (url == NULL || media_type == NULL || data == NULL || !is_shown (media_type))
        continue;

      bytes = g_bytes_new (data, size);
      cp_page_files_add (self->files, url, media_type, bytes);
    }
}

/* Returns: (nullable): the page of @archive and what belongs to it, or NULL when there is none */
static CpWebarchive *
open_archive (plist_t archive)
{
  plist_t main = get_item (archive, main_key, PLIST_DICT);
  g_autofree char *media_type = dup_string (main, "WebResourceMIMEType");
  g_autofree char *charset = dup_string (main, "WebResourceTextEncodingName");
  gsize size;
  const char *data = get_data (main, &size);
  CpWebarchive *self;

  if (data == NULL || size == 0 || media_type == NULL ||
      (!g_str_has_prefix (media_type, "text/") && strcmp (media_type, "application/xhtml+xml") != 0))
    return NULL;

  self = g_new0 (CpWebarchive, 1);
  self->text = cp_encoding_to_utf8 ((const guint8 *) data, size, charset, &self->length);
  self->is_html = strcmp (media_type, "text/plain") != 0;
  self->url = dup_string (main, "WebResourceURL");
  self->files = cp_page_files_new (self->url, NULL);
  collect_files (self, get_item (archive, "WebSubresources", PLIST_ARRAY));

  return self;
}

/**
 * cp_webarchive_new:
 * @error: %CP_ERROR_DAMAGED when the list is broken, is built to exhaust whoever reads it, or has no page
 *
 * Returns: (transfer full) (nullable): the archive
 */
CpWebarchive *
cp_webarchive_new (const CpInput  *input,
                   GError        **error)
{
  plist_t list = parse (input);
  CpWebarchive *self = open_archive (list);

  if (self == NULL)
    {
      g_clear_pointer (&list, plist_free);
      g_set_error (error, CP_ERROR, CP_ERROR_DAMAGED,
                   _("“%s” is not a whole web archive. Save the page again and import the new file."), input->name);
      return NULL;
    }

  self->list = list;

  return self;
}

/**
 * cp_webarchive_new_frame:
 * @index: from 0
 *
 * Returns: (transfer full) (nullable): the page in a frame of this one, or %NULL when there are fewer frames
 */
CpWebarchive *
cp_webarchive_new_frame (CpWebarchive *self,
                         guint         index)
{
  plist_t frames = get_item (self->list, "WebSubframeArchives", PLIST_ARRAY);

  for (guint i = 0; frames != NULL && i < plist_array_get_size (frames); i++)
    {
      CpWebarchive *frame = open_archive (plist_array_get_item (frames, i));

      if (frame != NULL && index-- == 0)
        return frame;
      g_clear_pointer (&frame, cp_webarchive_free);
    }

  return NULL;
}

void
cp_webarchive_free (CpWebarchive *self)
{
  g_clear_pointer (&self->list, plist_free);
  g_clear_pointer (&self->files, cp_page_files_free);
  g_free (self->text);
  g_free (self->url);
  g_free (self);
}
