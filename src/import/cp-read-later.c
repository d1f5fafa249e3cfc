/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the archives of read-later services have in common. */

#define G_LOG_DOMAIN "cp-read-later"

#include "config.h"

#include "cp-byline.h"
#include "cp-json-input.h"
#include "cp-read-later.h"

#include <string.h>

/* Characters of a title that make the name of its piece. */
#define MAX_NAME 80

/**
 * cp_read_later_offer:
 * @entry: what the archive says of a piece
 * @name: a member of @entry
 * @archive: which archive it is, for the detail of the evidence
 *
 * Offers the member as the value of @field.
 */
void
cp_read_later_offer (CpMetadata *metadata,
                     CpField     field,
                     JsonNode   *entry,
                     const char *name,
                     const char *archive)
{
  g_autofree char *detail = g_strconcat (archive, " ", name, NULL);

  cp_metadata_offer (metadata, field, cp_json_input_get_string (entry, name), CP_EVIDENCE_FRONT_MATTER, detail);
}

/**
 * cp_read_later_offer_authors:
 * @entry: what the archive says of a piece
 * @name: a member of @entry: a name, or a list of names
 * @archive: which archive it is, for the detail of the evidence
 *
 * Offers the names as those of the authors.
 */
void
cp_read_later_offer_authors (CpMetadata *metadata,
                             JsonNode   *entry,
                             const char *name,
                             const char *archive)
{
  g_autofree char *detail = g_strconcat (archive, " ", name, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) authors = NULL;
  JsonNode *list = cp_json_input_get_member (entry, name);
  JsonNode *item;

  for (guint i = 0; (item = cp_json_input_get_item (list, i)) != NULL; i++)
    {
      const char *field = cp_json_input_get_string (item, NULL);
      g_auto (GStrv) names = field != NULL ? cp_byline_parse_field (field) : NULL;

      if (names != NULL)
        g_strv_builder_addv (builder, (const char **) names);
    }

  authors = g_strv_builder_end (builder);
  cp_metadata_offer_authors (metadata, (const char * const *) authors, CP_EVIDENCE_FRONT_MATTER, detail);
}

/**
 * cp_read_later_add_tags:
 * @tags: (nullable): a list of strings, or of objects with a "label" or a "name"
 *
 * Adds the tags under which the piece was filed.
 */
void
cp_read_later_add_tags (CpMetadata *metadata,
                        JsonNode   *tags)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  JsonNode *item;

  for (guint i = 0; (item = cp_json_input_get_item (tags, i)) != NULL; i++)
    {
      const char *tag = cp_json_input_get_string (item, NULL);

      if (tag == NULL)
        tag = cp_json_input_get_string (item, "label");
      if (tag == NULL)
        tag = cp_json_input_get_string (item, "name");
      if (tag != NULL)
        g_strv_builder_add (builder, tag);
    }

  all = g_strv_builder_end (builder);
  cp_metadata_add_tags (metadata, (const char * const *) all);
}

/**
 * cp_read_later_wrap_page:
 * @title: (nullable): the headline
 * @content: the text of the piece as HTML: all of a page, or the part of it that the archive keeps
 *
 * Returns: (transfer full): a whole page
 */
GBytes *
cp_read_later_wrap_page (const char *title,
                         const char *content)
{
  g_autofree char *headline = g_markup_escape_text (title != NULL ? title : "", -1);
  char *page;

  if (strcasestr (content, "<body") != NULL)
    return g_bytes_new (content, strlen (content));

  page = g_strconcat ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>", headline, "</title></head>\n"
                      "<body><article><h1>", headline, "</h1>\n", content, "\n</article></body></html>\n", NULL);

  return g_bytes_new_take (page, strlen (page));
}

/**
 * cp_read_later_dup_path:
 * @entry: what the archive says of a piece
 * @number: which piece of the archive it is, from 1
 *
 * Returns: (transfer full): a name for the piece in messages
 */
char *
cp_read_later_dup_path (JsonNode *entry,
                        guint     number)
{
  g_autofree char *title = cp_json_input_dup_text (entry, "title");
  g_autofree char *name = NULL;

  if (title == NULL)
    title = cp_json_input_dup_text (entry, "url");

  if (title == NULL)
    return g_strdup_printf ("%u", number);

  name = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_NAME));

  return g_strdelimit (g_steal_pointer (&name), "/\\\r\n\t", ' ');
}
