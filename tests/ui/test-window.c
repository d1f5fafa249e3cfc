/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: what it opens, compares, remembers and says, driven by its actions. */

#include "config.h"

#include "cp-library.h"
#include "cp-sealed-web-view.h"
#include "cp-theme-colors.h"
#include "cp-window-private.h"
#include "page-fixture.h"

typedef struct
{
  char           *folder;
  CpLibrary      *library;
  CpDesk         *desk;
  GSettings      *settings;
  CpWindow       *window;
} Fixture;

static GtkApplication *application;

static CpWindow *
open_window (Fixture *fixture)
{
  CpWindow *window = cp_window_new (application, fixture->desk);

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("counterpoint-window-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->library = cp_library_open (fixture->folder, &error);
  g_assert_no_error (error);
  fixture->desk = cp_desk_new (fixture->library);
  fixture->settings = g_settings_new (CP_APPLICATION_ID);
  fixture->window = open_window (fixture);
}

static gboolean
is_idle (gpointer data)
{
  CpWindow *window = data;

  return !cp_import_queue_get_running (cp_desk_get_import_queue (window->desk)) &&
         window->loading == NULL && window->comparing == NULL;
}

static void
close_window (Fixture *fixture)
{
  page_fixture_wait (is_idle, fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  const char *keys[] = {
    "last-article", "last-compared", "panel", "panel-width", "reader-colors", "sidebar-visible", "text-scale",
  };

  if (fixture->window != NULL)
    close_window (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->desk);
  g_clear_object (&fixture->library);
  page_fixture_remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

static GFile *
get_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "samples", name, NULL);

  return g_file_new_for_path (path);
}

static gboolean
has_themes (gpointer data)
{
  CpWindow *window = data;

  return window->article != NULL && window->themes != NULL;
}

static gboolean
has_comparison (gpointer data)
{
  return cp_window_get_comparison (data) != NULL;
}

static gboolean
compares_nothing (gpointer data)
{
  return CP_WINDOW (data)->other == NULL;
}

static gboolean
shows_problem (gpointer data)
{
  GtkWidget *bar = GTK_WIDGET (CP_WINDOW (data)->import_bar);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (page_fixture_find (bar, GTK_TYPE_REVEALER)));
}

static void
import_one (Fixture *fixture)
{
  g_autoptr(GFile) file = get_sample ("ostermouth-charge-repeal.md");

  cp_window_import (fixture->window, &file, 1, FALSE);
  page_fixture_wait (has_themes, fixture->window);
}

static void
import_pair (Fixture *fixture)
{
  g_autoptr(GFile) one = get_sample ("ostermouth-charge-repeal.md");
  g_autoptr(GFile) other = get_sample ("ostermouth-charge-keep.html");
  GFile *files[] = { one, other };

  cp_window_import (fixture->window, files, G_N_ELEMENTS (files), TRUE);
  page_fixture_wait (has_comparison, fixture->window);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static gboolean
is_enabled (Fixture    *fixture,
            const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action);
}

static CpTheme *
choose_first_theme (Fixture *fixture)
{
  g_autoptr(CpTheme) theme = g_list_model_get_item (fixture->window->themes, 0);

  cp_window_choose_theme (fixture->window, theme);

  return theme;
}

static void
test_an_empty_library_says_what_to_do (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stages), ==, "welcome");
  g_assert_true (is_enabled (fixture, "import"));
  g_assert_false (is_enabled (fixture, "export"));
}

static void
test_one_imported_file_opens (Fixture       *fixture,
                              gconstpointer  data)
{
  import_one (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stages), ==, "library");
  g_assert_cmpstr (cp_article_get_title (cp_window_get_article (fixture->window)), ==,
                   "Ostermouth's Charge Sends the Bill to the Wrong People");
  g_assert_true (is_enabled (fixture, "export"));
}

static void
test_a_folder_opens_its_first_piece (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(GFile) samples = get_sample (".");

  cp_window_import (fixture->window, &samples, 1, FALSE);
  page_fixture_wait (has_themes, fixture->window);
  page_fixture_wait (is_idle, fixture->window);
  g_assert_cmpuint (g_list_model_get_n_items (cp_desk_list_articles (fixture->desk)), >=, 4);
}

static void
test_a_missing_file_is_told_in_the_window (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/to/be/found.html");

  cp_window_import (fixture->window, &file, 1, FALSE);
  page_fixture_wait (shows_problem, fixture->window);
  g_assert_null (cp_window_get_article (fixture->window));
}

static void
test_a_missing_file_does_not_stop_the_others (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr(GFile) missing = g_file_new_for_path ("/nowhere/to/be/found.html");
  g_autoptr(GFile) there = get_sample ("school-phones-teach.txt");
  GFile *files[] = { missing, there };

  cp_window_import (fixture->window, files, G_N_ELEMENTS (files), FALSE);
  page_fixture_wait (has_themes, fixture->window);
  page_fixture_wait (shows_problem, fixture->window);
}

