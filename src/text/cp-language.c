/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language a text is written in: by libexttextcat, and by function words where it wavers. */

#define G_LOG_DOMAIN "cp-language"

#include "config.h"

#include "cp-language.h"
#include "cp-stop-words.h"
#include "cp-words.h"

#include <string.h>
#include <textcat.h>

/* A few thousand bytes decide; reading on takes time and changes nothing. */
#define SAMPLE_BYTES 3000

/* Running text of a language holds a third to a half function words of it; fewer than this
 * share are chance. */
#define MIN_STOP_SHARE 0.2

/* A text declared to be of a language is, when this share of so many words are function words of it; no other
 * language shares as many. */
#define MIN_SURE_SHARE 0.3
#define MIN_SURE_WORDS 60
#define SURE_BYTES 1200

static const char *const listed_languages[] = { "en", "de", "fr", "es", "ru" };

/* libexttextcat writes into its handle while it classifies. */
static GMutex classifier_lock;

static void *
get_classifier (void)
{
  static gsize ready = 0;
  static void *classifier;

  if (g_once_init_enter (&ready))
    {
      classifier = special_textcat_Init (CP_TEXTCAT_DIR "/fpdb.conf", CP_TEXTCAT_DIR "/");
      if (classifier == NULL)
        g_message ("The language fingerprints in %s cannot be read", CP_TEXTCAT_DIR);
      g_once_init_leave (&ready, 1);
    }

  return classifier;
}

static char *
dup_sample (const char *text)
{
  gsize length = strnlen (text, SAMPLE_BYTES + 1);
  const char *end = text + length;

  if (length > SAMPLE_BYTES)
    end = g_utf8_find_prev_char (text, text + SAMPLE_BYTES);

  return g_strndup (text, end - text);
}

static gboolean
has_letters (const char *sample)
{
  for (const char *p = sample; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static double
measure_stop_share (const char *sample,
                    const char *language)
{
  g_autoptr (CpWords) words = cp_words_new (sample, language);
  guint n_words, n_stop = 0;
  const CpWord *word = cp_words_get (words, &n_words);

  for (guint i = 0; i < n_words; i++)
    if (word[i].flags & CP_WORD_STOP)
      n_stop++;

  return n_words > 0 ? (double) n_stop / n_words : 0.0;
}

/* The language of those in @candidates, "[en--utf8][sco--utf8]", whose function words the sample
 * holds most of; all listed languages are tried when @candidates is NULL. */
static char *
choose_by_stop_words (const char *sample,
                      const char *candidates)
{
  const char *best = NULL;
  double best_share = MIN_STOP_SHARE;

  for (guint i = 0; i < G_N_ELEMENTS (listed_languages); i++)
    {
      g_autofree char *tag = g_strdup_printf ("[%s-", listed_languages[i]);
      double share;

      if (candidates != NULL && strstr (candidates, tag) == NULL)
        continue;
      share = measure_stop_share (sample, listed_languages[i]);
      if (share > best_share)
        {
          best_share = share;
          best = listed_languages[i];
        }
    }

  return g_strdup (best);
}

static char *
dup_first_candidate (const char *candidates)
{
  gsize length = strcspn (candidates + 1, "-]");

  return g_strndup (candidates + 1, length);
}

/**
 * cp_language_detect:
 * @text: UTF-8 text
 *
 * Recognises the language of a text by its letter sequences (Cavnar & Trenkle 1994, in
 * libexttextcat). Where several languages remain or the text is short, the share of function
 * words decides among those that the program has lists of.
 *
 * Returns: (transfer full) (nullable): a language code such as "en", or %NULL when it is unclear
 */
char *
cp_language_detect (const char *text)
{
  g_autofree char *sample = dup_sample (text);
  g_autofree char *candidates = NULL;
  void *classifier = get_classifier ();
  char *language;

  if (!has_letters (sample))
    return NULL;

  if (classifier != NULL)
    {
      g_mutex_lock (&classifier_lock);
      candidates = g_strdup (textcat_Classify (classifier, sample, strlen (sample)));
      g_mutex_unlock (&classifier_lock);
    }

  if (candidates == NULL || candidates[0] != '[')
    return choose_by_stop_words (sample, NULL);
  if (strchr (candidates + 1, '[') == NULL)
    return dup_first_candidate (candidates);

  language = choose_by_stop_words (sample, candidates);

  return language != NULL ? language : dup_first_candidate (candidates);
}

static gboolean
is_function_word (const char *word,
                  gsize       length,
                  const char *language)
{
  g_autofree char *folded = g_utf8_strdown (word, length);

  return cp_stop_words_contains (language, folded);
}

/**
 * cp_language_confirm:
 * @text: UTF-8 text
 * @language: the code of the language that it is said to be written in, such as "en"
 *
 * Costs a tenth of cp_language_detect().
 *
 * Returns: whether @text is in @language beyond doubt; %FALSE tells nothing
 */
gboolean
cp_language_confirm (const char *text,
                     const char *language)
{
  guint n_words = 0, n_function = 0;
  const char *word = NULL;

  if (!cp_stop_words_known (language))
    return FALSE;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isalpha (character))
        {
          word = word != NULL ? word : p;
          continue;
        }

      if (word != NULL)
        {
          n_words++;
          n_function += is_function_word (word, p - word, language);
          word = NULL;
        }

      if (character == 0 || p - text > SURE_BYTES)
        break;
    }

  return n_words >= MIN_SURE_WORDS && n_function >= n_words * MIN_SURE_SHARE;
}
