/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regular expressions that are written down once and compiled when first used. */

#define G_LOG_DOMAIN "cp-pattern"

#include "config.h"

#include "cp-pattern.h"

static GRegex *
get_regex (CpPattern *self)
{
  if (g_once_init_enter (&self->regex))
    {
      g_autoptr (GError) error = NULL;
      GRegex *regex = g_regex_new (self->source, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);

      if (regex == NULL)
        g_error ("%s: %s", self->source, error->message);

      g_once_init_leave (&self->regex, regex);
    }

  return self->regex;
}

/**
 * cp_pattern_matches:
 * @text: valid UTF-8
 *
 * Returns: whether the pattern occurs in @text
 */
gboolean
cp_pattern_matches (CpPattern  *self,
                    const char *text)
{
  return g_regex_match (get_regex (self), text, 0, NULL);
}

/**
 * cp_pattern_match:
 * @text: valid UTF-8, which must outlive @match
 * @match: (out): the first match, to be freed whether or not there is one
 *
 * Returns: whether the pattern occurs in @text
 */
gboolean
cp_pattern_match (CpPattern   *self,
                  const char  *text,
                  GMatchInfo **match)
{
  return g_regex_match (get_regex (self), text, 0, match);
}

/**
 * cp_pattern_fetch:
 * @text: valid UTF-8
 * @group: number of a group of the pattern, 0 for all of it
 *
 * Returns: (transfer full) (nullable): what @group matched, or %NULL when nothing did
 */
char *
cp_pattern_fetch (CpPattern  *self,
                  const char *text,
                  int         group)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  if (!g_regex_match (get_regex (self), text, 0, &match))
    return NULL;

  found = g_match_info_fetch (match, group);

  return found != NULL && *found != '\0' ? g_steal_pointer (&found) : NULL;
}

/**
 * cp_pattern_split:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): what stands between the matches of the pattern
 */
char **
cp_pattern_split (CpPattern  *self,
                  const char *text)
{
  return g_regex_split (get_regex (self), text, 0);
}

/**
 * cp_pattern_split_words:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the words of @text, made of letters alone, that stand outside all
 *   matches of the pattern
 */
char **
cp_pattern_split_words (CpPattern  *self,
                        const char *text)
{
  g_autofree char *rest = g_regex_replace_literal (get_regex (self), text, -1, 0, " ", 0, NULL);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);
  const char *c = rest;

  for (;; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isalpha (character))
        {
          g_string_append_unichar (word, character);
          continue;
        }

      if (word->len > 0)
        g_strv_builder_add (words, word->str);

      g_string_truncate (word, 0);
      if (character == 0)
        return g_strv_builder_end (words);
    }
}
