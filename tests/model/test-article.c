/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article keeps its blocks, and its text is that of the body alone. */

#include "config.h"

#include "cp-article.h"

static void
add_block (CpArticle   *article,
           CpBlockKind  kind,
           CpBlockRole  role,
           const char  *text)
{
  g_autoptr (CpBlock) block = cp_block_new (kind, role, kind == CP_BLOCK_HEADING ? 2 : 0, text);

  cp_article_add_block (article, block);
}

static CpArticle *
make_article (void)
{
  CpArticle *article = cp_article_new ();

  add_block (article, CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, "Élan vital – first.");
  add_block (article, CP_BLOCK_CAPTION, CP_BLOCK_FURNITURE, "A bridge. Photo: nobody");
  add_block (article, CP_BLOCK_HEADING, CP_BLOCK_BODY, "Tolls");
  add_block (article, CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, "Second one.");

  return article;
}

static void
test_text_joins_the_body_and_leaves_furniture_out (void)
{
  CpArticle *article = make_article ();

  g_assert_cmpstr (cp_article_get_text (article), ==, "Élan vital – first.\n\nTolls\n\nSecond one.");
  g_assert_cmpuint (cp_article_get_n_blocks (article), ==, 4);

  g_assert_finalize_object (article);
}

static void
test_spans_count_code_points (void)
{
  CpArticle *article = make_article ();
  CpBlock *first = cp_article_get_block (article, 0);
  CpBlock *caption = cp_article_get_block (article, 1);
  CpBlock *heading = cp_article_get_block (article, 2);

  g_assert_cmpint (cp_block_get_start (first), ==, 0);
  g_assert_cmpint (cp_block_get_end (first), ==, 19);
  g_assert_cmpint (cp_block_get_start (caption), ==, -1);
  g_assert_cmpint (cp_block_get_start (heading), ==, 21);
  g_assert_cmpint (cp_block_get_end (heading), ==, 26);

  g_assert_finalize_object (article);
}

static void
test_a_lone_dash_is_no_word (void)
{
  CpArticle *article = make_article ();

  g_assert_cmpint (cp_article_get_n_words (article), ==, 6);

  g_assert_finalize_object (article);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  (*(int *) user_data)++;
}

static void
test_setting_same_title_is_silent (void)
{
  CpArticle *article = cp_article_new ();
  int n = 0;

  g_signal_connect (article, "notify::title", G_CALLBACK (count_cb), &n);
  cp_article_set_title (article, "Tolls");
  cp_article_set_title (article, "Tolls");
  g_assert_cmpint (n, ==, 1);
  cp_article_set_title (article, NULL);
  g_assert_cmpstr (cp_article_get_title (article), ==, "");
  g_assert_cmpint (n, ==, 2);

  g_assert_finalize_object (article);
}

static gpointer
read_blocks (gpointer data)
{
  CpArticle *article = data;
  gsize wrong = 0;

  for (guint pass = 0; pass < 200; pass++)
    {
      for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
        wrong += cp_block_get_level (cp_article_get_block (article, i)) != (int) i % 6 + 1;
    }

  return GSIZE_TO_POINTER (wrong);
}

static void
test_two_threads_read_the_blocks_at_once (void)
{
  CpArticle *article = cp_article_new ();
  GThread *other;

  for (int i = 0; i < 600; i++)
    {
      g_autoptr (CpBlock) block = cp_block_new (CP_BLOCK_HEADING, CP_BLOCK_BODY, i % 6 + 1, "Tolls");

      cp_article_add_block (article, block);
    }

  other = g_thread_new ("reader", read_blocks, article);
  g_assert_null (read_blocks (article));
  g_assert_null (g_thread_join (other));

  g_assert_finalize_object (article);
}

static void
test_byline_joins_authors (void)
{
  static const char * const authors[] = { "Ada Ode", "Ben Oak", NULL };
  CpArticle *article = cp_article_new ();
  g_autofree char *none = cp_article_dup_byline (article);
  g_autofree char *both = NULL;

  cp_article_set_authors (article, authors);
  both = cp_article_dup_byline (article);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (both, ==, "Ada Ode, Ben Oak");

  g_assert_finalize_object (article);
}

static void
test_a_copy_with_a_block_taken_in_has_its_text (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autoptr (CpArticle) copy = NULL;

  cp_article_set_title (article, "Tolls");
  cp_article_set_evidence (article, CP_FIELD_TITLE, CP_EVIDENCE_META, "og:title");
  add_block (article, CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, "One.");
  add_block (article, CP_BLOCK_PARAGRAPH, CP_BLOCK_FURNITURE, "Two.");
  add_block (article, CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, "Three.");
  copy = cp_article_copy_with_role (article, 1, CP_BLOCK_BODY);

  g_assert_cmpstr (cp_article_get_text (article), ==, "One.\n\nThree.");
  g_assert_cmpstr (cp_article_get_text (copy), ==, "One.\n\nTwo.\n\nThree.");
  g_assert_true (cp_block_is_moved (cp_article_get_block (copy, 1)));
  g_assert_cmpstr (cp_article_get_title (copy), ==, "Tolls");
  g_assert_cmpint (cp_article_get_evidence (copy, CP_FIELD_TITLE, NULL), ==, CP_EVIDENCE_META);
}

static void
test_every_field_comes_back_as_it_was_set (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();

  for (CpField field = 0; field < CP_N_FIELDS; field++)
    {
      const char *value = field == CP_FIELD_OPINION ? "yes" : "Ada Ode; Ben Oak";
      g_autofree char *back = NULL;

      cp_article_set_field (article, field, value);
      back = cp_article_dup_field (article, field);
      g_assert_cmpstr (back, ==, value);
    }

  g_assert_cmpuint (g_strv_length ((char **) cp_article_get_authors (article)), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article/text-joins-the-body", test_text_joins_the_body_and_leaves_furniture_out);
  g_test_add_func ("/article/spans-count-code-points", test_spans_count_code_points);
  g_test_add_func ("/article/a-lone-dash-is-no-word", test_a_lone_dash_is_no_word);
  g_test_add_func ("/article/setting-same-title-is-silent", test_setting_same_title_is_silent);
  g_test_add_func ("/article/two-threads-read-the-blocks", test_two_threads_read_the_blocks_at_once);
  g_test_add_func ("/article/byline-joins-authors", test_byline_joins_authors);
  g_test_add_func ("/article/a-copy-with-a-block-taken-in-has-its-text", test_a_copy_with_a_block_taken_in_has_its_text);
  g_test_add_func ("/article/every-field-comes-back", test_every_field_comes_back_as_it_was_set);

  return g_test_run ();
}
