/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search finds what was meant, and survives whatever is typed. */

#include "config.h"

#include "store-fixture.h"

static void
set_up (StoreFixture  *fixture,
        gconstpointer  data)
{
  static const char * const authors[] = { "Zoë Müller", NULL };
  g_autoptr (CpArticle) ferry = store_fixture_make ("ferry", "Keep the Ferry",
                                                    "A ferry needs no bridge. The tariff <b>&</b> the \"harbour\" matter.");

  store_fixture_set_up (fixture, data);
  cp_article_set_authors (ferry, authors);
  cp_article_set_outlet (ferry, "The Daily Span");
  store_fixture_add (fixture, ferry);
  store_fixture_add_text (fixture, "bridge", "Build the Bridge",
                          "Bridges pay for themselves.\nThe old ferry does not, whatever the tariffs.");
}

static GPtrArray *
search (StoreFixture *fixture,
        const char   *query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = cp_library_search (fixture->library, query, 10, &error);

  g_assert_no_error (error);
  return hits;
}

static void
assert_finds (StoreFixture *fixture,
              const char   *query,
              guint         n_hits,
              const char   *first)
{
  g_autoptr (GPtrArray) hits = search (fixture, query);

  g_assert_cmpuint (hits->len, ==, n_hits);
  if (n_hits > 0)
    g_assert_cmpstr (((CpHit *) g_ptr_array_index (hits, 0))->id, ==, first);
}

static void
test_a_word_in_the_headline_counts_more (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  assert_finds (fixture, "ferry", 2, "ferry");
  assert_finds (fixture, "bridge", 2, "bridge");
}

static void
test_the_beginning_of_a_word_finds_it (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  assert_finds (fixture, "harb", 1, "ferry");
  assert_finds (fixture, "themse", 1, "bridge");
}

static void
test_quoted_words_are_found_exactly (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  assert_finds (fixture, "\"tariff\"", 1, "ferry");
  assert_finds (fixture, "“old ferry”", 1, "bridge");
  assert_finds (fixture, "\"ferry old\"", 0, NULL);
  assert_finds (fixture, "\"the old fer", 1, "bridge");
}

static void
test_all_words_must_be_there (StoreFixture  *fixture,
                              gconstpointer  data)
{
  assert_finds (fixture, "ferry themselves", 1, "bridge");
  assert_finds (fixture, "harbour themselves", 0, NULL);
}

static void
test_case_and_accents_make_no_difference (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  assert_finds (fixture, "zoe MULLER", 1, "ferry");
  assert_finds (fixture, "Zoë", 1, "ferry");
}

static void
test_the_outlet_is_searched (StoreFixture  *fixture,
                             gconstpointer  data)
{
  assert_finds (fixture, "daily span", 1, "ferry");
}

static void
test_a_query_without_words_finds_nothing (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  assert_finds (fixture, "", 0, NULL);
  assert_finds (fixture, "  \t", 0, NULL);
  assert_finds (fixture, "\"", 0, NULL);
  assert_finds (fixture, "— … !", 0, NULL);
}

static void
test_punctuation_beside_words_is_ignored (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  assert_finds (fixture, "harbour — !", 1, "ferry");
  assert_finds (fixture, "(harbour)", 1, "ferry");
}

static void
test_the_words_of_the_query_language_are_words (StoreFixture  *fixture,
                                                gconstpointer  data)
{
  assert_finds (fixture, "ferry AND NOT", 0, NULL);
  assert_finds (fixture, "NEAR(ferry bridge)", 0, NULL);
  assert_finds (fixture, "title:ferry", 0, NULL);
  assert_finds (fixture, "^ferry*", 2, "ferry");
}

static void
test_any_bytes_are_a_query (StoreFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260713);
  static const char alphabet[] = "ab \"'*^:(){}[]+-,.\\;%_AND OR NOT NEAR \303\251\xff\x01\xe2\x80\x9c";

  for (int i = 0; i < 2000; i++)
    {
      char query[40] = { 0 };
      int length = g_rand_int_range (rand, 0, sizeof query - 1);

      for (int j = 0; j < length; j++)
        query[j] = alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)];
      g_ptr_array_unref (search (fixture, query));
    }
}

static void
test_a_very_long_query_is_answered (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GString) query = g_string_new (NULL);

  for (int i = 0; i < 20000; i++)
    g_string_append (query, "ferry ");
  assert_finds (fixture, query->str, 2, "ferry");
}

static void
test_a_snippet_is_one_line_and_marks_the_match (StoreFixture  *fixture,
                                                gconstpointer  data)
{
  g_autoptr (GPtrArray) escaped = search (fixture, "harbour");
  g_autoptr (GPtrArray) two_lines = search (fixture, "old");
  CpHit *hit = g_ptr_array_index (escaped, 0);
  CpHit *other = g_ptr_array_index (two_lines, 0);

  g_assert_cmpstr (hit->title, ==, "Keep the Ferry");
  g_assert_cmpstr (hit->snippet, ==, "A ferry needs no bridge. The tariff <b>&</b> the \"harbour\" matter.");
  g_assert_cmpstr (hit->markup, ==, "A ferry needs no bridge. The tariff &lt;b&gt;&amp;&lt;/b&gt; the "
                                    "&quot;<b>harbour</b>&quot; matter.");
  g_assert_cmpfloat (hit->score, >, 0.0);
  g_assert_cmpstr (other->snippet, ==, "Bridges pay for themselves. The old ferry does not, whatever the tariffs.");
}

static void
test_hits_are_limited (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) hits = cp_library_search (fixture->library, "ferry", 1, NULL);

  g_assert_cmpuint (hits->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/search/" path, StoreFixture, NULL, set_up, func, store_fixture_tear_down)

  ADD ("a-word-in-the-headline-counts-more", test_a_word_in_the_headline_counts_more);
  ADD ("the-beginning-of-a-word-finds-it", test_the_beginning_of_a_word_finds_it);
  ADD ("quoted-words-are-found-exactly", test_quoted_words_are_found_exactly);
  ADD ("all-words-must-be-there", test_all_words_must_be_there);
  ADD ("case-and-accents-make-no-difference", test_case_and_accents_make_no_difference);
  ADD ("the-outlet-is-searched", test_the_outlet_is_searched);
  ADD ("a-query-without-words-finds-nothing", test_a_query_without_words_finds_nothing);
  ADD ("punctuation-beside-words-is-ignored", test_punctuation_beside_words_is_ignored);
  ADD ("words-of-the-query-language-are-words", test_the_words_of_the_query_language_are_words);
  ADD ("any-bytes-are-a-query", test_any_bytes_are_a_query);
  ADD ("a-very-long-query-is-answered", test_a_very_long_query_is_answered);
  ADD ("a-snippet-is-one-line-and-marks-the-match", test_a_snippet_is_one_line_and_marks_the_match);
  ADD ("hits-are-limited", test_hits_are_limited);

  return g_test_run ();
}
