/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the panels beside the text have in common. */

#include "config.h"

#include <adwaita.h>

#include "cp-compare-panel.h"
#include "cp-details-panel.h"
#include "cp-library-sidebar.h"
#include "cp-theme-colors.h"
#include "cp-themes-panel.h"

/* The narrowest that the window lets its panels become, and the width of the library at first. */
#define NARROWEST_PANEL 240
#define NARROWEST_SIDEBAR 264

static void
assert_fits (GtkWidget *widget,
             int        width)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, width);
}

static CpArticle *
create_article (void)
{
  const char * const authors[] = { "Wilhelmina Featherstonehaugh-Cholmondeley", NULL };
  const char * const tags[] = { "transport", "an uncommonly long tag for a small matter", NULL };
  CpArticle *article = cp_article_new ();

  cp_article_set_id (article, "one");
  cp_article_set_title (article, "Why the Incomprehensibilities of Tariffs Need Counterrevolutionaries");
  cp_article_set_authors (article, authors);
  cp_article_set_outlet (article, "The Llanfairpwllgwyngyll Intelligencer");
  cp_article_set_published (article, "2026-03-10");
  cp_article_set_url (article, "https://news.llanfairpwllgwyngyllgogerychwyrndrobwll.example/a/long/way/down");
  cp_article_set_tags (article, tags);

  return article;
}

static CpTheme *
create_theme (void)
{
  const char *text = "Nobody voted for the incomprehensibilities. They came all the same.";
  const char * const terms[] = { "incomprehensibility", NULL };
  CpTheme *theme = cp_theme_new ("Incomprehensibilities and counterrevolutionaries", terms, 0.31);
  g_autoptr(CpPassage) passage = cp_passage_new_from_text (text, 0, 43, 1);

  cp_theme_add_passage (theme, passage);

  return theme;
}

static void
test_themes_panel_gets_as_narrow_as_the_window_lets_it (void)
{
  GtkWidget *panel = g_object_ref_sink (g_object_new (CP_TYPE_THEMES_PANEL, NULL));
  g_autoptr(CpThemePalette) palette = cp_theme_palette_new ();
  g_autoptr(GListStore) themes = g_list_store_new (CP_TYPE_THEME);
  g_autoptr(CpTheme) theme = create_theme ();

  g_list_store_append (themes, theme);
  cp_themes_panel_set_themes (CP_THEMES_PANEL (panel), G_LIST_MODEL (themes), palette);
  cp_themes_panel_set_chosen (CP_THEMES_PANEL (panel), theme);
  assert_fits (panel, NARROWEST_PANEL);

  g_assert_finalize_object (panel);
}

static void
test_compare_panel_gets_as_narrow_as_the_window_lets_it (void)
{
  GtkWidget *panel = g_object_ref_sink (g_object_new (CP_TYPE_COMPARE_PANEL, NULL));
  g_autoptr(CpThemePalette) palette = cp_theme_palette_new ();
  g_autoptr(CpComparison) comparison = cp_comparison_new ();
  g_autoptr(GListStore) themes = g_list_store_new (CP_TYPE_THEME);
  g_autoptr(CpComparedTheme) matter = cp_compared_theme_new ("Incomprehensibilities, counterrevolutionaries", 2);
  g_autoptr(CpArticle) article = create_article ();
  g_autoptr(CpTheme) theme = create_theme ();

  for (guint i = 0; i < 2; i++)
    cp_comparison_add_article (comparison, article, G_LIST_MODEL (themes));
  cp_compared_theme_set_side (matter, 0, theme);
  cp_comparison_add_theme (comparison, matter);
  cp_compare_panel_set_comparison (CP_COMPARE_PANEL (panel), comparison, palette);
  cp_compare_panel_set_chosen (CP_COMPARE_PANEL (panel), matter);
  assert_fits (panel, NARROWEST_PANEL);

  g_assert_finalize_object (panel);
}

static void
test_details_panel_gets_as_narrow_as_the_window_lets_it (void)
{
  GtkWidget *panel = g_object_ref_sink (g_object_new (CP_TYPE_DETAILS_PANEL, NULL));
  g_autoptr(CpArticle) article = create_article ();

  cp_details_panel_set_article (CP_DETAILS_PANEL (panel), article);
  assert_fits (panel, NARROWEST_PANEL);

  g_assert_finalize_object (panel);
}

static void
test_sidebar_fits_its_width_at_first (void)
{
  GtkWidget *sidebar = g_object_ref_sink (g_object_new (CP_TYPE_LIBRARY_SIDEBAR, NULL));

  assert_fits (sidebar, NARROWEST_SIDEBAR);

  g_assert_finalize_object (sidebar);
}

/* What an application does at its start: the style sheet takes much of the width that the theme asks for. */
static void
load_style (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  cp_theme_colors_install (gdk_display_get_default ());
  gtk_css_provider_load_from_resource (provider, "/app/counterpoint/Counterpoint/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();

  g_test_add_func ("/panels/narrow/themes", test_themes_panel_gets_as_narrow_as_the_window_lets_it);
  g_test_add_func ("/panels/narrow/compare", test_compare_panel_gets_as_narrow_as_the_window_lets_it);
  g_test_add_func ("/panels/narrow/details", test_details_panel_gets_as_narrow_as_the_window_lets_it);
  g_test_add_func ("/panels/narrow/sidebar", test_sidebar_fits_its_width_at_first);

  return g_test_run ();
}
