/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of articles laid side by side. */

#include "config.h"

#include "cp-analyzer.h"
#include "cp-comparer.h"

#include "analysis-pieces.h"

#include <string.h>

static CpComparison *
compare (CpArticle *first,
         ...)
{
  g_autoptr (CpAnalyzer) analyzer = cp_analyzer_new ();
  g_autoptr (CpComparer) comparer = cp_comparer_new ();
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autoptr (GPtrArray) themes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  CpComparison *comparison;
  va_list rest;

  va_start (rest, first);
  for (CpArticle *article = first; article != NULL; article = va_arg (rest, CpArticle *))
    {
      g_ptr_array_add (articles, article);
      g_ptr_array_add (themes, cp_analyzer_suggest_themes (analyzer, article, NULL, &error));
      g_assert_no_error (error);
    }
  va_end (rest);

  comparison = cp_comparer_compare (comparer, articles, themes, NULL, &error);
  g_assert_no_error (error);

  return comparison;
}

static guint
count_shared (CpComparison *comparison)
{
  GListModel *themes = cp_comparison_list_themes (comparison);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpComparedTheme) theme = g_list_model_get_item (themes, i);

      n += cp_compared_theme_is_shared (theme);
    }

  return n;
}

static void
test_two_sides_of_one_matter_share_themes (void)
{
  g_autoptr (CpArticle) a = read_piece ("Take out the mill dam", "mill-dam-remove.md");
  g_autoptr (CpArticle) b = read_piece ("Keep the mill dam", "mill-dam-keep.md");
  g_autoptr (CpComparison) comparison = compare (a, b, NULL);
  GListModel *themes = cp_comparison_list_themes (comparison);

  g_assert_cmpuint (count_shared (comparison), >=, 3);
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpComparedTheme) theme = g_list_model_get_item (themes, i);

      if (!cp_compared_theme_is_shared (theme))
        continue;
      g_assert_cmpuint (cp_theme_get_n_passages (cp_compared_theme_get_side (theme, 0)), >, 0);
      g_assert_cmpuint (cp_theme_get_n_passages (cp_compared_theme_get_side (theme, 1)), >, 0);
      g_assert_cmpfloat (cp_theme_get_salience (cp_compared_theme_get_side (theme, 0)), >, 0.0);
      g_assert_cmpfloat (cp_theme_get_salience (cp_compared_theme_get_side (theme, 1)), >, 0.0);
    }
}

/* The piece that would keep the dam has a theme that ranges over more than the other piece answers. */
static void
test_a_side_has_only_passages_of_its_theme (void)
{
  g_autoptr (CpArticle) a = read_piece ("Take out the mill dam", "mill-dam-remove.md");
  g_autoptr (CpArticle) b = read_piece ("Keep the mill dam", "mill-dam-keep.md");
  g_autoptr (CpComparison) comparison = compare (a, b, NULL);
  GListModel *compared = cp_comparison_list_themes (comparison);
  guint n_in_sides = 0, n_in_themes = 0;

  for (guint i = 0; i < g_list_model_get_n_items (compared); i++)
    {
      g_autoptr (CpComparedTheme) row = g_list_model_get_item (compared, i);

      for (guint article = 0; article < 2; article++)
        {
          CpTheme *side = cp_compared_theme_get_side (row, article);
          GListModel *themes = cp_comparison_get_themes_of (comparison, article);

          for (guint j = 0; side != NULL && j < g_list_model_get_n_items (themes); j++)
            {
              g_autoptr (CpTheme) theme = g_list_model_get_item (themes, j);

              if (g_strcmp0 (cp_theme_get_id (theme), cp_theme_get_id (side)) != 0)
                continue;
              n_in_sides += cp_theme_get_n_passages (side);
              n_in_themes += cp_theme_get_n_passages (theme);
              g_assert_cmpuint (cp_theme_get_n_passages (side), <=, cp_theme_get_n_passages (theme));
            }
        }
    }

  g_assert_cmpuint (n_in_sides, >, 0);
  g_assert_cmpuint (n_in_sides, <, n_in_themes);
}

static void
test_unrelated_pieces_share_next_to_nothing (void)
{
  g_autoptr (CpArticle) a = read_piece ("Take out the mill dam", "mill-dam-remove.md");
  g_autoptr (CpArticle) b = read_piece ("Sleeping cars", "night-trains.md");
  g_autoptr (CpComparison) comparison = compare (a, b, NULL);

  g_assert_cmpuint (count_shared (comparison), <=, 1);
  g_assert_cmpuint (g_list_model_get_n_items (cp_comparison_list_themes (comparison)), >=, 6);
}

