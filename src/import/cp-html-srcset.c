/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The several addresses under which a page offers one picture. */

#define G_LOG_DOMAIN "cp-html-srcset"

#include "config.h"

#include "cp-html-srcset.h"
#include "cp-html-tags.h"

#include <string.h>

/* More are not looked at. */
#define MAX_REFERENCES 24

/* How far above a picture its sources are: the parser takes each of them for the contents of the one before. */
#define MAX_SOURCES 8

#define SPACES " \t\r\n\f"

/* Where pages put the address until a script has found the picture to be in sight. */
static const char * const single[] = {
  "src", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-image", "data-img-src", "data-full-src", "data-hi-res-src",
};
static const char * const several[] = { "srcset", "data-srcset", "data-lazy-srcset", "data-original-set" };

static void
add_reference (GPtrArray  *references,
               const char *reference,
               gsize       length)
{
  if (length > 0 && references->len < MAX_REFERENCES)
    g_ptr_array_add (references, g_strndup (reference, length));
}

/* "a.jpg 480w, b.jpg 2x": an address ends at a space, as it may have commas in it. */
static void
add_candidates (GPtrArray  *references,
                const char *candidates)
{
  const char *c = candidates + strspn (candidates, SPACES ",");

  while (*c != '\0' && references->len < MAX_REFERENCES)
    {
      gsize length = strcspn (c, SPACES);
      gsize bare = length;

      while (bare > 0 && c[bare - 1] == ',')
        bare--;
      add_reference (references, c, bare);

      c += length;
      if (bare == length)
        c += strcspn (c, ",");
      c += strspn (c, SPACES ",");
    }
}

static void
add_attributes (GPtrArray *references,
                xmlNode   *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (several); i++)
    {
      g_autofree char *value = cp_html_get_attribute (node, several[i]);

      if (value != NULL)
        add_candidates (references, value);
    }
}

/**
 * cp_html_srcset_list_references:
 * @image: an <img> or what stands for one
 *
 * Returns: (transfer full) (element-type utf8): where the picture may be, the plainest address first
 */
GPtrArray *
cp_html_srcset_list_references (xmlNode *image)
{
  GPtrArray *references = g_ptr_array_new_with_free_func (g_free);
  xmlNode *source = image->parent;

  for (gsize i = 0; i < G_N_ELEMENTS (single); i++)
    {
      g_autofree char *value = cp_html_get_attribute (image, single[i]);

      if (value != NULL)
        add_reference (references, value, strlen (value));
    }

  add_attributes (references, image);

  for (int i = 0; i < MAX_SOURCES && source != NULL && g_strcmp0 ((const char *) source->name, "source") == 0; i++)
    {
      add_attributes (references, source);
      source = source->parent;
    }

  return references;
}
