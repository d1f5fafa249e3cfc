/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compared theme knows who addresses it and who does not. */

#include "config.h"

#include "cp-comparison.h"

static void
test_one_side_is_only_and_two_are_shared (void)
{
  CpComparedTheme *theme = cp_compared_theme_new ("tolls", 3);
  g_autoptr (CpTheme) side = cp_theme_new ("bridge tolls", NULL, 0.2);

  g_assert_cmpuint (cp_compared_theme_get_only (theme), ==, G_MAXUINT);
  cp_compared_theme_set_side (theme, 2, side);
  g_assert_false (cp_compared_theme_is_shared (theme));
  g_assert_cmpuint (cp_compared_theme_get_only (theme), ==, 2);
  cp_compared_theme_set_side (theme, 0, side);
  g_assert_true (cp_compared_theme_is_shared (theme));
  g_assert_null (cp_compared_theme_get_side (theme, 1));

  g_assert_finalize_object (theme);
}

static void
test_containment_decides_the_overlap (void)
{
  CpComparison *comparison = cp_comparison_new ();

  g_assert_cmpint (cp_comparison_get_overlap (comparison), ==, CP_OVERLAP_NONE);
  cp_comparison_set_containment (comparison, 0.3);
  g_assert_cmpint (cp_comparison_get_overlap (comparison), ==, CP_OVERLAP_SHARES_PASSAGES);
  cp_comparison_set_containment (comparison, 0.5);
  g_assert_cmpint (cp_comparison_get_overlap (comparison), ==, CP_OVERLAP_COPY);

  g_assert_finalize_object (comparison);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparison/one-side-is-only", test_one_side_is_only_and_two_are_shared);
  g_test_add_func ("/comparison/containment-decides", test_containment_decides_the_overlap);

  return g_test_run ();
}
