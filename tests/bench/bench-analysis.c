/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many articles are analysed, and how many pairs compared, in a second on one core. */

#define G_LOG_DOMAIN "bench-analysis"

#include "config.h"

#include "cp-analyzer.h"
#include "cp-comparer.h"

#include <locale.h>
#include <time.h>

#define SECONDS 2.0

/* The two fixtures together are an op-ed of about 700 words. */
static CpArticle *
read_article (const char *folder)
{
  static const char *const names[] = { "mill-dam-remove.md", "mill-dam-keep.md" };
  CpArticle *article = cp_article_new ();

  cp_article_set_language (article, "en");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) blocks = NULL;

      if (!g_file_get_contents (path, &text, NULL, NULL))
        g_error ("%s cannot be read", path);
      blocks = g_strsplit (text, "\n\n", -1);
      for (guint j = 0; blocks[j] != NULL; j++)
        {
          gboolean is_heading = g_str_has_prefix (blocks[j], "## ");
          g_autoptr (CpBlock) block = cp_block_new (is_heading ? CP_BLOCK_HEADING : CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY,
                                                    is_heading ? 2 : 0, g_strstrip (blocks[j] + (is_heading ? 3 : 0)));

          cp_article_add_block (article, block);
        }
    }

  return article;
}

/* Processor time: what other programs do meanwhile does not count. */
static double
get_seconds (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static double
measure_analyses (CpArticle *article)
{
  g_autoptr (CpAnalyzer) analyzer = cp_analyzer_new ();
  double start = get_seconds ();
  guint n = 0;

  while (get_seconds () - start < SECONDS)
    {
      g_autoptr (GListModel) themes = cp_analyzer_suggest_themes (analyzer, article, NULL, NULL);

      n += g_list_model_get_n_items (themes) > 0;
    }

  return n / (get_seconds () - start);
}

static double
measure_comparisons (CpArticle *article)
{
  g_autoptr (CpAnalyzer) analyzer = cp_analyzer_new ();
  g_autoptr (CpComparer) comparer = cp_comparer_new ();
  g_autoptr (GListModel) own = cp_analyzer_suggest_themes (analyzer, article, NULL, NULL);
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autoptr (GPtrArray) themes = g_ptr_array_new ();
  double start;
  guint n = 0;

  for (int i = 0; i < 2; i++)
    {
      g_ptr_array_add (articles, article);
      g_ptr_array_add (themes, own);
    }

  start = get_seconds ();
  while (get_seconds () - start < SECONDS)
    {
      g_autoptr (CpComparison) comparison = cp_comparer_compare (comparer, articles, themes, NULL, NULL);

      n += comparison != NULL;
    }

  return n / (get_seconds () - start);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (CpArticle) article = NULL;

  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      g_printerr ("usage: bench-analysis FOLDER-OF-FIXTURES\n");
      return 2;
    }

  article = read_article (argv[1]);
  g_print ("article of %d words\n", cp_article_get_n_words (article));
  g_print ("analyses a second: %.0f\n", measure_analyses (article));
  g_print ("comparisons a second: %.0f\n", measure_comparisons (article));

  return 0;
}
