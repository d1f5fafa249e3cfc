/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and folders come into the library; what cannot is told and stops nothing else. */

#include "config.h"

#include "cp-import-report.h"
#include "desk-fixture.h"

#include <string.h>
#include <unistd.h>

static CpImportQueue *
get_queue (DeskFixture *fixture)
{
  return cp_desk_get_import_queue (fixture->desk);
}

static CpImportJob *
get_job (DeskFixture *fixture,
         guint        position)
{
  g_autoptr (CpImportJob) job = g_list_model_get_item (G_LIST_MODEL (get_queue (fixture)), position);

  g_assert_nonnull (job);

  /* The queue keeps the job alive. */
  return job;
}

static guint
count_articles (DeskFixture *fixture)
{
  return g_list_model_get_n_items (cp_desk_list_articles (fixture->desk));
}

static void
test_a_file_becomes_an_article_with_themes (DeskFixture   *fixture,
                                            gconstpointer  data)
{
  CpArticle *article = desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge);
  CpImportJob *job = get_job (fixture, 0);
  g_autoptr (GListModel) themes = cp_library_load_themes (fixture->library, cp_article_get_id (article), NULL);

  g_assert_cmpstr (cp_article_get_title (article), ==, "Build the bridge");
  g_assert_cmpstr (cp_import_job_get_title (job), ==, "Build the bridge");
  g_assert_cmpstr (cp_import_job_get_name (job), ==, "bridge.md");
  g_assert_cmpuint (g_strv_length ((char **) cp_import_job_get_kept (job)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (themes), >, 0);
}

static void
test_one_bad_file_does_not_stop_the_others (DeskFixture   *fixture,
                                            gconstpointer  data)
{
  g_autoptr (GFile) empty = desk_fixture_write (fixture, "a-empty.md", "");
  g_autoptr (GFile) bridge = desk_fixture_write (fixture, "bridge.md", desk_fixture_bridge);
  g_autoptr (GFile) ferry = desk_fixture_write (fixture, "ferry.md", desk_fixture_ferry);
  g_autoptr (GFile) missing = g_file_get_child (empty, "nothing.md");
  GFile *files[] = { empty, missing, bridge, ferry };

  cp_desk_import (fixture->desk, files, G_N_ELEMENTS (files));
  desk_fixture_wait (fixture);
  g_assert_cmpuint (count_articles (fixture), ==, 2);
  g_assert_cmpint (cp_import_job_get_state (get_job (fixture, 0)), ==, CP_IMPORT_FAILED);
  g_assert_nonnull (strstr (cp_import_job_get_message (get_job (fixture, 0)), "a-empty.md"));
  g_assert_cmpint (cp_import_job_get_state (get_job (fixture, 1)), ==, CP_IMPORT_FAILED);
  g_assert_nonnull (strstr (cp_import_job_get_message (get_job (fixture, 1)), "nothing.md"));
  g_assert_cmpint (cp_import_job_get_state (get_job (fixture, 2)), ==, CP_IMPORT_DONE);
  g_assert_cmpuint (cp_import_queue_get_n_failed (get_queue (fixture)), ==, 2);
  g_assert_cmpuint (cp_import_queue_get_n_done (get_queue (fixture)), ==, 4);
  g_assert_cmpfloat (cp_import_queue_get_fraction (get_queue (fixture)), ==, 1.0);
}

static void
test_the_same_bytes_are_skipped_with_the_reason (DeskFixture   *fixture,
                                                 gconstpointer  data)
{
  CpArticle *article = desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge);
  g_autoptr (GFile) copy = desk_fixture_write (fixture, "copy.txt.md", desk_fixture_bridge);
  CpImportJob *job;

  desk_fixture_import (fixture, g_file_peek_path (copy));
  job = get_job (fixture, 0);
  g_assert_cmpint (cp_import_job_get_state (job), ==, CP_IMPORT_SKIPPED);
  g_assert_cmpstr (cp_import_job_get_article_id (job), ==, cp_article_get_id (article));
  g_assert_nonnull (strstr (cp_import_job_get_message (job), "Build the bridge"));
  g_assert_cmpuint (count_articles (fixture), ==, 1);
}

