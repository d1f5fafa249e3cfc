/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader is told about an article in a line: who, where, when, how long. */

#define G_LOG_DOMAIN "cp-citation"

#include "config.h"

#include "cp-citation.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Silent reading of English prose by adults (Brysbaert 2019, a meta-analysis of 190 studies). */
#define WORDS_PER_MINUTE 238

#define SEPARATOR " · "

static void
append_part (GString    *line,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (line->len > 0)
    g_string_append (line, SEPARATOR);
  g_string_append (line, part);
}

/**
 * cp_citation_dup_date:
 * @published: (nullable): a day as "YYYY-MM-DD"
 *
 * Returns: (transfer full) (nullable): the day as the user's language writes it out, such as
 *   "21 January 2021"; @published itself when it is no such day
 */
char *
cp_citation_dup_date (const char *published)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day, length = 0;

  if (published == NULL)
    return NULL;

  if (sscanf (published, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || published[length] != '\0')
    return g_strdup (published);

  date = g_date_time_new_utc (year, month, day, 0, 0, 0.0);
  if (date == NULL)
    return g_strdup (published);

  /* Translators: a day written out, as for g_date_time_format() */
  return g_date_time_format (date, _("%-d %B %Y"));
}

/**
 * cp_citation_dup_reading_time:
 * @article: an article
 *
 * Returns: (transfer full): how long it takes to read, in whole minutes, such as "6 min"
 */
char *
cp_citation_dup_reading_time (CpArticle *article)
{
  int minutes;

  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);

  minutes = (cp_article_get_n_words (article) + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE;

  /* Translators: how long a piece takes to read */
  return g_strdup_printf (ngettext ("%d min", "%d min", MAX (minutes, 1)), MAX (minutes, 1));
}

/**
 * cp_citation_dup_line:
 * @article: an article
 *
 * Returns: (transfer full): what is known of author, outlet and day, and the time it takes to read,
 *   such as "Igor Ivanov · The Moscow Times · 21 January 2021 · 6 min"
 */
char *
cp_citation_dup_line (CpArticle *article)
{
  g_autofree char *byline = NULL, *date = NULL, *reading_time = NULL;
  GString *line;

  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);

  byline = cp_article_dup_byline (article);
  date = cp_citation_dup_date (cp_article_get_published (article));
  reading_time = cp_citation_dup_reading_time (article);

  line = g_string_new (NULL);
  append_part (line, byline);
  append_part (line, cp_article_get_outlet (article));
  append_part (line, date);
  append_part (line, reading_time);

  return g_string_free (line, FALSE);
}
