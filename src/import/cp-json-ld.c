/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of its article in JSON-LD, in the vocabulary of schema.org. */

#define G_LOG_DOMAIN "cp-json-ld"

#include "config.h"

#include "cp-byline.h"
#include "cp-html-text.h"
#include "cp-json-input.h"
#include "cp-json-ld.h"

#include <string.h>

/* No piece has more authors, and each may have to be looked up. */
#define MAX_AUTHORS 64

static const char * const article_types[] = {
  "Article", "NewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "ReportageNewsArticle", "BackgroundNewsArticle",
  "ReviewNewsArticle", "AskPublicNewsArticle", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting", "Report",
  "ScholarlyArticle", "MedicalScholarlyArticle", "SatiricalArticle", "TechArticle", "AdvertiserContentArticle", "Review", "CriticReview",
  "NewsletterArticle", NULL
};

/* What describes other things than the piece of the page: lists of links to other pieces, their teasers, the series. */
static const char * const other_members[] = {
  "itemListElement", "hasPart", "isPartOf", "mentions", "citation", "isBasedOn", "relatedLink", "review", "reviews", "comment", "comments",
  "blogPost", "blogPosts", "video", "associatedMedia", "significantLink", NULL
};

/* @main has those of @all that may describe the piece. */
typedef struct
{
  GPtrArray *all;
  GPtrArray *main;
} Objects;

/* Returns: the last byte of the comment at @text */
static char *
blank_comment (char *text)
{
  char *c = text;

  for (; c[1] != '\0' && c[1] != '\n'; c++)
    *c = ' ';
  *c = ' ';

  return c;
}

/* Publishers leave line breaks in strings, comments to the end of a line, and a comma after the last of several values,
 * none of which JSON has. */
static void
tidy (char *json)
{
  gboolean in_string = FALSE;
  char *comma = NULL;

  for (char *c = json; *c != '\0'; c++)
    {
      if (in_string && *c == '\\' && c[1] != '\0')
        {
          c++;
          continue;
        }

      if (*c == '"')
        in_string = !in_string;
      else if (!in_string && c[0] == '/' && c[1] == '/')
        c = blank_comment (c);
      else if (!in_string && comma != NULL && (*c == '}' || *c == ']'))
        *comma = ' ';
      else if ((guint8) *c < 0x20)
        *c = ' ';

      if (in_string || !g_ascii_isspace (*c))
        comma = !in_string && *c == ',' ? c : NULL;
    }
}

/* Nor has it a comment around the whole, or commas between several wholes. */
static char *
clean (const char *text)
{
  const char *begin = strchr (text, '{');
  const char *end = strrchr (text, '}');
  char *json;

  if (begin == NULL || end == NULL || end < begin)
    return NULL;

  json = g_strdup_printf ("[%.*s]", (int) (end - begin + 1), begin);
  tidy (json);

  return json;
}

/* What several values stand for is told by the first of them. */
static JsonNode *
get_member (JsonNode   *node,
            const char *name)
{
  return cp_json_input_get_member (cp_json_input_get_item (node, 0), name);
}

static const char *
get_string (JsonNode *node)
{
  return cp_json_input_get_string (node, NULL);
}

/* "http://schema.org/NewsArticle" → "NewsArticle" */
static const char *
get_last_part (const char *type)
{
  const char *slash = strrchr (type, '/');

  return slash != NULL ? slash + 1 : type;
}

static gboolean
has_type (JsonNode           *node,
          const char * const *types)
{
  JsonNode *type = get_member (node, "@type");
  JsonNode *item;

  for (guint i = 0; (item = cp_json_input_get_item (type, i)) != NULL; i++)
    {
      const char *name = get_string (item);

      if (name != NULL && g_strv_contains (types, get_last_part (name)))
        return TRUE;
    }

  return FALSE;
}

/* All objects of the tree, the outer before the inner. The depth is bounded. */
static void
list_objects (JsonNode *node,
              gboolean  is_main,
              Objects  *objects)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonNode *item;

      for (guint i = 0; (item = cp_json_input_get_item (node, i)) != NULL; i++)
        list_objects (item, is_main, objects);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) names = json_object_get_members (object);

      g_ptr_array_add (objects->all, node);
      if (is_main)
        g_ptr_array_add (objects->main, node);

      for (GList *name = names; name != NULL; name = name->next)
        list_objects (json_object_get_member (object, name->data), is_main && !g_strv_contains (other_members, name->data), objects);
    }
}