static void
test_two_copies_at_once_become_one_article (DeskFixture   *fixture,
                                            gconstpointer  data)
{
  g_autoptr (GFile) one = desk_fixture_write (fixture, "one.md", desk_fixture_bridge);
  g_autoptr (GFile) two = desk_fixture_write (fixture, "two.md", desk_fixture_bridge);
  GFile *files[] = { one, two };

  cp_desk_import (fixture->desk, files, 2);
  desk_fixture_wait (fixture);
  g_assert_cmpuint (count_articles (fixture), ==, 1);
  g_assert_cmpint (cp_import_job_get_state (get_job (fixture, 0)) + cp_import_job_get_state (get_job (fixture, 1)), ==,
                   CP_IMPORT_DONE + CP_IMPORT_SKIPPED);
}

static void
test_folders_are_searched_in_the_order_of_names (DeskFixture   *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (GFile) b = desk_fixture_write (fixture, "b.md", desk_fixture_bridge);
  g_autoptr (GFile) inner = desk_fixture_write (fixture, "a/deep/er/ferry.md", desk_fixture_ferry);

  desk_fixture_import (fixture, fixture->files);
  g_assert_cmpuint (cp_import_queue_get_n_total (get_queue (fixture)), ==, 2);
  g_assert_cmpstr (cp_import_job_get_name (get_job (fixture, 0)), ==, "ferry.md");
  g_assert_cmpstr (cp_import_job_get_name (get_job (fixture, 1)), ==, "b.md");
  g_assert_cmpuint (count_articles (fixture), ==, 2);
}

static void
test_hidden_files_of_a_folder_are_left_alone (DeskFixture   *fixture,
                                              gconstpointer  data)
{
  g_autoptr (GFile) hidden = desk_fixture_write (fixture, ".bridge.md", desk_fixture_bridge);
  g_autoptr (GFile) inside = desk_fixture_write (fixture, ".git/ferry.md", desk_fixture_ferry);

  desk_fixture_import (fixture, fixture->files);
  g_assert_cmpuint (cp_import_queue_get_n_total (get_queue (fixture)), ==, 0);
  desk_fixture_import (fixture, g_file_peek_path (hidden));
  g_assert_cmpuint (count_articles (fixture), ==, 1);
}

static void
test_the_parts_of_a_saved_page_are_left_alone (DeskFixture   *fixture,
                                               gconstpointer  data)
{
  static const char page[] =
    "<html><head><title>Saved</title></head><body><article><h1>Saved</h1>"
    "<p>A page that a browser saved with all that belongs to it.</p></article></body></html>";
  g_autoptr (GFile) saved = desk_fixture_write (fixture, "Saved.html", page);
  g_autoptr (GFile) part = desk_fixture_write (fixture, "Saved_files/advert.txt", desk_fixture_bridge);
  g_autoptr (GFile) other = desk_fixture_write (fixture, "my_files/ferry.md", desk_fixture_ferry);

  desk_fixture_import (fixture, fixture->files);
  g_assert_cmpuint (cp_import_queue_get_n_total (get_queue (fixture)), ==, 2);
  g_assert_cmpstr (cp_import_job_get_name (get_job (fixture, 0)), ==, "Saved.html");
  g_assert_cmpstr (cp_import_job_get_name (get_job (fixture, 1)), ==, "ferry.md");
}

