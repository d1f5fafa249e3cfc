/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of its article is found wherever it says it, and remembers where that was. */

#include "config.h"

#include "import-fixture.h"

#define BODY \
  "<p>Every spring the river takes a little of the path, and every summer the parish puts it back where it was. " \
  "The river has been patient about this for as long as anybody can remember.</p>" \
  "<p>Let the path go up the hill, where the river cannot follow, and where the view is better in any case.</p>"

static CpImported *
read_page (const char *head,
           const char *above_text)
{
  g_autofree char *page = g_strdup_printf ("<html><head>%s</head><body>%s" BODY "</body></html>", head, above_text);

  return import_fixture_read_text (page, -1);
}

static void
assert_source (CpImported *imported,
               CpField     field,
               const char *value,
               CpEvidence  evidence,
               const char *detail)
{
  CpArticle *article = cp_imported_get_article (imported);
  g_autofree char *found = cp_article_dup_field (article, field);
  const char *found_detail;

  g_assert_cmpstr (found, ==, value);
  g_assert_cmpint (cp_article_get_evidence (article, field, &found_detail), ==, evidence);
  g_assert_cmpstr (found_detail, ==, detail);
}

static void
test_values_remember_where_they_stood (void)
{
  g_autoptr (CpImported) imported = read_page (
    "<title>Up the Hill | The Weir Echo</title><meta property='og:site_name' content='The Weir Echo'>"
    "<meta property='article:modified_time' content='2024-05-03'><link rel='canonical' href='https://weir.example/2024/05/02/up'>",
    "<h1>Up the Hill</h1><p>By Ida Fen</p><time itemprop='datePublished' datetime='2024-05-02'>Thursday</time>");

  assert_source (imported, CP_FIELD_TITLE, "Up the Hill", CP_EVIDENCE_PAGE, "heading");
  assert_source (imported, CP_FIELD_AUTHORS, "Ida Fen", CP_EVIDENCE_TEXT, "byline");
  assert_source (imported, CP_FIELD_OUTLET, "The Weir Echo", CP_EVIDENCE_META, "og:site_name");
  assert_source (imported, CP_FIELD_PUBLISHED, "2024-05-02", CP_EVIDENCE_PAGE, "time element");
  assert_source (imported, CP_FIELD_MODIFIED, "2024-05-03", CP_EVIDENCE_META, "article:modified_time");
  assert_source (imported, CP_FIELD_URL, "https://weir.example/2024/05/02/up", CP_EVIDENCE_PAGE, "canonical link");
  assert_source (imported, CP_FIELD_LANGUAGE, "en", CP_EVIDENCE_TEXT, "words");
}

static void
test_opinion_remembers_what_marks_it (void)
{
  static const struct
  {
    const char *head;
    const char *above;
    const char *below;
    CpEvidence  evidence;
    const char *detail;
  } pages[] = {
    { "<meta property='article:section' content='Opinion'>", "", "", CP_EVIDENCE_META, "section: Opinion" },
    { "<link rel='canonical' href='https://weir.example/commentary/up'>", "", "", CP_EVIDENCE_GUESS, "folder: commentary" },
    { "<script type='application/ld+json'>{\"@type\": \"OpinionNewsArticle\", \"headline\": \"Up the Hill\"}</script>", "", "",
      CP_EVIDENCE_LINKED_DATA, "type: OpinionNewsArticle" },
    { "", "", "<p><i>The views expressed here are the author's own.</i></p>", CP_EVIDENCE_TEXT, "disclaimer" },
    { "", "<p>Opinion</p>", "", CP_EVIDENCE_TEXT, "kicker: Opinion" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *lines = g_strdup_printf ("%s<h1>Up the Hill</h1>%s", pages[i].above, pages[i].below);
      g_autoptr (CpImported) imported = read_page (pages[i].head, lines);

      assert_source (imported, CP_FIELD_OPINION, "yes", pages[i].evidence, pages[i].detail);
    }
}

static void
test_report_is_no_opinion (void)
{
  g_autoptr (CpImported) imported = read_page ("<meta property='article:section' content='Local news'>"
                                               "<link rel='canonical' href='https://weir.example/local/opinion-poll-on-path'>", "<h1>Up the Hill</h1>");

  assert_source (imported, CP_FIELD_OPINION, "no", CP_EVIDENCE_NONE, NULL);
  assert_source (imported, CP_FIELD_SECTION, "Local news", CP_EVIDENCE_META, "article:section");
}

static void
test_front_matter_names_its_keys (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text (
    "---\ntitle: Up the Hill\nauthor: Ida Fen\nsection: Opinion\nlast_modified: 2024-05-03\n---\n\n"
    "Let the path go up the hill, where the river cannot follow.\n", -1);

  assert_source (imported, CP_FIELD_AUTHORS, "Ida Fen", CP_EVIDENCE_FRONT_MATTER, "author");
  assert_source (imported, CP_FIELD_MODIFIED, "2024-05-03", CP_EVIDENCE_FRONT_MATTER, "last-modified");
  assert_source (imported, CP_FIELD_OPINION, "yes", CP_EVIDENCE_FRONT_MATTER, "section: Opinion");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/metadata/sources", test_values_remember_where_they_stood);
  g_test_add_func ("/metadata/opinion", test_opinion_remembers_what_marks_it);
  g_test_add_func ("/metadata/report", test_report_is_no_opinion);
  g_test_add_func ("/metadata/front-matter", test_front_matter_names_its_keys);

  return g_test_run ();
}
