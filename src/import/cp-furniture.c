/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells what the publisher put around a piece from the piece, by what the blocks say. */

#define G_LOG_DOMAIN "cp-furniture"

#include "config.h"

#include "cp-byline.h"
#include "cp-date.h"
#include "cp-furniture-patterns.h"
#include "cp-furniture.h"
#include "cp-pattern.h"

#include <string.h>

/* How many blocks from the top may be title, standfirst, byline and date, and how many from the end
 * address, author's note and disclaimer in plain type. */
#define HEAD_BLOCKS 14
#define FOOT_BLOCKS 6

#define MIN_STANDFIRST 25
#define MAX_STANDFIRST 500

/* A longer one, in bytes, over the text of a page is no summary of the piece but its beginning, set apart. */
#define MAX_SUMMARY 200

#define MAX_AUTHOR_NOTE 700

/* Shorter words recur by chance; so many are compared with all paragraphs, and no more. */
#define MIN_PULL_QUOTE 20
#define MAX_PULL_QUOTES 50

/* A paragraph of this length belongs to the body, so that the head of the page ends with it. */
#define MIN_BODY_PARAGRAPH 240

static guint
next_block (CpDraft *draft,
            guint    position)
{
  while (position < draft->blocks->len && cp_draft_get (draft, position)->furniture != CP_FURNITURE_NONE)
    position++;

  return position;
}

static gboolean
is_title (CpDraft      *draft,
          CpDraftBlock *block)
{
  const char *title = cp_metadata_get (draft->metadata, CP_FIELD_TITLE);
  g_autofree char *folded_title = NULL;
  g_autofree char *folded_text = NULL;

  if (title == NULL)
    return block->kind == CP_BLOCK_HEADING && block->level == 1;

  folded_title = g_utf8_casefold (title, -1);
  folded_text = g_utf8_casefold (block->text->str, -1);

  return g_str_equal (folded_title, folded_text);
}

/* The headline is the block that repeats the known title, else the first heading of the highest rank. */
static guint
mark_title (CpDraft *draft)
{
  guint n_head = MIN (draft->blocks->len, HEAD_BLOCKS);

  for (guint i = 0; i < n_head; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->furniture == CP_FURNITURE_TITLE || (block->furniture == CP_FURNITURE_NONE && is_title (draft, block)))
        {
          block->furniture = CP_FURNITURE_TITLE;
          cp_metadata_offer (draft->metadata, CP_FIELD_TITLE, block->text->str, CP_EVIDENCE_TEXT, "heading");

          return i + 1;
        }
    }

  return 0;
}

static gboolean
ends_head (CpDraftBlock *block)
{
  return block->furniture == CP_FURNITURE_NONE &&
         block->kind != CP_BLOCK_HEADING &&
         block->text->len >= MIN_BODY_PARAGRAPH;
}

static CpFurniture
classify_in_head (CpDraft      *draft,
                  CpDraftBlock *block)
{
  const char *text = block->text->str;
  g_autofree char *address = NULL;

  if (cp_date_is_line (text))
    {
      cp_metadata_offer (draft->metadata, CP_FIELD_PUBLISHED, text, CP_EVIDENCE_TEXT, "date line");
      return CP_FURNITURE_DATE;
    }

  if (cp_byline_is_line (text))
    {
      g_auto (GStrv) authors = cp_byline_parse (text);

      cp_metadata_offer_authors (draft->metadata, (const char * const *) authors, CP_EVIDENCE_TEXT, "byline");
      cp_metadata_offer (draft->metadata, CP_FIELD_PUBLISHED, text, CP_EVIDENCE_TEXT, "date line");
      return CP_FURNITURE_BYLINE;
    }

  if (cp_furniture_is_kicker (text))
    {
      cp_metadata_weigh_label (draft->metadata, text, CP_EVIDENCE_TEXT, "kicker");
      cp_metadata_offer (draft->metadata, CP_FIELD_SECTION, text, CP_EVIDENCE_TEXT, "kicker");
      return CP_FURNITURE_KICKER;
    }

  address = cp_furniture_find_address (text);
  if (address != NULL)
    {
      cp_metadata_offer (draft->metadata, CP_FIELD_URL, address, CP_EVIDENCE_TEXT, "printed address");
      return CP_FURNITURE_ADDRESS;
    }

  return CP_FURNITURE_NONE;
}

