/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells headings, quotations, captions and notes of a PDF document by their type and place. */

#define G_LOG_DOMAIN "cp-pdf-kinds"

#include "config.h"

#include "cp-pattern.h"
#include "cp-pdf-kinds.h"
#include "cp-pdf-metadata.h"

#include <math.h>
#include <string.h>

/* Sizes against that of the text. */
#define HEADING_SIZE 1.12
#define LARGE_HEADING_SIZE 1.35
#define STANDFIRST_SIZE 1.05
#define SMALL_SIZE 0.93
#define NOTE_SIZE 0.9

/* Characters of headings, by whether they are in larger or only in bolder type. */
#define MAX_HEADING 220
#define MAX_BOLD_HEADING 110

#define MIN_STANDFIRST 40
#define MAX_STANDFIRST 500

/* How far a quotation is moved in, in sizes of the font. */
#define MIN_QUOTATION_INDENT 0.9

/* How far under a picture its caption may begin, in lines. */
#define MAX_CAPTION_DISTANCE 2.5

/* Pages that the menus of a web page may fill before the piece begins. */
#define MAX_MENU_PAGES 4

/* Sizes of headings that are told apart, to a tenth of a point. */
#define MAX_LEVEL 6

static CpPattern full_stop = CP_PATTERN ("[.;,:…][\"'”’»“)]*$");
static CpPattern letters = CP_PATTERN ("\\p{L}.*\\p{L}");
static CpPattern note_mark = CP_PATTERN ("^(?:\\[?\\d{1,3}[\\].)]?|[*†‡§¹²³])\\s?\\S");

static CpPdfParagraph *
get (GPtrArray *paragraphs,
     guint      position)
{
  return g_ptr_array_index (paragraphs, position);
}

static const char *
get_last_text (const CpPdfParagraph *paragraph)
{
  return cp_pdf_paragraph_get_line (paragraph, paragraph->lines->len - 1)->text;
}

static gboolean
is_heading (CpPdfText            *text,
            const CpPdfParagraph *paragraph)
{
  gboolean stopped = cp_pattern_matches (&full_stop, get_last_text (paragraph));

  if (paragraph->kind != CP_BLOCK_PARAGRAPH || paragraph->n_characters > MAX_HEADING ||
      !cp_pattern_matches (&letters, cp_pdf_paragraph_get_line (paragraph, 0)->text))
    return FALSE;

  if (paragraph->size >= text->size * LARGE_HEADING_SIZE)
    return !stopped || paragraph->n_characters <= MAX_BOLD_HEADING;

  if (paragraph->size >= text->size * HEADING_SIZE)
    return !stopped;

  return paragraph->size >= text->size * (1 - 0.02) && paragraph->n_characters <= MAX_BOLD_HEADING && !stopped &&
         (cp_pdf_paragraph_get_style (paragraph) & CP_STYLE_STRONG);
}

/* All lines are moved in by the same, and those of the text around are not. */
static gboolean
is_quotation (CpPdfText            *text,
              const CpPdfParagraph *paragraph,
              const CpPdfParagraph *other)
{
  const CpPdfLine *first = cp_pdf_paragraph_get_line (paragraph, 0);
  double left = first->box.x1;
  double right = 0;

  if (paragraph->kind != CP_BLOCK_PARAGRAPH || paragraph->lines->len < 2 || other == NULL || other == paragraph ||
      other->lines->len < 2)
    return FALSE;

  for (guint i = 0; i < paragraph->lines->len; i++)
    {
      const CpPdfLine *line = cp_pdf_paragraph_get_line (paragraph, i);

      left = MIN (left, line->box.x1);
      right = MAX (right, line->box.x2);
      if (fabs (line->box.x1 - first->box.x1) > line->size * 0.4)
        return FALSE;
    }

  return left - cp_pdf_paragraph_get_line (other, 1)->box.x1 >= text->size * MIN_QUOTATION_INDENT &&
         cp_pdf_paragraph_get_line (other, 1)->column == first->column &&
         paragraph->size <= text->size * STANDFIRST_SIZE &&
         right <= cp_pdf_paragraph_measure (other).x2 + text->size;
}

