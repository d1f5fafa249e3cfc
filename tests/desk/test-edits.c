/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reviewer changes is saved at once, can be undone, and is there after reopening. */

#include "config.h"

#include "desk-fixture.h"

typedef struct
{
  DeskFixture  base;
  CpArticle   *article;
  CpTheme     *theme;
  char        *id;
  char        *label;
} EditFixture;

static void
set_up (EditFixture   *fixture,
        gconstpointer  data)
{
  desk_fixture_set_up (&fixture->base, data);
  fixture->article = desk_fixture_add (&fixture->base, "bridge.md", desk_fixture_bridge);
  fixture->theme = desk_fixture_get_theme (&fixture->base, fixture->article, 0);
  fixture->id = g_strdup (cp_article_get_id (fixture->article));
  fixture->label = g_strdup (cp_theme_get_label (fixture->theme));
}

static void
tear_down (EditFixture   *fixture,
           gconstpointer  data)
{
  desk_fixture_tear_down (&fixture->base, data);
  g_free (fixture->id);
  g_free (fixture->label);
}

static void
reopen (EditFixture *fixture)
{
  desk_fixture_reopen (&fixture->base);
  fixture->article = cp_desk_get_article (fixture->base.desk, fixture->id);
  fixture->theme = fixture->article != NULL ? desk_fixture_get_theme (&fixture->base, fixture->article, 0) : NULL;
}

static CpHistory *
get_history (EditFixture *fixture)
{
  return cp_desk_get_history (fixture->base.desk);
}

static guint
count_themes (EditFixture *fixture)
{
  return g_list_model_get_n_items (cp_desk_get_themes (fixture->base.desk, fixture->article));
}

static guint
count_articles (EditFixture *fixture)
{
  return g_list_model_get_n_items (cp_desk_list_articles (fixture->base.desk));
}

static void
test_an_accepted_theme_stays_accepted (EditFixture   *fixture,
                                       gconstpointer  data)
{
  g_assert_cmpint (cp_theme_get_provenance (fixture->theme), ==, CP_PROVENANCE_SUGGESTED);
  g_assert_true (cp_desk_accept_theme (fixture->base.desk, fixture->article, fixture->theme));
  g_assert_cmpint (cp_theme_get_provenance (fixture->theme), ==, CP_PROVENANCE_ACCEPTED);
  reopen (fixture);
  g_assert_cmpint (cp_theme_get_provenance (fixture->theme), ==, CP_PROVENANCE_ACCEPTED);
}

static void
test_accepting_twice_is_one_edit (EditFixture   *fixture,
                                  gconstpointer  data)
{
  g_assert_true (cp_desk_accept_theme (fixture->base.desk, fixture->article, fixture->theme));
  g_assert_false (cp_desk_accept_theme (fixture->base.desk, fixture->article, fixture->theme));
  g_assert_true (cp_history_undo (get_history (fixture)));
  g_assert_false (cp_history_get_can_undo (get_history (fixture)));
}

static void
test_a_renamed_theme_keeps_its_suggested_label (EditFixture   *fixture,
                                                gconstpointer  data)
{
  g_assert_true (cp_desk_rename_theme (fixture->base.desk, fixture->article, fixture->theme, "  Who pays "));
  reopen (fixture);
  g_assert_cmpstr (cp_theme_get_label (fixture->theme), ==, "Who pays");
  g_assert_cmpstr (cp_theme_get_suggested_label (fixture->theme), ==, fixture->label);
  g_assert_cmpint (cp_theme_get_provenance (fixture->theme), ==, CP_PROVENANCE_EDITED);
}

static void
test_the_suggested_name_again_is_an_accepted_theme (EditFixture   *fixture,
                                                    gconstpointer  data)
{
  g_assert_true (cp_desk_rename_theme (fixture->base.desk, fixture->article, fixture->theme, "Who pays"));
  g_assert_true (cp_desk_rename_theme (fixture->base.desk, fixture->article, fixture->theme, fixture->label));
  g_assert_cmpint (cp_theme_get_provenance (fixture->theme), ==, CP_PROVENANCE_ACCEPTED);
}

