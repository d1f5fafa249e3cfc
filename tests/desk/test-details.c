/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about a piece, which blocks make up its text, and what is highlighted in it can be changed and undone. */

#include "config.h"

#include "cp-json.h"
#include "desk-fixture.h"

#include <string.h>

static const char page[] =
  "<!DOCTYPE html><html lang=\"en\"><head><title>Build the bridge</title>"
  "<meta property=\"og:site_name\" content=\"The Daily Span\">"
  "<link rel=\"canonical\" href=\"https://span.example/build\"></head><body><article><h1>Build the bridge</h1>"
  "<p>Every year of waiting makes the harbour bridge dearer. Steel prices rise, wages rise, and the old ferry eats a "
  "subsidy that would pay for the steel of a whole span.</p>"
  "<p>The cost of the harbour bridge is not small. But the cost of waiting is larger, and it is paid by every family "
  "that queues for the ferry before dawn.</p>"
  "<figure><img src=\"a.jpg\" alt=\"A ferry\"><figcaption>The old ferry at dawn. Photo: A. Oak</figcaption></figure>"
  "<h2>A fair toll</h2>"
  "<p>A fair toll is the honest way to pay. Those who cross would pay the toll, those who stay at home would not, and "
  "lorries would pay more than bicycles. The toll should end on the day when the debt is paid.</p>"
  "<p>Critics say that a toll hurts the poor. A toll with a discount for residents does not, and the council should "
  "write the discount into the law.</p></article></body></html>";

typedef struct
{
  DeskFixture  base;
  CpDesk      *desk;
  char        *id;
  CpArticle   *replaced;
} DetailsFixture;

static void
replaced_cb (DetailsFixture *fixture,
             CpArticle      *before,
             CpArticle      *after)
{
  g_set_object (&fixture->replaced, before);
}

static void
set_up (DetailsFixture *fixture,
        gconstpointer   data)
{
  desk_fixture_set_up (&fixture->base, data);
  fixture->desk = fixture->base.desk;
  fixture->id = g_strdup (cp_article_get_id (desk_fixture_add (&fixture->base, "bridge.html", page)));
  desk_fixture_get_theme (&fixture->base, cp_desk_get_article (fixture->desk, fixture->id), 0);
  g_signal_connect_swapped (fixture->desk, "article-replaced", G_CALLBACK (replaced_cb), fixture);
}

static void
tear_down (DetailsFixture *fixture,
           gconstpointer   data)
{
  g_clear_object (&fixture->replaced);
  g_free (fixture->id);
  desk_fixture_tear_down (&fixture->base, data);
}

static CpArticle *
get_article (DetailsFixture *fixture)
{
  return cp_desk_get_article (fixture->desk, fixture->id);
}

static CpHistory *
get_history (DetailsFixture *fixture)
{
  return cp_desk_get_history (fixture->desk);
}

static char *
dup_state (CpArticle  *article,
           GListModel *themes,
           GListModel *highlights)
{
  static const char * const none[] = { NULL };
  g_autoptr (JsonNode) node = cp_json_new_article (article, highlights);
  g_autofree char *article_string = json_to_string (node, FALSE);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) themes_node = NULL;
  g_autofree char *themes_string = NULL;
  GString *state;

  cp_json_add_themes (builder, article, themes, none);
  themes_node = json_builder_get_root (builder);
  themes_string = json_to_string (themes_node, FALSE);
  state = g_string_new (article_string);
  g_string_append (state, themes_string);
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);
      guint n_anchors;
      const CpAnchor *anchors = cp_theme_get_aside (theme, &n_anchors);

      for (guint j = 0; j < n_anchors; j++)
        g_string_append_printf (state, " %u+%d", anchors[j].first_block, anchors[j].first);
    }

  return g_string_free (state, FALSE);
}

static char *
dup_shown_state (DetailsFixture *fixture)
{
  CpArticle *article = get_article (fixture);

  return dup_state (article, cp_desk_get_themes (fixture->desk, article),
                    cp_desk_get_highlights (fixture->desk, article));
}