static gboolean
is_caption (CpPdfText            *text,
            const CpPdfParagraph *paragraph)
{
  CpPdfPage *page = cp_pdf_text_get_page (text, paragraph->page);
  CpPdfBox box = cp_pdf_paragraph_measure (paragraph);

  if (paragraph->size > text->size * SMALL_SIZE && !(cp_pdf_paragraph_get_style (paragraph) & CP_STYLE_EMPHASIS))
    return FALSE;

  for (guint i = 0; i < page->images->len; i++)
    {
      const CpPdfBox *image = &g_array_index (page->images, CpPdfBox, i);
      double distance = box.y1 - image->y2;

      if (distance > -text->leading && distance < text->leading * MAX_CAPTION_DISTANCE &&
          MIN (box.x2, image->x2) - MAX (box.x1, image->x1) > 0.5 * (box.x2 - box.x1))
        return TRUE;
    }

  return FALSE;
}

/* Under all text in the main size that stands in its column. */
static gboolean
is_lowest (CpPdfText *text,
           GPtrArray *paragraphs,
           guint      position)
{
  const CpPdfParagraph *note = get (paragraphs, position);
  guint column = cp_pdf_paragraph_get_line (note, 0)->column;

  for (guint i = position + 1; i < paragraphs->len && get (paragraphs, i)->page == note->page; i++)
    {
      const CpPdfParagraph *other = get (paragraphs, i);

      if (cp_pdf_paragraph_get_line (other, 0)->column == column && other->size > text->size * NOTE_SIZE)
        return FALSE;
    }

  return TRUE;
}

static void
mark_small (CpPdfText *text,
            GPtrArray *paragraphs)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      CpPdfParagraph *paragraph = get (paragraphs, i);
      const char *words = cp_pdf_paragraph_get_line (paragraph, 0)->text;

      if (paragraph->furniture != CP_FURNITURE_NONE || paragraph->kind == CP_BLOCK_HEADING)
        continue;

      if (is_caption (text, paragraph))
        paragraph->kind = CP_BLOCK_CAPTION;
      else if (paragraph->size <= text->size * NOTE_SIZE && cp_pattern_matches (&note_mark, words) && is_lowest (text, paragraphs, i))
        paragraph->furniture = CP_FURNITURE_FOOTNOTE;
      else if (paragraph->size <= text->size * NOTE_SIZE && paragraph->kind != CP_BLOCK_QUOTATION)
        paragraph->outside = TRUE;
    }
}

static gboolean
has_text_before (GPtrArray *paragraphs,
                 guint      position)
{
  for (guint i = 0; i < position; i++)
    {
      if (get (paragraphs, i)->kind == CP_BLOCK_PARAGRAPH && get (paragraphs, i)->n_characters > MAX_STANDFIRST)
        return TRUE;
    }

  return FALSE;
}

static char *
dup_text (const CpPdfParagraph *paragraph)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < paragraph->lines->len; i++)
    g_string_append_printf (text, "%s ", cp_pdf_paragraph_get_line (paragraph, i)->text);

  return g_strdup (text->str);
}

/* Of two headings, the one that the document has for its title; else the larger, else the upper one. */
static gboolean
is_better_title (const CpPdfParagraph *paragraph,
                 const CpPdfParagraph *other,
                 const char           *title)
{
  g_autofree char *text = dup_text (paragraph);
  g_autofree char *other_text = NULL;
  gboolean known, other_known;

  if (other == NULL)
    return TRUE;

  other_text = dup_text (other);
  known = title != NULL && cp_pdf_metadata_is_headline (title, text);
  other_known = title != NULL && cp_pdf_metadata_is_headline (title, other_text);

  if (known && other_known)
    return paragraph->n_characters > other->n_characters;

  return known != other_known ? known : paragraph->size > other->size * 1.02;
}

