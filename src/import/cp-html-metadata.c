/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of its article: in JSON-LD, in meta tags, and in elements that say what they are. */

#define G_LOG_DOMAIN "cp-html-metadata"

#include "config.h"

#include "cp-address.h"
#include "cp-html-authors.h"
#include "cp-html-days.h"
#include "cp-html-metadata.h"
#include "cp-html-title.h"
#include "cp-json-ld.h"
#include "cp-pattern.h"

#include <string.h>

static const struct
{
  const char *name;
  CpField     field;
} meta_names[] = {
  { "og:description", CP_FIELD_STANDFIRST },
  { "twitter:description", CP_FIELD_STANDFIRST },
  { "description", CP_FIELD_STANDFIRST },
  { "dc.description", CP_FIELD_STANDFIRST },
  { "dcterms.abstract", CP_FIELD_STANDFIRST },
  { "sailthru.description", CP_FIELD_STANDFIRST },
  { "og:site_name", CP_FIELD_OUTLET },
  { "dc.publisher", CP_FIELD_OUTLET },
  { "dcterms.publisher", CP_FIELD_OUTLET },
  { "citation_journal_title", CP_FIELD_OUTLET },
  { "citation_publisher", CP_FIELD_OUTLET },
  { "prism.publicationname", CP_FIELD_OUTLET },
  { "article:publisher_name", CP_FIELD_OUTLET },
  { "publisher", CP_FIELD_OUTLET },
  { "cre", CP_FIELD_OUTLET },
  { "application-name", CP_FIELD_OUTLET },
  { "apple-mobile-web-app-title", CP_FIELD_OUTLET },
  { "article:published_time", CP_FIELD_PUBLISHED },
  { "og:article:published_time", CP_FIELD_PUBLISHED },
  { "article:published", CP_FIELD_PUBLISHED },
  { "datepublished", CP_FIELD_PUBLISHED },
  { "parsely-pub-date", CP_FIELD_PUBLISHED },
  { "sailthru.date", CP_FIELD_PUBLISHED },
  { "article.published", CP_FIELD_PUBLISHED },
  { "og:published_time", CP_FIELD_PUBLISHED },
  { "og:release_date", CP_FIELD_PUBLISHED },
  { "pubdate", CP_FIELD_PUBLISHED },
  { "pub_date", CP_FIELD_PUBLISHED },
  { "publicationdate", CP_FIELD_PUBLISHED },
  { "originalpublicationdate", CP_FIELD_PUBLISHED },
  { "displaydate", CP_FIELD_PUBLISHED },
  { "prism.publicationdate", CP_FIELD_PUBLISHED },
  { "publishdate", CP_FIELD_PUBLISHED },
  { "publish-date", CP_FIELD_PUBLISHED },
  { "publish_date", CP_FIELD_PUBLISHED },
  { "publication_date", CP_FIELD_PUBLISHED },
  { "article_date_original", CP_FIELD_PUBLISHED },
  { "cxenseparse:recs:publishtime", CP_FIELD_PUBLISHED },
  { "dc.date.issued", CP_FIELD_PUBLISHED },
  { "dcterms.issued", CP_FIELD_PUBLISHED },
  { "dcterms.created", CP_FIELD_PUBLISHED },
  { "dc.date", CP_FIELD_PUBLISHED },
  { "dc.date.created", CP_FIELD_PUBLISHED },
  { "dcterms.date", CP_FIELD_PUBLISHED },
  { "citation_publication_date", CP_FIELD_PUBLISHED },
  { "citation_online_date", CP_FIELD_PUBLISHED },
  { "citation_date", CP_FIELD_PUBLISHED },
  { "og:pubdate", CP_FIELD_PUBLISHED },
  { "date", CP_FIELD_PUBLISHED },
  { "published", CP_FIELD_PUBLISHED },
  { "published-date", CP_FIELD_PUBLISHED },
  { "article:modified_time", CP_FIELD_MODIFIED },
  { "article:modified", CP_FIELD_MODIFIED },
  { "og:article:modified_time", CP_FIELD_MODIFIED },
  { "og:updated_time", CP_FIELD_MODIFIED },
  { "datemodified", CP_FIELD_MODIFIED },
  { "last-modified", CP_FIELD_MODIFIED },
  { "lastmod", CP_FIELD_MODIFIED },
  { "dcterms.modified", CP_FIELD_MODIFIED },
  { "dc.date.modified", CP_FIELD_MODIFIED },
  { "article_date_updated", CP_FIELD_MODIFIED },
  { "revised", CP_FIELD_MODIFIED },
  { "updated", CP_FIELD_MODIFIED },
  { "updated_time", CP_FIELD_MODIFIED },
  { "dateupdate", CP_FIELD_MODIFIED },
  { "og:url", CP_FIELD_URL },
  { "twitter:url", CP_FIELD_URL },
  { "parsely-link", CP_FIELD_URL },
  { "citation_public_url", CP_FIELD_URL },
  { "citation_fulltext_html_url", CP_FIELD_URL },
  { "identifier-url", CP_FIELD_URL },
  { "dc.identifier", CP_FIELD_URL },
  { "dc.source", CP_FIELD_URL },
  { "og:locale", CP_FIELD_LANGUAGE },
  { "language", CP_FIELD_LANGUAGE },
  { "content-language", CP_FIELD_LANGUAGE },
  { "dc.language", CP_FIELD_LANGUAGE },
  { "dcterms.language", CP_FIELD_LANGUAGE },
  { "inlanguage", CP_FIELD_LANGUAGE },
};