static char *
dup_saved_state (DetailsFixture *fixture)
{
  g_autoptr (CpArticle) article = cp_library_get (fixture->base.library, fixture->id, NULL);
  g_autoptr (GListModel) themes = cp_library_load_themes (fixture->base.library, fixture->id, NULL);
  g_autoptr (GListModel) highlights = cp_library_load_highlights (fixture->base.library, fixture->id, NULL);

  return dup_state (article, themes, highlights);
}

static void
assert_saved (DetailsFixture *fixture)
{
  g_autofree char *shown = dup_shown_state (fixture);
  g_autofree char *saved = dup_saved_state (fixture);

  g_assert_cmpstr (shown, ==, saved);
}

/* The position of the block whose text begins so. */
static guint
find_block (DetailsFixture *fixture,
            const char     *text)
{
  CpArticle *article = get_article (fixture);

  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      if (g_str_has_prefix (cp_block_get_text (cp_article_get_block (article, i)), text))
        return i;
    }

  g_assert_not_reached ();
}

static void
assert_quotes_true (DetailsFixture *fixture)
{
  CpArticle *article = get_article (fixture);
  GListModel *themes = cp_desk_get_themes (fixture->desk, article);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);

      for (guint j = 0; j < cp_theme_get_n_passages (theme); j++)
        {
          CpPassage *passage = cp_theme_get_passage (theme, j);
          g_autofree char *quote = g_utf8_substring (cp_article_get_text (article), cp_passage_get_start (passage),
                                                     cp_passage_get_end (passage));

          g_assert_cmpstr (cp_passage_get_quote (passage), ==, quote);
        }
    }
}

static void
test_a_field_that_the_reviewer_sets_is_the_reviewers (DetailsFixture *fixture,
                                                      gconstpointer   data)
{
  const char *detail;

  g_assert_true (cp_desk_set_field (fixture->desk, get_article (fixture), CP_FIELD_AUTHORS, " Ada Ode; Ben Oak "));
  g_assert_cmpstr (cp_article_get_authors (get_article (fixture))[1], ==, "Ben Oak");
  g_assert_cmpint (cp_article_get_evidence (get_article (fixture), CP_FIELD_AUTHORS, &detail), ==, CP_EVIDENCE_REVIEWER);
  g_assert_null (detail);
  assert_saved (fixture);
}

