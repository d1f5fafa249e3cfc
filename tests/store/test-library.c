/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is put into a library comes out of it, also after it was closed. */

#include "config.h"

#include "store-fixture.h"

static const char text[] = "A toll is paid once. The ferry is paid daily.";

static CpArticle *
make_full_article (void)
{
  static const char * const authors[] = { "Ada Ode", "Ben Oak", NULL };
  static const char * const tags[] = { "bridges", "money", NULL };
  CpArticle *article = cp_article_new ();
  g_autoptr (CpBlock) heading = cp_block_new (CP_BLOCK_HEADING, CP_BLOCK_BODY, 2, "Pay once — ¿dos veces?");
  g_autoptr (CpBlock) caption = cp_block_new (CP_BLOCK_CAPTION, CP_BLOCK_FURNITURE, 0, "The old bridge");
  g_autoptr (CpBlock) item = cp_block_new (CP_BLOCK_LIST_ITEM, CP_BLOCK_BODY, 0, text);

  cp_article_set_id (article, "0123456789ab");
  cp_article_set_title (article, "Pay at the Bridge");
  cp_article_set_standfirst (article, "Once is enough.");
  cp_article_set_authors (article, authors);
  cp_article_set_outlet (article, "The Daily Span");
  cp_article_set_published (article, "2024-02-29");
  cp_article_set_url (article, "https://span.example/pay");
  cp_article_set_language (article, "en");
  cp_article_set_opinion (article, TRUE);
  cp_article_set_tags (article, tags);
  cp_article_add_block (article, heading);
  cp_article_add_block (article, caption);
  cp_article_add_block (article, item);

  return article;
}

static void
assert_same_article (CpArticle *a,
                     CpArticle *b)
{
  g_assert_cmpstr (cp_article_get_id (a), ==, cp_article_get_id (b));
  g_assert_cmpstr (cp_article_get_title (a), ==, cp_article_get_title (b));
  g_assert_cmpstr (cp_article_get_standfirst (a), ==, cp_article_get_standfirst (b));
  g_assert_cmpstrv (cp_article_get_authors (a), cp_article_get_authors (b));
  g_assert_cmpstr (cp_article_get_outlet (a), ==, cp_article_get_outlet (b));
  g_assert_cmpstr (cp_article_get_published (a), ==, cp_article_get_published (b));
  g_assert_cmpstr (cp_article_get_url (a), ==, cp_article_get_url (b));
  g_assert_cmpstr (cp_article_get_language (a), ==, cp_article_get_language (b));
  g_assert_cmpint (cp_article_get_opinion (a), ==, cp_article_get_opinion (b));
  g_assert_cmpstrv (cp_article_get_tags (a), cp_article_get_tags (b));
  g_assert_cmpstr (cp_article_get_text (a), ==, cp_article_get_text (b));
  g_assert_cmpuint (cp_article_get_n_blocks (a), ==, cp_article_get_n_blocks (b));
  for (guint i = 0; i < cp_article_get_n_blocks (a); i++)
    {
      CpBlock *block_a = cp_article_get_block (a, i), *block_b = cp_article_get_block (b, i);

      g_assert_cmpint (cp_block_get_kind (block_a), ==, cp_block_get_kind (block_b));
      g_assert_cmpint (cp_block_get_role (block_a), ==, cp_block_get_role (block_b));
      g_assert_cmpint (cp_block_get_level (block_a), ==, cp_block_get_level (block_b));
      g_assert_cmpstr (cp_block_get_text (block_a), ==, cp_block_get_text (block_b));
      g_assert_cmpint (cp_block_get_start (block_a), ==, cp_block_get_start (block_b));
    }
}

static void
test_an_article_comes_back_as_it_was (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr (CpArticle) article = make_full_article ();
  g_autoptr (CpArticle) back = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add (fixture, article);
  store_fixture_reopen (fixture);
  back = cp_library_get (fixture->library, "0123456789ab", &error);
  g_assert_no_error (error);
  assert_same_article (article, back);
}

static void
test_what_is_unknown_of_an_article_stays_unknown (StoreFixture  *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (CpArticle) article = store_fixture_make ("a", "Tolls", text);
  g_autoptr (CpArticle) back = NULL;

  store_fixture_add (fixture, article);
  back = cp_library_get (fixture->library, "a", NULL);
  assert_same_article (article, back);
  g_assert_null (cp_article_get_outlet (back));
}

