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
    { "<title>Opinion | Up the Hill - The Weir Echo</title>", "", "", CP_EVIDENCE_META, "title: Opinion" },
    { "<title>Kommentar: Up the Hill</title>", "", "", CP_EVIDENCE_META, "title: Kommentar" },
    { "<meta name='article:type' content='editorial'>", "", "", CP_EVIDENCE_META, "type: editorial" },
    { "<script type='application/ld+json'>{\"@type\": \"BreadcrumbList\", \"itemListElement\": [{\"@type\": \"ListItem\", "
      "\"item\": {\"name\": \"Voices\"}}]}</script>", "", "", CP_EVIDENCE_LINKED_DATA, "breadcrumb: Voices" },
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

static void
test_people_and_papers_of_a_graph_are_looked_up (void)
{
  g_autoptr (CpImported) imported = read_page (
    "<script type='application/ld+json'>{\"@context\": \"https://schema.org\", \"@graph\": ["
    "{\"@type\": \"WebPage\", \"@id\": \"#page\", \"datePublished\": \"2024-05-01\"},"
    "{\"@type\": [\"Article\", \"AnalysisNewsArticle\"], \"headline\": \"Up the Hill\", \"datePublished\": \"2024-05-02T07:00:00Z\","
    " \"dateModified\": \"2024-05-03\", \"articleSection\": [\"Parish\", \"Paths\"], \"publisher\": {\"@id\": \"#paper\"},"
    " \"author\": [{\"@id\": \"#ida\"}, {\"@type\": \"Person\", \"givenName\": \"Bo\", \"familyName\": \"Marsh\"}, \"By Ida Fen\"],"
    " \"mainEntityOfPage\": {\"@id\": \"https://weir.example/up\"}},"
    "{\"@type\": \"Person\", \"@id\": \"#ida\", \"name\": \"Ida Fen\"},"
    "{\"@type\": \"NewsMediaOrganization\", \"@id\": \"#paper\", \"name\": \"The Weir Echo\"}]}</script>", "<h1>Up the Hill</h1>");
  static const char * const detail = "JSON-LD Article";

  import_fixture_assert_authors (imported, "Ida Fen|Bo Marsh");
  assert_source (imported, CP_FIELD_OUTLET, "The Weir Echo", CP_EVIDENCE_LINKED_DATA, detail);
  assert_source (imported, CP_FIELD_PUBLISHED, "2024-05-02", CP_EVIDENCE_LINKED_DATA, detail);
  assert_source (imported, CP_FIELD_MODIFIED, "2024-05-03", CP_EVIDENCE_LINKED_DATA, detail);
  assert_source (imported, CP_FIELD_SECTION, "Parish", CP_EVIDENCE_LINKED_DATA, detail);
  assert_source (imported, CP_FIELD_URL, "https://weir.example/up", CP_EVIDENCE_META, detail);
  assert_source (imported, CP_FIELD_OPINION, "no", CP_EVIDENCE_NONE, NULL);
}

static void
test_other_pieces_in_linked_data_are_passed_over (void)
{
  g_autoptr (CpImported) imported = read_page (
    "<script type='application/ld+json'>{\"@type\": \"ItemList\", \"itemListElement\": [{\"@type\": \"OpinionNewsArticle\","
    " \"headline\": \"Down the Hill\", \"author\": \"Gus Trent\", \"datePublished\": \"2020-01-01\"}]}</script>"
    "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Up the Hill\", \"author\": \"Ida Fen\","
    " \"datePublished\": \"2024-05-02\"}</script>", "<h1>Up the Hill</h1>");

  import_fixture_assert_authors (imported, "Ida Fen");
  assert_source (imported, CP_FIELD_PUBLISHED, "2024-05-02", CP_EVIDENCE_LINKED_DATA, "JSON-LD NewsArticle");
  assert_source (imported, CP_FIELD_OPINION, "no", CP_EVIDENCE_NONE, NULL);
}

static void
test_untidy_linked_data_is_read (void)
{
  static const char * const scripts[] = {
    "/* <![CDATA[ */ {\"@type\": \"NewsArticle\", \"headline\": \"Up the\nHill\", \"datePublished\": \"2024-05-02\"} /* ]]> */;",
    "{\"@type\": \"Organization\", \"name\": \"Echo\"}, {\"@type\": \"NewsArticle\", \"headline\": \"Up\", \"datePublished\": \"2024-05-02\"}",
    "{\"@type\": \"http://schema.org/NewsArticle\", \"headline\": \"Up \\ud83d\", \"datePublished\": \"2024-05-02\",}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *head = g_strdup_printf ("<script type='application/ld+json'>%s</script>", scripts[i]);
      g_autoptr (CpImported) imported = read_page (head, "<h1>Up the Hill</h1>");

      assert_source (imported, CP_FIELD_PUBLISHED, "2024-05-02", CP_EVIDENCE_LINKED_DATA, "JSON-LD NewsArticle");
    }
}

static void
test_section_is_found_in_elements (void)
{
  g_autoptr (CpImported) microdata = read_page ("", "<h1>Up the Hill</h1><span itemprop='articleSection'>Viewpoints</span>");
  g_autoptr (CpImported) category = read_page ("", "<h1>Up the Hill</h1><p>Filed under <a rel='category tag' href='/c/paths'>Paths</a></p>");

  assert_source (microdata, CP_FIELD_SECTION, "Viewpoints", CP_EVIDENCE_PAGE, "articleSection");
  assert_source (microdata, CP_FIELD_OPINION, "yes", CP_EVIDENCE_PAGE, "section: Viewpoints");
  assert_source (category, CP_FIELD_SECTION, "Paths", CP_EVIDENCE_TEXT, "category link");
}