static void
test_undoing_a_field_restores_value_and_evidence (DetailsFixture *fixture,
                                                  gconstpointer   data)
{
  g_autofree char *before = dup_shown_state (fixture);
  g_autofree char *after = NULL;
  CpEvidence evidence = cp_article_get_evidence (get_article (fixture), CP_FIELD_OUTLET, NULL);

  g_assert_cmpint (evidence, !=, CP_EVIDENCE_REVIEWER);
  g_assert_true (cp_desk_set_field (fixture->desk, get_article (fixture), CP_FIELD_OUTLET, "The Weekly Arch"));
  g_assert_true (cp_history_undo (get_history (fixture)));
  after = dup_shown_state (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (cp_article_get_evidence (get_article (fixture), CP_FIELD_OUTLET, NULL), ==, evidence);
  assert_saved (fixture);
}

static void
test_an_edit_puts_another_article_in_the_same_place (DetailsFixture *fixture,
                                                     gconstpointer   data)
{
  g_autoptr (CpArticle) before = g_object_ref (get_article (fixture));
  g_autoptr (CpArticle) listed = NULL;

  g_assert_true (cp_desk_set_field (fixture->desk, before, CP_FIELD_SECTION, "Opinion"));
  g_assert_true (fixture->replaced == before);
  g_assert_null (cp_article_get_section (before));
  listed = g_list_model_get_item (cp_desk_list_articles (fixture->desk), 0);
  g_assert_true (listed == get_article (fixture));
  g_assert_cmpstr (cp_article_get_section (listed), ==, "Opinion");
}

static void
test_a_changed_byline_is_found (DetailsFixture *fixture,
                                gconstpointer   data)
{
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_true (cp_desk_set_field (fixture->desk, get_article (fixture), CP_FIELD_AUTHORS, "Zora Quill"));
  hits = cp_desk_search (fixture->desk, "quill", 5, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
}

static void
test_a_value_that_cannot_be_is_refused (DetailsFixture *fixture,
                                        gconstpointer   data)
{
  static const struct { CpField field; const char *value; } bad[] = {
    { CP_FIELD_TITLE, " " },
    { CP_FIELD_PUBLISHED, "yesterday" },
    { CP_FIELD_PUBLISHED, "2023-02-29" },
    { CP_FIELD_LANGUAGE, "English" },
    { CP_FIELD_URL, "javascript:alert(1)" },
  };
  g_autofree char *before = dup_shown_state (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *after = NULL;

      g_clear_error (&fixture->base.problem);
      g_assert_false (cp_desk_set_field (fixture->desk, get_article (fixture), bad[i].field, bad[i].value));
      g_assert_error (fixture->base.problem, CP_ERROR, CP_ERROR_FAILED);
      after = dup_shown_state (fixture);
      g_assert_cmpstr (before, ==, after);
    }
  g_assert_false (cp_history_get_can_undo (get_history (fixture)));
}

static void
test_a_block_leaves_the_text_with_its_passages (DetailsFixture *fixture,
                                                gconstpointer   data)
{
  guint position = find_block (fixture, "Every year");
  g_autofree char *before = dup_shown_state (fixture);
  g_autofree char *after = NULL;
  int n_words = cp_article_get_n_words (get_article (fixture));

  g_assert_true (cp_desk_set_block_role (fixture->desk, get_article (fixture), position, CP_BLOCK_FURNITURE));
  g_assert_null (strstr (cp_article_get_text (get_article (fixture)), "Every year"));
  g_assert_cmpint (cp_article_get_n_words (get_article (fixture)), <, n_words);
  g_assert_true (cp_block_is_moved (cp_article_get_block (get_article (fixture), position)));
  assert_quotes_true (fixture);
  assert_saved (fixture);

  g_assert_true (cp_history_undo (get_history (fixture)));
  after = dup_shown_state (fixture);
  g_assert_cmpstr (before, ==, after);
  assert_saved (fixture);
}

static void
test_what_was_left_out_is_taken_in (DetailsFixture *fixture,
                                    gconstpointer   data)
{
  guint position = find_block (fixture, "The old ferry at dawn");
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_true (cp_desk_set_block_role (fixture->desk, get_article (fixture), position, CP_BLOCK_BODY));
  g_assert_nonnull (strstr (cp_article_get_text (get_article (fixture)), "The old ferry at dawn"));
  assert_quotes_true (fixture);
  assert_saved (fixture);
  hits = cp_desk_search (fixture->desk, "\"old ferry at dawn\"", 5, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_false (cp_desk_set_block_role (fixture->desk, get_article (fixture), position, CP_BLOCK_BODY));
}

static char *
dup_passages (DetailsFixture *fixture)
{
  GListModel *themes = cp_desk_get_themes (fixture->desk, get_article (fixture));
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);

      g_string_append_printf (string, "%.6f", cp_theme_get_salience (theme));
      for (guint j = 0; j < cp_theme_get_n_passages (theme); j++)
        g_string_append_printf (string, " %s", cp_passage_get_quote (cp_theme_get_passage (theme, j)));
    }

  return g_string_free (string, FALSE);
}

/* Not by undoing, and after the program was closed. */
static void
test_passages_come_back_with_their_block (DetailsFixture *fixture,
                                          gconstpointer   data)
{
  guint position = find_block (fixture, "Every year");
  g_autofree char *before = dup_passages (fixture);
  g_autofree char *without = NULL;
  g_autofree char *after = NULL;

  g_assert_true (cp_desk_set_block_role (fixture->desk, get_article (fixture), position, CP_BLOCK_FURNITURE));
  without = dup_passages (fixture);
  g_assert_cmpstr (before, !=, without);
  desk_fixture_reopen (&fixture->base);
  fixture->desk = fixture->base.desk;
  g_assert_true (cp_desk_set_block_role (fixture->desk, get_article (fixture), position, CP_BLOCK_BODY));
  after = dup_passages (fixture);
  g_assert_cmpstr (before, ==, after);
}

static CpHighlight *
highlight_words (DetailsFixture *fixture,
                 const char     *words)
{
  CpArticle *article = get_article (fixture);
  const char *text = cp_article_get_text (article);
  int start = g_utf8_pointer_to_offset (text, strstr (text, words));
  g_autoptr (CpPassage) passage = cp_passage_new_from_text (text, start, start + strlen (words), 1);
  GListModel *highlights;
  g_autoptr (CpHighlight) highlight = NULL;

  g_assert_true (cp_desk_add_highlight (fixture->desk, article, passage, "Why?"));
  highlights = cp_desk_get_highlights (fixture->desk, article);
  highlight = g_list_model_get_item (highlights, g_list_model_get_n_items (highlights) - 1);

  return highlight;
}

static void
test_highlights_are_made_noted_and_removed (DetailsFixture *fixture,
                                            gconstpointer   data)
{
  g_autofree char *before = dup_shown_state (fixture);
  g_autofree char *after = NULL;
  CpHighlight *highlight = highlight_words (fixture, "Steel prices rise");
  g_autoptr (CpHighlight) noted = NULL;

  assert_saved (fixture);
  g_assert_true (cp_desk_set_note (fixture->desk, get_article (fixture), highlight, "By how much?"));
  noted = g_list_model_get_item (cp_desk_get_highlights (fixture->desk, get_article (fixture)), 0);
  g_assert_cmpstr (cp_highlight_get_note (noted), ==, "By how much?");
  g_assert_true (cp_desk_remove_highlight (fixture->desk, get_article (fixture), noted));
  assert_saved (fixture);
  while (cp_history_undo (get_history (fixture)))
    assert_saved (fixture);
  after = dup_shown_state (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_highlight_whose_words_leave_the_text_is_kept (DetailsFixture *fixture,
                                                     gconstpointer   data)
{
  guint position = find_block (fixture, "Every year");
  g_autoptr (CpHighlight) without = NULL;
  g_autoptr (CpHighlight) again = NULL;

  highlight_words (fixture, "Steel prices rise");
  g_assert_true (cp_desk_set_block_role (fixture->desk, get_article (fixture), position, CP_BLOCK_FURNITURE));
  without = g_list_model_get_item (cp_desk_get_highlights (fixture->desk, get_article (fixture)), 0);
  g_assert_false (cp_highlight_is_placed (without));
  assert_saved (fixture);
  g_assert_true (cp_desk_set_block_role (fixture->desk, get_article (fixture), position, CP_BLOCK_BODY));
  again = g_list_model_get_item (cp_desk_get_highlights (fixture->desk, get_article (fixture)), 0);
  g_assert_true (cp_highlight_is_placed (again));
  g_assert_cmpstr (cp_highlight_get_note (again), ==, "Why?");
  assert_saved (fixture);
}

static CpAnnotation *
make_annotation (const char *quote)
{
  CpAnnotation *annotation = cp_annotation_new ("hypothesis", quote, "Who?");

  annotation->target = g_strdup ("http://www.span.example/build/?utm_source=x#top");

  return annotation;
}

/* As the import queue's worker does it, before the main thread hears of it. */
static void
test_annotations_that_come_meanwhile_survive_edits (DetailsFixture *fixture,
                                                    gconstpointer   data)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_annotation_free);
  g_auto (GStrv) ids = NULL;
  guint position = find_block (fixture, "Every year");

  highlight_words (fixture, "Steel prices rise");
  g_ptr_array_add (annotations, make_annotation ("A fair toll is the honest way"));
  ids = cp_library_annotate (fixture->base.library, annotations, NULL, NULL);
  g_assert_cmpstr (ids[0], ==, fixture->id);
  g_assert_true (cp_desk_set_block_role (fixture->desk, get_article (fixture), position, CP_BLOCK_FURNITURE));
  g_signal_emit_by_name (cp_desk_get_import_queue (fixture->desk), "annotated", fixture->id);
  g_assert_cmpuint (g_list_model_get_n_items (cp_desk_get_highlights (fixture->desk, get_article (fixture))), ==, 2);
  assert_saved (fixture);
  g_assert_true (cp_history_undo (get_history (fixture)));
  g_assert_cmpuint (g_list_model_get_n_items (cp_desk_get_highlights (fixture->desk, get_article (fixture))), ==, 2);
  assert_saved (fixture);
}

static void
test_an_edit_that_cannot_be_saved_has_not_happened (DetailsFixture *fixture,
                                                    gconstpointer   data)
{
  g_autofree char *before = dup_shown_state (fixture);
  g_autofree char *after = NULL;
  g_autoptr (CpArticle) article = g_object_ref (get_article (fixture));
  guint position = find_block (fixture, "Every year");

  g_assert_true (cp_library_remove (fixture->base.library, fixture->id, NULL));
  desk_fixture_purge (&fixture->base);
  g_assert_false (cp_desk_set_field (fixture->desk, article, CP_FIELD_TITLE, "Another"));
  g_assert_error (fixture->base.problem, CP_ERROR, CP_ERROR_NOT_FOUND);
  g_assert_false (cp_desk_set_block_role (fixture->desk, article, position, CP_BLOCK_FURNITURE));
  after = dup_shown_state (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
set_random_field (DetailsFixture *fixture)
{
  static const CpField fields[] = { CP_FIELD_TITLE, CP_FIELD_STANDFIRST, CP_FIELD_AUTHORS, CP_FIELD_SECTION };
  g_autofree char *value = g_strdup_printf ("Value %d; other", g_test_rand_int_range (0, 5));

  cp_desk_set_field (fixture->desk, get_article (fixture), fields[g_test_rand_int_range (0, G_N_ELEMENTS (fields))],
                     value);
}

static void
move_random_block (DetailsFixture *fixture)
{
  guint n_blocks = cp_article_get_n_blocks (get_article (fixture));

  cp_desk_set_block_role (fixture->desk, get_article (fixture), g_test_rand_int_range (0, n_blocks),
                          g_test_rand_bit () ? CP_BLOCK_BODY : CP_BLOCK_FURNITURE);
}

static void
change_random_highlight (DetailsFixture *fixture)
{
  CpArticle *article = get_article (fixture);
  GListModel *highlights = cp_desk_get_highlights (fixture->desk, article);
  guint n_highlights = g_list_model_get_n_items (highlights);
  g_autoptr (CpHighlight) highlight = g_list_model_get_item (highlights, g_test_rand_int_range (0, n_highlights + 1));
  int length = g_utf8_strlen (cp_article_get_text (article), -1);

  if (highlight == NULL && length > 1)
    {
      int start = g_test_rand_int_range (0, length - 1);
      g_autoptr (CpPassage) passage =
        cp_passage_new_from_text (cp_article_get_text (article), start,
                                  g_test_rand_int_range (start + 1, MIN (start + 200, length) + 1), 1);

      cp_desk_add_highlight (fixture->desk, article, passage, NULL);
    }
  else if (highlight != NULL && g_test_rand_bit ())
    {
      cp_desk_set_note (fixture->desk, article, highlight, g_test_rand_bit () ? "This" : "That");
    }
  else if (highlight != NULL)
    {
      cp_desk_remove_highlight (fixture->desk, article, highlight);
    }
}

static void
change_random_theme (DetailsFixture *fixture)
{
  CpArticle *article = get_article (fixture);
  GListModel *themes = cp_desk_get_themes (fixture->desk, article);
  guint n_themes = g_list_model_get_n_items (themes);
  g_autoptr (CpTheme) theme = g_list_model_get_item (themes, g_test_rand_int_range (0, n_themes + 1));

  if (theme == NULL)
    return;

  if (g_test_rand_int_range (0, 4) == 0)
    cp_desk_remove_theme (fixture->desk, article, theme);
  else
    cp_desk_rename_theme (fixture->desk, article, theme, g_test_rand_bit () ? "This" : "That");
}

static void
change_tags (DetailsFixture *fixture)
{
  const char * const tags[] = { g_test_rand_bit () ? "this" : "that", NULL };

  cp_desk_set_tags (fixture->desk, get_article (fixture), tags);
}

static void
do_anything (DetailsFixture *fixture)
{
  static void (* const deeds[]) (DetailsFixture *fixture) = {
    set_random_field, move_random_block, move_random_block, change_random_highlight, change_random_highlight,
    change_random_theme, change_tags,
  };

  deeds[g_test_rand_int_range (0, G_N_ELEMENTS (deeds))] (fixture);
}

/* Goes on in the same direction; each state on the way has to be the one that was there when it was made. */
static void
retrace (DetailsFixture  *fixture,
         GPtrArray       *states,
         gboolean       (*step) (CpHistory *history),
         guint            from,
         int              direction)
{
  for (guint i = from + direction; i < states->len; i += direction)
    {
      g_autofree char *state = NULL;

      g_assert_true (step (get_history (fixture)));
      state = dup_shown_state (fixture);
      g_assert_cmpstr (state, ==, g_ptr_array_index (states, i));
      assert_saved (fixture);
    }
}

static void
test_any_edits_are_undone_and_redone_exactly (DetailsFixture *fixture,
                                              gconstpointer   data)
{
  for (int round = 0; round < 12; round++)
    {
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (states, dup_shown_state (fixture));
      for (int i = 0; i < 15; i++)
        {
          g_autofree char *state = NULL;

          do_anything (fixture);
          state = dup_shown_state (fixture);
          if (g_strcmp0 (state, g_ptr_array_index (states, states->len - 1)) != 0)
            g_ptr_array_add (states, g_steal_pointer (&state));
          assert_quotes_true (fixture);
          assert_saved (fixture);
        }
      g_assert_no_error (fixture->base.problem);

      retrace (fixture, states, cp_history_undo, states->len - 1, -1);
      retrace (fixture, states, cp_history_redo, 0, 1);
      retrace (fixture, states, cp_history_undo, states->len - 1, -1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/details/" path, DetailsFixture, NULL, set_up, func, tear_down)

  ADD ("a-field-is-the-reviewers", test_a_field_that_the_reviewer_sets_is_the_reviewers);
  ADD ("undoing-restores-value-and-evidence", test_undoing_a_field_restores_value_and_evidence);
  ADD ("another-article-in-the-same-place", test_an_edit_puts_another_article_in_the_same_place);
  ADD ("a-changed-byline-is-found", test_a_changed_byline_is_found);
  ADD ("a-value-that-cannot-be", test_a_value_that_cannot_be_is_refused);
  ADD ("a-block-leaves-with-its-passages", test_a_block_leaves_the_text_with_its_passages);
  ADD ("what-was-left-out-is-taken-in", test_what_was_left_out_is_taken_in);
  ADD ("passages-come-back-with-their-block", test_passages_come_back_with_their_block);
  ADD ("highlights", test_highlights_are_made_noted_and_removed);
  ADD ("a-highlight-without-its-words", test_a_highlight_whose_words_leave_the_text_is_kept);
  ADD ("annotations-meanwhile", test_annotations_that_come_meanwhile_survive_edits);
  ADD ("what-cannot-be-saved", test_an_edit_that_cannot_be_saved_has_not_happened);
  ADD ("any-edits", test_any_edits_are_undone_and_redone_exactly);

  return g_test_run ();
}