static void
test_a_link_to_a_folder_above_does_not_lead_round (DeskFixture   *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (GFile) file = desk_fixture_write (fixture, "inner/bridge.md", desk_fixture_bridge);
  g_autofree char *link = g_build_filename (fixture->files, "inner", "round", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->files, "inner", "nowhere.md", NULL);

  g_assert_cmpint (symlink (fixture->files, link), ==, 0);
  g_assert_cmpint (symlink ("gone.md", nowhere), ==, 0);
  desk_fixture_import (fixture, fixture->files);
  g_assert_cmpuint (cp_import_queue_get_n_total (get_queue (fixture)), ==, 1);
  g_assert_cmpuint (count_articles (fixture), ==, 1);
}

static void
write_many (DeskFixture *fixture,
            guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%03u.md", i);
      g_autofree char *text = g_strdup_printf ("%s\nThis is letter number %u.\n", desk_fixture_bridge, i);

      g_object_unref (desk_fixture_write (fixture, name, text));
    }
}

static void
cancel_cb (CpImportQueue *queue,
           CpArticle     *article)
{
  if (cp_import_queue_get_n_done (queue) >= 4)
    cp_import_queue_cancel (queue);
}

static void
test_cancelling_keeps_what_was_done (DeskFixture   *fixture,
                                     gconstpointer  data)
{
  guint n_done = 0, n_cancelled = 0;

  write_many (fixture, 40);
  g_signal_connect (get_queue (fixture), "imported", G_CALLBACK (cancel_cb), NULL);
  desk_fixture_import (fixture, fixture->files);
  for (guint i = 0; i < 40; i++)
    {
      n_done += cp_import_job_get_state (get_job (fixture, i)) == CP_IMPORT_DONE;
      n_cancelled += cp_import_job_get_state (get_job (fixture, i)) == CP_IMPORT_CANCELLED;
    }
  g_assert_cmpuint (n_done, >=, 5);
  g_assert_cmpuint (n_cancelled, >=, 30);
  g_assert_cmpuint (n_done + n_cancelled, ==, 40);
  desk_fixture_reopen (fixture);
  g_assert_cmpuint (count_articles (fixture), ==, n_done);
}

static void
test_a_cancelled_queue_works_again (DeskFixture   *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GFile) bridge = desk_fixture_write (fixture, "bridge.md", desk_fixture_bridge);

  cp_desk_import (fixture->desk, &bridge, 1);
  cp_import_queue_cancel (get_queue (fixture));
  desk_fixture_wait (fixture);
  g_assert_cmpuint (count_articles (fixture), ==, 0);
  desk_fixture_import (fixture, g_file_peek_path (bridge));
  g_assert_cmpuint (count_articles (fixture), ==, 1);
}

static void
count_cb (gpointer  object,
          gpointer  user_data)
{
  (*(guint *) user_data)++;
}

static void
test_finishing_is_told_once (DeskFixture   *fixture,
                             gconstpointer  data)
{
  guint n_finished = 0;

  write_many (fixture, 10);
  g_signal_connect (get_queue (fixture), "finished", G_CALLBACK (count_cb), &n_finished);
  desk_fixture_import (fixture, fixture->files);
  g_assert_cmpuint (n_finished, ==, 1);
  g_signal_handlers_disconnect_by_data (get_queue (fixture), &n_finished);
}

static void
test_an_empty_folder_finishes_too (DeskFixture   *fixture,
                                   gconstpointer  data)
{
  guint n_finished = 0;

  g_signal_connect (get_queue (fixture), "finished", G_CALLBACK (count_cb), &n_finished);
  desk_fixture_import (fixture, fixture->files);
  g_assert_cmpuint (n_finished, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_queue (fixture))), ==, 0);
  g_signal_handlers_disconnect_by_data (get_queue (fixture), &n_finished);
}

static void
test_the_next_import_clears_the_last_one (DeskFixture   *fixture,
                                          gconstpointer  data)
{
  desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge);
  desk_fixture_add (fixture, "ferry.md", desk_fixture_ferry);
  g_assert_cmpuint (cp_import_queue_get_n_total (get_queue (fixture)), ==, 1);
  g_assert_cmpuint (cp_import_queue_get_n_done (get_queue (fixture)), ==, 1);
  g_assert_cmpuint (count_articles (fixture), ==, 2);
}