static const char * const section_names[] = {
  "article:section", "og:article:section", "og:section", "parsely-section", "articlesection", "article.section", "prism.section",
  "cse_section", "section", "category", NULL
};

/* These name a kind of page, which may be what papers call opinion. */
static const char * const type_names[] = {
  "pagetype", "page-type", "article:type", "article_type", "articletype", "content-type", "contenttype", "content_type", "genre",
  "article:opinion", "cg", "dc.type", "dcterms.type", "parsely-type", NULL
};

/* "<!-- saved from url=(0042)https://… -->", which browsers write at the top. */
static CpPattern saved_from = CP_PATTERN ("(?:saved from url=(?:\\(\\d+\\))?|(?m:^)\\s*url: )\\s*(https?://\\S+)");

/* How many blocks over the headline may be the name of the section. */
#define BLOCKS_OF_KICKER 3

/* An element that is one value has no more text than this, in bytes. */
#define MAX_VALUE 200

typedef struct
{
  CpHtmlPage    *page;
  CpMetadata    *metadata;
  CpHtmlTitles  *titles;
  CpHtmlAuthors *authors;
  char          *relative;
  gboolean       is_unwrapped;
} Reading;

/* The address in that of an archive is the piece's own, and is worth more than any other, which may be the archive's. The
 * front page is what some sites call every page of theirs. */
static void
offer_address (Reading    *reading,
               const char *address,
               CpEvidence  evidence,
               const char *detail)
{
  g_autofree char *inner = address != NULL ? cp_address_unwrap (address) : NULL;

  if (address == NULL || (reading->is_unwrapped && inner == NULL))
    return;

  if (inner != NULL && !reading->is_unwrapped)
    {
      cp_metadata_forget (reading->metadata, CP_FIELD_URL);
      reading->is_unwrapped = TRUE;
    }

  address = inner != NULL ? inner : address;
  cp_metadata_offer (reading->metadata, CP_FIELD_URL, address, cp_address_is_front_page (address) ? CP_EVIDENCE_GUESS : evidence, detail);
}

static void
read_meta (Reading *reading,
           xmlNode *node)
{
  g_autofree char *content = cp_html_get_attribute (node, "content");
  g_autofree char *name = NULL;
  static const char * const keys[] = { "property", "name", "itemprop", "http-equiv" };

  for (gsize i = 0; name == NULL && i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *value = cp_html_get_attribute (node, keys[i]);

      name = value != NULL ? g_ascii_strdown (value, -1) : NULL;
    }

  if (name == NULL || content == NULL)
    return;

  /* Some frameworks put their linked data into a meta tag. */
  if (*content == '{')
    {
      cp_json_ld_read (content, reading->metadata);
      return;
    }

  cp_html_titles_take_meta (reading->titles, name, content);
  cp_html_authors_take_meta (reading->authors, name, content);

  if (g_strv_contains (type_names, name))
    cp_metadata_weigh_label (reading->metadata, content, CP_EVIDENCE_META, "type");

  if (g_strv_contains (section_names, name))
    cp_metadata_offer_section (reading->metadata, content, CP_EVIDENCE_META, name);

  for (gsize i = 0; i < G_N_ELEMENTS (meta_names); i++)
    {
      if (!g_str_equal (meta_names[i].name, name))
        continue;

      if (meta_names[i].field == CP_FIELD_URL)
        offer_address (reading, content, CP_EVIDENCE_META, name);
      else
        cp_metadata_offer (reading->metadata, meta_names[i].field, content, CP_EVIDENCE_META, name);
    }
}

static void
read_script (Reading *reading,
             xmlNode *node)
{
  g_autofree char *type = cp_html_get_attribute (node, "type");
  xmlChar *content;

  if (type == NULL || g_ascii_strncasecmp (type, "application/ld+json", strlen ("application/ld+json")) != 0)
    return;

  content = xmlNodeGetContent (node);
  if (content != NULL)
    cp_json_ld_read ((const char *) content, reading->metadata);
  xmlFree (content);
}

