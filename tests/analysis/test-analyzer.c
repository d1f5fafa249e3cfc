/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the themes that are suggested for an article. */

#include "config.h"

#include "cp-analyzer.h"

#include "analysis-pieces.h"

static GListModel *
suggest (CpArticle *article)
{
  g_autoptr (CpAnalyzer) analyzer = cp_analyzer_new ();
  g_autoptr (GError) error = NULL;
  GListModel *themes = cp_analyzer_suggest_themes (analyzer, article, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (themes);

  return themes;
}

/* The theme whose label or terms have the word, or NULL. */
static CpTheme *
find_theme (GListModel *themes,
            const char *word)
{
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);
      g_autofree char *label = g_utf8_strdown (cp_theme_get_label (theme), -1);

      if (strstr (label, word) != NULL)
        return theme;
    }

  return NULL;
}

static gboolean
has_paragraph (CpTheme *theme,
               int      paragraph)
{
  for (guint i = 0; i < cp_theme_get_n_passages (theme); i++)
    if (cp_passage_get_paragraph (cp_theme_get_passage (theme, i)) == paragraph)
      return TRUE;

  return FALSE;
}

static void
test_headed_sections_become_themes_of_that_name (void)
{
  g_autoptr (CpArticle) article = read_piece ("Take out the mill dam", "mill-dam-remove.md");
  g_autoptr (GListModel) themes = suggest (article);
  CpTheme *fish = find_theme (themes, "fish");
  CpTheme *flood = find_theme (themes, "flood");

  g_assert_nonnull (fish);
  g_assert_true (has_paragraph (fish, 4));
  g_assert_true (has_paragraph (fish, 5));
  g_assert_nonnull (flood);
  g_assert_true (has_paragraph (flood, 7));
}

static void
test_themes_without_headings_are_several (void)
{
  g_autoptr (CpArticle) article = read_piece ("Keep the mill dam", "mill-dam-keep.md");
  g_autoptr (GListModel) themes = suggest (article);

  g_assert_cmpuint (g_list_model_get_n_items (themes), >=, 3);
  g_assert_cmpuint (g_list_model_get_n_items (themes), <=, 8);
}

static void
test_labels_are_words_of_the_piece_and_differ (void)
{
  g_autoptr (CpArticle) article = read_piece ("Keep the mill dam", "mill-dam-keep.md");
  g_autoptr (GListModel) themes = suggest (article);
  g_autofree char *text = g_utf8_strdown (cp_article_get_text (article), -1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);
      char *label = g_utf8_strdown (cp_theme_get_label (theme), -1);
      g_auto (GStrv) phrases = g_strsplit (label, ", ", -1);

      for (guint j = 0; phrases[j] != NULL; j++)
        g_assert_nonnull (strstr (text, phrases[j]));
      g_assert_true (g_hash_table_add (seen, label));
    }
}

static void
test_passages_are_sentences_of_the_article_in_order (void)
{
  g_autoptr (CpArticle) article = read_piece ("Take out the mill dam", "mill-dam-remove.md");
  g_autoptr (GListModel) themes = suggest (article);
  const char *text = cp_article_get_text (article);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);
      int last = -1;

      g_assert_cmpuint (cp_theme_get_n_passages (theme), >, 0);
      g_assert_cmpfloat (cp_theme_get_salience (theme), >, 0.0);
      g_assert_cmpfloat (cp_theme_get_salience (theme), <=, 1.0);
      for (guint j = 0; j < cp_theme_get_n_passages (theme); j++)
        {
          CpPassage *passage = cp_theme_get_passage (theme, j);
          g_autofree char *quote = g_utf8_substring (text, cp_passage_get_start (passage),
                                                     cp_passage_get_end (passage));

          g_assert_cmpstr (quote, ==, cp_passage_get_quote (passage));
          g_assert_cmpint (cp_passage_get_start (passage), >, last);
          last = cp_passage_get_start (passage);
        }
    }
}

