/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of finding the place of what was highlighted elsewhere. */

#include "config.h"

#include "cp-annotation.h"

static CpArticle *
make_article (void)
{
  static const char * const paragraphs[] = {
    "The toll “is not a tax”, says the mayor.", "The toll is fair. The toll is slow.", NULL
  };
  CpArticle *article = cp_article_new ();

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autoptr (CpBlock) block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, paragraphs[i]);

      cp_article_add_block (article, block);
    }

  return article;
}

static void
test_words_are_found_whatever_stands_between_them (void)
{
  g_autoptr (CpArticle) article = make_article ();
  g_autoptr (CpAnnotation) annotation = cp_annotation_new ("omnivore", "\"is not  a\ntax\", says the mayor. The toll", "A note");
  g_autoptr (CpHighlight) highlight = cp_annotation_place (annotation, article);
  CpPassage *passage = cp_highlight_get_passage (highlight);

  g_assert_true (cp_highlight_is_placed (highlight));
  g_assert_cmpstr (cp_passage_get_quote (passage), ==, "is not a tax”, says the mayor.\n\nThe toll");
  g_assert_cmpint (cp_passage_get_start (passage), ==, 10);
  g_assert_cmpint (cp_passage_get_paragraph (passage), ==, 1);
  g_assert_cmpstr (cp_highlight_get_note (highlight), ==, "A note");
}

static void
test_the_context_chooses_among_the_same_words (void)
{
  g_autoptr (CpArticle) article = make_article ();
  g_autoptr (CpAnnotation) annotation = cp_annotation_new ("w3c", "The toll", NULL);
  g_autoptr (CpHighlight) highlight = NULL;

  g_free (annotation->prefix);
  annotation->prefix = g_strdup ("is fair. ");
  highlight = cp_annotation_place (annotation, article);

  g_assert_cmpstr (cp_passage_get_suffix (cp_highlight_get_passage (highlight)), ==, " is slow.");
  g_assert_cmpint (cp_passage_get_paragraph (cp_highlight_get_passage (highlight)), ==, 2);
}

static void
test_words_that_are_not_there_are_kept_unplaced (void)
{
  g_autoptr (CpArticle) article = make_article ();
  g_autoptr (CpAnnotation) annotation = cp_annotation_new ("w3c", "A bridge too far", NULL);
  g_autoptr (CpHighlight) highlight = cp_annotation_place (annotation, article);

  g_assert_false (cp_highlight_is_placed (highlight));
  g_assert_cmpstr (cp_passage_get_quote (cp_highlight_get_passage (highlight)), ==, "A bridge too far");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/annotation/words-are-found-whatever-stands-between-them", test_words_are_found_whatever_stands_between_them);
  g_test_add_func ("/annotation/the-context-chooses-among-the-same-words", test_the_context_chooses_among_the_same_words);
  g_test_add_func ("/annotation/words-that-are-not-there-are-kept-unplaced", test_words_that_are_not_there_are_kept_unplaced);

  return g_test_run ();
}
