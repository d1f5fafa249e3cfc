/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as papers write them, in several languages. */

#define G_LOG_DOMAIN "cp-date"

#include "config.h"

#include "cp-date.h"
#include "cp-pattern.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A day is looked for at the beginning of a text only: farther down it is a day that the text speaks of. */
#define MAX_SEARCHED 400

/* The longest line that is nothing but a day and what leads up to it. */
#define MAX_LINE 120

/* How months begin, casefolded; several languages share most of them. */
static const struct
{
  const char *stem;
  int         month;
} months[] = {
  { "jan", 1 }, { "jän", 1 }, { "ene", 1 }, { "gen", 1 }, { "sty", 1 }, { "янв", 1 }, { "січ", 1 }, { "oca", 1 },
  { "feb", 2 }, { "fév", 2 }, { "fev", 2 }, { "lut", 2 }, { "фев", 2 }, { "лют", 2 }, { "şub", 2 }, { "helmi", 2 },
  { "märz", 3 }, { "marc", 3 }, { "marz", 3 }, { "mars", 3 }, { "maart", 3 }, { "mär", 3 }, { "mrt", 3 },
  { "março", 3 }, { "mar", 3 }, { "мар", 3 }, { "бер", 3 },
  { "apr", 4 }, { "avr", 4 }, { "abr", 4 }, { "kwi", 4 }, { "апр", 4 }, { "кві", 4 }, { "nis", 4 },
  { "maio", 5 }, { "may", 5 }, { "mai", 5 }, { "mag", 5 }, { "mei", 5 }, { "maj", 5 }, { "мая", 5 }, { "май", 5 },
  { "тра", 5 },
  { "juin", 6 }, { "jun", 6 }, { "giu", 6 }, { "cze", 6 }, { "июн", 6 }, { "чер", 6 }, { "haz", 6 },
  { "juil", 7 }, { "jul", 7 }, { "lug", 7 }, { "lip", 7 }, { "июл", 7 }, { "лип", 7 }, { "tem", 7 },
  { "aug", 8 }, { "août", 8 }, { "aout", 8 }, { "ago", 8 }, { "sie", 8 }, { "авг", 8 }, { "сер", 8 }, { "ağu", 8 },
  { "sep", 9 }, { "set", 9 }, { "wrz", 9 }, { "сен", 9 }, { "вер", 9 }, { "eyl", 9 },
  { "oct", 10 }, { "okt", 10 }, { "out", 10 }, { "ott", 10 }, { "paź", 10 }, { "окт", 10 }, { "жов", 10 },
  { "eki", 10 },
  { "nov", 11 }, { "noi", 11 }, { "lis", 11 }, { "ноя", 11 }, { "кас", 11 },
  { "dec", 12 }, { "dez", 12 }, { "déc", 12 }, { "dic", 12 }, { "des", 12 }, { "gru", 12 }, { "дек", 12 },
  { "гру", 12 }, { "ara", 12 },
};

/* In what order a form of writing has year, month and day, as numbers of its groups. */
typedef struct
{
  CpPattern pattern;
  int       year;
  int       month;
  int       day;
} DateForm;

static DateForm forms[] = {
  { CP_PATTERN ("(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)"), 1, 2, 3 },
  { CP_PATTERN ("(?<!\\d)((?:19|20)\\d{2})([01]\\d)([0-3]\\d)(?!\\d)"), 1, 2, 3 },
  { CP_PATTERN ("(?<!\\d)(\\d{4}) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日일]"), 1, 2, 3 },
  { CP_PATTERN ("(?<!\\d)(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?!\\d)"), 3, 2, 1 },
  { CP_PATTERN ("(\\p{L}{3,})\\.?[ -]+(\\d{1,2})(?:st|nd|rd|th)?,?[ -]+(\\d{4})(?!\\d)"), 3, 1, 2 },
  { CP_PATTERN ("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|[.ºª])?[ -]*(?:de |of |d['’])?(\\p{L}{3,})[.,]?(?: de| del)?[ -]+(\\d{4})(?!\\d)"),
    3, 2, 1 },
};

static CpPattern time_of_day = CP_PATTERN ("\\d{1,2} ?[:.h] ?\\d{2}(?:[:.]\\d{2})?|\\d{1,2} ?(?=[ap]\\.?m\\b)");
static CpPattern line_word = CP_PATTERN (
  "^(?:first|last|originally|published|publication|posted|updated|modified|created|date|released|print|edition|on|at|the|"
  "[ap]m|[ap]|m|gmt|utc|bst|z|t|[ecmp][sd]?t|cest|msk|ist|"
  "mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun|\\p{L}+day|"
  "\\p{L}+tag|mittwoch|mo|di|mi|do|fr|sa|so|veröffentlicht|erschienen|aktualisiert|stand|vom|am|um|uhr|den|der|"
  "geändert|erstellt|geschrieben|publié|mis|jour|à|le|du|\\p{L}+di|dimanche|"
  "publicado|actualizado|el|las|la|a|de|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
  "pubblicato|aggiornato|il|alle|ore|opublikowano|"
  "опубликовано|обновлено|дата|г|года?|в|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)$");

static int
month_from_name (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    {
      if (g_str_has_prefix (folded, months[i].stem))
        return months[i].month;
    }

  return 0;
}

/* Numbers alone leave day and month open; where one of them cannot be a month it is the day. Else
 * the day comes first, as it does in most countries. */