static void
test_two_files_are_compared_when_asked (Fixture       *fixture,
                                        gconstpointer  data)
{
  import_pair (fixture);
  g_assert_cmpuint (cp_comparison_get_n_articles (cp_window_get_comparison (fixture->window)), ==, 2);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window->other_pane)));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->panels), ==, "compare");
}

static void
test_closing_the_comparison_leaves_the_left_article (Fixture       *fixture,
                                                     gconstpointer  data)
{
  CpArticle *left;

  import_pair (fixture);
  left = cp_window_get_article (fixture->window);
  activate (fixture, "win.close-compare");
  g_assert_true (compares_nothing (fixture->window));
  g_assert_true (cp_window_get_article (fixture->window) == left);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window->other_pane)));
}

static void
test_swapping_exchanges_the_articles (Fixture       *fixture,
                                      gconstpointer  data)
{
  CpArticle *left, *right;

  import_pair (fixture);
  left = cp_window_get_article (fixture->window);
  right = fixture->window->other;
  activate (fixture, "win.swap");
  page_fixture_wait (has_comparison, fixture->window);
  g_assert_true (cp_window_get_article (fixture->window) == right);
  g_assert_true (fixture->window->other == left);
}

static void
test_commands_on_a_theme_need_a_chosen_theme (Fixture       *fixture,
                                              gconstpointer  data)
{
  import_one (fixture);
  g_assert_false (is_enabled (fixture, "remove-theme"));
  choose_first_theme (fixture);
  g_assert_true (is_enabled (fixture, "remove-theme"));
}

static void
test_stepping_without_a_choice_chooses_the_first_theme (Fixture       *fixture,
                                                        gconstpointer  data)
{
  g_autoptr(CpTheme) first = NULL;
  g_autoptr(CpTheme) last = NULL;
  guint n_themes;

  import_one (fixture);
  n_themes = g_list_model_get_n_items (fixture->window->themes);
  first = g_list_model_get_item (fixture->window->themes, 0);
  last = g_list_model_get_item (fixture->window->themes, n_themes - 1);

  activate (fixture, "win.next-passage");
  g_assert_true (fixture->window->chosen_theme == first);
  activate (fixture, "win.previous-theme");
  g_assert_true (fixture->window->chosen_theme == last);
  activate (fixture, "win.next-theme");
  g_assert_true (fixture->window->chosen_theme == first);
}

static void
test_accepting_a_theme_is_undone (Fixture       *fixture,
                                  gconstpointer  data)
{
  CpTheme *theme;

  import_one (fixture);
  theme = choose_first_theme (fixture);
  activate (fixture, "win.accept-theme");
  g_assert_cmpint (cp_theme_get_provenance (theme), ==, CP_PROVENANCE_ACCEPTED);
  g_assert_false (is_enabled (fixture, "accept-theme"));
  activate (fixture, "win.undo");
  g_assert_cmpint (cp_theme_get_provenance (theme), ==, CP_PROVENANCE_SUGGESTED);
}

static void
test_removing_a_theme_is_undone (Fixture       *fixture,
                                 gconstpointer  data)
{
  guint n_themes;

  import_one (fixture);
  n_themes = g_list_model_get_n_items (fixture->window->themes);
  choose_first_theme (fixture);
  activate (fixture, "win.remove-theme");
  g_assert_cmpuint (g_list_model_get_n_items (fixture->window->themes), ==, n_themes - 1);
  g_assert_null (fixture->window->chosen_theme);
  activate (fixture, "win.undo");
  g_assert_cmpuint (g_list_model_get_n_items (fixture->window->themes), ==, n_themes);
}

static void
test_deleting_the_open_article_closes_it (Fixture       *fixture,
                                          gconstpointer  data)
{
  import_one (fixture);
  activate (fixture, "win.delete-article");
  g_assert_null (cp_window_get_article (fixture->window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stages), ==, "welcome");
  activate (fixture, "win.undo");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stages), ==, "library");
}

static void
test_a_matter_is_chosen_in_both_panes (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr(CpComparedTheme) matter = NULL;

  import_pair (fixture);
  matter = g_list_model_get_item (cp_comparison_list_themes (cp_window_get_comparison (fixture->window)), 0);
  cp_window_choose_matter (fixture->window, matter);
  g_assert_true (is_enabled (fixture, "next-passage"));
  activate (fixture, "win.next-passage");
  g_assert_true (fixture->window->chosen_matter == matter);
}

