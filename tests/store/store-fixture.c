/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library in a folder of its own, and articles to put into it. */

#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
store_fixture_set_up (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("counterpoint-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->library = cp_library_open (fixture->folder, &error);
  g_assert_no_error (error);
}

void
store_fixture_tear_down (StoreFixture  *fixture,
                         gconstpointer  data)
{
  if (fixture->library != NULL)
    g_assert_finalize_object (fixture->library);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* As when the program is started again. */
void
store_fixture_reopen (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (fixture->library);
  fixture->library = cp_library_open (fixture->folder, &error);
  g_assert_no_error (error);
}

/* The database file, for tests that do to it what the library never does. */
char *
store_fixture_dup_file (StoreFixture *fixture)
{
  return g_build_filename (fixture->folder, "library.sqlite", NULL);
}

CpArticle *
store_fixture_make (const char *id,
                    const char *title,
                    const char *text)
{
  CpArticle *article = cp_article_new ();
  g_autoptr (CpBlock) block = cp_block_new (CP_BLOCK_PARAGRAPH, CP_BLOCK_BODY, 0, text);

  cp_article_set_id (article, id);
  cp_article_set_title (article, title);
  cp_article_add_block (article, block);

  return article;
}

/* Two themes, "tolls" with two passages and "ferries" with one. The text has to have ten characters. */
GListModel *
store_fixture_make_themes (CpArticle *article)
{
  static const char * const terms[] = { "toll", "bridge", NULL };
  const char *text = cp_article_get_text (article);
  GListStore *themes = g_list_store_new (CP_TYPE_THEME);
  g_autoptr (CpTheme) tolls = cp_theme_new ("tolls", terms, 0.75);
  g_autoptr (CpTheme) ferries = cp_theme_new ("ferries", NULL, 0.25);
  g_autoptr (CpPassage) first = cp_passage_new_from_text (text, 0, 3, 1);
  g_autoptr (CpPassage) second = cp_passage_new_from_text (text, 4, 8, 1);

  cp_theme_add_passage (tolls, first);
  cp_theme_add_passage (tolls, second);
  cp_theme_add_passage (ferries, second);
  g_list_store_append (themes, tolls);
  g_list_store_append (themes, ferries);

  return G_LIST_MODEL (themes);
}

void
store_fixture_add (StoreFixture *fixture,
                   CpArticle    *article)
{
  const char *id = cp_article_get_id (article);
  g_autoptr (GBytes) original = g_bytes_new (id, strlen (id));
  g_autoptr (GListModel) themes = store_fixture_make_themes (article);
  const CpAddition addition = { article, original, "text/plain", themes };
  g_autoptr (GError) error = NULL;

  cp_library_add (fixture->library, &addition, &error);
  g_assert_no_error (error);
}

void
store_fixture_add_text (StoreFixture *fixture,
                        const char   *id,
                        const char   *title,
                        const char   *text)
{
  g_autoptr (CpArticle) article = store_fixture_make (id, title, text);

  store_fixture_add (fixture, article);
}