static void
test_imported_articles_are_there_after_reopening (DeskFixture   *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (CpArticle) newest = NULL;

  desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge);
  desk_fixture_add (fixture, "ferry.md", desk_fixture_ferry);
  desk_fixture_reopen (fixture);
  newest = g_list_model_get_item (cp_desk_list_articles (fixture->desk), 0);
  g_assert_cmpuint (count_articles (fixture), ==, 2);
  g_assert_cmpstr (cp_article_get_title (newest), ==, "Keep the ferry");
}

static void
test_what_is_pasted_becomes_an_article (DeskFixture   *fixture,
                                        gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (desk_fixture_bridge, strlen (desk_fixture_bridge));

  cp_desk_import_bytes (fixture->desk, bytes, "Pasted text");
  desk_fixture_wait (fixture);

  g_assert_cmpint (cp_import_job_get_state (get_job (fixture, 0)), ==, CP_IMPORT_DONE);
  g_assert_cmpstr (cp_import_job_get_path (get_job (fixture, 0)), ==, "Pasted text");
  g_assert_null (cp_import_job_get_file (get_job (fixture, 0)));
  g_assert_cmpuint (count_articles (fixture), ==, 1);
}

static void
test_the_report_tells_of_each_file (DeskFixture   *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GFile) empty = desk_fixture_write (fixture, "=empty, \"or\" so.md", "");
  g_autoptr (GFile) bridge = desk_fixture_write (fixture, "bridge.md", desk_fixture_bridge);
  GFile *files[] = { empty, bridge };
  g_autofree char *text = NULL;
  g_autofree char *table = NULL;
  g_auto (GStrv) rows = NULL;

  cp_desk_import (fixture->desk, files, G_N_ELEMENTS (files));
  desk_fixture_wait (fixture);
  text = cp_import_report_write (G_LIST_MODEL (get_queue (fixture)), cp_import_report_format_from_name ("a.txt"));
  table = cp_import_report_write (G_LIST_MODEL (get_queue (fixture)), cp_import_report_format_from_name ("A.CSV"));
  rows = g_strsplit (table, "\r\n", -1);

  g_assert_nonnull (strstr (text, "bridge.md: imported\n    Build the bridge\n    Kept: "));
  g_assert_nonnull (strstr (text, "so.md: failed\n"));
  g_assert_cmpuint (g_strv_length (rows), ==, 4);
  g_assert_nonnull (strstr (rows[1], "=empty, \"\"or\"\" so.md\",\"failed\""));
  g_assert_nonnull (strstr (rows[2], "\"imported\",\""));
}

static void
test_the_rate_is_that_of_the_pieces (DeskFixture   *fixture,
                                     gconstpointer  data)
{
  g_assert_cmpfloat (cp_import_queue_get_rate (get_queue (fixture)), ==, 0.0);
  desk_fixture_add (fixture, "bridge.md", desk_fixture_bridge);
  g_assert_cmpfloat (cp_import_queue_get_rate (get_queue (fixture)), >, 0.0);
}

static const char first_edition[] =
  "---\nurl: https://span.example/toll\n---\n\n# A fair toll\n\nThe toll is fair.\n\nThe ferry is slow and old.\n";

static const char second_edition[] =
  "---\nurl: https://www.span.example/toll/?utm_source=mail\n---\n\n# A fair toll\n\nThe toll is fair.\n\n"
  "The ferry is slow and dear.\n";

static const char same_text[] =
  "---\nurl: https://span.example/toll\ntags: [later]\n---\n\n# A fair toll\n\nThe toll is fair.\n\n"
  "The ferry is slow and old.\n";

