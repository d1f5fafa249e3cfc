/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report says, in HTML and Markdown alike. */

#include "config.h"

#include "cp-error.h"
#include "report-fixture.h"

#include <cmark.h>
#include <glib/gstdio.h>
#include <string.h>

#define HOSTILE "\"'></p></title></style><script>alert(1)</script><img src=x onerror=alert(1)> " \
                "[x](javascript:alert(1)) ![y](z) | **b** `c` # - <https://e.example> &lt;"

static CpReport *
new_article_report (void)
{
  g_autoptr (CpArticle) article = fixture_new_ferry_article ();
  g_autoptr (GListModel) themes = fixture_new_ferry_themes (article);
  g_autoptr (GDateTime) now = fixture_new_now ();

  return cp_report_new_for_article (article, themes, now);
}

static CpReport *
new_comparison_report (void)
{
  g_autoptr (CpComparison) comparison = fixture_new_comparison ();
  g_autoptr (GDateTime) now = fixture_new_now ();

  return cp_report_new_for_comparison (comparison, now);
}

static CpReport *
new_hostile_report (gboolean comparison)
{
  g_autoptr (GDateTime) now = fixture_new_now ();
  g_autoptr (CpArticle) article = NULL;
  g_autoptr (GListModel) themes = NULL;

  if (comparison)
    {
      g_autoptr (CpComparison) hostile = fixture_new_hostile_comparison (HOSTILE);

      return cp_report_new_for_comparison (hostile, now);
    }

  article = fixture_new_hostile_article (HOSTILE);
  themes = fixture_new_hostile_themes (article, HOSTILE);

  return cp_report_new_for_article (article, themes, now);
}

static void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
assert_lacks (const char *text,
              const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in:\n%s", part, text);
}

