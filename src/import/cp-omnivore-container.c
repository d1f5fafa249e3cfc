/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The export of Omnivore: lists of pieces as JSON, and beside them the folders of their texts and highlights. */

#define G_LOG_DOMAIN "cp-omnivore-container"

#include "config.h"

#include "cp-archive.h"
#include "cp-encoding.h"
#include "cp-error.h"
#include "cp-json-input.h"
#include "cp-omnivore-highlights.h"
#include "cp-read-later.h"
#include "cp-readers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An archive, and the folder in it that the export is in: people pack the unpacked folder again. */
typedef struct
{
  CpArchive  *archive;
  const char *folder;
} Place;

static gboolean
is_item (JsonNode *node)
{
  return cp_json_input_get_string (node, "slug") != NULL && cp_json_input_get_string (node, "url") != NULL &&
         (cp_json_input_get_member (node, "savedAt") != NULL || cp_json_input_get_member (node, "readingProgress") != NULL);
}

static JsonNode *
parse_list (const char *text,
            gsize       length)
{
  g_autoptr (JsonNode) root = cp_json_input_sniff (text) ? cp_json_input_parse (text, length) : NULL;
  JsonNode *first = root != NULL ? cp_json_input_get_item (root, 0) : NULL;

  return first != NULL && is_item (first) ? g_steal_pointer (&root) : NULL;
}

static CpMetadata *
read_metadata (JsonNode *item)
{
  CpMetadata *metadata = cp_metadata_new ();

  cp_read_later_offer (metadata, CP_FIELD_TITLE, item, "title", "omnivore");
  cp_read_later_offer (metadata, CP_FIELD_URL, item, "url", "omnivore");
  cp_read_later_offer (metadata, CP_FIELD_PUBLISHED, item, "publishedAt", "omnivore");
  cp_read_later_offer_authors (metadata, item, "author", "omnivore");
  cp_read_later_add_tags (metadata, cp_json_input_get_member (item, "labels"));

  /* Where the page has no summary, Omnivore takes the first words of the text for it. */
  cp_metadata_offer (metadata, CP_FIELD_STANDFIRST, cp_json_input_get_string (item, "description"), CP_EVIDENCE_META,
                     "omnivore description");

  return metadata;
}

static GBytes *
load_part (const CpSiblings *siblings,
           const char       *folder,
           const char       *slug,
           const char       *suffix)
{
  g_autofree char *file = g_strconcat (folder, "/", slug, suffix, NULL);
  g_autofree char *reference = g_uri_escape_string (file, "/", TRUE);

  return cp_siblings_load (siblings, reference);
}

static GPtrArray *
read_highlights (const CpSiblings *siblings,
                 const char       *slug)
{
  g_autoptr (GBytes) bytes = load_part (siblings, "highlights", slug, ".md");
  g_autofree char *text = NULL;
  const guint8 *data;
  gsize size;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &size);
  text = cp_encoding_to_utf8 (data, size, NULL, NULL);

  return cp_omnivore_highlights_read (text);
}

static GBytes *
wrap_content (JsonNode *item,
              GBytes   *content)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);
  g_autofree char *text = cp_encoding_to_utf8 (data, size, NULL, NULL);

  return cp_read_later_wrap_page (cp_json_input_get_string (item, "title"), text);
}

static gboolean
give_item (JsonNode         *item,
           guint             number,
           const CpSiblings *siblings,
           CpMemberFunc      func,
           gpointer          user_data)
{
  const char *slug = cp_json_input_get_string (item, "slug");
  g_autofree char *path = cp_read_later_dup_path (item, number);
  g_autoptr (GBytes) content = slug != NULL ? load_part (siblings, "content", slug, ".html") : NULL;
  g_autoptr (GBytes) page = content != NULL ? wrap_content (item, content) : NULL;
  g_autoptr (GPtrArray) highlights = content != NULL ? read_highlights (siblings, slug) : NULL;
  g_autoptr (CpMetadata) metadata = read_metadata (item);
  g_autoptr (GError) error = NULL;
  const CpMember member = {
    .path = path,
    .bytes = page,
    .original = content,
    .media_type = cp_html_reader.media_type,
    .metadata = metadata,
    .annotations = highlights,
  };

  if (content == NULL || g_bytes_get_size (content) == 0)
    g_set_error (&error, CP_ERROR, CP_ERROR_EMPTY,
                 _("“%s” is in Omnivore’s list, but its text is not in the export. Save the page itself, and import that."),
                 path);

  return func (&member, error, user_data);
}

/* Returns: whether to go on */
static gboolean
give_items (JsonNode         *list,
            const CpSiblings *siblings,
            CpMemberFunc      func,
            gpointer          user_data)
{
  JsonNode *item;

  for (guint i = 0; (item = cp_json_input_get_item (list, i)) != NULL; i++)
    {
      if (!give_item (item, i + 1, siblings, func, user_data))
        return FALSE;
    }

  return TRUE;
}

