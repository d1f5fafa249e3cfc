/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text and styles on their way into an HTML page, where nothing of them may act as markup. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CpHtmlPictures:
 * @CP_HTML_NO_PICTURES: the page shows none
 * @CP_HTML_DATA_PICTURES: it shows those that are in it, as data: addresses
 */
typedef enum
{
  CP_HTML_NO_PICTURES,
  CP_HTML_DATA_PICTURES,
} CpHtmlPictures;

void      cp_html_append_text      (GString        *html,
                                    const char     *text);
void      cp_html_append_attribute (GString        *html,
                                    const char     *name,
                                    const char     *value);
void      cp_html_append_style     (GString        *html,
                                    const char     *css,
                                    CpHtmlPictures  pictures);
gboolean  cp_html_is_web_address   (const char     *url);

G_END_DECLS
