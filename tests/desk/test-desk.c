/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk gives articles, themes, comparisons and hits, at once or from another thread. */

#include "config.h"

#include "desk-fixture.h"

#include <string.h>

static void
keep_result_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_articles_are_loaded_in_another_thread (DeskFixture   *fixture,
                                            gconstpointer  data)
{
  g_autoptr (CpDesk) second = cp_desk_new (fixture->library);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;

  id = cp_article_get_id (desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge));
  g_assert_null (cp_desk_get_article (second, id));
  cp_desk_load_async (second, NULL, keep_result_cb, &result);
  wait_for (&result);
  g_assert_true (cp_desk_load_finish (second, result, &error));
  g_assert_no_error (error);
  g_assert_nonnull (cp_desk_get_article (second, id));
}

static void
test_loading_twice_keeps_the_same_objects (DeskFixture   *fixture,
                                           gconstpointer  data)
{
  CpArticle *article = desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge);

  g_assert_true (cp_desk_load (fixture->desk, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (cp_desk_list_articles (fixture->desk)), ==, 1);
  g_assert_true (cp_desk_get_article (fixture->desk, cp_article_get_id (article)) == article);
}

static void
test_all_who_ask_get_the_same_themes (DeskFixture   *fixture,
                                      gconstpointer  data)
{
  CpArticle *article = desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GListModel) a = NULL;
  g_autoptr (GListModel) b = NULL;
  g_autoptr (GListModel) c = NULL;

  g_assert_null (cp_desk_get_themes (fixture->desk, article));
  cp_desk_load_themes_async (fixture->desk, article, NULL, keep_result_cb, &first);
  cp_desk_load_themes_async (fixture->desk, article, NULL, keep_result_cb, &second);
  wait_for (&first);
  wait_for (&second);
  a = cp_desk_load_themes_finish (fixture->desk, first, NULL);
  b = cp_desk_load_themes_finish (fixture->desk, second, NULL);
  c = cp_desk_load_themes (fixture->desk, article, NULL);
  g_assert_nonnull (a);
  g_assert_true (a == b && b == c);
  g_assert_true (cp_desk_get_themes (fixture->desk, article) == a);
}