static void
test_alignments_say_why (void)
{
  g_autoptr (CpArticle) a = read_piece ("Take out the mill dam", "mill-dam-remove.md");
  g_autoptr (CpArticle) b = read_piece ("Keep the mill dam", "mill-dam-keep.md");
  g_autoptr (CpComparison) comparison = compare (a, b, NULL);
  GListModel *alignments = cp_comparison_list_alignments (comparison);
  guint n_explained = 0;

  g_assert_cmpuint (g_list_model_get_n_items (alignments), >, 2);
  for (guint i = 0; i < g_list_model_get_n_items (alignments); i++)
    {
      g_autoptr (CpAlignment) alignment = g_list_model_get_item (alignments, i);

      g_assert_cmpfloat (cp_alignment_get_score (alignment), >, 0.0);
      g_assert_cmpfloat (cp_alignment_get_score (alignment), <=, 1.0);
      n_explained += cp_alignment_get_because (alignment)[0] != NULL;
    }
  g_assert_cmpuint (n_explained, ==, g_list_model_get_n_items (alignments));
}

/* A single word in lower case, such as "hour", is no reason. */
static void
test_one_common_word_aligns_nothing (void)
{
  g_autoptr (CpArticle) a = read_piece ("Take out the mill dam", "mill-dam-remove.md");
  g_autoptr (CpArticle) b = read_piece ("Keep the mill dam", "mill-dam-keep.md");
  g_autoptr (CpComparison) comparison = compare (a, b, NULL);
  GListModel *alignments = cp_comparison_list_alignments (comparison);

  for (guint i = 0; i < g_list_model_get_n_items (alignments); i++)
    {
      g_autoptr (CpAlignment) alignment = g_list_model_get_item (alignments, i);
      const char * const *because = cp_alignment_get_because (alignment);
      gboolean is_single = because[1] == NULL && strpbrk (because[0], " -’'") == NULL;

      g_assert_true (!is_single || g_unichar_isupper (g_utf8_get_char (because[0])));
    }
}

static gboolean
has_cue (CpComparison *comparison,
         CpCueKind     kind,
         const char   *a,
         const char   *b)
{
  GListModel *alignments = cp_comparison_list_alignments (comparison);

  for (guint i = 0; i < g_list_model_get_n_items (alignments); i++)
    {
      g_autoptr (CpAlignment) alignment = g_list_model_get_item (alignments, i);

      for (guint j = 0; j < cp_alignment_get_n_cues (alignment); j++)
        {
          const CpCue *cue = cp_alignment_get_cue (alignment, j);

          if (cue->kind == kind && g_str_equal (cue->a, a) && g_str_equal (cue->b, b))
            return TRUE;
        }
    }

  return FALSE;
}

static void
test_cues_show_what_differs (void)
{
  g_autoptr (CpArticle) a = make_piece ("A", "en", "The harbour tunnel must cost 40 million crowns this decade.");
  g_autoptr (CpArticle) b = make_piece ("B", "en", "The harbour tunnel may not cost 70 million crowns this decade.");
  g_autoptr (CpComparison) comparison = compare (a, b, NULL);

  g_assert_true (has_cue (comparison, CP_CUE_MODALITY, "must", "may"));
  g_assert_true (has_cue (comparison, CP_CUE_NEGATION, "", "not cost"));
  g_assert_true (has_cue (comparison, CP_CUE_FIGURE, "40", "70"));
}

static void
test_lone_possibility_is_no_cue (void)
{
  g_autoptr (CpArticle) a = make_piece ("A", "en", "The harbour tunnel would open this decade.");
  g_autoptr (CpArticle) b = make_piece ("B", "en", "The harbour tunnel opens this decade.");
  g_autoptr (CpArticle) c = make_piece ("C", "en", "The harbour tunnel should open this decade.");
  g_autoptr (CpComparison) possible = compare (a, b, NULL);
  g_autoptr (CpComparison) obliged = compare (c, b, NULL);

  g_assert_false (has_cue (possible, CP_CUE_MODALITY, "would", ""));
  g_assert_true (has_cue (obliged, CP_CUE_MODALITY, "should", ""));
}

