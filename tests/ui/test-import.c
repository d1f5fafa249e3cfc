/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is pasted or dropped becomes an article, the bar tells how an import goes, and the report what became of each file. */

#include "config.h"

#include "cp-import-report-row.h"
#include "cp-import-report-window.h"
#include "cp-theme-colors.h"
#include "cp-transfer.h"
#include "cp-window-private.h"
#include "page-fixture.h"

#define PAGE                                                                                                       \
  "<h1>The Lock Gates Are Not For Sale</h1><p>By Odile Marsh</p>"                                                  \
  "<p>Every spring the council counts the lock gates, and every spring it counts one fewer. It cannot go on.</p>"  \
  "<p>A canal without gates is a ditch. The <b>keepers</b> know it, the boatmen know it, and the herons know it.</p>"

#define TEXT                                                                                                    \
  "The Herons Were Here First\n\nNobody asked the herons about the marina. They stand where the moorings will " \
  "be, and they have stood there for longer than the council has sat.\n\nA marina can be built anywhere.\n"

typedef struct
{
  char      *folder;
  CpLibrary *library;
  CpDesk    *desk;
  CpWindow  *window;
} Fixture;

static GtkApplication *application;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("counterpoint-import-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->library = cp_library_open (fixture->folder, &error);
  g_assert_no_error (error);
  fixture->desk = cp_desk_new (fixture->library);
  fixture->window = cp_window_new (application, fixture->desk);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
is_idle (gpointer data)
{
  CpWindow *window = data;

  return !cp_import_queue_get_running (cp_desk_get_import_queue (window->desk)) && window->loading == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  page_fixture_wait (is_idle, fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->desk);
  g_clear_object (&fixture->library);
  page_fixture_remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

static void
copy (Fixture    *fixture,
      const char *html,
      const char *text)
{
  GdkContentProvider *offers[2];
  g_autoptr(GdkContentProvider) all = NULL;
  gsize n = 0;

  if (html != NULL)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (html, strlen (html));

      offers[n++] = gdk_content_provider_new_for_bytes ("text/html", bytes);
    }
  if (text != NULL)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

      offers[n++] = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", bytes);
    }

  all = gdk_content_provider_new_union (offers, n);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), all);
}

static gboolean
has_article (gpointer data)
{
  return cp_window_get_article (data) != NULL;
}

static void
paste (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.paste", NULL));
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }

  g_assert_not_reached ();
}

/* What a file manager hands over, from the moment on when the pointer is above the window.
 *
 * Returns: whether the window took it */
static gboolean
drop (Fixture *fixture,
      GSList  *files)
{
  GtkEventController *target = find_drop_target (GTK_WIDGET (fixture->window));
  g_auto(GValue) value = G_VALUE_INIT;
  GdkDragAction action = 0;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (target, "enter", 100.0, 100.0, &action);
  g_assert_cmpint (action, ==, GDK_ACTION_COPY);
  g_assert_true (gtk_widget_get_visible (fixture->window->drop_plate));
  g_signal_emit_by_name (target, "drop", &value, 100.0, 100.0, &taken);
  g_assert_false (gtk_widget_get_visible (fixture->window->drop_plate));

  return taken;
}

static gboolean
shows_problem (gpointer data)
{
  GtkWidget *bar = GTK_WIDGET (CP_WINDOW (data)->import_bar);
  GtkWidget *stack = page_fixture_find (bar, GTK_TYPE_STACK);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "problem") == 0;
}

/* One that is imported, one that is not there. */
static void
import_two (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "herons.txt", NULL);
  g_autoptr(GFile) there = g_file_new_for_path (path);
  g_autoptr(GFile) missing = g_file_new_for_path ("/nowhere/to/be/found.html");
  g_autoptr(GError) error = NULL;
  GFile *files[] = { there, missing };

  g_file_set_contents (path, TEXT, -1, &error);
  g_assert_no_error (error);
  cp_window_import (fixture->window, files, G_N_ELEMENTS (files), FALSE);
  page_fixture_wait (shows_problem, fixture->window);
}

static GtkWindow *
open_report (Fixture *fixture)
{
  GListModel *jobs = G_LIST_MODEL (cp_desk_get_import_queue (fixture->desk));
  GtkWindow *report = cp_import_report_window_new (GTK_WINDOW (fixture->window), jobs);

  gtk_window_present (report);

  return report;
}

static void
test_a_pasted_page_becomes_an_article (Fixture       *fixture,
                                       gconstpointer  data)
{
  copy (fixture, PAGE, "The Lock Gates Are Not For Sale, By Odile Marsh");
  paste (fixture);
  page_fixture_wait (has_article, fixture->window);
  g_assert_cmpstr (cp_article_get_title (cp_window_get_article (fixture->window)), ==,
                   "The Lock Gates Are Not For Sale");
}

static void
test_a_pasted_text_becomes_an_article (Fixture       *fixture,
                                       gconstpointer  data)
{
  copy (fixture, NULL, TEXT);
  paste (fixture);
  page_fixture_wait (has_article, fixture->window);
  g_assert_nonnull (strstr (cp_article_get_text (cp_window_get_article (fixture->window)), "A marina can be built"));
}

