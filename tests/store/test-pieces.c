/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes with a piece is kept with it: metadata with their evidence, pictures, highlights, other editions. */

#include "config.h"

#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

static const char text[] = "A toll is paid once. The ferry is paid daily.";

static CpBlock *
make_marked_block (void)
{
  CpBlock *block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, text);
  g_autoptr (GArray) marks = cp_marks_new ();

  cp_marks_append (marks, 2, 6, CP_STYLE_STRONG, NULL);
  cp_marks_append (marks, 25, 30, CP_STYLE_LINK, "https://ferry.example/");
  cp_block_set_marks (block, (const CpMark *) marks->data, marks->len);

  return block;
}

static CpArticle *
make_piece (const char *id,
            const char *url)
{
  CpArticle *article = cp_article_new ();
  g_autoptr (CpBlock) byline = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_FURNITURE, 0, "By Ada Ode");
  g_autoptr (CpBlock) body = make_marked_block ();
  g_autoptr (CpImage) image = cp_image_new ("a.png", "A ferry", 1);

  cp_block_set_furniture (byline, CP_FURNITURE_BYLINE);
  cp_article_set_id (article, id);
  cp_article_set_title (article, "Tolls");
  cp_article_set_section (article, "Opinion");
  cp_article_set_modified (article, "2024-03-01");
  cp_article_set_url (article, url);
  cp_article_set_evidence (article, CP_FIELD_SECTION, CP_EVIDENCE_META, "article:section");
  cp_article_add_block (article, byline);
  cp_article_add_block (article, body);
  cp_article_add_image (article, image);

  return article;
}

static CpAnnotation *
make_annotation (const char *quote)
{
  CpAnnotation *annotation = cp_annotation_new ("hypothesis", quote, "Who?");

  annotation->target = g_strdup ("https://span.example/tolls");

  return annotation;
}

static GPtrArray *
make_annotations (const char *quote)
{
  GPtrArray *annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_annotation_free);

  g_ptr_array_add (annotations, make_annotation (quote));

  return annotations;
}

static GPtrArray *
make_resources (void)
{
  GPtrArray *resources = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_resource_unref);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("picture", 7);

  g_ptr_array_add (resources, cp_resource_new ("a.png", "image/png", bytes));

  return resources;
}

static gboolean
add_piece (StoreFixture  *fixture,
           CpArticle     *article,
           GError       **error)
{
  const char *id = cp_article_get_id (article);
  g_autoptr (GBytes) original = g_bytes_new (id, strlen (id));
  g_autoptr (GListModel) themes = store_fixture_make_themes (article);
  g_autoptr (GPtrArray) resources = make_resources ();
  g_autoptr (GPtrArray) annotations = make_annotations ("ferry is paid");
  g_autoptr (GListStore) highlights = g_list_store_new (CP_TYPE_HIGHLIGHT);
  const CpAddition addition = { article, original, "text/html", themes, G_LIST_MODEL (highlights), resources };

  cp_annotations_place (annotations, article, highlights);

  return cp_library_add (fixture->library, &addition, error);
}

static void
add_new_piece (StoreFixture *fixture,
               const char   *id,
               const char   *url)
{
  g_autoptr (CpArticle) article = make_piece (id, url);
  g_autoptr (GError) error = NULL;

  add_piece (fixture, article, &error);
  g_assert_no_error (error);
}

/* One that was saved from the usual address, of another text. */
static void
add_edition (StoreFixture *fixture,
             const char   *id,
             const char   *words)
{
  g_autoptr (CpArticle) article = store_fixture_make (id, "Tolls", words);

  cp_article_set_url (article, "https://span.example/tolls");
  store_fixture_add (fixture, article);
}

static guint
count_highlights (StoreFixture *fixture,
                  const char   *id)
{
  g_autoptr (GListModel) highlights = cp_library_load_highlights (fixture->library, id, NULL);

  return g_list_model_get_n_items (highlights);
}

static int
count_rows (StoreFixture *fixture,
            const char   *sql)
{
  g_autofree char *path = store_fixture_dup_file (fixture);
  sqlite3_stmt *statement;
  sqlite3 *database;
  int value;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (database);

  return value;
}