static void
test_an_empty_or_equal_name_changes_nothing (EditFixture   *fixture,
                                             gconstpointer  data)
{
  g_assert_false (cp_desk_rename_theme (fixture->base.desk, fixture->article, fixture->theme, " "));
  g_assert_false (cp_desk_rename_theme (fixture->base.desk, fixture->article, fixture->theme, fixture->label));
  g_assert_cmpint (cp_theme_get_provenance (fixture->theme), ==, CP_PROVENANCE_SUGGESTED);
  g_assert_false (cp_history_get_can_undo (get_history (fixture)));
}

static void
test_undone_and_redone_edits_are_saved (EditFixture   *fixture,
                                        gconstpointer  data)
{
  g_assert_true (cp_desk_rename_theme (fixture->base.desk, fixture->article, fixture->theme, "Who pays"));
  g_assert_true (cp_history_undo (get_history (fixture)));
  g_assert_cmpstr (cp_theme_get_label (fixture->theme), ==, fixture->label);
  g_assert_cmpint (cp_theme_get_provenance (fixture->theme), ==, CP_PROVENANCE_SUGGESTED);
  reopen (fixture);
  g_assert_cmpstr (cp_theme_get_label (fixture->theme), ==, fixture->label);

  g_assert_true (cp_desk_rename_theme (fixture->base.desk, fixture->article, fixture->theme, "Who pays"));
  g_assert_true (cp_history_undo (get_history (fixture)));
  g_assert_true (cp_history_redo (get_history (fixture)));
  reopen (fixture);
  g_assert_cmpstr (cp_theme_get_label (fixture->theme), ==, "Who pays");
}

static void
test_a_removed_theme_comes_back_in_its_place (EditFixture   *fixture,
                                              gconstpointer  data)
{
  guint n_themes = count_themes (fixture);

  g_assert_cmpuint (n_themes, >=, 2);
  g_assert_true (cp_desk_remove_theme (fixture->base.desk, fixture->article, fixture->theme));
  g_assert_cmpuint (count_themes (fixture), ==, n_themes - 1);
  g_assert_cmpuint (cp_article_get_n_removed_themes (fixture->article), ==, 1);
  g_assert_true (cp_history_undo (get_history (fixture)));
  g_assert_true (desk_fixture_get_theme (&fixture->base, fixture->article, 0) == fixture->theme);
  g_assert_cmpuint (cp_article_get_n_removed_themes (fixture->article), ==, 0);
  reopen (fixture);
  g_assert_cmpuint (count_themes (fixture), ==, n_themes);
  g_assert_cmpstr (cp_theme_get_label (fixture->theme), ==, fixture->label);
}

static void
test_a_removed_theme_stays_away_and_is_counted (EditFixture   *fixture,
                                                gconstpointer  data)
{
  guint n_themes = count_themes (fixture);

  g_assert_true (cp_desk_remove_theme (fixture->base.desk, fixture->article, fixture->theme));
  reopen (fixture);
  g_assert_cmpuint (count_themes (fixture), ==, n_themes - 1);
  g_assert_cmpuint (cp_article_get_n_removed_themes (fixture->article), ==, 1);
}

static void
test_a_theme_of_another_article_is_refused (EditFixture   *fixture,
                                            gconstpointer  data)
{
  g_autoptr (CpTheme) stranger = cp_theme_new ("stranger", NULL, 0.5);

  g_assert_false (cp_desk_accept_theme (fixture->base.desk, fixture->article, stranger));
  g_assert_false (cp_desk_rename_theme (fixture->base.desk, fixture->article, stranger, "other"));
  g_assert_false (cp_desk_remove_theme (fixture->base.desk, fixture->article, stranger));
}

static void
test_tags_are_tidied_saved_and_undone (EditFixture   *fixture,
                                       gconstpointer  data)
{
  static const char * const untidy[] = { "tolls ", "", "bridges", " tolls", NULL };
  static const char * const tidy[] = { "bridges", "tolls", NULL };
  static const char * const none[] = { NULL };

  g_assert_true (cp_desk_set_tags (fixture->base.desk, fixture->article, untidy));
  g_assert_cmpstrv (cp_article_get_tags (fixture->article), tidy);
  g_assert_false (cp_desk_set_tags (fixture->base.desk, fixture->article, tidy));
  g_assert_true (cp_history_undo (get_history (fixture)));
  g_assert_cmpstrv (cp_article_get_tags (fixture->article), none);
  g_assert_true (cp_history_redo (get_history (fixture)));
  reopen (fixture);
  g_assert_cmpstrv (cp_article_get_tags (fixture->article), tidy);
}

