/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft as a web page: the contents of a document that is none, with all that is set aside. */

#define G_LOG_DOMAIN "cp-draft-page"

#include "config.h"

#include "cp-draft-page.h"

#include <string.h>

/* Nothing is loaded but what is in the page itself. */
static const char head[] =
  "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
  "<style>\n"
  "body { max-width: 42em; margin: 2em auto; padding: 0 1em; font-family: serif; line-height: 1.5; }\n"
  "p, td, h1, h2, h3, h4, h5, h6, blockquote { overflow-wrap: anywhere; }\n"
  "img { max-width: 100%; }\n"
  "table { border-collapse: collapse; }\n"
  "td { border: thin solid; padding: .2em .5em; vertical-align: top; }\n"
  ".aside { font-size: smaller; opacity: .8; }\n"
  "</style>\n</head>\n<body>\n";

static void
append_escaped (GString    *page,
                const char *text,
                gssize      length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (page, escaped);
}

static void
append_run (GString      *page,
            const char   *text,
            const CpMark *run)
{
  if (run->style & CP_STYLE_LINK)
    g_string_append (page, "<u>");
  if (run->style & CP_STYLE_STRONG)
    g_string_append (page, "<strong>");
  if (run->style & CP_STYLE_EMPHASIS)
    g_string_append (page, "<em>");

  append_escaped (page, text + run->start, run->end - run->start);

  if (run->style & CP_STYLE_EMPHASIS)
    g_string_append (page, "</em>");
  if (run->style & CP_STYLE_STRONG)
    g_string_append (page, "</strong>");
  if (run->style & CP_STYLE_LINK)
    g_string_append (page, "</u>");
}

static void
append_text (GString      *page,
             CpDraftBlock *block)
{
  const char *text = block->text->str;
  int offset = 0;

  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    {
      const CpMark *run = &g_array_index (block->runs, CpMark, i);

      append_escaped (page, text + offset, run->start - offset);
      append_run (page, text, run);
      offset = run->end;
    }

  append_escaped (page, text + offset, -1);
}

/* Emphasis is not worth the care that runs across cells would take. */
static void
append_cells (GString      *page,
              CpDraftBlock *block)
{
  g_auto (GStrv) cells = g_strsplit (block->text->str, "\t", -1);

  for (char **cell = cells; *cell != NULL; cell++)
    {
      g_string_append (page, "<td>");
      append_escaped (page, *cell, -1);
      g_string_append (page, "</td>");
    }
}

/* The element around a run of blocks of one kind. */
static const char *
get_group (CpDraftBlock *block)
{
  if (block == NULL)
    return NULL;

  if (block->kind == CP_BLOCK_LIST_ITEM)
    return "ul";

  return block->kind == CP_BLOCK_TABLE_ROW ? "table" : NULL;
}

static const char *
get_element (CpDraftBlock *block)
{
  static const char * const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

  if (block->furniture == CP_FURNITURE_TITLE)
    return headings[0];

  switch (block->kind)
    {
    case CP_BLOCK_HEADING:
      return headings[CLAMP (block->level, 1, 6) - 1];
    case CP_BLOCK_QUOTATION:
      return "blockquote";
    case CP_BLOCK_LIST_ITEM:
      return "li";
    case CP_BLOCK_TABLE_ROW:
      return "tr";
    case CP_BLOCK_PARAGRAPH:
    case CP_BLOCK_CAPTION:
    default:
      return "p";
    }
}

static void
append_block (GString      *page,
              CpDraftBlock *block)
{
  const char *element = get_element (block);
  gboolean aside = block->furniture != CP_FURNITURE_NONE && block->furniture != CP_FURNITURE_TITLE;

  g_string_append_printf (page, "<%s%s>", element, aside ? " class=\"aside\"" : "");
  if (block->kind == CP_BLOCK_TABLE_ROW)
    append_cells (page, block);
  else
    append_text (page, block);
  g_string_append_printf (page, "</%s>\n", element);
}

static CpResource *
find_resource (CpDraft    *draft,
               const char *name)
{
  for (guint i = 0; i < draft->resources->len; i++)
    {
      CpResource *resource = g_ptr_array_index (draft->resources, i);

      if (strcmp (resource->name, name) == 0)
        return resource;
    }

  return NULL;
}

static void
append_images (GString *page,
               CpDraft *draft,
               guint    position)
{
  for (guint i = 0; i < draft->images->len; i++)
    {
      CpImage *image = g_ptr_array_index (draft->images, i);
      CpResource *resource = cp_image_get_position (image) == position ? find_resource (draft, cp_image_get_resource (image)) : NULL;
      g_autofree char *uri = resource != NULL && cp_resource_is_image (resource) ? cp_resource_dup_uri (resource) : NULL;
      g_autofree char *alternative = NULL;

      if (uri == NULL)
        continue;

      if (cp_image_get_alternative (image) != NULL)
        alternative = g_markup_escape_text (cp_image_get_alternative (image), -1);
      g_string_append_printf (page, "<p><img src=\"%s\" alt=\"%s\"></p>\n", uri, alternative != NULL ? alternative : "");
    }
}

static void
append_tag (GString    *page,
            const char *slash,
            const char *name)
{
  if (name != NULL)
    g_string_append_printf (page, "<%s%s>\n", slash, name);
}

/* @with_images: whether these are the blocks among which the pictures of @draft stand */
static void
append_blocks (GString   *page,
               CpDraft   *draft,
               GPtrArray *blocks,
               gboolean   with_images)
{
  const char *group = NULL;

  for (guint i = 0; i <= blocks->len; i++)
    {
      CpDraftBlock *block = i < blocks->len ? g_ptr_array_index (blocks, i) : NULL;
      const char *next = get_group (block);

      if (g_strcmp0 (next, group) != 0)
        append_tag (page, "/", group);

      if (with_images)
        append_images (page, draft, i);

      if (g_strcmp0 (next, group) != 0)
        append_tag (page, "", next);

      group = next;
      if (block != NULL)
        append_block (page, block);
    }
}

/**
 * cp_draft_to_page:
 * @draft: what a reader made of a document
 *
 * Makes a page of all of it, furniture included, in the order of the document. It has no scripts, no links that could
 * be followed, and loads nothing; pictures are in it.
 *
 * Returns: (transfer full): the page as HTML
 */
char *
cp_draft_to_page (CpDraft *draft)
{
  GString *page = g_string_new (head);

  append_blocks (page, draft, draft->above, FALSE);
  append_blocks (page, draft, draft->blocks, TRUE);
  append_blocks (page, draft, draft->below, FALSE);
  g_string_append (page, "</body>\n</html>\n");

  return g_string_free (page, FALSE);
}
