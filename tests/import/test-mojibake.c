/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was encoded twice is read as it was meant, and nothing else is touched. */

#include "config.h"

#include "cp-mojibake.h"

#include <string.h>

static void
assert_mended (const char *text,
               const char *expected)
{
  g_autofree char *mended = g_strdup (text);
  gsize length = cp_mojibake_mend (mended, strlen (mended));

  g_assert_cmpstr (mended, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
  g_assert_true (g_utf8_validate (mended, -1, NULL));
}

static char *
encode_again (const char *text)
{
  return g_convert (text, -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}

static void
test_text_encoded_twice_is_mended (void)
{
  static const char * const texts[] = { "the harbour’s £5 – a naïve sum", "двадцать лет", "二十年", "a smile 😀 here" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *twice = encode_again (texts[i]);

      assert_mended (twice, texts[i]);
    }
}

static void
test_characters_encoded_once_stay_beside_those_encoded_twice (void)
{
  g_autofree char *twice = encode_again ("harbour’s");
  g_autofree char *text = g_strconcat ("café — ", twice, " naïve 二", NULL);

  assert_mended (text, "café — harbour’s naïve 二");
}

static void
test_text_that_shows_no_sign_is_left (void)
{
  assert_mended ("plain", "plain");
  assert_mended ("", "");
  assert_mended ("They wrote Ã¤ where ä was meant.", "They wrote Ã¤ where ä was meant.");
  assert_mended ("Sto\xc3\x9f\xc2\xad" "dämpfer, Shintô\xc2\xa0no", "Sto\xc3\x9f\xc2\xad" "dämpfer, Shintô\xc2\xa0no");
  assert_mended ("a lone control \xc2\x85 here", "a lone control \xc2\x85 here");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mojibake/twice", test_text_encoded_twice_is_mended);
  g_test_add_func ("/mojibake/beside", test_characters_encoded_once_stay_beside_those_encoded_twice);
  g_test_add_func ("/mojibake/no-sign", test_text_that_shows_no_sign_is_left);

  return g_test_run ();
}
