/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a PDF document says of itself. */

#define G_LOG_DOMAIN "cp-pdf-metadata"

#include "config.h"

#include "cp-byline.h"
#include "cp-pattern.h"
#include "cp-pdf-metadata.h"
#include "cp-pdf-protocol.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

/* Larger packets hold thumbnails and the history of the layout. */
#define MAX_XMP (1024 * 1024)
#define MAX_XMP_DEPTH 32

/* How much of the title a short headline must be. */
#define MIN_HEADLINE_WORDS 3
#define MIN_HEADLINE_SHARE 0.5

#define MAX_OUTLET 50

/* What programs put into the field: names of files and of themselves. */
static CpPattern no_title = CP_PATTERN (
  "\\.(?:docx?|odt|rtf|pdf|indd|qxp|qxd|pages|tex|dvi|html?|md|txt|pptx?)\\s*$|^(?:microsoft word|untitled|unbenannt|sans titre|document\\s?\\d*$|"
  "dokument\\s?\\d*$|layout\\s?\\d|slide\\s?1|print|about:blank|file:|https?:)|^\\S*[_\\d]\\S*$|^\\W*$");
static CpPattern no_author = CP_PATTERN (
  "\\b(?:user|admin|administrator|owner|microsoft|adobe|acrobat|desktop|editor|editorial|redaktion|pc|windows|unknown|author|printer|"
  "newsroom|production)\\b|[@\\\\/_\\d]");
static CpPattern no_word = CP_PATTERN ("[^\\p{L}\\p{N}]+");
static CpPattern divider = CP_PATTERN ("\\s+(?:[|·•»«–—-]|::)\\s+");

/* The elements of XMP that tell something, by their names and those of their vocabularies. */
static const struct
{
  const char *space;
  const char *name;
  CpField     field;
} properties[] = {
  { "http://purl.org/dc/elements/1.1/", "title", CP_FIELD_TITLE },
  { "http://purl.org/dc/elements/1.1/", "creator", CP_FIELD_AUTHORS },
  { "http://purl.org/dc/elements/1.1/", "language", CP_FIELD_LANGUAGE },
  { "http://prismstandard.org/namespaces/basic/2.0/", "publicationName", CP_FIELD_OUTLET },
  { "http://prismstandard.org/namespaces/basic/2.0/", "coverDate", CP_FIELD_PUBLISHED },
  { "http://prismstandard.org/namespaces/basic/2.0/", "publicationDate", CP_FIELD_PUBLISHED },
  { "http://prismstandard.org/namespaces/basic/2.0/", "url", CP_FIELD_URL },
};

static char *
fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = cp_pattern_split (&no_word, folded);

  return g_strstrip (g_strjoinv (" ", words));
}

static guint
count_words (const char *folded)
{
  guint n_words = *folded != '\0';

  for (const char *c = folded; *c != '\0'; c++)
    n_words += *c == ' ';

  return n_words;
}

/**
 * cp_pdf_metadata_is_headline:
 * @title: what the document says that its title is
 * @heading: words on a page
 *
 * A browser's title of a page is the headline with the names of section and paper after it.
 *
 * Returns: whether @heading is the headline that @title has in it
 */
gboolean
cp_pdf_metadata_is_headline (const char *title,
                             const char *heading)
{
  g_autofree char *folded_title = fold (title);
  g_autofree char *folded = fold (heading);
  guint n_words = count_words (folded);

  return n_words > 0 && strstr (folded_title, folded) != NULL &&
         (n_words >= MIN_HEADLINE_WORDS || n_words >= count_words (folded_title) * MIN_HEADLINE_SHARE);
}

static void
offer_outlet (CpDraft    *draft,
              const char *title,
              const char *headline)
{
  g_auto (GStrv) parts = cp_pattern_split (&divider, title);
  guint n_parts = g_strv_length (parts);

  if (n_parts > 1 && strlen (parts[n_parts - 1]) <= MAX_OUTLET && strstr (headline, parts[n_parts - 1]) == NULL)
    cp_metadata_offer (draft->metadata, CP_FIELD_OUTLET, parts[n_parts - 1], CP_EVIDENCE_GUESS, "PDF Title");
}

/* The page has the last word on what its headline is. */
static void
take_title (CpDraft    *draft,
            const char *title)
{
  for (guint i = 0; i < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->level != 1)
        continue;

      if (cp_pdf_metadata_is_headline (title, block->text->str))
        offer_outlet (draft, title, block->text->str);
      return;
    }

  if (!cp_pattern_matches (&no_title, title))
    cp_metadata_offer (draft->metadata, CP_FIELD_TITLE, title, CP_EVIDENCE_GUESS, "PDF Title");
}

static void
take_author (CpDraft    *draft,
             const char *author)
{
  g_auto (GStrv) names = NULL;

  if (cp_pattern_matches (&no_author, author) || strchr (author, ' ') == NULL)
    return;

  names = cp_byline_parse_field (author);
  cp_metadata_offer_authors (draft->metadata, (const char * const *) names, CP_EVIDENCE_GUESS, "PDF Author");
}

static void
take_property (CpDraft    *draft,
               CpField     field,
               const char *value)
{
  if (field == CP_FIELD_TITLE)
    take_title (draft, value);
  else if (field == CP_FIELD_AUTHORS)
    take_author (draft, value);
  else
    cp_metadata_offer (draft->metadata, field, value, field == CP_FIELD_LANGUAGE ? CP_EVIDENCE_GUESS : CP_EVIDENCE_META, "XMP");
}

static void
read_element (CpDraft *draft,
              xmlNode *element,
              int      depth)
{
  const char *space = element->ns != NULL ? (const char *) element->ns->href : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      if (g_strcmp0 (space, properties[i].space) == 0 && g_str_equal ((const char *) element->name, properties[i].name))
        {
          xmlChar *content = xmlNodeGetContent (element);
          g_autofree char *value = g_strstrip (g_strdup (content != NULL ? (const char *) content : ""));

          if (*value != '\0')
            take_property (draft, properties[i].field, value);

          xmlFree (content);
          return;
        }
    }

  for (xmlNode *child = depth < MAX_XMP_DEPTH ? element->children : NULL; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        read_element (draft, child, depth + 1);
    }
}

static void
read_xmp (CpDraft    *draft,
          const char *xmp)
{
  gsize length = strlen (xmp);
  xmlDoc *document;

  if (length > MAX_XMP)
    return;

  document = xmlReadMemory (xmp, length, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document == NULL)
    return;

  if (xmlDocGetRootElement (document) != NULL)
    read_element (draft, xmlDocGetRootElement (document), 0);

  xmlFreeDoc (document);
}

/**
 * cp_pdf_metadata_read:
 * @info: of type a{ss}: the values under the names of cp-pdf-protocol.h
 * @draft: has all its blocks
 *
 * Takes what the document says of itself for what it is worth: programs fill in names of files as titles, and of those who
 * laid out a page as its authors. The day on which a document was made is none of publication.
 */
void
cp_pdf_metadata_read (GVariant *info,
                      CpDraft  *draft)
{
  const char *value;

  if (g_variant_lookup (info, CP_PDF_INFO_TITLE, "&s", &value))
    take_title (draft, value);

  if (g_variant_lookup (info, CP_PDF_INFO_AUTHOR, "&s", &value))
    take_author (draft, value);

  if (g_variant_lookup (info, CP_PDF_INFO_XMP, "&s", &value))
    read_xmp (draft, value);
}
