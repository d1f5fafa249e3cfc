/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved pages → pages that look the same, and can run and load nothing.
 *
 * The page is parsed and written anew from lists of what may stay. A Content-Security-Policy on top says the same
 * once more, to the web view. */

#define G_LOG_DOMAIN "cp-sealed-page"

#include "config.h"

#include "cp-css-seal.h"
#include "cp-html-parse.h"
#include "cp-html-srcset.h"
#include "cp-html-tags.h"
#include "cp-pattern.h"
#include "cp-sealed-names.h"
#include "cp-sealed-page.h"

#include <string.h>

/* Bytes of style sheets and pictures that are put into a page. */
#define MAX_ROOM (96 * 1024 * 1024)

/* An address that is shown where a link was, in bytes. */
#define MAX_ADDRESS 400

#define POLICY "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

/* Many pages stay invisible until a script has run. */
#define SHOWN "html,body{opacity:1!important;visibility:visible!important;animation:none!important}"
#define BLOCK "html,body{display:block!important}"

static CpPattern hides_page = CP_PATTERN ("\\b(?:html|body)[^{},]{0,80}\\{[^{}]*\\bdisplay\\s*:\\s*none");
static CpPattern sheet_relation = CP_PATTERN ("\\bstylesheet\\b");
static CpPattern other_sheet = CP_PATTERN ("\\balternate\\b");

typedef struct
{
  GString    *html;
  CpCssScope  scope;
  gsize       room;
  gboolean    is_hidden;
} Seal;

static void
write_escaped (GString    *html,
               const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      switch (*c)
        {
        case '&':
          g_string_append (html, "&amp;");
          break;
        case '<':
          g_string_append (html, "&lt;");
          break;
        case '>':
          g_string_append (html, "&gt;");
          break;
        case '"':
          g_string_append (html, "&quot;");
          break;
        case '\'':
          g_string_append (html, "&#39;");
          break;
        default:
          g_string_append_c (html, *c);
        }
    }
}

static void
write_attribute (GString    *html,
                 const char *name,
                 const char *value)
{
  g_string_append_printf (html, " %s=\"", name);
  write_escaped (html, value);
  g_string_append_c (html, '"');
}

static gboolean
is_page_root (xmlNode *node)
{
  return strcmp ((const char *) node->name, "html") == 0 || strcmp ((const char *) node->name, "body") == 0;
}

static void
write_css_attribute (Seal       *seal,
                     xmlNode    *node,
                     const char *name,
                     const char *value)
{
  g_autoptr (GString) css = g_string_new (NULL);

  cp_css_seal (css, value, &seal->scope);
  write_attribute (seal->html, name, css->str);

  if (is_page_root (node) && strstr (css->str, "none") != NULL)
    seal->is_hidden = TRUE;
}

static void
write_plain_attribute (Seal       *seal,
                       xmlNode    *node,
                       const char *name,
                       const char *value)
{
  if (strcmp (name, "hidden") != 0 || !is_page_root (node))
    write_attribute (seal->html, name, value);
}

static void
write_attributes (Seal    *seal,
                  xmlNode *node)
{
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      CpSealedAttribute kind = cp_sealed_names_find_attribute (name);
      g_autofree char *value = kind != CP_SEALED_NO ? cp_html_get_attribute (node, name) : NULL;
      g_autofree char *uri = NULL;

      if (value == NULL)
        continue;

      if (kind == CP_SEALED_CSS)
        write_css_attribute (seal, node, name, value);
      else if (kind == CP_SEALED_PLAIN)
        write_plain_attribute (seal, node, name, value);
      else if ((uri = cp_css_seal_reference (value, &seal->scope)) != NULL)
        write_attribute (seal->html, name, uri);
    }
}

/* Where a link led is still to be seen by pointing at it; the parts of a drawing may refer to each other. */
static void
write_link_target (Seal    *seal,
                   xmlNode *node)
{
  g_autofree char *target = cp_html_get_attribute (node, "href");
  g_autofree char *title = cp_html_get_attribute (node, "title");

  if (target == NULL && (target = cp_html_get_attribute (node, "xlink:href")) == NULL)
    return;

  if (strcmp ((const char *) node->name, "use") == 0)
    {
      if (*target == '#')
        write_attribute (seal->html, "href", target);
    }
  else if (strcmp ((const char *) node->name, "a") == 0 && title == NULL && strlen (target) < MAX_ADDRESS &&
           (g_str_has_prefix (target, "https://") || g_str_has_prefix (target, "http://")))
    {
      write_attribute (seal->html, "title", target);
    }
}

static void
open_tag (Seal       *seal,
          xmlNode    *node,
          const char *name)
{
  g_string_append_printf (seal->html, "<%s", name);
  write_attributes (seal, node);
  write_link_target (seal, node);
}

