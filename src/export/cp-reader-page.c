/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article as the HTML page of the reader view. */

#define G_LOG_DOMAIN "cp-reader-page"

#include "config.h"

#include "cp-citation.h"
#include "cp-html.h"
#include "cp-reader-inline.h"
#include "cp-reader-page.h"
#include "cp-resource.h"
#include "cp-wording.h"

#include <glib/gi18n.h>

/* The title is the page's only <h1>. */
#define HIGHEST_RANK 2
#define LOWEST_RANK  6

/* What the pictures of one page may weigh together, in bytes, as a page holds them as text. */
#define MAX_PICTURES (32 * 1024 * 1024)

/* What stands around several blocks. */
typedef enum
{
  GROUP_NONE,
  GROUP_LIST,
  GROUP_TABLE,
} Group;

static const struct
{
  const char *open;
  const char *close;
} group_tags[] = {
  [GROUP_NONE] = { "", "" },
  [GROUP_LIST] = { "<ul>\n", "</ul>\n" },
  [GROUP_TABLE] = { "<div class=\"table\"><table>\n", "</table></div>\n" },
};

/* The page so far, and the levels of the headings above the current one. Articles rank their headings at will:
 * torn conversions mix #### and ##, and many begin at 3. */
typedef struct
{
  GString    *html;
  CpArticle  *article;
  GHashTable *pictures;
  gsize       room;
  gboolean    aside;
  guint       next_image;
  int         open_levels[LOWEST_RANK];
  int         depth;
  int         n_body_blocks;
  Group       group;
} Page;

/* A page skips no rank, as its readers navigate by them. */
static int
next_heading_rank (Page *page,
                   int   level)
{
  while (page->depth > 0 && page->open_levels[page->depth - 1] >= level)
    page->depth--;
  page->open_levels[page->depth++] = level;

  return MIN (HIGHEST_RANK + page->depth - 1, LOWEST_RANK);
}

static void
set_group (Page  *page,
           Group  group)
{
  if (page->group == group)
    return;

  g_string_append (page->html, group_tags[page->group].close);
  g_string_append (page->html, group_tags[group].open);
  page->group = group;
}

static void
append_opening (Page       *page,
                const char *tag,
                const char *class_name,
                guint       position)
{
  CpBlock *block = cp_article_get_block (page->article, position);

  g_string_append_printf (page->html, "<%s", tag);
  if (class_name != NULL)
    cp_html_append_attribute (page->html, "class", class_name);
  if (cp_block_get_role (block) == CP_BLOCK_BODY)
    {
      g_string_append_printf (page->html, " id=\"b%d\" data-start=\"%d\" data-end=\"%d\" data-paragraph=\"%d\"",
                              page->n_body_blocks, cp_block_get_start (block), cp_block_get_end (block),
                              page->n_body_blocks + 1);
      page->n_body_blocks++;
    }
  g_string_append_printf (page->html, " data-block=\"%u\"", position);
  if (page->aside && cp_block_is_moved (block))
    cp_html_append_attribute (page->html, "data-moved", _("moved by you"));
}

static void
append_element (Page       *page,
                const char *tag,
                const char *class_name,
                guint       position)
{
  CpBlock *block = cp_article_get_block (page->article, position);

  append_opening (page, tag, class_name, position);
  g_string_append (page->html, " dir=\"auto\">");
  if (cp_block_get_kind (block) == CP_BLOCK_TABLE_ROW && page->group == GROUP_TABLE)
    cp_reader_inline_append_cells (page->html, block);
  else
    cp_reader_inline_append (page->html, block);
  g_string_append_printf (page->html, "</%s>\n", tag);
}

static void
append_heading (Page  *page,
                guint  position)
{
  CpBlock *block = cp_article_get_block (page->article, position);
  char tag[] = "h2";

  tag[1] = '0' + next_heading_rank (page, CLAMP (cp_block_get_level (block), 1, LOWEST_RANK));
  append_element (page, tag, NULL, position);
}

