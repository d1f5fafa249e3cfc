/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the parts of a page that was sent in pieces where its script would have put them. */

#define G_LOG_DOMAIN "cp-html-stream"

#include "config.h"

#include "cp-html-stream.h"

#include <string.h>

/* React sends a page before all of its parts are ready: <template id="B:1a"> holds the place (or "P:1a", in a part), and
 * <div hidden id="S:1a"> follows after everything else, for a script to put there. */
#define PLACE_MARK "<template id=\"B:"

/* Looking for what a place stands in takes so many steps in all; pages nest as deeply as their makers like. */
#define MAX_STEPS 1000000

typedef struct
{
  GHashTable *parts;
  GPtrArray  *places;
} Stream;

static const char *
get_id (xmlNode *node)
{
  xmlAttr *id = xmlHasProp (node, (const xmlChar *) "id");

  return id != NULL && id->children != NULL && id->children->content != NULL ? (const char *) id->children->content : "";
}

static void
note_node (Stream  *stream,
           xmlNode *node)
{
  const char *id;

  if (g_str_equal ((const char *) node->name, "template"))
    {
      id = get_id (node);
      if (g_str_has_prefix (id, "B:") || g_str_has_prefix (id, "P:"))
        g_ptr_array_add (stream->places, node);
    }
  else if (g_str_equal ((const char *) node->name, "div") && node->properties != NULL)
    {
      id = get_id (node);
      if (g_str_has_prefix (id, "S:"))
        g_hash_table_insert (stream->parts, (char *) id + 2, node);
    }
}

/* Without recursion, like every walk over a page. */
static void
find_nodes (Stream     *stream,
            htmlDocPtr  document)
{
  xmlNode *root = (xmlNode *) document;
  xmlNode *node = root->children;

  while (node != NULL)
    {
      if (node->type == XML_ELEMENT_NODE)
        note_node (stream, node);

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

/* A part that would hold itself is a riddle of somebody who means no good. */
static gboolean
is_inside (xmlNode *node,
           xmlNode *ancestor,
           int     *n_steps)
{
  for (; node != NULL && *n_steps < MAX_STEPS; node = node->parent)
    {
      if (node == ancestor)
        return TRUE;
      (*n_steps)++;
    }

  return node != NULL;
}

static void
move_children (xmlNode *part,
               xmlNode *place)
{
  while (part->children != NULL)
    {
      xmlNode *child = part->children;

      xmlUnlinkNode (child);
      xmlAddPrevSibling (place, child);
    }
}

/**
 * cp_html_stream_is_used:
 *
 * Returns: whether the source of a page has places for parts that follow
 */
gboolean
cp_html_stream_is_used (const char *text,
                        gsize       length)
{
  return memmem (text, length, PLACE_MARK, strlen (PLACE_MARK)) != NULL;
}

/**
 * cp_html_stream_assemble:
 * @document: a page of which cp_html_stream_is_used()
 *
 * Does what the page's own script does when the page is opened in a browser.
 */
void
cp_html_stream_assemble (htmlDocPtr document)
{
  g_autoptr (GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  Stream stream = { parts, places };
  int n_steps = 0;

  find_nodes (&stream, document);

  for (guint i = 0; i < places->len; i++)
    {
      xmlNode *place = g_ptr_array_index (places, i);
      xmlNode *part = g_hash_table_lookup (parts, get_id (place) + 2);

      if (part != NULL && !is_inside (place, part, &n_steps))
        move_children (part, place);
    }
}
