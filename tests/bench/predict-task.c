/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analyses say of the pieces of an evaluation set. */

#define G_LOG_DOMAIN "predict-task"

#include "config.h"

#include "cp-analyzer.h"
#include "cp-comparer.h"
#include "predict.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The paragraphs of a piece and the numbers that the evaluation set gives them. */
typedef struct
{
  CpArticle  *article;
  GListModel *themes;
  GArray     *numbers; /* gint64, for each body block */
} Piece;

static void
free_piece (gpointer data)
{
  Piece *self = data;

  g_clear_object (&self->article);
  g_clear_object (&self->themes);
  g_array_unref (self->numbers);
  g_free (self);
}

/* The units of a paragraph are clauses and marks, cut apart; a mark belongs to what it follows. */
static char *
join_units (JsonArray *units)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (units); i++)
    {
      const char *unit = json_array_get_string_element (json_array_get_array_element (units, i), 1);

      if (text->len > 0 && strchr (".,;:!?)", unit[0]) == NULL)
        g_string_append_c (text, ' ');
      g_string_append (text, unit);
    }

  return g_string_free (text, FALSE);
}

static Piece *
read_piece (CpAnalyzer *analyzer,
            JsonObject *doc,
            GError    **error)
{
  Piece *self = g_new0 (Piece, 1);
  JsonArray *paragraphs = json_object_get_array_member (doc, "paragraphs");

  self->article = cp_article_new ();
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  cp_article_set_title (self->article, json_object_get_string_member (doc, "title"));
  cp_article_set_language (self->article, "en");

  for (guint i = 0; i < json_array_get_length (paragraphs); i++)
    {
      JsonObject *paragraph = json_array_get_object_element (paragraphs, i);
      gint64 number = json_object_get_int_member (paragraph, "n");
      g_autofree char *text = join_units (json_object_get_array_member (paragraph, "units"));
      g_autoptr (CpBlock) block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, text);

      if (number == 0)
        continue;
      cp_article_add_block (self->article, block);
      g_array_append_val (self->numbers, number);
    }
  self->themes = cp_analyzer_suggest_themes (analyzer, self->article, NULL, error);

  return self;
}

static void
add_paragraphs (JsonBuilder *builder,
                Piece       *piece,
                CpTheme     *theme)
{
  gint64 last = -1;

  json_builder_begin_array (builder);
  for (guint i = 0; i < cp_theme_get_n_passages (theme); i++)
    {
      CpPassage *passage = cp_theme_get_passage (theme, i);
      gint64 number = g_array_index (piece->numbers, gint64, cp_passage_get_paragraph (passage) - 1);

      if (number != last)
        json_builder_add_int_value (builder, number);
      last = number;
    }
  json_builder_end_array (builder);
}

static void
add_empty_list (JsonBuilder *builder,
                const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  json_builder_end_array (builder);
}

static void
add_piece (JsonBuilder *builder,
           Piece       *piece)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "themes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (piece->themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (piece->themes, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "label");
      json_builder_add_string_value (builder, cp_theme_get_label (theme));
      json_builder_set_member_name (builder, "paragraphs");
      add_paragraphs (builder, piece, theme);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_empty_list (builder, "thesis");
  add_empty_list (builder, "recommendations");
  add_empty_list (builder, "concessions");
  json_builder_end_object (builder);
}

static void
add_shared (JsonBuilder     *builder,
            Piece           *a,
            Piece           *b,
            CpComparedTheme *shared)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "label");
  json_builder_add_string_value (builder, cp_compared_theme_get_label (shared));
  json_builder_set_member_name (builder, "a");
  add_paragraphs (builder, a, cp_compared_theme_get_side (shared, 0));
  json_builder_set_member_name (builder, "b");
  add_paragraphs (builder, b, cp_compared_theme_get_side (shared, 1));
  json_builder_end_object (builder);
}

static gboolean
add_pair (JsonBuilder *builder,
          CpComparer  *comparer,
          Piece       *a,
          Piece       *b,
          GError     **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autoptr (GPtrArray) themes = g_ptr_array_new ();
  g_autoptr (CpComparison) comparison = NULL;
  GListModel *compared;

  g_ptr_array_add (articles, a->article);
  g_ptr_array_add (articles, b->article);
  g_ptr_array_add (themes, a->themes);
  g_ptr_array_add (themes, b->themes);
  comparison = cp_comparer_compare (comparer, articles, themes, NULL, error);
  if (comparison == NULL)
    return FALSE;

  compared = cp_comparison_list_themes (comparison);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "shared");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (compared); i++)
    {
      g_autoptr (CpComparedTheme) theme = g_list_model_get_item (compared, i);

      if (cp_compared_theme_is_shared (theme))
        add_shared (builder, a, b, theme);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return TRUE;
}

static gboolean
add_pairs (JsonBuilder *builder,
           GHashTable  *pieces,
           JsonArray   *pairs,
           GError     **error)
{
  g_autoptr (CpComparer) comparer = cp_comparer_new ();

  json_builder_set_member_name (builder, "pairs");
  json_builder_begin_object (builder);
  for (guint i = 0; i < json_array_get_length (pairs); i++)
    {
      JsonArray *pair = json_array_get_array_element (pairs, i);
      const char *a = json_array_get_string_element (pair, 0);
      const char *b = json_array_get_string_element (pair, 1);
      g_autofree char *key = g_strdup_printf ("%s|%s", a, b);

      json_builder_set_member_name (builder, key);
      if (!add_pair (builder, comparer, g_hash_table_lookup (pieces, a), g_hash_table_lookup (pieces, b), error))
        return FALSE;
    }
  json_builder_end_object (builder);

  return TRUE;
}

static gboolean
predict_oped (JsonObject  *input,
              JsonBuilder *builder,
              GError     **error)
{
  g_autoptr (CpAnalyzer) analyzer = cp_analyzer_new ();
  g_autoptr (GHashTable) pieces = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_piece);
  JsonObject *docs = json_object_get_object_member (input, "docs");
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  json_builder_set_member_name (builder, "pieces");
  json_builder_begin_object (builder);
  json_object_iter_init_ordered (&iter, docs);
  while (json_object_iter_next_ordered (&iter, &id, &node))
    {
      Piece *piece = read_piece (analyzer, json_node_get_object (node), error);

      g_hash_table_insert (pieces, (gpointer) id, piece);
      if (piece->themes == NULL)
        return FALSE;
      json_builder_set_member_name (builder, id);
      add_piece (builder, piece);
    }
  json_builder_end_object (builder);

  return add_pairs (builder, pieces, json_object_get_array_member (input, "pairs"), error);
}

/**
 * predict_task:
 * @path: a file {"task", "kind", …} of an evaluation set
 *
 * Prints {"task", "pred"}.
 */
gboolean
predict_task (const char *path,
              GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  JsonObject *input;

  if (!json_parser_load_from_file (parser, path, error))
    return FALSE;

  input = json_node_get_object (json_parser_get_root (parser));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "task");
  json_builder_add_string_value (builder, json_object_get_string_member (input, "task"));
  json_builder_set_member_name (builder, "pred");
  json_builder_begin_object (builder);
  if (!predict_oped (input, builder, error))
    return FALSE;
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);

  return TRUE;
}
