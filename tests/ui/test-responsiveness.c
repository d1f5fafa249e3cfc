/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window goes on answering while many files are imported, and keeps what was done when the import is stopped. */

#include "config.h"

#include "cp-theme-colors.h"
#include "cp-window-private.h"
#include "page-fixture.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

/* How often the watch looks, in milliseconds: short against what it looks for. */
#define WATCH 4

/* How many files are imported, unless the command line says. */
#define N_FILES 250

typedef struct
{
  char      *folder;
  char      *pages;
  CpLibrary *library;
  CpDesk    *desk;
  CpWindow  *window;
} Fixture;

/* Watches how long the main loop is away. The time in which other programs had the processor does not count. */
typedef struct
{
  guint  source;
  double last;
  double longest;
  guint  n_looks;
} Watch;

static GtkApplication *application;
static guint n_files = N_FILES;

static const char * const subjects[] = {
  "The harbour board", "A toll on the bridge", "The night ferry", "Every village school", "The river authority",
  "A winter fuel grant", "The county library", "A tax on empty houses", "The railway inquiry", "Our fishing fleet",
};

static const char * const verbs[] = {
  "should answer for", "cannot do without", "has long neglected", "would be the end of", "depends on",
  "must be weighed against", "was never meant for", "deserves better than", "is paid for by", "will outlive",
};

static const char * const objects[] = {
  "the new timetable", "a fair rent", "the flood wall", "those who clean its beaches", "cheap electricity",
  "the apprentices of the yard", "a second opinion", "the promises of last spring", "its oldest customers", "a vote",
};

static double
get_seconds_waited (void)
{
  g_autofree char *text = NULL;
  guint64 ran, waited;

  /* Time on a processor and time in the queue for one, in nanoseconds. */
  if (!g_file_get_contents ("/proc/thread-self/schedstat", &text, NULL, NULL) ||
      sscanf (text, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, &ran, &waited) != 2)
    return 0.0;

  return waited / 1e9;
}

static double
get_own_time (void)
{
  return g_get_monotonic_time () / 1e3 - get_seconds_waited () * 1e3;
}

static gboolean
look_cb (gpointer data)
{
  Watch *watch = data;
  double now = get_own_time ();

  watch->longest = MAX (watch->longest, now - watch->last - WATCH);
  watch->last = now;
  watch->n_looks++;

  return G_SOURCE_CONTINUE;
}

static void
start_watch (Watch *watch)
{
  watch->last = get_own_time ();
  watch->source = g_timeout_add_full (G_PRIORITY_HIGH, WATCH, look_cb, watch, NULL);
}

static void
append_paragraph (GString *html,
                  guint    page,
                  guint    paragraph)
{
  g_string_append (html, "<p>");
  for (guint i = 0; i < 5; i++)
    {
      guint seed = page * 31 + paragraph * 7 + i * 3;

      g_string_append_printf (html, "%s %s %s, as number %u of this column has said. ",
                              subjects[(seed + page / 10) % G_N_ELEMENTS (subjects)],
                              verbs[(seed + paragraph) % G_N_ELEMENTS (verbs)],
                              objects[(seed / 3 + page) % G_N_ELEMENTS (objects)], page);
    }
  g_string_append (html, "</p>\n");
}