static void
write_style (Seal       *seal,
             const char *css,
             const char *media,
             const char *base)
{
  CpCssScope scope = seal->scope;
  gsize length = strlen (css);
  gsize start;

  if (length > seal->room)
    return;
  seal->room -= length;

  g_string_append (seal->html, "<style");
  if (media != NULL)
    write_attribute (seal->html, "media", media);
  g_string_append_c (seal->html, '>');

  start = seal->html->len;
  scope.base = base;
  cp_css_seal (seal->html, css, &scope);
  if (cp_pattern_matches (&hides_page, seal->html->str + start))
    seal->is_hidden = TRUE;

  g_string_append (seal->html, "</style>\n");
}

static void
write_inner_style (Seal    *seal,
                   xmlNode *node)
{
  g_autofree char *media = cp_html_get_attribute (node, "media");
  xmlChar *css = xmlNodeGetContent (node);

  if (css != NULL)
    write_style (seal, (const char *) css, media, NULL);
  xmlFree (css);
}

static void
write_linked_style (Seal    *seal,
                    xmlNode *node)
{
  g_autofree char *relation = cp_html_get_attribute (node, "rel");
  g_autofree char *reference = cp_html_get_attribute (node, "href");
  g_autofree char *media = cp_html_get_attribute (node, "media");
  g_autofree char *address = NULL;
  g_autofree char *css = NULL;
  g_autoptr (CpResource) resource = NULL;

  if (relation == NULL || reference == NULL || !cp_pattern_matches (&sheet_relation, relation) ||
      cp_pattern_matches (&other_sheet, relation))
    return;

  resource = cp_page_files_find (seal->scope.files, NULL, reference);
  css = resource != NULL ? cp_css_decode (resource) : NULL;
  if (css == NULL)
    return;

  address = cp_page_files_resolve (seal->scope.files, NULL, reference);
  write_style (seal, css, media, address);
}

static char *
find_image (Seal    *seal,
            xmlNode *node)
{
  g_autoptr (GPtrArray) references = cp_html_srcset_list_references (node);

  for (guint i = 0; i < references->len; i++)
    {
      g_autofree char *uri = cp_css_seal_reference (g_ptr_array_index (references, i), &seal->scope);

      if (uri != NULL && g_str_has_prefix (uri, "data:image/"))
        return g_steal_pointer (&uri);
    }

  return NULL;
}

