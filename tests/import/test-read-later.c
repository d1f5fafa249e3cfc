/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives of read-later services become articles with their metadata, tags and annotations. */

#include "config.h"

#include "cp-error.h"
#include "cp-original.h"
#include "import-fixture.h"

#include <string.h>

static CpImported *
get_piece (GPtrArray *pieces,
           guint      position)
{
  ImportFixturePiece *piece;

  g_assert_cmpuint (position, <, pieces->len);
  piece = g_ptr_array_index (pieces, position);
  g_assert_no_error (piece->error);

  return piece->imported;
}

static void
assert_failed (GPtrArray  *pieces,
               guint       position,
               CpError     code,
               const char *words)
{
  ImportFixturePiece *piece;

  g_assert_cmpuint (position, <, pieces->len);
  piece = g_ptr_array_index (pieces, position);
  g_assert_error (piece->error, CP_ERROR, (int) code);
  g_assert_nonnull (strstr (piece->error->message, words));
}

static void
test_wallabag_entries_become_articles (void)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("read-later/wallabag.json");
  CpImported *clock = get_piece (pieces, 0);
  CpArticle *article = cp_imported_get_article (clock);
  static const char * const tags[] = { "harbours", "local papers", NULL };
  const char *detail;

  g_assert_cmpuint (pieces->len, ==, 3);
  g_assert_cmpstr (cp_article_get_title (article), ==, "Leave the Tide Clock Alone");
  g_assert_cmpstr (cp_article_get_url (article), ==, "https://www.skerrow.example/opinion/2024/02/tide-clock");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2024-02-27");
  g_assert_cmpstr (cp_article_get_language (article), ==, "en");
  g_assert_cmpint (cp_article_get_evidence (article, CP_FIELD_AUTHORS, &detail), ==, CP_EVIDENCE_FRONT_MATTER);
  g_assert_cmpstr (detail, ==, "wallabag published_by");
  import_fixture_assert_authors (clock, "Una Brackwater|Tobias Hale");
  g_assert_cmpstrv (cp_article_get_tags (article), tags);
  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (get_piece (pieces, 1))), ==, "Hebt endlich die Platte");
}

static void
test_wallabag_entries_keep_all_of_their_text (void)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("read-later/wallabag.json");
  CpImported *clock = get_piece (pieces, 0);

  import_fixture_assert_has (clock, "has been wrong since the storm of 1987, and nobody in Skerrow minds.");
  import_fixture_assert_has (clock, "insurers keep theirs & theirs is the one");
  import_fixture_assert_has (clock, "Naïve as it sounds");
  import_fixture_assert_heading (clock, "Who reads a clock");
  g_assert_cmpint (cp_block_get_kind (import_fixture_find_block (clock, "Marta Quill")), ==, CP_BLOCK_QUOTATION);
  g_assert_cmpint (cp_block_get_kind (import_fixture_find_block (clock, "The ferry crew")), ==, CP_BLOCK_LIST_ITEM);
}

static void
test_wallabag_annotations_land_on_their_words (void)
{
  static const struct
  {
    const char *quote;
    const char *note;
    const char *before;
    int         paragraph;
  } expected[] = {
    { "The harbour keeps its own time", "The refrain closes the piece.", "tell its visitors.\n\n", 9 },
    { "The harbour keeps its own time", NULL, "voted to replace it. ", 2 },
    { "insurers keep theirs & theirs is the one that costs", "Who pays?", "but the ", 2 },
    { "has been wrong since the storm", NULL, "harbour wall ", 1 },
    { "is still company, said old Marta Quill", "A witness", "twice a day ", 4 },
    { "The children look at the hands.\n\nNaïve as it sounds", NULL, "look at the water.\n\n", 7 },
    { "Eleven of twenty could not say what it shows; nine said that they look at it every single morning",
      "Count it again", "people who pass it. ", 5 },
  };
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("read-later/wallabag.json");
  CpImported *clock = get_piece (pieces, 0);
  g_autoptr (CpHighlight) lost = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (cp_imported_get_highlights (clock)), ==, G_N_ELEMENTS (expected) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    import_fixture_assert_highlight (clock, i, expected[i].before, expected[i].quote, expected[i].note, expected[i].paragraph);

  lost = g_list_model_get_item (cp_imported_get_highlights (clock), G_N_ELEMENTS (expected));
  g_assert_false (cp_highlight_is_placed (lost));
  g_assert_cmpstr (cp_passage_get_quote (cp_highlight_get_passage (lost)), ==, "a lighthouse of solid gold");
  g_assert_cmpstr (cp_highlight_get_note (lost), ==, "Words that the town never printed");
}