/* A byline without "By" is known by the names that the metadata gives. */
static gboolean
names_only_authors (CpDraft    *draft,
                    const char *text)
{
  g_auto (GStrv) names = NULL;

  if (strlen (text) > MAX_STANDFIRST / 2)
    return FALSE;

  names = cp_byline_parse (text);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char * const *) draft->metadata->authors, names[i]))
        return FALSE;
    }

  return names[0] != NULL && (g_utf8_strlen (text, -1) < 2 * g_utf8_strlen (names[0], -1) || names[1] != NULL);
}

/* Bylines, dates and section names stand over the first long paragraph. */
static void
mark_head (CpDraft *draft)
{
  guint n_head = MIN (draft->blocks->len, HEAD_BLOCKS);

  for (guint i = 0; i < n_head; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (ends_head (block))
        return;

      if (block->furniture != CP_FURNITURE_NONE)
        continue;

      block->furniture = classify_in_head (draft, block);
      if (block->furniture == CP_FURNITURE_NONE && names_only_authors (draft, block->text->str))
        block->furniture = CP_FURNITURE_BYLINE;

      /* Short lines over the text look like headings to a reader that knows no better. */
      if (block->furniture != CP_FURNITURE_NONE && block->kind == CP_BLOCK_HEADING)
        {
          block->kind = CP_BLOCK_PARAGRAPH;
          block->level = 0;
        }
    }
}

/* The words without the quotation marks that designers put around them. */
static char *
strip_quotation_marks (const char *text)
{
  static CpPattern marks = CP_PATTERN ("^[\"'“”„«»‘’…\\s]+|[\"'“”„«»‘’….,\\s]+$");
  g_auto (GStrv) parts = cp_pattern_split (&marks, text);

  return g_strjoinv (NULL, parts);
}

static gboolean
occurs_in_paragraph (CpDraft    *draft,
                     const char *words)
{
  for (guint i = 0; i < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->furniture == CP_FURNITURE_NONE && block->kind == CP_BLOCK_PARAGRAPH && strstr (block->text->str, words) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
stands_over_byline (CpDraft *draft,
                    guint    position)
{
  CpDraftBlock *next = position + 1 < draft->blocks->len ? cp_draft_get (draft, position + 1) : NULL;

  return next != NULL && (next->furniture == CP_FURNITURE_BYLINE || next->furniture == CP_FURNITURE_DATE);
}

/* The standfirst follows the headline, and is in bold, in italics, over the byline or away from the text.
 * A heading over a paragraph of the body is that paragraph's. */
static void
mark_standfirst (CpDraft *draft,
                 guint    after_title)
{
  guint position = next_block (draft, after_title);
  CpDraftBlock *block;

  if (after_title == 0 || position >= MIN (draft->blocks->len, HEAD_BLOCKS))
    return;

  block = cp_draft_get (draft, position);
  if (block->text->len > MAX_STANDFIRST || cp_draft_block_is_linked (block))
    return;

  if (block->outside && block->text->len > MAX_SUMMARY)
    {
      block->outside = FALSE;
      return;
    }

  if ((block->outside && block->text->len >= MIN_STANDFIRST) ||
      stands_over_byline (draft, position) ||
      (!draft->is_laid_out && block->kind != CP_BLOCK_HEADING && (cp_draft_block_is_strong (block) || cp_draft_block_is_emphasised (block))))
    block->furniture = CP_FURNITURE_STANDFIRST;
}

/* Reads the standfirst off the page, where it is what the reader saw. */
static void
take_standfirst (CpDraft *draft)
{
  guint n_head = MIN (draft->blocks->len, HEAD_BLOCKS);

  for (guint i = 0; i < n_head; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->furniture == CP_FURNITURE_STANDFIRST)
        {
          cp_metadata_offer (draft->metadata, CP_FIELD_STANDFIRST, block->text->str, CP_EVIDENCE_PAGE, "standfirst");
          return;
        }
    }
}

/* What is left between headline and text is none of the text. */
static void
mark_outside (CpDraft *draft)
{
  for (guint i = 0; i < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->outside && block->furniture == CP_FURNITURE_NONE)
        block->furniture = CP_FURNITURE_NOTICE;
    }
}

