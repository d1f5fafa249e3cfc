/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles, themes and comparisons as JSON, in the shapes that scripts rely on. */

#define G_LOG_DOMAIN "cp-json"

#include "config.h"

#include "cp-json.h"
#include "cp-model-enums.h"
#include "cp-util.h"

/**
 * cp_json_add_string:
 * @builder: a builder inside an object
 * @name: name of the member
 * @value: (nullable): its string; without one the member is null
 */
void
cp_json_add_string (JsonBuilder *builder,
                    const char  *name,
                    const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * cp_json_add_int:
 * @builder: a builder inside an object
 * @name: name of the member
 * @value: its number
 */
void
cp_json_add_int (JsonBuilder *builder,
                 const char  *name,
                 gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_double (JsonBuilder *builder,
            const char  *name,
            double       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

/**
 * cp_json_begin_array:
 * @builder: a builder inside an object
 * @name: name of the member
 *
 * Begins a member that is an array; the caller ends it.
 */
void
cp_json_begin_array (JsonBuilder *builder,
                     const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/**
 * cp_json_add_strv:
 * @builder: a builder inside an object
 * @name: name of the member
 * @strv: (array zero-terminated=1): its strings
 */
void
cp_json_add_strv (JsonBuilder        *builder,
                  const char         *name,
                  const char * const *strv)
{
  cp_json_begin_array (builder, name);
  for (gsize i = 0; strv[i] != NULL; i++)
    json_builder_add_string_value (builder, strv[i]);
  json_builder_end_array (builder);
}

/**
 * cp_json_add_passage_members:
 * @builder: a builder inside an object
 * @passage: a passage that has a place
 *
 * Adds start, end, quote and paragraph.
 */
void
cp_json_add_passage_members (JsonBuilder *builder,
                             CpPassage   *passage)
{
  cp_json_add_int (builder, "start", cp_passage_get_start (passage));
  cp_json_add_int (builder, "end", cp_passage_get_end (passage));
  cp_json_add_string (builder, "quote", cp_passage_get_quote (passage));
  cp_json_add_int (builder, "paragraph", cp_passage_get_paragraph (passage));
}

static void
add_passages (JsonBuilder *builder,
              CpTheme     *theme)
{
  cp_json_begin_array (builder, "passages");
  for (guint i = 0; i < cp_theme_get_n_passages (theme); i++)
    {
      json_builder_begin_object (builder);
      cp_json_add_passage_members (builder, cp_theme_get_passage (theme, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_theme (JsonBuilder *builder,
           CpTheme     *theme)
{
  json_builder_begin_object (builder);
  cp_json_add_string (builder, "label", cp_theme_get_label (theme));
  cp_json_add_strv (builder, "terms", cp_theme_get_terms (theme));
  add_double (builder, "salience", cp_theme_get_salience (theme));
  cp_json_add_string (builder, "provenance", cp_enum_to_nick (CP_TYPE_PROVENANCE, cp_theme_get_provenance (theme)));
  if (g_strcmp0 (cp_theme_get_label (theme), cp_theme_get_suggested_label (theme)) != 0)
    cp_json_add_string (builder, "suggested_label", cp_theme_get_suggested_label (theme));
  add_passages (builder, theme);
  json_builder_end_object (builder);
}

/**
 * cp_json_add_article_line:
 * @builder: a builder inside an array
 * @article: an article
 *
 * Adds an object with what a list of articles shows: id, title, authors, outlet, published,
 * words and url.
 */
void
cp_json_add_article_line (JsonBuilder *builder,
                          CpArticle   *article)
{
  json_builder_begin_object (builder);
  cp_json_add_string (builder, "id", cp_article_get_id (article));
  cp_json_add_string (builder, "title", cp_article_get_title (article));
  cp_json_add_strv (builder, "authors", cp_article_get_authors (article));
  cp_json_add_string (builder, "outlet", cp_article_get_outlet (article));
  cp_json_add_string (builder, "published", cp_article_get_published (article));
  cp_json_add_int (builder, "words", cp_article_get_n_words (article));
  cp_json_add_string (builder, "url", cp_article_get_url (article));
  if (cp_article_get_revision_of (article) != NULL)
    cp_json_add_string (builder, "revision_of", cp_article_get_revision_of (article));
  cp_json_add_strv (builder, "tags", cp_article_get_tags (article));
  json_builder_end_object (builder);
}

/**
 * cp_json_add_themes:
 * @builder: a builder inside an array
 * @article: an article
 * @themes: its #CpTheme, by importance
 * @keyphrases: (array zero-terminated=1): its keyphrases, best first
 *
 * Adds an object with the article's id and title, its themes and keyphrases, and how many
 * suggested themes the reviewer removed.
 */
void
cp_json_add_themes (JsonBuilder        *builder,
                    CpArticle          *article,
                    GListModel         *themes,
                    const char * const *keyphrases)
{
  json_builder_begin_object (builder);
  cp_json_add_string (builder, "id", cp_article_get_id (article));
  cp_json_add_string (builder, "title", cp_article_get_title (article));
  cp_json_begin_array (builder, "themes");
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);

      add_theme (builder, theme);
    }
  json_builder_end_array (builder);
  cp_json_add_int (builder, "removed_themes", cp_article_get_n_removed_themes (article));
  cp_json_add_strv (builder, "keyphrases", keyphrases);
  json_builder_end_object (builder);
}

static const char *
article_id (CpComparison *comparison,
            guint         position)
{
  return cp_article_get_id (cp_comparison_get_article (comparison, position));
}

static void
add_articles (JsonBuilder  *builder,
              CpComparison *comparison)
{
  cp_json_begin_array (builder, "articles");
  for (guint i = 0; i < cp_comparison_get_n_articles (comparison); i++)
    {
      CpArticle *article = cp_comparison_get_article (comparison, i);

      json_builder_begin_object (builder);
      cp_json_add_string (builder, "id", cp_article_get_id (article));
      cp_json_add_string (builder, "title", cp_article_get_title (article));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_shared (JsonBuilder     *builder,
            CpComparison    *comparison,
            CpComparedTheme *theme)
{
  json_builder_begin_object (builder);
  cp_json_add_string (builder, "label", cp_compared_theme_get_label (theme));
  cp_json_begin_array (builder, "sides");
  for (guint i = 0; i < cp_compared_theme_get_n_sides (theme); i++)
    {
      CpTheme *side = cp_compared_theme_get_side (theme, i);

      if (side == NULL)
        continue;

      json_builder_begin_object (builder);
      cp_json_add_string (builder, "article", article_id (comparison, i));
      add_double (builder, "salience", cp_theme_get_salience (side));
      add_passages (builder, side);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_only (JsonBuilder     *builder,
          CpComparison    *comparison,
          CpComparedTheme *theme)
{
  guint only = cp_compared_theme_get_only (theme);

  json_builder_begin_object (builder);
  cp_json_add_string (builder, "article", article_id (comparison, only));
  cp_json_add_string (builder, "label", cp_compared_theme_get_label (theme));
  add_passages (builder, cp_compared_theme_get_side (theme, only));
  json_builder_end_object (builder);
}

static void
add_compared_themes (JsonBuilder  *builder,
                     CpComparison *comparison,
                     const char   *name,
                     gboolean      shared)
{
  GListModel *themes = cp_comparison_list_themes (comparison);

  cp_json_begin_array (builder, name);
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpComparedTheme) theme = g_list_model_get_item (themes, i);

      if (cp_compared_theme_is_shared (theme) != shared)
        continue;

      if (shared)
        add_shared (builder, comparison, theme);
      else
        add_only (builder, comparison, theme);
    }
  json_builder_end_array (builder);
}

static void
add_aligned_passage (JsonBuilder *builder,
                     const char  *name,
                     const char  *article,
                     CpPassage   *passage)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  cp_json_add_string (builder, "article", article);
  cp_json_add_passage_members (builder, passage);
  json_builder_end_object (builder);
}

static void
add_alignment (JsonBuilder  *builder,
               CpComparison *comparison,
               CpAlignment  *alignment)
{
  json_builder_begin_object (builder);
  add_aligned_passage (builder, "a",
                       article_id (comparison, cp_alignment_get_article_a (alignment)),
                       cp_alignment_get_a (alignment));
  add_aligned_passage (builder, "b",
                       article_id (comparison, cp_alignment_get_article_b (alignment)),
                       cp_alignment_get_b (alignment));
  add_double (builder, "score", cp_alignment_get_score (alignment));
  cp_json_add_strv (builder, "because", cp_alignment_get_because (alignment));
  cp_json_begin_array (builder, "cues");
  for (guint i = 0; i < cp_alignment_get_n_cues (alignment); i++)
    {
      const CpCue *cue = cp_alignment_get_cue (alignment, i);

      json_builder_begin_object (builder);
      cp_json_add_string (builder, "kind", cp_enum_to_nick (CP_TYPE_CUE_KIND, cue->kind));
      cp_json_add_string (builder, "a", cue->a);
      cp_json_add_string (builder, "b", cue->b);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_alignments (JsonBuilder  *builder,
                CpComparison *comparison)
{
  GListModel *alignments = cp_comparison_list_alignments (comparison);

  cp_json_begin_array (builder, "alignments");
  for (guint i = 0; i < g_list_model_get_n_items (alignments); i++)
    {
      g_autoptr (CpAlignment) alignment = g_list_model_get_item (alignments, i);

      add_alignment (builder, comparison, alignment);
    }
  json_builder_end_array (builder);
}

/* A silence is the other face of a theme: what some of the articles address and this one does not. */
static void
add_silences_on (JsonBuilder     *builder,
                 CpComparison    *comparison,
                 CpComparedTheme *theme)
{
  guint n = cp_compared_theme_get_n_sides (theme);

  for (guint i = 0; i < n; i++)
    {
      if (cp_compared_theme_get_side (theme, i) != NULL)
        continue;

      json_builder_begin_object (builder);
      cp_json_add_string (builder, "article", article_id (comparison, i));
      cp_json_add_string (builder, "label", cp_compared_theme_get_label (theme));
      cp_json_begin_array (builder, "in");
      for (guint j = 0; j < n; j++)
        {
          if (cp_compared_theme_get_side (theme, j) != NULL)
            json_builder_add_string_value (builder, article_id (comparison, j));
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
}

static void
add_silences (JsonBuilder  *builder,
              CpComparison *comparison)
{
  GListModel *themes = cp_comparison_list_themes (comparison);

  cp_json_begin_array (builder, "silences");
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpComparedTheme) theme = g_list_model_get_item (themes, i);

      add_silences_on (builder, comparison, theme);
    }
  json_builder_end_array (builder);
}

static void
add_keyness (JsonBuilder  *builder,
             CpComparison *comparison)
{
  cp_json_begin_array (builder, "keyness");
  for (guint i = 0; i < cp_comparison_get_n_keywords (comparison); i++)
    {
      const CpKeyword *keyword = cp_comparison_get_keyword (comparison, i);

      json_builder_begin_object (builder);
      cp_json_add_string (builder, "article", article_id (comparison, keyword->article));
      cp_json_add_string (builder, "word", keyword->word);
      cp_json_add_int (builder, "count", keyword->count);
      add_double (builder, "per_million", keyword->per_million);
      cp_json_add_int (builder, "reference_count", keyword->reference_count);
      add_double (builder, "log_likelihood", keyword->log_likelihood);
      add_double (builder, "log_ratio", keyword->log_ratio);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_overlap (JsonBuilder  *builder,
             CpComparison *comparison)
{
  static const char * const verdicts[] = { "none", "shares passages", "copy" };

  json_builder_set_member_name (builder, "overlap");
  json_builder_begin_object (builder);
  add_double (builder, "containment", cp_comparison_get_containment (comparison));
  cp_json_add_string (builder, "verdict", verdicts[cp_comparison_get_overlap (comparison)]);
  json_builder_end_object (builder);
}

/**
 * cp_json_new_comparison:
 * @comparison: a comparison
 *
 * Returns: (transfer full): the comparison, as `compare` prints it
 */
JsonNode *
cp_json_new_comparison (CpComparison *comparison)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_articles (builder, comparison);
  add_compared_themes (builder, comparison, "shared", TRUE);
  add_compared_themes (builder, comparison, "only", FALSE);
  add_alignments (builder, comparison);
  add_silences (builder, comparison);
  add_keyness (builder, comparison);
  add_overlap (builder, comparison);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}