static void
test_the_original_comes_back_byte_for_byte (StoreFixture  *fixture,
                                            gconstpointer  data)
{
  static const char bytes[] = "\0\377<html>\0";
  g_autoptr (CpArticle) article = store_fixture_make ("a", "Tolls", text);
  g_autoptr (GListModel) themes = store_fixture_make_themes (article);
  g_autoptr (GBytes) original = g_bytes_new_static (bytes, sizeof bytes);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *media_type = NULL;
  const CpAddition addition = { article, original, "text/html", themes };

  g_assert_true (cp_library_add (fixture->library, &addition, &error));
  back = cp_library_dup_original (fixture->library, "a", &media_type, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (media_type, ==, "text/html");
  g_assert_true (g_bytes_equal (original, back));
}

static void
test_the_same_article_is_refused_a_second_time (StoreFixture  *fixture,
                                                gconstpointer  data)
{
  g_autoptr (CpArticle) article = store_fixture_make ("a", "Tolls", text);
  g_autoptr (GListModel) themes = store_fixture_make_themes (article);
  g_autoptr (GBytes) original = g_bytes_new_static ("a", 1);
  const CpAddition addition = { article, original, "text/plain", themes };
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add (fixture, article);
  g_assert_false (cp_library_add (fixture->library, &addition, &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_EXISTS);
  articles = cp_library_list (fixture->library, NULL);
  g_assert_cmpuint (articles->len, ==, 1);
}

static void
test_the_list_has_the_last_added_first (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) articles = NULL;

  store_fixture_add_text (fixture, "b", "Second letter", text);
  store_fixture_add_text (fixture, "a", "First letter", text);
  articles = cp_library_list (fixture->library, NULL);
  g_assert_cmpuint (articles->len, ==, 2);
  g_assert_cmpstr (cp_article_get_id (g_ptr_array_index (articles, 0)), ==, "a");
  g_assert_cmpstr (cp_article_get_text (g_ptr_array_index (articles, 1)), ==, text);
}

static void
test_an_unknown_article_is_not_found (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (cp_library_contains (fixture->library, "nobody"));
  g_assert_null (cp_library_get (fixture->library, "nobody", &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (cp_library_dup_original (fixture->library, "nobody", NULL, &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (cp_library_load_themes (fixture->library, "nobody", &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (cp_library_remove (fixture->library, "nobody", &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_NOT_FOUND);
}

static void
test_a_removed_article_is_hidden_everywhere (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  static const char * const tags[] = { "money", NULL };
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_auto (GStrv) all_tags = NULL;

  store_fixture_add_text (fixture, "a", "Tolls", text);
  g_assert_true (cp_library_save_tags (fixture->library, "a", tags, NULL));
  g_assert_true (cp_library_remove (fixture->library, "a", NULL));
  articles = cp_library_list (fixture->library, NULL);
  hits = cp_library_search (fixture->library, "toll", 10, NULL);
  all_tags = cp_library_list_tags (fixture->library, NULL);
  g_assert_false (cp_library_contains (fixture->library, "a"));
  g_assert_cmpuint (articles->len, ==, 0);
  g_assert_cmpuint (hits->len, ==, 0);
  g_assert_cmpuint (g_strv_length (all_tags), ==, 0);
}

static void
test_a_restored_article_is_as_before (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr (CpArticle) article = make_full_article ();
  g_autoptr (CpArticle) back = NULL;
  g_autoptr (GListModel) themes = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  store_fixture_add (fixture, article);
  g_assert_true (cp_library_remove (fixture->library, "0123456789ab", NULL));
  g_assert_true (cp_library_restore (fixture->library, "0123456789ab", NULL));
  back = cp_library_get (fixture->library, "0123456789ab", NULL);
  themes = cp_library_load_themes (fixture->library, "0123456789ab", NULL);
  hits = cp_library_search (fixture->library, "ferry", 10, NULL);
  assert_same_article (article, back);
  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 2);
  g_assert_cmpuint (hits->len, ==, 1);
}

static void
test_adding_a_removed_article_brings_back_the_reviewers_work (StoreFixture  *fixture,
                                                              gconstpointer  data)
{
  static const char * const tags[] = { "money", NULL };
  g_autoptr (CpArticle) article = store_fixture_make ("a", "Tolls", text);
  g_autoptr (CpArticle) back = NULL;

  store_fixture_add (fixture, article);
  g_assert_true (cp_library_save_tags (fixture->library, "a", tags, NULL));
  g_assert_true (cp_library_remove (fixture->library, "a", NULL));
  store_fixture_add (fixture, article);
  back = cp_library_get (fixture->library, "a", NULL);
  g_assert_cmpstrv (cp_article_get_tags (back), tags);
}

static void
test_opening_forgets_what_was_removed (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_add_text (fixture, "a", "Tolls", text);
  store_fixture_add_text (fixture, "b", "Ferries", text);
  g_assert_true (cp_library_remove (fixture->library, "a", NULL));
  store_fixture_reopen (fixture);
  g_assert_false (cp_library_restore (fixture->library, "a", &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_NOT_FOUND);
  g_assert_true (cp_library_contains (fixture->library, "b"));
}

static void
test_a_second_program_forgets_nothing_of_the_first (StoreFixture  *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (CpLibrary) second = NULL;

  store_fixture_add_text (fixture, "a", "Tolls", text);
  g_assert_true (cp_library_remove (fixture->library, "a", NULL));
  second = cp_library_open (fixture->folder, NULL);
  g_assert_nonnull (second);
  g_assert_true (cp_library_restore (fixture->library, "a", NULL));
  g_assert_true (cp_library_contains (second, "a"));
}

static void
test_two_articles_may_share_an_original (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  g_autoptr (CpArticle) a = store_fixture_make ("a", "Tolls", text);
  g_autoptr (CpArticle) b = store_fixture_make ("b", "Ferries", text);
  g_autoptr (GListStore) none = g_list_store_new (CP_TYPE_THEME);
  g_autoptr (GBytes) original = g_bytes_new_static ("both", 4);
  g_autoptr (GBytes) back = NULL;
  const CpAddition addition_of_a = { a, original, "text/plain", G_LIST_MODEL (none) };
  const CpAddition addition_of_b = { b, original, "text/plain", G_LIST_MODEL (none) };

  g_assert_true (cp_library_add (fixture->library, &addition_of_a, NULL));
  g_assert_true (cp_library_add (fixture->library, &addition_of_b, NULL));
  g_assert_true (cp_library_remove (fixture->library, "a", NULL));
  store_fixture_reopen (fixture);
  back = cp_library_dup_original (fixture->library, "b", NULL, NULL);
  g_assert_true (g_bytes_equal (original, back));
}

static void
test_themes_come_back_with_their_evidence (StoreFixture  *fixture,
                                           gconstpointer  data)
{
  static const char * const terms[] = { "toll", "bridge", NULL };
  g_autoptr (GListModel) themes = NULL;
  g_autoptr (CpTheme) tolls = NULL;
  CpPassage *passage;

  store_fixture_add_text (fixture, "a", "Tolls", text);
  store_fixture_reopen (fixture);
  themes = cp_library_load_themes (fixture->library, "a", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 2);
  tolls = g_list_model_get_item (themes, 0);
  g_assert_cmpstr (cp_theme_get_label (tolls), ==, "tolls");
  g_assert_cmpstrv (cp_theme_get_terms (tolls), terms);
  g_assert_cmpfloat (cp_theme_get_salience (tolls), ==, 0.75);
  g_assert_cmpint (cp_theme_get_provenance (tolls), ==, CP_PROVENANCE_SUGGESTED);
  g_assert_cmpuint (cp_theme_get_n_passages (tolls), ==, 2);
  passage = cp_theme_get_passage (tolls, 1);
  g_assert_cmpint (cp_passage_get_start (passage), ==, 4);
  g_assert_cmpint (cp_passage_get_end (passage), ==, 8);
  g_assert_cmpint (cp_passage_get_paragraph (passage), ==, 1);
  g_assert_cmpstr (cp_passage_get_quote (passage), ==, "ll i");
  g_assert_cmpstr (cp_passage_get_prefix (passage), ==, "A to");
  g_assert_true (g_str_has_prefix (cp_passage_get_suffix (passage), "s paid"));
}

static void
test_saved_themes_keep_what_the_reviewer_did (StoreFixture  *fixture,
                                              gconstpointer  data)
{
  g_autoptr (GListModel) themes = NULL;
  g_autoptr (GListModel) back = NULL;
  g_autoptr (CpTheme) tolls = NULL;
  g_autoptr (CpTheme) again = NULL;

  store_fixture_add_text (fixture, "a", "Tolls", text);
  themes = cp_library_load_themes (fixture->library, "a", NULL);
  tolls = g_list_model_get_item (themes, 0);
  cp_theme_set_label (tolls, "Who pays");
  cp_theme_set_provenance (tolls, CP_PROVENANCE_EDITED);
  g_assert_true (cp_library_save_themes (fixture->library, "a", themes, NULL));
  store_fixture_reopen (fixture);
  back = cp_library_load_themes (fixture->library, "a", NULL);
  again = g_list_model_get_item (back, 0);
  g_assert_cmpstr (cp_theme_get_id (again), ==, cp_theme_get_id (tolls));
  g_assert_cmpstr (cp_theme_get_label (again), ==, "Who pays");
  g_assert_cmpstr (cp_theme_get_suggested_label (again), ==, "tolls");
  g_assert_cmpint (cp_theme_get_provenance (again), ==, CP_PROVENANCE_EDITED);
  g_assert_cmpuint (cp_theme_get_n_passages (again), ==, 2);
}

static void
test_a_removed_theme_is_counted_until_it_comes_back (StoreFixture  *fixture,
                                                     gconstpointer  data)
{
  g_autoptr (GListModel) themes = NULL;
  g_autoptr (GListModel) fewer = NULL;
  g_autoptr (CpTheme) tolls = NULL;
  g_autoptr (CpArticle) without = NULL;
  g_autoptr (CpArticle) with = NULL;

  store_fixture_add_text (fixture, "a", "Tolls", text);
  themes = cp_library_load_themes (fixture->library, "a", NULL);
  tolls = g_list_model_get_item (themes, 0);
  g_list_store_remove (G_LIST_STORE (themes), 0);
  g_assert_true (cp_library_save_themes (fixture->library, "a", themes, NULL));
  without = cp_library_get (fixture->library, "a", NULL);
  fewer = cp_library_load_themes (fixture->library, "a", NULL);
  g_assert_cmpuint (cp_article_get_n_removed_themes (without), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (fewer), ==, 1);

  g_list_store_insert (G_LIST_STORE (themes), 0, tolls);
  g_assert_true (cp_library_save_themes (fixture->library, "a", themes, NULL));
  with = cp_library_get (fixture->library, "a", NULL);
  g_assert_cmpuint (cp_article_get_n_removed_themes (with), ==, 0);
}

static void
test_tags_are_replaced_listed_and_found (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  static const char * const old_tags[] = { "ferries", "money", NULL };
  static const char * const new_tags[] = { "harbour", "money", NULL };
  static const char * const all[] = { "ferries", "harbour", "money", NULL };
  g_autoptr (CpArticle) back = NULL;
  g_autoptr (GPtrArray) by_new = NULL;
  g_auto (GStrv) tags = NULL;

  store_fixture_add_text (fixture, "a", "Tolls", text);
  store_fixture_add_text (fixture, "b", "Tolls again", text);
  g_assert_true (cp_library_save_tags (fixture->library, "a", old_tags, NULL));
  g_assert_true (cp_library_save_tags (fixture->library, "a", new_tags, NULL));
  g_assert_true (cp_library_save_tags (fixture->library, "b", old_tags, NULL));
  back = cp_library_get (fixture->library, "a", NULL);
  tags = cp_library_list_tags (fixture->library, NULL);
  by_new = cp_library_search (fixture->library, "harbour", 10, NULL);
  g_assert_cmpstrv (cp_article_get_tags (back), new_tags);
  g_assert_cmpstrv (tags, all);
  g_assert_cmpuint (by_new->len, ==, 1);
}

static gpointer
add_many (gpointer data)
{
  StoreFixture *fixture = data;

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("%p-%d", (void *) g_thread_self (), i);

      store_fixture_add_text (fixture, id, "Tolls", text);
    }

  return NULL;
}

static void
test_threads_take_turns (StoreFixture  *fixture,
                         gconstpointer  data)
{
  GThread *other = g_thread_new ("adder", add_many, fixture);
  g_autoptr (GPtrArray) articles = NULL;

  add_many (fixture);
  g_thread_join (other);
  articles = cp_library_list (fixture->library, NULL);
  g_assert_cmpuint (articles->len, ==, 40);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/library/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

  ADD ("an-article-comes-back-as-it-was", test_an_article_comes_back_as_it_was);
  ADD ("what-is-unknown-stays-unknown", test_what_is_unknown_of_an_article_stays_unknown);
  ADD ("the-original-comes-back-byte-for-byte", test_the_original_comes_back_byte_for_byte);
  ADD ("the-same-article-is-refused", test_the_same_article_is_refused_a_second_time);
  ADD ("the-list-has-the-last-added-first", test_the_list_has_the_last_added_first);
  ADD ("an-unknown-article-is-not-found", test_an_unknown_article_is_not_found);
  ADD ("a-removed-article-is-hidden", test_a_removed_article_is_hidden_everywhere);
  ADD ("a-restored-article-is-as-before", test_a_restored_article_is_as_before);
  ADD ("adding-a-removed-article-brings-it-back", test_adding_a_removed_article_brings_back_the_reviewers_work);
  ADD ("opening-forgets-what-was-removed", test_opening_forgets_what_was_removed);
  ADD ("a-second-program-forgets-nothing", test_a_second_program_forgets_nothing_of_the_first);
  ADD ("two-articles-may-share-an-original", test_two_articles_may_share_an_original);
  ADD ("themes-come-back-with-their-evidence", test_themes_come_back_with_their_evidence);
  ADD ("saved-themes-keep-the-reviewers-work", test_saved_themes_keep_what_the_reviewer_did);
  ADD ("a-removed-theme-is-counted", test_a_removed_theme_is_counted_until_it_comes_back);
  ADD ("tags-are-replaced-listed-and-found", test_tags_are_replaced_listed_and_found);
  ADD ("threads-take-turns", test_threads_take_turns);

  return g_test_run ();
}
