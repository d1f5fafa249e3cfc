/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pane follows the chosen theme through its text, and says where it stands and what is not addressed. */

#include "config.h"

#include "cp-article-pane.h"
#include "cp-find-bar.h"
#include "cp-theme-strip.h"
#include "page-fixture.h"

#define WALL  "The cost of a wall is known: nine million, once."
#define MARSH "But a marsh takes thirty years to grow, and the café on the quay has three."
#define LATE  "The council should build the wall where the houses are and let the marsh have the rest."
#define HOUSE "🏠 A house that cannot be insured cannot be sold."

typedef struct
{
  CpArticle     *article;
  CpTheme       *themes[2];
  GtkWidget     *window;
  CpArticlePane *pane;
  CpReaderView  *view;
  CpTheme       *activated;
} Fixture;

static const guint colors[] = { 0, 1 };

static void
highlight (Fixture *fixture)
{
  cp_article_pane_set_highlights (fixture->pane, fixture->themes, colors, G_N_ELEMENTS (fixture->themes));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char * const defence[] = { WALL, MARSH, LATE, NULL };
  const char * const houses[] = { HOUSE, NULL };

  fixture->article = page_fixture_new_article ();
  fixture->themes[0] = page_fixture_new_theme (fixture->article, "Sea defence", defence);
  fixture->themes[1] = page_fixture_new_theme (fixture->article, "Insurance", houses);
  fixture->pane = cp_article_pane_new ();
  fixture->window = page_fixture_present (GTK_WIDGET (fixture->pane));
  fixture->view = CP_READER_VIEW (page_fixture_find (fixture->window, CP_TYPE_READER_VIEW));
  cp_article_pane_set_article (fixture->pane, fixture->article);
  highlight (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  page_fixture_destroy (fixture->window, fixture->pane);
  g_assert_finalize_object (fixture->themes[0]);
  g_assert_finalize_object (fixture->themes[1]);
  g_assert_finalize_object (fixture->article);
}

static void
expect_current (Fixture    *fixture,
                const char *json)
{
  page_fixture_expect (fixture->view,
                       "return [...document.querySelectorAll ('mark.current')].map ((mark) => mark.textContent)",
                       json);
}

/* The label that says @text, if it is on screen. */
static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

typedef struct
{
  Fixture    *fixture;
  const char *text;
} Sought;

static gboolean
is_on_screen (gpointer data)
{
  Sought *sought = data;

  return find_label (sought->fixture->window, sought->text) != NULL;
}

static void
wait_for_label (Fixture    *fixture,
                const char *text)
{
  Sought sought = { fixture, text };

  page_fixture_wait (is_on_screen, &sought);
}

static void
test_choosing_a_theme_goes_to_its_first_passage (Fixture       *fixture,
                                                 gconstpointer  data)
{
  cp_article_pane_choose_theme (fixture->pane, fixture->themes[0], NULL);

  g_assert_cmpstr (cp_article_pane_get_stepping (fixture->pane), ==, "1 of 3");
  expect_current (fixture, "[\"" WALL "\"]");
  wait_for_label (fixture, "Sea defence");
}

static void
test_current_passage_is_told_to_assistive_technology (Fixture       *fixture,
                                                      gconstpointer  data)
{
  cp_article_pane_choose_theme (fixture->pane, fixture->themes[1], NULL);
  wait_for_label (fixture, "1 of 1");

  gtk_test_accessible_assert_property (fixture->pane, GTK_ACCESSIBLE_PROPERTY_LABEL, "A Wall for the Lower Road");
  gtk_test_accessible_assert_property (find_label (fixture->window, "1 of 1"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       HOUSE);
}

static void
test_stepping_wraps_around_both_ends (Fixture       *fixture,
                                      gconstpointer  data)
{
  cp_article_pane_choose_theme (fixture->pane, fixture->themes[0], NULL);

  g_assert_true (cp_article_pane_step (fixture->pane, -1));
  g_assert_cmpstr (cp_article_pane_get_stepping (fixture->pane), ==, "3 of 3");
  expect_current (fixture, "[\"" LATE "\"]");

  g_assert_true (cp_article_pane_step (fixture->pane, 1));
  g_assert_cmpstr (cp_article_pane_get_stepping (fixture->pane), ==, "1 of 3");
}

static void
test_stepping_without_a_theme_goes_nowhere (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_assert_false (cp_article_pane_step (fixture->pane, 1));
  g_assert_null (cp_article_pane_get_stepping (fixture->pane));
}

static void
test_theme_of_others_is_said_not_to_be_addressed (Fixture       *fixture,
                                                  gconstpointer  data)
{
  cp_article_pane_choose_theme (fixture->pane, fixture->themes[0], NULL);
  cp_article_pane_choose_theme (fixture->pane, NULL, "Harbour dues");

  g_assert_null (cp_article_pane_get_stepping (fixture->pane));
  expect_current (fixture, "[]");
  wait_for_label (fixture, "“Harbour dues”: not addressed");
}

static void
test_theme_goes_by_the_name_of_the_matter (Fixture       *fixture,
                                           gconstpointer  data)
{
  cp_article_pane_choose_theme (fixture->pane, fixture->themes[0], "Harbour dues");
  wait_for_label (fixture, "Harbour dues");
  cp_article_pane_choose_theme (fixture->pane, fixture->themes[0], NULL);
  wait_for_label (fixture, cp_theme_get_label (fixture->themes[0]));
}

static void
test_new_highlights_keep_theme_and_passage (Fixture       *fixture,
                                            gconstpointer  data)
{
  cp_article_pane_choose_theme (fixture->pane, fixture->themes[0], NULL);
  cp_article_pane_step (fixture->pane, 1);

  cp_theme_set_label (fixture->themes[0], "Wall or marsh");
  highlight (fixture);

  g_assert_cmpstr (cp_article_pane_get_stepping (fixture->pane), ==, "2 of 3");
  expect_current (fixture, "[\"" MARSH "\"]");
  wait_for_label (fixture, "Wall or marsh");
}

static void
test_passage_of_no_theme_is_shown_as_a_selection (Fixture       *fixture,
                                                  gconstpointer  data)
{
  const char * const quotes[] = { "The tide will not wait for July.", NULL };
  g_autoptr(CpTheme) theme = page_fixture_new_theme (fixture->article, "Haste", quotes);

  cp_article_pane_show_passage (fixture->pane, cp_theme_get_passage (theme, 0));

  page_fixture_expect (fixture->view, "return getSelection ().toString ()", "\"The tide will not wait for July.\"");
}

static void
choose_cb (Fixture *fixture,
           CpTheme *theme)
{
  fixture->activated = theme;
  cp_article_pane_choose_theme (fixture->pane, theme, NULL);
}

static void
test_clicked_segment_leads_to_its_own_passage (Fixture       *fixture,
                                               gconstpointer  data)
{
  GtkWidget *strip = page_fixture_find (fixture->window, CP_TYPE_THEME_STRIP);

  g_signal_connect_swapped (fixture->pane, "theme-activated", G_CALLBACK (choose_cb), fixture);
  g_signal_emit_by_name (strip, "segment-activated", 1);

  g_assert_true (fixture->activated == fixture->themes[0]);
  g_assert_cmpstr (cp_article_pane_get_stepping (fixture->pane), ==, "2 of 3");
  expect_current (fixture, "[\"" MARSH "\"]");
}

static gboolean
has_segments (gpointer data)
{
  CpThemeStrip *strip = data;

  return cp_theme_strip_pick (strip, 0.98 * gtk_widget_get_height (GTK_WIDGET (strip))) == -1 &&
         cp_theme_strip_pick (strip, 0.15 * gtk_widget_get_height (GTK_WIDGET (strip))) != -1;
}

static void
test_strip_shows_where_the_passages_are (Fixture       *fixture,
                                         gconstpointer  data)
{
  GtkWidget *strip = page_fixture_find (fixture->window, CP_TYPE_THEME_STRIP);

  /* All passages are in the first quarter of the text. */
  page_fixture_wait (has_segments, strip);
}

static void
test_finding_counts_and_steps_from_the_bar (Fixture       *fixture,
                                            gconstpointer  data)
{
  GtkWidget *bar = page_fixture_find (fixture->window, CP_TYPE_FIND_BAR);

  cp_article_pane_find (fixture->pane);
  gtk_editable_set_text (GTK_EDITABLE (page_fixture_find (bar, GTK_TYPE_SEARCH_ENTRY)), "Marsh will");
  wait_for_label (fixture, "1 of 4");
  g_assert_true (gtk_widget_activate_action (bar, "find.previous", NULL));
  wait_for_label (fixture, "4 of 4");

  gtk_editable_set_text (GTK_EDITABLE (page_fixture_find (bar, GTK_TYPE_SEARCH_ENTRY)), "submarine");
  wait_for_label (fixture, "Not found");
}

static void
test_closing_the_find_bar_takes_its_colors_away (Fixture       *fixture,
                                                 gconstpointer  data)
{
  GtkWidget *bar = page_fixture_find (fixture->window, CP_TYPE_FIND_BAR);

  cp_article_pane_find (fixture->pane);
  gtk_editable_set_text (GTK_EDITABLE (page_fixture_find (bar, GTK_TYPE_SEARCH_ENTRY)), "marsh");
  wait_for_label (fixture, "1 of 20");
  g_assert_true (gtk_widget_activate_action (bar, "find.close", NULL));

  page_fixture_expect (fixture->view, "return CSS.highlights.get ('found').size", "0");
}

static void
test_following_the_desktop_turns_dark_with_it (Fixture       *fixture,
                                               gconstpointer  data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  cp_article_pane_set_colors (fixture->pane, "follow");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->pane), "paper-dark"));
  page_fixture_expect (fixture->view, "return getComputedStyle (document.body).color", "\"rgb(222, 221, 218)\"");

  cp_article_pane_set_colors (fixture->pane, "sepia");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->pane), "paper-sepia"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->pane), "paper-dark"));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_pane_without_an_article_is_empty_paper (Fixture       *fixture,
                                             gconstpointer  data)
{
  cp_article_pane_choose_theme (fixture->pane, fixture->themes[0], NULL);
  cp_article_pane_set_article (fixture->pane, NULL);

  g_assert_null (cp_article_pane_get_article (fixture->pane));
  g_assert_null (cp_article_pane_get_stepping (fixture->pane));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
}

