/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library in the sidebar: sorted by day, searched, narrowed down, and what was chosen in it. */

#include "config.h"

#include <adwaita.h>

#include "cp-facet-button.h"
#include "cp-library-sidebar.h"
#include "page-fixture.h"

typedef struct
{
  char      *folder;
  CpDesk    *desk;
  GtkWidget *sidebar;
  GtkWidget *list;
  GtkWidget *search_entry;
  CpArticle *chosen;
} Fixture;

static GListModel *
get_shown (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (fixture->list)));
}

static const char *
get_title (Fixture *fixture,
           guint    position)
{
  g_autoptr(CpArticle) article = g_list_model_get_item (get_shown (fixture), position);

  /* The library holds on to it. */
  return cp_article_get_title (article);
}

static void
chosen_cb (Fixture   *fixture,
           CpArticle *article)
{
  fixture->chosen = article;
}

static gboolean
is_imported (gpointer data)
{
  return !cp_import_queue_get_running (cp_desk_get_import_queue (data));
}

static gboolean
shows_one (gpointer data)
{
  return g_list_model_get_n_items (get_shown (data)) == 1;
}

static gboolean
shows_all (gpointer data)
{
  return g_list_model_get_n_items (get_shown (data)) == 4;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *samples = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "samples", NULL);
  const char *names[] = {
    "ostermouth-charge-keep.html", "ostermouth-charge-repeal.md", "school-phones-ban.md", "school-phones-teach.txt",
  };
  g_autoptr(CpLibrary) library = NULL;

  fixture->folder = g_dir_make_tmp ("counterpoint-sidebar-XXXXXX", NULL);
  library = cp_library_open (fixture->folder, NULL);
  fixture->desk = cp_desk_new (library);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (samples, names[i], NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      cp_desk_import (fixture->desk, &file, 1);
    }
  page_fixture_wait (is_imported, fixture->desk);

  fixture->sidebar = g_object_ref_sink (g_object_new (CP_TYPE_LIBRARY_SIDEBAR, NULL));
  fixture->list = page_fixture_find (fixture->sidebar, GTK_TYPE_LIST_VIEW);
  fixture->search_entry = page_fixture_find (fixture->sidebar, GTK_TYPE_SEARCH_ENTRY);
  g_signal_connect_swapped (fixture->sidebar, "chosen", G_CALLBACK (chosen_cb), fixture);
  cp_library_sidebar_set_desk (CP_LIBRARY_SIDEBAR (fixture->sidebar), fixture->desk);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->sidebar);
  g_clear_object (&fixture->desk);
  page_fixture_remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

static void
test_the_latest_comes_first (Fixture       *fixture,
                             gconstpointer  data)
{
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (fixture)), ==, 4);
  for (guint i = 1; i < 4; i++)
    {
      g_autoptr(CpArticle) before = g_list_model_get_item (get_shown (fixture), i - 1);
      g_autoptr(CpArticle) article = g_list_model_get_item (get_shown (fixture), i);

      g_assert_cmpstr (cp_article_get_published (before), >=, cp_article_get_published (article));
    }
}

static void
test_searching_shows_what_has_the_words (Fixture       *fixture,
                                         gconstpointer  data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->search_entry), "Stockholm referendum");
  page_fixture_wait (shows_one, fixture);
  g_assert_cmpstr (get_title (fixture, 0), ==, "The congestion charge is working. The council should keep its nerve");

  gtk_editable_set_text (GTK_EDITABLE (fixture->search_entry), "");
  page_fixture_wait (shows_all, fixture);
}

static void
test_an_outlet_narrows_the_library (Fixture       *fixture,
                                    gconstpointer  data)
{
  CpFacetButton *outlet = CP_FACET_BUTTON (page_fixture_find (fixture->sidebar, CP_TYPE_FACET_BUTTON));

  cp_facet_button_set_chosen (outlet, "The Tidewater Examiner");
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (fixture)), ==, 1);
  cp_facet_button_set_chosen (outlet, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (fixture)), ==, 4);
}

static void
test_an_outlet_that_is_gone_lets_go_of_the_library (Fixture       *fixture,
                                                    gconstpointer  data)
{
  CpFacetButton *outlet = CP_FACET_BUTTON (page_fixture_find (fixture->sidebar, CP_TYPE_FACET_BUTTON));

  cp_facet_button_set_chosen (outlet, "The Lost Gazette");
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (fixture)), ==, 0);
  g_signal_emit_by_name (outlet, "opened");
  g_assert_null (cp_facet_button_get_chosen (outlet));
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (fixture)), ==, 4);
}

static void
test_selecting_a_row_chooses_its_article (Fixture       *fixture,
                                          gconstpointer  data)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_shown (fixture)), 2, TRUE);
  g_assert_cmpstr (cp_article_get_title (fixture->chosen), ==, get_title (fixture, 2));
}

static void
test_marking_what_is_read_is_silent (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(CpArticle) article = g_list_model_get_item (get_shown (fixture), 1);

  cp_library_sidebar_set_chosen (CP_LIBRARY_SIDEBAR (fixture->sidebar), article);
  g_assert_null (fixture->chosen);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (get_shown (fixture)), 1));
}

static void
test_what_is_read_stays_marked_when_the_library_grows (Fixture       *fixture,
                                                       gconstpointer  data)
{
  g_autoptr(CpArticle) last = g_list_model_get_item (get_shown (fixture), 3);
  g_autoptr(CpArticle) first = g_list_model_get_item (get_shown (fixture), 0);

  cp_library_sidebar_set_chosen (CP_LIBRARY_SIDEBAR (fixture->sidebar), last);
  cp_desk_remove_article (fixture->desk, first);
  cp_history_undo (cp_desk_get_history (fixture->desk));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (get_shown (fixture)), 3));
  g_assert_null (fixture->chosen);
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
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/library-sidebar/order", test_the_latest_comes_first);
  add ("/library-sidebar/search", test_searching_shows_what_has_the_words);
  add ("/library-sidebar/outlet", test_an_outlet_narrows_the_library);
  add ("/library-sidebar/outlet-gone", test_an_outlet_that_is_gone_lets_go_of_the_library);
  add ("/library-sidebar/choose", test_selecting_a_row_chooses_its_article);
  add ("/library-sidebar/silent", test_marking_what_is_read_is_silent);
  add ("/library-sidebar/grows", test_what_is_read_stays_marked_when_the_library_grows);

  return g_test_run ();
}
