/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML of foreign hands → a tree of bounded depth, without entities and external parts. */

#define G_LOG_DOMAIN "cp-xml"

#include "config.h"

#include "cp-xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

G_STATIC_ASSERT (CP_XML_MAX_DEPTH == 256);

/**
 * cp_xml_parse:
 * @bytes: an XML file, which may be broken
 *
 * The limits of libxml2 on depth and on the length of names and texts are in force. Entities cannot be declared: a
 * document that consists of them ("billion laughs") is empty, and no file or address is read ("XXE").
 *
 * Returns: (transfer full) (nullable): what could be read up to the first grave error, or %NULL when that is nothing
 */
xmlDoc *
cp_xml_parse (GBytes *bytes)
{
  const int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_NOCDATA |
                      XML_PARSE_COMPACT;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlParserCtxtPtr context = size > 0 ? xmlCreateMemoryParserCtxt (data, size) : NULL;
  g_autoptr (xmlDoc) document = NULL;

  if (context == NULL)
    return NULL;

  xmlCtxtUseOptions (context, options);
  context->sax->entityDecl = NULL;
  context->sax->externalSubset = NULL;
  xmlParseDocument (context);
  document = context->myDoc;
  xmlFreeParserCtxt (context);

  return document != NULL && xmlDocGetRootElement (document) != NULL ? g_steal_pointer (&document) : NULL;
}

xmlNode *
cp_xml_get_root (xmlDoc *document)
{
  return xmlDocGetRootElement (document);
}

/**
 * cp_xml_is:
 * @name: without a prefix: the formats that are read here have editions that differ in their namespaces alone
 *
 * Returns: whether @node is an element of that name
 */
gboolean
cp_xml_is (xmlNode    *node,
           const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

/**
 * cp_xml_first_element:
 *
 * Returns: (transfer none) (nullable): the first element in @node
 */
xmlNode *
cp_xml_first_element (xmlNode *node)
{
  return xmlFirstElementChild (node);
}

/**
 * cp_xml_next_element:
 *
 * Returns: (transfer none) (nullable): the element after @node in the same parent
 */
xmlNode *
cp_xml_next_element (xmlNode *node)
{
  return xmlNextElementSibling (node);
}

/**
 * cp_xml_find_child:
 *
 * Returns: (transfer none) (nullable): the first element called @name right in @node
 */
xmlNode *
cp_xml_find_child (xmlNode    *node,
                   const char *name)
{
  xmlNode *child = cp_xml_first_element (node);

  while (child != NULL && !cp_xml_is (child, name))
    child = cp_xml_next_element (child);

  return child;
}

/**
 * cp_xml_find:
 *
 * Returns: (transfer none) (nullable): the first element called @name anywhere in @node
 */
xmlNode *
cp_xml_find (xmlNode    *node,
             const char *name)
{
  for (xmlNode *child = cp_xml_first_element (node); child != NULL; child = cp_xml_next_element (child))
    {
      xmlNode *found = cp_xml_is (child, name) ? child : cp_xml_find (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The parser lets a few invalid bytes through when it recovers from errors. */
static char *
take_string (xmlChar *string)
{
  char *valid = string != NULL ? g_utf8_make_valid ((const char *) string, -1) : NULL;

  xmlFree (string);

  return valid;
}

/**
 * cp_xml_dup_attribute:
 * @name: without a prefix
 *
 * Returns: (transfer full) (nullable): the value, in valid UTF-8
 */
char *
cp_xml_dup_attribute (xmlNode    *node,
                      const char *name)
{
  return take_string (xmlGetProp (node, (const xmlChar *) name));
}

/**
 * cp_xml_dup_text:
 *
 * Returns: (transfer full): all text in @node, in valid UTF-8
 */
char *
cp_xml_dup_text (xmlNode *node)
{
  char *text = take_string (xmlNodeGetContent (node));

  return text != NULL ? text : g_strdup ("");
}

/**
 * cp_xml_dup_found:
 * @document: (nullable): a tree
 *
 * Returns: (transfer full) (nullable): all text in the first element called @name, or %NULL when there is none
 */
char *
cp_xml_dup_found (xmlDoc     *document,
                  const char *name)
{
  xmlNode *node = document != NULL ? cp_xml_find (cp_xml_get_root (document), name) : NULL;

  return node != NULL ? cp_xml_dup_text (node) : NULL;
}
