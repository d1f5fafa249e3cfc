/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of the authors, out of the tags, elements and lines of a page. */

#define G_LOG_DOMAIN "cp-html-authors"

#include "config.h"

#include "cp-byline.h"
#include "cp-html-authors.h"
#include "cp-pattern.h"

#include <string.h>

/* How far from the headline, in blocks, and how long, in bytes, a byline is. */
#define BLOCKS_BEFORE 6
#define BLOCKS_AFTER 14
#define BLOCKS_NEAR 8
#define MAX_LABEL 160

/* An element that is for the author's name holds no more than this, in bytes. */
#define MAX_ELEMENT 200
#define MAX_PARTS 20

/* How many elements from the headline on may hold the line in which the author's name is a link. */
#define MAX_LINKS 120

/* A line that signs a piece, in bytes. */
#define MAX_SIGNATURE 80

static CpPattern author_path = CP_PATTERN (
  "/(?:authors?|autor(?:en)?|auteurs?|autores|people|person|profiles?|contributors?|columnists?|writers?|creators?|producers?|by|staff|team)/");

static CpPattern signature = CP_PATTERN (
  "^(?:(?:this )?(?:article |story |post )?(?:was )?(?:written|authored|posted) by|verfasst von|geschrieben von|ein (?:artikel|beitrag|kommentar) von|"
  "écrit par|rédigé par|escrito por|scritto da|geschreven door)\\b");
static CpPattern signature_alone = CP_PATTERN ("\\b(?:by|von|par|por|da|door) ?:?$");

static const char * const meta_names[] = {
  "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
  "dc.creator.personalname", "citation_author", "citation_authors", "bepress_citation_author", "eprints.creators_name",
  "article:author_name", "article:author:name", "cxenseparse:author", "cxenseparse:recs:author", "cse_author", "author_name", "authors",
  "byline", "rbauthors", "twitter:data",
};

/* What the card says that is shown for a page on a social network: "Written by" under one number and the name under the same. */
static CpPattern card_label = CP_PATTERN (
  "^(?:written by|posted by|author|by|verfasst von|geschrieben von|von|autor|écrit par|par|escrito por|por|scritto da|geschreven door|"
  "napisane przez|skrevet av|skriven av|автор|написано|著者|作者)$");

/* @names has as many arrays as there are names of tags, each %NULL until the first of them is seen. */
struct _CpHtmlAuthors
{
  GPtrArray *names[G_N_ELEMENTS (meta_names)];
  char       card;
};

CpHtmlAuthors *
cp_html_authors_new (void)
{
  return g_new0 (CpHtmlAuthors, 1);
}

void
cp_html_authors_free (CpHtmlAuthors *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (meta_names); i++)
    g_clear_pointer (&self->names[i], g_ptr_array_unref);

  g_free (self);
}

static gboolean
is_name_of_author (xmlNode *node)
{
  return cp_html_has_token (node, "itemprop", "name") || cp_html_has_token (node, "property", "name");
}

/* What an element for the author says: the name in it, where that is marked as such, else all of it. */
static char *
dup_author (CpHtmlPage *page,
            int         index)
{
  CpHtmlElement *element = cp_html_page_get_element (page, index);

  for (int i = index; i < MIN (element->end, index + MAX_PARTS); i++)
    {
      xmlNode *node = cp_html_page_get_element (page, i)->node;

      if (is_name_of_author (node))
        {
          char *content = cp_html_get_attribute (node, "content");

          return content != NULL ? content : cp_html_dup_short_text (node, MAX_ELEMENT);
        }
    }

  return cp_html_dup_short_text (element->node, MAX_ELEMENT);
}

static gboolean
is_marked (xmlNode *node)
{
  return cp_html_has_token (node, "rel", "author") ||
         cp_html_has_token (node, "itemprop", "author") ||
         cp_html_has_token (node, "property", "author") ||
         cp_html_has_token (node, "property", "schema:author");
}

static gboolean
is_of_piece (CpHtmlElement *element)
{
  return element->furniture != CP_FURNITURE_COMMENT && element->furniture != CP_FURNITURE_RELATED;
}

/* The elements that belong to one byline stand next to each other. */
static gboolean
are_close (CpHtmlPage *page,
           int         a,
           int         b)
{
  int parent_a = cp_html_page_get_element (page, a)->parent;
  int parent_b = cp_html_page_get_element (page, b)->parent;

  return parent_a == parent_b ||
         (parent_a > 0 && parent_b > 0 &&
          cp_html_page_get_element (page, parent_a)->parent == cp_html_page_get_element (page, parent_b)->parent);
}

