/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF document → its pictures, and pictures of its pages. Runs in a process of its own. */

#define G_LOG_DOMAIN "cp-pdf-paint"

#include "config.h"

#include "cp-pdf-document.h"
#include "cp-pdf-scan.h"

#include <math.h>

/* Sides of pictures that are kept. */
#define MIN_IMAGE_PIXELS 64
#define MAX_IMAGE_PIXELS (40 * 1000 * 1000)

/* Bytes of all pictures, or of all pages, together. */
#define MAX_ENCODED (48 * 1024 * 1024)

/* Pages are shown at this resolution, and larger sheets at one that gives no more pixels than this. */
#define SHOWN_DPI 110
#define MAX_SHOWN_PIXELS (4 * 1000 * 1000)

static cairo_status_t
append_to_array (void                *closure,
                 const unsigned char *data,
                 unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GVariant *
encode (cairo_surface_t *surface)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();

  if (cairo_surface_write_to_png_stream (surface, append_to_array, png) != CAIRO_STATUS_SUCCESS)
    g_byte_array_set_size (png, 0);

  return g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, png->data, png->len, 1);
}

/* Returns: bytes that were written */
static gsize
add_image (GVariantBuilder     *images,
           CpPdfPaper          *page,
           PopplerImageMapping *mapping)
{
  cairo_surface_t *surface = poppler_page_get_image (page, mapping->image_id);
  const PopplerRectangle *area = &mapping->area;
  GVariant *png;
  gsize size = 0;
  int width, height;

  if (surface == NULL)
    return 0;

  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);

  if (width >= MIN_IMAGE_PIXELS && height >= MIN_IMAGE_PIXELS && height <= MAX_IMAGE_PIXELS / width && MAX (width, height) <= G_MAXUINT16)
    {
      png = encode (surface);
      size = g_variant_get_size (png);
      g_variant_builder_add (images, "(qddddqq@ay)", (guint16) poppler_page_get_index (page),
                             area->x1, area->y1, area->x2, area->y2, (guint16) width, (guint16) height, png);
    }

  cairo_surface_destroy (surface);

  return size;
}

/**
 * cp_pdf_scan_images:
 * @bytes: a PDF document
 * @images: (out) (optional): of type %CP_PDF_IMAGES_TYPE, floating, when the status is %CP_PDF_STATUS_DONE
 *
 * Finds the first %CP_PDF_MAX_IMAGES pictures that are neither icons nor ornaments.
 *
 * Returns: whether the document could be opened
 */
CpPdfStatus
cp_pdf_scan_images (GBytes    *bytes,
                    GVariant **images)
{
  CpPdfStatus status;
  g_autoptr (CpPdfDocument) document = cp_pdf_document_open (bytes, &status);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (CP_PDF_IMAGES_TYPE));
  int n_left = CP_PDF_MAX_IMAGES;
  gsize size = 0;

  if (document == NULL)
    return status;

  for (int i = 0; i < poppler_document_get_n_pages (document) && n_left > 0; i++)
    {
      g_autoptr (CpPdfPaper) page = poppler_document_get_page (document, i);
      GList *list = page != NULL ? poppler_page_get_image_mapping (page) : NULL;

      for (GList *l = list; l != NULL && n_left > 0 && size < MAX_ENCODED; l = l->next)
        {
          if (!cp_pdf_document_is_picture (&((PopplerImageMapping *) l->data)->area))
            continue;

          n_left--;
          size += add_image (&builder, page, l->data);
        }

      poppler_page_free_image_mapping (list);
    }

  *images = g_variant_builder_end (&builder);

  return CP_PDF_STATUS_DONE;
}

/* Returns: (nullable): the page on white paper, or %NULL when it has no size that could be shown */
static cairo_surface_t *
render (CpPdfPaper *page)
{
  cairo_surface_t *surface;
  cairo_t *cairo;
  double width, height, scale;

  poppler_page_get_size (page, &width, &height);
  if (!(width >= 1 && height >= 1 && width <= 1e6 && height <= 1e6))
    return NULL;

  scale = MIN (SHOWN_DPI / 72.0, sqrt (MAX_SHOWN_PIXELS / (width * height)));
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (width * scale, 1), MAX (height * scale, 1));
  cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, scale, scale);
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);

  return surface;
}

/**
 * cp_pdf_scan_pages:
 * @bytes: a PDF document
 * @pages: (out) (optional): of type %CP_PDF_PAGES_TYPE, floating, when the status is %CP_PDF_STATUS_DONE
 *
 * Paints the first %CP_PDF_MAX_SHOWN pages.
 *
 * Returns: whether the document could be opened
 */
CpPdfStatus
cp_pdf_scan_pages (GBytes    *bytes,
                   GVariant **pages)
{
  CpPdfStatus status;
  g_autoptr (CpPdfDocument) document = cp_pdf_document_open (bytes, &status);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (CP_PDF_PAGES_TYPE));
  gsize size = 0;
  int n_pages;

  if (document == NULL)
    return status;

  n_pages = MIN (poppler_document_get_n_pages (document), CP_PDF_MAX_SHOWN);
  for (int i = 0; i < n_pages && size < MAX_ENCODED; i++)
    {
      g_autoptr (CpPdfPaper) page = poppler_document_get_page (document, i);
      cairo_surface_t *surface = page != NULL ? render (page) : NULL;
      GVariant *png;

      if (surface == NULL)
        continue;

      png = encode (surface);
      size += g_variant_get_size (png);
      g_variant_builder_add (&builder, "(qq@ay)", (guint16) cairo_image_surface_get_width (surface),
                             (guint16) cairo_image_surface_get_height (surface), png);
      cairo_surface_destroy (surface);
    }

  *pages = g_variant_builder_end (&builder);

  return CP_PDF_STATUS_DONE;
}
