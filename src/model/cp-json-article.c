/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One article as JSON: its metadata with their sources, its blocks, what was highlighted in it. */

#define G_LOG_DOMAIN "cp-json-article"

#include "config.h"

#include "cp-highlight.h"
#include "cp-json.h"
#include "cp-model-enums.h"
#include "cp-util.h"

static void
add_offset (JsonBuilder *builder,
            const char  *name,
            int          offset)
{
  json_builder_set_member_name (builder, name);
  if (offset >= 0)
    json_builder_add_int_value (builder, offset);
  else
    json_builder_add_null_value (builder);
}

static void
add_boolean (JsonBuilder *builder,
             const char  *name,
             gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_block (JsonBuilder *builder,
           CpBlock     *block)
{
  CpFurniture furniture = cp_block_get_furniture (block);

  json_builder_begin_object (builder);
  cp_json_add_string (builder, "kind", cp_enum_to_nick (CP_TYPE_BLOCK_KIND, cp_block_get_kind (block)));
  cp_json_add_string (builder, "role", cp_enum_to_nick (CP_TYPE_BLOCK_ROLE, cp_block_get_role (block)));
  if (furniture != CP_FURNITURE_NONE)
    cp_json_add_string (builder, "furniture", cp_enum_to_nick (CP_TYPE_FURNITURE, furniture));
  if (cp_block_is_moved (block))
    add_boolean (builder, "moved", TRUE);
  if (cp_block_get_level (block) > 0)
    cp_json_add_int (builder, "level", cp_block_get_level (block));
  cp_json_add_string (builder, "text", cp_block_get_text (block));
  add_offset (builder, "start", cp_block_get_start (block));
  add_offset (builder, "end", cp_block_get_end (block));
  json_builder_end_object (builder);
}

static void
add_blocks (JsonBuilder *builder,
            CpArticle   *article)
{
  cp_json_begin_array (builder, "blocks");
  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    add_block (builder, cp_article_get_block (article, i));
  json_builder_end_array (builder);
}

/* Where each value comes from that is known. */
static void
add_sources (JsonBuilder *builder,
             CpArticle   *article)
{
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_object (builder);
  for (CpField field = 0; field < CP_N_FIELDS; field++)
    {
      const char *detail;
      CpEvidence evidence = cp_article_get_evidence (article, field, &detail);

      if (evidence == CP_EVIDENCE_NONE)
        continue;

      json_builder_set_member_name (builder, cp_enum_to_nick (CP_TYPE_FIELD, field));
      json_builder_begin_object (builder);
      cp_json_add_string (builder, "evidence", cp_enum_to_nick (CP_TYPE_EVIDENCE, evidence));
      cp_json_add_string (builder, "detail", detail);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_images (JsonBuilder *builder,
            CpArticle   *article)
{
  cp_json_begin_array (builder, "images");
  for (guint i = 0; i < cp_article_get_n_images (article); i++)
    {
      CpImage *image = cp_article_get_image (article, i);

      json_builder_begin_object (builder);
      cp_json_add_string (builder, "name", cp_image_get_resource (image));
      cp_json_add_string (builder, "alternative", cp_image_get_alternative (image));
      cp_json_add_int (builder, "before_block", cp_image_get_position (image));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_highlight (JsonBuilder *builder,
               CpHighlight *highlight)
{
  CpPassage *passage = cp_highlight_get_passage (highlight);

  json_builder_begin_object (builder);
  cp_json_add_string (builder, "quote", cp_passage_get_quote (passage));
  cp_json_add_string (builder, "note", cp_highlight_get_note (highlight));
  cp_json_add_string (builder, "source", cp_highlight_get_source (highlight));
  cp_json_add_string (builder, "created", cp_highlight_get_created (highlight));
  json_builder_set_member_name (builder, "passage");
  if (cp_highlight_is_placed (highlight))
    {
      json_builder_begin_object (builder);
      cp_json_add_passage_members (builder, passage);
      json_builder_end_object (builder);
    }
  else
    {
      json_builder_add_null_value (builder);
    }
  json_builder_end_object (builder);
}

static void
add_highlights (JsonBuilder *builder,
                GListModel  *highlights)
{
  cp_json_begin_array (builder, "annotations");
  for (guint i = 0; highlights != NULL && i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (CpHighlight) highlight = g_list_model_get_item (highlights, i);

      add_highlight (builder, highlight);
    }
  json_builder_end_array (builder);
}

static void
add_metadata (JsonBuilder *builder,
              CpArticle   *article)
{
  cp_json_add_string (builder, "id", cp_article_get_id (article));
  cp_json_add_string (builder, "title", cp_article_get_title (article));
  cp_json_add_string (builder, "standfirst", cp_article_get_standfirst (article));
  cp_json_add_strv (builder, "authors", cp_article_get_authors (article));
  cp_json_add_string (builder, "outlet", cp_article_get_outlet (article));
  cp_json_add_string (builder, "section", cp_article_get_section (article));
  cp_json_add_string (builder, "published", cp_article_get_published (article));
  cp_json_add_string (builder, "modified", cp_article_get_modified (article));
  cp_json_add_string (builder, "url", cp_article_get_url (article));
  cp_json_add_string (builder, "language", cp_article_get_language (article));
  cp_json_add_int (builder, "words", cp_article_get_n_words (article));
  add_boolean (builder, "opinion", cp_article_get_opinion (article));
  add_sources (builder, article);
  if (cp_article_get_revision_of (article) != NULL)
    cp_json_add_string (builder, "revision_of", cp_article_get_revision_of (article));
  cp_json_add_strv (builder, "tags", cp_article_get_tags (article));
}

/**
 * cp_json_new_article:
 * @article: an article
 * @highlights: (nullable): a list of #CpHighlight: what was highlighted in it
 *
 * Returns: (transfer full): the article with its text and all its blocks, as `show` prints it
 */
JsonNode *
cp_json_new_article (CpArticle  *article,
                     GListModel *highlights)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_metadata (builder, article);
  cp_json_add_string (builder, "text", cp_article_get_text (article));
  add_blocks (builder, article);
  add_images (builder, article);
  add_highlights (builder, highlights);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}
