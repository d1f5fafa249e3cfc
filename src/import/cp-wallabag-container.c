/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON export of wallabag: entries with their text as HTML, their tags and their annotations. */

#define G_LOG_DOMAIN "cp-wallabag-container"

#include "config.h"

#include "cp-error.h"
#include "cp-html-offsets.h"
#include "cp-json-input.h"
#include "cp-original.h"
#include "cp-read-later.h"
#include "cp-readers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More entries than anybody saved. */
#define MAX_ENTRIES 100000

/* What tells an entry from the objects of other programs; so many of them must be there. */
static const char * const marks[] = {
  "is_archived", "is_starred", "reading_time", "domain_name", "mimetype", "preview_picture", "annotations", "hashed_url",
};
#define MIN_MARKS 3

/* What wallabag puts in place of a text that it could not fetch. */
static const char placeholder[] = "wallabag can't retrieve contents";

static gboolean
is_entry (JsonNode *node)
{
  guint n_marks = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    n_marks += cp_json_input_get_member (node, marks[i]) != NULL;

  return n_marks >= MIN_MARKS && cp_json_input_get_member (node, "url") != NULL;
}

static JsonNode *
parse_record (const CpInput      *input,
              const CpJsonRecord *record)
{
  return cp_json_input_parse (input->text + record->start, record->end - record->start);
}

static int
sniff_wallabag (const CpInput *input)
{
  g_autoptr (GArray) records = NULL;
  g_autoptr (JsonNode) entry = NULL;
  gboolean whole;

  if (input->text == NULL || !cp_json_input_sniff (input->text))
    return 0;

  records = cp_json_input_list_records (input->text, input->length, 1, &whole);
  if (records->len == 0)
    return 0;

  entry = parse_record (input, &g_array_index (records, CpJsonRecord, 0));

  return entry != NULL && is_entry (entry) ? 97 : 0;
}

static CpMetadata *
read_metadata (JsonNode *entry)
{
  CpMetadata *metadata = cp_metadata_new ();

  cp_read_later_offer (metadata, CP_FIELD_TITLE, entry, "title", "wallabag");
  cp_read_later_offer (metadata, CP_FIELD_URL, entry, "url", "wallabag");
  cp_read_later_offer (metadata, CP_FIELD_PUBLISHED, entry, "published_at", "wallabag");
  cp_read_later_offer (metadata, CP_FIELD_LANGUAGE, entry, "language", "wallabag");
  cp_read_later_offer_authors (metadata, entry, "published_by", "wallabag");
  cp_read_later_add_tags (metadata, cp_json_input_get_member (entry, "tags"));

  return metadata;
}

/* Offsets are numbers in newer exports and strings in older ones. */
static int
get_offset (JsonNode   *range,
            const char *name)
{
  JsonNode *value = cp_json_input_get_member (range, name);
  const char *string = cp_json_input_get_string (range, name);

  if (string != NULL)
    return CLAMP (g_ascii_strtoll (string, NULL, 10), 0, G_MAXINT / 2);

  return value != NULL && JSON_NODE_HOLDS_VALUE (value) ? CLAMP (json_node_get_int (value), 0, G_MAXINT / 2) : 0;
}

/* The words may stand several times in the text; the range tells which of them are meant. */
static void
take_range (CpAnnotation  *annotation,
            JsonNode      *range,
            CpHtmlOffsets *offsets)
{
  const char *path = cp_json_input_get_string (range, "start");
  int position = path != NULL ? cp_html_offsets_find (offsets, path, get_offset (range, "startOffset")) : -1;

  if (position >= 0)
    cp_annotation_take_context (annotation, cp_html_offsets_get_text (offsets), cp_html_offsets_get_letters (offsets),
                                position);
}

static CpAnnotation *
read_annotation (JsonNode      *node,
                 CpHtmlOffsets *offsets)
{
  g_autofree char *quote = cp_json_input_dup_text (node, "quote");
  g_autofree char *note = cp_json_input_dup_text (node, "text");
  CpAnnotation *annotation;

  if (quote == NULL && note == NULL)
    return NULL;

  annotation = cp_annotation_new ("wallabag", quote != NULL ? quote : "", note);
  annotation->created = cp_json_input_dup_text (node, "created_at");
  take_range (annotation, cp_json_input_get_item (cp_json_input_get_member (node, "ranges"), 0), offsets);

  return annotation;
}

