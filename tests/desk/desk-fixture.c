/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk on a library in a folder of its own, and files to import. */

#include "config.h"

#include "cp-sqlite-articles.h"
#include "desk-fixture.h"

#include <glib/gstdio.h>

/* Two pieces on the same matter, each with two sections. */
const char desk_fixture_bridge[] =
  "# Build the bridge\n\n"
  "## The cost of waiting\n\n"
  "Every year of waiting makes the harbour bridge dearer. Steel prices rise, wages rise, and the old ferry "
  "eats a subsidy that would pay for the steel of a whole span. The council knows these figures and hides behind "
  "another study of the cost.\n\n"
  "The cost of the harbour bridge is not small. But the cost of waiting is larger, and it is paid by every "
  "family that queues for the ferry before dawn.\n\n"
  "## A fair toll\n\n"
  "A fair toll is the honest way to pay. Those who cross would pay the toll, those who stay at home would not, and "
  "lorries would pay more than bicycles. The toll should end on the day when the debt is paid.\n\n"
  "Critics say that a toll hurts the poor. A toll with a discount for residents does not, and the council should "
  "write the discount into the law.\n";

const char desk_fixture_ferry[] =
  "# Keep the ferry\n\n"
  "## A toll nobody can pay\n\n"
  "A toll on the harbour bridge would be paid by nurses and cleaners who have no choice. The toll would rise, as "
  "every toll has risen, and the discount for residents would be the first promise to be broken.\n\n"
  "## The ferry serves the islands\n\n"
  "The ferry serves the islands that no bridge will reach. Children take the ferry to school, and the doctor takes "
  "the ferry on Thursdays. Without the ferry the islands would be empty in ten years.\n\n"
  "The ferry needs new engines and a second crew. Both together cost less than one pillar of the harbour bridge.\n";

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
problem_cb (CpDesk       *desk,
            const GError *error,
            gpointer      user_data)
{
  DeskFixture *fixture = user_data;

  g_clear_error (&fixture->problem);
  fixture->problem = g_error_copy (error);
}

void
desk_fixture_set_up (DeskFixture   *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("counterpoint-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->files = g_build_filename (fixture->folder, "files", NULL);
  g_assert_cmpint (g_mkdir (fixture->files, 0700), ==, 0);
  desk_fixture_open (fixture);
}

void
desk_fixture_tear_down (DeskFixture   *fixture,
                        gconstpointer  data)
{
  desk_fixture_close (fixture);
  remove_folder (fixture->folder);
  g_free (fixture->files);
  g_free (fixture->folder);
}

void
desk_fixture_open (DeskFixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "library", NULL);
  g_autoptr (GError) error = NULL;

  fixture->library = cp_library_open (folder, &error);
  g_assert_no_error (error);
  fixture->desk = cp_desk_new (fixture->library);
  g_signal_connect (fixture->desk, "problem", G_CALLBACK (problem_cb), fixture);
  cp_desk_load (fixture->desk, &error);
  g_assert_no_error (error);
}

void
desk_fixture_close (DeskFixture *fixture)
{
  g_assert_finalize_object (fixture->desk);
  g_assert_finalize_object (fixture->library);
  g_clear_error (&fixture->problem);
}

/* Has the library forget the removed articles while it is open, which it never does by itself. */
void
desk_fixture_purge (DeskFixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "library", NULL);
  g_autoptr (CpSqliteDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  database = cp_sqlite_database_open (folder, 0, &error);
  g_assert_no_error (error);
  g_assert_true (cp_sqlite_database_begin_write (database, NULL));
  g_assert_true (cp_sqlite_articles_purge (database, NULL));
  g_assert_true (cp_sqlite_database_end (database, TRUE, NULL));
}

/* As when the program is started again. */
void
desk_fixture_reopen (DeskFixture *fixture)
{
  desk_fixture_close (fixture);
  desk_fixture_open (fixture);
}

GFile *
desk_fixture_write (DeskFixture *fixture,
                    const char  *name,
                    const char  *text)
{
  g_autofree char *path = g_build_filename (fixture->files, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (parent, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

/* Runs the main context as a program would, until the queue has done all. */
void
desk_fixture_wait (DeskFixture *fixture)
{
  while (cp_import_queue_get_running (cp_desk_get_import_queue (fixture->desk)))
    g_main_context_iteration (NULL, TRUE);
}

void
desk_fixture_import (DeskFixture *fixture,
                     const char  *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  cp_desk_import (fixture->desk, &file, 1);
  desk_fixture_wait (fixture);
}

/* Imports a text, and gives the article that the desk made of it. */
CpArticle *
desk_fixture_add (DeskFixture *fixture,
                  const char  *name,
                  const char  *text)
{
  g_autoptr (GFile) file = desk_fixture_write (fixture, name, text);
  g_autoptr (CpImportJob) job = NULL;

  desk_fixture_import (fixture, g_file_peek_path (file));
  job = g_list_model_get_item (G_LIST_MODEL (cp_desk_get_import_queue (fixture->desk)), 0);
  g_assert_cmpstr (cp_import_job_get_message (job), ==, NULL);
  g_assert_cmpint (cp_import_job_get_state (job), ==, CP_IMPORT_DONE);

  return cp_desk_get_article (fixture->desk, cp_import_job_get_article_id (job));
}

/* A theme of an article whose themes are loaded; kept alive by the desk. */
CpTheme *
desk_fixture_get_theme (DeskFixture *fixture,
                        CpArticle   *article,
                        guint        position)
{
  g_autoptr (CpTheme) theme = NULL;
  g_autoptr (GListModel) themes = NULL;
  g_autoptr (GError) error = NULL;

  themes = cp_desk_load_themes (fixture->desk, article, &error);
  g_assert_no_error (error);
  theme = g_list_model_get_item (themes, position);
  g_assert_nonnull (theme);

  return theme;
}
