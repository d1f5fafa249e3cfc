/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's page marks passages, says where they are, finds words, and changes its looks. */

#include "config.h"

#include <string.h>

#include "cp-highlight.h"
#include "cp-reader-view-private.h"
#include "page-fixture.h"

#define WALL  "The cost of a wall is known: nine million, once."
#define HOUSE "🏠 A house that cannot be insured cannot be sold."
#define MARSH "But a marsh takes thirty years to grow, and the café on the quay has three."
#define LATE  "The council should build the wall where the houses are and let the marsh have the rest."

typedef struct
{
  CpArticle    *article;
  GtkWidget    *window;
  CpReaderView *view;
  guint         n_layouts;
  int           activated;
  int           position;
  int           count;
} Fixture;

static void
laid_out_cb (Fixture *fixture)
{
  fixture->n_layouts++;
}

static void
mark_activated_cb (Fixture *fixture,
                   guint    mark)
{
  fixture->activated = mark;
}

static void
found_cb (Fixture *fixture,
          int      position,
          int      count)
{
  fixture->position = position;
  fixture->count = count;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->article = page_fixture_new_article ();
  fixture->view = cp_reader_view_new ();
  fixture->activated = -1;
  fixture->count = -1;
  fixture->window = page_fixture_present (GTK_WIDGET (fixture->view));
  g_signal_connect_swapped (fixture->view, "laid-out", G_CALLBACK (laid_out_cb), fixture);
  g_signal_connect_swapped (fixture->view, "mark-activated", G_CALLBACK (mark_activated_cb), fixture);
  g_signal_connect_swapped (fixture->view, "found", G_CALLBACK (found_cb), fixture);
  cp_reader_view_load_article (fixture->view, fixture->article, NULL, CP_READER_PLAIN);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  page_fixture_destroy (fixture->window, fixture->view);
  g_assert_finalize_object (fixture->article);
}

static CpReaderMark
mark_of (Fixture    *fixture,
         const char *quote,
         guint       theme)
{
  const char *text = cp_article_get_text (fixture->article);
  const char *at = strstr (text, quote);
  CpReaderMark mark = { .theme = theme, .color = theme };

  g_assert_nonnull (at);
  mark.start = g_utf8_pointer_to_offset (text, at);
  mark.end = mark.start + g_utf8_strlen (quote, -1);

  return mark;
}

/* Three passages of theme 0 and one of theme 1. */
static void
mark_four (Fixture *fixture)
{
  CpReaderMark marks[] = {
    mark_of (fixture, WALL, 0),
    mark_of (fixture, MARSH, 0),
    mark_of (fixture, LATE, 0),
    mark_of (fixture, HOUSE, 1),
  };

  cp_reader_view_set_marks (fixture->view, marks, G_N_ELEMENTS (marks), -1);
}

static void
test_passages_are_marked_by_their_code_points (Fixture       *fixture,
                                               gconstpointer  data)
{
  mark_four (fixture);

  page_fixture_expect (fixture->view,
                       "return [...document.querySelectorAll ('mark')].map ((mark) => mark.textContent)",
                       "[\"" WALL "\",\"" HOUSE "\",\"" MARSH "\",\"" LATE "\"]");
}

static GListModel *
highlight (Fixture    *fixture,
           const char *quote,
           const char *note)
{
  GListStore *highlights = g_list_store_new (CP_TYPE_HIGHLIGHT);
  CpReaderMark mark = mark_of (fixture, quote, 0);
  g_autoptr(CpPassage) passage = cp_passage_new_from_text (cp_article_get_text (fixture->article),
                                                           mark.start, mark.end, 1);
  g_autoptr(CpHighlight) placed = cp_highlight_new (passage, note, "wallabag", NULL);

  g_list_store_append (highlights, placed);

  return G_LIST_MODEL (highlights);
}

static void
test_highlights_are_drawn_with_their_notes (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr(GListModel) highlights = highlight (fixture, "nine million, once", "Ask the engineers.");

  cp_reader_view_set_highlights (fixture->view, highlights);
  mark_four (fixture);

  page_fixture_expect (fixture->view,
                       "return [...document.querySelectorAll ('.highlight.noted')]"
                       " .map ((element) => `${element.title}|${element.textContent}`)",
                       "[\"Ask the engineers.|nine million, once\"]");
  page_fixture_expect (fixture->view,
                       "return [...document.querySelectorAll ('mark[data-marks=\"0\"]')]"
                       " .map ((mark) => mark.textContent).join ('')",
                       "\"" WALL "\"");
}

