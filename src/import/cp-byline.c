/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of authors out of the ways in which they are written. */

#define G_LOG_DOMAIN "cp-byline"

#include "config.h"

#include "cp-byline.h"
#include "cp-date.h"
#include "cp-pattern.h"

#include <string.h>

/* The longest block that can be a byline: three names with a line on who they are. */
#define MAX_LINE 240

#define MAX_NAME_WORDS 6
#define MAX_FIELD 60

static CpPattern lead = CP_PATTERN (
  "^\\W*(?:(?:an? )?(?:opinion|comment(?:ary)?|column|guest essay|analysis|op-?ed|"
  "(?:this )?(?:story|article|post|text|words|photographs?|written|posted|published|author(?:ed)?)|"
  "ein (?:artikel|beitrag|kommentar)|verfasst|geschrieben|écrit|rédigé|escrito|scritto|geschreven)(?: was written)?,? )?"
  "(?:by|von|par|por|di|door|av|af|przez|autore?n?|auteure?|authors?|автор|текст)\\b(?: ?:)?\\s+");
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
  "experts?|advisers?|advisors?|analysts?|managers?|(?:co-?)?founders?|ceo|cto|cfo|president|officer|engineers?|consultants?|"
  "specialists?|strategists?|researchers?|scientists?|fellow|lawyer|attorney|economist|historian|lecturer|producer|"
  "facebook|twitter|linkedin|instagram|youtube|whatsapp|e-?mail|"
  "min(?:ute)?s? read|photo(?:graph)?s?|illustration|admin|administrator|follow|view|profile|subscribe)\\b");

/* Words over or after names that look like names. */
static CpPattern label = CP_PATTERN (
  "^(?:the |über den |about the )?(?:authors?|autore?n?|autor[*:_]?in|auteure?)\\b|"
  "^(?:by|von|par|por|di|door)$|^(?:about|über|zur person|learn more|read more|all posts|meet)\\b");

/* What follows a name for honour: "MD", "Ph.D.", "CFA". */
static CpPattern credential = CP_PATTERN (
  "^(?-i:[A-Z][A-Za-z]{0,2}\\.?(?:[A-Z]\\.?){1,4}|[A-Z]{2,6}(?:-[A-Z]{1,3})?|PhD|Esq\\.?|PsyD|PharmD|MEd|BSc|MSc|DPhil)$");

/* Addresses and accounts beside a name. */
static CpPattern contact = CP_PATTERN ("\\(?\\S+@\\S+\\)?|(?<!\\S)@\\w+|https?://\\S+");

static CpPattern account = CP_PATTERN ("^(?-i:[\\p{Ll}\\d._-]+)$");
static CpPattern template_name = CP_PATTERN ("^\\w+(?:\\.\\w+){2,}$|^[{%$<\\[]|^(?:undefined|null|none|unknown|anonymous|n/?a|author|by|von|par|por)$");

/* A line of more than the byline, in front of it or behind. */
static CpPattern inner_lead = CP_PATTERN (
  "(?:^|[|•·●∙,;\\n–—-]|\\b(?:published|posted|written|updated|created|veröffentlicht|geschrieben|publié|publicado|pubblicato|artikel|article|text))\\s*"
  "(?:by|von|par|por|di|door|av|af|przez|автор)\\b\\s*:?\\s+(?=(?-i:\\p{Lu}))");
static CpPattern day_label = CP_PATTERN (
  "(?:\\b(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|written)|veröffentlicht|aktualisiert|erstellt|publié|mis à jour|"
  "publicado|actualizado|pubblicato|aggiornato|опубликовано|on|at|am|le|el|il|um|à|vom|den|"
  "(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)\\b\\W*)+$");

