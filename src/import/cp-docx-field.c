/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a Word document: links, page numbers and other text that a program fills in
 * (ECMA-376, part 1, chapter 17.16). */

#define G_LOG_DOMAIN "cp-docx-field"

#include "config.h"

#include "cp-docx-field.h"
#include "cp-pattern.h"

/* Deeper fields in fields are counted, and no more. */
#define MAX_DEPTH 32

/* The number of the page and of all pages, and marks for tables of contents. */
static CpPattern hidden = CP_PATTERN ("^\\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TC|XE|TA|RD|SET)\\b");
static CpPattern hyperlink = CP_PATTERN ("^\\s*HYPERLINK\\s+\"([^\"\\s]+)\"");

/* One open field: between its beginning and the separator stands what to fill in, after it what was filled in. */
typedef struct
{
  GString  *instruction;
  gboolean  filled;
  char     *link;
} Field;

static void
free_field (gpointer data)
{
  Field *field = data;

  g_string_free (field->instruction, TRUE);
  g_free (field->link);
  g_free (field);
}

/**
 * cp_docx_fields_new:
 *
 * Returns: (transfer full): no open fields
 */
GPtrArray *
cp_docx_fields_new (void)
{
  return g_ptr_array_new_with_free_func (free_field);
}

static Field *
get_innermost (GPtrArray *fields)
{
  return fields->len > 0 ? g_ptr_array_index (fields, fields->len - 1) : NULL;
}

/**
 * cp_docx_fields_mark:
 * @node: a w:fldChar: the beginning, the middle or the end of a field
 */
void
cp_docx_fields_mark (GPtrArray *fields,
                     xmlNode   *node)
{
  g_autofree char *type = cp_xml_dup_attribute (node, "fldCharType");
  Field *field = get_innermost (fields);

  if (g_strcmp0 (type, "begin") == 0 && fields->len < MAX_DEPTH)
    {
      field = g_new0 (Field, 1);
      field->instruction = g_string_new (NULL);
      g_ptr_array_add (fields, field);
    }
  else if (g_strcmp0 (type, "separate") == 0 && field != NULL)
    {
      field->filled = TRUE;
      field->link = cp_pattern_fetch (&hyperlink, field->instruction->str, 1);
    }
  else if (g_strcmp0 (type, "end") == 0 && field != NULL)
    {
      g_ptr_array_set_size (fields, fields->len - 1);
    }
}

/**
 * cp_docx_fields_instruct:
 * @node: a w:instrText: a part of what to fill in
 */
void
cp_docx_fields_instruct (GPtrArray *fields,
                         xmlNode   *node)
{
  g_autofree char *text = cp_xml_dup_text (node);
  Field *field = get_innermost (fields);

  if (field != NULL && !field->filled)
    g_string_append (field->instruction, text);
}

/**
 * cp_docx_fields_are_shown:
 *
 * Returns: whether text that stands in the open fields is part of the document
 */
gboolean
cp_docx_fields_are_shown (GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      Field *field = g_ptr_array_index (fields, i);

      if (!field->filled || !cp_docx_field_is_shown (field->instruction->str))
        return FALSE;
    }

  return TRUE;
}

/**
 * cp_docx_fields_get_link:
 *
 * Returns: (nullable): the address to which text leads that stands in the open fields
 */
const char *
cp_docx_fields_get_link (GPtrArray *fields)
{
  Field *field = get_innermost (fields);

  return field != NULL ? field->link : NULL;
}

/**
 * cp_docx_field_is_shown:
 * @instruction: (nullable): what to fill in
 *
 * Returns: whether that is text of the author's
 */
gboolean
cp_docx_field_is_shown (const char *instruction)
{
  return instruction == NULL || !cp_pattern_matches (&hidden, instruction);
}
