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

typedef struct
{
  const char *quote;
  const char *note;
  const char *before;
  int         paragraph;
} Expected;

static void
assert_highlights (CpImported     *imported,
                   const Expected *expected,
                   gsize           n_expected)
{
  g_assert_cmpuint (g_list_model_get_n_items (cp_imported_get_highlights (imported)), >=, n_expected);
  for (gsize i = 0; i < n_expected; i++)
    import_fixture_assert_highlight (imported, i, expected[i].before, expected[i].quote, expected[i].note, expected[i].paragraph);
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
  static const Expected expected[] = {
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
  assert_highlights (clock, expected, G_N_ELEMENTS (expected));

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

static void
assert_omnivore_pieces (GPtrArray *pieces)
{
  static const char * const tags[] = { "land use", "trees", NULL };
  CpArticle *article = cp_imported_get_article (get_piece (pieces, 0));

  g_assert_cmpuint (pieces->len, ==, 3);
  g_assert_cmpstr (cp_article_get_title (article), ==, "The Orchard Is Not a Car Park");
  g_assert_cmpstr (cp_article_get_standfirst (article), ==, "Forty trees for forty cars is a poor bargain, and the town should refuse it.");
  g_assert_cmpstr (cp_article_get_published (article), ==, "2023-10-20");
  g_assert_true (g_str_has_prefix (cp_article_get_url (article), "https://gazette.example/comment/2023/10/orchard"));
  import_fixture_assert_authors (get_piece (pieces, 0), "Perpetua Lindqvist");
  g_assert_cmpstrv (cp_article_get_tags (article), tags);
  import_fixture_assert_has (get_piece (pieces, 0), "and forty cars would take their place.");
  import_fixture_assert_lacks (get_piece (pieces, 0), "when nobody parks");
  g_assert_cmpstr (cp_article_get_title (cp_imported_get_article (get_piece (pieces, 1))), ==, "A Letter by Post");
  assert_failed (pieces, 2, CP_ERROR_EMPTY, "The Missing Report");
}

static void
test_omnivore_pieces_become_articles (void)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("read-later/omnivore.zip");

  assert_omnivore_pieces (pieces);
}

static void
test_omnivore_export_may_be_packed_again_or_unpacked (void)
{
  g_autoptr (GPtrArray) packed_again = import_fixture_read_pieces ("read-later/omnivore-again.zip");
  g_autoptr (GPtrArray) unpacked = import_fixture_read_pieces ("read-later/omnivore/metadata_0_to_20.json");

  assert_omnivore_pieces (packed_again);
  assert_omnivore_pieces (unpacked);
}

static void
test_omnivore_highlights_land_on_their_words (void)
{
  static const Expected expected[] = {
    { "It is not a trade that anybody asked for", NULL, "would take their place. ", 2 },
    { "It is not a trade that anybody asked for", "The refrain again", "cars under the viaduct. ", 6 },
    { "It is not a trade that anybody asked for", NULL, "an honest one.\n\n", 7 },
    { "forty cars would take their place. It is not a trade that anybody asked for. “It is progress,” said the alderman",
      "#land-use #vox populi\n\nAsk him for the figures.\n\nBoth of them.", "stand there, and ", 2 },
    { "poor bargain.\n\nForty trees stand there", NULL, "I call it a ", 1 },
    { "presses its own juice", "Compare with the piece of last spring.", "the school ", 4 },
    { "Plant an apple for whoever comes after you, my grandmother said", NULL, "own juice.\n\n", 5 },
  };
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("read-later/omnivore.zip");
  GListModel *highlights = cp_imported_get_highlights (get_piece (pieces, 0));
  g_autoptr (CpHighlight) lost = g_list_model_get_item (highlights, G_N_ELEMENTS (expected));
  g_autoptr (CpHighlight) page_note = g_list_model_get_item (highlights, G_N_ELEMENTS (expected) + 1);

  assert_highlights (get_piece (pieces, 0), expected, G_N_ELEMENTS (expected));
  g_assert_cmpuint (g_list_model_get_n_items (highlights), ==, G_N_ELEMENTS (expected) + 2);
  g_assert_false (cp_highlight_is_placed (lost));
  g_assert_cmpstr (cp_passage_get_quote (cp_highlight_get_passage (lost)), ==, "a tree that grows nowhere");
  g_assert_false (cp_highlight_is_placed (page_note));
  g_assert_cmpstr (cp_highlight_get_note (page_note), ==, "A note on the whole piece");
}

static void
test_omnivore_original_is_the_page_that_it_kept (void)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("read-later/omnivore.zip");
  g_autoptr (GBytes) content = import_fixture_load ("read-later/omnivore/content/the-orchard-is-not-a-car-park-18c2a7f0e11.html");

  g_assert_true (g_bytes_equal (cp_imported_get_original (get_piece (pieces, 0)), content));
  g_assert_cmpstr (cp_imported_get_media_type (get_piece (pieces, 0)), ==, "text/html");
}

