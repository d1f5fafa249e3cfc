/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a Word document that hold text → what the writer is told (ECMA-376, part 1, chapter 17). */

#define G_LOG_DOMAIN "cp-docx-body"

#include "config.h"

#include "cp-docx-body.h"
#include "cp-docx-field.h"
#include "cp-docx-package.h"
#include "cp-office-table.h"

#include <string.h>

static void walk_blocks (CpDocxBody *self,
                         xmlNode    *container);
static void walk_inlines (CpDocxBody *self,
                          xmlNode    *container);

/* An alternative is there twice: as new programs understand it, and then as old ones do. */
static xmlNode *
choose_alternative (xmlNode *node)
{
  xmlNode *choice = cp_xml_find_child (node, "Choice");

  return choice != NULL ? choice : cp_xml_find_child (node, "Fallback");
}

static gboolean
is_wrapper (xmlNode *node)
{
  static const char * const wrappers[] = {
    "ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo", "ruby", "rubyBase", "oMath", "oMathPara",
    "altChunk", NULL
  };

  return node->type == XML_ELEMENT_NODE && g_strv_contains (wrappers, (const char *) node->name);
}

static gboolean
is_deletion (xmlNode *node)
{
  return cp_xml_is (node, "del") || cp_xml_is (node, "moveFrom");
}

/* What moved is there in its new place. */
static void
count_deletion (CpDocxBody *self,
                xmlNode    *node)
{
  if (cp_xml_is (node, "del") && cp_xml_first_element (node) != NULL)
    self->writer->draft->n_deletions++;
}

static void
append (CpDocxBody          *self,
        const char          *text,
        const CpOfficeStyle *style)
{
  const char *link = self->link != NULL ? self->link : cp_docx_fields_get_link (self->fields);

  if (cp_docx_fields_are_shown (self->fields))
    cp_office_writer_append (self->writer, text, style, link);
}

static void
walk_picture (CpDocxBody *self,
              xmlNode    *node,
              char      **alternative)
{
  g_autofree char *id = NULL;
  const CpDocxRelation *relation;

  if (cp_xml_is (node, "docPr") || cp_xml_is (node, "shape"))
    {
      g_autofree char *description = cp_xml_dup_attribute (node, cp_xml_is (node, "docPr") ? "descr" : "alt");

      if (description != NULL && *description != '\0')
        {
          g_free (*alternative);
          *alternative = g_steal_pointer (&description);
        }
      return;
    }

  if (cp_xml_is (node, "blip"))
    id = cp_xml_dup_attribute (node, "embed");
  else if (cp_xml_is (node, "imagedata"))
    id = cp_xml_dup_attribute (node, "id");

  relation = id != NULL ? g_hash_table_lookup (self->relations, id) : NULL;
  if (relation != NULL && !relation->external)
    cp_office_writer_add_image (self->writer, self->archive, relation->target, *alternative);
}

/* Pictures are told at once; boxes wait for the end of the paragraph to which they are tied. */
static void
walk_drawing (CpDocxBody *self,
              xmlNode    *drawing,
              char      **alternative)
{
  for (xmlNode *node = cp_xml_first_element (drawing); node != NULL; node = cp_xml_next_element (node))
    {
      if (cp_xml_is (node, "txbxContent"))
        {
          g_ptr_array_add (self->boxes, node);
          continue;
        }

      walk_picture (self, node, alternative);
      walk_drawing (self, cp_xml_is (node, "AlternateContent") ? choose_alternative (node) : node, alternative);
    }
}

static void
begin_drawing (CpDocxBody *self,
               xmlNode    *node)
{
  g_autofree char *alternative = NULL;

  walk_drawing (self, node, &alternative);
}