static gboolean
is_named (xmlNode    *node,
          const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

/* Dots that count readers, and what stands in for a picture before it that waits for a script. */
static gboolean
is_substitute (xmlNode *node)
{
  for (int i = 0; i < 3 && node->parent != NULL && node->parent->type == XML_ELEMENT_NODE; i++)
    {
      node = node->parent;
      if (is_named (node, "noscript"))
        return TRUE;
    }

  return FALSE;
}

static gboolean
stands_after_image (xmlNode *node)
{
  xmlNode *sibling;

  while (!is_named (node, "noscript"))
    node = node->parent;

  sibling = xmlPreviousElementSibling (node);

  return is_named (sibling, "img");
}

/* A picture that did not come with the page keeps its place and its words. */
static void
write_image (Seal    *seal,
             xmlNode *node)
{
  g_autofree char *uri = find_image (seal, node);

  if (is_substitute (node) && (uri == NULL || stands_after_image (node)))
    return;

  open_tag (seal, node, "img");
  if (uri != NULL)
    write_attribute (seal->html, "src", uri);
  g_string_append_c (seal->html, '>');
}

/* Of a film its still picture is shown. */
static void
write_film (Seal    *seal,
            xmlNode *node)
{
  g_autofree char *poster = cp_html_get_attribute (node, "poster");
  g_autofree char *uri = poster != NULL ? cp_css_seal_reference (poster, &seal->scope) : NULL;

  if (uri == NULL)
    return;

  open_tag (seal, node, "img");
  write_attribute (seal->html, "src", uri);
  g_string_append_c (seal->html, '>');
}

static void
open_control (Seal    *seal,
              xmlNode *node)
{
  open_tag (seal, node, (const char *) node->name);
  g_string_append (seal->html, " disabled>");
}

static gboolean
is_open_template (xmlNode *node)
{
  return is_named (node, "template") && xmlHasProp (node, (const xmlChar *) "shadowrootmode") != NULL;
}

/* Returns: whether the contents of @node are to be written */
static gboolean
open_element (Seal    *seal,
              xmlNode *node)
{
  const char *name = (const char *) node->name;

  switch (cp_sealed_names_find_tag (name))
    {
    case CP_SEALED_DROP:
      return is_open_template (node);
    case CP_SEALED_KEEP:
      open_tag (seal, node, name);
      g_string_append_c (seal->html, '>');
      return TRUE;
    case CP_SEALED_EMPTY:
      open_tag (seal, node, name);
      g_string_append_c (seal->html, '>');
      return FALSE;
    case CP_SEALED_IMAGE:
      write_image (seal, node);
      return FALSE;
    case CP_SEALED_FILM:
      write_film (seal, node);
      return FALSE;
    case CP_SEALED_STYLE:
      write_inner_style (seal, node);
      return FALSE;
    case CP_SEALED_LINK:
      write_linked_style (seal, node);
      return FALSE;
    case CP_SEALED_CONTROL:
      open_control (seal, node);
      return TRUE;
    case CP_SEALED_DIVISION:
      open_tag (seal, node, "div");
      g_string_append_c (seal->html, '>');
      return TRUE;
    case CP_SEALED_LITERAL:
      open_tag (seal, node, "pre");
      g_string_append_c (seal->html, '>');
      return TRUE;
    case CP_SEALED_UNWRAP:
    default:
      return TRUE;
    }
}

/* Only of elements whose contents were written. */
static void
close_element (Seal    *seal,
               xmlNode *node)
{
  const char *name = (const char *) node->name;

  switch (cp_sealed_names_find_tag (name))
    {
    case CP_SEALED_KEEP:
      g_string_append_printf (seal->html, "</%s>", name);
      break;
    case CP_SEALED_CONTROL:
      if (strcmp (name, "input") != 0)
        g_string_append_printf (seal->html, "</%s>", name);
      break;
    case CP_SEALED_DIVISION:
      g_string_append (seal->html, "</div>");
      break;
    case CP_SEALED_LITERAL:
      g_string_append (seal->html, "</pre>");
      break;
    case CP_SEALED_DROP:
    case CP_SEALED_EMPTY:
    case CP_SEALED_IMAGE:
    case CP_SEALED_FILM:
    case CP_SEALED_STYLE:
    case CP_SEALED_LINK:
    case CP_SEALED_UNWRAP:
    default:
      break;
    }
}

static gboolean
open_node (Seal    *seal,
           xmlNode *node)
{
  if (node->type == XML_ELEMENT_NODE)
    return open_element (seal, node);

  if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE || node->type == XML_ENTITY_REF_NODE) && node->content != NULL)
    write_escaped (seal->html, (const char *) node->content);

  return FALSE;
}

/* Does not recurse, since pages nest as deeply as their makers like. */
static void
write_tree (Seal    *seal,
            xmlNode *root)
{
  xmlNode *node = root->children;

  while (node != NULL)
    {
      gboolean opened = open_node (seal, node);

      if (opened && node->children != NULL)
        {
          node = node->children;
          continue;
        }

      if (opened)
        close_element (seal, node);

      while (node->next == NULL && node->parent != root)
        {
          node = node->parent;
          close_element (seal, node);
        }

      node = node->next;
    }
}

static GString *
begin_page (gboolean has_type)
{
  GString *html = g_string_new (has_type ? "<!DOCTYPE html>\n" : NULL);

  g_string_append (html, "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\">\n");

  return html;
}

/**
 * cp_sealed_page_new:
 * @html: a page, as valid UTF-8
 * @length: bytes of @html
 * @files: what came with it
 *
 * Writes the page with its style sheets and pictures in it, and without scripts, frames, forms, plug-ins, event handlers,
 * links and every other address. What would be shown only when scripts cannot run is shown.
 *
 * Returns: (transfer full): a page that runs and loads nothing
 */
char *
cp_sealed_page_new (const char  *html,
                    gsize        length,
                    CpPageFiles *files)
{
  htmlDocPtr document = cp_html_parse (html, length);
  Seal seal = { .room = MAX_ROOM };

  seal.scope = (CpCssScope) { .files = files, .room = &seal.room };
  seal.html = begin_page (document != NULL && document->intSubset != NULL);

  if (document != NULL)
    write_tree (&seal, (xmlNode *) document);
  g_clear_pointer (&document, xmlFreeDoc);

  g_string_append (seal.html, "<style>" SHOWN);
  if (seal.is_hidden)
    g_string_append (seal.html, BLOCK);
  g_string_append (seal.html, "</style>\n");

  return g_string_free (seal.html, FALSE);
}

/**
 * cp_sealed_page_new_for_text:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): a page that shows @text as it is
 */
char *
cp_sealed_page_new_for_text (const char *text)
{
  GString *html = begin_page (TRUE);

  g_string_append (html, "<style>pre{white-space:pre-wrap;overflow-wrap:anywhere}</style>\n<pre>");
  write_escaped (html, text);
  g_string_append (html, "</pre>\n");

  return g_string_free (html, FALSE);
}
