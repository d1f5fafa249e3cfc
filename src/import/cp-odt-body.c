/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an OpenDocument text → what the writer is told (OpenDocument 1.3, part 3, chapters 5 to 10). */

#define G_LOG_DOMAIN "cp-odt-body"

#include "config.h"

#include "cp-odt-body.h"
#include "cp-odt-styles.h"
#include "cp-office-table.h"
#include "cp-zip-path.h"

/* How a stretch of a paragraph is set, and where it leads. */
typedef struct
{
  CpOfficeStyle  style;
  const char    *link;
} Run;

static void walk_blocks (CpOdtBody *self,
                         xmlNode   *container);

/* What a program fills in on each page, and what is not to be seen. */
static gboolean
is_left_out (xmlNode *node)
{
  static const char * const names[] = {
    "page-number", "page-count", "page-continuation", "hidden-text", "hidden-paragraph", "script", "ruby-text", "annotation-end",
    "tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls",
    "alphabetical-index-auto-mark-file", "alphabetical-index-mark", "toc-mark", "user-index-mark", NULL
  };

  return g_strv_contains (names, (const char *) node->name);
}

static gboolean
is_shape (xmlNode *node)
{
  static const char * const names[] = {
    "frame", "custom-shape", "g", "rect", "ellipse", "circle", "line", "polyline", "polygon", "path", "connector", "caption",
    "measure", "regular-polygon", "control", "page-thumbnail", NULL
  };

  return g_strv_contains (names, (const char *) node->name);
}

static char *
dup_alternative (xmlNode *frame)
{
  static const char * const names[] = { "desc", "title" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      xmlNode *node = cp_xml_find_child (frame, names[i]);
      g_autofree char *text = node != NULL ? cp_xml_dup_text (node) : NULL;

      if (text != NULL && *text != '\0')
        return g_steal_pointer (&text);
    }

  return NULL;
}

/* A frame may hold one picture in several formats, the best one first. */
static void
walk_picture (CpOdtBody *self,
              xmlNode   *frame)
{
  g_autofree char *alternative = dup_alternative (frame);
  guint n_images = self->writer->draft->images->len;

  for (xmlNode *node = cp_xml_first_element (frame); node != NULL; node = cp_xml_next_element (node))
    {
      g_autofree char *reference = cp_xml_is (node, "image") ? cp_xml_dup_attribute (node, "href") : NULL;
      g_autofree char *path = reference != NULL ? cp_zip_path_resolve ("content.xml", reference) : NULL;

      if (path != NULL && self->writer->draft->images->len == n_images)
        cp_office_writer_add_image (self->writer, self->archive, path, alternative);
    }
}

/* Boxes wait for the end of the paragraph to which they are tied. */
static void
walk_shape (CpOdtBody *self,
            xmlNode   *shape)
{
  if (cp_xml_is (shape, "frame"))
    walk_picture (self, shape);

  if (cp_xml_find_child (shape, "p") != NULL)
    g_ptr_array_add (self->boxes, shape);

  for (xmlNode *node = cp_xml_first_element (shape); node != NULL; node = cp_xml_next_element (node))
    {
      if (cp_xml_is (node, "text-box"))
        g_ptr_array_add (self->boxes, node);
      else if (is_shape (node))
        walk_shape (self, node);
    }
}

static void walk_inlines (CpOdtBody *self,
                          xmlNode   *container,
                          const Run *run);

static void
walk_span (CpOdtBody *self,
           xmlNode   *span,
           const Run *outer)
{
  Run run = { cp_odt_styles_resolve (self->styles, "text", span), outer->link };

  cp_office_style_fill (&run.style, &outer->style);
  walk_inlines (self, span, &run);
}

static void
walk_link (CpOdtBody *self,
           xmlNode   *node,
           const Run *outer)
{
  g_autofree char *target = cp_xml_dup_attribute (node, "href");
  gboolean leads_out = target != NULL && *target != '#';
  Run run = { outer->style, leads_out ? target : outer->link };

  walk_inlines (self, node, &run);
}

static void
walk_inline (CpOdtBody *self,
             xmlNode   *node,
             const Run *run)
{
  if (cp_xml_is (node, "span"))
    walk_span (self, node, run);
  else if (cp_xml_is (node, "a"))
    walk_link (self, node, run);
  else if (cp_xml_is (node, "s") || cp_xml_is (node, "tab"))
    cp_office_writer_append (self->writer, " ", &run->style, run->link);
  else if (cp_xml_is (node, "line-break"))
    cp_office_writer_break (self->writer);
  else if (cp_xml_is (node, "note"))
    g_ptr_array_add (self->notes, cp_xml_find_child (node, "note-body"));
  else if (cp_xml_is (node, "annotation"))
    self->writer->draft->n_comments++;
  else if (is_shape (node))
    walk_shape (self, node);
  else if (!is_left_out (node))
    walk_inlines (self, node, run);
}

static void
walk_inlines (CpOdtBody *self,
              xmlNode   *container,
              const Run *run)
{
  for (xmlNode *node = container->children; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE)
        {
          g_autofree char *text = cp_xml_dup_text (node);

          cp_office_writer_append (self->writer, text, &run->style, run->link);
        }
      else if (node->type == XML_ELEMENT_NODE)
        {
          walk_inline (self, node, run);
        }
    }
}

static void
walk_boxes (CpOdtBody *self)
{
  g_autoptr (GPtrArray) boxes = g_steal_pointer (&self->boxes);
  gboolean boxed = self->writer->boxed;
  gboolean listed = self->listed;

  self->boxes = g_ptr_array_new ();
  self->writer->boxed = TRUE;
  self->listed = FALSE;

  for (guint i = 0; i < boxes->len; i++)
    walk_blocks (self, g_ptr_array_index (boxes, i));

  self->writer->boxed = boxed;
  self->listed = listed;
}

