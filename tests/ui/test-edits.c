/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Details and paragraphs are edited in the window, undoably; originals, versions and notes are there to be looked at. */

#include "config.h"

#include "cp-field-row.h"
#include "cp-highlight.h"
#include "cp-notes-panel.h"
#include "cp-original-view.h"
#include "cp-sealed-web-view.h"
#include "cp-theme-colors.h"
#include "cp-versions-group.h"
#include "cp-window-private.h"
#include "page-fixture.h"

#define PAGE                                                                                                          \
  "<!DOCTYPE html><html lang=\"en\"><head><title>Count the Herons First</title>"                                      \
  "<meta name=\"author\" content=\"Odile Marsh\"><meta property=\"article:published_time\" content=\"2023-05-04\">"  \
  "<link rel=\"canonical\" href=\"https://quay.example/herons\"></head><body><article><h1>Count the Herons First</h1>" \
  "<p>Nobody asked the herons about the marina, and nobody will, unless the council is made to ask them.</p>"        \
  "<p>They have stood on that bank for longer than the council has sat, and they have done it less harm.</p>"        \
  "%s</article></body></html>"

#define MORE "<p>Since this was written the council has counted them. There were forty, and one was asleep on a gate.</p>"

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

  fixture->folder = g_dir_make_tmp ("counterpoint-edits-XXXXXX", &error);
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

  return !cp_import_queue_get_running (cp_desk_get_import_queue (window->desk)) && window->loading == NULL &&
         (window->article == NULL || window->themes != NULL);
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
import_page (Fixture    *fixture,
             const char *name,
             const char *more)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *page = g_strdup_printf (PAGE, more);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, page, -1, &error);
  g_assert_no_error (error);
  cp_window_import (fixture->window, &file, 1, FALSE);
  page_fixture_wait (is_idle, fixture->window);
  g_assert_nonnull (cp_window_get_article (fixture->window));
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static GtkWidget *
present_row (GtkWidget *row)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return page_fixture_present (list);
}

static void
given_cb (char      **given,
          const char *value)
{
  g_free (*given);
  *given = g_strdup (value);
}

static void
type (GtkWidget  *row,
      const char *text)
{
  GtkWidget *entry = page_fixture_find (row, GTK_TYPE_ENTRY);

  cp_field_row_edit (CP_FIELD_ROW (row));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_a_day_that_is_none_is_not_taken (void)
{
  GtkWidget *row = cp_field_row_new (CP_FIELD_PUBLISHED, "Published");
  GtkWidget *window = present_row (row);
  g_autofree char *given = NULL;

  g_signal_connect_swapped (row, "value-given", G_CALLBACK (given_cb), &given);
  type (row, "2024-02-30");
  g_assert_null (given);
  type (row, "last spring");
  g_assert_null (given);
  type (row, "2024-02-29");
  g_assert_cmpstr (given, ==, "2024-02-29");
  page_fixture_destroy (window, row);
}

static void
test_an_address_is_one_of_the_web (void)
{
  GtkWidget *row = cp_field_row_new (CP_FIELD_URL, "Address");
  GtkWidget *window = present_row (row);
  g_autofree char *given = NULL;

  g_signal_connect_swapped (row, "value-given", G_CALLBACK (given_cb), &given);
  type (row, "javascript:alert(1)");
  g_assert_null (given);
  type (row, " https://quay.example/herons ");
  g_assert_cmpstr (given, ==, "https://quay.example/herons");
  page_fixture_destroy (window, row);
}

static void
test_an_edited_author_is_shown_and_undone (Fixture       *fixture,
                                           gconstpointer  data)
{
  import_page (fixture, "herons.html", "");
  g_assert_true (cp_desk_set_field (fixture->desk, fixture->window->article, CP_FIELD_AUTHORS, "Ada Quill; Ben Nib"));
  g_assert_cmpstr (cp_article_get_authors (cp_window_get_article (fixture->window))[1], ==, "Ben Nib");
  g_assert_true (cp_article_pane_get_article (fixture->window->pane) == cp_window_get_article (fixture->window));
  page_fixture_wait (is_idle, fixture->window);

  activate (fixture, "win.undo");
  g_assert_cmpstr (cp_article_get_authors (cp_window_get_article (fixture->window))[0], ==, "Odile Marsh");
  g_assert_null (cp_article_get_authors (cp_window_get_article (fixture->window))[1]);
}

static int
find_block (CpArticle  *article,
            const char *beginning)
{
  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      if (g_str_has_prefix (cp_block_get_text (cp_article_get_block (article, i)), beginning))
        return i;
    }

  g_assert_not_reached ();
}

static void
test_a_paragraph_set_aside_leaves_the_text_and_comes_back (Fixture       *fixture,
                                                           gconstpointer  data)
{
  int position;

  import_page (fixture, "herons.html", "");
  position = find_block (fixture->window->article, "They have stood");
  cp_window_move_block (fixture->window, fixture->window->pane, position);
  g_assert_null (strstr (cp_article_get_text (cp_window_get_article (fixture->window)), "They have stood"));
  page_fixture_wait (is_idle, fixture->window);

  activate (fixture, "win.undo");
  g_assert_nonnull (strstr (cp_article_get_text (cp_window_get_article (fixture->window)), "They have stood"));
}

