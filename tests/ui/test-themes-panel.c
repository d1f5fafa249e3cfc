/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel of themes says what was chosen, follows the themes, and keeps each its hue. */

#include "config.h"

#include <adwaita.h>

#include "cp-theme-card.h"
#include "cp-themes-panel.h"
#include "page-fixture.h"

typedef struct
{
  GtkWidget      *panel;
  GListStore     *themes;
  CpThemePalette *palette;
  CpTheme        *chosen;
  guint           n_chosen;
} Fixture;

static void
chosen_cb (Fixture *fixture,
           CpTheme *theme)
{
  fixture->chosen = theme;
  fixture->n_chosen++;
}

static void
append_theme (Fixture    *fixture,
              const char *label)
{
  const char * const terms[] = { "word", NULL };
  g_autoptr(CpTheme) theme = cp_theme_new (label, terms, 0.2);
  g_autoptr(CpPassage) passage = cp_passage_new_from_text ("Words enough to quote.", 0, 5, 1);

  cp_theme_add_passage (theme, passage);
  g_list_store_append (fixture->themes, theme);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->panel = g_object_ref_sink (g_object_new (CP_TYPE_THEMES_PANEL, NULL));
  fixture->palette = cp_theme_palette_new ();
  fixture->themes = g_list_store_new (CP_TYPE_THEME);
  append_theme (fixture, "Sea walls");
  append_theme (fixture, "Marshes");
  g_signal_connect_swapped (fixture->panel, "theme-chosen", G_CALLBACK (chosen_cb), fixture);
  cp_themes_panel_set_themes (CP_THEMES_PANEL (fixture->panel), G_LIST_MODEL (fixture->themes), fixture->palette);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->panel);
  g_assert_finalize_object (fixture->themes);
  g_assert_finalize_object (fixture->palette);
}

static GtkWidget *
get_card (Fixture *fixture,
          int      position)
{
  GtkListBox *list = GTK_LIST_BOX (page_fixture_find (fixture->panel, GTK_TYPE_LIST_BOX));

  return GTK_WIDGET (gtk_list_box_get_row_at_index (list, position));
}

static void
activate_card (Fixture *fixture,
               int      position)
{
  GtkListBox *list = GTK_LIST_BOX (page_fixture_find (fixture->panel, GTK_TYPE_LIST_BOX));

  g_signal_emit_by_name (list, "row-activated", get_card (fixture, position));
}

static void
test_activating_a_card_chooses_its_theme (Fixture       *fixture,
                                          gconstpointer  data)
{
  activate_card (fixture, 1);
  g_assert_cmpstr (cp_theme_get_label (fixture->chosen), ==, "Marshes");
  g_assert_true (gtk_widget_has_css_class (get_card (fixture, 1), "chosen"));
}

static void
test_activating_the_chosen_card_lets_go_of_it (Fixture       *fixture,
                                               gconstpointer  data)
{
  activate_card (fixture, 1);
  activate_card (fixture, 1);
  g_assert_null (fixture->chosen);
  g_assert_false (gtk_widget_has_css_class (get_card (fixture, 1), "chosen"));
}

static void
test_being_told_what_is_chosen_is_silent (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr(CpTheme) theme = g_list_model_get_item (G_LIST_MODEL (fixture->themes), 0);

  cp_themes_panel_set_chosen (CP_THEMES_PANEL (fixture->panel), theme);
  g_assert_cmpuint (fixture->n_chosen, ==, 0);
  g_assert_true (gtk_widget_has_css_class (get_card (fixture, 0), "chosen"));
}

static void
test_removing_a_theme_recolors_no_other (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_assert_true (gtk_widget_has_css_class (get_card (fixture, 1), "theme-1"));
  g_list_store_remove (fixture->themes, 0);
  g_assert_true (gtk_widget_has_css_class (get_card (fixture, 0), "theme-1"));
}

static void
test_a_card_tells_label_provenance_and_share (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr(CpTheme) theme = g_list_model_get_item (G_LIST_MODEL (fixture->themes), 0);
  const char *before = "suggested, 20 % of the text · 1 passage";
  const char *after = "accepted, 20 % of the text · 1 passage";

  gtk_test_accessible_assert_property (get_card (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Sea walls");
  gtk_test_accessible_assert_property (get_card (fixture, 0), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, before);
  cp_theme_set_provenance (theme, CP_PROVENANCE_ACCEPTED);
  gtk_test_accessible_assert_property (get_card (fixture, 0), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, after);
}

static void
test_a_renamed_theme_is_renamed_in_its_card (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr(CpTheme) theme = g_list_model_get_item (G_LIST_MODEL (fixture->themes), 0);

  cp_theme_set_label (theme, "Walls & marshes");
  gtk_test_accessible_assert_property (get_card (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Walls & marshes");
}

static void
test_without_themes_the_panel_says_so (Fixture       *fixture,
                                       gconstpointer  data)
{
  GtkStack *stack = GTK_STACK (page_fixture_find (fixture->panel, GTK_TYPE_STACK));

  g_list_store_remove_all (fixture->themes);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  cp_themes_panel_set_themes (CP_THEMES_PANEL (fixture->panel), NULL, fixture->palette);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "none");
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

  add ("/themes-panel/choose", test_activating_a_card_chooses_its_theme);
  add ("/themes-panel/let-go", test_activating_the_chosen_card_lets_go_of_it);
  add ("/themes-panel/silent", test_being_told_what_is_chosen_is_silent);
  add ("/themes-panel/hues", test_removing_a_theme_recolors_no_other);
  add ("/themes-panel/accessible", test_a_card_tells_label_provenance_and_share);
  add ("/themes-panel/renamed", test_a_renamed_theme_is_renamed_in_its_card);
  add ("/themes-panel/empty", test_without_themes_the_panel_says_so);

  return g_test_run ();
}
