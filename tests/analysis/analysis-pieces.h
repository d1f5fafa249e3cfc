/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles for the tests of this layer, out of the plainest Markdown. */

#pragma once

#include "cp-article.h"

#include <string.h>

/* Makes an article of paragraphs divided by empty lines; "## " begins a heading. */
static inline CpArticle *
make_piece (const char *title,
            const char *language,
            const char *text)
{
  CpArticle *article = cp_article_new ();
  g_auto (GStrv) blocks = g_strsplit (text, "\n\n", -1);

  cp_article_set_id (article, title);
  cp_article_set_title (article, title);
  cp_article_set_language (article, language);
  for (guint i = 0; blocks[i] != NULL; i++)
    {
      gboolean is_heading = g_str_has_prefix (blocks[i], "## ");
      const char *content = g_strstrip (blocks[i] + (is_heading ? 3 : 0));
      g_autoptr (CpBlock) block = cp_block_new (is_heading ? CP_BLOCK_HEADING : CP_BLOCK_PARAGRAPH,
                                                CP_BLOCK_BODY, is_heading ? 2 : 0, content);

      if (content[0] != '\0')
        cp_article_add_block (article, block);
    }

  return article;
}

static inline CpArticle *
read_piece (const char *title,
            const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "analysis", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return make_piece (title, "en", text);
}
