/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of its article: in JSON-LD, in meta tags, and in elements that say what they are. */

#define G_LOG_DOMAIN "cp-html-metadata"

#include "config.h"

#include "cp-byline.h"
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
  { "og:site_name", CP_FIELD_OUTLET },
  { "dc.publisher", CP_FIELD_OUTLET },
  { "citation_journal_title", CP_FIELD_OUTLET },
  { "cre", CP_FIELD_OUTLET },
  { "application-name", CP_FIELD_OUTLET },
  { "article:published_time", CP_FIELD_PUBLISHED },
  { "og:article:published_time", CP_FIELD_PUBLISHED },
  { "article:published", CP_FIELD_PUBLISHED },
  { "datepublished", CP_FIELD_PUBLISHED },
  { "parsely-pub-date", CP_FIELD_PUBLISHED },
  { "sailthru.date", CP_FIELD_PUBLISHED },
  { "pubdate", CP_FIELD_PUBLISHED },
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
  { "citation_publication_date", CP_FIELD_PUBLISHED },
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
  { "og:locale", CP_FIELD_LANGUAGE },
  { "language", CP_FIELD_LANGUAGE },
  { "content-language", CP_FIELD_LANGUAGE },
  { "dc.language", CP_FIELD_LANGUAGE },
};

static const char * const section_names[] = {
  "article:section", "og:article:section", "parsely-section", "section", "category", "cg", "pagetype", "article:opinion", NULL
};

/* "<!-- saved from url=(0042)https://… -->", which browsers write at the top. */
static CpPattern saved_from = CP_PATTERN ("(?:saved from url=(?:\\(\\d+\\))?|(?m:^)\\s*url: )\\s*(https?://\\S+)");

/* How many blocks over the headline may be the name of the section. */
#define BLOCKS_OF_KICKER 3

/* An element that tells the day has no more text than this, in bytes. */
#define MAX_DAY 200

typedef struct
{
  CpHtmlPage    *page;
  CpMetadata    *metadata;
  CpHtmlTitles  *titles;
  CpHtmlAuthors *authors;
} Reading;

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

  if (g_strv_contains (section_names, name))
    cp_metadata_offer_section (reading->metadata, content, CP_EVIDENCE_META, name);

  for (gsize i = 0; i < G_N_ELEMENTS (meta_names); i++)
    {
      if (g_str_equal (meta_names[i].name, name))
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
  else if (g_str_equal (name, "link") && cp_html_has_token (node, "rel", "canonical"))
    {
      g_autofree char *address = cp_html_get_attribute (node, "href");

      cp_metadata_offer (reading->metadata, CP_FIELD_URL, address, CP_EVIDENCE_PAGE, "canonical link");
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
  cp_metadata_offer (reading->metadata, CP_FIELD_URL, address, CP_EVIDENCE_GUESS, "comment of the browser");
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
         cp_html_has_token (node, "class", "published") ||
         xmlHasProp (node, (const xmlChar *) "pubdate") != NULL;
}

static gboolean
says_modified (xmlNode *node)
{
  return cp_html_has_token (node, "itemprop", "dateModified") || cp_html_has_token (node, "class", "updated") || cp_html_has_token (node, "class", "modified");
}

static void
read_date_element (Reading       *reading,
                   CpHtmlElement *element)
{
  g_autofree char *moment = cp_html_get_attribute (element->node, "datetime");

  if (moment == NULL)
    moment = cp_html_get_attribute (element->node, "content");
  if (moment == NULL)
    moment = cp_html_dup_short_text (element->node, MAX_DAY);

  /* One element may say both: of themes that show one day, whichever it is. */
  if (says_modified (element->node))
    cp_metadata_offer (reading->metadata, CP_FIELD_MODIFIED, moment, CP_EVIDENCE_PAGE, "time element");
  else if (says_published (element->node))
    cp_metadata_offer (reading->metadata, CP_FIELD_PUBLISHED, moment, CP_EVIDENCE_PAGE, "time element");
  else
    cp_metadata_offer (reading->metadata, CP_FIELD_PUBLISHED, moment, CP_EVIDENCE_TEXT, "time element");
}

/* Elements that tell the day, outside of comments and related pieces. */
static void
read_elements (Reading *reading)
{
  for (guint i = 1; i < reading->page->elements->len; i++)
    {
      CpHtmlElement *element = cp_html_page_get_element (reading->page, i);

      if (element->furniture == CP_FURNITURE_COMMENT || element->furniture == CP_FURNITURE_RELATED)
        continue;

      if (g_str_equal ((const char *) element->node->name, "time") || cp_html_has_token (element->node, "itemprop", "datePublished"))
        read_date_element (reading, element);
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
  Reading reading = { page, metadata, titles, authors };
  guint headline;

  read_tree (&reading);
  read_elements (&reading);
  read_date_lines (&reading);
  cp_html_titles_choose (titles, page, metadata);
  headline = find_headline (page, cp_metadata_get (metadata, CP_FIELD_TITLE));
  read_kicker (&reading, headline);
  cp_html_authors_choose (authors, page, headline, metadata);
  cp_html_days_read (page, headline, metadata);
}
