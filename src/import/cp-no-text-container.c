/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of pieces without their texts: reading lists, bookmarks, references. Nothing can be read out of them, and
 * whoever imports one should be told so, and what to import instead. */

#define G_LOG_DOMAIN "cp-no-text-container"

#include "config.h"

#include "cp-error.h"
#include "cp-json-input.h"
#include "cp-pattern.h"
#include "cp-readers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of a file is enough to tell a list, and how long its first line may be. */
#define MAX_SNIFFED (16 * 1024)
#define MAX_HEADER 2000

/* Surer than the readers, which take a list for a page or for prose. */
#define CONFIDENCE 100
#define CONFIDENCE_OF_JSON 90

/* By what lists begin. */
static struct
{
  CpPattern   pattern;
  const char *message;
} beginnings[] = {
  { CP_PATTERN ("^\\s*<!doctype\\s+netscape-bookmark-file-1"),
    N_("“%s” is a list of bookmarks, without the texts of the pages. Save the pages themselves, and import those.") },
  { CP_PATTERN ("<title>\\s*pocket export\\s*</title>|<a\\s[^<>]*\\stime_added=\""),
    N_("“%s” is a list of links, without the texts of the pieces. Save the pages themselves, and import those.") },
  { CP_PATTERN ("^\\s*(?:<\\?xml[^>]*>\\s*)?<opml\\b"),
    N_("“%s” is a list of feeds, without the texts of the pieces. Save the pages themselves, and import those.") },
  { CP_PATTERN ("^\\s*(?:%[^\\n]*\\n\\s*)*@(?:article|book|booklet|inbook|incollection|inproceedings|manual|misc|online|"
                "phdthesis|periodical|proceedings|report|techreport|thesis|unpublished|comment|string|preamble)\\s*\\{"),
    N_("“%s” is a list of references, without the texts of the pieces. Save the pages themselves, and import those.") },
  { CP_PATTERN ("^\\s*TY  - [A-Z]{3,8}\\s*\\n(?:[A-Z][A-Z0-9]  - )"),
    N_("“%s” is a list of references, without the texts of the pieces. Save the pages themselves, and import those.") },
};

static const char list_message[] =
  N_("“%s” is a list of links, without the texts of the pieces. Save the pages themselves, and import those.");
static const char json_message[] =
  N_("“%s” is JSON that holds no pieces Counterpoint can read. Of JSON it reads the exports of wallabag and Omnivore, and annotations of web pages.");

static CpPattern address_column = CP_PATTERN ("^(?:url|link|uri|href|given_url|resolved_url|source url|article url|item url)$");
static CpPattern other_column = CP_PATTERN ("^(?:title|name|tags?|folder|status|timestamp|time_added|selection|created|created_at|"
                                            "saved date|document tags|reading progress|location|seen|note|excerpt|cover|highlights|favorite|state|labels|id)$");

/* Columns beside that of the addresses that tell the head of a list from a sentence with commas in it. */
#define MIN_OTHER_COLUMNS 2

static gboolean
is_table_of_links (const char *text)
{
  gsize length = strcspn (text, "\r\n");
  g_autofree char *header = g_strndup (text, length);
  gboolean has_address = FALSE;
  guint n_others = 0;
  g_auto (GStrv) columns = NULL;

  if (length > MAX_HEADER || text[length] == '\0')
    return FALSE;

  columns = g_strsplit_set (header, ",;\t", -1);
  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_strstrip (g_strdelimit (columns[i], "\"", ' '));
      has_address = has_address || cp_pattern_matches (&address_column, columns[i]);
      n_others += cp_pattern_matches (&other_column, columns[i]);
    }

  return has_address && n_others >= MIN_OTHER_COLUMNS;
}

/* Returns: (nullable): what to say of the file, with a place for its name */
static const char *
find_message (const CpInput *input)
{
  g_autofree char *head = NULL;
  const char *end;

  if (input->text == NULL)
    return NULL;

  g_utf8_validate_len (input->text, MIN (input->length, MAX_SNIFFED), &end);
  head = g_strndup (input->text, end - input->text);

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      if (cp_pattern_matches (&beginnings[i].pattern, head))
        return beginnings[i].message;
    }

  if (is_table_of_links (head))
    return list_message;

  return cp_json_input_sniff (input->text) ? json_message : NULL;
}

static int
sniff_list (const CpInput *input)
{
  const char *message = find_message (input);

  if (message == NULL)
    return 0;

  return message == json_message ? CONFIDENCE_OF_JSON : CONFIDENCE;
}

static gboolean
refuse_list (const CpInput  *input,
             CpMemberFunc    func,
             gpointer        user_data,
             GError        **error)
{
  const char *message = _(find_message (input));

  /* The messages are those above, each with one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, CP_ERROR, CP_ERROR_EMPTY, message, input->name);
#pragma GCC diagnostic pop

  return FALSE;
}

const CpContainer cp_no_text_container = {
  .name = "no-text",
  .sniff = sniff_list,
  .each = refuse_list,
};