/* The words and numbers that a page shows, each followed by a space. */
static char *
dup_words (const char *html)
{
  g_autoptr (GRegex) head = g_regex_new ("^.*<body>", G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GRegex) tags = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autoptr (GRegex) references = g_regex_new ("&(lt|gt|amp|quot|#39);", 0, 0, NULL);
  g_autoptr (GRegex) gaps = g_regex_new ("[^\\p{L}\\p{N}]+", 0, 0, NULL);
  g_autofree char *body = g_regex_replace_literal (head, html, -1, 0, "", 0, NULL);
  g_autofree char *text = g_regex_replace_literal (tags, body, -1, 0, " ", 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (references, text, -1, 0, " ", 0, NULL);

  return g_regex_replace_literal (gaps, plain, -1, 0, " ", 0, NULL);
}

static void
assert_same_words (CpReport *report)
{
  g_autofree char *html = cp_report_to_string (report, CP_REPORT_HTML);
  g_autofree char *markdown = cp_report_to_string (report, CP_REPORT_MARKDOWN);
  char *rendered = cmark_markdown_to_html (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
  g_autofree char *html_words = dup_words (html);
  g_autofree char *markdown_words = dup_words (rendered);

  g_strstrip (html_words);
  g_strstrip (markdown_words);
  g_assert_cmpuint (strlen (html_words), >, 500);
  g_assert_cmpstr (html_words, ==, markdown_words);
  free (rendered);
}

static void
test_both_formats_have_the_same_words (void)
{
  g_autoptr (CpReport) article = new_article_report ();
  g_autoptr (CpReport) comparison = new_comparison_report ();

  assert_same_words (article);
  assert_same_words (comparison);
}

static void
test_hostile_words_are_the_same_in_both_formats (void)
{
  g_autoptr (CpReport) article = new_hostile_report (FALSE);
  g_autoptr (CpReport) comparison = new_hostile_report (TRUE);

  assert_same_words (article);
  assert_same_words (comparison);
}

static void
test_hostile_text_is_no_html (void)
{
  for (int comparison = FALSE; comparison <= TRUE; comparison++)
    {
      g_autoptr (CpReport) report = new_hostile_report (comparison);
      g_autofree char *html = cp_report_to_string (report, CP_REPORT_HTML);

      assert_lacks (html, "<script");
      assert_lacks (html, "<img");
      assert_lacks (html, "href=\"javascript");
      assert_lacks (html, "href=\"&quot;");
      g_assert_null (strstr (strstr (html, "</title>") + 1, "</title>"));
      g_assert_null (strstr (strstr (html, "</style>") + 1, "</style>"));
    }
}

static void
assert_no_foreign_markup (CpReport *report)
{
  g_autofree char *markdown = cp_report_to_string (report, CP_REPORT_MARKDOWN);
  cmark_node *root = cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (root);

  while (cmark_iter_next (iter) != CMARK_EVENT_DONE)
    {
      switch (cmark_node_get_type (cmark_iter_get_node (iter)))
        {
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE:
        case CMARK_NODE_CODE:
        case CMARK_NODE_CODE_BLOCK:
        case CMARK_NODE_IMAGE:
        case CMARK_NODE_LINK:
        case CMARK_NODE_THEMATIC_BREAK:
          g_error ("foreign %s in:\n%s", cmark_node_get_type_string (cmark_iter_get_node (iter)), markdown);

        default:
          break;
        }
    }

  cmark_iter_free (iter);
  cmark_node_free (root);
}

static void
test_hostile_text_is_no_markdown (void)
{
  g_autoptr (CpReport) article = new_hostile_report (FALSE);
  g_autoptr (CpReport) comparison = new_hostile_report (TRUE);

  assert_no_foreign_markup (article);
  assert_no_foreign_markup (comparison);
}

static void
test_citation_names_who_where_and_when (void)
{
  g_autoptr (CpReport) report = new_article_report ();
  g_autofree char *html = cp_report_to_string (report, CP_REPORT_HTML);

  assert_contains (html, "<dt>Authors</dt> <dd><span>Ada Quill, Ben Nib</span></dd>");
  assert_contains (html, "<cite lang=\"en\" dir=\"auto\">Keep the Ferry</cite>");
  assert_contains (html, "The Harbour Post");
  assert_contains (html, "<time datetime=\"2026-03-09\">9 March 2026</time>");
  assert_contains (html, "href=\"https://harbour-post.example/opinion/keep_the_ferry?page=1&amp;full=yes\"");
  assert_contains (html, "85 words");
  assert_contains (html, "It is slow, it is loved, and it pays its way.");
}

static void
test_quotes_are_numbered_and_say_where_they_stand (void)
{
  g_autoptr (CpReport) report = new_article_report ();
  g_autofree char *markdown = cp_report_to_string (report, CP_REPORT_MARKDOWN);

  assert_contains (markdown, "> [2] A bridge would cost 240 million before the first car crosses it.\\\n"
                             "> — ¶ 3, characters 253–317\n");
  assert_contains (markdown, "| cost of the crossing | 46 % | accepted | [1] [2] |\n");
}

static void
test_method_tells_suggestions_from_reviews (void)
{
  g_autoptr (CpReport) report = new_article_report ();
  g_autofree char *markdown = cp_report_to_string (report, CP_REPORT_MARKDOWN);

  assert_contains (markdown, "Counterpoint " CP_VERSION);
  assert_contains (markdown, "23 November 2026, 09:05 (2026-11-23T09:05:00+00:00)");
  assert_contains (markdown, "not judged by the reviewer:** none\n");
  assert_contains (markdown, "accepted by the reviewer:** **1** “cost of the crossing”\n");
  assert_contains (markdown, "edited by the reviewer:** **1** “upper deck café” → “say of the islanders”\n");
  assert_contains (markdown, "removed by the reviewer:** **1** theme");
  assert_contains (markdown, "Added by the reviewer:** none\n");
}

static void
test_grid_says_what_is_not_addressed (void)
{
  g_autoptr (CpReport) report = new_comparison_report ();
  g_autofree char *markdown = cp_report_to_string (report, CP_REPORT_MARKDOWN);

  assert_contains (markdown, "| Theme | A: Keep the Ferry | B: Build the Bridge, and Build It Now |\n");
  assert_contains (markdown, "| say of the islanders | **27 %** “Nobody has asked the islanders.” [4] | "
                             "*not addressed* |\n");
  assert_contains (markdown, "| way to the hospital | *not addressed* | ");
}

static void
test_touched_theme_has_no_share (void)
{
  g_autoptr (CpComparison) comparison = cp_comparison_new ();
  g_autoptr (CpArticle) article = fixture_new_ferry_article ();
  g_autoptr (GListModel) themes = fixture_new_ferry_themes (article);
  g_autoptr (CpComparedTheme) theme = cp_compared_theme_new ("islands", 1);
  g_autoptr (CpTheme) touched = cp_theme_new ("islands", NULL, 0.0);
  g_autoptr (CpPassage) passage = cp_passage_new_from_text (cp_article_get_text (article), 0, 13, 1);
  g_autoptr (GDateTime) now = fixture_new_now ();
  g_autoptr (CpReport) report = NULL;
  g_autofree char *markdown = NULL;

  cp_theme_add_passage (touched, passage);
  cp_comparison_add_article (comparison, article, themes);
  cp_compared_theme_set_side (theme, 0, touched);
  cp_comparison_add_theme (comparison, theme);
  report = cp_report_new_for_comparison (comparison, now);
  markdown = cp_report_to_string (report, CP_REPORT_MARKDOWN);

  assert_contains (markdown, "| islands | “Every morning” [1] |\n");
  assert_lacks (markdown, "0 % of the text");
}

static void
test_a_passage_keeps_its_number (void)
{
  g_autoptr (CpReport) report = new_comparison_report ();
  g_autofree char *html = cp_report_to_string (report, CP_REPORT_HTML);
  const char *first = strstr (html, "<li id=\"q1\">");

  g_assert_nonnull (first);
  g_assert_true (g_strrstr (html, "<li id=\"q1\">") == first);
  /* The pair quotes it again. */
  assert_contains (first, "<li><a class=\"number\" href=\"#q1\">[1]</a>");
}

static void
test_pairs_name_cues_and_no_verdict (void)
{
  g_autoptr (CpReport) report = new_comparison_report ();
  g_autofree char *markdown = cp_report_to_string (report, CP_REPORT_MARKDOWN);

  assert_contains (markdown, "- **They speak of the same matter:** “ferry”, “pay for itself”\n");
  assert_contains (markdown, "- **They differ in:** negation: none in A, “not” in B · "
                             "what should, must or may be: “should stay” in A, “should not stay” in B\n");
  assert_lacks (markdown, "disagree");
  assert_lacks (markdown, "bias");
  assert_lacks (markdown, "contradict");
}

static void
test_same_input_gives_the_same_bytes (void)
{
  for (int format = CP_REPORT_HTML; format <= CP_REPORT_MARKDOWN; format++)
    {
      g_autoptr (CpReport) first = new_comparison_report ();
      g_autoptr (CpReport) second = new_comparison_report ();
      g_autofree char *a = cp_report_to_string (first, format);
      g_autofree char *b = cp_report_to_string (second, format);

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_piece_without_themes_says_so (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autoptr (GListModel) themes = G_LIST_MODEL (g_list_store_new (CP_TYPE_THEME));
  g_autoptr (GDateTime) now = fixture_new_now ();
  g_autoptr (CpReport) report = cp_report_new_for_article (article, themes, now);
  g_autofree char *markdown = cp_report_to_string (report, CP_REPORT_MARKDOWN);

  assert_contains (markdown, "# Review summary: Untitled\n");
  assert_contains (markdown, "No theme was found in this piece.\n");
  assert_contains (markdown, "- **Author:** *not given*\n");
  assert_same_words (report);
}

static void
test_format_is_told_by_name (void)
{
  CpReportFormat format;

  g_assert_true (cp_report_format_from_name ("review.HTML", &format));
  g_assert_cmpint (format, ==, CP_REPORT_HTML);
  g_assert_true (cp_report_format_from_name ("md", &format));
  g_assert_cmpint (format, ==, CP_REPORT_MARKDOWN);
  g_assert_true (cp_report_format_from_name ("/a.html/b.markdown", &format));
  g_assert_cmpint (format, ==, CP_REPORT_MARKDOWN);
  g_assert_false (cp_report_format_from_name ("review.docx", &format));
  g_assert_false (cp_report_format_from_name ("", &format));
}

static void
test_saving_replaces_the_whole_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("cp-report-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "review.md", NULL);
  g_autofree char *expected = NULL, *saved = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CpReport *report = new_article_report ();

  g_assert_no_error (error);
  g_file_set_contents (path, "old", -1, &error);
  g_assert_true (cp_report_save (report, file, CP_REPORT_MARKDOWN, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &saved, NULL, &error);
  expected = cp_report_to_string (report, CP_REPORT_MARKDOWN);
  g_assert_cmpstr (saved, ==, expected);

  g_unlink (path);
  g_rmdir (folder);
  g_assert_finalize_object (report);
}

static void
test_failing_to_save_names_the_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CpReport) report = new_article_report ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all/review.html");

  g_assert_false (cp_report_save (report, file, CP_REPORT_HTML, &error));
  g_assert_error (error, CP_ERROR, CP_ERROR_FAILED);
  assert_contains (error->message, "/nowhere/at/all/review.html");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/same-words", test_both_formats_have_the_same_words);
  g_test_add_func ("/report/same-hostile-words", test_hostile_words_are_the_same_in_both_formats);
  g_test_add_func ("/report/hostile-html", test_hostile_text_is_no_html);
  g_test_add_func ("/report/hostile-markdown", test_hostile_text_is_no_markdown);
  g_test_add_func ("/report/citation", test_citation_names_who_where_and_when);
  g_test_add_func ("/report/quotes", test_quotes_are_numbered_and_say_where_they_stand);
  g_test_add_func ("/report/method", test_method_tells_suggestions_from_reviews);
  g_test_add_func ("/report/grid", test_grid_says_what_is_not_addressed);
  g_test_add_func ("/report/touched-theme", test_touched_theme_has_no_share);
  g_test_add_func ("/report/numbers", test_a_passage_keeps_its_number);
  g_test_add_func ("/report/pairs", test_pairs_name_cues_and_no_verdict);
  g_test_add_func ("/report/deterministic", test_same_input_gives_the_same_bytes);
  g_test_add_func ("/report/no-themes", test_piece_without_themes_says_so);
  g_test_add_func ("/report/format", test_format_is_told_by_name);
  g_test_add_func ("/report/save", test_saving_replaces_the_whole_file);
  g_test_add_func ("/report/save-failure", test_failing_to_save_names_the_file);

  return g_test_run ();
}