static CpAnnotation *
get_annotation (CpImported *imported,
                guint       position)
{
  g_assert_cmpuint (position, <, cp_imported_get_annotations (imported)->len);

  return g_ptr_array_index (cp_imported_get_annotations (imported), position);
}

static void
test_hypothesis_annotations_belong_to_the_page_of_their_address (void)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("read-later/hypothesis.json");
  CpImported *imported = get_piece (pieces, 0);
  CpAnnotation *first = get_annotation (imported, 0);

  g_assert_cmpuint (pieces->len, ==, 1);
  g_assert_null (cp_imported_get_article (imported));
  g_assert_cmpuint (cp_imported_get_annotations (imported)->len, ==, 2);
  g_assert_cmpstr (first->target, ==, "https://skerrow.example/opinion/2024/02/tide-clock");
  g_assert_cmpstr (first->source, ==, "hypothesis");
  g_assert_cmpstr (first->created, ==, "2024-03-02T09:00:00.000000+00:00");
  g_assert_cmpstr (first->note, ==, "Who says so?\n\n#voices #time & tide\n\ntobias: The insurers do.");
  g_assert_cmpstr (get_annotation (imported, 1)->quote, ==, "");
  g_assert_cmpstr (get_annotation (imported, 1)->note, ==, "A note on the whole page");
}

static void
test_web_annotations_of_any_shape_are_read (void)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("read-later/web-annotations.jsonld");
  CpImported *imported = get_piece (pieces, 0);

  g_assert_cmpuint (cp_imported_get_annotations (imported)->len, ==, 3);
  g_assert_cmpstr (get_annotation (imported, 0)->quote, ==, "Eleven of twenty");
  g_assert_cmpstr (get_annotation (imported, 0)->note, ==, "Nine of twenty is not few.\n\n#figures");
  g_assert_cmpstr (get_annotation (imported, 1)->target, ==, "https://www.skerrow.example/opinion/2024/02/tide-clock");
  g_assert_cmpstr (get_annotation (imported, 1)->note, ==, "A refrain");
  g_assert_cmpstr (get_annotation (imported, 2)->note, ==, "Worth keeping");
}

static void
test_web_annotations_land_on_their_words (void)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces ("read-later/wallabag.json");
  g_autoptr (GPtrArray) w3c = import_fixture_read_pieces ("read-later/web-annotations.jsonld");
  g_autoptr (GPtrArray) hypothesis = import_fixture_read_pieces ("read-later/hypothesis.json");
  CpImported *clock = get_piece (pieces, 0);
  guint n = g_list_model_get_n_items (cp_imported_get_highlights (clock));

  cp_imported_place (clock, cp_imported_get_annotations (get_piece (hypothesis, 0)));
  import_fixture_assert_highlight (clock, n, "voted to replace it. ", "The harbour keeps its own time",
                                   get_annotation (get_piece (hypothesis, 0), 0)->note, 2);

  cp_imported_place (clock, cp_imported_get_annotations (get_piece (w3c, 0)));
  import_fixture_assert_highlight (clock, n + 2, "people who pass it. ", "Eleven of twenty", "Nine of twenty is not few.\n\n#figures", 5);
}

static void
test_a_single_web_annotation_is_read (void)
{
  static const char text[] =
    "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"Annotation\",\"target\":{\"source\":\"https://a.example/b\","
    "\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"one word\"}}}";
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces_of_text (text, -1);

  g_assert_cmpstr (get_annotation (get_piece (pieces, 0), 0)->quote, ==, "one word");
}

static void
test_annotations_that_are_cut_off_are_refused (void)
{
  g_autoptr (GBytes) bytes = import_fixture_load ("read-later/hypothesis.json");
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces_of_text (text, length - 40);

  g_assert_cmpuint (pieces->len, ==, 1);
  assert_failed (pieces, 0, CP_ERROR_DAMAGED, "cut off");
}

