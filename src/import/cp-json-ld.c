/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of its article in JSON-LD, in the vocabulary of schema.org. */

#define G_LOG_DOMAIN "cp-json-ld"

#include "config.h"

#include "cp-byline.h"
#include "cp-html-text.h"
#include "cp-json-ld.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Deeper nesting describes no article, and the parser recurses. */
#define MAX_DEPTH 64

static const char * const article_types[] = {
  "Article", "NewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "ReportageNewsArticle", "BackgroundNewsArticle",
  "ReviewNewsArticle", "AskPublicNewsArticle", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report",
  "ScholarlyArticle", "TechArticle", "AdvertiserContentArticle", "Review", NULL
};

/* Deep nesting is counted before parsing. Brackets in strings are counted as well, which errs on the
 * safe side. */
static gboolean
is_shallow (const char *text)
{
  int depth = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '{' || *c == '[')
        depth++;
      else if (*c == '}' || *c == ']')
        depth--;

      if (depth > MAX_DEPTH)
        return FALSE;
    }

  return TRUE;
}

/* Publishers leave line breaks in strings, and comments and semicolons around the whole, none of which JSON
 * has. */
static char *
clean (const char *text)
{
  const char *begin = strpbrk (text, "{[");
  const char *end = NULL;
  char *json;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '}' || *c == ']')
        end = c;
    }

  if (begin == NULL || end == NULL || end < begin)
    return NULL;

  json = g_strndup (begin, end - begin + 1);
  for (char *c = json; *c != '\0'; c++)
    {
      if ((guint8) *c < 0x20)
        *c = ' ';
    }

  return json;
}

static const char *
get_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

/* A value may stand alone or in a list. */
static JsonNode *
get_item (JsonNode *node,
          guint     position)
{
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return position == 0 ? node : NULL;

  if (position >= json_array_get_length (json_node_get_array (node)))
    return NULL;

  return json_array_get_element (json_node_get_array (node), position);
}

static JsonNode *
get_member (JsonNode   *node,
            const char *name)
{
  node = get_item (node, 0);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  return json_object_get_member (json_node_get_object (node), name);
}

static gboolean
has_type (JsonNode           *node,
          const char * const *types)
{
  JsonNode *type = get_member (node, "@type");
  JsonNode *item;

  for (guint i = 0; (item = get_item (type, i)) != NULL; i++)
    {
      const char *name = get_string (item);
      const char *slash = name != NULL ? strrchr (name, '/') : NULL;

      if (name != NULL && g_strv_contains (types, slash != NULL ? slash + 1 : name))
        return TRUE;
    }

  return FALSE;
}

/* All objects of the tree, the outer before the inner. The depth has been checked. */
static void
list_objects (JsonNode  *node,
              GPtrArray *objects)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonNode *item;

      for (guint i = 0; (item = get_item (node, i)) != NULL; i++)
        list_objects (item, objects);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) names = json_object_get_members (object);

      g_ptr_array_add (objects, node);
      for (GList *name = names; name != NULL; name = name->next)
        list_objects (json_object_get_member (object, name->data), objects);
    }
}

/* In a graph, people and papers are named once and then referred to. */
static JsonNode *
resolve (JsonNode  *node,
         GPtrArray *objects)
{
  const char *id = get_string (get_member (node, "@id"));

  if (id == NULL || get_member (node, "name") != NULL)
    return node;

  for (guint i = 0; i < objects->len; i++)
    {
      JsonNode *object = g_ptr_array_index (objects, i);

      if (get_member (object, "name") != NULL && g_strcmp0 (get_string (get_member (object, "@id")), id) == 0)
        return object;
    }

  return node;
}

static char *
dup_name (JsonNode  *node,
          GPtrArray *objects)
{
  const char *name;

  node = resolve (node, objects);
  name = get_string (node);
  if (name == NULL)
    name = get_string (get_item (get_member (node, "name"), 0));

  return name != NULL ? cp_html_unescape (name) : NULL;
}

