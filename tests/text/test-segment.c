/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of sentence and word boundaries. */

#include "config.h"

#include "cp-segment.h"

static char *
join_spans (const char *text,
            GArray     *spans)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      CpSpan span = g_array_index (spans, CpSpan, i);

      if (i > 0)
        g_string_append (joined, " | ");
      g_string_append_len (joined, text + span.start, span.end - span.start);
    }

  g_array_unref (spans);

  return g_string_free (joined, FALSE);
}

static void
assert_sentences (const char *language,
                  const char *text,
                  const char *expected)
{
  g_autofree char *found = join_spans (text, cp_segment_sentences (text, language));

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_words (const char *language,
              const char *text,
              const char *expected)
{
  g_autofree char *found = join_spans (text, cp_segment_words (text, language));

  g_assert_cmpstr (found, ==, expected);
}

static void
test_sentences_end_at_full_stops (void)
{
  assert_sentences ("en", "Rents rose. Wages did not! Who pays?  We do.",
                    "Rents rose. | Wages did not! | Who pays? | We do.");
}

static void
test_titles_and_initials_end_no_sentence (void)
{
  assert_sentences ("en", "Mr. Smith met Sen. J. R. Doe. They spoke.",
                    "Mr. Smith met Sen. J. R. Doe. | They spoke.");
}

static void
test_dotted_names_end_no_sentence_before_a_name (void)
{
  assert_sentences ("en", "The U.S. Congress voted. U.S.–Russia talks go on in the U.S. The end is open.",
                    "The U.S. Congress voted. | U.S.–Russia talks go on in the U.S. | The end is open.");
}

static void
test_months_are_short_before_a_number_only (void)
{
  assert_sentences ("en", "It began on Jan. 5 and ended in Jan. Nobody knew.",
                    "It began on Jan. 5 and ended in Jan. | Nobody knew.");
}

static void
test_quoted_question_goes_on_in_lower_case (void)
{
  assert_sentences ("en", "“Who pays?” asked the mayor. “We do.” Nobody clapped.",
                    "“Who pays?” asked the mayor. | “We do.” | Nobody clapped.");
}

static void
test_empty_lines_end_sentences (void)
{
  assert_sentences ("en", "A heading\n\nA first line\nthat is broken. Another.\n \nLast",
                    "A heading | A first line\nthat is broken. | Another. | Last");
  assert_sentences ("en", "It ended in Jan. \u00a0\n\nlast line", "It ended in Jan. | last line");
}

static void
test_other_languages_have_their_abbreviations (void)
{
  assert_sentences ("de", "Das gilt z.B. Dr. Meier und der SPD. Mehr nicht.",
                    "Das gilt z.B. Dr. Meier und der SPD. | Mehr nicht.");
  assert_sentences ("fr", "Selon M. Durand, tout va bien. Et après ?",
                    "Selon M. Durand, tout va bien. | Et après ?");
  assert_sentences ("es", "El Sr. López habló. ¿Quién escucha? Nadie.",
                    "El Sr. López habló. | ¿Quién escucha? | Nadie.");
  assert_sentences ("ru", "Об этом пишет проф. Иванов. Но он не прав.",
                    "Об этом пишет проф. Иванов. | Но он не прав.");
}

static void
test_words_leave_out_punctuation (void)
{
  assert_words ("en", "The U.S.–Russia treaty, Iran's 3.5% and well-known “facts”.",
                "The | U.S. | Russia | treaty | Iran's | 3.5 | and | well | known | facts");
}

static void
test_empty_text_has_nothing (void)
{
  assert_sentences ("en", "", "");
  assert_sentences (NULL, " \n\n ", "");
  assert_words ("en", " – … ", "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/segment/sentences-end-at-full-stops", test_sentences_end_at_full_stops);
  g_test_add_func ("/text/segment/titles-and-initials-end-no-sentence", test_titles_and_initials_end_no_sentence);
  g_test_add_func ("/text/segment/dotted-names-end-no-sentence-before-a-name",
                   test_dotted_names_end_no_sentence_before_a_name);
  g_test_add_func ("/text/segment/months-are-short-before-a-number-only", test_months_are_short_before_a_number_only);
  g_test_add_func ("/text/segment/quoted-question-goes-on-in-lower-case", test_quoted_question_goes_on_in_lower_case);
  g_test_add_func ("/text/segment/empty-lines-end-sentences", test_empty_lines_end_sentences);
  g_test_add_func ("/text/segment/other-languages-have-their-abbreviations",
                   test_other_languages_have_their_abbreviations);
  g_test_add_func ("/text/segment/words-leave-out-punctuation", test_words_leave_out_punctuation);
  g_test_add_func ("/text/segment/empty-text-has-nothing", test_empty_text_has_nothing);

  return g_test_run ();
}
