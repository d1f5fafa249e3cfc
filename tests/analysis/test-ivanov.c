/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The themes of a real op-ed, which is not part of the project: run where it is at hand. */

#include "config.h"

#include "cp-analyzer.h"
#include "cp-importer.h"

#include <string.h>

static char *
find_article (void)
{
  g_autofree char *folder = g_strdup (g_test_get_dir (G_TEST_DIST));

  while (strlen (folder) > 1)
    {
      g_autofree char *path = g_build_filename (folder, "shared", "articles", "ivanov-2021-01-21.md", NULL);
      char *parent;

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
      parent = g_path_get_dirname (folder);
      g_free (folder);
      folder = parent;
    }

  return NULL;
}

/* The themes of the piece, or NULL when the test is to be skipped. */
static GListModel *
suggest (void)
{
  g_autofree char *path = find_article ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (CpAnalyzer) analyzer = cp_analyzer_new ();
  g_autoptr (CpImported) imported = NULL;
  g_autoptr (GFile) file = NULL;
  GListModel *themes;

  if (path == NULL)
    {
      g_test_skip ("the op-ed is not at hand");
      return NULL;
    }

  file = g_file_new_for_path (path);
  imported = cp_importer_read (importer, file, NULL, &error);
  g_assert_no_error (error);
  themes = cp_analyzer_suggest_themes (analyzer, cp_imported_get_article (imported), NULL, &error);
  g_assert_no_error (error);

  return themes;
}

static gboolean
has_word (CpTheme    *theme,
          const char *word)
{
  g_autofree char *terms = g_strjoinv (" ", (char **) cp_theme_get_terms (theme));
  g_autofree char *all = g_strconcat (cp_theme_get_label (theme), " ", terms, NULL);

  return strstr (all, word) != NULL;
}

static gboolean
has_passage (CpTheme    *theme,
             const char *words)
{
  for (guint i = 0; i < cp_theme_get_n_passages (theme); i++)
    if (strstr (cp_passage_get_quote (cp_theme_get_passage (theme, i)), words) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
has_theme (GListModel *themes,
           const char *word,
           const char *passage)
{
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);

      if (has_word (theme, word) && has_passage (theme, passage))
        return TRUE;
    }

  return FALSE;
}

static void
test_matters_of_the_piece_are_themes (void)
{
  g_autoptr (GListModel) themes = suggest ();

  if (themes == NULL)
    return;

  g_assert_true (has_theme (themes, "Arms control", "New START"));
  g_assert_true (has_theme (themes, "START", "negotiating mechanism"));
  g_assert_true (has_theme (themes, "Regional conflicts", "Syria"));
  g_assert_true (has_theme (themes, "Climate", "global climate"));
  g_assert_true (has_theme (themes, "Arctic", "Arctic Council"));
  g_assert_true (has_theme (themes, "domestic", "mend a country"));
  g_assert_true (has_theme (themes, "confrontation", "handicap Russia"));
}

static void
test_no_label_is_a_bare_country (void)
{
  static const char *const bare[] = { "Russia", "Washington", "Moscow", "United States", "U.S.", NULL };
  g_autoptr (GListModel) themes = suggest ();

  for (guint i = 0; themes != NULL && i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (CpTheme) theme = g_list_model_get_item (themes, i);

      g_assert_false (g_strv_contains (bare, cp_theme_get_label (theme)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/ivanov/matters-of-the-piece-are-themes", test_matters_of_the_piece_are_themes);
  g_test_add_func ("/analysis/ivanov/no-label-is-a-bare-country", test_no_label_is_a_bare_country);

  return g_test_run ();
}