static void
assert_whole_piece (CpArticle *article)
{
  const char *detail;
  guint n_marks;
  const CpMark *marks = cp_block_get_marks (cp_article_get_block (article, 1), &n_marks);
  CpImage *image = cp_article_get_image (article, 0);

  g_assert_cmpstr (cp_article_get_section (article), ==, "Opinion");
  g_assert_cmpstr (cp_article_get_modified (article), ==, "2024-03-01");
  g_assert_cmpint (cp_article_get_evidence (article, CP_FIELD_SECTION, &detail), ==, CP_EVIDENCE_META);
  g_assert_cmpstr (detail, ==, "article:section");
  g_assert_cmpint (cp_article_get_evidence (article, CP_FIELD_TITLE, &detail), ==, CP_EVIDENCE_NONE);
  g_assert_cmpint (cp_block_get_furniture (cp_article_get_block (article, 0)), ==, CP_FURNITURE_BYLINE);
  g_assert_cmpuint (n_marks, ==, 2);
  g_assert_cmpint (marks[0].style, ==, CP_STYLE_STRONG);
  g_assert_cmpstr (marks[1].target, ==, "https://ferry.example/");
  g_assert_cmpstr (cp_image_get_resource (image), ==, "a.png");
  g_assert_cmpstr (cp_image_get_alternative (image), ==, "A ferry");
  g_assert_cmpuint (cp_image_get_position (image), ==, 1);
  g_assert_cmpint (cp_article_get_n_words (article), ==, 10);
}

static void
test_all_that_comes_with_a_piece_comes_back (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  g_autoptr (CpArticle) article = NULL;
  g_autoptr (GPtrArray) resources = NULL;
  g_autoptr (GListModel) highlights = NULL;
  g_autoptr (CpHighlight) highlight = NULL;
  CpResource *resource;

  add_new_piece (fixture, "a", "https://span.example/tolls");
  store_fixture_reopen (fixture);
  article = cp_library_get (fixture->library, "a", NULL);
  assert_whole_piece (article);
  resources = cp_library_load_resources (fixture->library, "a", NULL);
  g_assert_cmpuint (resources->len, ==, 1);
  resource = g_ptr_array_index (resources, 0);
  g_assert_cmpstr (resource->name, ==, "a.png");
  g_assert_cmpstr (resource->media_type, ==, "image/png");
  g_assert_cmpuint (g_bytes_get_size (resource->bytes), ==, 7);
  highlights = cp_library_load_highlights (fixture->library, "a", NULL);
  highlight = g_list_model_get_item (highlights, 0);
  g_assert_cmpstr (cp_highlight_get_note (highlight), ==, "Who?");
  g_assert_cmpint (cp_passage_get_start (cp_highlight_get_passage (highlight)), ==, 25);
}

static void
test_the_text_of_a_listed_article_comes_when_asked_for (StoreFixture  *fixture,
                                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) articles = NULL;
  CpArticle *article;

  add_new_piece (fixture, "a", NULL);
  articles = cp_library_list (fixture->library, NULL);
  article = g_ptr_array_index (articles, 0);
  g_assert_cmpint (cp_article_get_n_words (article), ==, 10);
  g_assert_true (cp_library_remove (fixture->library, "a", NULL));
  g_assert_cmpstr (cp_article_get_text (article), ==, text);
  assert_whole_piece (article);
}

static void
test_the_text_of_a_closed_library_cannot_be_read (StoreFixture  *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;

  add_new_piece (fixture, "a", NULL);
  articles = cp_library_list (fixture->library, NULL);
  store_fixture_reopen (fixture);
  g_assert_false (cp_article_load (g_ptr_array_index (articles, 0), &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_LIBRARY);
  g_assert_cmpstr (cp_article_get_text (g_ptr_array_index (articles, 0)), ==, "");
}

static gpointer
read_texts (gpointer data)
{
  GPtrArray *articles = data;

  for (guint i = 0; i < articles->len; i++)
    assert_whole_piece (g_ptr_array_index (articles, i));

  return NULL;
}

static void
test_two_threads_may_ask_for_the_same_text (StoreFixture  *fixture,
                                            gconstpointer  data)
{
  for (int i = 0; i < 50; i++)
    {
      g_autofree char *id = g_strdup_printf ("article-%d", i);

      add_new_piece (fixture, id, NULL);
    }

  for (int round = 0; round < 5; round++)
    {
      g_autoptr (GPtrArray) articles = cp_library_list (fixture->library, NULL);
      GThread *threads[2];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("reader", read_texts, articles);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);
    }
}