/* In a graph, people and papers are named once and then referred to. */
static JsonNode *
resolve (JsonNode *node,
         Objects  *objects)
{
  const char *id = get_string (get_member (node, "@id"));

  if (id == NULL || get_member (node, "name") != NULL)
    return node;

  for (guint i = 0; i < objects->all->len; i++)
    {
      JsonNode *object = g_ptr_array_index (objects->all, i);

      if (get_member (object, "name") != NULL && g_strcmp0 (get_string (get_member (object, "@id")), id) == 0)
        return object;
    }

  return node;
}

/* Some name people by halves. */
static char *
dup_full_name (JsonNode *node)
{
  const char *given = get_string (get_member (node, "givenName"));
  const char *family = get_string (get_member (node, "familyName"));

  return given != NULL && family != NULL ? g_strdup_printf ("%s %s", given, family) : NULL;
}

static char *
dup_name (JsonNode *node,
          Objects  *objects)
{
  const char *name;

  node = resolve (node, objects);
  name = get_string (node);
  if (name == NULL)
    name = get_string (cp_json_input_get_item (get_member (node, "name"), 0));

  return name != NULL ? cp_html_unescape (name) : dup_full_name (node);
}

static void
add_author (GPtrArray  *authors,
            const char *name)
{
  if (!g_ptr_array_find_with_equal_func (authors, name, g_str_equal, NULL))
    g_ptr_array_add (authors, g_strdup (name));
}

/* Returns: (element-type utf8): the names in the value of @member, each once */
static GPtrArray *
list_authors (JsonNode   *article,
              const char *member,
              Objects    *objects)
{
  static const char * const group_types[] = { "Organization", "NewsMediaOrganization", "Corporation", NULL };
  GPtrArray *authors = g_ptr_array_new_with_free_func (g_free);
  JsonNode *value = get_member (article, member);
  JsonNode *item;

  /* A list with an order. */
  if (get_member (value, "@list") != NULL)
    value = get_member (value, "@list");

  for (guint i = 0; i < MAX_AUTHORS && (item = cp_json_input_get_item (value, i)) != NULL; i++)
    {
      g_autofree char *name = dup_name (item, objects);
      g_auto (GStrv) names = NULL;

      if (name != NULL && has_type (resolve (item, objects), group_types))
        add_author (authors, name);
      else if (name != NULL)
        names = cp_byline_parse_field (name);

      for (guint k = 0; names != NULL && names[k] != NULL; k++)
        add_author (authors, names[k]);
    }

  return authors;
}

static gboolean
holds_all (GPtrArray *names,
           GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      if (!g_ptr_array_find_with_equal_func (names, g_ptr_array_index (others, i), g_str_equal, NULL))
        return FALSE;
    }

  return TRUE;
}

/* Where both are told, "creator" may have all the names and "author" only the first. */
static void
take_authors (JsonNode   *article,
              Objects    *objects,
              CpMetadata *metadata,
              const char *detail)
{
  g_autoptr (GPtrArray) authors = list_authors (article, "author", objects);
  g_autoptr (GPtrArray) creators = list_authors (article, "creator", objects);
  GPtrArray *names = holds_all (creators, authors) ? creators : authors;

  g_ptr_array_add (names, NULL);
  cp_metadata_offer_authors (metadata, (const char * const *) names->pdata, CP_EVIDENCE_LINKED_DATA, detail);
}

static void
take_string (JsonNode   *article,
             const char *name,
             CpMetadata *metadata,
             CpField     field,
             CpEvidence  evidence,
             const char *detail)
{
  const char *value = get_string (cp_json_input_get_item (get_member (article, name), 0));
  g_autofree char *plain = value != NULL ? cp_html_unescape (value) : NULL;

  cp_metadata_offer (metadata, field, plain, evidence, detail);
}

/* The address may be that of an object which stands for the page. */
static void
take_address (JsonNode   *article,
              CpMetadata *metadata,
              const char *detail)
{
  JsonNode *page = get_member (article, "mainEntityOfPage");

  take_string (article, "url", metadata, CP_FIELD_URL, CP_EVIDENCE_META, detail);
  take_string (article, "mainEntityOfPage", metadata, CP_FIELD_URL, CP_EVIDENCE_META, detail);
  take_string (page, "@id", metadata, CP_FIELD_URL, CP_EVIDENCE_META, detail);
}