static char *
describe (GListModel *themes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);

      g_string_append_printf (text, "%s %f", cp_theme_get_label (theme), cp_theme_get_salience (theme));
      for (guint j = 0; j < cp_theme_get_n_passages (theme); j++)
        g_string_append_printf (text, " %d", cp_passage_get_start (cp_theme_get_passage (theme, j)));
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* Themes overlap in paragraphs. What evidences two of them is the exception: the best sentence of a paragraph for a
 * theme that has no sentence of its own there. */
static void
test_a_paragraph_shows_two_themes_by_different_sentences (void)
{
  g_autoptr (CpAnalyzer) analyzer = cp_analyzer_new ();
  g_autoptr (CpArticle) article = read_piece ("Sleeping cars", "night-trains.md");
  g_autoptr (GListModel) themes = cp_analyzer_suggest_themes (analyzer, article, NULL, NULL);
  g_autoptr (GHashTable) starts = g_hash_table_new (NULL, NULL);
  guint n_passages = 0;

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);

      for (guint j = 0; j < cp_theme_get_n_passages (theme); j++, n_passages++)
        g_hash_table_add (starts, GINT_TO_POINTER (cp_passage_get_start (cp_theme_get_passage (theme, j))));
    }

  g_assert_cmpuint (n_passages, >, 0);
  g_assert_cmpuint (4 * g_hash_table_size (starts), >=, 3 * n_passages);
}

static void
test_same_article_gives_same_themes (void)
{
  g_autoptr (CpArticle) article = read_piece ("Keep the mill dam", "mill-dam-keep.md");
  g_autoptr (GListModel) first = suggest (article);
  g_autoptr (GListModel) second = suggest (article);
  g_autofree char *a = describe (first);
  g_autofree char *b = describe (second);

  g_assert_cmpstr (a, ==, b);
}

static void
test_empty_article_has_no_themes (void)
{
  g_autoptr (CpArticle) empty = make_piece ("", "en", "");
  g_autoptr (CpArticle) marks = make_piece ("?", "en", "…\n\n— — —");
  g_autoptr (GListModel) none = suggest (empty);
  g_autoptr (GListModel) also_none = suggest (marks);

  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (also_none), ==, 0);
}

static void
test_single_paragraph_has_a_theme (void)
{
  g_autoptr (CpArticle) article = make_piece ("Sleepers", "en",
                                              "Night trains are back. The sleeping cars are full every weekend, and the "
                                              "railways should order more sleeping cars.");
  g_autoptr (GListModel) themes = suggest (article);

  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 1);
}

static void
test_other_languages_have_themes (void)
{
  static const struct { const char *language; const char *text; } pieces[] = {
    { "de", "Die Stadt will das alte Wehr abreißen. Das Wehr staut den Fluss seit hundert Jahren.\n\n"
            "Der Lachs kommt nicht mehr in die Laichgebiete. Ohne Wehr fände der Lachs zurück.\n\n"
            "Das Hochwasser trifft die Unterstadt jedes Frühjahr. Das Hochwasser kommt schneller ohne Wehr." },
    { "fr", "La ville veut démolir le vieux barrage. Le barrage retient la rivière depuis un siècle.\n\n"
            "Le saumon ne remonte plus vers les frayères. Sans barrage, le saumon reviendrait.\n\n"
            "Les crues touchent la ville basse chaque printemps. Les crues arrivent plus vite." },
    { "es", "La ciudad quiere derribar la vieja presa. La presa retiene el río desde hace un siglo.\n\n"
            "El salmón ya no sube a los lechos de grava. Sin presa, el salmón volvería.\n\n"
            "Las inundaciones llegan a la ciudad baja cada primavera. Las inundaciones son rápidas." },
    { "ru", "Город хочет снести старую плотину. Плотина держит реку уже сто лет.\n\n"
            "Лосось больше не поднимается к нерестилищам. Без плотины лосось вернулся бы.\n\n"
            "Паводок приходит в нижний город каждую весну. Паводок придёт быстрее." },
    { "tlh", "aaa bbb ccc. ddd eee aaa.\n\nfff ggg hhh. fff iii.\n\njjj kkk lll. jjj." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (CpArticle) article = make_piece ("", pieces[i].language, pieces[i].text);
      g_autoptr (GListModel) themes = suggest (article);

      g_assert_cmpuint (g_list_model_get_n_items (themes), >, 0);
    }
}

static void
test_huge_article_is_done_in_time (void)
{
  g_autoptr (CpArticle) article = cp_article_new ();
  g_autoptr (GListModel) themes = NULL;

  cp_article_set_language (article, "en");
  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("The harbour committee number %d spoke of quay %d and its cranes.",
                                               i % 50, i % 7);
      g_autoptr (CpBlock) block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, text);

      cp_article_add_block (article, block);
    }

  /* Were it not, the test would be ended by its time limit. */
  themes = suggest (article);
  g_assert_cmpuint (g_list_model_get_n_items (themes), >, 0);
}