static CpPdfParagraph *
find_title (CpPdfText  *text,
            GPtrArray  *paragraphs,
            const char *known,
            guint      *position)
{
  CpPdfParagraph *title = NULL;
  guint last_page = paragraphs->len > 0 ? get (paragraphs, 0)->page : 0;

  if (text->is_web_page)
    last_page += MAX_MENU_PAGES;

  for (guint i = 0; i < paragraphs->len && get (paragraphs, i)->page <= last_page; i++)
    {
      CpPdfParagraph *paragraph = get (paragraphs, i);

      if (paragraph->kind == CP_BLOCK_HEADING && paragraph->furniture == CP_FURNITURE_NONE &&
          is_better_title (paragraph, title, known) && !has_text_before (paragraphs, i))
        {
          title = paragraph;
          *position = i;
        }
    }

  return title;
}

/* Headings rank by size; those in the size of the text, which are only bold, come last. */
static void
rank_headings (GPtrArray            *paragraphs,
               const CpPdfParagraph *title)
{
  double sizes[MAX_LEVEL] = { 0 };
  guint n_sizes = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      CpPdfParagraph *paragraph = get (paragraphs, i);
      guint rank = 0;

      if (paragraph->kind != CP_BLOCK_HEADING || paragraph == title)
        continue;

      while (rank < n_sizes && sizes[rank] > paragraph->size + 0.2)
        rank++;

      if (n_sizes < MAX_LEVEL && (rank == n_sizes || sizes[rank] < paragraph->size - 0.2))
        {
          memmove (&sizes[rank + 1], &sizes[rank], (n_sizes - rank) * sizeof (double));
          sizes[rank] = paragraph->size;
          n_sizes++;
        }
    }

  for (guint i = 0; i < paragraphs->len; i++)
    {
      CpPdfParagraph *paragraph = get (paragraphs, i);

      if (paragraph->kind != CP_BLOCK_HEADING)
        continue;

      paragraph->level = paragraph == title ? 1 : 2;
      for (guint rank = 0; paragraph != title && rank + 1 < n_sizes && sizes[rank] > paragraph->size + 0.2; rank++)
        paragraph->level = MIN (paragraph->level + 1, MAX_LEVEL);
    }
}

/* The summary under the headline is set in type between that of the headline and that of the text. */
static void
mark_standfirst (CpPdfText *text,
                 GPtrArray *paragraphs,
                 guint      title)
{
  CpPdfParagraph *paragraph = title + 1 < paragraphs->len ? get (paragraphs, title + 1) : NULL;

  if (paragraph == NULL || paragraph->furniture != CP_FURNITURE_NONE ||
      paragraph->size < text->size * STANDFIRST_SIZE || paragraph->size > get (paragraphs, title)->size * 0.95 ||
      paragraph->n_characters < MIN_STANDFIRST || paragraph->n_characters > MAX_STANDFIRST)
    return;

  paragraph->kind = CP_BLOCK_PARAGRAPH;
  paragraph->furniture = CP_FURNITURE_STANDFIRST;
}

static void
mark_quotations (CpPdfText *text,
                 GPtrArray *paragraphs)
{
  const CpPdfParagraph *body = NULL;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      CpPdfParagraph *paragraph = get (paragraphs, i);

      if (paragraph->furniture != CP_FURNITURE_NONE || paragraph->kind != CP_BLOCK_PARAGRAPH)
        continue;

      if (is_quotation (text, paragraph, body))
        paragraph->kind = CP_BLOCK_QUOTATION;
      else if (paragraph->lines->len > 1 && fabs (paragraph->size - text->size) < 0.3)
        body = paragraph;
    }
}

/**
 * cp_pdf_kinds_mark:
 * @paragraphs: (element-type CpPdfParagraph): in the order of reading
 * @known_title: (nullable): what the document says that its title is
 *
 * Tells what the paragraphs are by the size and weight of their type, by how far they are moved in, and by the pictures near them.
 */
void
cp_pdf_kinds_mark (CpPdfText  *text,
                   GPtrArray  *paragraphs,
                   const char *known_title)
{
  CpPdfParagraph *title;
  guint position = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      if (get (paragraphs, i)->furniture == CP_FURNITURE_NONE && is_heading (text, get (paragraphs, i)))
        get (paragraphs, i)->kind = CP_BLOCK_HEADING;
    }

  mark_quotations (text, paragraphs);
  mark_small (text, paragraphs);

  title = find_title (text, paragraphs, known_title, &position);
  if (title != NULL)
    mark_standfirst (text, paragraphs, position);

  rank_headings (paragraphs, title);
}
