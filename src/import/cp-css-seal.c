/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Style sheets of saved pages → style sheets that load nothing.
 *
 * Works on the tokens of CSS Syntax Level 3, and writes each of them anew, so that no spelling of an address with
 * escapes and comments gets through, and nothing in a style sheet can end the element that it stands in. */

#define G_LOG_DOMAIN "cp-css-seal"

#include "config.h"

#include "cp-css-seal.h"
#include "cp-encoding.h"

#include <string.h>

#define SPACES " \t\r\n\f"

/* How deep style sheets may import each other. */
#define MAX_DEPTH 3

/* Functions whose arguments may be addresses, or programs. */
static const char * const loading_functions[] = {
  "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade", "element", "-moz-element", "expression",
  "url-prefix", "domain", "regexp", "paint", "-moz-document", NULL
};

/* Properties of old browsers whose values are programs. */
static const char * const running_properties[] = { "behavior", "-ms-behavior", "-moz-binding", NULL };

static gboolean
is_name_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-' || (guchar) c >= 0x80;
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r' || c == '\f';
}

/* @c: at a backslash. Returns: what follows the escape */
static const char *
take_escape (const char *c,
             GString    *decoded)
{
  gunichar character = 0;
  int n_digits = 0;

  c++;
  while (n_digits < 6 && g_ascii_isxdigit (*c))
    {
      character = character * 16 + g_ascii_xdigit_value (*c++);
      n_digits++;
    }

  if (n_digits > 0)
    {
      g_string_append_unichar (decoded, character > 0 && g_unichar_validate (character) ? character : 0xFFFD);
      return *c != '\0' && strchr (SPACES, *c) != NULL ? c + 1 : c;
    }

  if (*c == '\0' || is_line_end (*c))
    return *c == '\0' ? c : c + 1;

  g_string_append_len (decoded, c, g_utf8_next_char (c) - c);

  return g_utf8_next_char (c);
}

static const char *
take_name (const char *c,
           GString    *decoded)
{
  while (is_name_byte (*c) || (*c == '\\' && c[1] != '\0' && !is_line_end (c[1])))
    {
      if (*c == '\\')
        c = take_escape (c, decoded);
      else
        g_string_append_c (decoded, *c++);
    }

  return c;
}

/* @c: at a quotation mark */
static const char *
take_string (const char *c,
             GString    *decoded)
{
  char mark = *c++;

  while (*c != '\0' && *c != mark && !is_line_end (*c))
    {
      if (*c == '\\')
        c = take_escape (c, decoded);
      else
        g_string_append_c (decoded, *c++);
    }

  return *c == mark ? c + 1 : c;
}

/* @c: after "url(" */
static const char *
take_url (const char *c,
          GString    *decoded)
{
  c += strspn (c, SPACES);

  if (*c == '"' || *c == '\'')
    c = take_string (c, decoded);

  while (*c != '\0' && *c != ')')
    {
      if (*c == '\\')
        c = take_escape (c, decoded);
      else
        g_string_append_c (decoded, *c++);
    }

  g_strchomp (decoded->str);
  decoded->len = strlen (decoded->str);

  return *c == ')' ? c + 1 : c;
}

static const char *
skip_comment (const char *c)
{
  const char *end = strstr (c + 2, "*/");

  return end != NULL ? end + 2 : c + strlen (c);
}

static const char *
skip_blanks (const char *c)
{
  while (*c != '\0')
    {
      if (strchr (SPACES, *c) != NULL)
        c++;
      else if (g_str_has_prefix (c, "/*"))
        c = skip_comment (c);
      else
        break;
    }

  return c;
}

static void
write_escaped (GString *output,
               char     c)
{
  g_string_append_printf (output, "\\%x ", (guchar) c);
}

static void
write_name (GString    *output,
            const char *name)
{
  for (const char *c = name; *c != '\0'; c++)
    {
      gboolean leads = c == name || (c == name + 1 && *name == '-');

      if (is_name_byte (*c) && !(leads && g_ascii_isdigit (*c)))
        g_string_append_c (output, *c);
      else
        write_escaped (output, *c);
    }
}