/* Archives keep the address of a page as a bookmark. */
static void
read_link (Reading *reading,
           xmlNode *node)
{
  g_autofree char *address = NULL;

  if (cp_html_has_token (node, "rel", "canonical"))
    {
      address = cp_html_get_attribute (node, "href");
      if (address != NULL && strstr (address, "://") == NULL && reading->relative == NULL)
        reading->relative = g_steal_pointer (&address);

      offer_address (reading, address, CP_EVIDENCE_PAGE, "canonical link");
    }
  else if (cp_html_has_token (node, "rel", "bookmark"))
    {
      g_autofree char *inner = NULL;

      address = cp_html_get_attribute (node, "href");
      inner = address != NULL ? cp_address_unwrap (address) : NULL;
      if (inner != NULL)
        offer_address (reading, address, CP_EVIDENCE_PAGE, "bookmark link");
    }
}

/* A canonical address without a host is one of the site from which the page was saved. */
static void
complete_address (Reading *reading)
{
  const char *known = cp_metadata_get (reading->metadata, CP_FIELD_URL);
  g_autofree char *address = reading->relative != NULL ? cp_address_resolve (reading->relative, known) : NULL;

  if (address != NULL)
    offer_address (reading, address, CP_EVIDENCE_PAGE, "canonical link");
}

/* Elements of the head, and those that libxml2 found out of place. */
static void
read_hidden (Reading *reading,
             xmlNode *node)
{
  const char *name = (const char *) node->name;

  if (g_str_equal (name, "meta"))
    {
      read_meta (reading, node);
    }
  else if (g_str_equal (name, "script"))
    {
      read_script (reading, node);
    }
  else if (g_str_equal (name, "link"))
    {
      read_link (reading, node);
    }
  else if (g_str_equal (name, "title"))
    {
      xmlChar *content = xmlNodeGetContent (node);

      cp_html_titles_take_document (reading->titles, (const char *) content);
      xmlFree (content);
    }
  else if (g_str_equal (name, "html"))
    {
      g_autofree char *language = cp_html_get_attribute (node, "lang");

      cp_metadata_offer (reading->metadata, CP_FIELD_LANGUAGE, language, CP_EVIDENCE_META, "html element");
    }
}

static void
read_comment (Reading *reading,
              xmlNode *node)
{
  g_autofree char *address = NULL;

  if (node->content == NULL || strlen ((const char *) node->content) > 2048)
    return;

  address = cp_pattern_fetch (&saved_from, (const char *) node->content, 1);
  offer_address (reading, address, CP_EVIDENCE_GUESS, "comment of the browser");
}

/* Without recursion, like the walk over the text. */
static void
read_tree (Reading *reading)
{
  xmlNode *root = (xmlNode *) reading->page->document;
  xmlNode *node = root->children;

  while (node != NULL)
    {
      if (node->type == XML_ELEMENT_NODE)
        read_hidden (reading, node);
      else if (node->type == XML_COMMENT_NODE)
        read_comment (reading, node);

      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }

      while (node != root && node->next == NULL)
        node = node->parent;

      node = node != root ? node->next : NULL;
    }
}

static gboolean
says_published (xmlNode *node)
{
  return cp_html_has_token (node, "itemprop", "datePublished") ||
         cp_html_has_token (node, "property", "datePublished") ||
         cp_html_has_token (node, "property", "schema:datePublished") ||
         cp_html_has_token (node, "property", "dc:created") ||
         cp_html_has_token (node, "class", "published") ||
         xmlHasProp (node, (const xmlChar *) "pubdate") != NULL;
}

static gboolean
says_modified (xmlNode *node)
{
  return cp_html_has_token (node, "itemprop", "dateModified") ||
         cp_html_has_token (node, "property", "dateModified") ||
         cp_html_has_token (node, "property", "schema:dateModified") ||
         cp_html_has_token (node, "class", "updated") ||
         cp_html_has_token (node, "class", "modified");
}

/* What an element of microdata or RDFa says, in an attribute for machines or in words. */
static char *
dup_value (xmlNode *node)
{
  static const char * const attributes[] = { "datetime", "content" };

  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      char *value = cp_html_get_attribute (node, attributes[i]);

      if (value != NULL)
        return value;
    }

  return cp_html_dup_short_text (node, MAX_VALUE);
}