static gboolean
shows_original (gpointer data)
{
  GtkWidget *view = page_fixture_find (data, CP_TYPE_ORIGINAL_VIEW);

  return page_fixture_find (view, CP_TYPE_SEALED_WEB_VIEW) != NULL;
}

static void
test_the_original_takes_the_place_of_the_text (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr(GVariant) view = NULL;

  import_page (fixture, "herons.html", "");
  activate (fixture, "win.show-original");
  page_fixture_wait (shows_original, fixture->window->pane);

  /* Who steps to a passage wants to read. */
  activate (fixture, "win.next-passage");
  view = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "view");
  g_assert_cmpstr (g_variant_get_string (view, NULL), ==, "reader");
}

static void
test_versions_are_listed_where_there_are_several (Fixture       *fixture,
                                                  gconstpointer  data)
{
  GtkWidget *group;

  import_page (fixture, "herons.html", "");
  group = page_fixture_find (GTK_WIDGET (fixture->window->details_panel), CP_TYPE_VERSIONS_GROUP);
  g_assert_false (gtk_widget_get_visible (group));

  import_page (fixture, "herons-later.html", MORE);
  g_assert_nonnull (cp_article_get_revision_of (cp_window_get_article (fixture->window)));
  g_assert_true (gtk_widget_get_visible (group));
}

static guint
count_rows (GtkWidget *widget)
{
  GtkWidget *list = page_fixture_find (widget, GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
}

static gboolean
lists_one (gpointer data)
{
  return count_rows (data) == 1;
}

static void
test_the_library_lists_a_piece_once (Fixture       *fixture,
                                     gconstpointer  data)
{
  import_page (fixture, "herons.html", "");
  import_page (fixture, "herons-later.html", MORE);
  g_assert_cmpuint (g_list_model_get_n_items (cp_desk_list_articles (fixture->desk)), ==, 2);
  page_fixture_wait (lists_one, fixture->window->sidebar);
}

static void
shown_cb (CpPassage **shown,
          CpPassage  *passage)
{
  *shown = passage;
}

static void
test_notes_lead_to_their_places (void)
{
  g_autoptr(CpPassage) passage = cp_passage_new_from_text ("Nobody asked the herons.", 7, 12, 1);
  g_autoptr(CpHighlight) highlight = cp_highlight_new (passage, "Did they?", "wallabag", "2024-01-02T03:04:05Z");
  g_autoptr(GListStore) highlights = g_list_store_new (CP_TYPE_HIGHLIGHT);
  GtkWidget *panel = g_object_new (CP_TYPE_NOTES_PANEL, NULL);
  GtkWidget *window = page_fixture_present (panel);
  CpPassage *shown = NULL;
  GtkWidget *list;

  g_list_store_append (highlights, highlight);
  g_signal_connect_swapped (panel, "passage-activated", G_CALLBACK (shown_cb), &shown);
  cp_notes_panel_set_highlights (CP_NOTES_PANEL (panel), G_LIST_MODEL (highlights));
  list = page_fixture_find (panel, GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_true (shown == passage);
  page_fixture_destroy (window, panel);
}

static gboolean
has_label (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_label (child, text))
        return TRUE;
    }

  return FALSE;
}

static void
test_notes_tell_their_day_and_what_is_not_found (void)
{
  g_autoptr(CpPassage) lost = cp_passage_new_unplaced ("Nobody asked the gulls.", "", "");
  g_autoptr(CpPassage) whole = cp_passage_new_unplaced ("", "", "");
  g_autoptr(CpHighlight) words = cp_highlight_new (lost, NULL, "wallabag", "2024-01-02T03:04:05Z");
  g_autoptr(CpHighlight) page = cp_highlight_new (whole, "Read it again.", "wallabag", "2024-01-03");
  g_autoptr(GListStore) highlights = g_list_store_new (CP_TYPE_HIGHLIGHT);
  GtkWidget *panel = g_object_new (CP_TYPE_NOTES_PANEL, NULL);
  GtkWidget *window = page_fixture_present (panel);

  g_list_store_append (highlights, words);
  g_list_store_append (highlights, page);
  cp_notes_panel_set_highlights (CP_NOTES_PANEL (panel), G_LIST_MODEL (highlights));
  g_assert_true (has_label (panel, "wallabag · 2 January 2024 · not found in the text"));
  g_assert_true (has_label (panel, "wallabag · 3 January 2024"));
  page_fixture_destroy (window, panel);
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

  g_test_add_func ("/edits/fields/day", test_a_day_that_is_none_is_not_taken);
  g_test_add_func ("/edits/fields/address", test_an_address_is_one_of_the_web);
  add ("/edits/author", test_an_edited_author_is_shown_and_undone);
  add ("/edits/paragraph", test_a_paragraph_set_aside_leaves_the_text_and_comes_back);
  add ("/edits/original", test_the_original_takes_the_place_of_the_text);
  add ("/edits/versions/details", test_versions_are_listed_where_there_are_several);
  add ("/edits/versions/library", test_the_library_lists_a_piece_once);
  g_test_add_func ("/edits/notes", test_notes_lead_to_their_places);
  g_test_add_func ("/edits/notes/origin", test_notes_tell_their_day_and_what_is_not_found);

  return g_test_run ();
}
