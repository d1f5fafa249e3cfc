/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts that summaries of one piece and of several are built from. */

#define G_LOG_DOMAIN "cp-report-parts"

#include "config.h"

#include "cp-citation.h"
#include "cp-report-parts.h"
#include "cp-wording.h"

#include <glib/gi18n.h>

/* The numbers of quotes, by the span they stand for: the same passage has the same number wherever
 * it turns up in the report. */
struct _CpReportQuotes
{
  GHashTable *numbers;
  gboolean    several_pieces;
};

/**
 * cp_report_quotes_new:
 * @several_pieces: whether a quote has to say which piece it is from
 *
 * Returns: (transfer full): a register without quotes
 */
CpReportQuotes *
cp_report_quotes_new (gboolean several_pieces)
{
  CpReportQuotes *self = g_new0 (CpReportQuotes, 1);

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->several_pieces = several_pieces;

  return self;
}

void
cp_report_quotes_free (CpReportQuotes *self)
{
  g_hash_table_unref (self->numbers);
  g_free (self);
}

/**
 * cp_report_quotes_number:
 * @piece: position of the article that the passage is from
 * @passage: a passage
 *
 * Returns: the passage's number in the report, the next free one when it had none, counted from 1
 */
guint
cp_report_quotes_number (CpReportQuotes *self,
                         guint           piece,
                         CpPassage      *passage)
{
  g_autofree char *key = NULL;
  guint number;

  g_return_val_if_fail (self != NULL, 0);

  key = g_strdup_printf ("%u:%d:%d", piece, cp_passage_get_start (passage), cp_passage_get_end (passage));
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
  if (number == 0)
    {
      number = g_hash_table_size (self->numbers) + 1;
      g_hash_table_insert (self->numbers, g_steal_pointer (&key), GUINT_TO_POINTER (number));
    }

  return number;
}

static const char *
get_title (CpArticle *article)
{
  const char *title = cp_article_get_title (article);

  return *title != '\0' ? title : _("Untitled");
}

/**
 * cp_report_append_blank:
 * @parent: a node that holds runs
 *
 * Says that the matter is not addressed. It is a result, so it is never left to an empty space.
 */
void
cp_report_append_blank (CpReportNode *parent)
{
  cp_report_node_append (parent, CP_NODE_BLANK, cp_wording_not_addressed ());
}

static CpReportNode *
append_fact (CpReportNode     *facts,
             const char       *term,
             CpReportNodeKind  kind,
             const char       *value)
{
  CpReportNode *fact = cp_report_node_append (facts, CP_NODE_FACT, term);

  if (value == NULL || *value == '\0')
    return cp_report_node_append (fact, CP_NODE_BLANK, _("not given"));

  return cp_report_node_append (fact, kind, value);
}

static void
append_published (CpReportNode *facts,
                  CpArticle    *article)
{
  const char *published = cp_article_get_published (article);
  g_autofree char *date = cp_citation_dup_date (published);
  CpReportNode *run = append_fact (facts, _("Published"), CP_NODE_TIME, date);

  if (run->kind == CP_NODE_TIME)
    run->target = g_strdup (published);
}

static void
append_length (CpReportNode *facts,
               CpArticle    *article)
{
  int n_words = cp_article_get_n_words (article);
  g_autofree char *words = g_strdup_printf (ngettext ("%'d word", "%'d words", n_words), n_words);

  append_fact (facts, _("Length"), CP_NODE_TEXT, words);
}

/**
 * cp_report_append_citation:
 * @parent: a node that holds blocks
 * @article: an article
 *
 * Appends who wrote what, where and when, and the piece's standfirst.
 */
void
cp_report_append_citation (CpReportNode *parent,
                           CpArticle    *article)
{
  g_autofree char *byline = cp_article_dup_byline (article);
  guint n_authors = g_strv_length ((char **) cp_article_get_authors (article));
  CpReportNode *facts = cp_report_node_append (parent, CP_NODE_FACTS, NULL);
  const char *url = cp_article_get_url (article);
  CpReportNode *title;

  append_fact (facts, ngettext ("Author", "Authors", MAX (n_authors, 1)), CP_NODE_TEXT, byline);
  title = append_fact (facts, _("Title"), CP_NODE_WORK, get_title (article));
  title->language = g_strdup (cp_article_get_language (article));
  append_fact (facts, _("Outlet"), CP_NODE_TEXT, cp_article_get_outlet (article));
  append_published (facts, article);
  append_fact (facts, _("Address"), CP_NODE_LINK, url);
  append_length (facts, article);
  append_fact (facts, _("Identifier"), CP_NODE_TEXT, cp_article_get_id (article));

  if (cp_article_get_standfirst (article) != NULL)
    {
      CpReportNode *standfirst =
        cp_report_node_append (parent, CP_NODE_STANDFIRST, cp_article_get_standfirst (article));

      standfirst->language = g_strdup (cp_article_get_language (article));
    }
}

static void
append_separator (CpReportNode *parent)
{
  cp_report_node_append (parent, CP_NODE_TEXT, "·");
}

