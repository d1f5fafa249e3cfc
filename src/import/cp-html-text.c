/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces of HTML inside of other formats → plain text. */

#define G_LOG_DOMAIN "cp-html-text"

#include "config.h"

#include "cp-html-text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/**
 * cp_html_unescape:
 * @text: valid UTF-8 in which characters may be written as entities, and some words marked up
 *
 * Returns: (transfer full): @text as it would be shown
 */
char *
cp_html_unescape (const char *text)
{
  g_autofree char *page = NULL;
  htmlDocPtr document;
  xmlChar *content;
  char *plain;

  if (strpbrk (text, "&<") == NULL)
    return g_strdup (text);

  page = g_strconcat ("<p>", text, NULL);
  document = htmlReadMemory (page, strlen (page), NULL, "UTF-8",
                             HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  if (document == NULL)
    return g_strdup (text);

  content = xmlNodeGetContent ((xmlNode *) document);
  plain = g_strdup (content != NULL ? (const char *) content : text);
  xmlFree (content);
  xmlFreeDoc (document);

  return plain;
}