static void
test_cancelled_analysis_says_so (void)
{
  g_autoptr (CpAnalyzer) analyzer = cp_analyzer_new ();
  g_autoptr (CpArticle) article = read_piece ("Keep the mill dam", "mill-dam-keep.md");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cp_analyzer_suggest_themes (analyzer, article, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_key_phrases_name_the_matter (void)
{
  g_autoptr (CpAnalyzer) analyzer = cp_analyzer_new ();
  g_autoptr (CpArticle) article = read_piece ("Sleeping cars", "night-trains.md");
  g_auto (GStrv) phrases = cp_analyzer_list_keyphrases (analyzer, article, 10);
  g_autofree char *joined = g_strjoinv (" | ", phrases);

  g_assert_cmpuint (g_strv_length (phrases), ==, 10);
  g_assert_nonnull (strstr (joined, "night train"));
}

static void
test_analyzer_is_freed (void)
{
  CpAnalyzer *analyzer = cp_analyzer_new ();

  g_assert_finalize_object (analyzer);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/analyzer/headed-sections-become-themes-of-that-name",
                   test_headed_sections_become_themes_of_that_name);
  g_test_add_func ("/analysis/analyzer/themes-without-headings-are-several", test_themes_without_headings_are_several);
  g_test_add_func ("/analysis/analyzer/labels-are-words-of-the-piece-and-differ",
                   test_labels_are_words_of_the_piece_and_differ);
  g_test_add_func ("/analysis/analyzer/passages-are-sentences-of-the-article-in-order",
                   test_passages_are_sentences_of_the_article_in_order);
  g_test_add_func ("/analysis/analyzer/a-paragraph-shows-two-themes",
                   test_a_paragraph_shows_two_themes_by_different_sentences);
  g_test_add_func ("/analysis/analyzer/same-article-gives-same-themes", test_same_article_gives_same_themes);
  g_test_add_func ("/analysis/analyzer/empty-article-has-no-themes", test_empty_article_has_no_themes);
  g_test_add_func ("/analysis/analyzer/single-paragraph-has-a-theme", test_single_paragraph_has_a_theme);
  g_test_add_func ("/analysis/analyzer/other-languages-have-themes", test_other_languages_have_themes);
  g_test_add_func ("/analysis/analyzer/huge-article-is-done-in-time", test_huge_article_is_done_in_time);
  g_test_add_func ("/analysis/analyzer/cancelled-analysis-says-so", test_cancelled_analysis_says_so);
  g_test_add_func ("/analysis/analyzer/key-phrases-name-the-matter", test_key_phrases_name_the_matter);
  g_test_add_func ("/analysis/analyzer/analyzer-is-freed", test_analyzer_is_freed);

  return g_test_run ();
}