static void
add_names (GPtrArray *names,
           char     **more)
{
  for (guint i = 0; more[i] != NULL; i++)
    {
      if (!g_ptr_array_find_with_equal_func (names, more[i], g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (more[i]));
    }
}

/* Each author may have a tag. */
static void
take_tag (CpHtmlAuthors *self,
          gsize          position,
          const char    *content)
{
  g_auto (GStrv) found = cp_byline_parse_field (content);

  if (self->names[position] == NULL)
    self->names[position] = g_ptr_array_new_with_free_func (g_free);

  add_names (self->names[position], found);
}

/**
 * cp_html_authors_take_meta:
 * @name: name of a meta tag, in lower case
 * @content: what it says
 */
void
cp_html_authors_take_meta (CpHtmlAuthors *self,
                           const char    *name,
                           const char    *content)
{
  if (g_str_has_prefix (name, "twitter:label") && cp_pattern_matches (&card_label, content))
    self->card = name[strlen ("twitter:label")];

  if (g_str_has_prefix (name, "twitter:data") && self->card != '\0' && name[strlen ("twitter:data")] == self->card)
    name = "twitter:data";

  for (gsize i = 0; i < G_N_ELEMENTS (meta_names); i++)
    {
      if (g_str_equal (meta_names[i], name))
        take_tag (self, i, content);
    }
}

static void
offer (CpMetadata *metadata,
       GPtrArray  *names,
       CpEvidence  evidence,
       const char *detail)
{
  g_ptr_array_add (names, NULL);
  cp_metadata_offer_authors (metadata, (const char * const *) names->pdata, evidence, detail);
}

/* Elements that say that they name an author: the first, and those next to it. */
static void
read_marked (CpHtmlPage *page,
             CpMetadata *metadata)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  int first = 0;

  for (int i = 1; i < (int) page->elements->len && metadata->evidence[CP_FIELD_AUTHORS] < CP_EVIDENCE_PAGE; i++)
    {
      CpHtmlElement *element = cp_html_page_get_element (page, i);
      g_autofree char *text = NULL;
      g_auto (GStrv) found = NULL;

      if (element->node->properties == NULL || !is_of_piece (element) || !is_marked (element->node) ||
          (first > 0 && !are_close (page, first, i)))
        continue;

      text = dup_author (page, i);
      if (text == NULL)
        continue;

      found = cp_byline_parse_field (text);
      add_names (names, found);
      if (first == 0 && names->len > 0)
        first = i;
    }

  offer (metadata, names, CP_EVIDENCE_PAGE, "author element");
}

/* Elements whose class says "byline" or "author", from the headline on. */
static void
read_classes (CpHtmlPage *page,
              int         from,
              int         to,
              CpMetadata *metadata)
{
  for (int i = from; i < to && metadata->evidence[CP_FIELD_AUTHORS] < CP_EVIDENCE_TEXT; i++)
    {
      CpHtmlElement *element = cp_html_page_get_element (page, i);
      g_autofree char *text = NULL;
      g_auto (GStrv) names = NULL;

      if (element->hint != CP_FURNITURE_BYLINE || !is_of_piece (element))
        continue;

      text = cp_html_dup_short_text (element->node, MAX_ELEMENT);
      if (text == NULL)
        continue;

      names = cp_byline_parse_line (text);
      cp_metadata_offer_authors (metadata, (const char * const *) names, CP_EVIDENCE_TEXT, "byline");
    }
}

static gboolean
tells_author (CpHtmlPage *page,
              guint       position)
{
  CpHtmlBlock *block = cp_html_page_get_block (page, position);

  if (block->block->text->len > MAX_LABEL || !is_of_piece (cp_html_page_get_element (page, block->element)))
    return FALSE;

  return cp_byline_is_line (block->block->text->str) ||
         cp_byline_is_in_line (block->block->text->str) ||
         (cp_draft_block_is_linked (block->block) && block->block->link != NULL && cp_pattern_matches (&author_path, block->block->link));
}

static guint
count_shared (char **names,
              char **others)
{
  guint n_shared = 0;

  for (guint i = 0; others[i] != NULL; i++)
    n_shared += g_strv_contains ((const char * const *) names, others[i]);

  return n_shared;
}

/* Machines are told the first of several authors only, or the editor who put the piece on the page. A line that says "By"
 * under the headline is what the paper answers for. */
static void
take_line (CpMetadata *metadata,
           char      **names,
           gboolean    is_byline)
{
  guint n_known = g_strv_length (metadata->authors);
  guint n_shared = count_shared (names, metadata->authors);
  gboolean completes = n_shared == n_known && g_strv_length (names) > n_known;
  gboolean corrects = is_byline && n_shared == 0 && strchr (names[0], ' ') != NULL;

  if (n_known > 0 && (completes || corrects))
    cp_metadata_forget (metadata, CP_FIELD_AUTHORS);

  cp_metadata_offer_authors (metadata, (const char * const *) names, CP_EVIDENCE_TEXT, "byline");
}

