/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places in a page given as paths of elements → places in its text. */

#define G_LOG_DOMAIN "cp-html-offsets"

#include "config.h"

#include "cp-html-offsets.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* No path of a page that somebody read has as many steps. */
#define MAX_STEPS 200

struct _CpHtmlOffsets
{
  htmlDocPtr  document;
  xmlNode    *root;
  GHashTable *starts;
  GString    *text;
  CpLetters  *letters;
};

/* Without recursion: pages are nested as deep as their authors liked. */
static xmlNode *
get_next (CpHtmlOffsets *self,
          xmlNode       *node)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;

  while (node != self->root && node->next == NULL)
    node = node->parent;

  return node != self->root ? node->next : NULL;
}

static void
read_text (CpHtmlOffsets *self)
{
  int length = 0;

  for (xmlNode *node = self->root; node != NULL; node = get_next (self, node))
    {
      if (node->type == XML_ELEMENT_NODE)
        {
          g_hash_table_insert (self->starts, node, GINT_TO_POINTER (length));
        }
      else if (node->type == XML_TEXT_NODE && node->content != NULL)
        {
          g_string_append (self->text, (const char *) node->content);
          length += g_utf8_strlen ((const char *) node->content, -1);
        }
    }
}

/**
 * cp_html_offsets_new:
 * @content: the part of a page that the paths begin in, valid UTF-8
 *
 * Returns: (transfer full): its text, and where its elements begin in it
 */
CpHtmlOffsets *
cp_html_offsets_new (const char *content)
{
  CpHtmlOffsets *self = g_new0 (CpHtmlOffsets, 1);
  g_autofree char *page = g_strconcat ("<!DOCTYPE html><html><body>", content, "</body></html>", NULL);
  xmlNode *html;

  self->starts = g_hash_table_new (NULL, NULL);
  self->text = g_string_new (NULL);
  self->document = htmlReadMemory (page, strlen (page), NULL, "UTF-8",
                                   HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  html = self->document != NULL ? xmlDocGetRootElement (self->document) : NULL;

  for (xmlNode *node = html != NULL ? html->children : NULL; node != NULL && self->root == NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "body") == 0)
        self->root = node;
    }

  if (self->root != NULL)
    read_text (self);

  self->letters = cp_letters_new (self->text->str);

  return self;
}

void
cp_html_offsets_free (CpHtmlOffsets *self)
{
  g_hash_table_unref (self->starts);
  g_string_free (self->text, TRUE);
  cp_letters_free (self->letters);
  xmlFreeDoc (self->document);
  g_free (self);
}

/**
 * cp_html_offsets_get_text:
 *
 * Returns: all text of the page, as it stands between the tags
 */
const char *
cp_html_offsets_get_text (CpHtmlOffsets *self)
{
  return self->text->str;
}

const CpLetters *
cp_html_offsets_get_letters (CpHtmlOffsets *self)
{
  return self->letters;
}

/* "p[2]" → the second p among the children. */
static xmlNode *
take_step (xmlNode    *node,
           const char *step)
{
  gsize length = strcspn (step, "[");
  g_autofree char *name = g_ascii_strdown (step, length);
  gint64 wanted = step[length] == '[' ? g_ascii_strtoll (step + length + 1, NULL, 10) : 1;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, name) == 0 && --wanted == 0)
        return child;
    }

  return NULL;
}

/**
 * cp_html_offsets_find:
 * @path: an element, as a simple XPath such as "/div[1]/p[2]"
 * @offset: characters of the element's text before the place
 *
 * Returns: code points of the page's text before the place, −1 when there is no such element
 */
int
cp_html_offsets_find (CpHtmlOffsets *self,
                      const char    *path,
                      int            offset)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", MAX_STEPS);
  xmlNode *node = self->root;

  for (guint i = 0; node != NULL && steps[i] != NULL; i++)
    {
      if (*steps[i] != '\0')
        node = take_step (node, steps[i]);
    }

  return node != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->starts, node)) + MAX (offset, 0) : -1;
}
