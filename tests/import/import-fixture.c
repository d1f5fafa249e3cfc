/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that tests read, and what they look for in the articles made of them. */

#include "config.h"

#include "import-fixture.h"

#include <string.h>

static CpImported *
read_path (const char *path)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CpImported *imported;

  imported = cp_importer_read (importer, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (CP_IS_IMPORTED (imported));

  return imported;
}

GFile *
import_fixture_new_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "import", name, NULL);

  return g_file_new_for_path (path);
}

CpImported *
import_fixture_read (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "import", name, NULL);

  return read_path (path);
}

CpImported *
import_fixture_read_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);

  return read_path (path);
}

/* Returns: (nullable): %NULL when the evaluation texts, which are no part of the project, are not beside it */
CpImported *
import_fixture_read_shared (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return read_path (path);

  g_test_skip ("the texts of ../shared are not here");

  return NULL;
}

CpImported *
import_fixture_read_text (const char *text,
                          gssize      length)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  CpImported *imported;

  imported = cp_importer_read_bytes (importer, bytes, "saved piece.txt", &error);
  g_assert_no_error (error);

  return imported;
}

/* Returns: (transfer none) (nullable): the first block that holds @text */
CpBlock *
import_fixture_find_block (CpImported *imported,
                           const char *text)
{
  CpArticle *article = cp_imported_get_article (imported);

  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      CpBlock *block = cp_article_get_block (article, i);

      if (strstr (cp_block_get_text (block), text) != NULL)
        return block;
    }

  return NULL;
}

void
import_fixture_assert_has (CpImported *imported,
                           const char *words)
{
  const char *text = cp_article_get_text (cp_imported_get_article (imported));

  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in the text:\n%s", words, text);
}

void
import_fixture_assert_lacks (CpImported *imported,
                             const char *words)
{
  const char *text = cp_article_get_text (cp_imported_get_article (imported));

  if (strstr (text, words) != NULL)
    g_error ("“%s” is in the text:\n%s", words, text);
}

void
import_fixture_assert_heading (CpImported *imported,
                               const char *text)
{
  CpArticle *article = cp_imported_get_article (imported);

  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      CpBlock *block = cp_article_get_block (article, i);

      if (cp_block_get_kind (block) == CP_BLOCK_HEADING &&
          cp_block_get_role (block) == CP_BLOCK_BODY &&
          g_str_equal (cp_block_get_text (block), text))
        return;
    }

  g_error ("no heading “%s”", text);
}

/* @names: joined by "|" */
void
import_fixture_assert_authors (CpImported *imported,
                               const char *names)
{
  g_auto (GStrv) expected = g_strsplit (names, "|", -1);
  const char * const *authors = cp_article_get_authors (cp_imported_get_article (imported));

  g_assert_cmpstrv (authors, expected);
}