static void
test_a_removed_article_comes_back_in_its_place (EditFixture   *fixture,
                                                gconstpointer  data)
{
  g_autoptr (CpArticle) last = NULL;

  desk_fixture_add (&fixture->base, "ferry.md", desk_fixture_ferry);
  g_assert_true (cp_desk_remove_article (fixture->base.desk, fixture->article));
  g_assert_cmpuint (count_articles (fixture), ==, 1);
  g_assert_null (cp_desk_get_article (fixture->base.desk, fixture->id));
  desk_fixture_add (&fixture->base, "new.md", "# New\n\nA new letter came while the old one was away.\n");
  g_assert_true (cp_history_undo (get_history (fixture)));
  g_assert_true (cp_desk_get_article (fixture->base.desk, fixture->id) == fixture->article);
  last = g_list_model_get_item (cp_desk_list_articles (fixture->base.desk), 2);
  g_assert_true (last == fixture->article);
}

static void
test_edits_before_a_removal_can_be_undone_after_it (EditFixture   *fixture,
                                                    gconstpointer  data)
{
  g_assert_true (cp_desk_rename_theme (fixture->base.desk, fixture->article, fixture->theme, "Who pays"));
  g_assert_true (cp_desk_remove_article (fixture->base.desk, fixture->article));
  g_assert_true (cp_history_undo (get_history (fixture)));
  g_assert_true (cp_history_undo (get_history (fixture)));
  g_assert_cmpstr (cp_theme_get_label (fixture->theme), ==, fixture->label);
  g_assert_true (cp_history_redo (get_history (fixture)));
  g_assert_true (cp_history_redo (get_history (fixture)));
  g_assert_cmpuint (count_articles (fixture), ==, 0);
}

static void
test_a_removed_article_is_gone_after_reopening (EditFixture   *fixture,
                                                gconstpointer  data)
{
  g_assert_true (cp_desk_remove_article (fixture->base.desk, fixture->article));
  reopen (fixture);
  g_assert_null (fixture->article);
  g_assert_cmpuint (count_articles (fixture), ==, 0);
  g_assert_false (cp_library_contains (fixture->base.library, fixture->id));
}

static void
test_importing_a_removed_article_brings_back_the_same (EditFixture   *fixture,
                                                       gconstpointer  data)
{
  g_assert_true (cp_desk_rename_theme (fixture->base.desk, fixture->article, fixture->theme, "Who pays"));
  g_assert_true (cp_desk_remove_article (fixture->base.desk, fixture->article));
  g_assert_true (desk_fixture_add (&fixture->base, "again.md", desk_fixture_bridge) == fixture->article);
  g_assert_cmpuint (count_articles (fixture), ==, 1);

  /* Undoing the removal of an article that is back already leaves it alone. */
  g_assert_true (cp_history_undo (get_history (fixture)));
  g_assert_cmpuint (count_articles (fixture), ==, 1);
  reopen (fixture);
  g_assert_cmpstr (cp_theme_get_label (fixture->theme), ==, "Who pays");
}

static void
test_the_history_says_what_it_would_undo (EditFixture   *fixture,
                                          gconstpointer  data)
{
  g_assert_null (cp_history_get_undo_label (get_history (fixture)));
  g_assert_true (cp_desk_accept_theme (fixture->base.desk, fixture->article, fixture->theme));
  g_assert_cmpstr (cp_history_get_undo_label (get_history (fixture)), ==, "Accept Theme");
  g_assert_true (cp_history_undo (get_history (fixture)));
  g_assert_null (cp_history_get_undo_label (get_history (fixture)));
  g_assert_cmpstr (cp_history_get_redo_label (get_history (fixture)), ==, "Accept Theme");
}

