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

static void
test_accents_are_written_in_either_way (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autoptr (CpBlock) block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, "Le café de la gare reste ouvert.");
  g_autoptr (CpAnnotation) annotation = cp_annotation_new ("w3c", "cafe\xCC\x81 de la gare", NULL);
  g_autoptr (CpHighlight) highlight = NULL;

  cp_article_add_block (article, block);
  highlight = cp_annotation_place (annotation, article);

  g_assert_cmpstr (cp_passage_get_quote (cp_highlight_get_passage (highlight)), ==, "café de la gare");
}

static void
test_words_around_what_is_not_in_the_text_are_found (void)
{
  g_autoptr (CpArticle) article = make_article ();
  g_autoptr (CpAnnotation) annotation =
    cp_annotation_new ("w3c", "The toll “is not a tax”, says the mayor. The gate at noon The toll is fair. The toll is slow.", NULL);
  g_autoptr (CpHighlight) highlight = cp_annotation_place (annotation, article);

  g_assert_cmpstr (cp_passage_get_quote (cp_highlight_get_passage (highlight)), ==,
                   "The toll “is not a tax”, says the mayor.\n\nThe toll is fair. The toll is slow");
}

static void
test_the_same_words_again_are_the_next_ones (void)
{
  g_autoptr (CpArticle) article = make_article ();
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_annotation_free);
  g_autoptr (GListStore) highlights = g_list_store_new (CP_TYPE_HIGHLIGHT);
  static const int starts[] = { 0, 42, 60 };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    g_ptr_array_add (annotations, cp_annotation_new ("omnivore", "The toll", NULL));
  cp_annotations_place (annotations, article, highlights);

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (CpHighlight) highlight = g_list_model_get_item (G_LIST_MODEL (highlights), i);

      g_assert_cmpint (cp_passage_get_start (cp_highlight_get_passage (highlight)), ==, starts[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/annotation/words-are-found-whatever-stands-between-them", test_words_are_found_whatever_stands_between_them);
  g_test_add_func ("/annotation/the-context-chooses-among-the-same-words", test_the_context_chooses_among_the_same_words);
  g_test_add_func ("/annotation/words-that-are-not-there-are-kept-unplaced", test_words_that_are_not_there_are_kept_unplaced);
  g_test_add_func ("/annotation/accents", test_accents_are_written_in_either_way);
  g_test_add_func ("/annotation/words-around-what-is-missing", test_words_around_what_is_not_in_the_text_are_found);
  g_test_add_func ("/annotation/the-same-words-again", test_the_same_words_again_are_the_next_ones);

  return g_test_run ();
}
