/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word documents → blocks and metadata. */

#define G_LOG_DOMAIN "cp-docx-reader"

#include "config.h"

#include "cp-docx-body.h"
#include "cp-docx-package.h"
#include "cp-draft-page.h"
#include "cp-package.h"
#include "cp-readers.h"

#include <string.h>

/* More parts with running heads say nothing new. */
#define MAX_HEADERS 16

typedef struct
{
  CpArchive      *archive;
  GHashTable     *package;
  const char     *main_part;
  GHashTable     *relations;
  CpDocxStyles   *styles;
  CpOfficeWriter  writer;
} Docx;

static gboolean
open_docx (Docx           *self,
           const CpInput  *input,
           GError        **error)
{
  const CpDocxRelation *relation;
  g_autoptr (xmlDoc) styles = NULL;

  *self = (Docx) { .archive = cp_archive_open (input->bytes, input->name, error) };
  if (self->archive == NULL)
    return FALSE;

  self->package = cp_docx_relations_read (self->archive, "");
  relation = cp_docx_relations_find (self->package, "officeDocument");
  self->main_part = relation != NULL ? relation->target : "word/document.xml";
  self->relations = cp_docx_relations_read (self->archive, self->main_part);

  relation = cp_docx_relations_find (self->relations, "styles");
  styles = relation != NULL ? cp_package_read_part (self->archive, relation->target) : NULL;
  self->styles = cp_docx_styles_new (styles);
  cp_office_writer_init (&self->writer);

  return TRUE;
}

static void
close_docx (Docx *self)
{
  cp_office_writer_clear (&self->writer);
  g_clear_pointer (&self->styles, cp_docx_styles_free);
  g_clear_pointer (&self->relations, g_hash_table_unref);
  g_clear_pointer (&self->package, g_hash_table_unref);
  g_clear_pointer (&self->archive, cp_archive_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Docx, close_docx)

static int
sniff_docx (const CpInput *input)
{
  return cp_package_tell (input->bytes) == CP_PACKAGE_DOCX ? 98 : 0;
}

/* Returns: whether the part is there and is XML */
static gboolean
walk_part (Docx       *self,
           const char *part,
           const char *child)
{
  g_autoptr (xmlDoc) document = cp_package_read_part (self->archive, part);
  g_auto (CpDocxBody) body = { NULL };
  xmlNode *root = document != NULL ? cp_xml_get_root (document) : NULL;

  if (root == NULL)
    return FALSE;

  cp_docx_body_init (&body, self->archive, part, self->styles, &self->writer);
  cp_docx_body_walk (&body, child != NULL ? cp_xml_find_child (root, child) : root);

  return TRUE;
}

/* The notes with a type are the lines between text and notes. */
static void
walk_notes (Docx       *self,
            const char *type)
{
  const CpDocxRelation *relation = cp_docx_relations_find (self->relations, type);
  g_autoptr (xmlDoc) document = relation != NULL ? cp_package_read_part (self->archive, relation->target) : NULL;
  g_auto (CpDocxBody) body = { NULL };

  if (document == NULL)
    return;

  cp_docx_body_init (&body, self->archive, relation->target, self->styles, &self->writer);
  self->writer.furniture = CP_FURNITURE_FOOTNOTE;

  for (xmlNode *note = cp_xml_first_element (cp_xml_get_root (document)); note != NULL; note = cp_xml_next_element (note))
    {
      g_autofree char *note_type = cp_xml_dup_attribute (note, "type");

      if (note_type == NULL || g_str_equal (note_type, "normal"))
        cp_docx_body_walk (&body, note);
    }
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* What stands on every page is there once for each kind of page. */
static void
walk_running_heads (Docx *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->relations);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      CpDocxRelation *relation = value;

      if (!relation->external && (g_str_equal (relation->type, "header") || g_str_equal (relation->type, "footer")))
        g_ptr_array_add (parts, relation->target);
    }

  g_ptr_array_sort (parts, compare_strings);
  self->writer.furniture = CP_FURNITURE_NOTICE;
  for (guint i = 0; i < MIN (parts->len, MAX_HEADERS); i++)
    walk_part (self, g_ptr_array_index (parts, i), NULL);
}

/* When a file was made is the day of the text only as long as the text names none. */
static CpDraft *
finish (Docx *self)
{
  const CpDocxRelation *relation = cp_docx_relations_find (self->package, "core-properties");
  g_autoptr (xmlDoc) properties = cp_package_read_part (self->archive, relation != NULL ? relation->target : "docProps/core.xml");
  g_autofree char *title = cp_xml_dup_found (properties, "title");
  g_autofree char *creator = cp_xml_dup_found (properties, "creator");
  g_autofree char *created = cp_xml_dup_found (properties, "created");
  g_autofree char *modified = cp_xml_dup_found (properties, "modified");
  g_autofree char *language = cp_xml_dup_found (properties, "language");
  CpMetadata *metadata = self->writer.draft->metadata;

  cp_metadata_offer (metadata, CP_FIELD_PUBLISHED, created, CP_EVIDENCE_GUESS, "created");
  cp_metadata_offer (metadata, CP_FIELD_MODIFIED, modified, CP_EVIDENCE_META, "modified");
  cp_metadata_offer (metadata, CP_FIELD_LANGUAGE, language, CP_EVIDENCE_META, "language");

  return cp_office_writer_finish (&self->writer, title, creator);
}

static CpDraft *
read_docx (const CpInput  *input,
           GError        **error)
{
  g_auto (Docx) self = { NULL };

  if (!open_docx (&self, input, error))
    return NULL;

  if (!walk_part (&self, self.main_part, "body"))
    {
      cp_package_set_damaged_error (input->name, error);
      return NULL;
    }

  walk_notes (&self, "footnotes");
  walk_notes (&self, "endnotes");
  walk_running_heads (&self);

  return finish (&self);
}

static char *
show_docx (const CpInput  *input,
           GPtrArray      *resources,
           GError        **error)
{
  g_autoptr (CpDraft) draft = read_docx (input, error);

  return draft != NULL ? cp_draft_to_page (draft) : NULL;
}

const CpReader cp_docx_reader = {
  .name = "docx",
  .media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  .sniff = sniff_docx,
  .read = read_docx,
  .show = show_docx,
};
