/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs, lists and tables of a word processor's document → a draft. */

#define G_LOG_DOMAIN "cp-office-writer"

#include "config.h"

#include "cp-byline.h"
#include "cp-office-outline.h"
#include "cp-office-writer.h"
#include "cp-siblings.h"

#include <string.h>

#define MAX_HEADING_LEVEL 6

/* Shorter words in a box recur in the text by chance; longer ones are no quotation from it. So many boxes are
 * compared with the text, and no more. */
#define MIN_PULL_QUOTE 20
#define MAX_PULL_QUOTE 500
#define MAX_PULL_QUOTES 50

#define MAX_IMAGES 500

void
cp_office_writer_init (CpOfficeWriter *self)
{
  *self = (CpOfficeWriter) {
    .draft = cp_draft_new (),
    .boxed_blocks = g_ptr_array_new (),
    .image_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
}

void
cp_office_writer_clear (CpOfficeWriter *self)
{
  g_clear_pointer (&self->draft, cp_draft_free);
  g_clear_pointer (&self->boxed_blocks, g_ptr_array_unref);
  g_clear_pointer (&self->image_names, g_hash_table_unref);
}

static CpBlockKind
kind_of_style (const CpOfficeStyle *style)
{
  if (style->level > 0 || style->role == CP_OFFICE_TITLE)
    return CP_BLOCK_HEADING;

  if (style->role == CP_OFFICE_CAPTION)
    return CP_BLOCK_CAPTION;

  if (style->listed > 0)
    return CP_BLOCK_LIST_ITEM;

  return style->role == CP_OFFICE_QUOTATION ? CP_BLOCK_QUOTATION : CP_BLOCK_PARAGRAPH;
}

/* Only the first title is the headline; what comes before it, under it and of it is told by the styles as well. */
static CpFurniture
furniture_of_style (CpOfficeWriter      *self,
                    const CpOfficeStyle *style)
{
  switch (style->role)
    {
    case CP_OFFICE_TITLE:
      return self->has_title ? CP_FURNITURE_NONE : CP_FURNITURE_TITLE;
    case CP_OFFICE_SUBTITLE:
      return self->has_title ? CP_FURNITURE_STANDFIRST : CP_FURNITURE_NONE;
    case CP_OFFICE_AUTHOR:
      return CP_FURNITURE_BYLINE;
    case CP_OFFICE_DATE:
      return CP_FURNITURE_DATE;
    case CP_OFFICE_CONTENTS:
      return CP_FURNITURE_NAVIGATION;
    case CP_OFFICE_ANY:
    case CP_OFFICE_CAPTION:
    case CP_OFFICE_QUOTATION:
    default:
      return CP_FURNITURE_NONE;
    }
}

static void
begin_block (CpOfficeWriter *self)
{
  const CpOfficeStyle *style = &self->style;
  CpBlockKind kind = self->furniture == CP_FURNITURE_NONE ? kind_of_style (style) : CP_BLOCK_PARAGRAPH;
  int level = kind == CP_BLOCK_HEADING ? CLAMP (style->level, 1, MAX_HEADING_LEVEL) : 0;

  self->block = cp_draft_begin (self->draft, kind, level);
  self->block->furniture = self->furniture;
  self->broken = FALSE;

  if (self->furniture == CP_FURNITURE_NONE && !self->boxed)
    self->block->furniture = furniture_of_style (self, style);

  if (self->boxed)
    g_ptr_array_add (self->boxed_blocks, self->block);
}

/* What a style of its own marked tells the metadata at once. */
static void
note_block (CpOfficeWriter *self)
{
  CpMetadata *metadata = self->draft->metadata;
  const char *text = self->block->text->str;

  if (self->furniture != CP_FURNITURE_NONE || self->block->n_inked == 0)
    return;

  if (self->block->furniture == CP_FURNITURE_TITLE)
    {
      self->has_title = TRUE;
      cp_metadata_offer (metadata, CP_FIELD_TITLE, text, CP_EVIDENCE_PAGE, "style");
    }
  else if (self->block->furniture == CP_FURNITURE_BYLINE)
    {
      g_auto (GStrv) authors = cp_byline_parse (text);

      cp_metadata_offer_authors (metadata, (const char * const *) authors, CP_EVIDENCE_PAGE, "style");
    }
  else if (self->block->furniture == CP_FURNITURE_DATE)
    {
      cp_metadata_offer (metadata, CP_FIELD_PUBLISHED, text, CP_EVIDENCE_PAGE, "style");
    }
}

/**
 * cp_office_writer_begin_paragraph:
 * @style: how it is set, resolved
 *
 * Begins a paragraph. In the row of a table it goes on with the cell instead; after a paragraph that was not ended it
 * goes on with that one.
 */
void
cp_office_writer_begin_paragraph (CpOfficeWriter      *self,
                                  const CpOfficeStyle *style)
{
  if (self->in_row)
    cp_draft_block_append (self->block, " ", 1, CP_STYLE_NONE);

  if (self->block != NULL)
    return;

  self->style = *style;
  begin_block (self);
}

void
cp_office_writer_end_paragraph (CpOfficeWriter *self)
{
  if (self->in_row || self->block == NULL)
    return;

  note_block (self);
  self->block = NULL;
}

/**
 * cp_office_writer_begin_row:
 *
 * All that is written until cp_office_writer_end_row() is one row of a table. A table in a table is part of the row.
 */
void
cp_office_writer_begin_row (CpOfficeWriter *self)
{
  self->block = cp_draft_begin (self->draft, CP_BLOCK_TABLE_ROW, 0);
  self->block->furniture = self->furniture;
  self->in_row = TRUE;
}

void
cp_office_writer_next_cell (CpOfficeWriter *self)
{
  cp_draft_block_next_cell (self->block);
}

void
cp_office_writer_end_row (CpOfficeWriter *self)
{
  self->in_row = FALSE;
  self->block = NULL;
}

static CpStyle
inline_style (CpOfficeWriter      *self,
              const CpOfficeStyle *style,
              const char          *link)
{
  CpStyle result = link != NULL ? CP_STYLE_LINK : CP_STYLE_NONE;

  /* Headings are bold because they are headings. */
  if (self->block->kind == CP_BLOCK_HEADING)
    return result;

  if (style->strong > 0)
    result |= CP_STYLE_STRONG;
  if (style->emphasis > 0)
    result |= CP_STYLE_EMPHASIS;

  return result;
}

/**
 * cp_office_writer_append:
 * @text: valid UTF-8
 * @style: how it is set, resolved
 * @link: (nullable): the address it leads to
 *
 * Writes at the end of the paragraph, and begins one where there is none. Hidden text is left out.
 */
void
cp_office_writer_append (CpOfficeWriter      *self,
                         const char          *text,
                         const CpOfficeStyle *style,
                         const char          *link)
{
  gsize n_inked;

  if (style->hidden > 0)
    return;

  if (self->block == NULL)
    begin_block (self);

  n_inked = self->block->n_inked;
  cp_draft_block_append_link (self->block, text, -1, inline_style (self, style, link), link);
  if (self->block->n_inked > n_inked)
    self->broken = FALSE;

  if (link != NULL && self->block->link == NULL)
    self->block->link = g_strdup (link);
}

/**
 * cp_office_writer_break:
 *
 * Ends the line. Two ends in a row divide paragraphs, as in text that was pasted from a web page.
 */
void
cp_office_writer_break (CpOfficeWriter *self)
{
  if (self->block == NULL)
    return;

  if (self->broken && !self->in_row && self->block->n_inked > 0)
    {
      cp_office_writer_end_paragraph (self);
      begin_block (self);
      return;
    }

  cp_draft_block_append (self->block, "\n", 1, CP_STYLE_NONE);
  self->broken = TRUE;
}

static gboolean
load_image (CpOfficeWriter *self,
            CpArchive      *archive,
            const char     *path)
{
  int index = cp_archive_find (archive, path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CpResource) resource = NULL;

  if (index < 0 || cp_archive_get_size (archive, index) > CP_SIBLINGS_MAX_SIZE)
    return FALSE;

  /* A picture that is broken is no reason to refuse the text. */
  bytes = cp_archive_read (archive, index, NULL);
  if (bytes == NULL)
    return FALSE;

  resource = cp_resource_new (path, NULL, bytes);
  if (!cp_resource_is_image (resource))
    return FALSE;

  g_ptr_array_add (self->draft->resources, g_steal_pointer (&resource));

  return TRUE;
}

/**
 * cp_office_writer_add_image:
 * @archive: where the picture is
 * @path: its name there; also that of the resource
 * @alternative: (nullable): what it shows, in words
 *
 * Puts a picture after the current paragraph, or before it when nothing is written yet. One of a format that cannot be shown is left out.
 */
void
cp_office_writer_add_image (CpOfficeWriter *self,
                            CpArchive      *archive,
                            const char     *path,
                            const char     *alternative)
{
  gpointer known;
  gboolean usable;

  if (self->furniture != CP_FURNITURE_NONE || self->draft->images->len >= MAX_IMAGES)
    return;

  if (g_hash_table_lookup_extended (self->image_names, path, NULL, &known))
    {
      usable = GPOINTER_TO_INT (known);
    }
  else
    {
      usable = load_image (self, archive, path);
      g_hash_table_insert (self->image_names, g_strdup (path), GINT_TO_POINTER (usable));
    }

  if (!usable)
    return;

  cp_draft_add_image (self->draft, path, alternative);

  /* A picture at the beginning of a paragraph, often its own caption, stands before it. */
  if (self->block != NULL && self->block->n_inked == 0)
    cp_image_set_position (g_ptr_array_index (self->draft->images, self->draft->images->len - 1), self->draft->blocks->len - 1);
}

static gboolean
recurs_in_text (CpOfficeWriter *self,
                const char     *words)
{
  for (guint i = 0; i < self->draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (self->draft, i);

      if (block->furniture == CP_FURNITURE_NONE && block->kind == CP_BLOCK_PARAGRAPH &&
          !g_ptr_array_find (self->boxed_blocks, block, NULL) && strstr (block->text->str, words) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A box that says what the text says was put there to break up the page. */
static void
mark_pull_quotes (CpOfficeWriter *self)
{
  for (guint i = 0; i < MIN (self->boxed_blocks->len, MAX_PULL_QUOTES); i++)
    {
      CpDraftBlock *block = g_ptr_array_index (self->boxed_blocks, i);

      if (block->furniture == CP_FURNITURE_NONE && block->text->len >= MIN_PULL_QUOTE &&
          block->text->len <= MAX_PULL_QUOTE && recurs_in_text (self, block->text->str))
        block->furniture = CP_FURNITURE_PULL_QUOTE;
    }
}

/* Notes and running heads stand under the piece, where they do not come between it and the last lines of it, which
 * may be an address or a word on the author. */
static void
move_notes (CpDraft *draft)
{
  guint n_blocks = draft->blocks->len;

  while (n_blocks > 0 && (cp_draft_get (draft, n_blocks - 1)->furniture == CP_FURNITURE_FOOTNOTE ||
                          cp_draft_get (draft, n_blocks - 1)->furniture == CP_FURNITURE_NOTICE))
    n_blocks--;

  for (guint i = n_blocks; i < draft->blocks->len; i++)
    {
      g_ptr_array_add (draft->below, cp_draft_get (draft, i));
      g_ptr_array_index (draft->blocks, i) = NULL;
    }

  g_ptr_array_set_size (draft->blocks, n_blocks);
}

/**
 * cp_office_writer_finish:
 * @title: (nullable): what the properties of the document call it
 * @creator: (nullable): who made it, as they have it
 *
 * Returns: (transfer full): what was written
 */
CpDraft *
cp_office_writer_finish (CpOfficeWriter *self,
                         const char     *title,
                         const char     *creator)
{
  mark_pull_quotes (self);
  g_ptr_array_set_size (self->boxed_blocks, 0);
  cp_draft_drop_empty (self->draft);
  move_notes (self->draft);
  cp_office_outline_complete (self->draft, title, creator);

  return g_steal_pointer (&self->draft);
}