static void
test_the_next_window_looks_like_the_last (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autofree char *left = NULL, *right = NULL;

  import_pair (fixture);
  left = g_strdup (cp_article_get_id (cp_window_get_article (fixture->window)));
  right = g_strdup (cp_article_get_id (fixture->window->other));
  activate (fixture, "win.text-larger");
  g_object_set (fixture->window->split_view, "panel-width", 400, NULL);
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "reader-colors",
                                      g_variant_new_string ("sepia"));
  close_window (fixture);

  fixture->window = open_window (fixture);
  page_fixture_wait (has_comparison, fixture->window);
  g_assert_cmpstr (cp_article_get_id (cp_window_get_article (fixture->window)), ==, left);
  g_assert_cmpstr (cp_article_get_id (fixture->window->other), ==, right);
  g_assert_cmpfloat_with_epsilon (fixture->window->text_scale, 1.1, 0.001);
  g_assert_cmpint (cp_split_view_get_panel_width (fixture->window->split_view), ==, 400);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->panels), ==, "compare");
}

static void
test_text_size_stays_within_what_is_readable (Fixture       *fixture,
                                              gconstpointer  data)
{
  for (guint i = 0; i < 40; i++)
    activate (fixture, "win.text-larger");
  g_assert_cmpfloat (fixture->window->text_scale, <=, 2.5);
  activate (fixture, "win.text-reset");
  g_assert_cmpfloat_with_epsilon (fixture->window->text_scale, 1.0, 0.001);
}

static void
test_a_closed_window_is_gone (Fixture       *fixture,
                              gconstpointer  data)
{
  gpointer window = fixture->window;

  import_pair (fixture);
  g_object_add_weak_pointer (window, &window);
  close_window (fixture);
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* A button is named by itself or by the words in it. */
static gboolean
has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0')
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_words (child))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_ENTRY (widget) ||
         GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_VIEW (widget) ||
         GTK_IS_PROGRESS_BAR (widget) || GTK_IS_TEXT_VIEW (widget);
}

/* What the toolkit builds out of several widgets is named as a whole: a menu button, and not the button in it. The
 * button that closes a search bar is hidden unless asked for. */
static gboolean
is_of_toolkit (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_MENU_BUTTON (parent) || GTK_IS_WINDOW_CONTROLS (parent) ||
         (GTK_IS_LIST_BOX (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP) != NULL) ||
         (GTK_IS_CENTER_BOX (parent) && gtk_widget_get_ancestor (widget, GTK_TYPE_SEARCH_BAR) != NULL);
}

static guint
assert_named (GtkWidget *widget)
{
  guint n = 0;

  /* The inside of a toast is libadwaita's, that of a web view WebKit's. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget") || CP_IS_SEALED_WEB_VIEW (widget))
    return 0;

  if (is_control (widget) && !is_of_toolkit (widget))
    {
      n++;
      if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) &&
          !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY) &&
          !has_words (widget))
        {
          g_autoptr(GString) path = g_string_new (NULL);

          for (GtkWidget *parent = widget; parent != NULL; parent = gtk_widget_get_parent (parent))
            g_string_append_printf (path, " < %s", G_OBJECT_TYPE_NAME (parent));
          g_error ("No accessible name:%s", path->str);
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += assert_named (child);

  return n;
}

static void
test_every_control_has_a_name (Fixture       *fixture,
                               gconstpointer  data)
{
  import_pair (fixture);
  choose_first_theme (fixture);
  g_assert_cmpuint (assert_named (GTK_WIDGET (fixture->window)), >, 40);
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

  add ("/window/empty", test_an_empty_library_says_what_to_do);
  add ("/window/import/opens", test_one_imported_file_opens);
  add ("/window/import/folder", test_a_folder_opens_its_first_piece);
  add ("/window/import/missing", test_a_missing_file_is_told_in_the_window);
  add ("/window/import/others", test_a_missing_file_does_not_stop_the_others);
  add ("/window/compare/asked", test_two_files_are_compared_when_asked);
  add ("/window/compare/close", test_closing_the_comparison_leaves_the_left_article);
  add ("/window/compare/swap", test_swapping_exchanges_the_articles);
  add ("/window/compare/choose", test_a_matter_is_chosen_in_both_panes);
  add ("/window/themes/commands", test_commands_on_a_theme_need_a_chosen_theme);
  add ("/window/themes/step", test_stepping_without_a_choice_chooses_the_first_theme);
  add ("/window/themes/accept", test_accepting_a_theme_is_undone);
  add ("/window/themes/remove", test_removing_a_theme_is_undone);
  add ("/window/delete", test_deleting_the_open_article_closes_it);
  add ("/window/state", test_the_next_window_looks_like_the_last);
  add ("/window/text-size", test_text_size_stays_within_what_is_readable);
  add ("/window/names", test_every_control_has_a_name);
  add ("/window/gone", test_a_closed_window_is_gone);

  return g_test_run ();
}