static void
test_key_words_belong_to_one_side (void)
{
  g_autoptr (CpArticle) a = read_piece ("Take out the mill dam", "mill-dam-remove.md");
  g_autoptr (CpArticle) b = read_piece ("Sleeping cars", "night-trains.md");
  g_autoptr (CpComparison) comparison = compare (a, b, NULL);
  const CpKeyword *first;

  g_assert_cmpuint (cp_comparison_get_n_keywords (comparison), >, 0);
  first = cp_comparison_get_keyword (comparison, 0);
  g_assert_cmpuint (first->article, ==, 0);
  g_assert_cmpstr (first->word, ==, "dam");
  g_assert_cmpuint (first->reference_count, ==, 0);
}

static void
test_copies_are_recognised (void)
{
  g_autoptr (CpArticle) a = read_piece ("One", "mill-dam-keep.md");
  g_autoptr (CpArticle) b = read_piece ("Two", "mill-dam-keep.md");
  g_autoptr (CpArticle) c = read_piece ("Three", "night-trains.md");
  g_autoptr (CpComparison) copies = compare (a, b, NULL);
  g_autoptr (CpComparison) others = compare (a, c, NULL);

  g_assert_cmpint (cp_comparison_get_overlap (copies), ==, CP_OVERLAP_COPY);
  g_assert_cmpint (cp_comparison_get_overlap (others), ==, CP_OVERLAP_NONE);
}

static void
test_three_pieces_stand_side_by_side (void)
{
  g_autoptr (CpArticle) a = read_piece ("Take out the mill dam", "mill-dam-remove.md");
  g_autoptr (CpArticle) b = read_piece ("Keep the mill dam", "mill-dam-keep.md");
  g_autoptr (CpArticle) c = read_piece ("Sleeping cars", "night-trains.md");
  g_autoptr (CpComparison) comparison = compare (a, b, c, NULL);
  GListModel *themes = cp_comparison_list_themes (comparison);

  g_assert_cmpuint (cp_comparison_get_n_articles (comparison), ==, 3);
  g_assert_cmpuint (count_shared (comparison), >=, 3);
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpComparedTheme) theme = g_list_model_get_item (themes, i);

      g_assert_cmpuint (cp_compared_theme_get_n_sides (theme), ==, 3);
    }
}

static void
test_empty_article_can_be_compared (void)
{
  g_autoptr (CpArticle) a = read_piece ("Sleeping cars", "night-trains.md");
  g_autoptr (CpArticle) b = make_piece ("Nothing", "en", "");
  g_autoptr (CpComparison) comparison = compare (a, b, NULL);

  g_assert_cmpuint (count_shared (comparison), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (cp_comparison_list_alignments (comparison)), ==, 0);
}

static void
test_cancelled_comparison_says_so (void)
{
  g_autoptr (CpComparer) comparer = cp_comparer_new ();
  g_autoptr (CpArticle) a = read_piece ("Sleeping cars", "night-trains.md");
  g_autoptr (GListStore) none = g_list_store_new (CP_TYPE_THEME);
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autoptr (GPtrArray) themes = g_ptr_array_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_ptr_array_add (articles, a);
      g_ptr_array_add (themes, none);
    }
  g_cancellable_cancel (cancellable);
  g_assert_null (cp_comparer_compare (comparer, articles, themes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/comparer/two-sides-of-one-matter-share-themes",
                   test_two_sides_of_one_matter_share_themes);
  g_test_add_func ("/analysis/comparer/unrelated-pieces-share-next-to-nothing",
                   test_unrelated_pieces_share_next_to_nothing);
  g_test_add_func ("/analysis/comparer/a-side-has-only-its-passages", test_a_side_has_only_passages_of_its_theme);
  g_test_add_func ("/analysis/comparer/alignments-say-why", test_alignments_say_why);
  g_test_add_func ("/analysis/comparer/one-common-word-aligns-nothing", test_one_common_word_aligns_nothing);
  g_test_add_func ("/analysis/comparer/cues-show-what-differs", test_cues_show_what_differs);
  g_test_add_func ("/analysis/comparer/lone-possibility-is-no-cue", test_lone_possibility_is_no_cue);
  g_test_add_func ("/analysis/comparer/key-words-belong-to-one-side", test_key_words_belong_to_one_side);
  g_test_add_func ("/analysis/comparer/copies-are-recognised", test_copies_are_recognised);
  g_test_add_func ("/analysis/comparer/three-pieces-stand-side-by-side", test_three_pieces_stand_side_by_side);
  g_test_add_func ("/analysis/comparer/empty-article-can-be-compared", test_empty_article_can_be_compared);
  g_test_add_func ("/analysis/comparer/cancelled-comparison-says-so", test_cancelled_comparison_says_so);

  return g_test_run ();
}
