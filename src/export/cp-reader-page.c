/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article as the HTML page of the reader view. */

#define G_LOG_DOMAIN "cp-reader-page"

#include "config.h"

#include "cp-citation.h"
#include "cp-html.h"
#include "cp-reader-page.h"

/* The title is the page's only <h1>. */
#define HIGHEST_RANK 2
#define LOWEST_RANK  6

/* The page so far, and the levels of the headings above the current one. Articles rank their headings at will:
 * torn conversions mix #### and ##, and many begin at 3. */
typedef struct
{
  GString *html;
  int      open_levels[LOWEST_RANK];
  int      depth;
  int      n_body_blocks;
  gboolean in_list;
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
append_element (Page       *page,
                const char *tag,
                const char *class_name,
                CpBlock    *block)
{
  GString *html = page->html;

  g_string_append_printf (html, "<%s", tag);
  if (class_name != NULL)
    cp_html_append_attribute (html, "class", class_name);
  g_string_append_printf (html, " id=\"b%d\" data-start=\"%d\" data-end=\"%d\" data-paragraph=\"%d\" dir=\"auto\">",
                          page->n_body_blocks, cp_block_get_start (block), cp_block_get_end (block),
                          page->n_body_blocks + 1);
  cp_html_append_text (html, cp_block_get_text (block));
  g_string_append_printf (html, "</%s>\n", tag);
  page->n_body_blocks++;
}

static void
append_heading (Page    *page,
                CpBlock *block)
{
  char tag[] = "h2";

  tag[1] = '0' + next_heading_rank (page, CLAMP (cp_block_get_level (block), 1, LOWEST_RANK));
  append_element (page, tag, NULL, block);
}

static void
set_in_list (Page     *page,
             gboolean  in_list)
{
  if (page->in_list != in_list)
    g_string_append (page->html, in_list ? "<ul>\n" : "</ul>\n");

  page->in_list = in_list;
}

static void
append_block (Page    *page,
              CpBlock *block)
{
  set_in_list (page, cp_block_get_kind (block) == CP_BLOCK_LIST_ITEM);

  switch (cp_block_get_kind (block))
    {
    case CP_BLOCK_PARAGRAPH:
    case CP_BLOCK_TABLE_ROW:
      append_element (page, "p", NULL, block);
      break;

    case CP_BLOCK_HEADING:
      append_heading (page, block);
      break;

    case CP_BLOCK_QUOTATION:
      append_element (page, "blockquote", NULL, block);
      break;

    case CP_BLOCK_LIST_ITEM:
      append_element (page, "li", NULL, block);
      break;

    case CP_BLOCK_CAPTION:
      append_element (page, "p", "caption", block);
      break;

    default:
      g_assert_not_reached ();
    }
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
  cp_html_append_style (html, css);
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
 *
 * The page shows title (h1.title), standfirst (p.standfirst), a line on author, outlet, day and reading time
 * (p.byline) and the body; furniture is left out. Each body block is an element with the id "b0", "b1", …
 * whose text content is exactly the block's text, with data-start and data-end, its span in code points of the
 * article's text, and data-paragraph, its number as passages give it. No text of the article can act as
 * markup, and the page's Content-Security-Policy lets it run and load nothing.
 *
 * Returns: (transfer full): the page
 */
char *
cp_reader_page_new (CpArticle  *article,
                    const char *css)
{
  g_autofree char *line = NULL;
  Page page = { NULL };

  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (css != NULL, NULL);

  line = cp_citation_dup_line (article);
  page.html = g_string_new (NULL);
  append_head (page.html, article, css);
  g_string_append (page.html, "<body>\n<main>\n<article>\n<header>\n");
  append_line (page.html, "h1", "title", cp_article_get_title (article));
  append_line (page.html, "p", "standfirst", cp_article_get_standfirst (article));
  append_line (page.html, "p", "byline", line);
  g_string_append (page.html, "</header>\n");

  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      CpBlock *block = cp_article_get_block (article, i);

      if (cp_block_get_role (block) == CP_BLOCK_BODY)
        append_block (&page, block);
    }
  set_in_list (&page, FALSE);

  g_string_append (page.html, "</article>\n</main>\n</body>\n</html>\n");

  return g_string_free (page.html, FALSE);
}