/* WebKit drops a whole declaration for one value that it does not know. */
static void
test_lines_under_words_tell_links_from_highlights (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autoptr(CpArticle) article = cp_article_new ();
  g_autoptr(CpBlock) block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, WALL);
  char target[] = "/wall";
  const CpMark link = { .start = 0, .end = 8, .style = CP_STYLE_LINK, .target = target };
  g_autoptr(GListModel) highlights = highlight (fixture, "nine million, once", "Ask the engineers.");

  cp_reader_view_set_highlights (fixture->view, highlights);
  page_fixture_expect (fixture->view,
                       "const style = getComputedStyle (document.querySelector ('.highlight'));"
                       "return [style.textDecorationLine, style.textDecorationStyle]", "[\"underline\",\"double\"]");

  cp_block_set_marks (block, &link, 1);
  cp_article_add_block (article, block);
  cp_reader_view_load_article (fixture->view, article, NULL, CP_READER_PLAIN);
  page_fixture_expect (fixture->view,
                       "const link = document.querySelector ('.link');"
                       "const style = getComputedStyle (link);"
                       "return [link.textContent, style.textDecorationLine, style.textDecorationStyle]",
                       "[\"The cost\",\"underline\",\"dotted\"]");
}

static void
test_a_piece_that_is_edited_stays_where_it_was (Fixture       *fixture,
                                                gconstpointer  data)
{
  /* The view hears where it is when the reader scrolls; the page made anew has to go back there. */
  page_fixture_expect (fixture->view,
                       "const block = document.querySelector ('[data-block=\"12\"]');"
                       "scrollTo (0, block.offsetTop + 10);"
                       "await new Promise ((done) => setTimeout (done, 300));"
                       "return Math.round (block.getBoundingClientRect ().top)", "-10");
  cp_reader_view_load_article (fixture->view, fixture->article, NULL, CP_READER_ASIDE | CP_READER_KEEP_PLACE);
  page_fixture_expect (fixture->view,
                       "return document.querySelector ('.with-aside') !== null &&"
                       " Math.round (document.querySelector ('[data-block=\"12\"]').getBoundingClientRect ().top)",
                       "-10");
}

static gboolean
has_chosen_the_third_block (gpointer data)
{
  return cp_reader_view_get_block (data) == 2;
}

static void
test_arrows_lead_from_block_to_block (Fixture       *fixture,
                                      gconstpointer  data)
{
  cp_reader_view_load_article (fixture->view, fixture->article, NULL, CP_READER_ASIDE);
  page_fixture_expect (fixture->view,
                       "const first = document.querySelector ('[data-block=\"1\"][tabindex], [tabindex=\"0\"]');"
                       "if (first === null) return false;"
                       "document.querySelector ('[data-block=\"1\"]').focus ();"
                       "document.activeElement.dispatchEvent (new KeyboardEvent ('keydown', { key: 'ArrowDown',"
                       " bubbles: true }));"
                       "return document.activeElement.dataset.block", "\"2\"");
  page_fixture_wait (has_chosen_the_third_block, fixture->view);
}

static void
test_overlapping_passages_share_their_words (Fixture       *fixture,
                                             gconstpointer  data)
{
  CpReaderMark marks[] = {
    mark_of (fixture, "The cost of a wall is known", 0),
    mark_of (fixture, "a wall is known: nine million", 1),
  };

  cp_reader_view_set_marks (fixture->view, marks, G_N_ELEMENTS (marks), -1);

  page_fixture_expect (fixture->view,
                       "return [...document.querySelectorAll ('mark')]"
                       " .map ((mark) => `${mark.dataset.marks}|${mark.textContent}`)",
                       "[\"0|The cost of \",\"0 1|a wall is known\",\"1|: nine million\"]");
}