static void
add (const char *path,
     void      (*test) (Fixture *fixture, gconstpointer data))
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

  add ("/article-pane/choosing-a-theme-goes-to-its-first-passage", test_choosing_a_theme_goes_to_its_first_passage);
  add ("/article-pane/current-passage-is-told-to-assistive-technology",
       test_current_passage_is_told_to_assistive_technology);
  add ("/article-pane/stepping-wraps-around-both-ends", test_stepping_wraps_around_both_ends);
  add ("/article-pane/stepping-without-a-theme-goes-nowhere", test_stepping_without_a_theme_goes_nowhere);
  add ("/article-pane/theme-of-others-is-said-not-to-be-addressed",
       test_theme_of_others_is_said_not_to_be_addressed);
  add ("/article-pane/theme-goes-by-the-name-of-the-matter", test_theme_goes_by_the_name_of_the_matter);
  add ("/article-pane/new-highlights-keep-theme-and-passage", test_new_highlights_keep_theme_and_passage);
  add ("/article-pane/passage-of-no-theme-is-shown-as-a-selection",
       test_passage_of_no_theme_is_shown_as_a_selection);
  add ("/article-pane/clicked-segment-leads-to-its-own-passage", test_clicked_segment_leads_to_its_own_passage);
  add ("/article-pane/strip-shows-where-the-passages-are", test_strip_shows_where_the_passages_are);
  add ("/article-pane/finding-counts-and-steps-from-the-bar", test_finding_counts_and_steps_from_the_bar);
  add ("/article-pane/closing-the-find-bar-takes-its-colors-away", test_closing_the_find_bar_takes_its_colors_away);
  add ("/article-pane/following-the-desktop-turns-dark-with-it", test_following_the_desktop_turns_dark_with_it);
  add ("/article-pane/pane-without-an-article-is-empty-paper", test_pane_without_an_article_is_empty_paper);

  return g_test_run ();
}