static void
test_pasting_twice_opens_what_is_there (Fixture       *fixture,
                                        gconstpointer  data)
{
  CpArticle *article;

  copy (fixture, NULL, TEXT);
  paste (fixture);
  page_fixture_wait (has_article, fixture->window);
  article = cp_window_get_article (fixture->window);
  page_fixture_wait (is_idle, fixture->window);
  paste (fixture);
  page_fixture_wait (is_idle, fixture->window);
  g_assert_true (cp_window_get_article (fixture->window) == article);
  g_assert_cmpuint (g_list_model_get_n_items (cp_desk_list_articles (fixture->desk)), ==, 1);
}

static void
test_a_clipboard_without_text_imports_nothing (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("\211PNG", 4);
  g_autoptr(GdkContentProvider) picture = gdk_content_provider_new_for_bytes ("image/png", bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), picture);
  paste (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cp_desk_get_import_queue (fixture->desk))), ==, 0);
}

static void
test_a_dropped_file_becomes_an_article (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "gates.html", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GSList) files = g_slist_prepend (NULL, file);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, PAGE, -1, &error);
  g_assert_no_error (error);
  g_assert_true (drop (fixture, files));
  page_fixture_wait (has_article, fixture->window);
  g_assert_cmpstr (cp_article_get_title (cp_window_get_article (fixture->window)), ==,
                   "The Lock Gates Are Not For Sale");
}

static void
test_a_drop_without_files_is_not_taken (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_assert_false (drop (fixture, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cp_desk_get_import_queue (fixture->desk))), ==, 0);
}

static void
test_selections_are_pages_and_texts (void)
{
  static const struct
  {
    const char *type;
    gboolean    offered;
  } cases[] = {
    { "text/html", TRUE }, { "text/plain", TRUE }, { "text/uri-list", TRUE }, { "image/png", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GdkContentFormats) formats = gdk_content_formats_new (&(const char *) { cases[i].type }, 1);

      g_assert_cmpint (cp_transfer_is_offered (formats), ==, cases[i].offered);
    }
}

static void
test_what_failed_is_told_with_a_way_to_the_report (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "import-report"));
  import_two (fixture);
  page_fixture_wait (is_idle, fixture->window);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "import-report"));
}

static gboolean
has_rows (gpointer data)
{
  return page_fixture_find (data, CP_TYPE_IMPORT_REPORT_ROW) != NULL;
}

static guint
count_shown (GtkWindow *report)
{
  GtkWidget *list = page_fixture_find (GTK_WIDGET (report), GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_the_report_is_filtered_by_what_became_of_files (Fixture       *fixture,
                                                     gconstpointer  data)
{
  GtkWindow *report;
  GtkWidget *failed;

  import_two (fixture);
  page_fixture_wait (is_idle, fixture->window);
  report = open_report (fixture);
  page_fixture_wait (has_rows, report);
  g_assert_cmpuint (count_shown (report), ==, 2);
  failed = find_button (GTK_WIDGET (report), "Failed 1");
  g_assert_nonnull (failed);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (failed), TRUE);
  g_assert_cmpuint (count_shown (report), ==, 1);
  gtk_window_destroy (report);
}

static void
test_the_report_opens_what_was_imported (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr(CpImportJob) job = NULL;
  GtkWindow *report;

  import_two (fixture);
  page_fixture_wait (is_idle, fixture->window);
  job = g_list_model_get_item (G_LIST_MODEL (cp_desk_get_import_queue (fixture->desk)), 0);
  report = open_report (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (report), "report.open", "s",
                                             cp_import_job_get_article_id (job)));
  g_assert_cmpstr (cp_article_get_id (cp_window_get_article (fixture->window)), ==,
                   cp_import_job_get_article_id (job));
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  application = GTK_APPLICATION (adw_application_new ("app.counterpoint.Test", G_APPLICATION_NON_UNIQUE));
  g_application_set_resource_base_path (G_APPLICATION (application), "/app/counterpoint/Counterpoint");
  g_application_register (G_APPLICATION (application), NULL, NULL);
  cp_theme_colors_install (gdk_display_get_default ());

  add ("/import/paste/page", test_a_pasted_page_becomes_an_article);
  add ("/import/paste/text", test_a_pasted_text_becomes_an_article);
  add ("/import/paste/twice", test_pasting_twice_opens_what_is_there);
  add ("/import/paste/nothing", test_a_clipboard_without_text_imports_nothing);
  add ("/import/drop/file", test_a_dropped_file_becomes_an_article);
  add ("/import/drop/nothing", test_a_drop_without_files_is_not_taken);
  g_test_add_func ("/import/selections", test_selections_are_pages_and_texts);
  add ("/import/bar/report", test_what_failed_is_told_with_a_way_to_the_report);
  add ("/import/report/filter", test_the_report_is_filtered_by_what_became_of_files);
  add ("/import/report/open", test_the_report_opens_what_was_imported);

  return g_test_run ();
}