static void
write_string (GString    *output,
              const char *text)
{
  g_string_append_c (output, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (strchr ("\"\\<>&", *c) != NULL || g_ascii_iscntrl (*c))
        write_escaped (output, *c);
      else
        g_string_append_c (output, *c);
    }
  g_string_append_c (output, '"');
}

static gboolean
is_harmless (CpResource *resource)
{
  return cp_resource_is_image (resource) || g_str_has_prefix (resource->media_type, "font/") ||
         g_str_has_prefix (resource->media_type, "application/font") ||
         g_str_has_prefix (resource->media_type, "application/x-font") ||
         g_str_has_prefix (resource->media_type, "application/vnd.ms-font") ||
         strcmp (resource->media_type, "application/octet-stream") == 0;
}

/**
 * cp_css_seal_reference:
 * @reference: the address of a picture or a font
 *
 * Returns: (transfer full) (nullable): the same as a data: address; %NULL when it did not come with the page, or there is
 *   no room for it
 */
char *
cp_css_seal_reference (const char       *reference,
                       const CpCssScope *scope)
{
  g_autoptr (CpResource) resource = cp_page_files_find (scope->files, scope->base, reference);
  gsize size;

  if (resource == NULL || !is_harmless (resource))
    return NULL;

  size = g_bytes_get_size (resource->bytes) / 3 * 4 + 100;
  if (size > *scope->room)
    return NULL;
  *scope->room -= size;

  return cp_resource_dup_uri (resource);
}

static void
write_url (GString          *output,
           const char       *reference,
           const CpCssScope *scope)
{
  g_autofree char *uri = *reference == '#' ? g_strdup (reference) : cp_css_seal_reference (reference, scope);

  g_string_append (output, "url(");
  write_string (output, uri != NULL ? uri : "data:,");
  g_string_append_c (output, ')');
}

/* Returns: the end of the statement that @c is in: after its semicolon or block */
static const char *
skip_statement (const char *c)
{
  g_autoptr (GString) ignored = g_string_new (NULL);
  int depth = 0;

  while (*c != '\0')
    {
      if (*c == '"' || *c == '\'')
        c = take_string (c, ignored);
      else if (*c == '\\')
        c = take_escape (c, ignored);
      else if (g_str_has_prefix (c, "/*"))
        c = skip_comment (c);
      else if (*c == '}' && depth == 0)
        return c;
      else if ((*c == ';' && depth == 0) || (*c == '}' && depth == 1))
        return c + 1;
      else
        {
          depth += *c == '{' ? 1 : *c == '}' ? -1 : 0;
          c++;
        }
    }

  return c;
}

/**
 * cp_css_decode:
 *
 * Returns: (transfer full) (nullable): the text of a style sheet; %NULL when @resource is none
 */
char *
cp_css_decode (CpResource *resource)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (resource->bytes, &size);

  return strcmp (resource->media_type, "text/css") == 0 ? cp_encoding_to_utf8 (data, size, NULL, NULL) : NULL;
}

static void
write_imported (GString          *output,
                const char       *reference,
                const char       *condition,
                const CpCssScope *scope)
{
  g_autofree char *address = cp_page_files_resolve (scope->files, scope->base, reference);
  g_autoptr (CpResource) resource = cp_page_files_find (scope->files, scope->base, reference);
  g_autofree char *css = resource != NULL ? cp_css_decode (resource) : NULL;
  CpCssScope inner = *scope;
  gboolean is_media = *condition != '\0' && !g_str_has_prefix (condition, "layer") && !g_str_has_prefix (condition, "supports");

  if (css == NULL || scope->depth >= MAX_DEPTH || strlen (css) > *scope->room)
    return;

  *scope->room -= strlen (css);
  inner.base = address;
  inner.depth++;

  if (is_media)
    {
      g_string_append (output, "@media ");
      cp_css_seal (output, condition, &inner);
      g_string_append_c (output, '{');
    }

  cp_css_seal (output, css, &inner);
  g_string_append (output, is_media ? "}\n" : "\n");
}

