/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML → the tree of libxml2. */

#define G_LOG_DOMAIN "cp-html-parse"

#include "config.h"

#include "cp-html-parse.h"

#include <libxml/parserInternals.h>

/**
 * cp_html_parse:
 * @text: valid UTF-8
 * @length: bytes of @text
 *
 * Parses a page, however broken and however deep. Nothing is fetched.
 *
 * Returns: (transfer full) (nullable): the tree, or %NULL when nothing at all can be made of @text
 */
htmlDocPtr
cp_html_parse (const char *text,
               gsize       length)
{
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                      HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt (text, length);
  htmlDocPtr document;

  if (context == NULL)
    return NULL;

  htmlCtxtUseOptions (context, options);

  /* Without this the parser stops, and loses the text, 256 elements deep. */
  context->options |= XML_PARSE_HUGE;
  xmlSwitchEncoding (context, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument (context);
  document = context->myDoc;
  htmlFreeParserCtxt (context);

  return document;
}
