/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces, themes and a comparison for the tests of reports. */

#include "config.h"

#include "report-fixture.h"

#include <string.h>

static void
add_block (CpArticle   *article,
           CpBlockKind  kind,
           const char  *text)
{
  g_autoptr (CpBlock) block = cp_block_new (kind, CP_BLOCK_BODY, kind == CP_BLOCK_HEADING ? 2 : 0, text);

  cp_article_add_block (article, block);
}

/* The passage of @article that reads @quote. */
static CpPassage *
find_passage (CpArticle  *article,
              const char *quote)
{
  const char *text = cp_article_get_text (article);
  const char *at = strstr (text, quote);
  int start = g_utf8_pointer_to_offset (text, at);
  int paragraph = 0;

  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      if (cp_block_get_start (cp_article_get_block (article, i)) <= start)
        paragraph = i + 1;
    }

  return cp_passage_new_from_text (text, start, start + g_utf8_strlen (quote, -1), paragraph);
}

static CpTheme *
new_theme (CpArticle          *article,
           const char         *label,
           double              salience,
           CpProvenance        provenance,
           const char * const *quotes)
{
  static const char * const terms[] = { "ferry", "crossing", NULL };
  CpTheme *theme = cp_theme_new (label, terms, salience);

  cp_theme_set_provenance (theme, provenance);
  for (gsize i = 0; quotes[i] != NULL; i++)
    {
      g_autoptr (CpPassage) passage = find_passage (article, quotes[i]);

      cp_theme_add_passage (theme, passage);
    }

  return theme;
}

CpArticle *
fixture_new_ferry_article (void)
{
  static const char * const authors[] = { "Ada Quill", "Ben Nib", NULL };
  CpArticle *article = cp_article_new ();

  cp_article_set_id (article, "0123456789ab");
  cp_article_set_title (article, "Keep the Ferry");
  cp_article_set_standfirst (article, "It is slow, it is loved, and it pays its way.");
  cp_article_set_authors (article, authors);
  cp_article_set_outlet (article, "The Harbour Post");
  cp_article_set_published (article, "2026-03-09");
  cp_article_set_url (article, "https://harbour-post.example/opinion/keep_the_ferry?page=1&full=yes");
  cp_article_set_language (article, "en");
  add_block (article, CP_BLOCK_PARAGRAPH,
             "Every morning 400 people cross the sound on a boat that is older than most of them. The council wants to "
             "replace it with a bridge.");
  add_block (article, CP_BLOCK_HEADING, "What it costs");
  add_block (article, CP_BLOCK_PARAGRAPH,
             "The ferry should stay because it pays for itself. Last year it took in 2.1 million and spent 1.9 million. "
             "A bridge would cost 240 million before the first car crosses it.");
  add_block (article, CP_BLOCK_PARAGRAPH,
             "Nobody has asked the islanders. They meet on the boat; the café on the upper deck is the only one they "
             "have in winter.");

  return article;
}

CpArticle *
fixture_new_bridge_article (void)
{
  static const char * const authors[] = { "Carl Vellum", NULL };
  CpArticle *article = cp_article_new ();

  cp_article_set_id (article, "ba9876543210");
  cp_article_set_title (article, "Build the Bridge, and Build It Now");
  cp_article_set_authors (article, authors);
  cp_article_set_language (article, "en");
  add_block (article, CP_BLOCK_PARAGRAPH,
             "The ferry should not stay because it cannot pay for itself. It took in 2.1 million only because the "
             "county paid 1.2 million of that.");
  add_block (article, CP_BLOCK_PARAGRAPH,
             "An ambulance needs 50 minutes to the hospital. With a bridge it needs nine.");

  return article;
}

GListModel *
fixture_new_ferry_themes (CpArticle *article)
{
  static const char * const cost[] = {
    "The ferry should stay because it pays for itself.",
    "A bridge would cost 240 million before the first car crosses it.", NULL
  };
  static const char * const islanders[] = { "Nobody has asked the islanders.", NULL };
  GListStore *themes = g_list_store_new (CP_TYPE_THEME);
  g_autoptr (CpTheme) first = new_theme (article, "cost of the crossing", 0.46, CP_PROVENANCE_ACCEPTED, cost);
  g_autoptr (CpTheme) second = new_theme (article, "upper deck café", 0.27, CP_PROVENANCE_EDITED, islanders);

  cp_theme_set_label (second, "say of the islanders");
  cp_article_set_n_removed_themes (article, 1);
  g_list_store_append (themes, first);
  g_list_store_append (themes, second);

  return G_LIST_MODEL (themes);
}

