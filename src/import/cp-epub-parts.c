/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapters of an e-book, read, and whether they are several pieces.
 *
 * An e-book may be one piece that was saved as a book, in one chapter or in many, or an issue with a piece in each
 * chapter. It is taken for several pieces when it says itself that it is an issue of a paper and has at least two
 * chapters with text, or when at least two such chapters, and no fewer than half of them, are signed: name an author,
 * a day or an address of their own, in the chapter or on a title page right before it. A novel's chapters are not
 * signed, nor are the sections of an essay. */

#define G_LOG_DOMAIN "cp-epub-parts"

#include "config.h"

#include "cp-archive-siblings.h"
#include "cp-byline.h"
#include "cp-date.h"
#include "cp-encoding.h"
#include "cp-epub-parts.h"
#include "cp-furniture-patterns.h"
#include "cp-html-reader.h"

#include <string.h>

/* Title pages hold less text, in bytes. */
#define MIN_TEXT 300

/* How many blocks at the beginning and at the end of a chapter may sign it. */
#define HEAD_BLOCKS 8
#define FOOT_BLOCKS 3

static void
free_part (gpointer data)
{
  CpEpubPart *part = data;

  g_bytes_unref (part->bytes);
  g_clear_pointer (&part->draft, cp_draft_free);
  g_free (part);
}

static CpDraft *
read_page (CpEpubBook          *book,
           const CpEpubChapter *chapter,
           GBytes              *bytes)
{
  gsize size, length;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = cp_encoding_to_utf8 (data, size, NULL, &length);
  g_auto (CpArchiveSiblings) siblings = { NULL };
  g_autoptr (CpPageFiles) files = NULL;
  CpHtmlSource source = { .text = text, .length = length, .name = cp_archive_get_name (book->archive) };

  cp_archive_siblings_init (&siblings, book->archive, chapter->path);
  source.files = files = cp_page_files_new (NULL, &siblings.siblings);

  return cp_html_read_page (&source, NULL);
}

/* Lists of links are tables of contents. */
static gboolean
is_text (CpDraft *draft)
{
  gsize n_inked = 0, n_linked = 0;

  for (guint i = 0; i < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->furniture == CP_FURNITURE_NONE && block->kind != CP_BLOCK_HEADING)
        n_inked += block->n_inked;
      n_linked += block->n_linked;
    }

  return n_inked >= MIN_TEXT && n_linked * 2 < n_inked;
}

static gboolean
signs (const char *text)
{
  g_autofree char *address = cp_furniture_find_address (text);

  return address != NULL || cp_byline_is_line (text) || cp_date_is_line (text);
}

static gboolean
is_signed (CpDraft *draft)
{
  guint n_blocks = draft->blocks->len;

  if (cp_metadata_get (draft->metadata, CP_FIELD_URL) != NULL || cp_metadata_get (draft->metadata, CP_FIELD_PUBLISHED) != NULL ||
      draft->metadata->authors[0] != NULL)
    return TRUE;

  for (guint i = 0; i < n_blocks; i++)
    {
      if ((i < HEAD_BLOCKS || i + FOOT_BLOCKS >= n_blocks) && signs (cp_draft_get (draft, i)->text->str))
        return TRUE;
    }

  return FALSE;
}

/**
 * cp_epub_parts_read:
 * @book: must outlive what is returned
 *
 * Returns: (transfer full) (element-type CpEpubPart): the chapters that can be read
 */
GPtrArray *
cp_epub_parts_read (CpEpubBook *book)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (free_part);

  for (guint i = 0; i < book->chapters->len; i++)
    {
      const CpEpubChapter *chapter = g_ptr_array_index (book->chapters, i);
      g_autoptr (GBytes) bytes = cp_archive_read_path (book->archive, chapter->path, NULL);
      CpDraft *draft = bytes != NULL ? read_page (book, chapter, bytes) : NULL;
      CpEpubPart *part;

      if (draft == NULL)
        continue;

      cp_draft_drop_empty (draft);
      part = g_new0 (CpEpubPart, 1);
      part->chapter = chapter;
      part->bytes = g_bytes_ref (bytes);
      part->draft = draft;
      part->is_text = is_text (draft);
      part->is_signed = is_signed (draft);
      g_ptr_array_add (parts, part);
    }

  return parts;
}

/**
 * cp_epub_part_get_title:
 *
 * Returns: (nullable): the headline of the page itself
 */
const char *
cp_epub_part_get_title (CpEpubPart *self)
{
  for (guint i = 0; i < self->draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (self->draft, i);

      if (block->kind == CP_BLOCK_HEADING)
        return block->text->str;
    }

  return NULL;
}

/**
 * cp_epub_parts_find_front:
 * @position: of a part with text
 *
 * Returns: (nullable): the title page that belongs to the part: it stands right before, and is signed or has the name
 *   that the table of contents gives to the part
 */
CpEpubPart *
cp_epub_parts_find_front (GPtrArray *parts,
                          guint      position)
{
  CpEpubPart *part = g_ptr_array_index (parts, position);
  CpEpubPart *before = position > 0 ? g_ptr_array_index (parts, position - 1) : NULL;

  if (before == NULL || before->is_text)
    return NULL;

  return before->is_signed || g_strcmp0 (cp_epub_part_get_title (before), part->chapter->label) == 0 ? before : NULL;
}

/**
 * cp_epub_parts_are_several:
 * @parts: (element-type CpEpubPart): the chapters of @book
 *
 * Returns: whether @book holds several pieces
 */
gboolean
cp_epub_parts_are_several (CpEpubBook *book,
                           GPtrArray  *parts)
{
  guint n_texts = 0;
  guint n_signed = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      CpEpubPart *part = g_ptr_array_index (parts, i);
      CpEpubPart *front = cp_epub_parts_find_front (parts, i);

      if (!part->is_text)
        continue;

      n_texts++;
      n_signed += part->is_signed || (front != NULL && front->is_signed);
    }

  return n_texts >= 2 && (book->is_periodical || (n_signed >= 2 && n_signed * 2 >= n_texts));
}