static void
walk_text (CpDocxBody          *self,
           xmlNode             *node,
           const CpOfficeStyle *style)
{
  if (cp_xml_is (node, "t"))
    {
      g_autofree char *text = cp_xml_dup_text (node);

      append (self, text, style);
    }
  else if (cp_xml_is (node, "tab") || cp_xml_is (node, "ptab"))
    append (self, " ", style);
  else if (cp_xml_is (node, "noBreakHyphen"))
    append (self, "-", style);
  else if (cp_xml_is (node, "br") || cp_xml_is (node, "cr"))
    cp_office_writer_break (self->writer);
}

static void
walk_run (CpDocxBody *self,
          xmlNode    *run)
{
  CpOfficeStyle style = cp_docx_styles_run (self->styles, cp_xml_find_child (run, "rPr"), &self->paragraph);

  for (xmlNode *node = cp_xml_first_element (run); node != NULL; node = cp_xml_next_element (node))
    {
      if (cp_xml_is (node, "fldChar"))
        cp_docx_fields_mark (self->fields, node);
      else if (cp_xml_is (node, "instrText"))
        cp_docx_fields_instruct (self->fields, node);
      else if (cp_xml_is (node, "drawing") || cp_xml_is (node, "pict") || cp_xml_is (node, "object"))
        begin_drawing (self, node);
      else if (cp_xml_is (node, "AlternateContent"))
        begin_drawing (self, choose_alternative (node));
      else if (cp_xml_is (node, "commentReference"))
        self->writer->draft->n_comments++;
      else if (cp_xml_is (node, "ruby"))
        walk_inlines (self, node);
      else
        walk_text (self, node, &style);
    }
}

static void
walk_hyperlink (CpDocxBody *self,
                xmlNode    *node)
{
  g_autofree char *id = cp_xml_dup_attribute (node, "id");
  const CpDocxRelation *relation = id != NULL ? g_hash_table_lookup (self->relations, id) : NULL;
  const char *outer = self->link;

  if (relation != NULL && relation->external)
    self->link = relation->target;

  walk_inlines (self, node);
  self->link = outer;
}

static void
walk_simple_field (CpDocxBody *self,
                   xmlNode    *node)
{
  g_autofree char *instruction = cp_xml_dup_attribute (node, "instr");

  if (cp_docx_field_is_shown (instruction))
    walk_inlines (self, node);
}

static void
walk_inlines (CpDocxBody *self,
              xmlNode    *container)
{
  for (xmlNode *node = cp_xml_first_element (container); node != NULL; node = cp_xml_next_element (node))
    {
      if (cp_xml_is (node, "r"))
        walk_run (self, node);
      else if (cp_xml_is (node, "hyperlink"))
        walk_hyperlink (self, node);
      else if (cp_xml_is (node, "fldSimple"))
        walk_simple_field (self, node);
      else if (is_deletion (node))
        count_deletion (self, node);
      else if (cp_xml_is (node, "AlternateContent"))
        walk_inlines (self, choose_alternative (node));
      else if (is_wrapper (node))
        walk_inlines (self, node);
    }
}

static void
walk_boxes (CpDocxBody *self)
{
  g_autoptr (GPtrArray) boxes = g_steal_pointer (&self->boxes);
  gboolean outer = self->writer->boxed;

  self->boxes = g_ptr_array_new ();
  self->writer->boxed = TRUE;
  for (guint i = 0; i < boxes->len; i++)
    walk_blocks (self, g_ptr_array_index (boxes, i));
  self->writer->boxed = outer;
}

/* A paragraph whose end was deleted goes on in the next one. Fields that are still open are not what they seem: a
 * field that never ends must not swallow the document. */
static void
walk_paragraph (CpDocxBody *self,
                xmlNode    *paragraph)
{
  xmlNode *properties = cp_xml_find_child (paragraph, "pPr");
  xmlNode *mark = properties != NULL ? cp_xml_find_child (properties, "rPr") : NULL;

  self->paragraph = cp_docx_styles_paragraph (self->styles, properties);
  cp_office_writer_begin_paragraph (self->writer, &self->paragraph);
  walk_inlines (self, paragraph);
  g_ptr_array_set_size (self->fields, 0);

  if (mark == NULL || cp_xml_find_child (mark, "del") == NULL)
    cp_office_writer_end_paragraph (self->writer);

  if (self->boxes->len > 0)
    walk_boxes (self);
}