static GListModel *
new_bridge_themes (CpArticle *article)
{
  static const char * const money[] = { "The ferry should not stay because it cannot pay for itself.", NULL };
  static const char * const ambulance[] = { "An ambulance needs 50 minutes to the hospital.", NULL };
  GListStore *themes = g_list_store_new (CP_TYPE_THEME);
  g_autoptr (CpTheme) first = new_theme (article, "public money", 0.6, CP_PROVENANCE_SUGGESTED, money);
  g_autoptr (CpTheme) second = new_theme (article, "way to the hospital", 0.3, CP_PROVENANCE_ADDED, ambulance);

  g_list_store_append (themes, first);
  g_list_store_append (themes, second);

  return G_LIST_MODEL (themes);
}

static void
compare_theme (CpComparison *comparison,
               const char   *label,
               int           in_first,
               int           in_second)
{
  g_autoptr (CpComparedTheme) theme = cp_compared_theme_new (label, 2);
  const int positions[] = { in_first, in_second };

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      g_autoptr (CpTheme) side = NULL;

      if (positions[i] < 0)
        continue;

      side = g_list_model_get_item (cp_comparison_get_themes_of (comparison, i), positions[i]);
      cp_compared_theme_set_side (theme, i, side);
    }
  cp_comparison_add_theme (comparison, theme);
}

CpComparison *
fixture_new_comparison (void)
{
  static const char * const because[] = { "ferry", "pay for itself", NULL };
  CpComparison *comparison = cp_comparison_new ();
  g_autoptr (CpArticle) ferry = fixture_new_ferry_article ();
  g_autoptr (CpArticle) bridge = fixture_new_bridge_article ();
  g_autoptr (GListModel) ferry_themes = fixture_new_ferry_themes (ferry);
  g_autoptr (GListModel) bridge_themes = new_bridge_themes (bridge);
  g_autoptr (CpPassage) a = find_passage (ferry, "The ferry should stay because it pays for itself.");
  g_autoptr (CpPassage) b = find_passage (bridge, "The ferry should not stay because it cannot pay for itself.");
  g_autoptr (CpAlignment) alignment = cp_alignment_new (0, a, 1, b, 0.8, because);

  cp_alignment_add_cue (alignment, CP_CUE_NEGATION, "", "not");
  cp_alignment_add_cue (alignment, CP_CUE_MODALITY, "should stay", "should not stay");
  cp_comparison_add_article (comparison, ferry, ferry_themes);
  cp_comparison_add_article (comparison, bridge, bridge_themes);
  compare_theme (comparison, "cost of the crossing", 0, 0);
  compare_theme (comparison, "say of the islanders", 1, -1);
  compare_theme (comparison, "way to the hospital", -1, 1);
  cp_comparison_add_alignment (comparison, alignment);
  cp_comparison_set_containment (comparison, 0.02);

  return comparison;
}

/* An article that has @text wherever it can have text. */
CpArticle *
fixture_new_hostile_article (const char *text)
{
  const char *authors[] = { text, NULL };
  CpArticle *article = cp_article_new ();

  cp_article_set_id (article, text);
  cp_article_set_title (article, text);
  cp_article_set_standfirst (article, text);
  cp_article_set_authors (article, authors);
  cp_article_set_outlet (article, text);
  cp_article_set_published (article, text);
  cp_article_set_url (article, text);
  cp_article_set_language (article, text);
  add_block (article, CP_BLOCK_PARAGRAPH, text);

  return article;
}

GListModel *
fixture_new_hostile_themes (CpArticle  *article,
                            const char *label)
{
  const char *terms[] = { label, NULL };
  GListStore *themes = g_list_store_new (CP_TYPE_THEME);
  g_autoptr (CpTheme) theme = cp_theme_new (label, terms, 1.0);
  g_autoptr (CpPassage) passage = find_passage (article, cp_article_get_text (article));

  cp_theme_set_provenance (theme, CP_PROVENANCE_EDITED);
  cp_theme_set_label (theme, "tame");
  cp_theme_add_passage (theme, passage);
  g_list_store_append (themes, theme);

  return G_LIST_MODEL (themes);
}

CpComparison *
fixture_new_hostile_comparison (const char *text)
{
  const char *because[] = { text, NULL };
  CpComparison *comparison = cp_comparison_new ();
  g_autoptr (CpArticle) article = fixture_new_hostile_article (text);
  g_autoptr (GListModel) themes = fixture_new_hostile_themes (article, text);
  g_autoptr (CpPassage) passage = find_passage (article, text);
  g_autoptr (CpAlignment) alignment = cp_alignment_new (0, passage, 1, passage, 0.8, because);

  cp_alignment_add_cue (alignment, CP_CUE_ANTONYM, text, text);
  cp_comparison_add_article (comparison, article, themes);
  cp_comparison_add_article (comparison, article, themes);
  compare_theme (comparison, text, 0, 0);
  compare_theme (comparison, text, 0, -1);
  cp_comparison_add_alignment (comparison, alignment);

  return comparison;
}

GDateTime *
fixture_new_now (void)
{
  return g_date_time_new_utc (2026, 11, 23, 9, 5, 0.0);
}