static char *
format_day (int year,
            int month,
            int day)
{
  if (month > 12 && day <= 12)
    {
      int swapped = month;

      month = day;
      day = swapped;
    }

  if (year < 1600 || year > 2200 || !g_date_valid_dmy (day, month, year))
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

static char *
day_from_match (const DateForm *form,
                GMatchInfo     *match)
{
  g_autofree char *year = g_match_info_fetch (match, form->year);
  g_autofree char *month = g_match_info_fetch (match, form->month);
  g_autofree char *day = g_match_info_fetch (match, form->day);
  int month_number = g_ascii_isdigit (*month) ? atoi (month) : month_from_name (month);

  return month_number > 0 ? format_day (atoi (year), month_number, atoi (day)) : NULL;
}

/* The first match of @form that is a day of the calendar. */
static char *
find_form (DateForm   *form,
           const char *text,
           int        *start,
           int        *end)
{
  g_autoptr (GMatchInfo) match = NULL;
  char *day = NULL;

  cp_pattern_match (&form->pattern, text, &match);
  while (day == NULL && g_match_info_matches (match))
    {
      day = day_from_match (form, match);
      g_match_info_fetch_pos (match, 0, start, end);
      g_match_info_next (match, NULL);
    }

  return day;
}

/**
 * cp_date_find:
 * @text: valid UTF-8
 * @start: (out) (optional): bytes before the day
 * @end: (out) (optional): bytes up to its end
 *
 * Finds the first day that is named at the beginning of @text with day, month and year: ISO 8601,
 * RFC 5322 and the forms of papers in the larger languages of Europe and East Asia. The time of day
 * and its zone are ignored: the day is the one that was printed.
 *
 * Returns: (transfer full) (nullable): the day as "YYYY-MM-DD"
 */
char *
cp_date_find (const char *text,
              gsize      *start,
              gsize      *end)
{
  g_autofree char *head = NULL;
  g_autofree char *first = NULL;
  int first_start = G_MAXINT;

  if (strpbrk (text, "0123456789") == NULL)
    return NULL;

  head = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_SEARCHED));
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      int form_start, form_end;
      g_autofree char *day = find_form (&forms[i], head, &form_start, &form_end);

      if (day == NULL || form_start >= first_start)
        continue;

      g_free (first);
      first = g_steal_pointer (&day);
      first_start = form_start;
      if (start != NULL)
        *start = form_start;
      if (end != NULL)
        *end = form_end;
    }

  return g_steal_pointer (&first);
}

/**
 * cp_date_find_in_path:
 * @path: the path of a web address
 *
 * Returns: (transfer full) (nullable): the day that its folders or its last part name, as in
 *   "/2021/01/21/…" or "…-20210121.html"
 */
char *
cp_date_find_in_path (const char *path)
{
  static DateForm folders = { CP_PATTERN ("[/-]((?:19|20)\\d{2})[-/](\\d{1,2}|[a-z]{3})[-/](\\d{1,2})(?![\\d])"), 1, 2, 3 };
  int start, end;
  char *day = find_form (&folders, path, &start, &end);

  return day != NULL ? day : find_form (&forms[1], path, &start, &end);
}

static gboolean
parse_day (const char *text,
           GDate      *day)
{
  int year, month, day_of_month;

  if (sscanf (text, "%d-%d-%d", &year, &month, &day_of_month) != 3 || !g_date_valid_dmy (day_of_month, month, year))
    return FALSE;

  g_date_set_dmy (day, day_of_month, month, year);

  return TRUE;
}

/**
 * cp_date_swap:
 * @text: a day as "YYYY-MM-DD"
 *
 * Returns: (transfer full) (nullable): the day that @text is when its month is read as day and its day as month;
 *   %NULL when that is no day of the calendar
 */
char *
cp_date_swap (const char *text)
{
  GDate day;

  if (!parse_day (text, &day) || g_date_get_day (&day) > 12)
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), g_date_get_day (&day), g_date_get_month (&day));
}

/**
 * cp_date_are_neighbours:
 * @a: (nullable): a day as "YYYY-MM-DD"
 * @b: (nullable): another
 *
 * Returns: whether @a and @b are at most one day apart, as a moment is in different time zones
 */
gboolean
cp_date_are_neighbours (const char *a,
                        const char *b)
{
  GDate days[2];

  if (a == NULL || b == NULL || !parse_day (a, &days[0]) || !parse_day (b, &days[1]))
    return FALSE;

  return ABS (g_date_days_between (&days[0], &days[1])) <= 1;
}

static gboolean
is_line_word (const char *word)
{
  return cp_pattern_matches (&line_word, word);
}

/**
 * cp_date_is_line:
 * @text: one block of text
 *
 * Returns: whether @text only says when the piece was published: a day, and perhaps its weekday,
 *   the time and a word such as "Updated"
 */
gboolean
cp_date_is_line (const char *text)
{
  gsize start, end;
  g_autofree char *day = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *other_day = NULL;
  g_auto (GStrv) words = NULL;

  if (strlen (text) > MAX_LINE || (day = cp_date_find (text, &start, &end)) == NULL)
    return FALSE;

  rest = g_strdup_printf ("%.*s %s", (int) start, text, text + end);

  /* "Published 1 May 2021, updated 2 May 2021". */
  other_day = cp_date_find (rest, &start, &end);
  if (other_day != NULL)
    memset (rest + start, ' ', end - start);

  words = cp_pattern_split_words (&time_of_day, rest);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!is_line_word (words[i]))
        return FALSE;
    }

  return TRUE;
}
