/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a piece out of the JSON-LD of a page that shows none without its scripts. */

#define G_LOG_DOMAIN "cp-html-linked-body"

#include "config.h"

#include "cp-html-linked-body.h"
#include "cp-html-text.h"
#include "cp-json-input.h"

#include <string.h>

/* With so much body of its own, in bytes, a page needs no other. */
#define MIN_BODY 400

#define MEMBER "\"articleBody\""

static gsize
measure_body (CpDraft *draft)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->furniture == CP_FURNITURE_NONE && block->kind != CP_BLOCK_HEADING)
        n_bytes += block->n_inked;
    }

  return n_bytes;
}

/* The string that begins with the quotation mark at @text; the rest of the JSON need not be well formed. */
static char *
dup_json_string (const char *text)
{
  g_autoptr (JsonNode) list = NULL;
  g_autofree char *json = NULL;
  const char *end = text + 1;

  while (*end != '\0' && *end != '"')
    end += *end == '\\' && end[1] != '\0' ? 2 : 1;

  if (*end == '\0')
    return NULL;

  /* As a list of one, since that is what is read within limits and with half characters mended. */
  json = g_strdup_printf ("[%.*s]", (int) (end + 1 - text), text);
  list = cp_json_input_parse (json, strlen (json));

  return g_strdup (cp_json_input_get_string (cp_json_input_get_item (list, 0), NULL));
}

static char *
find_article_body (const char *json)
{
  const char *member = strstr (json, MEMBER);

  if (member == NULL)
    return NULL;

  member += strlen (MEMBER);
  member += strspn (member, " \t\r\n:");

  return *member == '"' ? dup_json_string (member) : NULL;
}

/* Without recursion, like every walk over a page. */
static char *
find_in_page (CpHtmlPage *page)
{
  xmlNode *root = (xmlNode *) page->document;
  xmlNode *node = root->children;
  char *body = NULL;

  while (node != NULL && body == NULL)
    {
      gboolean is_element = node->type == XML_ELEMENT_NODE;

      if (is_element && g_str_equal ((const char *) node->name, "script") && node->children != NULL &&
          node->children->content != NULL)
        body = find_article_body ((const char *) node->children->content);

      if (is_element && node->children != NULL)
        {
          node = node->children;
          continue;
        }

      while (node != root && node->next == NULL)
        node = node->parent;

      node = node != root ? node->next : NULL;
    }

  return body;
}

/**
 * cp_html_linked_body_complete:
 * @page: the page of @draft
 * @draft: gains the paragraphs of the piece when it has hardly any body and the page tells machines one
 *
 * What is shown on such a page is left as it is, and the text goes after it.
 */
void
cp_html_linked_body_complete (CpHtmlPage *page,
                              CpDraft    *draft)
{
  g_autofree char *body = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) paragraphs = NULL;

  if (measure_body (draft) >= MIN_BODY || (body = find_in_page (page)) == NULL || strlen (body) < MIN_BODY)
    return;

  text = cp_html_unescape (body);
  paragraphs = g_strsplit (text, "\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    cp_draft_block_append (cp_draft_begin (draft, CP_BLOCK_PARAGRAPH, 0), paragraphs[i], -1, CP_STYLE_NONE);
}
