/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF documents → blocks and metadata. */

#define G_LOG_DOMAIN "cp-pdf-reader"

#include "config.h"

#include "cp-error.h"
#include "cp-pdf-columns.h"
#include "cp-pdf-kinds.h"
#include "cp-pdf-margins.h"
#include "cp-pdf-metadata.h"
#include "cp-pdf-process.h"
#include "cp-pdf-reader.h"
#include "cp-pdf-show.h"
#include "cp-pdf-web.h"
#include "cp-pdf-writer.h"
#include "cp-readers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Mail programs and web servers have put lines of their own before the document. */
#define MAX_SNIFFED 1024

/* A text that speaks of such documents is none. */
#define CERTAIN 100
#define LIKELY 95

static int
sniff_pdf (const CpInput *input)
{
  gsize size;
  const char *data = g_bytes_get_data (input->bytes, &size);
  const char *found = memmem (data, MIN (size, MAX_SNIFFED), "%PDF-", strlen ("%PDF-"));

  if (found == data)
    return CERTAIN;

  return found != NULL && input->text == NULL ? LIKELY : 0;
}

static void
order_columns (CpPdfText *text)
{
  guint column = 0;

  for (guint i = 0; i < text->pages->len; i++)
    column = cp_pdf_columns_order (cp_pdf_text_get_page (text, i), column);
}

/**
 * cp_pdf_reader_make_draft:
 * @scan: of type %CP_PDF_TEXT_TYPE
 * @bytes: (nullable): the document, to take the pictures out of
 *
 * Returns: (transfer full): what the words on the pages make; without blocks when there are no words
 */
CpDraft *
cp_pdf_reader_make_draft (GVariant *scan,
                          GBytes   *bytes)
{
  CpDraft *draft = cp_draft_new ();
  g_autoptr (CpPdfText) text = cp_pdf_text_new (scan);
  g_autoptr (CpPdfHyphens) hyphens = NULL;
  g_autoptr (CpPdfImages) images = NULL;
  g_autoptr (GPtrArray) paragraphs = NULL;
  g_autoptr (GVariant) info = g_variant_get_child_value (scan, 0);
  const char *title = NULL;

  if (cp_pdf_text_is_empty (text))
    return draft;

  cp_pdf_margins_mark (text, draft->metadata);
  order_columns (text);
  hyphens = cp_pdf_hyphens_new (text);
  paragraphs = cp_pdf_paragraphs_split (text);
  g_variant_lookup (info, CP_PDF_INFO_TITLE, "&s", &title);
  cp_pdf_kinds_mark (text, paragraphs, title);
  cp_pdf_paragraphs_join (paragraphs);

  images = bytes != NULL ? cp_pdf_images_new (bytes, text) : NULL;
  cp_pdf_writer_write (paragraphs, hyphens, images, draft);
  cp_pdf_metadata_read (info, draft);
  if (text->is_web_page)
    cp_pdf_web_prune (draft);

  return draft;
}

static CpDraft *
read_pdf (const CpInput  *input,
          GError        **error)
{
  g_autoptr (GVariant) scan = cp_pdf_process_run (input->bytes, input->name, CP_PDF_MODE_TEXT, error);
  g_autoptr (CpDraft) draft = NULL;

  if (scan == NULL)
    return NULL;

  draft = cp_pdf_reader_make_draft (scan, input->bytes);
  if (draft->blocks->len > 0)
    return g_steal_pointer (&draft);

  g_set_error (error, CP_ERROR, CP_ERROR_EMPTY,
               _("“%s” is a PDF document of pictures without any text, such as a scan. Run text recognition (OCR) on it and import the result."),
               input->name);

  return NULL;
}

const CpReader cp_pdf_reader = {
  .name = "pdf",
  .media_type = "application/pdf",
  .sniff = sniff_pdf,
  .read = read_pdf,
  .show = cp_pdf_show,
};
