/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says in a line about articles, themes and passages. */

#define G_LOG_DOMAIN "cp-display-text"

#include "config.h"

#include "cp-display-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>

/**
 * cp_display_text_get_title:
 *
 * Returns: the headline, or what stands in its place
 */
const char *
cp_display_text_get_title (CpArticle *article)
{
  const char *title;

  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);

  title = cp_article_get_title (article);

  return title != NULL && title[0] != '\0' ? title : _("Untitled");
}

/**
 * cp_display_text_dup_attribution:
 *
 * Returns: (transfer full): who wrote it, where, and in what year, as far as known, such as
 *   "Igor Ivanov · The Moscow Times · 2021"
 */
char *
cp_display_text_dup_attribution (CpArticle *article)
{
  g_autofree char *byline = NULL, *year = NULL;
  const char *parts[4] = { NULL, };
  const char *published;
  guint n = 0;

  g_return_val_if_fail (CP_IS_ARTICLE (article), NULL);

  byline = cp_article_dup_byline (article);
  if (byline != NULL && byline[0] != '\0')
    parts[n++] = byline;

  if (cp_article_get_outlet (article) != NULL && cp_article_get_outlet (article)[0] != '\0')
    parts[n++] = cp_article_get_outlet (article);

  published = cp_article_get_published (article);
  if (published != NULL && strlen (published) >= 4)
    parts[n++] = year = g_strndup (published, 4);

  return g_strjoinv (" · ", (char **) parts);
}

/**
 * cp_display_text_dup_month:
 * @published: (nullable): a day as YYYY-MM-DD, or the beginning of one
 *
 * Returns: (transfer full): its month and year in words, such as "January 2021"
 */
char *
cp_display_text_dup_month (const char *published)
{
  g_autoptr(GDateTime) day = NULL;
  int year, month;

  if (published == NULL || sscanf (published, "%4d-%2d", &year, &month) != 2)
    return g_strdup (_("Without a date"));

  day = g_date_time_new_utc (year, month, 1, 0, 0, 0.0);
  if (day == NULL)
    return g_strdup (_("Without a date"));

  /* Translators: a month and its year, in the form of strftime; %OB is the month standing alone. */
  return g_date_time_format (day, _("%OB %Y"));
}

/**
 * cp_display_text_dup_salience:
 *
 * Returns: (transfer full): the share of the text that the theme holds, such as "31 % of the text"
 */
char *
cp_display_text_dup_salience (CpTheme *theme)
{
  g_return_val_if_fail (CP_IS_THEME (theme), NULL);

  /* Translators: how much of an article is about a theme */
  return g_strdup_printf (_("%d %% of the text"), (int) round (100.0 * cp_theme_get_salience (theme)));
}

char *
cp_display_text_dup_passages (guint n_passages)
{
  return g_strdup_printf (ngettext ("%u passage", "%u passages", n_passages), n_passages);
}

/**
 * cp_display_text_dup_language:
 * @code: (nullable): the code of a language, such as "de" or "de-AT"
 *
 * Returns: (transfer full) (nullable): its name. Some languages, such as French, begin it with a capital where it stands
 *   alone, as it does here.
 */
char *
cp_display_text_dup_language (const char *code)
{
  UDisplayContext context = UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU;
  char language[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *names;
  UChar name[128];
  int32_t length;

  if (code == NULL || code[0] == '\0')
    return NULL;

  uloc_getLanguage (code, language, G_N_ELEMENTS (language), &status);
  names = uldn_openForContext (NULL, &context, 1, &status);
  length = uldn_languageDisplayName (names, language, name, G_N_ELEMENTS (name), &status);
  uldn_close (names);
  if (U_FAILURE (status) || length <= 0)
    return g_strdup (code);

  return g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
}

/**
 * cp_display_text_dup_file_name:
 * @title: what is to be saved
 *
 * Returns: (transfer full): a file name, without an ending, that every system takes: slashes, colons and the like give
 *   way to a dash. May be empty.
 */
char *
cp_display_text_dup_file_name (const char *title)
{
  g_autofree char *name = g_strdup (title);
  char *cut;

  g_strdelimit (name, "/\\:*?\"<>|\n", '-');
  cut = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 80));

  return g_strstrip (cut);
}
