/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the marks of bold, italics and links. */

#include "config.h"

#include "cp-block.h"

static void
test_touching_marks_of_a_style_are_one (void)
{
  g_autoptr (GArray) marks = cp_marks_new ();

  cp_marks_append (marks, 0, 4, CP_STYLE_STRONG, NULL);
  cp_marks_append (marks, 4, 9, CP_STYLE_STRONG, NULL);
  cp_marks_append (marks, 9, 12, CP_STYLE_EMPHASIS, NULL);

  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_cmpint (g_array_index (marks, CpMark, 0).end, ==, 9);
}

static void
test_marks_come_back_from_their_string (void)
{
  g_autoptr (GArray) marks = cp_marks_new ();
  g_autoptr (GArray) back = NULL;
  g_autofree char *string = NULL;
  g_autofree char *again = NULL;

  cp_marks_append (marks, 2, 4, CP_STYLE_STRONG | CP_STYLE_EMPHASIS, NULL);
  cp_marks_append (marks, 7, 12, CP_STYLE_LINK, "https://example.org/a b");
  string = cp_marks_to_string ((gpointer) marks->data, marks->len);
  back = cp_marks_from_string (string);
  again = cp_marks_to_string ((gpointer) back->data, back->len);

  g_assert_cmpstr (again, ==, string);
  g_assert_cmpstr (g_array_index (back, CpMark, 1).target, ==, "https://example.org/a b");
}

static void
test_a_broken_string_gives_no_marks (void)
{
  static const char * const broken[] = { "4", "4 2 1", "0 4 0", "0 4 64", "0 5 1\n3 8 1", "x" };

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    g_assert_null (cp_marks_from_string (broken[i]));
}

static void
test_a_copied_block_keeps_its_marks (void)
{
  g_autoptr (CpBlock) block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, "Tolls are fair.");
  const CpMark mark = { .start = 0, .end = 5, .style = CP_STYLE_EMPHASIS };
  g_autoptr (CpBlock) copy = NULL;
  const CpMark *marks;
  guint n_marks;

  cp_block_set_marks (block, &mark, 1);
  copy = cp_block_copy (block);
  marks = cp_block_get_marks (copy, &n_marks);

  g_assert_cmpuint (n_marks, ==, 1);
  g_assert_cmpint (marks[0].end, ==, 5);
  g_assert_finalize_object (g_steal_pointer (&block));
}

static void
test_a_block_in_another_role_than_its_furniture_is_moved (void)
{
  g_autoptr (CpBlock) block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_FURNITURE, 0, "Read more");

  cp_block_set_furniture (block, CP_FURNITURE_RELATED);
  g_assert_false (cp_block_is_moved (block));

  cp_block_set_role (block, CP_BLOCK_BODY);
  g_assert_true (cp_block_is_moved (block));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mark/touching-marks-of-a-style-are-one", test_touching_marks_of_a_style_are_one);
  g_test_add_func ("/mark/marks-come-back-from-their-string", test_marks_come_back_from_their_string);
  g_test_add_func ("/mark/a-broken-string-gives-no-marks", test_a_broken_string_gives_no_marks);
  g_test_add_func ("/mark/a-copied-block-keeps-its-marks", test_a_copied_block_keeps_its_marks);
  g_test_add_func ("/mark/a-block-in-another-role-than-its-furniture-is-moved", test_a_block_in_another_role_than_its_furniture_is_moved);

  return g_test_run ();
}