static void
test_a_cancelled_reading_says_so (DeskFixture   *fixture,
                                  gconstpointer  data)
{
  CpArticle *article = desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  cp_desk_load_themes_async (fixture->desk, article, cancellable, keep_result_cb, &result);
  wait_for (&result);
  g_assert_null (cp_desk_load_themes_finish (fixture->desk, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_an_unsaved_article_has_themes_and_stays_unsaved (DeskFixture   *fixture,
                                                      gconstpointer  data)
{
  g_autoptr (GFile) file = desk_fixture_write (fixture, "bridge.md", desk_fixture_bridge);
  g_autoptr (GError) error = NULL;
  g_autoptr (CpImported) imported = cp_desk_open_unsaved (fixture->desk, file, &error);
  g_autoptr (GListModel) themes = NULL;
  CpArticle *article;

  g_assert_no_error (error);
  article = cp_imported_get_article (imported);
  themes = cp_desk_load_themes (fixture->desk, article, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (themes), >, 0);
  g_assert_false (cp_library_contains (fixture->library, cp_article_get_id (article)));
  g_assert_null (cp_desk_get_themes (fixture->desk, article));
}

static void
test_an_opened_copy_of_a_saved_article_has_the_saved_themes (DeskFixture   *fixture,
                                                             gconstpointer  data)
{
  CpArticle *article = desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge);
  CpTheme *theme = desk_fixture_get_theme (fixture, article, 0);
  g_autoptr (GFile) file = desk_fixture_write (fixture, "copy.md", desk_fixture_bridge);
  g_autoptr (CpImported) imported = cp_desk_open_unsaved (fixture->desk, file, NULL);
  g_autoptr (GListModel) themes = NULL;
  g_autoptr (CpTheme) same = NULL;

  g_assert_true (cp_desk_rename_theme (fixture->desk, article, theme, "Who pays"));
  themes = cp_desk_load_themes (fixture->desk, cp_imported_get_article (imported), NULL);
  same = g_list_model_get_item (themes, 0);
  g_assert_cmpstr (cp_theme_get_label (same), ==, "Who pays");
}

static void
test_files_can_be_compared_without_a_library (DeskFixture   *fixture,
                                              gconstpointer  data)
{
  CpDesk *desk = cp_desk_new (NULL);
  g_autoptr (GFile) file = desk_fixture_write (fixture, "bridge.md", desk_fixture_bridge);
  g_autoptr (CpImported) imported = cp_desk_open_unsaved (desk, file, NULL);
  g_autoptr (CpComparison) comparison = NULL;
  g_autoptr (GListModel) themes = NULL;
  g_autoptr (GError) error = NULL;
  CpArticle *articles[2];

  articles[0] = articles[1] = cp_imported_get_article (imported);
  themes = cp_desk_load_themes (desk, articles[0], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (themes), >, 0);
  comparison = cp_desk_compare (desk, articles, 2, &error);
  g_assert_no_error (error);
  g_assert_nonnull (comparison);
  g_assert_finalize_object (desk);
}

static void
test_a_missing_file_is_an_error_that_names_it (DeskFixture   *fixture,
                                               gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->files, "nothing.md", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (cp_desk_open_unsaved (fixture->desk, file, &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "nothing.md"));
}

/* Whether one side of the comparison has a theme of this name. */
static gboolean
has_side (CpComparison *comparison,
          guint         article,
          const char   *label)
{
  GListModel *themes = cp_comparison_list_themes (comparison);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpComparedTheme) theme = g_list_model_get_item (themes, i);
      CpTheme *side = cp_compared_theme_get_side (theme, article);

      if (side != NULL && g_str_equal (cp_theme_get_label (side), label))
        return TRUE;
    }

  return FALSE;
}

static void
test_a_comparison_shows_the_reviewers_labels (DeskFixture   *fixture,
                                              gconstpointer  data)
{
  CpArticle *bridge = desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge);
  CpArticle *ferry = desk_fixture_add (fixture, "ferry.md", desk_fixture_ferry);
  CpArticle *articles[] = { bridge, ferry };
  g_autoptr (CpComparison) comparison = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cp_desk_rename_theme (fixture->desk, bridge, desk_fixture_get_theme (fixture, bridge, 0), "Who pays"));
  cp_desk_compare_async (fixture->desk, articles, 2, NULL, keep_result_cb, &result);
  wait_for (&result);
  comparison = cp_desk_compare_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cp_comparison_get_n_articles (comparison), ==, 2);
  g_assert_true (cp_comparison_get_article (comparison, 0) == bridge);
  g_assert_true (has_side (comparison, 0, "Who pays"));
}

static void
test_a_comparison_of_stored_themes_reads_them (DeskFixture   *fixture,
                                               gconstpointer  data)
{
  const char *bridge_id = cp_article_get_id (desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge));
  g_autofree char *id = g_strdup (bridge_id);
  g_autoptr (GFile) file = desk_fixture_write (fixture, "ferry.md", desk_fixture_ferry);
  g_autoptr (CpImported) unsaved = cp_desk_open_unsaved (fixture->desk, file, NULL);
  g_autoptr (CpComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;
  CpArticle *articles[2];

  articles[0] = cp_desk_get_article (fixture->desk, id);
  g_assert_true (cp_desk_rename_theme (fixture->desk, articles[0],
                                       desk_fixture_get_theme (fixture, articles[0], 0), "Who pays"));
  desk_fixture_reopen (fixture);
  articles[0] = cp_desk_get_article (fixture->desk, id);
  articles[1] = cp_imported_get_article (unsaved);
  comparison = cp_desk_compare (fixture->desk, articles, 2, &error);
  g_assert_no_error (error);
  g_assert_true (has_side (comparison, 0, "Who pays"));
  g_assert_cmpuint (g_list_model_get_n_items (cp_comparison_get_themes_of (comparison, 1)), >, 0);
}