/* Many pages describe themselves by the first words of the text, which are no standfirst. */
static void
drop_repeated_standfirst (CpDraft *draft)
{
  const char *standfirst = cp_metadata_get (draft->metadata, CP_FIELD_STANDFIRST);
  g_autofree char *words = NULL;

  if (standfirst == NULL || draft->metadata->evidence[CP_FIELD_STANDFIRST] != CP_EVIDENCE_META)
    return;

  words = strip_quotation_marks (standfirst);
  if (occurs_in_paragraph (draft, words))
    cp_metadata_forget (draft->metadata, CP_FIELD_STANDFIRST);
}

static void
note_disclaimer (CpDraft    *draft,
                 const char *text)
{
  g_autofree char *outlet = cp_furniture_find_outlet (text);

  cp_metadata_offer (draft->metadata, CP_FIELD_OUTLET, outlet, CP_EVIDENCE_TEXT, "disclaimer");
  if (cp_furniture_speaks_of_opinion (text))
    cp_metadata_mark_opinion (draft->metadata, CP_EVIDENCE_TEXT, "disclaimer");
}

/* Small print in running text would be a sentence of the author's; it is taken for the publisher's
 * at the top, at the end, and in italics. */
static gboolean
may_be_notice (CpDraft *draft,
               guint    position)
{
  CpDraftBlock *block = cp_draft_get (draft, position);

  return position < 4 ||
         position + FOOT_BLOCKS >= draft->blocks->len ||
         cp_draft_block_is_emphasised (block) ||
         cp_draft_block_is_strong (block) ||
         block->text->len < 80;
}

static void
mark_notice (CpDraft *draft,
             guint    position)
{
  CpDraftBlock *block = cp_draft_get (draft, position);

  if (cp_furniture_is_caption (block))
    {
      block->furniture = CP_FURNITURE_CAPTION;
      block->kind = CP_BLOCK_CAPTION;
    }
  else if (cp_furniture_is_related (block))
    {
      block->furniture = CP_FURNITURE_RELATED;
    }
  else if (may_be_notice (draft, position))
    {
      block->furniture = cp_furniture_kind_of_notice (block->text->str);
      if (block->furniture == CP_FURNITURE_DISCLAIMER)
        note_disclaimer (draft, block->text->str);
    }
}

static void
mark_notices (CpDraft *draft)
{
  for (guint i = 0; i < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->kind == CP_BLOCK_CAPTION && block->furniture == CP_FURNITURE_NONE)
        block->furniture = CP_FURNITURE_CAPTION;
      else if (block->furniture == CP_FURNITURE_NONE)
        mark_notice (draft, i);
    }
}

/* A label without a link of its own, as "Read more", speaks of the linked lines after it. */
static void
mark_lists_of_links (CpDraft *draft)
{
  gboolean in_list = FALSE;

  for (guint i = 0; i < draft->blocks->len; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->furniture == CP_FURNITURE_RELATED)
        {
          in_list = !cp_draft_block_is_linked (block) && cp_furniture_is_related_label (block->text->str);
          continue;
        }

      in_list = in_list && block->furniture == CP_FURNITURE_NONE &&
                (cp_draft_block_is_linked (block) || (block->kind == CP_BLOCK_LIST_ITEM && block->n_linked * 4 > block->n_inked));
      if (in_list)
        block->furniture = CP_FURNITURE_RELATED;
    }
}