static void
test_passage_over_two_paragraphs_is_marked_in_both (Fixture       *fixture,
                                                    gconstpointer  data)
{
  CpReaderMark mark = mark_of (fixture, "put away.\n\nThe cost", 2);

  cp_reader_view_set_marks (fixture->view, &mark, 1, -1);

  page_fixture_expect (fixture->view,
                       "return [...document.querySelectorAll ('mark.theme-2')].map ((mark) => mark.textContent)",
                       "[\"put away.\",\"The cost\"]");
}

static void
test_taking_marks_away_leaves_the_text_as_it_was (Fixture       *fixture,
                                                  gconstpointer  data)
{
  const char *body = "return [document.querySelectorAll ('mark').length,"
                     " [...document.querySelectorAll ('[data-start]')]"
                     "  .every ((block) => block.childNodes.length === 1)]";

  mark_four (fixture);
  page_fixture_expect (fixture->view, body, "[4,false]");
  cp_reader_view_set_marks (fixture->view, NULL, 0, -1);
  page_fixture_expect (fixture->view, body, "[0,true]");
}

static void
test_chosen_theme_is_strong_and_the_other_faint (Fixture       *fixture,
                                                 gconstpointer  data)
{
  mark_four (fixture);
  cp_reader_view_choose_theme (fixture->view, 1);

  page_fixture_expect (fixture->view,
                       "return [...document.querySelectorAll ('mark')].map ((mark) => mark.className)",
                       "[\"theme-0\",\"theme-1 chosen\",\"theme-0\",\"theme-0\"]");
  page_fixture_expect (fixture->view,
                       "const [faint, strong] = document.querySelectorAll ('mark');"
                       "const width = (mark) => getComputedStyle (mark).borderBottomWidth;"
                       "return [width (faint), width (strong)]",
                       "[\"1px\",\"2px\"]");
}

static void
test_shown_passage_is_outlined_in_the_middle (Fixture       *fixture,
                                              gconstpointer  data)
{
  mark_four (fixture);
  cp_reader_view_choose_theme (fixture->view, 0);
  cp_reader_view_show_mark (fixture->view, 2);

  page_fixture_expect (fixture->view,
                       "return [...document.querySelectorAll ('mark.current')].map ((mark) => mark.textContent)",
                       "[\"" LATE "\"]");
  page_fixture_expect (fixture->view,
                       "const rect = document.querySelector ('mark.current').getBoundingClientRect ();"
                       "const middle = (rect.top + rect.bottom) / 2;"
                       "return scrollY > 0 && Math.abs (middle - innerHeight / 2) < 2",
                       "true");
}

static void
test_span_without_a_mark_is_selected (Fixture       *fixture,
                                      gconstpointer  data)
{
  CpReaderMark span = mark_of (fixture, HOUSE, 0);

  cp_reader_view_show_span (fixture->view, span.start, span.end);

  page_fixture_expect (fixture->view, "return getSelection ().toString ()", "\"" HOUSE "\"");
}

static gboolean
has_extents (gpointer data)
{
  Fixture *fixture = data;
  double top, bottom;

  return cp_reader_view_get_mark_extent (fixture->view, 3, &top, &bottom);
}

static void
test_places_of_marks_are_told_in_shares_of_the_page (Fixture       *fixture,
                                                     gconstpointer  data)
{
  double top[4], bottom[4];

  mark_four (fixture);
  page_fixture_wait (has_extents, fixture);

  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (cp_reader_view_get_mark_extent (fixture->view, i, &top[i], &bottom[i]));
      g_assert_cmpfloat (0, <, top[i]);
      g_assert_cmpfloat (top[i], <, bottom[i]);
      g_assert_cmpfloat (bottom[i], <, 1);
    }
  g_assert_cmpfloat (top[0], <, top[3]);
  g_assert_cmpfloat (top[3], <, top[1]);
  g_assert_cmpfloat (top[1], <, top[2]);
}

static gboolean
is_laid_out_anew (gpointer data)
{
  return ((Fixture *) data)->n_layouts > 0;
}

