/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole loop by keyboard alone: import, choose a theme, step, accept, undo, compare, export, quit. */

#include "config.h"

#include <string.h>

#include "journey.h"

#define KEEP   "The congestion charge is working. The council should keep its nerve"
#define REPEAL "Ostermouth's Charge Sends the Bill to the Wrong People"

/* A path typed into the file chooser's list opens its entry for names. */
static void
import (Journey    *journey,
        const char *sample,
        const char *title)
{
  g_autofree char *path = journey_dup_sample (sample);

  journey_press (journey, "ctrl+o");
  journey_expect (journey, ATSPI_ROLE_FILLER, "Import Op-Eds");
  journey_type (journey, path);
  journey_press (journey, "Return");
  journey_expect_in_list (journey, "Saved op-eds", title, NULL);
  journey_expect (journey, ATSPI_ROLE_FRAME, title);
}

static void
step_through (Journey    *journey,
              const char *theme)
{
  journey_press (journey, "alt+1");
  journey_tab_to (journey, ATSPI_ROLE_LIST_ITEM, theme);
  journey_press (journey, "Return");
  journey_expect (journey, ATSPI_ROLE_STATUS_BAR, "1 of *");
  journey_press (journey, "F8");
  journey_expect (journey, ATSPI_ROLE_STATUS_BAR, "2 of *");
  journey_press (journey, "shift+F8");
  journey_expect (journey, ATSPI_ROLE_STATUS_BAR, "1 of *");
}

static void
accept_undo_and_redo (Journey    *journey,
                      const char *theme)
{
  journey_expect_in_list (journey, "Themes", theme, "suggested");
  journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, "Accept theme*");
  journey_press (journey, "Return");
  journey_expect_in_list (journey, "Themes", theme, "accepted");
  journey_press (journey, "ctrl+z");
  journey_expect_in_list (journey, "Themes", theme, "suggested");
  journey_press (journey, "ctrl+shift+z");
  journey_expect_in_list (journey, "Themes", theme, "accepted");
}

static void
compare (Journey *journey)
{
  g_autofree char *matter = NULL;

  journey_press (journey, "ctrl+d");
  journey_tab_to (journey, ATSPI_ROLE_LIST_ITEM, KEEP);
  journey_press (journey, "Return");
  matter = journey_dup_first_item (journey, "Matters of both op-eds");
  journey_tab_to (journey, ATSPI_ROLE_LIST_ITEM, matter);
  journey_press (journey, "Return");
  journey_press (journey, "F8");
  journey_expect (journey, ATSPI_ROLE_STATUS_BAR, "2 of *");
}

static void
export_summary (Journey    *journey,
                const char *path)
{
  journey_press (journey, "ctrl+e");
  journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, "_Save*");
  journey_press (journey, "Return");
  journey_expect (journey, ATSPI_ROLE_TEXT, "Name:");
  journey_press (journey, "ctrl+a");
  journey_type (journey, path);
  journey_press (journey, "Return");
  journey_expect_file (journey, path);
}

static void
test_the_whole_loop_works_without_a_mouse (void)
{
  g_autoptr(Journey) journey = journey_new ();
  g_autofree char *summary = journey_dup_path (journey, "summary.html");
  g_autofree char *theme = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  journey_start (journey, (const char * const[]) { NULL });
  import (journey, "ostermouth-charge-keep.html", KEEP);
  import (journey, "ostermouth-charge-repeal.md", REPEAL);
  theme = journey_dup_first_item (journey, "Themes");
  step_through (journey, theme);
  accept_undo_and_redo (journey, theme);
  compare (journey);
  export_summary (journey, summary);
  journey_quit (journey);

  g_file_get_contents (summary, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "keep its nerve"));
  g_assert_nonnull (strstr (text, "Wrong People"));
}

static void
test_tab_leads_into_the_text_and_out_again (void)
{
  g_autoptr(Journey) journey = journey_new ();
  g_autofree char *keep = journey_dup_sample ("ostermouth-charge-keep.html");
  g_autofree char *theme = NULL;

  journey_start (journey, (const char * const[]) { keep, NULL });
  journey_expect (journey, ATSPI_ROLE_FRAME, KEEP);
  theme = journey_dup_first_item (journey, "Themes");
  journey_open_item (journey, "Themes", theme);
  journey_expect (journey, ATSPI_ROLE_STATUS_BAR, "1 of *");

  journey_tab_to (journey, ATSPI_ROLE_FILLER, KEEP);
  journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, "Previous Passage");
  journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, "Next Passage");
  journey_press (journey, "Return");
  journey_expect (journey, ATSPI_ROLE_STATUS_BAR, "2 of *");
  journey_quit (journey);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  atspi_init ();

  g_test_add_func ("/journeys/the-whole-loop-works-without-a-mouse", test_the_whole_loop_works_without_a_mouse);
  g_test_add_func ("/journeys/tab-leads-into-the-text-and-out-again", test_tab_leads_into_the_text_and_out_again);

  return g_test_run ();
}
