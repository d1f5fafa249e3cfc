/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON that scripts rely on has the documented fields. */

#include "config.h"

#include "cp-highlight.h"
#include "cp-json.h"

static CpArticle *
make_article (const char *id)
{
  CpArticle *article = cp_article_new ();
  g_autoptr (CpBlock) block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, "Tolls are fair.");
  g_autoptr (CpBlock) caption = cp_block_new (CP_BLOCK_CAPTION, CP_BLOCK_FURNITURE, 0, "A bridge");

  cp_article_set_id (article, id);
  cp_article_set_title (article, "Pay at the Bridge");
  cp_article_add_block (article, block);
  cp_article_add_block (article, caption);

  return article;
}

static CpTheme *
make_theme (CpArticle *article)
{
  CpTheme *theme = cp_theme_new ("fair tolls", NULL, 0.5);
  g_autoptr (CpPassage) passage = cp_passage_new_from_text (cp_article_get_text (article), 0, 5, 1);

  cp_theme_add_passage (theme, passage);

  return theme;
}

static void
test_furniture_has_no_span (void)
{
  g_autoptr (CpArticle) article = make_article ("a");
  g_autoptr (JsonNode) node = cp_json_new_article (article, NULL);
  JsonArray *blocks = json_object_get_array_member (json_node_get_object (node), "blocks");
  JsonObject *caption = json_array_get_object_element (blocks, 1);

  g_assert_cmpstr (json_object_get_string_member (caption, "kind"), ==, "caption");
  g_assert_cmpstr (json_object_get_string_member (caption, "role"), ==, "furniture");
  g_assert_true (json_object_get_null_member (caption, "start"));
  g_assert_true (json_object_get_null_member (json_node_get_object (node), "outlet"));
}

static void
test_an_article_tells_where_its_values_come_from (void)
{
  g_autoptr (CpArticle) article = make_article ("a");
  g_autoptr (JsonNode) node = NULL;
  JsonObject *sources, *title;

  cp_article_set_evidence (article, CP_FIELD_TITLE, CP_EVIDENCE_META, "og:title");
  cp_article_set_evidence (article, CP_FIELD_SECTION, CP_EVIDENCE_LINKED_DATA, NULL);
  node = cp_json_new_article (article, NULL);
  sources = json_object_get_object_member (json_node_get_object (node), "sources");
  title = json_object_get_object_member (sources, "title");

  g_assert_cmpuint (json_object_get_size (sources), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (title, "evidence"), ==, "meta");
  g_assert_cmpstr (json_object_get_string_member (title, "detail"), ==, "og:title");
  g_assert_true (json_object_get_null_member (json_object_get_object_member (sources, "section"), "detail"));
}

static void
test_a_highlight_without_a_place_has_no_passage (void)
{
  g_autoptr (CpArticle) article = make_article ("a");
  g_autoptr (CpPassage) passage = cp_passage_new_unplaced ("a bridge", "", "");
  g_autoptr (CpHighlight) highlight = cp_highlight_new (passage, "Where?", "omnivore", NULL);
  g_autoptr (GListStore) highlights = g_list_store_new (CP_TYPE_HIGHLIGHT);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *annotation;

  g_list_store_append (highlights, highlight);
  node = cp_json_new_article (article, G_LIST_MODEL (highlights));
  annotation = json_array_get_object_element (json_object_get_array_member (json_node_get_object (node), "annotations"), 0);

  g_assert_cmpstr (json_object_get_string_member (annotation, "quote"), ==, "a bridge");
  g_assert_cmpstr (json_object_get_string_member (annotation, "note"), ==, "Where?");
  g_assert_true (json_object_get_null_member (annotation, "passage"));
}

static void
test_a_theme_prints_its_passages (void)
{
  static const char * const keyphrases[] = { "tolls", NULL };
  g_autoptr (CpArticle) article = make_article ("a");
  g_autoptr (CpTheme) theme = make_theme (article);
  g_autoptr (GListStore) themes = g_list_store_new (CP_TYPE_THEME);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  g_list_store_append (themes, theme);
  cp_article_set_n_removed_themes (article, 2);
  cp_json_add_themes (builder, article, G_LIST_MODEL (themes), keyphrases);
  root = json_builder_get_root (builder);
  json = json_to_string (root, FALSE);
  g_assert_cmpstr (json, ==,
                   "{\"id\":\"a\",\"title\":\"Pay at the Bridge\",\"themes\":[{\"label\":\"fair tolls\",\"terms\":[],"
                   "\"salience\":0.5,\"provenance\":\"suggested\",\"passages\":[{\"start\":0,\"end\":5,"
                   "\"quote\":\"Tolls\",\"paragraph\":1}]}],\"removed_themes\":2,\"keyphrases\":[\"tolls\"]}");
}

static void
test_a_theme_of_one_side_is_a_silence_of_the_other (void)
{
  g_autoptr (CpArticle) a = make_article ("a");
  g_autoptr (CpArticle) b = make_article ("b");
  g_autoptr (GListStore) none = g_list_store_new (CP_TYPE_THEME);
  g_autoptr (CpTheme) side = make_theme (b);
  g_autoptr (CpComparison) comparison = cp_comparison_new ();
  g_autoptr (CpComparedTheme) theme = cp_compared_theme_new ("fair tolls", 2);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *root, *silence;

  cp_comparison_add_article (comparison, a, G_LIST_MODEL (none));
  cp_comparison_add_article (comparison, b, G_LIST_MODEL (none));
  cp_compared_theme_set_side (theme, 1, side);
  cp_comparison_add_theme (comparison, theme);
  node = cp_json_new_comparison (comparison);
  root = json_node_get_object (node);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "shared")), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "only")), ==, 1);
  silence = json_array_get_object_element (json_object_get_array_member (root, "silences"), 0);
  g_assert_cmpstr (json_object_get_string_member (silence, "article"), ==, "a");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (silence, "in"), 0), ==, "b");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/furniture-has-no-span", test_furniture_has_no_span);
  g_test_add_func ("/json/an-article-tells-its-sources", test_an_article_tells_where_its_values_come_from);
  g_test_add_func ("/json/a-highlight-without-a-place", test_a_highlight_without_a_place_has_no_passage);
  g_test_add_func ("/json/a-theme-prints-its-passages", test_a_theme_prints_its_passages);
  g_test_add_func ("/json/one-side-is-a-silence", test_a_theme_of_one_side_is_a_silence_of_the_other);

  return g_test_run ();
}