static void
test_a_new_edit_ends_what_could_be_redone (EditFixture   *fixture,
                                           gconstpointer  data)
{
  g_assert_true (cp_desk_accept_theme (fixture->base.desk, fixture->article, fixture->theme));
  g_assert_true (cp_history_undo (get_history (fixture)));
  g_assert_true (cp_desk_rename_theme (fixture->base.desk, fixture->article, fixture->theme, "Who pays"));
  g_assert_false (cp_history_get_can_redo (get_history (fixture)));
  g_assert_false (cp_history_redo (get_history (fixture)));
}

static void
test_what_cannot_be_saved_has_not_happened (EditFixture   *fixture,
                                            gconstpointer  data)
{
  static const char * const tags[] = { "tolls", NULL };
  guint n_themes = count_themes (fixture);

  /* The library forgets the article behind the back of the desk, as a second program may make it do. */
  g_assert_true (cp_library_remove (fixture->base.library, fixture->id, NULL));
  desk_fixture_purge (&fixture->base);
  g_assert_false (cp_desk_rename_theme (fixture->base.desk, fixture->article, fixture->theme, "Who pays"));
  g_assert_error (fixture->base.problem, CP_ERROR, CP_ERROR_NOT_FOUND);
  g_clear_error (&fixture->base.problem);
  g_assert_false (cp_desk_remove_theme (fixture->base.desk, fixture->article, fixture->theme));
  g_assert_error (fixture->base.problem, CP_ERROR, CP_ERROR_NOT_FOUND);
  g_assert_false (cp_desk_set_tags (fixture->base.desk, fixture->article, tags));
  g_assert_false (cp_desk_remove_article (fixture->base.desk, fixture->article));
  g_assert_cmpstr (cp_theme_get_label (fixture->theme), ==, fixture->label);
  g_assert_cmpint (cp_theme_get_provenance (fixture->theme), ==, CP_PROVENANCE_SUGGESTED);
  g_assert_cmpuint (count_themes (fixture), ==, n_themes);
  g_assert_cmpuint (cp_article_get_n_removed_themes (fixture->article), ==, 0);
  g_assert_cmpuint (g_strv_length ((char **) cp_article_get_tags (fixture->article)), ==, 0);
  g_assert_false (cp_history_get_can_undo (get_history (fixture)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/edits/" path, EditFixture, NULL, set_up, func, tear_down)

  ADD ("an-accepted-theme-stays-accepted", test_an_accepted_theme_stays_accepted);
  ADD ("accepting-twice-is-one-edit", test_accepting_twice_is_one_edit);
  ADD ("a-renamed-theme-keeps-its-suggestion", test_a_renamed_theme_keeps_its_suggested_label);
  ADD ("the-suggested-name-again-is-accepted", test_the_suggested_name_again_is_an_accepted_theme);
  ADD ("an-empty-or-equal-name-changes-nothing", test_an_empty_or_equal_name_changes_nothing);
  ADD ("undone-and-redone-edits-are-saved", test_undone_and_redone_edits_are_saved);
  ADD ("a-removed-theme-comes-back", test_a_removed_theme_comes_back_in_its_place);
  ADD ("a-removed-theme-is-counted", test_a_removed_theme_stays_away_and_is_counted);
  ADD ("a-theme-of-another-article-is-refused", test_a_theme_of_another_article_is_refused);
  ADD ("tags-are-tidied-saved-and-undone", test_tags_are_tidied_saved_and_undone);
  ADD ("a-removed-article-comes-back", test_a_removed_article_comes_back_in_its_place);
  ADD ("edits-before-a-removal-can-be-undone", test_edits_before_a_removal_can_be_undone_after_it);
  ADD ("a-removed-article-is-gone-later", test_a_removed_article_is_gone_after_reopening);
  ADD ("importing-a-removed-article-is-the-same", test_importing_a_removed_article_brings_back_the_same);
  ADD ("the-history-says-what-it-would-undo", test_the_history_says_what_it_would_undo);
  ADD ("a-new-edit-ends-what-could-be-redone", test_a_new_edit_ends_what_could_be_redone);
  ADD ("what-cannot-be-saved-has-not-happened", test_what_cannot_be_saved_has_not_happened);

  return g_test_run ();
}
