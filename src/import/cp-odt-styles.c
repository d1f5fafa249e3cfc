/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of an OpenDocument text (OpenDocument 1.3, part 3, chapter 16). */

#define G_LOG_DOMAIN "cp-odt-styles"

#include "config.h"

#include "cp-odt-styles.h"

#include <string.h>

/* From this weight on letters look bold. */
#define BOLD_WEIGHT 600

static int
read_weight (xmlNode *properties)
{
  g_autofree char *weight = cp_xml_dup_attribute (properties, "font-weight");

  if (weight == NULL)
    return -1;

  return g_str_equal (weight, "bold") || g_ascii_strtoull (weight, NULL, 10) >= BOLD_WEIGHT;
}

static int
read_slant (xmlNode *properties)
{
  g_autofree char *slant = cp_xml_dup_attribute (properties, "font-style");

  return slant != NULL ? !g_str_equal (slant, "normal") : -1;
}

static int
read_display (xmlNode *properties)
{
  g_autofree char *display = cp_xml_dup_attribute (properties, "display");

  return display != NULL ? g_str_equal (display, "none") : -1;
}

static void
read_properties (CpOfficeStyle *style,
                 xmlNode       *node)
{
  xmlNode *properties = cp_xml_find_child (node, "text-properties");
  g_autofree char *level = cp_xml_dup_attribute (node, "default-outline-level");

  if (level != NULL)
    style->level = MIN (g_ascii_strtoull (level, NULL, 10), 9);

  if (properties == NULL)
    return;

  style->strong = read_weight (properties);
  style->emphasis = read_slant (properties);
  style->hidden = read_display (properties);
}

/* Paragraphs and text have styles of the same names. */
static char *
style_key (const char *family,
           const char *name)
{
  return g_strdup_printf ("%s/%s", family, name);
}

/* "Heading_20_1", without a name for display, is "Heading 1". */
static char *
decode_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_20_", -1);

  return g_strjoinv (" ", parts);
}

static void
read_style (GHashTable *styles,
            xmlNode    *node)
{
  g_autofree char *name = cp_xml_dup_attribute (node, "name");
  g_autofree char *display_name = cp_xml_dup_attribute (node, "display-name");
  g_autofree char *family = cp_xml_dup_attribute (node, "family");
  g_autofree char *parent = cp_xml_dup_attribute (node, "parent-style-name");
  g_autofree char *key = NULL;
  CpOfficeStyle *style;

  if (name == NULL || family == NULL || !(g_str_equal (family, "paragraph") || g_str_equal (family, "text")))
    return;

  if (display_name == NULL)
    display_name = decode_name (name);

  key = style_key (family, name);
  style = cp_office_styles_add (styles, key);
  style->parent = parent != NULL ? style_key (family, parent) : NULL;
  cp_office_style_name (style, display_name);
  read_properties (style, node);
}

/**
 * cp_odt_styles_read:
 * @styles: gains the styles of the document
 * @root: the root of the content or of the styles
 */
void
cp_odt_styles_read (GHashTable *styles,
                    xmlNode    *root)
{
  for (xmlNode *group = cp_xml_first_element (root); group != NULL; group = cp_xml_next_element (group))
    {
      if (!cp_xml_is (group, "styles") && !cp_xml_is (group, "automatic-styles"))
        continue;

      for (xmlNode *node = cp_xml_first_element (group); node != NULL; node = cp_xml_next_element (node))
        {
          if (cp_xml_is (node, "style"))
            read_style (styles, node);
        }
    }
}

/**
 * cp_odt_styles_resolve:
 * @family: "paragraph" or "text"
 * @node: an element that names its style
 *
 * Returns: the style
 */
CpOfficeStyle
cp_odt_styles_resolve (GHashTable *styles,
                       const char *family,
                       xmlNode    *node)
{
  g_autofree char *name = cp_xml_dup_attribute (node, "style-name");
  g_autofree char *key = name != NULL ? style_key (family, name) : NULL;

  return cp_office_styles_resolve (styles, key);
}
