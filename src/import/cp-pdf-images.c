/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of a PDF document. */

#define G_LOG_DOMAIN "cp-pdf-images"

#include "config.h"

#include "cp-pdf-images.h"
#include "cp-pdf-process.h"

/* A picture that covers so much of a page with text on it is the scan of that page, or its paper. */
#define MAX_SHARE 0.7

typedef struct
{
  GBytes   *png;
  guint     page;
  CpPdfBox  box;
} Image;

struct _CpPdfImages
{
  GArray *images;
  guint   n_added;
};

static void
clear_image (gpointer data)
{
  Image *image = data;

  g_bytes_unref (image->png);
}

static gboolean
is_background (CpPdfPage      *page,
               const CpPdfBox *box)
{
  return (box->x2 - box->x1) * (box->y2 - box->y1) > MAX_SHARE * page->width * page->height;
}

static gboolean
has_images (CpPdfText *text)
{
  for (guint i = 0; i < text->pages->len; i++)
    {
      CpPdfPage *page = cp_pdf_text_get_page (text, i);

      for (guint j = 0; j < page->images->len; j++)
        {
          if (!is_background (page, &g_array_index (page->images, CpPdfBox, j)))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * cp_pdf_images_new:
 * @bytes: the document
 * @text: what is on its pages
 *
 * Takes the pictures out of the document. Those that cannot be taken within the limits are left out: the text is what
 * counts.
 *
 * Returns: (transfer full): the pictures, in the order of the pages
 */
CpPdfImages *
cp_pdf_images_new (GBytes    *bytes,
                   CpPdfText *text)
{
  CpPdfImages *self = g_new0 (CpPdfImages, 1);
  g_autoptr (GVariant) scan = has_images (text) ? cp_pdf_process_run (bytes, "", CP_PDF_MODE_IMAGES, NULL) : NULL;

  self->images = g_array_new (FALSE, FALSE, sizeof (Image));
  g_array_set_clear_func (self->images, clear_image);

  for (gsize i = 0; scan != NULL && i < MIN (g_variant_n_children (scan), CP_PDF_MAX_IMAGES); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (scan, i);
      g_autoptr (GVariant) png = g_variant_get_child_value (child, 7);
      Image image = { NULL };
      guint16 page;

      g_variant_get (child, "(qddddqq@ay)", &page, &image.box.x1, &image.box.y1, &image.box.x2, &image.box.y2, NULL, NULL, NULL);
      if (page >= text->pages->len || is_background (cp_pdf_text_get_page (text, page), &image.box) || g_variant_get_size (png) == 0)
        continue;

      image.page = page;
      image.png = g_bytes_new (g_variant_get_data (png), g_variant_get_size (png));
      g_array_append_val (self->images, image);
    }

  return self;
}

void
cp_pdf_images_free (CpPdfImages *self)
{
  g_array_unref (self->images);
  g_free (self);
}

/* A picture stands before the first text that begins under its top and beside none of it, or on a later page. */
static gboolean
is_before (const Image          *image,
           const CpPdfParagraph *paragraph)
{
  CpPdfBox box;

  if (paragraph == NULL)
    return TRUE;

  if (image->page != paragraph->page || paragraph->furniture == CP_FURNITURE_PAGE_NUMBER)
    return image->page < paragraph->page;

  box = cp_pdf_paragraph_measure (paragraph);

  return box.y1 >= (image->box.y1 + image->box.y2) / 2 && MIN (box.x2, image->box.x2) > MAX (box.x1, image->box.x1);
}

/**
 * cp_pdf_images_add_before:
 * @paragraph: (nullable): the next to be written, or %NULL after the last
 *
 * Adds the pictures to @draft that stand before @paragraph and have not been added yet.
 */
void
cp_pdf_images_add_before (CpPdfImages          *self,
                          const CpPdfParagraph *paragraph,
                          CpDraft              *draft)
{
  for (guint i = 0; i < self->images->len;)
    {
      Image *image = &g_array_index (self->images, Image, i);
      g_autoptr (CpResource) resource = NULL;
      g_autofree char *name = NULL;

      if (!is_before (image, paragraph))
        {
          i++;
          continue;
        }

      name = g_strdup_printf ("page-%u-picture-%u.png", image->page + 1, ++self->n_added);
      resource = cp_resource_new (name, "image/png", image->png);
      g_ptr_array_add (draft->resources, g_steal_pointer (&resource));
      cp_draft_add_image (draft, name, NULL);
      g_array_remove_index (self->images, i);
    }
}
