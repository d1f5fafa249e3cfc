/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs of a PDF document → blocks of a draft. */

#define G_LOG_DOMAIN "cp-pdf-writer"

#include "config.h"

#include "cp-pdf-writer.h"

#include <string.h>

/* Where a block is being written. */
typedef struct
{
  CpDraftBlock *block;
  CpPdfHyphens *hyphens;
} Writer;

static gunichar
get_last_character (const char *text)
{
  return *text != '\0' ? g_utf8_get_char (g_utf8_prev_char (text + strlen (text))) : 0;
}

static gboolean
is_hyphen (gunichar character)
{
  return character == '-' || character == 0x2010 || character == 0x00AD;
}

/* What stands after the last space. */
static const char *
find_last_word (const char *text)
{
  const char *space = strrchr (text, ' ');

  return space != NULL ? space + 1 : text;
}

static char *
dup_first_letters (const char *text)
{
  const char *end = text;

  while (g_unichar_isalpha (g_utf8_get_char (end)) || g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return g_strndup (text, end - text);
}

/* The letters before the hyphen, without a bracket or quotation mark before them. */
static char *
dup_divided_word (const char *text)
{
  const char *word = find_last_word (text);
  const char *end = g_utf8_prev_char (word + strlen (word));

  while (word < end && !g_unichar_isalpha (g_utf8_get_char (word)))
    word = g_utf8_next_char (word);

  return g_strndup (word, end - word);
}

/* Whether the hyphen at the end of @text goes when @next follows. */
static gboolean
loses_hyphen (Writer     *writer,
              const char *text,
              const char *next)
{
  gunichar last = get_last_character (text);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (last == 0x00AD)
    return TRUE;

  if (!is_hyphen (last) || strstr (find_last_word (text), "://") != NULL)
    return FALSE;

  before = dup_divided_word (text);
  after = dup_first_letters (next);

  return *before != '\0' && *after != '\0' && !cp_pdf_hyphens_keep (writer->hyphens, before, after);
}

/* Words are parted by the end of a line, unless a hyphen or a dash joins them, an address goes on, or the script has no spaces. */
static gboolean
is_joined (const char *text,
           const char *next)
{
  gunichar last = get_last_character (text);
  gunichar first = g_utf8_get_char (next);
  const char *word = find_last_word (text);

  if (is_hyphen (last))
    return strlen (word) > 1 && !g_unichar_isspace (first);

  if (last == 0x2014 || (last == '/' && strstr (word, "://") != NULL))
    return strlen (word) > strlen ("—");

  return g_unichar_iswide (last) && g_unichar_iswide (first);
}

static void
write_word (Writer          *writer,
            const CpPdfWord *word,
            gsize            length)
{
  CpStyle style = word->style;

  if (writer->block->kind == CP_BLOCK_HEADING)
    style &= ~CP_STYLE_STRONG;

  if (word->link != NULL)
    cp_draft_block_append_link (writer->block, word->text, length, style, word->link);
  else
    cp_draft_block_append (writer->block, word->text, length, style);
}

/* @next: (nullable): the line after this one */
static void
write_line (Writer          *writer,
            const CpPdfLine *line,
            const CpPdfLine *next,
            gsize            skipped)
{
  for (guint i = 0; i < line->words->len; i++)
    {
      const CpPdfWord *word = cp_pdf_line_get_word (line, i);
      gboolean last = i + 1 == line->words->len;
      gsize length = strlen (word->text);

      /* The mark of an item of a list is a word or two of its own. */
      if (skipped > 0)
        {
          skipped -= MIN (skipped, length + word->space_after);
          continue;
        }

      if (last && next != NULL && loses_hyphen (writer, line->text, next->text))
        length = g_utf8_prev_char (word->text + length) - word->text;

      write_word (writer, word, length);
      if (last ? next != NULL && !is_joined (line->text, next->text) : word->space_after)
        cp_draft_block_append (writer->block, " ", 1, CP_STYLE_NONE);
    }
}

static const CpPdfLine *
find_next_line (const CpPdfParagraph *paragraph,
                guint                 position)
{
  if (position + 1 < paragraph->lines->len)
    return cp_pdf_paragraph_get_line (paragraph, position + 1);

  return paragraph->rest != NULL ? cp_pdf_paragraph_get_line (paragraph->rest, 0) : NULL;
}

static void
write_paragraph (Writer               *writer,
                 const CpPdfParagraph *paragraph,
                 CpDraft              *draft)
{
  gsize skipped = 0;

  writer->block = cp_draft_begin (draft, paragraph->kind, paragraph->level);
  writer->block->furniture = paragraph->furniture;
  writer->block->outside = paragraph->outside;

  if (paragraph->kind == CP_BLOCK_LIST_ITEM)
    skipped = cp_pdf_paragraph_measure_marker (cp_pdf_paragraph_get_line (paragraph, 0)->text);

  for (; paragraph != NULL; paragraph = paragraph->rest)
    {
      for (guint i = 0; i < paragraph->lines->len; i++)
        {
          write_line (writer, cp_pdf_paragraph_get_line (paragraph, i), find_next_line (paragraph, i), skipped);
          skipped = 0;
        }
    }
}

/**
 * cp_pdf_writer_write:
 * @paragraphs: (element-type CpPdfParagraph): in the order of reading, their parts linked
 * @images: (nullable): the pictures, each of which is put before the text under it
 *
 * Writes each paragraph as a block: lines joined, words that line breaks divide made whole, list marks left out.
 */
void
cp_pdf_writer_write (GPtrArray    *paragraphs,
                     CpPdfHyphens *hyphens,
                     CpPdfImages  *images,
                     CpDraft      *draft)
{
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);
  Writer writer = { .hyphens = hyphens };

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const CpPdfParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (images != NULL)
        cp_pdf_images_add_before (images, paragraph, draft);

      if (g_hash_table_contains (written, paragraph))
        continue;

      for (const CpPdfParagraph *rest = paragraph->rest; rest != NULL; rest = rest->rest)
        g_hash_table_add (written, (gpointer) rest);

      write_paragraph (&writer, paragraph, draft);
    }

  if (images != NULL)
    cp_pdf_images_add_before (images, NULL, draft);
}
