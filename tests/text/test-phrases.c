/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of noun phrases. */

#include "config.h"

#include "cp-phrases.h"

static void
assert_phrases (const char *language,
                const char *text,
                const char *expected)
{
  g_autoptr (CpWords) words = cp_words_new (text, language);
  g_autofree CpTag *tags = g_str_equal (language, "en") ? cp_tagger_tag_words (words) : NULL;
  g_autoptr (GArray) phrases = cp_phrases_collect (words, tags);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < phrases->len; i++)
    {
      g_autofree char *phrase = cp_phrases_dup_text (words, g_array_index (phrases, CpPhrase, i));

      g_string_append_printf (found, "%s%s", i > 0 ? " | " : "", phrase);
    }

  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_english_phrases_end_with_a_noun (void)
{
  assert_phrases ("en", "The narrow market street is closed, and small shops lose their trade.",
                  "narrow market street | small shops | trade");
}

static void
test_verbs_are_left_out (void)
{
  assert_phrases ("en", "They want to extend the treaty and limit new weapons.", "treaty | weapons");
}

static void
test_verbs_after_nouns_end_a_phrase (void)
{
  assert_phrases ("en", "The congestion charge begins at seven, and the flat charge weighs on night shifts.",
                  "congestion charge | flat charge | night shifts");
  assert_phrases ("en", "What the annual report hurries past is where they went.", "annual report | past");
}

static void
test_names_and_hyphens_stay_whole (void)
{
  assert_phrases ("en", "We met the White House envoy for a U.S.–Russia treaty on long-term interests.",
                  "White House envoy | U.S.–Russia treaty | long-term interests");
}

static void
test_last_possessive_is_taken_off (void)
{
  assert_phrases ("en", "It was the mayor’s.", "mayor");
}

static void
test_german_phrases_end_with_a_capital (void)
{
  assert_phrases ("de", "Die alte Hafenstraße wird für den schweren Verkehr gesperrt.",
                  "alte Hafenstraße | schweren Verkehr");
}

static void
test_other_languages_are_cut_at_function_words (void)
{
  assert_phrases ("es", "La calle vieja del puerto y los comerciantes pequeños.",
                  "calle vieja | puerto | comerciantes pequeños");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/phrases/english-phrases-end-with-a-noun", test_english_phrases_end_with_a_noun);
  g_test_add_func ("/text/phrases/verbs-are-left-out", test_verbs_are_left_out);
  g_test_add_func ("/text/phrases/verbs-after-nouns-end-a-phrase", test_verbs_after_nouns_end_a_phrase);
  g_test_add_func ("/text/phrases/names-and-hyphens-stay-whole", test_names_and_hyphens_stay_whole);
  g_test_add_func ("/text/phrases/last-possessive-is-taken-off", test_last_possessive_is_taken_off);
  g_test_add_func ("/text/phrases/german-phrases-end-with-a-capital", test_german_phrases_end_with_a_capital);
  g_test_add_func ("/text/phrases/other-languages-are-cut-at-function-words",
                   test_other_languages_are_cut_at_function_words);

  return g_test_run ();
}
