/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF document opened by the library. Only what runs in the process of its own includes this. */

#define G_LOG_DOMAIN "cp-pdf-document"

#include "config.h"

#include "cp-pdf-document.h"

/* Smaller pictures are rules, icons and ornaments. Sides in points. */
#define MIN_IMAGE_SIDE 48

/**
 * cp_pdf_document_open:
 * @status: (out): why the document is not opened
 *
 * Returns: (transfer full) (nullable): the document, or %NULL when it is damaged, locked or too large
 */
CpPdfDocument *
cp_pdf_document_open (GBytes      *bytes,
                      CpPdfStatus *status)
{
  g_autoptr (GError) error = NULL;
  CpPdfDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);

  *status = CP_PDF_STATUS_DONE;
  if (document == NULL)
    *status = g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? CP_PDF_STATUS_ENCRYPTED : CP_PDF_STATUS_DAMAGED;
  else if (poppler_document_get_n_pages (document) < 1)
    *status = CP_PDF_STATUS_DAMAGED;
  else if (poppler_document_get_n_pages (document) > CP_PDF_MAX_PAGES)
    *status = CP_PDF_STATUS_TOO_LARGE;

  if (*status != CP_PDF_STATUS_DONE)
    g_clear_object (&document);

  return document;
}

/**
 * cp_pdf_document_is_picture:
 *
 * Returns: whether an image in @area is neither rule, icon nor ornament
 */
gboolean
cp_pdf_document_is_picture (const PopplerRectangle *area)
{
  return area->x2 - area->x1 >= MIN_IMAGE_SIDE && area->y2 - area->y1 >= MIN_IMAGE_SIDE;
}