static void
append_body_block (Page  *page,
                   guint  position)
{
  CpBlockKind kind = cp_block_get_kind (cp_article_get_block (page->article, position));

  set_group (page, kind == CP_BLOCK_LIST_ITEM ? GROUP_LIST : kind == CP_BLOCK_TABLE_ROW ? GROUP_TABLE : GROUP_NONE);

  switch (kind)
    {
    case CP_BLOCK_PARAGRAPH:
      append_element (page, "p", NULL, position);
      break;

    case CP_BLOCK_HEADING:
      append_heading (page, position);
      break;

    case CP_BLOCK_QUOTATION:
      append_element (page, "blockquote", NULL, position);
      break;

    case CP_BLOCK_LIST_ITEM:
      append_element (page, "li", NULL, position);
      break;

    case CP_BLOCK_CAPTION:
      append_element (page, "p", "caption", position);
      break;

    case CP_BLOCK_TABLE_ROW:
      append_element (page, "tr", NULL, position);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* What it is stands beside it as an attribute, so that the text is that of the block alone. */
static void
append_aside (Page       *page,
              const char *tag,
              guint       position)
{
  CpBlock *block = cp_article_get_block (page->article, position);

  append_opening (page, tag, "aside", position);
  cp_html_append_attribute (page->html, "data-kind", cp_wording_furniture (cp_block_get_furniture (block)));
  g_string_append (page->html, " dir=\"auto\">");
  cp_reader_inline_append (page->html, block);
  g_string_append_printf (page->html, "</%s>\n", tag);
}

static gboolean
is_caption (CpBlock *block)
{
  CpFurniture furniture = cp_block_get_furniture (block);

  return cp_block_get_kind (block) == CP_BLOCK_CAPTION || furniture == CP_FURNITURE_CAPTION ||
         furniture == CP_FURNITURE_CREDIT;
}

static void
append_caption (Page  *page,
                guint  position)
{
  CpBlock *block = cp_article_get_block (page->article, position);

  if (cp_block_get_role (block) == CP_BLOCK_FURNITURE && page->aside)
    append_aside (page, "figcaption", position);
  else
    append_element (page, "figcaption", NULL, position);
}

static CpResource *
take_picture (Page    *page,
              CpImage *image)
{
  CpResource *picture = g_hash_table_lookup (page->pictures, cp_image_get_resource (image));
  gsize size = picture != NULL ? g_bytes_get_size (picture->bytes) : 0;

  if (picture == NULL || size > page->room)
    return NULL;

  page->room -= size;

  return picture;
}

/* A picture takes along the captions that follow it, whether they are a part of the piece or not. */
static guint
append_figure (Page       *page,
               CpImage    *image,
               CpResource *picture,
               guint       position)
{
  g_autofree char *uri = cp_resource_dup_uri (picture);

  set_group (page, GROUP_NONE);
  g_string_append (page->html, "<figure><img");
  cp_html_append_attribute (page->html, "src", uri);
  cp_html_append_attribute (page->html, "alt", cp_image_get_alternative (image));
  g_string_append (page->html, ">\n");
  while (position < cp_article_get_n_blocks (page->article) &&
         is_caption (cp_article_get_block (page->article, position)))
    append_caption (page, position++);
  g_string_append (page->html, "</figure>\n");

  return position;
}

/* Returns: the position after the captions that went into the figures. */
static guint
append_figures (Page  *page,
                guint  position)
{
  guint n_images = cp_article_get_n_images (page->article);

  while (page->next_image < n_images)
    {
      CpImage *image = cp_article_get_image (page->article, page->next_image);
      CpResource *picture;

      if (cp_image_get_position (image) > position)
        break;

      page->next_image++;
      picture = take_picture (page, image);
      if (picture != NULL)
        position = append_figure (page, image, picture, position);
    }

  return position;
}

static void
append_block (Page  *page,
              guint  position)
{
  if (cp_block_get_role (cp_article_get_block (page->article, position)) == CP_BLOCK_BODY)
    {
      append_body_block (page, position);
    }
  else if (page->aside)
    {
      set_group (page, GROUP_NONE);
      append_aside (page, "p", position);
    }
}

static void
append_blocks (Page *page)
{
  guint n_blocks = cp_article_get_n_blocks (page->article);
  guint position = append_figures (page, 0);

  while (position < n_blocks)
    {
      append_block (page, position);
      position = append_figures (page, position + 1);
    }
  set_group (page, GROUP_NONE);
}

static GHashTable *
index_pictures (GPtrArray *resources)
{
  GHashTable *pictures = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; resources != NULL && i < resources->len; i++)
    {
      CpResource *resource = g_ptr_array_index (resources, i);

      if (cp_resource_is_image (resource))
        g_hash_table_insert (pictures, resource->name, resource);
    }

  return pictures;
}

static void
append_head (GString    *html,
             CpArticle  *article,
             const char *css)
{
  const char *language = cp_article_get_language (article);

  g_string_append (html, "<!DOCTYPE html>\n<html");
  if (language != NULL)
    cp_html_append_attribute (html, "lang", language);
  g_string_append (html, ">\n<head>\n<meta charset=\"utf-8\">\n");
  cp_html_append_style (html, css, CP_HTML_DATA_PICTURES);
  g_string_append (html, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  cp_html_append_text (html, cp_article_get_title (article));
  g_string_append (html, "</title>\n</head>\n");
}

static void
append_line (GString    *html,
             const char *tag,
             const char *class_name,
             const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append_printf (html, "<%s class=\"%s\" dir=\"auto\">", tag, class_name);
  cp_html_append_text (html, text);
  g_string_append_printf (html, "</%s>\n", tag);
}

/**
 * cp_reader_page_new:
 * @article: an article
 * @css: the style sheet of the reader view
 * @resources: (element-type CpResource) (nullable): the files that came with @article
 * @aside: whether to show the furniture too
 *
 * The page shows title (h1.title), standfirst (p.standfirst), a line on author, outlet, day and reading time
 * (p.byline) and the body, with its pictures (figure) as far as they are among @resources and weigh no more than
 * 32 MB together. Each block is an element with data-block, its position among all blocks, whose text content is
 * exactly the block's text. That of a body block has the id "b0", "b1", …, data-start and data-end, its span in
 * code points of the article's text, and data-paragraph, its number as passages give it. Furniture has the class
 * "aside" and data-kind, what it is in the user's language; captions of a picture are shown in any case. No text of
 * the article can act as markup, and the page's Content-Security-Policy lets it run and load nothing.
 *
 * Returns: (transfer full): the page
 */
char *
cp_reader_page_new (CpArticle  *article,
                    const char *css,
                    GPtrArray  *resources,
                    gboolean    aside)
{
  g_autoptr (GHashTable) pictures = index_pictures (resources);
  g_autofree char *line = NULL;
  Page page = { .article = article, .pictures = pictures, .room = MAX_PICTURES, .aside = aside };

  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (css != NULL, NULL);

  line = cp_citation_dup_line (article);
  page.html = g_string_new (NULL);
  append_head (page.html, article, css);
  g_string_append_printf (page.html, "<body%s>\n<main>\n<article>\n<header>\n", aside ? " class=\"with-aside\"" : "");
  append_line (page.html, "h1", "title", cp_article_get_title (article));
  append_line (page.html, "p", "standfirst", cp_article_get_standfirst (article));
  append_line (page.html, "p", "byline", line);
  g_string_append (page.html, "</header>\n");
  append_blocks (&page);
  g_string_append (page.html, "</article>\n</main>\n</body>\n</html>\n");

  return g_string_free (page.html, FALSE);
}
