/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of a Word document, and the properties of paragraphs and runs that are set without them
 * (ECMA-376, part 1, chapters 17.3, 17.7 and 17.9). */

#define G_LOG_DOMAIN "cp-docx-styles"

#include "config.h"

#include "cp-docx-styles.h"

/* Outline levels count from 0; this one is that of running text. */
#define BODY_LEVEL 9

struct _CpDocxStyles
{
  GHashTable    *styles;
  char          *default_style;
  CpOfficeStyle  defaults;
};

/* "<w:b/>" is on, "<w:b w:val="0"/>" off, and without the element the style tells. */
static int
read_toggle (xmlNode    *properties,
             const char *name)
{
  xmlNode *node = properties != NULL ? cp_xml_find_child (properties, name) : NULL;
  g_autofree char *value = node != NULL ? cp_xml_dup_attribute (node, "val") : NULL;

  if (node == NULL)
    return -1;

  return value == NULL || !(g_str_equal (value, "0") || g_str_equal (value, "false") || g_str_equal (value, "off"));
}

static int
read_number (xmlNode    *properties,
             const char *name)
{
  xmlNode *node = properties != NULL ? cp_xml_find_child (properties, name) : NULL;
  g_autofree char *value = node != NULL ? cp_xml_dup_attribute (node, "val") : NULL;
  gint64 number;

  return value != NULL && g_ascii_string_to_signed (value, 10, 0, G_MAXINT, &number, NULL) ? (int) number : -1;
}

static char *
dup_value (xmlNode    *properties,
           const char *name)
{
  xmlNode *node = properties != NULL ? cp_xml_find_child (properties, name) : NULL;

  return node != NULL ? cp_xml_dup_attribute (node, "val") : NULL;
}

static void
read_run_properties (CpOfficeStyle *style,
                     xmlNode       *properties)
{
  style->strong = read_toggle (properties, "b");
  style->emphasis = read_toggle (properties, "i");
  style->hidden = read_toggle (properties, "vanish");
}

static void
read_paragraph_properties (CpOfficeStyle *style,
                           xmlNode       *properties)
{
  xmlNode *numbering = properties != NULL ? cp_xml_find_child (properties, "numPr") : NULL;
  int level = read_number (properties, "outlineLvl");

  if (level >= 0)
    style->level = level < BODY_LEVEL ? level + 1 : 0;

  /* The list with the number 0 takes a paragraph out of the list of its style. */
  if (numbering != NULL && cp_xml_find_child (numbering, "numId") != NULL)
    style->listed = read_number (numbering, "numId") > 0;
}

static void
read_style (CpDocxStyles *self,
            xmlNode      *node)
{
  g_autofree char *id = cp_xml_dup_attribute (node, "styleId");
  g_autofree char *type = cp_xml_dup_attribute (node, "type");
  g_autofree char *is_default = cp_xml_dup_attribute (node, "default");
  g_autofree char *name = dup_value (node, "name");
  CpOfficeStyle *style;

  if (id == NULL)
    return;

  style = cp_office_styles_add (self->styles, id);
  style->parent = dup_value (node, "basedOn");
  read_run_properties (style, cp_xml_find_child (node, "rPr"));
  cp_office_style_name (style, name != NULL ? name : id);
  read_paragraph_properties (style, cp_xml_find_child (node, "pPr"));

  if (g_strcmp0 (type, "paragraph") == 0 && (g_strcmp0 (is_default, "1") == 0 || g_strcmp0 (is_default, "true") == 0))
    {
      g_free (self->default_style);
      self->default_style = g_steal_pointer (&id);
    }
}

static void
read_defaults (CpDocxStyles *self,
               xmlNode      *node)
{
  xmlNode *run = cp_xml_find_child (node, "rPrDefault");

  if (run != NULL)
    read_run_properties (&self->defaults, cp_xml_find_child (run, "rPr"));
}

/**
 * cp_docx_styles_new:
 * @document: (nullable): the part of the styles
 *
 * Returns: (transfer full): its styles; none when there is no such part
 */
CpDocxStyles *
cp_docx_styles_new (xmlDoc *document)
{
  CpDocxStyles *self = g_new0 (CpDocxStyles, 1);
  xmlNode *node = document != NULL ? cp_xml_first_element (cp_xml_get_root (document)) : NULL;

  self->styles = cp_office_styles_new ();
  self->defaults = (CpOfficeStyle) CP_OFFICE_STYLE_OPEN;

  for (; node != NULL; node = cp_xml_next_element (node))
    {
      if (cp_xml_is (node, "style"))
        read_style (self, node);
      else if (cp_xml_is (node, "docDefaults"))
        read_defaults (self, node);
    }

  return self;
}

void
cp_docx_styles_free (CpDocxStyles *self)
{
  g_hash_table_unref (self->styles);
  g_free (self->default_style);
  g_free (self);
}

/**
 * cp_docx_styles_paragraph:
 * @properties: (nullable): the w:pPr of a paragraph
 *
 * Returns: how it is set
 */
CpOfficeStyle
cp_docx_styles_paragraph (CpDocxStyles *self,
                          xmlNode      *properties)
{
  g_autofree char *id = dup_value (properties, "pStyle");
  CpOfficeStyle named = cp_office_styles_resolve (self->styles, id != NULL ? id : self->default_style);
  CpOfficeStyle style = CP_OFFICE_STYLE_OPEN;

  read_paragraph_properties (&style, properties);
  cp_office_style_fill (&style, &named);
  cp_office_style_fill (&style, &self->defaults);

  return style;
}

/**
 * cp_docx_styles_run:
 * @properties: (nullable): the w:rPr of a run
 * @paragraph: how the paragraph is set that it stands in
 *
 * Returns: how the run is set
 */
CpOfficeStyle
cp_docx_styles_run (CpDocxStyles        *self,
                    xmlNode             *properties,
                    const CpOfficeStyle *paragraph)
{
  g_autofree char *id = dup_value (properties, "rStyle");
  CpOfficeStyle named = cp_office_styles_resolve (self->styles, id);
  CpOfficeStyle style = CP_OFFICE_STYLE_OPEN;

  read_run_properties (&style, properties);
  cp_office_style_fill (&style, &named);
  cp_office_style_fill (&style, paragraph);

  return style;
}

/**
 * cp_docx_is_on:
 * @properties: (nullable): the properties of a paragraph, a run or a row
 *
 * Returns: whether @name is among them and not switched off
 */
gboolean
cp_docx_is_on (xmlNode    *properties,
               const char *name)
{
  return read_toggle (properties, name) > 0;
}