static void
take_kind (JsonNode   *article,
           CpMetadata *metadata,
           const char *detail)
{
  static const char * const opinion_types[] = { "OpinionNewsArticle", NULL };
  JsonNode *item;

  if (has_type (article, opinion_types))
    cp_metadata_mark_opinion (metadata, CP_EVIDENCE_LINKED_DATA, "type: OpinionNewsArticle");

  for (guint i = 0; (item = cp_json_input_get_item (get_member (article, "articleSection"), i)) != NULL; i++)
    cp_metadata_offer_section (metadata, get_string (item), CP_EVIDENCE_LINKED_DATA, detail);

  for (guint i = 0; (item = cp_json_input_get_item (get_member (article, "genre"), i)) != NULL; i++)
    cp_metadata_weigh_label (metadata, get_string (item), CP_EVIDENCE_LINKED_DATA, "type");
}

static void
take_article (JsonNode   *article,
              Objects    *objects,
              CpMetadata *metadata)
{
  g_autofree char *outlet = dup_name (cp_json_input_get_item (get_member (article, "publisher"), 0), objects);
  const char *type = get_string (cp_json_input_get_item (get_member (article, "@type"), 0));
  g_autofree char *detail = g_strdup_printf ("JSON-LD %s", type != NULL ? get_last_part (type) : "");

  take_authors (article, objects, metadata, detail);
  take_string (article, "headline", metadata, CP_FIELD_TITLE, CP_EVIDENCE_LINKED_DATA, detail);
  take_string (article, "datePublished", metadata, CP_FIELD_PUBLISHED, CP_EVIDENCE_LINKED_DATA, detail);
  take_string (article, "dateCreated", metadata, CP_FIELD_PUBLISHED, CP_EVIDENCE_GUESS, detail);
  take_string (article, "dateModified", metadata, CP_FIELD_MODIFIED, CP_EVIDENCE_LINKED_DATA, detail);
  take_string (article, "inLanguage", metadata, CP_FIELD_LANGUAGE, CP_EVIDENCE_LINKED_DATA, detail);
  take_address (article, metadata, detail);
  take_kind (article, metadata, detail);
  cp_metadata_offer (metadata, CP_FIELD_OUTLET, outlet, CP_EVIDENCE_LINKED_DATA, detail);

  /* Many pages repeat the first words of the text here, so that it is weaker than what the page shows. */
  take_string (article, "description", metadata, CP_FIELD_STANDFIRST, CP_EVIDENCE_META, detail);
}

/* Where only the page is described, its days are the piece's as well. */
static void
take_page (Objects    *objects,
           CpMetadata *metadata)
{
  static const char * const page_types[] = {
    "WebPage", "ItemPage", "MedicalWebPage", "CreativeWork", "HowTo", "Recipe", "Guide", "Article", "NewsArticle", "BlogPosting", NULL
  };

  for (guint i = 0; i < objects->main->len; i++)
    {
      JsonNode *object = g_ptr_array_index (objects->main, i);

      if (!has_type (object, page_types))
        continue;

      take_string (object, "datePublished", metadata, CP_FIELD_PUBLISHED, CP_EVIDENCE_META, "JSON-LD WebPage");
      take_string (object, "dateModified", metadata, CP_FIELD_MODIFIED, CP_EVIDENCE_META, "JSON-LD WebPage");
    }
}

/* The way from the front page to the piece leads through its section. */
static void
take_breadcrumbs (Objects    *objects,
                  CpMetadata *metadata)
{
  static const char * const list_types[] = { "BreadcrumbList", NULL };

  for (guint i = 0; i < objects->all->len; i++)
    {
      JsonNode *list = g_ptr_array_index (objects->all, i);
      JsonNode *crumb;

      if (!has_type (list, list_types))
        continue;

      for (guint k = 0; (crumb = cp_json_input_get_item (get_member (list, "itemListElement"), k)) != NULL; k++)
        {
          JsonNode *named = get_member (crumb, "name") != NULL ? crumb : get_member (crumb, "item");

          cp_metadata_weigh_label (metadata, get_string (get_member (named, "name")), CP_EVIDENCE_LINKED_DATA, "breadcrumb");
        }
    }
}

static gboolean
describes_piece (JsonNode *object)
{
  return has_type (object, article_types) &&
         (get_member (object, "headline") != NULL || (get_member (object, "name") != NULL && get_member (object, "author") != NULL));
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
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) main = g_ptr_array_new ();
  Objects objects = { all, main };

  root = json != NULL ? cp_json_input_parse (json, strlen (json)) : NULL;
  if (root == NULL)
    return FALSE;

  list_objects (root, TRUE, &objects);
  take_breadcrumbs (&objects, metadata);

  for (guint i = 0; i < main->len; i++)
    {
      JsonNode *object = g_ptr_array_index (main, i);

      if (describes_piece (object))
        {
          take_article (object, &objects, metadata);
          return TRUE;
        }
    }

  take_page (&objects, metadata);

  return FALSE;
}
