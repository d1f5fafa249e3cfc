/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main job from end to end: open two op-eds, see their themes, compare them, export; come back and find it all. */

#include "config.h"

#include <string.h>

#include "journey.h"

#define KEEP   "The congestion charge is working. The council should keep its nerve"
#define REPEAL "Ostermouth's Charge Sends the Bill to the Wrong People"

static void
save_as (Journey    *journey,
         const char *path)
{
  journey_act (journey, ATSPI_ROLE_FRAME, KEEP, "win.export");
  journey_expect (journey, ATSPI_ROLE_FRAME, "Export Summary");
  journey_act (journey, ATSPI_ROLE_FRAME, "Export Summary", "export.save");
  journey_expect (journey, ATSPI_ROLE_TEXT, "Name:");
  journey_press (journey, "ctrl+a");
  journey_type (journey, path);
  journey_press (journey, "Return");
  journey_expect_file (journey, path);
}

static void
test_two_op_eds_are_compared_exported_and_found_again (void)
{
  g_autoptr(Journey) journey = journey_new ();
  g_autofree char *keep = journey_dup_sample ("ostermouth-charge-keep.html");
  g_autofree char *repeal = journey_dup_sample ("ostermouth-charge-repeal.md");
  g_autofree char *summary = journey_dup_path (journey, "summary.md");
  g_autofree char *theme = NULL;
  g_autofree char *matter = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  journey_start (journey, (const char * const[]) { keep, repeal, NULL });
  journey_choose_item (journey, "Saved op-eds", REPEAL);
  journey_expect (journey, ATSPI_ROLE_FRAME, REPEAL);
  journey_choose_item (journey, "Saved op-eds", KEEP);
  journey_expect (journey, ATSPI_ROLE_FRAME, KEEP);

  theme = journey_dup_first_item (journey, "Themes");
  journey_expect_in_list (journey, "Themes", theme, "suggested");
  journey_open_item (journey, "Themes", theme);
  journey_expect (journey, ATSPI_ROLE_STATUS_BAR, "1 of *");
  journey_act (journey, ATSPI_ROLE_FRAME, KEEP, "win.next-passage");
  journey_expect (journey, ATSPI_ROLE_STATUS_BAR, "2 of *");
  journey_act (journey, ATSPI_ROLE_FRAME, KEEP, "win.accept-theme");
  journey_expect_in_list (journey, "Themes", theme, "accepted");

  journey_act (journey, ATSPI_ROLE_FRAME, KEEP, "win.compare");
  journey_tab_to (journey, ATSPI_ROLE_LIST_ITEM, REPEAL);
  journey_press (journey, "Return");
  matter = journey_dup_first_item (journey, "Matters of both op-eds");
  journey_open_item (journey, "Matters of both op-eds", matter);
  save_as (journey, summary);
  journey_quit (journey);

  g_file_get_contents (summary, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "keep its nerve"));
  g_assert_nonnull (strstr (text, "Wrong People"));

  journey_start (journey, (const char * const[]) { NULL });
  journey_expect_in_list (journey, "Saved op-eds", KEEP, NULL);
  journey_expect_in_list (journey, "Saved op-eds", REPEAL, NULL);
  journey_expect (journey, ATSPI_ROLE_PANEL, KEEP);
  journey_expect (journey, ATSPI_ROLE_PANEL, REPEAL);
  journey_expect_in_list (journey, "Matters of both op-eds", matter, NULL);
  journey_expect_in_list (journey, "Themes", theme, "accepted");
  journey_quit (journey);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  atspi_init ();

  g_test_add_func ("/journeys/two-op-eds-are-compared-exported-and-found-again",
                   test_two_op_eds_are_compared_exported_and_found_again);

  return g_test_run ();
}
