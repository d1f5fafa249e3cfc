/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A theme keeps what was suggested apart from what the reviewer made of it. */

#include "config.h"

#include "cp-model-enums.h"
#include "cp-theme.h"
#include "cp-util.h"

static const char text[] = "One bridge. Two bridges. Three bridges.";

static void
test_renaming_keeps_the_suggested_label (void)
{
  CpTheme *theme = cp_theme_new ("bridge tolls", NULL, 0.4);

  cp_theme_set_label (theme, "Who pays for the bridge");
  cp_theme_set_provenance (theme, CP_PROVENANCE_EDITED);
  g_assert_cmpstr (cp_theme_get_label (theme), ==, "Who pays for the bridge");
  g_assert_cmpstr (cp_theme_get_suggested_label (theme), ==, "bridge tolls");

  g_assert_finalize_object (theme);
}

static void
test_passages_stand_in_reading_order (void)
{
  CpTheme *theme = cp_theme_new ("bridges", NULL, 1.0);
  g_autoptr (CpPassage) second = cp_passage_new_from_text (text, 12, 24, 1);
  g_autoptr (CpPassage) first = cp_passage_new_from_text (text, 0, 11, 1);

  cp_theme_add_passage (theme, second);
  cp_theme_add_passage (theme, first);
  g_assert_true (cp_theme_get_passage (theme, 0) == first);
  g_assert_true (cp_theme_get_passage (theme, 1) == second);
  g_assert_null (cp_theme_get_passage (theme, 2));

  g_assert_finalize_object (theme);
}

static void
test_a_copy_has_the_same_identity_and_evidence (void)
{
  static const char * const terms[] = { "bridge", "toll", NULL };
  CpTheme *theme = cp_theme_new ("bridges", terms, 0.25);
  g_autoptr (CpPassage) passage = cp_passage_new_from_text (text, 0, 11, 1);
  g_autoptr (CpTheme) copy = NULL;

  cp_theme_add_passage (theme, passage);
  cp_theme_set_provenance (theme, CP_PROVENANCE_ACCEPTED);
  copy = cp_theme_copy (theme);
  g_assert_cmpstr (cp_theme_get_id (copy), ==, cp_theme_get_id (theme));
  g_assert_cmpint (cp_theme_get_provenance (copy), ==, CP_PROVENANCE_ACCEPTED);
  g_assert_cmpfloat (cp_theme_get_salience (copy), ==, 0.25);
  g_assert_cmpstrv (cp_theme_get_terms (copy), terms);
  g_assert_true (cp_theme_get_passage (copy, 0) == passage);

  g_assert_finalize_object (theme);
}

static void
test_a_copy_may_leave_the_evidence_out (void)
{
  CpTheme *theme = cp_theme_new ("bridges", NULL, 0.25);
  g_autoptr (CpPassage) passage = cp_passage_new_from_text (text, 0, 11, 1);
  g_autoptr (CpTheme) copy = NULL;

  cp_theme_add_passage (theme, passage);
  cp_theme_set_label (theme, "The bridges");
  copy = cp_theme_copy_without_passages (theme);
  g_assert_cmpstr (cp_theme_get_id (copy), ==, cp_theme_get_id (theme));
  g_assert_cmpstr (cp_theme_get_suggested_label (copy), ==, "bridges");
  g_assert_cmpuint (cp_theme_get_n_passages (copy), ==, 0);

  g_assert_finalize_object (theme);
}

static void
test_provenance_survives_its_nick (void)
{
  for (int provenance = CP_PROVENANCE_SUGGESTED; provenance <= CP_PROVENANCE_ADDED; provenance++)
    {
      int back = -1;

      g_assert_true (cp_enum_from_nick (CP_TYPE_PROVENANCE,
                                        cp_enum_to_nick (CP_TYPE_PROVENANCE, provenance), &back));
      g_assert_cmpint (back, ==, provenance);
    }
}

static void
test_an_unknown_nick_stands_for_nothing (void)
{
  int value = -1;

  g_assert_false (cp_enum_from_nick (CP_TYPE_PROVENANCE, "guessed", &value));
  g_assert_false (cp_enum_from_nick (CP_TYPE_PROVENANCE, NULL, &value));
  g_assert_cmpint (value, ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/theme/renaming-keeps-the-suggested-label", test_renaming_keeps_the_suggested_label);
  g_test_add_func ("/theme/passages-stand-in-reading-order", test_passages_stand_in_reading_order);
  g_test_add_func ("/theme/a-copy-has-the-same-identity", test_a_copy_has_the_same_identity_and_evidence);
  g_test_add_func ("/theme/a-copy-may-leave-the-evidence-out", test_a_copy_may_leave_the_evidence_out);
  g_test_add_func ("/theme/provenance-survives-its-nick", test_provenance_survives_its_nick);
  g_test_add_func ("/theme/an-unknown-nick-stands-for-nothing", test_an_unknown_nick_stands_for_nothing);

  return g_test_run ();
}