static void
write_page (const char *folder,
            guint       page)
{
  g_autoptr(GString) html = g_string_new ("<!DOCTYPE html>\n<html lang=\"en\"><head>\n");
  g_autofree char *path = g_strdup_printf ("%s/page-%04u.html", folder, page);
  g_autoptr(GError) error = NULL;

  g_string_append_printf (html, "<title>%s, number %u</title>\n"
                                "<meta name=\"author\" content=\"Columnist %u\">\n"
                                "<meta property=\"article:published_time\" content=\"20%02u-%02u-%02u\">\n</head><body><article>\n",
                          subjects[page % G_N_ELEMENTS (subjects)], page, page % 37, page % 24, 1 + page % 12,
                          1 + page % 28);
  for (guint i = 0; i < 12; i++)
    append_paragraph (html, page, i);
  g_string_append (html, "</article></body></html>\n");
  g_file_set_contents (path, html->str, html->len, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("counterpoint-responsiveness-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->pages = g_build_filename (fixture->folder, "pages", NULL);
  g_assert_no_errno (g_mkdir (fixture->pages, 0700));
  for (guint i = 0; i < n_files; i++)
    write_page (fixture->pages, i);

  fixture->library = cp_library_open (fixture->folder, &error);
  g_assert_no_error (error);
  fixture->desk = cp_desk_new (fixture->library);
  fixture->window = cp_window_new (application, fixture->desk);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
is_running (Fixture *fixture)
{
  return cp_import_queue_get_running (cp_desk_get_import_queue (fixture->desk)) || fixture->window->loading != NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->desk);
  g_clear_object (&fixture->library);
  page_fixture_remove_folder (fixture->folder);
  g_free (fixture->pages);
  g_free (fixture->folder);
}

static void
import_pages (Fixture *fixture)
{
  g_autoptr(GFile) folder = g_file_new_for_path (fixture->pages);

  cp_window_import (fixture->window, &folder, 1, FALSE);
}

static guint
count_articles (Fixture *fixture)
{
  return g_list_model_get_n_items (cp_desk_list_articles (fixture->desk));
}

static void
test_the_window_answers_while_many_files_are_imported (Fixture       *fixture,
                                                       gconstpointer  data)
{
  gint64 begin = g_get_monotonic_time ();
  Watch watch = { 0 };

  /* The first frames draw everything for the first time, import or not. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  start_watch (&watch);
  import_pages (fixture);
  while (is_running (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (watch.source);

  g_assert_cmpuint (count_articles (fixture), ==, n_files);
  g_test_message ("%u files in %.1f s; the main loop was away %.1f ms at most (%u looks)", n_files,
                  (g_get_monotonic_time () - begin) / 1e6, watch.longest, watch.n_looks);

  /* A figure and no verdict: a slow machine is no fault. The promise is 100 ms. */
  g_test_minimized_result (watch.longest, "longest stall of the main loop, in ms");
}

static void
test_stopping_an_import_keeps_what_is_done (Fixture       *fixture,
                                            gconstpointer  data)
{
  CpImportQueue *queue = cp_desk_get_import_queue (fixture->desk);
  g_autoptr(CpDesk) later = NULL;
  g_autoptr(GError) error = NULL;
  guint n_kept;

  import_pages (fixture);
  while (count_articles (fixture) < 20)
    g_main_context_iteration (NULL, TRUE);
  cp_import_queue_cancel (queue);
  while (is_running (fixture))
    g_main_context_iteration (NULL, TRUE);

  n_kept = count_articles (fixture);
  g_assert_cmpuint (n_kept, >=, 20);
  g_assert_cmpuint (n_kept, <, n_files);
  g_assert_cmpuint (cp_import_queue_get_n_done (queue), ==, n_files);

  later = cp_desk_new (fixture->library);
  g_assert_true (cp_desk_load (later, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (cp_desk_list_articles (later)), ==, n_kept);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    n_files = MAX (atoi (argv[1]), 50);

  application = GTK_APPLICATION (adw_application_new ("app.counterpoint.Test", G_APPLICATION_NON_UNIQUE));
  g_application_set_resource_base_path (G_APPLICATION (application), "/app/counterpoint/Counterpoint");
  g_application_register (G_APPLICATION (application), NULL, NULL);
  cp_theme_colors_install (gdk_display_get_default ());

  g_test_add ("/responsiveness/import", Fixture, NULL, set_up,
              test_the_window_answers_while_many_files_are_imported, tear_down);
  g_test_add ("/responsiveness/cancel", Fixture, NULL, set_up,
              test_stopping_an_import_keeps_what_is_done, tear_down);

  return g_test_run ();
}