static gboolean
skip_row_cb (gpointer  reader,
             xmlNode  *row)
{
  CpDocxBody *self = reader;
  gboolean deleted = cp_docx_is_on (cp_xml_find_child (row, "trPr"), "del");

  if (deleted)
    self->writer->draft->n_deletions++;

  return deleted;
}

static void
walk_cell_cb (gpointer  reader,
              xmlNode  *cell)
{
  walk_blocks (reader, cell);
}

static const CpOfficeTableFormat table_format = {
  .table = "tbl",
  .row = "tr",
  .cell = "tc",
  .paragraph = "p",
  .skip_row = skip_row_cb,
  .walk_cell = walk_cell_cb,
};

/* Tables of contents and the like are made by the program, and kept in an element that says what they are. */
static CpFurniture
furniture_of_content (xmlNode *content)
{
  xmlNode *properties = cp_xml_find_child (content, "sdtPr");
  xmlNode *gallery = properties != NULL ? cp_xml_find (properties, "docPartGallery") : NULL;
  g_autofree char *name = gallery != NULL ? cp_xml_dup_attribute (gallery, "val") : NULL;

  if (name != NULL && g_str_has_prefix (name, "Table of"))
    return CP_FURNITURE_NAVIGATION;

  return g_strcmp0 (name, "Bibliographies") == 0 ? CP_FURNITURE_FOOTNOTE : CP_FURNITURE_NONE;
}

static void
walk_content (CpDocxBody *self,
              xmlNode    *content)
{
  CpFurniture outer = self->writer->furniture;

  if (outer == CP_FURNITURE_NONE)
    self->writer->furniture = furniture_of_content (content);

  walk_blocks (self, cp_xml_find_child (content, "sdtContent"));
  self->writer->furniture = outer;
}

static void
walk_blocks (CpDocxBody *self,
             xmlNode    *container)
{
  for (xmlNode *node = cp_xml_first_element (container); node != NULL; node = cp_xml_next_element (node))
    {
      if (cp_xml_is (node, "p"))
        walk_paragraph (self, node);
      else if (cp_xml_is (node, "tbl"))
        cp_office_table_walk (&table_format, node, self->writer, self);
      else if (is_deletion (node))
        count_deletion (self, node);
      else if (cp_xml_is (node, "AlternateContent"))
        walk_blocks (self, choose_alternative (node));
      else if (cp_xml_is (node, "sdt"))
        walk_content (self, node);
      else if (is_wrapper (node))
        walk_blocks (self, node);
    }
}

/**
 * cp_docx_body_init:
 * @archive: the document
 * @part: the name of a part
 * @styles: the document's styles
 * @writer: what is to be told
 *
 * Prepares to walk through @part. All but @part must outlive the walk.
 */
void
cp_docx_body_init (CpDocxBody     *self,
                   CpArchive      *archive,
                   const char     *part,
                   CpDocxStyles   *styles,
                   CpOfficeWriter *writer)
{
  *self = (CpDocxBody) {
    .archive = archive,
    .styles = styles,
    .writer = writer,
    .relations = cp_docx_relations_read (archive, part),
    .fields = cp_docx_fields_new (),
    .boxes = g_ptr_array_new (),
  };
}

void
cp_docx_body_clear (CpDocxBody *self)
{
  g_clear_pointer (&self->relations, g_hash_table_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
}

/**
 * cp_docx_body_walk:
 * @container: (nullable): an element of the part with paragraphs and tables in it
 *
 * Tells the writer what is in @container. Insertions under review are taken as they stand; deletions and comments are
 * left out and counted.
 */
void
cp_docx_body_walk (CpDocxBody *self,
                   xmlNode    *container)
{
  walk_blocks (self, container);
  cp_office_writer_end_paragraph (self->writer);
}
