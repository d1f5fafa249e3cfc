/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages stay on their words when blocks enter or leave the body. */

#include "config.h"

#include "cp-anchor.h"

static const char * const paragraphs[] = { "Ünder the bridge.", "The toll is fair.", "So be it.", NULL };

static CpArticle *
make_article (void)
{
  CpArticle *article = cp_article_new ();

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autoptr (CpBlock) block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, paragraphs[i]);

      cp_article_add_block (article, block);
    }

  return article;
}

static void
test_a_passage_moves_with_its_block (void)
{
  g_autoptr (CpArticle) article = make_article ();
  g_autoptr (CpArticle) without = cp_article_copy_with_role (article, 0, CP_BLOCK_FURNITURE);
  g_autoptr (CpPassage) passage = cp_passage_new_from_text (cp_article_get_text (article), 23, 27, 2);
  g_autoptr (CpPassage) moved = NULL;
  CpAnchor anchor;

  g_assert_cmpstr (cp_passage_get_quote (passage), ==, "toll");
  g_assert_true (cp_anchor_init (&anchor, article, passage));
  moved = cp_anchor_place (&anchor, without);
  g_assert_cmpint (cp_passage_get_start (moved), ==, 4);
  g_assert_cmpint (cp_passage_get_paragraph (moved), ==, 1);
  g_assert_cmpstr (cp_passage_get_quote (moved), ==, "toll");
}

static void
test_a_passage_without_its_block_has_no_place (void)
{
  g_autoptr (CpArticle) article = make_article ();
  g_autoptr (CpArticle) without = cp_article_copy_with_role (article, 1, CP_BLOCK_FURNITURE);
  g_autoptr (CpPassage) passage = cp_passage_new_from_text (cp_article_get_text (article), 23, 27, 2);
  CpAnchor anchor;

  g_assert_true (cp_anchor_init (&anchor, article, passage));
  g_assert_null (cp_anchor_place (&anchor, without));
}

static void
test_a_passage_over_several_blocks_follows_its_ends (void)
{
  g_autoptr (CpArticle) article = make_article ();
  g_autoptr (CpArticle) without = cp_article_copy_with_role (article, 1, CP_BLOCK_FURNITURE);
  g_autoptr (CpPassage) passage = cp_passage_new_from_text (cp_article_get_text (article), 10, 40, 1);
  g_autoptr (CpPassage) shorter = NULL;
  g_autoptr (CpPassage) again = NULL;
  CpAnchor anchor;

  g_assert_true (cp_anchor_init (&anchor, article, passage));
  shorter = cp_anchor_place (&anchor, without);
  g_assert_cmpstr (cp_passage_get_quote (shorter), ==, "bridge.\n\nSo");
  again = cp_anchor_place (&anchor, article);
  g_assert_cmpstr (cp_passage_get_quote (again), ==, cp_passage_get_quote (passage));
}

static void
test_a_place_outside_its_block_is_none (void)
{
  g_autoptr (CpArticle) article = make_article ();
  const CpAnchor anchor = { .first_block = 0, .first = 3, .last_block = 0, .last = 1000 };
  const CpAnchor nowhere = { .first_block = 9, .first = 0, .last_block = 9, .last = 1 };

  g_assert_null (cp_anchor_place (&anchor, article));
  g_assert_null (cp_anchor_place (&nowhere, article));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/anchor/a-passage-moves-with-its-block", test_a_passage_moves_with_its_block);
  g_test_add_func ("/anchor/without-its-block", test_a_passage_without_its_block_has_no_place);
  g_test_add_func ("/anchor/over-several-blocks", test_a_passage_over_several_blocks_follows_its_ends);
  g_test_add_func ("/anchor/outside-its-block", test_a_place_outside_its_block_is_none);

  return g_test_run ();
}
