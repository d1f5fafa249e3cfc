/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF document → web page that shows its pages. */

#define G_LOG_DOMAIN "cp-pdf-show"

#include "config.h"

#include "cp-pdf-columns.h"
#include "cp-pdf-process.h"
#include "cp-pdf-show.h"

#include <glib/gi18n-lib.h>

static const char head[] =
  "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<style>\n"
  "body { margin: 0; padding: 16px; background: #77767b; font: 14px sans-serif; color: #fff; }\n"
  "figure { margin: 0 auto 24px; max-width: max-content; text-align: center; }\n"
  "img { display: block; max-width: 100%; height: auto; margin-bottom: 6px; background: #fff; box-shadow: 0 1px 6px #0006; }\n"
  "p { text-align: center; }\n"
  "</style>\n";

/* The words of the page, for whoever does not see it. */
static char *
dup_page_text (CpPdfText *text,
               guint      position)
{
  g_autoptr (GString) words = g_string_new (NULL);
  CpPdfPage *page = position < text->pages->len ? cp_pdf_text_get_page (text, position) : NULL;

  if (page != NULL)
    cp_pdf_columns_order (page, 0);

  for (guint i = 0; page != NULL && i < page->lines->len; i++)
    {
      if (i > 0)
        g_string_append_c (words, '\n');
      g_string_append (words, cp_pdf_page_get_line (page, i)->text);
    }

  return g_markup_escape_text (words->str, -1);
}

/* @alternative: valid as the value of an attribute */
static void
append_page (GString    *html,
             GVariant   *scan,
             guint       number,
             guint       n_pages,
             const char *alternative)
{
  g_autoptr (GVariant) png = g_variant_get_child_value (scan, 2);
  g_autofree char *data = g_base64_encode (g_variant_get_data (png), g_variant_get_size (png));
  guint16 width, height;

  g_variant_get_child (scan, 0, "q", &width);
  g_variant_get_child (scan, 1, "q", &height);
  g_string_append_printf (html, "<figure><img width=\"%u\" height=\"%u\" alt=\"%s\" src=\"data:image/png;base64,",
                          width, height, alternative);
  g_string_append (html, data);
  g_string_append (html, "\"><figcaption>");
  /* Translators: under the picture of a page of a PDF document; its number, and how many there are */
  g_string_append_printf (html, _("Page %u of %u"), number, n_pages);
  g_string_append (html, "</figcaption></figure>\n");
}

/**
 * cp_pdf_show:
 * @input: a PDF document
 * @resources: (element-type CpResource): not needed
 * @error: as of cp_pdf_process_run()
 *
 * Paints the first pages of the document as pictures, which can do nothing, and gives their words with them.
 *
 * Returns: (transfer full) (nullable): a page that needs nothing but itself, or %NULL with @error set
 */
char *
cp_pdf_show (const CpInput  *input,
             GPtrArray      *resources,
             GError        **error)
{
  g_autoptr (GVariant) scan = cp_pdf_process_run (input->bytes, input->name, CP_PDF_MODE_TEXT, error);
  g_autoptr (GVariant) pages = NULL;
  g_autoptr (CpPdfText) text = NULL;
  GString *html;
  gsize n_shown;

  if (scan != NULL)
    pages = cp_pdf_process_run (input->bytes, input->name, CP_PDF_MODE_PAGES, error);

  if (pages == NULL)
    return NULL;

  text = cp_pdf_text_new (scan);
  html = g_string_new (head);
  n_shown = MIN (g_variant_n_children (pages), CP_PDF_MAX_SHOWN);

  for (gsize i = 0; i < n_shown; i++)
    {
      g_autoptr (GVariant) page = g_variant_get_child_value (pages, i);
      g_autofree char *alternative = dup_page_text (text, i);

      append_page (html, page, i + 1, MAX (text->pages->len, n_shown), alternative);
    }

  if (n_shown < text->pages->len)
    {
      g_string_append (html, "<p>");
      g_string_append_printf (html, ngettext ("Only the first page is shown here.", "Only the first %u pages are shown here.", n_shown),
                              (guint) n_shown);
      g_string_append (html, "</p>\n");
    }

  return g_string_free (html, FALSE);
}