static void
test_archived_page_has_the_address_of_the_original (void)
{
  static const char * const heads[] = {
    "<link rel='canonical' href='https://archive.example/web/20210121090000/https://weir.example/up'>",
    "<meta property='og:url' content='https://archive.example/Ab3Cd'><link rel='bookmark' href='http://archive.example/20210121/https:/weir.example/up'>",
    "<!-- saved from url=(0071)https://archive.example/web/20210121090000id_/https://weir.example/up -->"
    "<link rel='canonical' href='https://archive.example/web/20210121090000/'>",
    "<link rel='canonical' href='https://cache.example/view/https%3A%2F%2Fweir.example%2Fup'>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (CpImported) imported = read_page (heads[i], "<h1>Up the Hill</h1>");

      g_assert_cmpstr (cp_article_get_url (cp_imported_get_article (imported)), ==, "https://weir.example/up");
    }
}

static void
test_programs_that_save_pages_tell_the_address (void)
{
  g_autoptr (CpImported) imported = import_fixture_read_text (
    "<html><!--\n Page saved with SingleFile \n url: https://weir.example/up \n saved date: Thu Jan 21 2021\n-->"
    "<head></head><body><h1>Up the Hill</h1>" BODY "</body></html>", -1);

  assert_source (imported, CP_FIELD_URL, "https://weir.example/up", CP_EVIDENCE_GUESS, "comment of the browser");
}

static void
test_front_page_is_no_address_of_a_piece (void)
{
  g_autoptr (CpImported) imported = read_page ("<link rel='canonical' href='https://weir.example/'>"
                                               "<meta property='og:url' content='https://weir.example/up'>", "<h1>Up the Hill</h1>");

  assert_source (imported, CP_FIELD_URL, "https://weir.example/up", CP_EVIDENCE_META, "og:url");
}

static void
test_relative_address_is_completed (void)
{
  g_autoptr (CpImported) imported = read_page ("<!-- saved from url=(0027)https://weir.example/x?y=1 --><link rel='canonical' href='/paths/up'>",
                                               "<h1>Up the Hill</h1>");

  assert_source (imported, CP_FIELD_URL, "https://weir.example/paths/up", CP_EVIDENCE_PAGE, "canonical link");
}

static void
test_headline_is_what_the_reader_saw (void)
{
  g_autoptr (CpImported) differs = read_page ("<title>7 tips for river paths</title><meta property='og:title' content='7 tips for river paths'>",
                                              "<h1>Take the Path Up the Hill</h1>");
  g_autoptr (CpImported) social = read_page ("<title>Take the Path Up the Hill | The Weir Echo</title><meta property='og:title' content='A parish is tired'>",
                                             "<h1>Take the Path Up the Hill</h1><h1>More from the parish</h1>");
  g_autoptr (CpImported) name = read_page ("<title>Take the Path Up the Hill</title>", "<h1>Weir Echo</h1><p><b>Take the Path Up the Hill</b></p>");

  assert_source (differs, CP_FIELD_TITLE, "Take the Path Up the Hill", CP_EVIDENCE_PAGE, "heading");
  assert_source (social, CP_FIELD_TITLE, "Take the Path Up the Hill", CP_EVIDENCE_PAGE, "heading");
  assert_source (name, CP_FIELD_TITLE, "Take the Path Up the Hill", CP_EVIDENCE_META, "title element");
}

static void
test_outlet_ends_the_title_of_the_document (void)
{
  g_autoptr (CpImported) imported = read_page ("<title>Up the Hill | Paths | The Weir Echo</title><link rel='canonical' href='https://weir.example/up'>",
                                               "<h1>Up the Hill</h1>");

  assert_source (imported, CP_FIELD_OUTLET, "The Weir Echo", CP_EVIDENCE_GUESS, "title element");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/metadata/sources", test_values_remember_where_they_stood);
  g_test_add_func ("/metadata/opinion", test_opinion_remembers_what_marks_it);
  g_test_add_func ("/metadata/report", test_report_is_no_opinion);
  g_test_add_func ("/metadata/linked-data/graph", test_people_and_papers_of_a_graph_are_looked_up);
  g_test_add_func ("/metadata/linked-data/other-pieces", test_other_pieces_in_linked_data_are_passed_over);
  g_test_add_func ("/metadata/linked-data/untidy", test_untidy_linked_data_is_read);
  g_test_add_func ("/metadata/section/elements", test_section_is_found_in_elements);
  g_test_add_func ("/metadata/address/archive", test_archived_page_has_the_address_of_the_original);
  g_test_add_func ("/metadata/address/saved", test_programs_that_save_pages_tell_the_address);
  g_test_add_func ("/metadata/address/front-page", test_front_page_is_no_address_of_a_piece);
  g_test_add_func ("/metadata/address/relative", test_relative_address_is_completed);
  g_test_add_func ("/metadata/headline", test_headline_is_what_the_reader_saw);
  g_test_add_func ("/metadata/outlet/title", test_outlet_ends_the_title_of_the_document);
  g_test_add_func ("/metadata/front-matter", test_front_matter_names_its_keys);

  return g_test_run ();
}