static void
test_another_text_from_the_same_address_is_a_revision (DeskFixture   *fixture,
                                                       gconstpointer  data)
{
  g_autofree char *first = g_strdup (cp_article_get_id (desk_fixture_add (fixture, "first.md", first_edition)));
  g_autoptr (GFile) file = desk_fixture_write (fixture, "second.md", second_edition);
  g_autoptr (CpArticle) second = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (CpRevision) revision = NULL;

  desk_fixture_import (fixture, g_file_peek_path (file));
  second = g_list_model_get_item (cp_desk_list_articles (fixture->desk), 0);
  g_assert_cmpstr (cp_article_get_revision_of (second), ==, first);
  revisions = cp_desk_list_revisions (fixture->desk, second, NULL);
  g_assert_cmpuint (revisions->len, ==, 2);
  g_assert_true (revisions->pdata[0] == cp_desk_get_article (fixture->desk, first));
  revision = cp_revision_new (revisions->pdata[0], revisions->pdata[1]);
  g_assert_cmpuint (revision->n_changed, ==, 1);
}

static void
test_the_same_text_from_the_same_address_is_skipped (DeskFixture   *fixture,
                                                     gconstpointer  data)
{
  CpArticle *first = desk_fixture_add (fixture, "first.md", first_edition);
  g_autoptr (GFile) file = desk_fixture_write (fixture, "again.md", same_text);
  g_autoptr (CpImportJob) job = NULL;

  desk_fixture_import (fixture, g_file_peek_path (file));
  job = g_list_model_get_item (G_LIST_MODEL (get_queue (fixture)), 0);
  g_assert_cmpint (cp_import_job_get_state (job), ==, CP_IMPORT_SKIPPED);
  g_assert_cmpstr (cp_import_job_get_article_id (job), ==, cp_article_get_id (first));
  g_assert_nonnull (strstr (cp_import_job_get_message (job), "same address"));
  g_assert_cmpuint (g_list_model_get_n_items (cp_desk_list_articles (fixture->desk)), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/import/" path, DeskFixture, NULL, desk_fixture_set_up, func, desk_fixture_tear_down)

  ADD ("a-file-becomes-an-article", test_a_file_becomes_an_article_with_themes);
  ADD ("one-bad-file-does-not-stop-the-others", test_one_bad_file_does_not_stop_the_others);
  ADD ("the-same-bytes-are-skipped", test_the_same_bytes_are_skipped_with_the_reason);
  ADD ("two-copies-at-once-become-one-article", test_two_copies_at_once_become_one_article);
  ADD ("folders-are-searched-by-name", test_folders_are_searched_in_the_order_of_names);
  ADD ("hidden-files-are-left-alone", test_hidden_files_of_a_folder_are_left_alone);
  ADD ("the-parts-of-a-page-are-left-alone", test_the_parts_of_a_saved_page_are_left_alone);
  ADD ("a-link-does-not-lead-round", test_a_link_to_a_folder_above_does_not_lead_round);
  ADD ("cancelling-keeps-what-was-done", test_cancelling_keeps_what_was_done);
  ADD ("a-cancelled-queue-works-again", test_a_cancelled_queue_works_again);
  ADD ("finishing-is-told-once", test_finishing_is_told_once);
  ADD ("an-empty-folder-finishes-too", test_an_empty_folder_finishes_too);
  ADD ("the-next-import-clears-the-last-one", test_the_next_import_clears_the_last_one);
  ADD ("imported-articles-are-there-later", test_imported_articles_are_there_after_reopening);
  ADD ("what-is-pasted-becomes-an-article", test_what_is_pasted_becomes_an_article);
  ADD ("the-report-tells-of-each-file", test_the_report_tells_of_each_file);
  ADD ("the-rate-is-that-of-the-pieces", test_the_rate_is_that_of_the_pieces);
  ADD ("another-text-is-a-revision", test_another_text_from_the_same_address_is_a_revision);
  ADD ("the-same-text-is-skipped", test_the_same_text_from_the_same_address_is_skipped);

  return g_test_run ();
}