static int
sniff_list (const CpInput *input)
{
  g_autoptr (JsonNode) list = NULL;

  /* Parsing takes time, and most JSON is none of Omnivore's. */
  if (input->text == NULL || strstr (input->text, "\"slug\"") == NULL)
    return 0;

  list = parse_list (input->text, input->length);

  return list != NULL ? 97 : 0;
}

/* A list from an unpacked export: the folders are beside it. */
static gboolean
each_in_list (const CpInput  *input,
              CpMemberFunc    func,
              gpointer        user_data,
              GError        **error)
{
  g_autoptr (JsonNode) list = parse_list (input->text, input->length);

  give_items (list, input->siblings, func, user_data);

  return TRUE;
}

/* "export/metadata_0_to_20.json" → the folder "export/" */
static gboolean
is_list_path (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_str_has_suffix (name, ".json") && (g_str_has_prefix (name, "metadata") || g_str_has_prefix (name, "omnivore"));
}

static char *
dup_folder (const char *path)
{
  const char *slash = strrchr (path, '/');

  return slash != NULL ? g_strndup (path, slash + 1 - path) : g_strdup ("");
}

static gboolean
has_content (CpArchive  *archive,
             const char *folder)
{
  g_autofree char *prefix = g_strconcat (folder, "content/", NULL);

  for (guint i = 0; i < cp_archive_get_n_members (archive); i++)
    {
      if (g_str_has_prefix (cp_archive_get_path (archive, i), prefix))
        return TRUE;
    }

  return FALSE;
}

static int
sniff_archive (const CpInput *input)
{
  g_autoptr (CpArchive) archive = cp_archive_sniff (input->bytes) ? cp_archive_open (input->bytes, input->name, NULL) : NULL;

  for (guint i = 0; archive != NULL && i < cp_archive_get_n_members (archive); i++)
    {
      const char *path = cp_archive_get_path (archive, i);

      if (is_list_path (path))
        {
          g_autofree char *folder = dup_folder (path);

          return has_content (archive, folder) ? 98 : 0;
        }
    }

  return 0;
}

static GBytes *
load_member (gpointer    data,
             const char *path)
{
  Place *place = data;
  g_autofree char *whole = g_strconcat (place->folder, path, NULL);
  int index = cp_archive_find (place->archive, whole);

  if (index < 0 || cp_archive_get_size (place->archive, index) > CP_SIBLINGS_MAX_SIZE)
    return NULL;

  return cp_archive_read (place->archive, index, NULL);
}

/* Returns: whether to go on */
static gboolean
give_list (CpArchive     *archive,
           guint          index,
           CpMemberFunc   func,
           gpointer       user_data,
           GError       **error)
{
  const char *path = cp_archive_get_path (archive, index);
  g_autofree char *folder = dup_folder (path);
  Place place = { archive, folder };
  const CpSiblings siblings = { .load = load_member, .data = &place };
  g_autoptr (GBytes) bytes = cp_archive_read (archive, index, error);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) list = NULL;
  const guint8 *data;
  gsize length;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &length);
  text = cp_encoding_to_utf8 (data, length, NULL, &length);
  list = parse_list (text, length);
  if (list != NULL)
    return give_items (list, &siblings, func, user_data);

  /* A list may be empty; broken, it must not pass for that. */
  if (text[strspn (text, " \t\r\n[]")] != '\0')
    g_set_error (error, CP_ERROR, CP_ERROR_DAMAGED,
                 _("The list “%s” in “%s” is damaged. Export the pieces from Omnivore again."),
                 path, cp_archive_get_name (archive));

  return *error == NULL;
}

static gboolean
each_in_archive (const CpInput  *input,
                 CpMemberFunc    func,
                 gpointer        user_data,
                 GError        **error)
{
  g_autoptr (CpArchive) archive = cp_archive_open (input->bytes, input->name, error);
  g_autoptr (GError) cause = NULL;

  for (guint i = 0; archive != NULL && i < cp_archive_get_n_members (archive); i++)
    {
      if (is_list_path (cp_archive_get_path (archive, i)) && !give_list (archive, i, func, user_data, &cause))
        break;
    }

  if (cause == NULL)
    return archive != NULL;

  g_propagate_error (error, g_steal_pointer (&cause));

  return FALSE;
}

const CpContainer cp_omnivore_container = {
  .name = "omnivore",
  .sniff = sniff_archive,
  .each = each_in_archive,
};

const CpContainer cp_omnivore_list_container = {
  .name = "omnivore-list",
  .sniff = sniff_list,
  .each = each_in_list,
};