static void
walk_paragraph (CpOdtBody *self,
                xmlNode   *paragraph)
{
  Run run = { cp_odt_styles_resolve (self->styles, "paragraph", paragraph), NULL };
  g_autofree char *level = cp_xml_is (paragraph, "h") ? cp_xml_dup_attribute (paragraph, "outline-level") : NULL;

  if (level != NULL)
    run.style.level = CLAMP (g_ascii_strtoll (level, NULL, 10), 1, 9);
  else if (cp_xml_is (paragraph, "h"))
    run.style.level = MAX (run.style.level, 1);

  run.style.listed = self->listed;
  cp_office_writer_begin_paragraph (self->writer, &run.style);
  walk_inlines (self, paragraph, &run);
  cp_office_writer_end_paragraph (self->writer);

  if (self->boxes->len > 0)
    walk_boxes (self);
}

static void
walk_list (CpOdtBody *self,
           xmlNode   *list)
{
  gboolean outer = self->listed;

  for (xmlNode *node = cp_xml_first_element (list); node != NULL; node = cp_xml_next_element (node))
    {
      self->listed = cp_xml_is (node, "list-item");
      walk_blocks (self, node);
    }

  self->listed = outer;
}

/* A table of contents, an index or a list of sources, the lines of which a program made. */
static gboolean
is_index (xmlNode *node)
{
  static const char * const names[] = {
    "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index", "bibliography", NULL
  };

  return g_strv_contains (names, (const char *) node->name);
}

static void
walk_index (CpOdtBody *self,
            xmlNode   *index)
{
  CpFurniture outer = self->writer->furniture;
  xmlNode *body = cp_xml_find_child (index, "index-body");

  if (outer == CP_FURNITURE_NONE)
    self->writer->furniture = cp_xml_is (index, "bibliography") ? CP_FURNITURE_FOOTNOTE : CP_FURNITURE_NAVIGATION;

  walk_blocks (self, body);
  self->writer->furniture = outer;
}

static gboolean
is_hidden_section (xmlNode *node)
{
  g_autofree char *display = cp_xml_is (node, "section") ? cp_xml_dup_attribute (node, "display") : NULL;

  return g_strcmp0 (display, "none") == 0;
}

static void
count_deletions (CpOdtBody *self,
                 xmlNode   *changes)
{
  for (xmlNode *region = cp_xml_first_element (changes); region != NULL; region = cp_xml_next_element (region))
    self->writer->draft->n_deletions += cp_xml_find_child (region, "deletion") != NULL;
}

static void
walk_cell_cb (gpointer  reader,
              xmlNode  *cell)
{
  walk_blocks (reader, cell);
}

static const CpOfficeTableFormat table_format = {
  .table = "table",
  .row = "table-row",
  .cell = "table-cell",
  .paragraph = "p",
  .walk_cell = walk_cell_cb,
};

static void
walk_block (CpOdtBody *self,
            xmlNode   *node)
{
  if (cp_xml_is (node, "p") || cp_xml_is (node, "h"))
    walk_paragraph (self, node);
  else if (cp_xml_is (node, "list"))
    walk_list (self, node);
  else if (cp_xml_is (node, "table"))
    cp_office_table_walk (&table_format, node, self->writer, self);
  else if (cp_xml_is (node, "tracked-changes"))
    count_deletions (self, node);
  else if (is_index (node))
    walk_index (self, node);
  else if (is_shape (node))
    walk_shape (self, node);
  else if (!is_left_out (node) && !is_hidden_section (node))
    walk_blocks (self, node);
}

static void
walk_blocks (CpOdtBody *self,
             xmlNode   *container)
{
  for (xmlNode *node = cp_xml_first_element (container); node != NULL; node = cp_xml_next_element (node))
    walk_block (self, node);

  /* Those that are tied to the page, not to a paragraph. */
  if (self->boxes->len > 0 && !self->writer->in_row)
    walk_boxes (self);
}

/**
 * cp_odt_body_init:
 * @archive: the document
 * @styles: its styles
 * @writer: what is to be told
 *
 * Prepares to walk through the document. All must outlive the walk, and so must the trees that are walked.
 */
void
cp_odt_body_init (CpOdtBody      *self,
                  CpArchive      *archive,
                  GHashTable     *styles,
                  CpOfficeWriter *writer)
{
  *self = (CpOdtBody) {
    .archive = archive,
    .styles = styles,
    .writer = writer,
    .boxes = g_ptr_array_new (),
    .notes = g_ptr_array_new (),
  };
}

void
cp_odt_body_clear (CpOdtBody *self)
{
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

/**
 * cp_odt_body_walk:
 * @container: (nullable): an element with paragraphs, lists and tables in it
 *
 * Tells the writer what is in @container. Insertions under review are taken as they stand; deletions and comments are
 * left out and counted.
 */
void
cp_odt_body_walk (CpOdtBody *self,
                  xmlNode   *container)
{
  walk_blocks (self, container);
}

/**
 * cp_odt_body_walk_notes:
 *
 * Tells the writer the notes to which all that was walked through referred.
 */
void
cp_odt_body_walk_notes (CpOdtBody *self)
{
  self->writer->furniture = CP_FURNITURE_FOOTNOTE;

  for (guint i = 0; i < self->notes->len; i++)
    walk_blocks (self, g_ptr_array_index (self->notes, i));
}