static void
take_authors (JsonNode   *article,
              GPtrArray  *objects,
              CpMetadata *metadata)
{
  static const char * const group_types[] = { "Organization", "NewsMediaOrganization", "Corporation", NULL };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) authors = NULL;
  JsonNode *member = get_member (article, "author");
  JsonNode *item;

  if (member == NULL)
    member = get_member (article, "creator");

  for (guint i = 0; (item = get_item (member, i)) != NULL; i++)
    {
      g_autofree char *name = dup_name (item, objects);
      g_auto (GStrv) names = NULL;

      if (name != NULL && has_type (item, group_types))
        g_strv_builder_add (builder, name);
      else if (name != NULL)
        names = cp_byline_parse_field (name);

      if (names != NULL)
        g_strv_builder_addv (builder, (const char **) names);
    }

  authors = g_strv_builder_end (builder);
  cp_metadata_offer_authors (metadata, (const char * const *) authors, CP_EVIDENCE_LINKED_DATA, "JSON-LD");
}

static void
take_string (JsonNode   *article,
             const char *name,
             CpMetadata *metadata,
             CpField     field,
             CpEvidence  evidence)
{
  const char *value = get_string (get_item (get_member (article, name), 0));
  g_autofree char *plain = value != NULL ? cp_html_unescape (value) : NULL;

  cp_metadata_offer (metadata, field, plain, evidence, "JSON-LD");
}

static void
take_article (JsonNode   *article,
              GPtrArray  *objects,
              CpMetadata *metadata)
{
  static const char * const opinion_types[] = { "OpinionNewsArticle", NULL };
  g_autofree char *outlet = dup_name (get_item (get_member (article, "publisher"), 0), objects);
  JsonNode *section;

  take_authors (article, objects, metadata);
  take_string (article, "headline", metadata, CP_FIELD_TITLE, CP_EVIDENCE_LINKED_DATA);
  take_string (article, "datePublished", metadata, CP_FIELD_PUBLISHED, CP_EVIDENCE_LINKED_DATA);
  take_string (article, "dateModified", metadata, CP_FIELD_MODIFIED, CP_EVIDENCE_LINKED_DATA);
  take_string (article, "inLanguage", metadata, CP_FIELD_LANGUAGE, CP_EVIDENCE_LINKED_DATA);
  take_string (article, "url", metadata, CP_FIELD_URL, CP_EVIDENCE_META);
  cp_metadata_offer (metadata, CP_FIELD_OUTLET, outlet, CP_EVIDENCE_LINKED_DATA, "JSON-LD");

  /* Many pages repeat the first words of the text here, so that it is weaker than what the page shows. */
  take_string (article, "description", metadata, CP_FIELD_STANDFIRST, CP_EVIDENCE_META);

  if (has_type (article, opinion_types))
    cp_metadata_mark_opinion (metadata, CP_EVIDENCE_LINKED_DATA, "type: OpinionNewsArticle");

  for (guint i = 0; (section = get_item (get_member (article, "articleSection"), i)) != NULL; i++)
    cp_metadata_offer_section (metadata, get_string (section), CP_EVIDENCE_LINKED_DATA, "JSON-LD");
}

/* Where only the page is described, its day is the piece's as well. */
static void
take_page (GPtrArray  *objects,
           CpMetadata *metadata)
{
  static const char * const page_types[] = { "WebPage", "Article", "NewsArticle", "BlogPosting", NULL };

  for (guint i = 0; i < objects->len; i++)
    {
      JsonNode *object = g_ptr_array_index (objects, i);

      if (has_type (object, page_types))
        take_string (object, "datePublished", metadata, CP_FIELD_PUBLISHED, CP_EVIDENCE_META);
    }
}

/**
 * cp_json_ld_read:
 * @text: the contents of a script of type "application/ld+json"
 * @metadata: what is known; gains what @text says of the article
 *
 * Broken JSON says nothing, and is no error.
 *
 * Returns: whether @text describes an article
 */
gboolean
cp_json_ld_read (const char *text,
                 CpMetadata *metadata)
{
  g_autofree char *json = clean (text);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();

  if (json == NULL || !is_shallow (json) || !json_parser_load_from_data (parser, json, -1, NULL))
    return FALSE;

  list_objects (json_parser_get_root (parser), objects);

  for (guint i = 0; i < objects->len; i++)
    {
      JsonNode *object = g_ptr_array_index (objects, i);

      if (has_type (object, article_types) && get_member (object, "headline") != NULL)
        {
          take_article (object, objects, metadata);
          return TRUE;
        }
    }

  take_page (objects, metadata);

  return FALSE;
}