/* What stands around the headline without any mark: a line that begins with "By", a name that links to all that its bearer
 * has written. */
static void
read_lines (CpHtmlPage *page,
            guint       headline,
            CpMetadata *metadata)
{
  guint end = MIN (headline + BLOCKS_AFTER, page->blocks->len);

  for (guint i = headline > BLOCKS_BEFORE ? headline - BLOCKS_BEFORE : 0; i < end; i++)
    {
      const char *text = cp_html_page_get_block (page, i)->block->text->str;
      g_auto (GStrv) names = NULL;

      if (!tells_author (page, i))
        continue;

      names = cp_byline_parse_line (text);
      if (names[0] != NULL)
        take_line (metadata, names, i > headline && i <= headline + BLOCKS_NEAR && cp_byline_is_line (text));
    }
}

/* Links to all that somebody has written, beside other things in one line. */
static void
read_links (CpHtmlPage *page,
            int         from,
            CpMetadata *metadata)
{
  int to = MIN (from + MAX_LINKS, (int) page->elements->len);

  for (int i = from; i < to && metadata->evidence[CP_FIELD_AUTHORS] < CP_EVIDENCE_TEXT; i++)
    {
      CpHtmlElement *element = cp_html_page_get_element (page, i);
      g_autofree char *target = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) names = NULL;

      if (element->tag != CP_HTML_LINK || !is_of_piece (element))
        continue;

      target = cp_html_get_attribute (element->node, "href");
      if (target == NULL || !cp_pattern_matches (&author_path, target))
        continue;

      text = cp_html_dup_short_text (element->node, MAX_LABEL);
      if (text == NULL)
        continue;

      names = cp_byline_parse (text);
      cp_metadata_offer_authors (metadata, (const char * const *) names, CP_EVIDENCE_TEXT, "link to the author");
    }
}

/* "Written by Ada Quill", or the name in the line after, at the end of the piece. */
static void
read_signatures (CpHtmlPage *page,
                 CpMetadata *metadata)
{
  for (guint i = 0; i < page->blocks->len && metadata->evidence[CP_FIELD_AUTHORS] < CP_EVIDENCE_TEXT; i++)
    {
      CpHtmlBlock *block = cp_html_page_get_block (page, i);
      const char *text = block->block->text->str;
      g_auto (GStrv) names = NULL;

      if (block->block->text->len > MAX_SIGNATURE || !is_of_piece (cp_html_page_get_element (page, block->element)) ||
          !cp_pattern_matches (&signature, text))
        continue;

      if (cp_pattern_matches (&signature_alone, text) && i + 1 < page->blocks->len)
        text = cp_html_page_get_block (page, i + 1)->block->text->str;
      if (strlen (text) > MAX_SIGNATURE)
        continue;

      names = cp_byline_parse (text);
      cp_metadata_offer_authors (metadata, (const char * const *) names, CP_EVIDENCE_TEXT, "signature");
    }
}

/* An account or the paper itself stands in for the author where nothing names a person. */
static void
doubt_stand_ins (CpMetadata *metadata)
{
  const char *outlet = cp_metadata_get (metadata, CP_FIELD_OUTLET);
  const char *only = metadata->authors[0];

  if (only == NULL || metadata->authors[1] != NULL)
    return;

  if (cp_byline_is_account (only) || (outlet != NULL && g_ascii_strcasecmp (only, outlet) == 0))
    metadata->evidence[CP_FIELD_AUTHORS] = CP_EVIDENCE_GUESS;
}

static void
offer_tags (CpHtmlAuthors *self,
            CpMetadata    *metadata)
{
  for (gsize i = 0; i < G_N_ELEMENTS (meta_names); i++)
    {
      if (self->names[i] != NULL)
        offer (metadata, self->names[i], CP_EVIDENCE_META, meta_names[i]);
      doubt_stand_ins (metadata);
    }
}

/**
 * cp_html_authors_choose:
 * @page: the page of which the tags were taken
 * @headline: index of the block that is its headline
 * @metadata: knows what the linked data says; gains the authors
 */
void
cp_html_authors_choose (CpHtmlAuthors *self,
                        CpHtmlPage    *page,
                        guint          headline,
                        CpMetadata    *metadata)
{
  int start = headline < page->blocks->len ? cp_html_page_get_block (page, headline)->element : 0;

  doubt_stand_ins (metadata);
  offer_tags (self, metadata);
  read_marked (page, metadata);
  doubt_stand_ins (metadata);
  read_lines (page, headline, metadata);
  read_classes (page, start, page->elements->len, metadata);
  read_links (page, start, metadata);
  read_signatures (page, metadata);
  read_classes (page, 1, start, metadata);
}
