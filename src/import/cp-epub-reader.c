/* SPDX-License-Identifier: GPL-3.0-or-later */
/* E-books that are one piece → blocks and metadata. */

#define G_LOG_DOMAIN "cp-epub-reader"

#include "config.h"

#include "cp-draft-page.h"
#include "cp-epub-parts.h"
#include "cp-package.h"
#include "cp-readers.h"

#include <string.h>

static int
sniff_epub (const CpInput *input)
{
  return cp_package_tell (input->bytes) == CP_PACKAGE_EPUB ? 97 : 0;
}

static void
move_blocks (GPtrArray *from,
             GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    {
      g_ptr_array_add (to, g_ptr_array_index (from, i));
      g_ptr_array_index (from, i) = NULL;
    }
}

static void
move_images (CpDraft *from,
             CpDraft *to)
{
  for (guint i = 0; i < from->images->len; i++)
    {
      CpImage *image = g_ptr_array_index (from->images, i);

      g_ptr_array_add (to->images,
                       cp_image_new (cp_image_get_resource (image), cp_image_get_alternative (image),
                                     to->blocks->len + cp_image_get_position (image)));
    }

  for (guint i = 0; i < from->resources->len; i++)
    g_ptr_array_add (to->resources, cp_resource_ref (g_ptr_array_index (from->resources, i)));
}

/* The headlines of chapters are headings of the whole; what stands around the page's text stays around it. */
static void
append_part (CpDraft    *draft,
             CpEpubPart *part,
             gboolean    is_only)
{
  for (guint i = 0; i < part->draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (part->draft, i);

      if (!is_only && part->is_text && block->furniture == CP_FURNITURE_TITLE)
        block->furniture = CP_FURNITURE_NONE;
    }

  move_images (part->draft, draft);
  move_blocks (part->draft->above, draft->blocks->len == 0 ? draft->above : draft->below);
  move_blocks (part->draft->blocks, draft->blocks);
  move_blocks (part->draft->below, draft->below);
  draft->n_active += part->draft->n_active;
}

static gboolean
has_heading (GPtrArray  *parts,
             const char *title)
{
  for (guint i = 0; i < parts->len; i++)
    {
      CpEpubPart *part = g_ptr_array_index (parts, i);

      for (guint j = 0; j < part->draft->blocks->len; j++)
        {
          CpDraftBlock *block = cp_draft_get (part->draft, j);

          if (block->kind == CP_BLOCK_HEADING && strcmp (block->text->str, title) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

/* A book is called as its properties say when its pages say so too, or when no page can speak for all of it. A single
 * page knows its headline better than a program that calls every book "Saved articles". */
static void
offer_title (CpDraft    *draft,
             CpEpubBook *book,
             GPtrArray  *parts,
             guint       n_texts)
{
  const char *title = cp_metadata_get (book->metadata, CP_FIELD_TITLE);

  if (title != NULL && (n_texts != 1 || has_heading (parts, title)))
    cp_metadata_offer (draft->metadata, CP_FIELD_TITLE, title, CP_EVIDENCE_FRONT_MATTER, "title");
}

static CpDraft *
join_parts (CpEpubBook *book,
            GPtrArray  *parts)
{
  CpDraft *draft = cp_draft_new ();
  guint n_texts = 0;

  for (guint i = 0; i < parts->len; i++)
    n_texts += ((CpEpubPart *) g_ptr_array_index (parts, i))->is_text;

  offer_title (draft, book, parts, n_texts);

  for (guint i = 0; i < parts->len; i++)
    {
      CpEpubPart *part = g_ptr_array_index (parts, i);

      /* What a chapter in the middle says of itself is not said of the whole. */
      if (n_texts <= 1 || !part->is_text)
        cp_metadata_merge (draft->metadata, part->draft->metadata);
      append_part (draft, part, n_texts <= 1);
    }

  cp_metadata_merge (draft->metadata, book->metadata);

  return draft;
}

static CpDraft *
read_epub (const CpInput  *input,
           GError        **error)
{
  g_autoptr (CpEpubBook) book = cp_epub_book_open (input->bytes, input->name, error);
  g_autoptr (GPtrArray) parts = NULL;

  if (book == NULL)
    return NULL;

  parts = cp_epub_parts_read (book);

  return join_parts (book, parts);
}

static char *
show_epub (const CpInput  *input,
           GPtrArray      *resources,
           GError        **error)
{
  g_autoptr (CpDraft) draft = read_epub (input, error);

  return draft != NULL ? cp_draft_to_page (draft) : NULL;
}

const CpReader cp_epub_reader = {
  .name = "epub",
  .media_type = "application/epub+zip",
  .sniff = sniff_epub,
  .read = read_epub,
  .show = show_epub,
};