/* @c: after "@import" */
static const char *
take_import (const char       *c,
             GString          *output,
             const CpCssScope *scope)
{
  g_autoptr (GString) reference = g_string_new (NULL);
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *condition = NULL;
  const char *end;

  c = skip_blanks (c);
  if (*c == '"' || *c == '\'')
    c = take_string (c, reference);
  else if (*(c = take_name (c, name)) == '(' && g_ascii_strcasecmp (name->str, "url") == 0)
    c = take_url (c + 1, reference);

  end = skip_statement (c);
  if (reference->len == 0)
    return end;

  condition = g_strndup (c, end - c);
  g_strdelimit (condition, ";{}", ' ');
  write_imported (output, reference->str, g_strstrip (condition), scope);

  return end;
}

static const char *
take_at_keyword (const char       *c,
                 GString          *output,
                 const CpCssScope *scope)
{
  g_autoptr (GString) name = g_string_new (NULL);
  const char *after = take_name (c + 1, name);

  if (g_ascii_strcasecmp (name->str, "import") == 0)
    return take_import (after, output, scope);

  if (g_ascii_strcasecmp (name->str, "charset") == 0 || g_ascii_strcasecmp (name->str, "namespace") == 0 ||
      g_ascii_strcasecmp (name->str, "-moz-document") == 0)
    return skip_statement (after);

  g_string_append_c (output, '@');
  write_name (output, name->str);

  return after;
}

static const char *
take_word (const char       *c,
           GString          *output,
           const CpCssScope *scope)
{
  g_autoptr (GString) name = g_string_new (NULL);
  const char *after = take_name (c, name);
  g_autofree char *folded = g_ascii_strdown (name->str, -1);

  if (*after == '(' && strcmp (folded, "url") == 0)
    {
      g_autoptr (GString) reference = g_string_new (NULL);

      after = take_url (after + 1, reference);
      write_url (output, reference->str, scope);
    }
  else if ((*after == '(' && g_strv_contains (loading_functions, folded)) || g_strv_contains (running_properties, folded))
    {
      g_string_append (output, "x-sealed");
    }
  else
    {
      write_name (output, name->str);
    }

  return after;
}

/* A sign that might begin a tag is left out; as the sign of comparison it is kept. */
static const char *
take_sign (const char *c,
           GString    *output)
{
  if (*c != '<' || c[1] == '=' || c[1] == ' ' || g_ascii_isdigit (c[1]))
    g_string_append_c (output, *c == '\\' ? ' ' : *c);

  return c + 1;
}

/* Digits are signs here: a dimension is written as it stands, and its unit is a word that means nothing. */
static gboolean
begins_word (const char *c)
{
  if (*c == '\\')
    return c[1] != '\0' && !is_line_end (c[1]);

  return is_name_byte (*c) && !g_ascii_isdigit (*c) && !(*c == '-' && g_ascii_isdigit (c[1]));
}

/**
 * cp_css_seal:
 * @output: what to append to
 * @css: a style sheet, or the declarations of one element, as valid UTF-8
 * @scope: where @css stands, and what came with the page
 *
 * Appends @css with every address of a picture or font put in place as data, when the file came with the page, or emptied;
 * with imported style sheets put in place or left out; and without what old browsers would run. The result has no tags in it.
 */
void
cp_css_seal (GString          *output,
             const char       *css,
             const CpCssScope *scope)
{
  const char *c = css;

  while (*c != '\0')
    {
      if (g_str_has_prefix (c, "/*"))
        {
          c = skip_comment (c);
          g_string_append (output, "/**/");
        }
      else if (*c == '"' || *c == '\'')
        {
          g_autoptr (GString) text = g_string_new (NULL);

          c = take_string (c, text);
          write_string (output, text->str);
        }
      else if (*c == '@')
        {
          c = take_at_keyword (c, output, scope);
        }
      else if (begins_word (c))
        {
          c = take_word (c, output, scope);
        }
      else
        {
          c = take_sign (c, output);
        }
    }
}
