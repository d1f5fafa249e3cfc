/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sides stand beside the content where there is room, and fold over it where there is not. */

#include "config.h"

#include <adwaita.h>

#include "cp-split-view.h"

#define WIDE 1280
#define NARROW 640

static CpSplitView *
create (void)
{
  CpSplitView *view = CP_SPLIT_VIEW (g_object_ref_sink (cp_split_view_new ()));

  g_object_set (view,
                "sidebar", gtk_button_new_with_label ("sidebar"),
                "content", gtk_button_new_with_label ("content"),
                "panel", gtk_button_new_with_label ("panel"),
                NULL);

  return view;
}

static void
allocate (CpSplitView *view,
          int          width)
{
  GtkAllocation allocation = { 0, 0, width, 600 };

  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (view), &allocation, -1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static int
get_content_width (CpSplitView *view)
{
  g_autoptr(GtkWidget) content = NULL;

  g_object_get (view, "content", &content, NULL);

  return gtk_widget_get_allocated_width (content);
}

static void
test_sides_stand_beside_the_content_in_a_wide_window (void)
{
  CpSplitView *view = create ();

  allocate (view, WIDE);
  g_assert_false (cp_split_view_get_sidebar_folded (view));
  g_assert_false (cp_split_view_get_panel_folded (view));
  g_assert_cmpint (get_content_width (view), ==, WIDE - 264 - 332);

  g_assert_finalize_object (view);
}

static void
test_the_content_gets_all_of_a_narrow_window (void)
{
  CpSplitView *view = create ();

  allocate (view, NARROW);
  g_assert_true (cp_split_view_get_sidebar_folded (view));
  g_assert_true (cp_split_view_get_panel_folded (view));
  g_assert_false (cp_split_view_get_show_sidebar (view));
  g_assert_cmpint (get_content_width (view), ==, NARROW);

  g_assert_finalize_object (view);
}

static void
test_sides_come_back_with_the_room (void)
{
  CpSplitView *view = create ();

  allocate (view, WIDE);
  cp_split_view_set_show_panel (view, FALSE);
  allocate (view, NARROW);
  allocate (view, WIDE);
  g_assert_true (cp_split_view_get_show_sidebar (view));
  g_assert_false (cp_split_view_get_show_panel (view));

  g_assert_finalize_object (view);
}

static void
test_one_folded_side_shows_at_a_time (void)
{
  CpSplitView *view = create ();

  allocate (view, NARROW);
  cp_split_view_set_show_sidebar (view, TRUE);
  cp_split_view_set_show_panel (view, TRUE);
  g_assert_true (cp_split_view_get_show_panel (view));
  g_assert_false (cp_split_view_get_show_sidebar (view));

  g_assert_finalize_object (view);
}

static void
test_what_is_wanted_in_a_wide_window_outlasts_a_narrow_one (void)
{
  CpSplitView *view = create ();

  allocate (view, WIDE);
  allocate (view, NARROW);
  cp_split_view_set_show_sidebar (view, TRUE);
  cp_split_view_set_show_sidebar (view, FALSE);
  g_assert_true (cp_split_view_get_sidebar_wanted (view));
  g_assert_true (cp_split_view_get_panel_wanted (view));

  g_assert_finalize_object (view);
}

static void
test_widths_stay_within_their_limits (void)
{
  CpSplitView *view = create ();

  g_object_set (view, "panel-width", 960, "sidebar-width", 180, NULL);
  g_assert_cmpint (cp_split_view_get_panel_width (view), ==, 960);
  g_assert_cmpint (cp_split_view_get_sidebar_width (view), ==, 180);
  allocate (view, WIDE);
  g_assert_true (cp_split_view_get_panel_folded (view));

  g_assert_finalize_object (view);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/split-view/wide", test_sides_stand_beside_the_content_in_a_wide_window);
  g_test_add_func ("/split-view/narrow", test_the_content_gets_all_of_a_narrow_window);
  g_test_add_func ("/split-view/back", test_sides_come_back_with_the_room);
  g_test_add_func ("/split-view/one", test_one_folded_side_shows_at_a_time);
  g_test_add_func ("/split-view/wanted", test_what_is_wanted_in_a_wide_window_outlasts_a_narrow_one);
  g_test_add_func ("/split-view/widths", test_widths_stay_within_their_limits);

  return g_test_run ();
}