static void
test_larger_text_moves_the_places (Fixture       *fixture,
                                   gconstpointer  data)
{
  double top, larger_top, bottom;

  mark_four (fixture);
  page_fixture_wait (has_extents, fixture);
  g_assert_true (cp_reader_view_get_mark_extent (fixture->view, 0, &top, &bottom));

  page_fixture_expect (fixture->view, "return getComputedStyle (document.body).fontSize", "\"17.5px\"");
  fixture->n_layouts = 0;
  cp_reader_view_set_text_scale (fixture->view, 2.0);
  page_fixture_expect (fixture->view, "return getComputedStyle (document.body).fontSize", "\"35px\"");
  page_fixture_wait (is_laid_out_anew, fixture);

  g_assert_true (cp_reader_view_get_mark_extent (fixture->view, 0, &larger_top, &bottom));
  g_assert_cmpfloat (larger_top, !=, top);
}

static void
test_column_holds_60_to_70_characters (Fixture       *fixture,
                                       gconstpointer  data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 480);

  /* The lines of a paragraph but the last, which is broken off. */
  page_fixture_expect (fixture->view,
                       "const node = document.querySelector ('#b2').firstChild;"
                       "const range = document.createRange ();"
                       "const lines = [];"
                       "for (let i = 0, bottom = 0; i < node.length; i++) {"
                       "  range.setStart (node, i); range.setEnd (node, i + 1);"
                       "  const rect = range.getBoundingClientRect ();"
                       "  if (rect.top > bottom - 5) lines.push (0);"
                       "  lines[lines.length - 1]++;"
                       "  bottom = rect.bottom;"
                       "}"
                       "const full = lines.slice (0, -1);"
                       "const mean = full.reduce ((sum, length) => sum + length) / full.length;"
                       "return mean >= 60 && mean <= 70 || lines",
                       "true");
}

static void
test_clicking_a_passage_tells_which (Fixture       *fixture,
                                     gconstpointer  data)
{
  mark_four (fixture);
  page_fixture_expect (fixture->view,
                       "const marks = document.querySelectorAll ('mark'); marks[2]?.click (); return marks.length",
                       "4");

  g_assert_cmpint (fixture->activated, ==, 1);
}

static void
test_clicking_again_where_passages_overlap_goes_on_to_the_next (Fixture       *fixture,
                                                                gconstpointer  data)
{
  CpReaderMark marks[] = { mark_of (fixture, WALL, 0), mark_of (fixture, "nine million", 1) };

  cp_reader_view_set_marks (fixture->view, marks, G_N_ELEMENTS (marks), -1);
  cp_reader_view_choose_theme (fixture->view, 0);
  page_fixture_expect (fixture->view,
                       "document.querySelector ('mark.chosen[data-marks=\"0 1\"]')?.click ();"
                       "return document.querySelectorAll ('mark.chosen').length",
                       "3");

  g_assert_cmpint (fixture->activated, ==, 1);
}

static gboolean
has_found (gpointer data)
{
  return ((Fixture *) data)->count > 0;
}

static gboolean
is_at_last (gpointer data)
{
  Fixture *fixture = data;

  return fixture->position == fixture->count - 1;
}

static void
test_words_are_found_without_case_and_accents (Fixture       *fixture,
                                               gconstpointer  data)
{
  cp_reader_view_find (fixture->view, "the CAFE on");
  page_fixture_wait (has_found, fixture);

  g_assert_cmpint (fixture->position, ==, 0);
  g_assert_cmpint (fixture->count, ==, 4);
  page_fixture_expect (fixture->view,
                       "return [...CSS.highlights.get ('found')].map (String)",
                       "[\"the café on\",\"the café on\",\"the café on\",\"the café on\"]");
}

static void
test_finding_backwards_from_the_first_comes_to_the_last (Fixture       *fixture,
                                                         gconstpointer  data)
{
  cp_reader_view_find (fixture->view, "lower road");
  page_fixture_wait (has_found, fixture);
  cp_reader_view_find_step (fixture->view, -1);
  page_fixture_wait (is_at_last, fixture);

  page_fixture_expect (fixture->view,
                       "const [range] = CSS.highlights.get ('found-current');"
                       "return range.startContainer.parentNode.closest ('[data-start]').id", "\"b16\"");
}

static void
test_colors_change_without_loading_again (Fixture       *fixture,
                                          gconstpointer  data)
{
  const char *body = "counterpoint.kept ||= getComputedStyle (document.body).color;"
                     "return [counterpoint.kept, getComputedStyle (document.body).color]";

  page_fixture_expect (fixture->view, body, "[\"rgb(27, 27, 27)\",\"rgb(27, 27, 27)\"]");
  cp_reader_view_set_colors (fixture->view, CP_READER_COLORS_DARK);
  page_fixture_expect (fixture->view, body, "[\"rgb(27, 27, 27)\",\"rgb(222, 221, 218)\"]");
}

