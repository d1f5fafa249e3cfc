/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument texts, as LibreOffice writes them → blocks and metadata. */

#define G_LOG_DOMAIN "cp-odt-reader"

#include "config.h"

#include "cp-draft-page.h"
#include "cp-odt-body.h"
#include "cp-odt-styles.h"
#include "cp-package.h"
#include "cp-readers.h"

static int
sniff_odt (const CpInput *input)
{
  return cp_package_tell (input->bytes) == CP_PACKAGE_ODT ? 98 : 0;
}

/* The members of a protected document are encrypted one by one, which the archive itself knows nothing of. */
static gboolean
is_encrypted (CpArchive *archive)
{
  g_autoptr (xmlDoc) manifest = cp_package_read_part (archive, "META-INF/manifest.xml");

  return manifest != NULL && cp_xml_find (cp_xml_get_root (manifest), "encryption-data") != NULL;
}

/* What stands on every page is there once for each kind of page. */
static void
walk_running_heads (CpOdtBody *body,
                    xmlNode   *root)
{
  xmlNode *group = cp_xml_find_child (root, "master-styles");

  body->writer->furniture = CP_FURNITURE_NOTICE;
  for (xmlNode *page = cp_xml_first_element (group); page != NULL; page = cp_xml_next_element (page))
    {
      for (xmlNode *node = cp_xml_first_element (page); node != NULL; node = cp_xml_next_element (node))
        cp_odt_body_walk (body, node);
    }
}

static gboolean
walk_document (CpArchive      *archive,
               CpOfficeWriter *writer)
{
  g_autoptr (xmlDoc) content = cp_package_read_part (archive, "content.xml");
  g_autoptr (xmlDoc) styles_document = cp_package_read_part (archive, "styles.xml");
  g_autoptr (GHashTable) styles = cp_office_styles_new ();
  g_auto (CpOdtBody) body = { NULL };
  xmlNode *text = content != NULL ? cp_xml_find_child (cp_xml_get_root (content), "body") : NULL;

  if (text == NULL)
    return FALSE;

  if (styles_document != NULL)
    cp_odt_styles_read (styles, cp_xml_get_root (styles_document));
  cp_odt_styles_read (styles, cp_xml_get_root (content));

  cp_odt_body_init (&body, archive, styles, writer);
  cp_odt_body_walk (&body, text);
  cp_odt_body_walk_notes (&body);
  if (styles_document != NULL)
    walk_running_heads (&body, cp_xml_get_root (styles_document));

  return TRUE;
}

/* When a file was made is the day of the text only as long as the text names none. */
static CpDraft *
finish (CpArchive      *archive,
        CpOfficeWriter *writer)
{
  g_autoptr (xmlDoc) properties = cp_package_read_part (archive, "meta.xml");
  g_autofree char *title = cp_xml_dup_found (properties, "title");
  g_autofree char *first_creator = cp_xml_dup_found (properties, "initial-creator");
  g_autofree char *last_creator = cp_xml_dup_found (properties, "creator");
  g_autofree char *created = cp_xml_dup_found (properties, "creation-date");
  g_autofree char *modified = cp_xml_dup_found (properties, "date");
  g_autofree char *language = cp_xml_dup_found (properties, "language");
  CpMetadata *metadata = writer->draft->metadata;

  cp_metadata_offer (metadata, CP_FIELD_PUBLISHED, created, CP_EVIDENCE_GUESS, "creation-date");
  cp_metadata_offer (metadata, CP_FIELD_MODIFIED, modified, CP_EVIDENCE_META, "date");
  cp_metadata_offer (metadata, CP_FIELD_LANGUAGE, language, CP_EVIDENCE_META, "language");

  return cp_office_writer_finish (writer, title, first_creator != NULL ? first_creator : last_creator);
}

static CpDraft *
read_odt (const CpInput  *input,
          GError        **error)
{
  g_autoptr (CpArchive) archive = cp_archive_open (input->bytes, input->name, error);
  g_auto (CpOfficeWriter) writer = { NULL };

  if (archive == NULL)
    return NULL;

  if (is_encrypted (archive))
    {
      cp_archive_set_password_error (archive, error);
      return NULL;
    }

  cp_office_writer_init (&writer);
  if (!walk_document (archive, &writer))
    {
      cp_package_set_damaged_error (input->name, error);
      return NULL;
    }

  return finish (archive, &writer);
}

static char *
show_odt (const CpInput  *input,
          GPtrArray      *resources,
          GError        **error)
{
  g_autoptr (CpDraft) draft = read_odt (input, error);

  return draft != NULL ? cp_draft_to_page (draft) : NULL;
}

const CpReader cp_odt_reader = {
  .name = "odt",
  .media_type = "application/vnd.oasis.opendocument.text",
  .sniff = sniff_odt,
  .read = read_odt,
  .show = show_odt,
};
