/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report's page can be read by everybody, and stands alone. */

#include "config.h"

#include "report-fixture.h"

#include <math.h>
#include <string.h>

/* WCAG 2.1, success criterion 1.4.3, level AA. */
#define LEAST_CONTRAST 4.5

static char *
new_page (void)
{
  g_autoptr (CpComparison) comparison = fixture_new_comparison ();
  g_autoptr (GDateTime) now = fixture_new_now ();
  g_autoptr (CpReport) report = cp_report_new_for_comparison (comparison, now);

  return cp_report_to_string (report, CP_REPORT_HTML);
}

static double
get_luminance (guint32 color)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double luminance = 0.0;

  for (int i = 0; i < 3; i++)
    {
      double value = ((color >> (16 - 8 * i)) & 0xff) / 255.0;

      luminance += weights[i] * (value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4));
    }

  return luminance;
}

static double
get_contrast (guint32 a,
              guint32 b)
{
  double la = get_luminance (a), lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/* The value of a custom property in the first rule after @css that sets it. */
static guint32
get_color (const char *css,
           const char *name)
{
  g_autofree char *declaration = g_strdup_printf ("--%s: #", name);
  const char *at = strstr (css, declaration);

  g_assert_nonnull (at);

  return g_ascii_strtoull (at + strlen (declaration), NULL, 16);
}

static void
assert_legible (const char *css)
{
  static const char * const inks[] = { "ink", "quiet", "link" };
  guint32 paper = get_color (css, "paper");

  for (gsize i = 0; i < G_N_ELEMENTS (inks); i++)
    g_assert_cmpfloat (get_contrast (get_color (css, inks[i]), paper), >=, LEAST_CONTRAST);
}

static void
test_words_stand_out_in_light_dark_and_print (void)
{
  g_autofree char *page = new_page ();

  assert_legible (strstr (page, ":root"));
  assert_legible (strstr (page, "prefers-color-scheme: dark"));
  assert_legible (strstr (page, "@media print"));
}

static void
test_page_refers_to_nothing_outside (void)
{
  g_autofree char *page = new_page ();

  g_assert_null (strstr (page, "<link"));
  g_assert_null (strstr (page, "src="));
  g_assert_null (strstr (page, "url("));
  g_assert_null (strstr (page, "@import"));
  g_assert_null (strstr (page, "<script"));
  g_assert_nonnull (strstr (page, "default-src 'none'; style-src 'sha256-"));
}

static void
test_heading_ranks_are_never_skipped (void)
{
  g_autofree char *page = new_page ();
  g_autoptr (GRegex) regex = g_regex_new ("<h([1-6])[ >]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int rank = 0, n = 0;

  for (g_regex_match (regex, page, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *digit = g_match_info_fetch (match, 1);

      g_assert_cmpint (*digit - '0', <=, rank + 1);
      rank = *digit - '0';
      n++;
    }
  g_assert_cmpint (n, >, 10);
}

static void
test_page_has_landmarks_and_a_language (void)
{
  g_autofree char *page = new_page ();

  g_assert_nonnull (strstr (page, "<html lang=\"en\">"));
  g_assert_nonnull (strstr (page, "<header>"));
  g_assert_nonnull (strstr (page, "<main>"));
  g_assert_nonnull (strstr (page, "<section aria-labelledby=\"s1\">\n<h2 id=\"s1\""));
  g_assert_nonnull (strstr (page, "<section>\n<h3 id=\"s2\""));
}

static void
test_tables_have_captions_and_header_cells (void)
{
  g_autofree char *page = new_page ();

  g_assert_nonnull (strstr (page, "<caption id=\"t1\">Which piece addresses which theme"));
  g_assert_nonnull (strstr (page, "<th scope=\"col\"><span>Theme</span></th>"));
  g_assert_nonnull (strstr (page, "<th scope=\"row\"><span>cost of the crossing</span></th>"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-style/contrast", test_words_stand_out_in_light_dark_and_print);
  g_test_add_func ("/report-style/self-contained", test_page_refers_to_nothing_outside);
  g_test_add_func ("/report-style/heading-ranks", test_heading_ranks_are_never_skipped);
  g_test_add_func ("/report-style/landmarks", test_page_has_landmarks_and_a_language);
  g_test_add_func ("/report-style/tables", test_tables_have_captions_and_header_cells);

  return g_test_run ();
}
