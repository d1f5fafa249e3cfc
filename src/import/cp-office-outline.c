/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headline and the headings of documents that were written without styles. */

#define G_LOG_DOMAIN "cp-office-outline"

#include "config.h"

#include "cp-byline.h"
#include "cp-date.h"
#include "cp-furniture-patterns.h"
#include "cp-office-outline.h"
#include "cp-pattern.h"

#include <string.h>

/* How many blocks from the top the headline may stand, and how long, in bytes, headline and headings may be. */
#define HEAD_BLOCKS 5
#define MAX_TITLE 200
#define MAX_HEADING 100

/* What word processors and libraries put into a new document's properties, which says nothing about this one. */
static CpPattern placeholder = CP_PATTERN ("^(?:microsoft word|word document|document ?\\d*|untitled.*|unnamed.*|unbenannt.*|ohne titel.*|sans titre.*|sin título.*|title|titel|default|blank|template|powerpoint.*|.*\\.(?:docx?|odt|rtf|dotx?))$");
static CpPattern nobody = CP_PATTERN ("^(?:microsoft office.*|ms office.*|(?:windows |office |local )?user ?\\d*|admin(?:istrator)?|authors?|owner|unknown|guest|root|python-docx|apache poi|openpyxl|pandoc|libreoffice.*|openoffice.*|calibre.*|home|pc|hp|dell|lenovo|acer|asus)$");
static CpPattern sentence_end = CP_PATTERN ("[.,;:…][”\"'»)]*$");

static gboolean
is_label (const char *text)
{
  return cp_byline_is_line (text) || cp_date_is_line (text) || cp_furniture_is_kicker (text);
}

static gboolean
may_be_heading (CpDraftBlock *block,
                gsize         max_length)
{
  return block->kind == CP_BLOCK_PARAGRAPH && block->furniture == CP_FURNITURE_NONE && block->text->len <= max_length &&
         !cp_pattern_matches (&sentence_end, block->text->str) && !is_label (block->text->str);
}

static gboolean
is_longer_paragraph (CpDraft      *draft,
                     guint         position,
                     CpDraftBlock *than)
{
  CpDraftBlock *block = position < draft->blocks->len ? cp_draft_get (draft, position) : NULL;

  return block != NULL && block->kind == CP_BLOCK_PARAGRAPH && block->furniture == CP_FURNITURE_NONE &&
         block->text->len > than->text->len && !cp_draft_block_is_strong (block);
}

/* A short line in bold over a paragraph that is not. Right under the headline such a line is the standfirst. */
static void
find_headings (CpDraft *draft)
{
  for (guint i = 1; i < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (cp_draft_get (draft, i - 1)->furniture != CP_FURNITURE_TITLE && cp_draft_block_is_strong (block) &&
          may_be_heading (block, MAX_HEADING) && is_longer_paragraph (draft, i + 1, block))
        {
          block->kind = CP_BLOCK_HEADING;
          block->level = 2;
        }
    }
}

static gboolean
has_longer_paragraph_after (CpDraft *draft,
                            guint    position)
{
  CpDraftBlock *block = cp_draft_get (draft, position);

  for (guint i = position + 1; i < draft->blocks->len; i++)
    {
      if (is_longer_paragraph (draft, i, block))
        return TRUE;
    }

  return FALSE;
}

/* Returns: (nullable): the block at the top that is the headline, by its rank, by what the properties say, or as the
 *   first short line that is none of the lines which stand around headlines */
static CpDraftBlock *
find_headline (CpDraft    *draft,
               const char *title)
{
  guint n_head = MIN (draft->blocks->len, HEAD_BLOCKS);

  for (guint i = 0; i < n_head; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->furniture == CP_FURNITURE_NONE &&
          ((block->kind == CP_BLOCK_HEADING && block->level == 1) || (title != NULL && strcmp (block->text->str, title) == 0)))
        return block;
    }

  for (guint i = 0; i < n_head; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->furniture != CP_FURNITURE_NONE || is_label (block->text->str))
        continue;

      if (block->kind == CP_BLOCK_HEADING || (may_be_heading (block, MAX_TITLE) && has_longer_paragraph_after (draft, i)))
        return block;

      break;
    }

  return NULL;
}

/* What the page shows is believed before the properties, which are often those of the document that this one was
 * made from. */
static void
find_title (CpDraft    *draft,
            const char *title)
{
  CpDraftBlock *headline;

  if (cp_metadata_get (draft->metadata, CP_FIELD_TITLE) != NULL)
    return;

  if (title != NULL && cp_pattern_matches (&placeholder, title))
    title = NULL;

  headline = find_headline (draft, title);
  if (headline != NULL)
    {
      headline->furniture = CP_FURNITURE_TITLE;
      cp_metadata_offer (draft->metadata, CP_FIELD_TITLE, headline->text->str, CP_EVIDENCE_TEXT, "heading");
    }
  else
    {
      cp_metadata_offer (draft->metadata, CP_FIELD_TITLE, title, CP_EVIDENCE_META, "title");
    }
}

/**
 * cp_office_outline_complete:
 * @draft: the paragraphs, with what their styles said
 * @title: (nullable): what the properties of the document call it
 * @creator: (nullable): who made it, as they have it
 *
 * Finds headline and headings where no style told them. Who made a file is often not who wrote the text, so that
 * @creator is offered as a guess: a byline in the text is believed before it.
 */
void
cp_office_outline_complete (CpDraft    *draft,
                            const char *title,
                            const char *creator)
{
  find_title (draft, title);
  find_headings (draft);

  if (creator != NULL && !cp_pattern_matches (&nobody, creator))
    {
      g_auto (GStrv) authors = cp_byline_parse_field (creator);

      cp_metadata_offer_authors (draft->metadata, (const char * const *) authors, CP_EVIDENCE_GUESS, "creator");
    }
}
