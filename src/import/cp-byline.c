/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of authors out of the ways in which they are written. */

#define G_LOG_DOMAIN "cp-byline"

#include "config.h"

#include "cp-byline.h"
#include "cp-pattern.h"

#include <string.h>

/* The longest block that can be a byline: three names with a line on who they are. */
#define MAX_LINE 240

#define MAX_NAME_WORDS 6
#define MAX_FIELD 60

static CpPattern lead = CP_PATTERN (
  "^\\W*(?:(?:an? )?(?:opinion|comment(?:ary)?|column|guest essay|analysis|op-?ed|(?:story|text|words|photographs?|written|posted|published|"
  "author(?:ed)?)),? )?(?:by|von|par|por|di|door|av|af|przez|autore?n?|auteure?|authors?|автор|текст)\\b(?: ?:)?\\s+");
static CpPattern divider = CP_PATTERN (
  "\\s*(?:[;,|/&•·●∙\\n]| [–—-] |\\b(?:and|(?-i:AND|und|et|y|e|en|och|og|i|и|with|mit|avec))\\b(?= )|(?<= )\\b(?:for|in|on|at) )\\s*");
static CpPattern particle = CP_PATTERN (
  "^(?:de|del|della|der|den|des|di|da|do|dos|das|du|la|le|van|von|vom|zu|zur|ten|ter|af|al|el|bin|ibn|ben|bint|st|y|e|of|i|til|"
  "jr|sr|ii|iii|iv)\\.?$");

/* Words that say what somebody is rather than who. */
static CpPattern role = CP_PATTERN (
  "\\b(?:columnists?|editors?|reporters?|correspondents?|writers?|staff|contributors?|contributing|professor|director|chair|"
  "newspaper|magazine|media|press|news|agency|agencies|board|desk|team|guest|special|senior|associate|opinion|published|updated|posted|"
  "redaktion|redakteur(?:in)?|kolumnist(?:in)?|journaliste?|redacción|redacao|редакция|корреспондент|share|comments?|"
  "min(?:ute)?s? read|photo(?:graph)?s?|illustration|admin|administrator|follow|view|profile|subscribe)\\b");

/* Words over or after names that look like names. */
static CpPattern label = CP_PATTERN (
  "^(?:the |über den |about the )?(?:authors?|autore?n?|autor[*:_]?in|auteure?)\\b|^(?:about|über|zur person|learn more|read more|all posts|meet)\\b");

static gboolean
is_name_word (const char *word)
{
  gunichar first = g_utf8_get_char (word);

  if (g_unichar_isupper (first) || g_unichar_istitle (first))
    return TRUE;

  /* Scripts without case. */
  if (g_unichar_isalpha (first) && !g_unichar_islower (first))
    return TRUE;

  return cp_pattern_matches (&particle, word);
}

static gboolean
has_digit_or_sign (const char *text)
{
  return strpbrk (text, "0123456789@:/<>{}[]\\=#?!") != NULL;
}

/* A name is a few words that begin in upper case, and does not say what its bearer does. */
static gboolean
is_name (const char *text)
{
  g_auto (GStrv) words = NULL;
  guint n_words;

  if (*text == '\0' || has_digit_or_sign (text) || cp_pattern_matches (&role, text) || cp_pattern_matches (&label, text))
    return FALSE;

  words = g_strsplit (text, " ", -1);
  n_words = g_strv_length (words);
  if (n_words > MAX_NAME_WORDS || g_utf8_strlen (text, -1) < 2)
    return FALSE;

  for (guint i = 0; i < n_words; i++)
    {
      if (!is_name_word (words[i]))
        return FALSE;
    }

  return TRUE;
}

/* Papers that shout their bylines write "IGOR IVANOV"; the name is kept as people write it. */
static char *
unshout (const char *name)
{
  GString *text;
  gboolean word_begins = TRUE;

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_islower (g_utf8_get_char (c)))
        return g_strdup (name);
    }

  if (g_utf8_strlen (name, -1) < 6 || strchr (name, ' ') == NULL)
    return g_strdup (name);

  text = g_string_new (NULL);
  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      g_string_append_unichar (text, word_begins ? character : g_unichar_tolower (character));
      word_begins = !g_unichar_isalpha (character) && character != '.';
    }

  return g_string_free (text, FALSE);
}

static char *
strip_lead (const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  if (cp_pattern_match (&lead, text, &match))
    g_match_info_fetch_pos (match, 0, NULL, &end);

  return g_strstrip (g_strdup (text + end));
}

/* Names stand in front of everything else that a byline may say; the first part that is none ends them. */
static char **
parse_names (const char *names)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = cp_pattern_split (&divider, names);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] == '\0')
        continue;

      if (!is_name (parts[i]))
        break;

      /* "Jr." after a comma belongs to the name before it. */
      if (cp_pattern_matches (&particle, parts[i]))
        continue;

      if (!g_ptr_array_find_with_equal_func (found, parts[i], g_str_equal, NULL))
        g_ptr_array_add (found, unshout (parts[i]));
    }

  g_ptr_array_add (found, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}

/**
 * cp_byline_parse:
 * @text: a byline or the value of an author field, with or without "By"
 *
 * Returns: (transfer full): the names in it; empty when there is none
 */
char **
cp_byline_parse (const char *text)
{
  g_autofree char *names = strip_lead (text);

  return parse_names (names);
}

/**
 * cp_byline_parse_field:
 * @text: the value of a field that is meant for authors
 *
 * Returns: (transfer full): the names in it; @text itself when it has nothing that looks like a name but is
 *   as short as one; empty when it is an address
 */
char **
cp_byline_parse_field (const char *text)
{
  g_auto (GStrv) names = cp_byline_parse (text);
  g_autofree char *whole = g_strstrip (g_strdup (text));
  const char *only[] = { whole, NULL };

  if (names[0] != NULL || *whole == '\0' || strlen (whole) > MAX_FIELD || strpbrk (whole, "/@<>") != NULL ||
      cp_pattern_matches (&label, whole))
    return g_steal_pointer (&names);

  return g_strdupv ((char **) only);
}

/**
 * cp_byline_is_line:
 * @text: one block of text
 *
 * Returns: whether @text begins as bylines do, such as "By", "Von" or "Par", and goes on with a name
 */
gboolean
cp_byline_is_line (const char *text)
{
  g_auto (GStrv) names = NULL;

  if (strlen (text) > MAX_LINE || !cp_pattern_matches (&lead, text))
    return FALSE;

  names = cp_byline_parse (text);

  return names[0] != NULL;
}