static void
append_provenance_tag (CpReportNode *parent,
                       CpTheme      *theme)
{
  const char *provenance = cp_wording_provenance (cp_theme_get_provenance (theme));
  const char *suggested = cp_theme_get_suggested_label (theme);
  g_autofree char *quoted = cp_wording_dup_quoted (suggested);

  if (cp_theme_get_provenance (theme) != CP_PROVENANCE_EDITED ||
      g_strcmp0 (suggested, cp_theme_get_label (theme)) == 0)
    {
      cp_report_node_append (parent, CP_NODE_TAG, provenance);
      return;
    }

  cp_report_node_append (parent, CP_NODE_TAG, provenance);
  /* Translators: after the word "edited"; %s is a theme's first label in quotation marks */
  cp_report_node_append_f (parent, CP_NODE_TEXT, _("(suggested as %s)"), quoted);
}

/**
 * cp_report_append_theme_remark:
 * @parent: a node that holds blocks
 * @theme: a theme
 *
 * Appends how much of its piece the theme takes up, who stands behind it, and the words that carry it.
 */
void
cp_report_append_theme_remark (CpReportNode *parent,
                               CpTheme      *theme)
{
  CpReportNode *remark = cp_report_node_append (parent, CP_NODE_PARAGRAPH, NULL);
  g_autofree char *share = cp_wording_dup_share (cp_theme_get_salience (theme));
  g_autofree char *terms = g_strjoinv (", ", (char **) cp_theme_get_terms (theme));

  /* A piece may touch a theme of another without giving it room of its own. */
  if (cp_theme_get_salience (theme) > 0.0)
    {
      cp_report_node_append (remark, CP_NODE_BAR, NULL)->value = cp_theme_get_salience (theme);
      /* Translators: how much of a piece a theme takes up, such as "31 % of the text" */
      cp_report_node_append_f (remark, CP_NODE_TEXT, _("%s of the text"), share);
      append_separator (remark);
    }
  append_provenance_tag (remark, theme);
  if (*terms != '\0')
    {
      append_separator (remark);
      cp_report_node_append_f (remark, CP_NODE_TEXT, _("Terms: %s"), terms);
    }
}

/**
 * cp_report_append_quote:
 * @parent: a list of quotes
 * @quotes: the numbers of the report's quotes
 * @piece: position of @article in the report
 * @article: an article
 * @passage: a passage of it
 *
 * Appends the passage's words with its number and the place where it can be checked.
 */
void
cp_report_append_quote (CpReportNode   *parent,
                        CpReportQuotes *quotes,
                        guint           piece,
                        CpArticle      *article,
                        CpPassage      *passage)
{
  CpReportNode *quote = cp_report_node_append (parent, CP_NODE_QUOTE, cp_passage_get_quote (passage));

  quote->number = cp_report_quotes_number (quotes, piece, passage);
  quote->language = g_strdup (cp_article_get_language (article));
  if (quotes->several_pieces)
    {
      g_autofree char *name = cp_wording_dup_piece_name (piece);

      cp_report_node_append (quote, CP_NODE_STRONG, name);
    }
  /* Translators: where a passage stands: the number of its paragraph, and its first and last character */
  cp_report_node_append_f (quote, CP_NODE_TEXT, _("¶ %d, characters %d–%d"),
                           cp_passage_get_paragraph (passage), cp_passage_get_start (passage),
                           cp_passage_get_end (passage));
}

/**
 * cp_report_append_quotes:
 * @parent: a node that holds blocks
 * @quotes: the numbers of the report's quotes
 * @piece: position of @article in the report
 * @article: an article
 * @theme: a theme of it
 *
 * Appends all passages of the theme, or a sentence saying that it has none.
 */
void
cp_report_append_quotes (CpReportNode   *parent,
                         CpReportQuotes *quotes,
                         guint           piece,
                         CpArticle      *article,
                         CpTheme        *theme)
{
  guint n = cp_theme_get_n_passages (theme);
  CpReportNode *list;

  if (n == 0)
    {
      list = cp_report_node_append (parent, CP_NODE_PARAGRAPH, NULL);
      cp_report_node_append (list, CP_NODE_BLANK, _("no passage"));
      return;
    }

  list = cp_report_node_append (parent, CP_NODE_QUOTES, NULL);
  for (guint i = 0; i < n; i++)
    cp_report_append_quote (list, quotes, piece, article, cp_theme_get_passage (theme, i));
}

/**
 * cp_report_append_references:
 * @parent: a node that holds runs
 * @quotes: the numbers of the report's quotes
 * @piece: position of the theme's article in the report
 * @theme: a theme
 *
 * Appends the numbers under which the theme's passages are quoted, or that it has none.
 */
void
cp_report_append_references (CpReportNode   *parent,
                             CpReportQuotes *quotes,
                             guint           piece,
                             CpTheme        *theme)
{
  if (cp_theme_get_n_passages (theme) == 0)
    cp_report_node_append (parent, CP_NODE_BLANK, _("no passage"));

  for (guint i = 0; i < cp_theme_get_n_passages (theme); i++)
    {
      CpReportNode *reference = cp_report_node_append (parent, CP_NODE_REFERENCE, NULL);

      reference->number = cp_report_quotes_number (quotes, piece, cp_theme_get_passage (theme, i));
    }
}
