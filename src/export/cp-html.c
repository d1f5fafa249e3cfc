/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text and styles on their way into an HTML page, where nothing of them may act as markup. */

#define G_LOG_DOMAIN "cp-html"

#include "config.h"

#include "cp-html.h"

#include <string.h>

#define REPLACEMENT_CHARACTER 0xfffd

/* HTML knows no control characters but white space, written out or as a reference; and of that it reads
 * a carriage return with a line feed as one character. */
static gunichar
make_legible (gunichar character)
{
  if (!g_unichar_iscntrl (character))
    return character;

  return g_unichar_isspace (character) ? ' ' : REPLACEMENT_CHARACTER;
}

/**
 * cp_html_append_text:
 * @html: the page so far
 * @text: valid UTF-8
 *
 * Appends @text so that it is read back as exactly this text, inside an element or a quoted
 * attribute, and never as markup. Control characters become a space or U+FFFD, one for one, so that
 * offsets in code points hold in the page too.
 */
void
cp_html_append_text (GString    *html,
                     const char *text)
{
  g_return_if_fail (html != NULL && text != NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '&')
        g_string_append (html, "&amp;");
      else if (character == '<')
        g_string_append (html, "&lt;");
      else if (character == '>')
        g_string_append (html, "&gt;");
      else if (character == '"')
        g_string_append (html, "&quot;");
      else if (character == '\'')
        g_string_append (html, "&#39;");
      else
        g_string_append_unichar (html, make_legible (character));
    }
}

/**
 * cp_html_append_attribute:
 * @html: the page so far, inside a tag
 * @name: name of the attribute
 * @value: its value, valid UTF-8
 */
void
cp_html_append_attribute (GString    *html,
                          const char *name,
                          const char *value)
{
  g_return_if_fail (html != NULL && name != NULL && value != NULL);

  g_string_append_printf (html, " %s=\"", name);
  cp_html_append_text (html, value);
  g_string_append_c (html, '"');
}

/**
 * cp_html_append_style:
 * @html: the page so far, inside its head
 * @css: a style sheet of this program, with LF line ends
 * @pictures: which pictures the page may show
 *
 * Appends a Content-Security-Policy that lets the page load nothing and run nothing, of styles
 * take only @css, known by its hash, and of pictures those of @pictures; then @css itself.
 */
void
cp_html_append_style (GString        *html,
                      const char     *css,
                      CpHtmlPictures  pictures)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *hash = NULL;
  guint8 digest[32];
  gsize digest_length = sizeof digest;

  g_return_if_fail (html != NULL && css != NULL);
  g_return_if_fail (strstr (css, "</") == NULL && strchr (css, '\r') == NULL);

  g_checksum_update (checksum, (const guchar *) css, -1);
  g_checksum_get_digest (checksum, digest, &digest_length);
  hash = g_base64_encode (digest, digest_length);

  g_string_append_printf (html,
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                          "style-src 'sha256-%s'; %sbase-uri 'none'; form-action 'none'\">\n"
                          "<style>%s</style>\n",
                          hash, pictures == CP_HTML_DATA_PICTURES ? "img-src data:; " : "", css);
}

/**
 * cp_html_is_web_address:
 * @url: (nullable): where a saved page says it comes from
 *
 * Returns: whether @url may be made a link: anything but http and https could run or open something
 *   on the reader's own machine
 */
gboolean
cp_html_is_web_address (const char *url)
{
  g_autofree char *scheme = url != NULL ? g_uri_parse_scheme (url) : NULL;

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;
}
