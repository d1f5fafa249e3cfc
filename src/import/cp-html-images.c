/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the pictures of the piece among those that came with a page. */

#define G_LOG_DOMAIN "cp-html-images"

#include "config.h"

#include "cp-html-images.h"
#include "cp-html-srcset.h"
#include "cp-image-size.h"
#include "cp-pattern.h"

#include <stdlib.h>
#include <string.h>

#define MAX_IMAGES 40

/* Smaller pictures, in pixels, are icons, faces, lines and the dots by which readers are counted. */
#define MIN_WIDTH  120
#define MIN_HEIGHT 80

static CpPattern ornament = CP_PATTERN (
  "(?:^|[\\s_-])(?:avatars?|author|headshot|profile|logos?|icons?|emojis?|smiley|badge|spinner|placeholder|gravatar|share|social)(?:$|[\\s_-])");

/* What of a page may have pictures of the piece: the elements from @begin to @end, and the blocks from @first to @last. */
typedef struct
{
  CpHtmlPage  *page;
  CpPageFiles *files;
  CpDraft     *draft;
  guint       *positions;
  int          begin;
  int          end;
  guint        last;
} Search;

/* For each block of the page, and the end of it, how many of the draft's blocks stand before it. */
static guint *
list_positions (CpHtmlPage *page,
                CpDraft    *draft,
                guint      *first,
                guint      *last)
{
  guint *positions = g_new (guint, page->blocks->len + 1);
  guint n = 0;

  for (guint i = 0; i < page->blocks->len; i++)
    {
      positions[i] = n;
      if (n == draft->blocks->len || cp_draft_get (draft, n) != cp_html_page_get_block (page, i)->block)
        continue;

      *first = n == 0 ? i : *first;
      *last = i;
      n++;
    }

  positions[page->blocks->len] = n;

  return positions;
}

static gboolean
is_around (CpHtmlPage *page,
           int         element,
           int         other)
{
  return element <= other && other < cp_html_page_get_element (page, element)->end;
}

/* The innermost element around all of the piece, or the article that this is part of: the main picture often stands
 * above the headline. */
static int
find_scope (CpHtmlPage *page,
            guint       first,
            guint       last)
{
  int scope = cp_html_page_get_block (page, first)->element;
  int article;

  while (!is_around (page, scope, cp_html_page_get_block (page, last)->element))
    scope = cp_html_page_get_element (page, scope)->parent;

  article = scope;
  while (article > 0 && cp_html_page_get_element (page, article)->tag != CP_HTML_ARTICLE &&
         cp_html_page_get_element (page, article)->tag != CP_HTML_MAIN)
    article = cp_html_page_get_element (page, article)->parent;

  return article > 0 ? article : scope;
}

static gboolean
is_in_furniture (CpHtmlElement *element)
{
  return element->furniture != CP_FURNITURE_NONE && element->furniture != CP_FURNITURE_CAPTION &&
         element->furniture != CP_FURNITURE_CREDIT && element->furniture != CP_FURNITURE_STANDFIRST;
}

static int
get_length (xmlNode    *node,
            const char *name)
{
  g_autofree char *value = cp_html_get_attribute (node, name);

  return value != NULL && strchr (value, '%') == NULL ? atoi (value) : 0;
}

static gboolean
is_ornament (xmlNode *node)
{
  for (int i = 0; i < 2 && node != NULL && node->type == XML_ELEMENT_NODE; i++)
    {
      g_autofree char *names = cp_html_get_attribute (node, "class");

      if (names != NULL && cp_pattern_matches (&ornament, names))
        return TRUE;
      node = node->parent;
    }

  return FALSE;
}

/* A drawing has no size of its own; the page must give it one. */
static gboolean
is_large_enough (CpResource *resource,
                 xmlNode    *node)
{
  int width, height;
  int shown_width = get_length (node, "width");
  int shown_height = get_length (node, "height");

  if ((shown_width > 0 && shown_width < MIN_WIDTH) || (shown_height > 0 && shown_height < MIN_HEIGHT))
    return FALSE;

  if (cp_image_size_read (resource->bytes, &width, &height))
    return width >= MIN_WIDTH && height >= MIN_HEIGHT;

  return shown_width > 0 && strcmp (resource->media_type, "image/svg+xml") == 0;
}

static CpResource *
find_resource (Search  *search,
               xmlNode *node)
{
  g_autoptr (GPtrArray) references = cp_html_srcset_list_references (node);

  for (guint i = 0; i < references->len; i++)
    {
      g_autoptr (CpResource) resource = cp_page_files_find (search->files, NULL, g_ptr_array_index (references, i));

      if (resource != NULL && cp_resource_is_image (resource) && is_large_enough (resource, node))
        return g_steal_pointer (&resource);
    }

  return NULL;
}

static gboolean
has_resource (CpDraft    *draft,
              const char *name)
{
  for (guint i = 0; i < draft->resources->len; i++)
    {
      CpResource *resource = g_ptr_array_index (draft->resources, i);

      if (strcmp (resource->name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Pages repeat a picture for wide and for narrow windows. */
static void
place (Search      *search,
       CpHtmlImage *image)
{
  g_autoptr (CpResource) resource = NULL;
  g_autofree char *alternative = NULL;

  if (is_in_furniture (cp_html_page_get_element (search->page, image->element)))
    return;

  resource = find_resource (search, image->node);
  if (resource == NULL || is_ornament (image->node) || has_resource (search->draft, resource->name))
    return;

  alternative = cp_html_get_attribute (image->node, "alt");
  g_ptr_array_add (search->draft->images,
                   cp_image_new (resource->name, alternative, search->positions[image->n_blocks]));
  g_ptr_array_add (search->draft->resources, g_steal_pointer (&resource));
}

/**
 * cp_html_images_place:
 * @page: a page
 * @files: what came with it
 * @draft: has the piece's blocks, which are some of those of @page in their order; gains its pictures
 *
 * Nothing is fetched: a picture that did not come with the page is left out, as are those that are too small to show anything.
 */
void
cp_html_images_place (CpHtmlPage  *page,
                      CpPageFiles *files,
                      CpDraft     *draft)
{
  Search search = { .page = page, .files = files, .draft = draft };
  guint first = 0, last = 0;
  g_autofree guint *positions = NULL;

  if (page->images->len == 0 || draft->blocks->len == 0)
    return;

  search.positions = positions = list_positions (page, draft, &first, &last);
  search.begin = find_scope (page, first, last);
  search.end = cp_html_page_get_element (page, search.begin)->end;
  search.last = last;

  for (guint i = 0; i < page->images->len && draft->images->len < MAX_IMAGES; i++)
    {
      CpHtmlImage *image = &g_array_index (page->images, CpHtmlImage, i);

      if (image->element >= search.begin && image->element < search.end && image->n_blocks <= search.last + 1)
        place (&search, image);
    }
}