static void
test_files_that_several_pieces_have_are_kept_once (StoreFixture  *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (GPtrArray) resources = NULL;

  add_new_piece (fixture, "a", NULL);
  add_new_piece (fixture, "b", NULL);
  g_assert_cmpint (count_rows (fixture, "SELECT count(*) FROM originals"), ==, 3);

  g_assert_true (cp_library_remove (fixture->library, "a", NULL));
  store_fixture_reopen (fixture);
  g_assert_cmpint (count_rows (fixture, "SELECT count(*) FROM originals"), ==, 2);
  resources = cp_library_load_resources (fixture->library, "b", NULL);
  g_assert_cmpuint (resources->len, ==, 1);

  g_assert_true (cp_library_remove (fixture->library, "b", NULL));
  store_fixture_reopen (fixture);
  g_assert_cmpint (count_rows (fixture, "SELECT count(*) FROM originals"), ==, 0);
  g_assert_cmpint (count_rows (fixture, "SELECT count(*) FROM highlights"), ==, 0);
}

/* The original of one piece may be what came with another. */
static void
test_a_file_stays_while_it_is_the_original_of_a_piece (StoreFixture  *fixture,
                                                       gconstpointer  data)
{
  g_autoptr (CpArticle) article = store_fixture_make ("b", "Picture", text);
  g_autoptr (GListModel) themes = store_fixture_make_themes (article);
  g_autoptr (GBytes) picture = g_bytes_new_static ("picture", 7);
  const CpAddition addition = { article, picture, "text/plain", themes };
  g_autoptr (GBytes) back = NULL;

  add_new_piece (fixture, "a", NULL);
  g_assert_true (cp_library_add (fixture->library, &addition, NULL));
  g_assert_true (cp_library_remove (fixture->library, "a", NULL));
  store_fixture_reopen (fixture);
  back = cp_library_dup_original (fixture->library, "b", NULL, NULL);
  g_assert_true (g_bytes_equal (back, picture));
}

static void
test_the_same_address_with_another_text_is_a_revision (StoreFixture  *fixture,
                                                       gconstpointer  data)
{
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (CpArticle) first = NULL;
  g_autofree char *found = NULL;

  add_new_piece (fixture, "a", "http://www.span.example/tolls/?utm_source=feed#top");
  add_edition (fixture, "b", "A toll is paid twice. The ferry is paid daily.");
  add_edition (fixture, "c", "A toll is paid thrice. The ferry is paid daily.");
  store_fixture_add_text (fixture, "d", "Other", text);
  first = cp_library_get (fixture->library, "a", NULL);
  g_assert_null (cp_article_get_revision_of (first));
  revisions = cp_library_list_revisions (fixture->library, "b", NULL);
  g_assert_cmpuint (revisions->len, ==, 3);
  g_assert_cmpstr (cp_article_get_id (revisions->pdata[0]), ==, "a");
  g_assert_cmpstr (cp_article_get_revision_of (revisions->pdata[1]), ==, "a");
  g_assert_cmpstr (cp_article_get_revision_of (revisions->pdata[2]), ==, "a");
  found = cp_library_find_url (fixture->library, "https://span.example/tolls");
  g_assert_cmpstr (found, ==, "a");
}

static void
test_when_the_first_goes_the_next_takes_its_place (StoreFixture  *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (GPtrArray) revisions = NULL;

  add_new_piece (fixture, "a", "https://span.example/tolls");
  add_edition (fixture, "b", "A toll is paid twice. The ferry is paid daily.");
  add_edition (fixture, "c", "A toll is paid thrice. The ferry is paid daily.");
  g_assert_true (cp_library_remove (fixture->library, "a", NULL));
  store_fixture_reopen (fixture);
  revisions = cp_library_list_revisions (fixture->library, "c", NULL);
  g_assert_cmpuint (revisions->len, ==, 2);
  g_assert_null (cp_article_get_revision_of (revisions->pdata[0]));
  g_assert_cmpstr (cp_article_get_revision_of (revisions->pdata[1]), ==, "b");
}