static void
test_an_edit_leaves_an_earlier_comparison_alone (DeskFixture   *fixture,
                                                 gconstpointer  data)
{
  CpArticle *bridge = desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge);
  CpArticle *ferry = desk_fixture_add (fixture, "ferry.md", desk_fixture_ferry);
  CpTheme *theme = desk_fixture_get_theme (fixture, bridge, 0);
  CpArticle *articles[] = { bridge, ferry };
  g_autoptr (CpComparison) comparison = cp_desk_compare (fixture->desk, articles, 2, NULL);

  g_assert_true (cp_desk_rename_theme (fixture->desk, bridge, theme, "Who pays"));
  g_assert_false (has_side (comparison, 0, "Who pays"));
}

static void
test_a_search_finds_what_was_imported (DeskFixture   *fixture,
                                       gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;

  desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge);
  id = cp_article_get_id (desk_fixture_add (fixture, "ferry.md", desk_fixture_ferry));
  cp_desk_search_async (fixture->desk, "thursday", 10, NULL, keep_result_cb, &result);
  wait_for (&result);
  hits = cp_desk_search_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (((CpHit *) g_ptr_array_index (hits, 0))->id, ==, id);
}

static void
test_keyphrases_come_from_the_text (DeskFixture   *fixture,
                                    gconstpointer  data)
{
  CpArticle *article = desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge);
  g_auto (GStrv) phrases = cp_desk_dup_keyphrases (fixture->desk, article, 3);

  g_assert_cmpuint (g_strv_length (phrases), >=, 1);
  g_assert_cmpuint (g_strv_length (phrases), <=, 3);
}

static void
test_a_desk_that_is_closed_during_an_import_stops_it (DeskFixture   *fixture,
                                                      gconstpointer  data)
{
  g_autoptr (GFile) file = desk_fixture_write (fixture, "bridge.md", desk_fixture_bridge);
  g_autoptr (CpImportQueue) queue = g_object_ref (cp_desk_get_import_queue (fixture->desk));

  cp_desk_import (fixture->desk, &file, 1);
  g_assert_finalize_object (g_steal_pointer (&fixture->desk));
  while (cp_import_queue_get_running (queue))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (cp_import_queue_get_n_total (queue), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&queue));

  fixture->desk = cp_desk_new (fixture->library);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/desk/" path, DeskFixture, NULL, desk_fixture_set_up, func, desk_fixture_tear_down)

  ADD ("articles-are-loaded-in-another-thread", test_articles_are_loaded_in_another_thread);
  ADD ("loading-twice-keeps-the-same-objects", test_loading_twice_keeps_the_same_objects);
  ADD ("all-who-ask-get-the-same-themes", test_all_who_ask_get_the_same_themes);
  ADD ("a-cancelled-reading-says-so", test_a_cancelled_reading_says_so);
  ADD ("an-unsaved-article-stays-unsaved", test_an_unsaved_article_has_themes_and_stays_unsaved);
  ADD ("an-opened-copy-has-the-saved-themes", test_an_opened_copy_of_a_saved_article_has_the_saved_themes);
  ADD ("files-can-be-compared-without-a-library", test_files_can_be_compared_without_a_library);
  ADD ("a-missing-file-is-an-error", test_a_missing_file_is_an_error_that_names_it);
  ADD ("a-comparison-shows-the-reviewers-labels", test_a_comparison_shows_the_reviewers_labels);
  ADD ("a-comparison-reads-stored-themes", test_a_comparison_of_stored_themes_reads_them);
  ADD ("an-edit-leaves-a-comparison-alone", test_an_edit_leaves_an_earlier_comparison_alone);
  ADD ("a-search-finds-what-was-imported", test_a_search_finds_what_was_imported);
  ADD ("keyphrases-come-from-the-text", test_keyphrases_come_from_the_text);
  ADD ("a-closed-desk-stops-its-import", test_a_desk_that_is_closed_during_an_import_stops_it);

  return g_test_run ();
}
