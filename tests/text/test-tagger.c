/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the English tagger. */

#include "config.h"

#include "cp-tagger.h"

static char *
tag_text (const char *text)
{
  g_autoptr (CpWords) words = cp_words_new (text, "en");
  g_autofree CpTag *tags = cp_tagger_tag_words (words);
  GString *names = g_string_new (NULL);
  guint n_words;

  cp_words_get (words, &n_words);
  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", cp_tag_to_name (tags[i]));

  return g_string_free (names, FALSE);
}

static void
test_plain_sentence_is_tagged (void)
{
  g_autofree char *tags = tag_text ("The mayor closed the dangerous road on Sunday.");

  g_assert_cmpstr (tags, ==, "DET NOUN VERB DET ADJ NOUN ADP PROPN");
}

static void
test_same_word_is_noun_or_verb_by_its_place (void)
{
  g_autofree char *tags = tag_text ("They want to vote. The vote was lost.");

  g_assert_cmpstr (tags, ==, "PRON VERB PART VERB DET NOUN AUX VERB");
}

static void
test_clitics_do_not_disturb_their_word (void)
{
  g_autofree char *tags = tag_text ("Iran’s economy doesn’t grow.");

  g_assert_cmpstr (tags, ==, "PROPN NOUN AUX VERB");
}

static void
test_cut_up_sentence_is_tagged (void)
{
  const char *tokens[] = { "He", "left", "." };
  CpTag tags[3];

  cp_tagger_tag_tokens (tokens, G_N_ELEMENTS (tokens), tags);
  g_assert_cmpint (tags[0], ==, CP_TAG_PRON);
  g_assert_cmpint (tags[1], ==, CP_TAG_VERB);
  g_assert_cmpint (tags[2], ==, CP_TAG_PUNCT);
}

static void
test_nothing_is_tagged_as_nothing (void)
{
  g_autofree char *tags = tag_text ("");

  g_assert_cmpstr (tags, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/tagger/plain-sentence-is-tagged", test_plain_sentence_is_tagged);
  g_test_add_func ("/text/tagger/same-word-is-noun-or-verb-by-its-place", test_same_word_is_noun_or_verb_by_its_place);
  g_test_add_func ("/text/tagger/clitics-do-not-disturb-their-word", test_clitics_do_not_disturb_their_word);
  g_test_add_func ("/text/tagger/cut-up-sentence-is-tagged", test_cut_up_sentence_is_tagged);
  g_test_add_func ("/text/tagger/nothing-is-tagged-as-nothing", test_nothing_is_tagged_as_nothing);

  return g_test_run ();
}