static gboolean
is_name_word (const char *word)
{
  gunichar first;

  /* "Paramita (Guha) Ghosh", "Robert “Bob” Lee". */
  while (*word != '\0' && (g_unichar_ispunct (g_utf8_get_char (word)) || *word == '`'))
    word = g_utf8_next_char (word);

  first = g_utf8_get_char (word);

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

static guint
count_words (const char *text)
{
  guint n_words = 1;

  for (const char *c = text; *c != '\0'; c++)
    n_words += *c == ' ';

  return n_words;
}

/* What follows a name after a comma without being one: "Jr.", "MD", "Boston". */
static gboolean
is_added (GPtrArray  *found,
          const char *part)
{
  if (cp_pattern_matches (&particle, part))
    return TRUE;

  return found->len > 0 &&
         (cp_pattern_matches (&credential, part) ||
          (count_words (part) == 1 && count_words (g_ptr_array_index (found, 0)) > 1));
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
      if (*parts[i] == '\0' || is_added (found, parts[i]))
        continue;

      if (!is_name (parts[i]))
        break;

      if (!g_ptr_array_find_with_equal_func (found, parts[i], g_str_equal, NULL))
        g_ptr_array_add (found, unshout (parts[i]));
    }

  g_ptr_array_add (found, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}

static char *
strip_contacts (const char *text)
{
  g_auto (GStrv) parts = cp_pattern_split (&contact, text);

  return g_strstrip (g_strjoinv ("", parts));
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
  g_autofree char *plain = strip_contacts (text);
  g_autofree char *names = strip_lead (plain);

  return parse_names (names);
}

/**
 * cp_byline_parse_field:
 * @text: the value of a field that is meant for authors
 *
 * Returns: (transfer full): the names in it; @text itself when it has nothing that looks like a name but is
 *   as short as one; empty when it is an address, or what a template or a database left there
 */
char **
cp_byline_parse_field (const char *text)
{
  g_autofree char *plain = strip_contacts (text);
  g_autofree char *whole = strip_lead (plain);
  g_auto (GStrv) names = parse_names (whole);
  const char *only[] = { whole, NULL };

  if (names[0] != NULL || *whole == '\0' || strlen (whole) > MAX_FIELD || strpbrk (whole, "/@<>\n") != NULL ||
      cp_pattern_matches (&label, whole) || cp_pattern_matches (&template_name, whole))
    return g_steal_pointer (&names);

  return g_strdupv ((char **) only);
}

/**
 * cp_byline_is_account:
 * @name: a name
 *
 * Returns: whether @name looks like what somebody logs in with: a word without capitals
 */
gboolean
cp_byline_is_account (const char *name)
{
  return cp_pattern_matches (&account, name);
}

/* The line with a bar in the place of each day. */
static char *
cut_days (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gsize start, end;

  for (int n_days = 0; n_days < 3; n_days++)
    {
      g_autofree char *day = cp_date_find (text, &start, &end);
      g_autofree char *before = NULL;
      g_auto (GStrv) parts = NULL;

      if (day == NULL)
        break;

      before = g_strndup (text, start);
      parts = cp_pattern_split (&day_label, before);
      g_string_append_printf (line, "%s | ", parts[0] != NULL ? parts[0] : "");
      text += end;
    }

  g_string_append (line, text);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * cp_byline_parse_line:
 * @text: one block of text near the headline
 *
 * As cp_byline_parse(), for a line that has more in it than the byline, such as "Posted on 2 May 2024 by Ada Quill".
 *
 * Returns: (transfer full): the names in it; empty when there is none
 */
char **
cp_byline_parse_line (const char *text)
{
  g_autofree char *line = cut_days (text);
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  g_strstrip (line);
  if (cp_pattern_match (&inner_lead, line, &match))
    g_match_info_fetch_pos (match, 0, NULL, &end);
  else
    end = strspn (line, "| ");

  return cp_byline_parse (line + end);
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

  names = cp_byline_parse_line (text);

  return names[0] != NULL;
}

/* "Ada Quill | Senior Writer | 4 May 2024", where the days have been cut. */
static gboolean
is_name_with_role (const char *line)
{
  static CpPattern bar = CP_PATTERN ("\\s*[|•·●∙]\\s*");
  g_auto (GStrv) parts = cp_pattern_split (&bar, line);

  return g_strv_length (parts) > 2 && count_words (parts[0]) > 1 && is_name (parts[0]) && cp_pattern_matches (&role, parts[1]);
}

/**
 * cp_byline_is_in_line:
 * @text: one block of text
 *
 * Returns: whether @text has a byline in it, with other things before or behind: "4 May 2024 | By Ada Quill"
 */
gboolean
cp_byline_is_in_line (const char *text)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *line = NULL;

  if (strlen (text) > MAX_LINE)
    return FALSE;

  line = cut_days (text);
  if (!cp_pattern_matches (&inner_lead, line) && !is_name_with_role (line))
    return FALSE;

  names = cp_byline_parse_line (text);

  return names[0] != NULL;
}
