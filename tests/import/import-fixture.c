/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that tests read, and what they look for in the articles made of them. */

#include "config.h"

#include "import-fixture.h"

#include <glib/gstdio.h>
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

GBytes *
import_fixture_load (const char *name)
{
  g_autoptr (GFile) file = import_fixture_new_file (name);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
free_piece (gpointer data)
{
  ImportFixturePiece *piece = data;

  g_free (piece->path);
  g_clear_object (&piece->imported);
  g_clear_error (&piece->error);
  g_free (piece);
}

static gboolean
take_piece_cb (const char   *path,
               CpImported   *imported,
               const GError *error,
               gpointer      user_data)
{
  ImportFixturePiece *piece = g_new0 (ImportFixturePiece, 1);

  piece->path = g_strdup (path);
  g_set_object (&piece->imported, imported);
  piece->error = error != NULL ? g_error_copy (error) : NULL;
  g_ptr_array_add (user_data, piece);

  return TRUE;
}

static GPtrArray *
read_pieces (GFile *file)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *pieces = g_ptr_array_new_with_free_func (free_piece);

  g_assert_true (cp_importer_read_each (importer, file, NULL, take_piece_cb, pieces, &error));
  g_assert_no_error (error);

  return pieces;
}

/* Returns: (transfer full) (element-type ImportFixturePiece): what is in the file */
GPtrArray *
import_fixture_read_pieces (const char *name)
{
  g_autoptr (GFile) file = import_fixture_new_file (name);

  return read_pieces (file);
}

/* Returns: (transfer full) (element-type ImportFixturePiece): what is in a file of that text */
GPtrArray *
import_fixture_read_pieces_of_text (const char *text,
                                    gssize      length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("pieces-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "saved pieces", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GPtrArray *pieces;

  g_assert_true (g_file_set_contents (path, text, length, &error));
  pieces = read_pieces (file);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  return pieces;
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

/* @text: some words of a block of the body */
void
import_fixture_assert_kind (CpImported  *imported,
                            const char  *text,
                            CpBlockKind  kind)
{
  CpBlock *block = import_fixture_find_block (imported, text);

  if (block == NULL)
    g_error ("no block “%s”", text);

  g_assert_cmpint (cp_block_get_role (block), ==, CP_BLOCK_BODY);
  g_assert_cmpint (cp_block_get_kind (block), ==, kind);
}

/* @text: some words of a block that is kept beside the body */
void
import_fixture_assert_aside (CpImported  *imported,
                             const char  *text,
                             CpFurniture  furniture)
{
  CpBlock *block = import_fixture_find_block (imported, text);

  if (block == NULL)
    g_error ("no block “%s”", text);

  g_assert_cmpint (cp_block_get_role (block), ==, CP_BLOCK_FURNITURE);
  g_assert_cmpint (cp_block_get_furniture (block), ==, furniture);
}

/* @words: just what is marked with @style and leads to @target */
void
import_fixture_assert_marked (CpImported *imported,
                              const char *words,
                              CpStyle     style,
                              const char *target)
{
  CpBlock *block = import_fixture_find_block (imported, words);
  guint n_marks;
  const CpMark *marks = block != NULL ? cp_block_get_marks (block, &n_marks) : NULL;

  for (guint i = 0; marks != NULL && i < n_marks; i++)
    {
      g_autofree char *marked = g_utf8_substring (cp_block_get_text (block), marks[i].start, marks[i].end);

      if (g_str_equal (marked, words))
        {
          g_assert_cmpint (marks[i].style, ==, style);
          g_assert_cmpstr (marks[i].target, ==, target);
          return;
        }
    }

  g_error ("“%s” is not marked", words);
}

/* One sentence that names the file and has @words in it. */
void
import_fixture_assert_fails (const char *name,
                             CpError     code,
                             const char *words)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GFile) file = import_fixture_new_file (name);
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;

  g_assert_null (cp_importer_read (importer, file, NULL, &error));
  g_assert_error (error, CP_ERROR, (int) code);
  if (strstr (error->message, base) == NULL || strstr (error->message, words) == NULL)
    g_error ("“%s” does not speak of “%s” and “%s”", error->message, base, words);
}

/* That the highlight is on exactly those words, and on those that follow @before. */
void
import_fixture_assert_highlight (CpImported *imported,
                                 guint       position,
                                 const char *before,
                                 const char *quote,
                                 const char *note,
                                 int         paragraph)
{
  const char *text = cp_article_get_text (cp_imported_get_article (imported));
  g_autoptr (CpHighlight) highlight = g_list_model_get_item (cp_imported_get_highlights (imported), position);
  CpPassage *passage = cp_highlight_get_passage (highlight);
  g_autofree char *words = NULL;
  g_autofree char *head = NULL;

  g_assert_true (cp_highlight_is_placed (highlight));
  words = g_utf8_substring (text, cp_passage_get_start (passage), cp_passage_get_end (passage));
  head = g_utf8_substring (text, 0, cp_passage_get_start (passage));

  g_assert_cmpstr (words, ==, quote);
  g_assert_cmpstr (cp_passage_get_quote (passage), ==, quote);
  g_assert_cmpstr (cp_highlight_get_note (highlight), ==, note);
  g_assert_cmpint (cp_passage_get_paragraph (passage), ==, paragraph);
  if (!g_str_has_suffix (head, before))
    g_error ("“%s” does not follow “%s”", quote, before);
}