static void
read_date_element (Reading *reading,
                   xmlNode *node)
{
  gboolean is_time = g_str_equal ((const char *) node->name, "time");
  gboolean is_published = says_published (node);
  g_autofree char *moment = NULL;

  if (!is_time && !is_published)
    return;

  moment = dup_value (node);

  /* One element may say both: of themes that show one day, whichever it is. */
  if (says_modified (node))
    cp_metadata_offer (reading->metadata, CP_FIELD_MODIFIED, moment, CP_EVIDENCE_PAGE, "time element");
  else
    cp_metadata_offer (reading->metadata, CP_FIELD_PUBLISHED, moment, is_published ? CP_EVIDENCE_PAGE : CP_EVIDENCE_TEXT, "time element");
}

/* The section as microdata, or as the category to which blogs link under the headline. */
static void
read_section_element (Reading *reading,
                      xmlNode *node)
{
  gboolean is_section = cp_html_has_token (node, "itemprop", "articleSection") || cp_html_has_token (node, "property", "articleSection");
  g_autofree char *section = NULL;

  if (!is_section && !cp_html_has_token (node, "rel", "category"))
    return;

  section = dup_value (node);
  cp_metadata_offer_section (reading->metadata, section, is_section ? CP_EVIDENCE_PAGE : CP_EVIDENCE_TEXT, is_section ? "articleSection" : "category link");
}

/* Elements that tell the day or the section, outside of comments and related pieces. */
static void
read_elements (Reading *reading)
{
  for (guint i = 1; i < reading->page->elements->len; i++)
    {
      CpHtmlElement *element = cp_html_page_get_element (reading->page, i);

      if (element->furniture == CP_FURNITURE_COMMENT || element->furniture == CP_FURNITURE_RELATED ||
          (element->node->properties == NULL && !g_str_equal ((const char *) element->node->name, "time")))
        continue;

      read_date_element (reading, element->node);
      read_section_element (reading, element->node);
    }
}

/* Blocks whose class says "date". */
static void
read_date_lines (Reading *reading)
{
  for (guint i = 0; i < reading->page->blocks->len; i++)
    {
      CpHtmlBlock *block = cp_html_page_get_block (reading->page, i);

      if (cp_html_page_get_element (reading->page, block->element)->furniture == CP_FURNITURE_DATE && block->block->n_inked < 200)
        cp_metadata_offer (reading->metadata, CP_FIELD_PUBLISHED, block->block->text->str, CP_EVIDENCE_TEXT, "date line");
    }
}

/* The heading that says the title; or, where a page has put a paragraph into its heading, that; or, where it has
 * another headline in its text than in its head, the first of the highest rank. */
static guint
find_headline (CpHtmlPage *page,
               const char *title)
{
  guint same = 0, first = 0;

  for (guint i = 0; i < page->blocks->len; i++)
    {
      CpHtmlBlock *block = cp_html_page_get_block (page, i);
      gboolean is_heading = block->block->kind == CP_BLOCK_HEADING;
      gboolean is_same = g_strcmp0 (block->block->text->str, title) == 0;

      if (is_heading && is_same)
        return i;

      if (is_same && same == 0)
        same = i;
      if (is_heading && block->block->level == 1 && first == 0 && cp_html_page_get_element (page, block->element)->furniture == CP_FURNITURE_NONE)
        first = i;
    }

  return same > 0 ? same : first;
}

/* The name of the section over the headline. A menu may stand there as well, and names them all. */
static void
read_kicker (Reading *reading,
             guint    headline)
{
  for (guint i = headline > BLOCKS_OF_KICKER ? headline - BLOCKS_OF_KICKER : 0; i < headline; i++)
    {
      CpHtmlBlock *block = cp_html_page_get_block (reading->page, i);
      CpFurniture furniture = cp_html_page_get_element (reading->page, block->element)->furniture;

      if (block->block->kind != CP_BLOCK_LIST_ITEM && (furniture == CP_FURNITURE_NONE || furniture == CP_FURNITURE_KICKER))
        cp_metadata_weigh_label (reading->metadata, block->block->text->str, CP_EVIDENCE_TEXT, "kicker");
    }
}

/**
 * cp_html_metadata_read:
 * @page: a page
 * @metadata: what is known; gains what the page says
 */
void
cp_html_metadata_read (CpHtmlPage *page,
                       CpMetadata *metadata)
{
  g_autoptr (CpHtmlTitles) titles = cp_html_titles_new ();
  g_autoptr (CpHtmlAuthors) authors = cp_html_authors_new ();
  Reading reading = { .page = page, .metadata = metadata, .titles = titles, .authors = authors };
  guint headline;

  read_tree (&reading);
  complete_address (&reading);
  read_elements (&reading);
  read_date_lines (&reading);
  cp_html_titles_choose (titles, page, metadata);
  headline = find_headline (page, cp_metadata_get (metadata, CP_FIELD_TITLE));
  read_kicker (&reading, headline);
  cp_html_authors_choose (authors, page, headline, metadata);
  cp_html_days_read (page, headline, metadata);
  g_free (reading.relative);
}
