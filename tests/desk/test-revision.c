/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed between two editions of a piece is told paragraph by paragraph. */

#include "config.h"

#include "cp-revision.h"

static CpArticle *
make_article (const char * const *paragraphs)
{
  CpArticle *article = cp_article_new ();

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autoptr (CpBlock) block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, paragraphs[i]);

      cp_article_add_block (article, block);
    }

  return article;
}

static CpRevision *
compare (const char * const *before,
         const char * const *after)
{
  g_autoptr (CpArticle) older = make_article (before);
  g_autoptr (CpArticle) newer = make_article (after);

  return cp_revision_new (older, newer);
}

static void
assert_counts (const CpRevision *revision,
               guint             n_same,
               guint             n_added,
               guint             n_removed,
               guint             n_changed)
{
  g_assert_cmpuint (revision->n_same, ==, n_same);
  g_assert_cmpuint (revision->n_added, ==, n_added);
  g_assert_cmpuint (revision->n_removed, ==, n_removed);
  g_assert_cmpuint (revision->n_changed, ==, n_changed);
  g_assert_cmpuint (revision->changes->len, ==, n_added + n_removed + n_changed);
}

static void
test_the_same_text_has_no_changes (void)
{
  static const char * const text[] = { "The toll is fair.", "The ferry is slow.", NULL };
  g_autoptr (CpRevision) revision = compare (text, text);

  assert_counts (revision, 2, 0, 0, 0);
}

static void
test_each_change_is_told_in_its_place (void)
{
  static const char * const before[] = {
    "The toll is fair.", "The ferry is slow and the crew is small.", "Nobody counts the lorries.", "So be it.", NULL
  };
  static const char * const after[] = {
    "The toll is fair.", "The ferry is fast and the crew is small.", "So be it.", "Vote on Sunday.", NULL
  };
  g_autoptr (CpRevision) revision = compare (before, after);
  const CpChange *changed, *removed, *added;

  assert_counts (revision, 2, 1, 1, 1);
  changed = g_ptr_array_index (revision->changes, 0);
  removed = g_ptr_array_index (revision->changes, 1);
  added = g_ptr_array_index (revision->changes, 2);
  g_assert_cmpint (changed->kind, ==, CP_CHANGE_CHANGED);
  g_assert_cmpstr (changed->before, ==, before[1]);
  g_assert_cmpstr (changed->after, ==, after[1]);
  g_assert_cmpint (removed->kind, ==, CP_CHANGE_REMOVED);
  g_assert_cmpstr (removed->before, ==, before[2]);
  g_assert_null (removed->after);
  g_assert_cmpint (added->kind, ==, CP_CHANGE_ADDED);
  g_assert_cmpstr (added->after, ==, after[3]);
}

static void
test_other_words_are_another_paragraph (void)
{
  static const char * const before[] = { "The ferry serves the islands.", NULL };
  static const char * const after[] = { "Steel prices rise every year.", NULL };
  g_autoptr (CpRevision) revision = compare (before, after);

  assert_counts (revision, 0, 1, 1, 0);
}

static void
test_an_edition_without_text_is_all_removed (void)
{
  static const char * const before[] = { "One.", "Two.", NULL };
  static const char * const after[] = { NULL };
  g_autoptr (CpRevision) revision = compare (before, after);

  assert_counts (revision, 0, 0, 2, 0);
}

static void
test_a_text_without_end_is_compared_in_time (void)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CpRevision) revision = NULL;

  for (int i = 0; i < 20000; i++)
    {
      g_ptr_array_add (before, g_strdup_printf ("Line %d", i));
      g_ptr_array_add (after, g_strdup_printf ("Verse %d", i));
    }
  g_ptr_array_add (before, NULL);
  g_ptr_array_add (after, NULL);
  revision = compare ((const char * const *) before->pdata, (const char * const *) after->pdata);
  assert_counts (revision, 0, 20000, 20000, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/revision/the-same-text", test_the_same_text_has_no_changes);
  g_test_add_func ("/revision/each-change-in-its-place", test_each_change_is_told_in_its_place);
  g_test_add_func ("/revision/other-words", test_other_words_are_another_paragraph);
  g_test_add_func ("/revision/an-edition-without-text", test_an_edition_without_text_is_all_removed);
  g_test_add_func ("/revision/a-text-without-end", test_a_text_without_end_is_compared_in_time);

  return g_test_run ();
}