static void
test_next_article_begins_without_the_old_place (Fixture       *fixture,
                                                gconstpointer  data)
{
  mark_four (fixture);
  cp_reader_view_show_mark (fixture->view, 2);
  page_fixture_expect (fixture->view, "return scrollY > 0", "true");

  cp_reader_view_load_article (fixture->view, fixture->article, NULL, CP_READER_PLAIN);
  page_fixture_expect (fixture->view,
                       "return [scrollY, document.querySelectorAll ('mark').length,"
                       " document.querySelectorAll ('mark.current').length]",
                       "[0,4,0]");
}

static gboolean
is_status_shown (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_mapped (page_fixture_find (fixture->window, ADW_TYPE_STATUS_PAGE));
}

static void
test_stopped_page_says_so_and_is_shown_again_on_demand (Fixture       *fixture,
                                                        gconstpointer  data)
{
  mark_four (fixture);
  page_fixture_expect (fixture->view, "return document.querySelectorAll ('mark').length", "4");
  g_assert_false (is_status_shown (fixture));

  cp_reader_view_crash (fixture->view);
  page_fixture_wait (is_status_shown, fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "reader.reload", NULL));

  page_fixture_expect (fixture->view, "return document.querySelectorAll ('mark').length", "4");
  g_assert_false (is_status_shown (fixture));
}

static void
add (const char *path,
     void      (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add ("/reader-view/passages-are-marked-by-their-code-points", test_passages_are_marked_by_their_code_points);
  add ("/reader-view/overlapping-passages-share-their-words", test_overlapping_passages_share_their_words);
  add ("/reader-view/passage-over-two-paragraphs-is-marked-in-both",
       test_passage_over_two_paragraphs_is_marked_in_both);
  add ("/reader-view/taking-marks-away-leaves-the-text-as-it-was",
       test_taking_marks_away_leaves_the_text_as_it_was);
  add ("/reader-view/chosen-theme-is-strong-and-the-other-faint",
       test_chosen_theme_is_strong_and_the_other_faint);
  add ("/reader-view/shown-passage-is-outlined-in-the-middle", test_shown_passage_is_outlined_in_the_middle);
  add ("/reader-view/span-without-a-mark-is-selected", test_span_without_a_mark_is_selected);
  add ("/reader-view/places-of-marks-are-told-in-shares-of-the-page",
       test_places_of_marks_are_told_in_shares_of_the_page);
  add ("/reader-view/larger-text-moves-the-places", test_larger_text_moves_the_places);
  add ("/reader-view/column-holds-60-to-70-characters", test_column_holds_60_to_70_characters);
  add ("/reader-view/clicking-a-passage-tells-which", test_clicking_a_passage_tells_which);
  add ("/reader-view/clicking-again-where-passages-overlap-goes-on-to-the-next",
       test_clicking_again_where_passages_overlap_goes_on_to_the_next);
  add ("/reader-view/words-are-found-without-case-and-accents", test_words_are_found_without_case_and_accents);
  add ("/reader-view/finding-backwards-from-the-first-comes-to-the-last",
       test_finding_backwards_from_the_first_comes_to_the_last);
  add ("/reader-view/highlights-are-drawn-with-their-notes", test_highlights_are_drawn_with_their_notes);
  add ("/reader-view/lines-under-words-tell-links-from-highlights", test_lines_under_words_tell_links_from_highlights);
  add ("/reader-view/a-piece-that-is-edited-stays-where-it-was", test_a_piece_that_is_edited_stays_where_it_was);
  add ("/reader-view/arrows-lead-from-block-to-block", test_arrows_lead_from_block_to_block);
  add ("/reader-view/colors-change-without-loading-again", test_colors_change_without_loading_again);
  add ("/reader-view/next-article-begins-without-the-old-place", test_next_article_begins_without_the_old_place);
  add ("/reader-view/stopped-page-says-so-and-is-shown-again-on-demand",
       test_stopped_page_says_so_and_is_shown_again_on_demand);

  return g_test_run ();
}