static gboolean
begins_with_author (CpDraft    *draft,
                    const char *text)
{
  for (char **author = draft->metadata->authors; *author != NULL; author++)
    {
      const char *rest = g_str_has_prefix (text, *author) ? text + strlen (*author) : NULL;

      if (rest != NULL && (*rest == ' ' || *rest == ',') && strchr (*author, ' ') != NULL)
        return TRUE;
    }

  return FALSE;
}

/* "Original url:", the address itself, and who the author is close a saved piece. */
static CpFurniture
classify_in_foot (CpDraft      *draft,
                  CpDraftBlock *block)
{
  const char *text = block->text->str;
  g_autofree char *address = cp_furniture_find_address (text);

  if (address != NULL)
    {
      cp_metadata_offer (draft->metadata, CP_FIELD_URL, address, CP_EVIDENCE_TEXT, "printed address");
      return CP_FURNITURE_ADDRESS;
    }

  if (cp_furniture_is_address_label (text))
    {
      cp_metadata_offer (draft->metadata, CP_FIELD_URL, block->link, CP_EVIDENCE_TEXT, "printed address");
      return CP_FURNITURE_ADDRESS;
    }

  if (cp_date_is_line (text))
    {
      cp_metadata_offer (draft->metadata, CP_FIELD_PUBLISHED, text, CP_EVIDENCE_GUESS, "date line");
      return CP_FURNITURE_DATE;
    }

  if (block->text->len <= MAX_AUTHOR_NOTE && begins_with_author (draft, text))
    {
      note_disclaimer (draft, text);
      return CP_FURNITURE_AUTHOR_NOTE;
    }

  return CP_FURNITURE_NONE;
}

static void
mark_foot (CpDraft *draft)
{
  guint n_blocks = draft->blocks->len;

  for (guint i = n_blocks > FOOT_BLOCKS ? n_blocks - FOOT_BLOCKS : 0; i < n_blocks; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);

      if (block->furniture == CP_FURNITURE_NONE)
        block->furniture = classify_in_foot (draft, block);
    }
}

/* A quotation set off from the text that says just what a paragraph says was put there to break up
 * the page. */
static void
mark_pull_quotes (CpDraft *draft)
{
  int n_left = MAX_PULL_QUOTES;

  for (guint i = 0; i < draft->blocks->len && n_left > 0; i++)
    {
      CpDraftBlock *block = cp_draft_get (draft, i);
      g_autofree char *words = NULL;

      if (block->furniture != CP_FURNITURE_NONE || block->kind != CP_BLOCK_QUOTATION ||
          block->text->len < MIN_PULL_QUOTE || block->text->len > MAX_STANDFIRST)
        continue;

      n_left--;
      words = strip_quotation_marks (block->text->str);
      if (occurs_in_paragraph (draft, words))
        block->furniture = CP_FURNITURE_PULL_QUOTE;
    }
}

/**
 * cp_furniture_mark:
 * @draft: what a reader made of a file; blocks may be marked already by what the format says
 *
 * Marks the blocks that are the publisher's, and tells the metadata what they say. Goes by the
 * wordings and places that papers have in common; knows no paper by name.
 */
void
cp_furniture_mark (CpDraft *draft)
{
  guint after_title = mark_title (draft);

  mark_head (draft);
  mark_notices (draft);
  mark_lists_of_links (draft);
  mark_pull_quotes (draft);
  mark_foot (draft);
  mark_standfirst (draft, after_title);
  take_standfirst (draft);
  mark_outside (draft);
  drop_repeated_standfirst (draft);
}