static void
test_lists_without_texts_are_told_from_pieces (gconstpointer data)
{
  g_autoptr (GPtrArray) pieces = import_fixture_read_pieces_of_text (data, -1);

  g_assert_cmpuint (pieces->len, ==, 1);
  assert_failed (pieces, 0, CP_ERROR_EMPTY, "saved pieces");
}

static void
test_prose_is_not_taken_for_a_list (void)
{
  static const char text[] =
    "Title, URL and tags are all that is left of a reading list.\n\n"
    "[\"We kept the links,\" she said, \"and lost the words.\"] That was the whole of the answer, and it was enough.\n";
  g_autoptr (CpImported) imported = import_fixture_read_text (text, -1);

  import_fixture_assert_has (imported, "lost the words");
}

static void
test_deep_json_is_refused (void)
{
  g_autoptr (GString) text = g_string_new ("[{\"is_archived\":0,\"domain_name\":\"a\",\"reading_time\":1,\"url\":\"u\",\"content\":");
  g_autoptr (GPtrArray) pieces = NULL;

  for (int i = 0; i < 1000000; i++)
    g_string_append_c (text, '[');
  pieces = import_fixture_read_pieces_of_text (text->str, text->len);

  g_assert_cmpuint (pieces->len, ==, 1);
  assert_failed (pieces, 0, CP_ERROR_EMPTY, "JSON");
}

static const struct
{
  const char *path;
  const char *text;
} lists[] = {
  { "/read-later/pocket-csv", "title,url,time_added,tags,status\nA Gull,https://a.example/gull,1700000000,,unread\n" },
  { "/read-later/instapaper-csv", "URL,Title,Selection,Folder,Timestamp\nhttps://a.example/gull,A Gull,,Unread,1700000000\n" },
  { "/read-later/readwise-csv",
    "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n\"A Gull\",https://a.example/gull,01h,[],2024-01-01,0,new,True\n" },
  { "/read-later/pocket-html",
    "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Pocket Export</title></head><body><h1>Unread</h1>\n<ul>"
    "<li><a href=\"https://a.example/gull\" time_added=\"1700000000\" tags=\"\">A Gull Is Not a Pigeon</a></li></ul></body></html>" },
  { "/read-later/bookmarks",
    "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">\n"
    "<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks Menu</H1>\n<DL><p>\n<DT><A HREF=\"https://a.example/gull\">A Gull</A>\n</DL>" },
  { "/read-later/opml", "<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><head><title>Feeds</title></head><body/></opml>" },
  { "/read-later/bibtex", "% my references\n@article{gull2024,\n  title = {A Gull Is Not a Pigeon},\n  year = {2024}\n}\n" },
  { "/read-later/ris", "TY  - NEWS\nTI  - A Gull Is Not a Pigeon\nPY  - 2024\nER  - \n" },
  { "/read-later/other-json", "{\"title\": \"A Gull Is Not a Pigeon\", \"pages\": [1, 2, 3]}\n" },
};

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
  g_test_add_func ("/read-later/omnivore", test_omnivore_pieces_become_articles);
  g_test_add_func ("/read-later/omnivore-unpacked", test_omnivore_export_may_be_packed_again_or_unpacked);
  g_test_add_func ("/read-later/omnivore-highlights", test_omnivore_highlights_land_on_their_words);
  g_test_add_func ("/read-later/omnivore-original", test_omnivore_original_is_the_page_that_it_kept);
  g_test_add_func ("/read-later/hypothesis", test_hypothesis_annotations_belong_to_the_page_of_their_address);
  g_test_add_func ("/read-later/web-annotations", test_web_annotations_of_any_shape_are_read);
  g_test_add_func ("/read-later/web-annotations-land", test_web_annotations_land_on_their_words);
  g_test_add_func ("/read-later/web-annotation", test_a_single_web_annotation_is_read);
  g_test_add_func ("/read-later/annotations-cut-off", test_annotations_that_are_cut_off_are_refused);
  g_test_add_func ("/read-later/prose", test_prose_is_not_taken_for_a_list);
  g_test_add_func ("/read-later/deep-json", test_deep_json_is_refused);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_test_add_data_func (lists[i].path, lists[i].text, test_lists_without_texts_are_told_from_pieces);

  return g_test_run ();
}