static void
test_wallabag_highlights_know_where_they_come_from (void)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("read-later/wallabag.json");
  g_autoptr (CpHighlight) highlight = g_list_model_get_item (cp_imported_get_highlights (get_piece (pieces, 0)), 0);

  g_assert_cmpstr (cp_highlight_get_source (highlight), ==, "wallabag");
  g_assert_cmpstr (cp_highlight_get_created (highlight), ==, "2024-03-01T08:15:00+0000");
}

static void
test_wallabag_entry_without_text_is_told (void)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("read-later/wallabag.json");

  assert_failed (pieces, 2, CP_ERROR_EMPTY, "The Page That Was Not There");
}

static void
test_wallabag_original_is_the_entry_and_can_be_shown (void)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("read-later/wallabag.json");
  CpImported *clock = get_piece (pieces, 0);
  g_autoptr (GPtrArray) resources = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *page = cp_original_show (cp_imported_get_original (clock), cp_imported_get_media_type (clock), resources, &error);
  gsize length;
  const char *original = g_bytes_get_data (cp_imported_get_original (clock), &length);

  g_assert_cmpstr (cp_imported_get_media_type (clock), ==, "application/vnd.wallabag+json");
  g_assert_true (original[0] == '{' && original[length - 1] == '}');
  g_assert_no_error (error);
  g_assert_nonnull (strstr (page, "Leave the Tide Clock Alone"));
  g_assert_nonnull (strstr (page, "nobody in Skerrow minds"));
}

static void
test_wallabag_export_that_is_cut_off_gives_its_whole_entries (void)
{
  g_autoptr (GBytes) bytes = import_fixture_load ("read-later/wallabag.json");
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *cut = g_strstr_len (text, length, "Es endet unter");
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces_of_text (text, cut - text);

  g_assert_cmpuint (pieces->len, ==, 2);
  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (get_piece (pieces, 0))), ==, "Leave the Tide Clock Alone");
  assert_failed (pieces, 1, CP_ERROR_DAMAGED, "after 1 entry");
}

static void
test_wallabag_answer_of_its_server_is_read_too (void)
{
  static const char text[] =
    "{\"page\":1,\"limit\":30,\"_links\":{\"self\":{\"href\":\"https:\\/\\/bag.example\\/api\\/entries\"}},\"_embedded\":{\"items\":["
    "{\"is_archived\":0,\"tags\":[{\"id\":1,\"label\":\"bells\",\"slug\":\"bells\"}],\"reading_time\":1,\"mimetype\":\"text\\/html\",\"title\":\"Ring Later\","
    "\"url\":\"https:\\/\\/bells.example\\/ring\",\"annotations\":[],\"content\":\"<p>Nobody needs a bell at six. "
    "The village has had clocks for a hundred years, \\ud83d\\ude00 and \\udc00 ears for longer.<\\/p>\"}]},\"total\":1}";
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces_of_text (text, -1);
  static const char * const tags[] = { "bells", NULL };

  g_assert_cmpuint (pieces->len, ==, 1);
  g_assert_cmpstrv (cp_article_get_tags (cp_imported_get_article (get_piece (pieces, 0))), tags);
  import_fixture_assert_has (get_piece (pieces, 0), "hundred years, \360\237\230\200 and \357\277\275 ears");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/read-later/wallabag", test_wallabag_entries_become_articles);
  g_test_add_func ("/read-later/wallabag-text", test_wallabag_entries_keep_all_of_their_text);
  g_test_add_func ("/read-later/wallabag-annotations", test_wallabag_annotations_land_on_their_words);
  g_test_add_func ("/read-later/wallabag-sources", test_wallabag_highlights_know_where_they_come_from);
  g_test_add_func ("/read-later/wallabag-without-text", test_wallabag_entry_without_text_is_told);
  g_test_add_func ("/read-later/wallabag-original", test_wallabag_original_is_the_entry_and_can_be_shown);
  g_test_add_func ("/read-later/wallabag-cut-off", test_wallabag_export_that_is_cut_off_gives_its_whole_entries);
  g_test_add_func ("/read-later/wallabag-server", test_wallabag_answer_of_its_server_is_read_too);

  return g_test_run ();
}
