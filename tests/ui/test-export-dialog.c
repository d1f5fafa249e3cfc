/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary is shown as it will be saved, in both formats, and saved in the one that its name says. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cp-export-dialog.h"
#include "page-fixture.h"

typedef struct
{
  char      *folder;
  char      *start;
  CpReport  *report;
  GtkWidget *window;
  GtkWindow *dialog;
  GFile     *saved;
} Fixture;

static void
saved_cb (Fixture *fixture,
          GFile   *file)
{
  g_set_object (&fixture->saved, file);
}

static void
closed_cb (gpointer  data,
           GObject  *dialog)
{
  ((Fixture *) data)->dialog = NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char * const quotes[] = { "nine million, once", NULL };
  g_autoptr(CpArticle) article = page_fixture_new_article ();
  g_autoptr(CpTheme) theme = page_fixture_new_theme (article, "The wall", quotes);
  g_autoptr(GListStore) themes = g_list_store_new (CP_TYPE_THEME);
  g_autoptr(GDateTime) now = g_date_time_new_utc (2024, 3, 10, 12, 0, 0);
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("counterpoint-export-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->start = g_get_current_dir ();
  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  g_list_store_append (themes, theme);
  fixture->report = cp_report_new_for_article (article, G_LIST_MODEL (themes), now);
  fixture->window = page_fixture_present (gtk_label_new ("The window behind"));
  fixture->dialog = cp_export_dialog_new (GTK_WINDOW (fixture->window), fixture->report);
  g_signal_connect_swapped (fixture->dialog, "saved", G_CALLBACK (saved_cb), fixture);
  g_object_weak_ref (G_OBJECT (fixture->dialog), closed_cb, fixture);
  gtk_window_present (fixture->dialog);
}

static gboolean
is_closed (gpointer data)
{
  return ((Fixture *) data)->dialog == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->dialog != NULL)
    gtk_window_close (fixture->dialog);
  page_fixture_wait (is_closed, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->saved);
  g_assert_finalize_object (fixture->report);
  g_assert_cmpint (g_chdir (fixture->start), ==, 0);
  g_clear_pointer (&fixture->start, g_free);
  page_fixture_remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
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
choose_markdown (Fixture *fixture)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->dialog), "Markdown");

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/* The dialog of GTK itself, as there is no portal here. */
static gboolean
has_chooser (gpointer data)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    {
      if (GTK_IS_FILE_CHOOSER (window->data) && gtk_widget_get_mapped (window->data))
        *(GtkFileChooser **) data = window->data;
    }

  return *(GtkFileChooser **) data != NULL;
}

typedef struct
{
  GtkFileChooser *chooser;
  GFile          *file;
} Aim;

static gboolean
is_aimed (gpointer data)
{
  Aim *aim = data;
  g_autoptr(GFile) file = gtk_file_chooser_get_file (aim->chooser);

  return file != NULL && g_file_equal (file, aim->file);
}

/* The chooser begins in the current folder, and goes on loading it for a while, so that being sent to another one
 * would have to wait for what cannot be seen.
 *
 * Returns: (transfer full): what was proposed as the name */
static char *
save_as (Fixture    *fixture,
         const char *name)
{
  g_autoptr(GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr(GFile) file = g_file_get_child (folder, name);
  Aim aim = { NULL, file };
  char *proposed;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "export.save", NULL));
  page_fixture_wait (has_chooser, &aim.chooser);
  proposed = gtk_file_chooser_get_current_name (aim.chooser);
  gtk_file_chooser_set_current_name (aim.chooser, name);
  page_fixture_wait (is_aimed, &aim);
  gtk_dialog_response (GTK_DIALOG (aim.chooser), GTK_RESPONSE_ACCEPT);
  page_fixture_wait (is_closed, fixture);
  g_assert_cmpstr (g_file_peek_path (fixture->saved), ==, g_file_peek_path (file));

  return proposed;
}

static void
assert_saved (Fixture        *fixture,
              CpReportFormat  format)
{
  g_autofree char *expected = cp_report_to_string (fixture->report, format);
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (fixture->saved);
  g_file_get_contents (g_file_peek_path (fixture->saved), &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, expected);
}

static void
test_the_preview_is_the_page_that_is_saved (Fixture       *fixture,
                                            gconstpointer  data)
{
  GtkWidget *view = page_fixture_find (GTK_WIDGET (fixture->dialog), CP_TYPE_READER_VIEW);

  page_fixture_expect (CP_READER_VIEW (view),
                       "return [document.querySelectorAll ('h1').length,"
                       " document.body.textContent.includes ('nine million, once')]", "[1,true]");
}

static void
test_the_source_is_the_markdown_that_is_saved (Fixture       *fixture,
                                               gconstpointer  data)
{
  GtkWidget *stack = page_fixture_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_STACK);
  GtkWidget *source = page_fixture_find (gtk_stack_get_child_by_name (GTK_STACK (stack), "markdown"),
                                         GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (source));
  g_autofree char *expected = cp_report_to_string (fixture->report, CP_REPORT_MARKDOWN);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  g_assert_false (gtk_widget_get_mapped (source));
  choose_markdown (fixture);
  g_assert_true (gtk_widget_get_mapped (source));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_the_chosen_format_is_saved_and_the_dialog_closes (Fixture       *fixture,
                                                       gconstpointer  data)
{
  g_autofree char *proposed = NULL;

  choose_markdown (fixture);
  proposed = save_as (fixture, "summary");
  g_assert_true (g_str_has_suffix (proposed, ".md"));
  assert_saved (fixture, CP_REPORT_MARKDOWN);
}

static void
test_another_ending_means_another_format (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autofree char *proposed = save_as (fixture, "summary.md");

  g_assert_true (g_str_has_suffix (proposed, ".html"));
  assert_saved (fixture, CP_REPORT_MARKDOWN);
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
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add ("/export-dialog/preview", test_the_preview_is_the_page_that_is_saved);
  add ("/export-dialog/source", test_the_source_is_the_markdown_that_is_saved);
  add ("/export-dialog/save/chosen-format", test_the_chosen_format_is_saved_and_the_dialog_closes);
  add ("/export-dialog/save/another-ending", test_another_ending_means_another_format);

  return g_test_run ();
}
