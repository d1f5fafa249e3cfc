/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of language identification. */

#include "config.h"

#include "cp-language.h"

static const struct
{
  const char *language;
  const char *text;
} samples[] = {
  { "en", "The council wants to close the harbour road on Sundays. Shopkeepers fear for their trade, and "
          "yet nobody has asked the people who live beside it what the noise has cost them." },
  { "de", "Der Stadtrat will die Hafenstraße am Sonntag sperren. Die Händler fürchten um ihr Geschäft, doch "
          "niemand hat die Leute gefragt, die seit Jahren neben dem Lärm wohnen müssen." },
  { "fr", "Le conseil municipal veut fermer la route du port le dimanche. Les commerçants craignent pour leurs "
          "affaires, mais personne n’a demandé aux riverains ce que le bruit leur a coûté." },
  { "es", "El ayuntamiento quiere cerrar la calle del puerto los domingos. Los comerciantes temen por sus ventas, "
          "pero nadie ha preguntado a los vecinos cuánto les ha costado el ruido durante tantos años." },
  { "ru", "Городской совет хочет закрывать портовую дорогу по воскресеньям. Торговцы боятся за свои доходы, "
          "но никто не спросил жителей, чего им стоил этот шум за последние годы." },
};

static void
test_running_text_is_recognised (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *language = cp_language_detect (samples[i].text);

      g_assert_cmpstr (language, ==, samples[i].language);
    }
}

static void
test_short_text_is_recognised_by_function_words (void)
{
  g_autofree char *language = cp_language_detect ("This is what they had");

  g_assert_cmpstr (language, ==, "en");
}

static void
test_declared_language_is_confirmed_by_the_text_alone (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %s %s", samples[i].text, samples[i].text, samples[i].text);

      for (guint j = 0; j < G_N_ELEMENTS (samples); j++)
        {
          if (i != j)
            g_assert_false (cp_language_confirm (text, samples[j].language));
        }
      g_assert_false (cp_language_confirm (text, "nl"));
      g_assert_false (cp_language_confirm ("", samples[i].language));
    }

  g_assert_true (cp_language_confirm (
    "It is the habit of the council to ask nobody, and then to be surprised that nobody was pleased. We have seen it with the road, and "
    "we will see it with the wall. They could have asked us what we would do with the money, and it would not have cost them more than an "
    "evening in the hall and a pot of tea for those who came.", "en"));
}

static void
test_nothing_is_no_language (void)
{
  g_assert_null (cp_language_detect (""));
  g_assert_null (cp_language_detect ("42 – 17"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/language/running-text-is-recognised", test_running_text_is_recognised);
  g_test_add_func ("/text/language/short-text-is-recognised-by-function-words",
                   test_short_text_is_recognised_by_function_words);
  g_test_add_func ("/text/language/declared-language-is-confirmed", test_declared_language_is_confirmed_by_the_text_alone);
  g_test_add_func ("/text/language/nothing-is-no-language", test_nothing_is_no_language);

  return g_test_run ();
}