static GPtrArray *
read_annotations (JsonNode   *entry,
                  const char *content)
{
  GPtrArray *annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_annotation_free);
  JsonNode *list = cp_json_input_get_member (entry, "annotations");
  g_autoptr (CpHtmlOffsets) offsets = NULL;
  JsonNode *item;

  for (guint i = 0; (item = cp_json_input_get_item (list, i)) != NULL && i < CP_ANNOTATIONS_MAX; i++)
    {
      CpAnnotation *annotation;

      if (offsets == NULL)
        offsets = cp_html_offsets_new (content);

      annotation = read_annotation (item, offsets);
      if (annotation != NULL)
        g_ptr_array_add (annotations, annotation);
    }

  return annotations;
}

/* Returns: (nullable): the text of the entry as HTML, unless wallabag has none */
static const char *
get_content (JsonNode *entry)
{
  const char *content = cp_json_input_get_string (entry, "content");

  if (content == NULL || content[strspn (content, " \t\r\n")] == '\0' || g_str_has_prefix (content, placeholder))
    return NULL;

  return content;
}

static gboolean
give_entry (JsonNode     *entry,
            GBytes       *original,
            const char   *path,
            CpMemberFunc  func,
            gpointer      user_data)
{
  const char *content = get_content (entry);
  const char *title = cp_json_input_get_string (entry, "title");
  g_autoptr (GBytes) page = content != NULL ? cp_read_later_wrap_page (title, content) : NULL;
  g_autoptr (CpMetadata) metadata = read_metadata (entry);
  g_autoptr (GPtrArray) annotations = content != NULL ? read_annotations (entry, content) : NULL;
  g_autoptr (GError) error = NULL;
  const CpMember member = {
    .path = path,
    .bytes = page,
    .original = original,
    .media_type = cp_wallabag_container.media_type,
    .metadata = metadata,
    .annotations = annotations,
  };

  if (content == NULL)
    g_set_error (&error, CP_ERROR, CP_ERROR_EMPTY,
                 _("“%s” was saved without its text. Fetch its contents again in wallabag, and export it once more."), path);

  return func (&member, error, user_data);
}

static gboolean
give_record (const CpInput      *input,
             const CpJsonRecord *record,
             guint               number,
             CpMemberFunc        func,
             gpointer            user_data)
{
  g_autoptr (JsonNode) entry = parse_record (input, record);
  g_autoptr (GBytes) original = g_bytes_new (input->text + record->start, record->end - record->start);
  g_autofree char *path = cp_read_later_dup_path (entry, number);
  g_autoptr (GError) error = NULL;
  const CpMember broken = { .path = path };

  if (entry != NULL)
    return give_entry (entry, original, path, func, user_data);

  g_set_error (&error, CP_ERROR, CP_ERROR_DAMAGED,
               _("Entry %u of “%s” is damaged. Export it from wallabag again."), number, input->name);

  return func (&broken, error, user_data);
}

static gboolean
each_entry (const CpInput  *input,
            CpMemberFunc    func,
            gpointer        user_data,
            GError        **error)
{
  gboolean whole;
  g_autoptr (GArray) records = cp_json_input_list_records (input->text, input->length, MAX_ENTRIES, &whole);

  for (guint i = 0; i < records->len; i++)
    {
      if (!give_record (input, &g_array_index (records, CpJsonRecord, i), i + 1, func, user_data))
        return TRUE;
    }

  if (!whole)
    g_set_error (error, CP_ERROR, CP_ERROR_DAMAGED,
                 ngettext ("“%s” is cut off after %u entry. Export it from wallabag again.",
                           "“%s” is cut off after %u entries. Export it from wallabag again.", records->len),
                 input->name, records->len);

  return whole;
}

/* The original is one entry of the export. */
static char *
show_entry (const CpInput  *input,
            GPtrArray      *resources,
            GError        **error)
{
  g_autoptr (JsonNode) entry = input->text != NULL ? cp_json_input_parse (input->text, input->length) : NULL;
  const char *content = entry != NULL ? get_content (entry) : NULL;
  g_autoptr (GBytes) page = NULL;

  if (content == NULL)
    {
      g_set_error (error, CP_ERROR, CP_ERROR_DAMAGED,
                   _("The original of this piece is damaged. Import it again."));
      return NULL;
    }

  page = cp_read_later_wrap_page (cp_json_input_get_string (entry, "title"), content);

  return cp_original_show (page, cp_html_reader.media_type, resources, error);
}

const CpContainer cp_wallabag_container = {
  .name = "wallabag",
  .media_type = "application/vnd.wallabag+json",
  .sniff = sniff_wallabag,
  .each = each_entry,
  .show = show_entry,
};