static void
test_the_same_address_with_the_same_text_is_refused (StoreFixture  *fixture,
                                                     gconstpointer  data)
{
  g_autoptr (CpArticle) again = make_piece ("b", "https://span.example/tolls");
  g_autoptr (CpArticle) elsewhere = make_piece ("c", "https://arch.example/tolls");
  g_autofree char *same = NULL;
  g_autoptr (GError) error = NULL;

  add_new_piece (fixture, "a", "https://span.example/tolls");
  g_assert_false (add_piece (fixture, again, &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_EXISTS);
  same = cp_library_find_same (fixture->library, again);
  g_assert_cmpstr (same, ==, "a");
  g_assert_true (add_piece (fixture, elsewhere, NULL));
}

static void
test_what_the_reviewer_left_out_makes_no_revision (StoreFixture  *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (CpArticle) again = make_piece ("b", "https://span.example/tolls");
  g_autoptr (GListStore) none = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (CpArticle) article = NULL;
  g_autoptr (CpArticle) changed = NULL;

  add_new_piece (fixture, "a", "https://span.example/tolls");
  article = cp_library_get (fixture->library, "a", NULL);
  changed = cp_article_copy_with_role (article, 0, CP_BLOCK_BODY);
  g_assert_true (cp_library_save_body (fixture->library, changed, G_LIST_MODEL (none), G_LIST_MODEL (none), NULL));
  g_assert_false (add_piece (fixture, again, NULL));
}

static void
test_annotations_find_the_article_of_their_address (StoreFixture  *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (GPtrArray) annotations = make_annotations ("A  TOLL");
  g_auto (GStrv) ids = NULL;
  g_auto (GStrv) again = NULL;
  guint n_pending = 1;

  add_new_piece (fixture, "a", "https://span.example/tolls");
  g_ptr_array_add (annotations, make_annotation ("paid once"));
  ids = cp_library_annotate (fixture->library, annotations, &n_pending, NULL);
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_cmpstr (ids[0], ==, "a");
  g_assert_cmpuint (n_pending, ==, 0);
  g_assert_cmpuint (count_highlights (fixture, "a"), ==, 3);
  again = cp_library_annotate (fixture->library, annotations, NULL, NULL);
  g_assert_cmpuint (g_strv_length (again), ==, 0);
  g_assert_cmpuint (count_highlights (fixture, "a"), ==, 3);
}

static void
test_annotations_wait_for_their_article (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  g_autoptr (GPtrArray) annotations = make_annotations ("paid once");
  g_auto (GStrv) ids = NULL;
  g_auto (GStrv) again = NULL;
  guint n_pending = 0;

  ids = cp_library_annotate (fixture->library, annotations, &n_pending, NULL);
  again = cp_library_annotate (fixture->library, annotations, NULL, NULL);
  g_assert_cmpuint (g_strv_length (ids) + g_strv_length (again), ==, 0);
  g_assert_cmpuint (n_pending, ==, 1);
  store_fixture_reopen (fixture);
  add_new_piece (fixture, "a", "https://www.span.example/tolls/");
  g_assert_cmpuint (count_highlights (fixture, "a"), ==, 2);
  g_assert_cmpint (count_rows (fixture, "SELECT count(*) FROM pending_annotations"), ==, 0);
}

static void
test_saved_highlights_leave_others_alone (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  g_autoptr (GPtrArray) annotations = make_annotations ("paid once");
  g_autoptr (GListModel) highlights = NULL;
  g_autoptr (CpHighlight) highlight = NULL;
  g_auto (GStrv) ids = NULL;

  add_new_piece (fixture, "a", "https://span.example/tolls");
  highlights = cp_library_load_highlights (fixture->library, "a", NULL);
  ids = cp_library_annotate (fixture->library, annotations, NULL, NULL);
  g_assert_true (cp_library_save_highlights (fixture->library, "a", highlights, NULL));
  g_assert_cmpuint (count_highlights (fixture, "a"), ==, 2);
  highlight = g_list_model_get_item (highlights, 0);
  g_assert_true (cp_library_remove_highlight (fixture->library, "a", cp_highlight_get_id (highlight), NULL));
  g_assert_cmpuint (count_highlights (fixture, "a"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/pieces/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

  ADD ("all-comes-back", test_all_that_comes_with_a_piece_comes_back);
  ADD ("texts-come-when-asked-for", test_the_text_of_a_listed_article_comes_when_asked_for);
  ADD ("a-closed-library", test_the_text_of_a_closed_library_cannot_be_read);
  ADD ("two-threads", test_two_threads_may_ask_for_the_same_text);
  ADD ("shared-files-are-kept-once", test_files_that_several_pieces_have_are_kept_once);
  ADD ("a-file-stays-while-it-is-an-original", test_a_file_stays_while_it_is_the_original_of_a_piece);
  ADD ("another-text-is-a-revision", test_the_same_address_with_another_text_is_a_revision);
  ADD ("the-next-takes-the-place-of-the-first", test_when_the_first_goes_the_next_takes_its_place);
  ADD ("the-same-text-is-refused", test_the_same_address_with_the_same_text_is_refused);
  ADD ("what-the-reviewer-left-out", test_what_the_reviewer_left_out_makes_no_revision);
  ADD ("annotations-find-their-article", test_annotations_find_the_article_of_their_address);
  ADD ("annotations-wait", test_annotations_wait_for_their_article);
  ADD ("saved-highlights-leave-others-alone", test_saved_highlights_leave_others_alone);

  return g_test_run ();
}
