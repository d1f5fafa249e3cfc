/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines in the order of reading → paragraphs. */

#define G_LOG_DOMAIN "cp-pdf-paragraphs"

#include "config.h"

#include "cp-pattern.h"
#include "cp-pdf-paragraphs.h"

#include <math.h>
#include <string.h>

/* Lines about one among which the longest tells where lines of this sort end. */
#define WINDOW 12
#define MIN_LINES 4

/* In sizes of the font: what moves the first line of a paragraph in, and what is wider than any space between words. */
#define MIN_INDENT 0.6
#define MAX_INDENT 6.0
#define SPACE 0.25
#define RAGGED 0.6
#define MAX_PART_GAP 3.0

/* How much wider than the usual the step to the next paragraph is, and how much two sizes may differ in one. */
#define MIN_SPACING 1.25
#define SAME_SIZE 0.06

/* Larger text is headlines, in which lines are broken by hand. */
#define DISPLAY_SIZE 1.15

/* How far a paragraph may go on behind its first part. */
#define MAX_APART 6

static CpPattern marker = CP_PATTERN ("^(?:[•‣▪●○◦■□◆➢·*–—-]\\s+|\\(?\\d{1,2}[.)]\\s+|\\(?[a-h]\\)\\s+)(?=\\S)");
static CpPattern sentence_end = CP_PATTERN ("[.!?…:؟۔。][\"'”’»“)\\]]*$");

static void
free_paragraph (gpointer data)
{
  CpPdfParagraph *paragraph = data;

  g_ptr_array_unref (paragraph->lines);
  g_free (paragraph);
}

CpPdfLine *
cp_pdf_paragraph_get_line (const CpPdfParagraph *self,
                           guint                 position)
{
  return g_ptr_array_index (self->lines, position);
}

static CpPdfLine *
get_last_line (const CpPdfParagraph *self)
{
  return g_ptr_array_index (self->lines, self->lines->len - 1);
}

CpPdfBox
cp_pdf_paragraph_measure (const CpPdfParagraph *self)
{
  CpPdfBox box = cp_pdf_paragraph_get_line (self, 0)->box;

  for (guint i = 1; i < self->lines->len; i++)
    {
      const CpPdfBox *other = &cp_pdf_paragraph_get_line (self, i)->box;

      box.x1 = MIN (box.x1, other->x1);
      box.y1 = MIN (box.y1, other->y1);
      box.x2 = MAX (box.x2, other->x2);
      box.y2 = MAX (box.y2, other->y2);
    }

  return box;
}

/**
 * cp_pdf_paragraph_get_style:
 *
 * Returns: the styles that all of the paragraph has
 */
CpStyle
cp_pdf_paragraph_get_style (const CpPdfParagraph *self)
{
  CpStyle style = cp_pdf_line_get_style (cp_pdf_paragraph_get_line (self, 0));

  for (guint i = 1; i < self->lines->len; i++)
    style &= cp_pdf_line_get_style (cp_pdf_paragraph_get_line (self, i));

  return style;
}

/**
 * cp_pdf_paragraph_measure_marker:
 *
 * Returns: the bytes of the bullet or number with which an item of a list begins, and of the space after it; 0 when there
 *   is none
 */
gsize
cp_pdf_paragraph_measure_marker (const char *text)
{
  g_autofree char *found = cp_pattern_fetch (&marker, text, 0);

  return found != NULL ? strlen (found) : 0;
}

static gboolean
are_of_one_size (double a,
                 double b)
{
  return fabs (a - b) <= MAX (a, b) * SAME_SIZE;
}

static gboolean
ends_sentence (const char *text)
{
  return cp_pattern_matches (&sentence_end, text);
}

static gboolean
begins_in_lower_case (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

/* Letters of Hebrew, Arabic and Chinese, which know no case, tell nothing. */
static gboolean
begins_in_upper_case (const char *text)
{
  gunichar first;

  while (*text != '\0' && g_unichar_ispunct (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  first = g_utf8_get_char (text);

  return g_unichar_isupper (first) || g_unichar_istitle (first) || g_unichar_isdigit (first);
}

static gboolean
ends_in_hyphen (const char *text)
{
  const char *last = *text != '\0' ? g_utf8_prev_char (text + strlen (text)) : text;
  gunichar character = g_utf8_get_char (last);

  return (character == '-' || character == 0x2010 || character == 0x00AD) && last > text &&
         g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (last)));
}

/* Where lines like this one end: the farthest end near it in the same column, unless there are too few to tell. */
static double
find_right_edge (GPtrArray *lines,
                 guint      position)
{
  const CpPdfLine *line = g_ptr_array_index (lines, position);
  guint first = position > WINDOW ? position - WINDOW : 0;
  double right = line->box.x2;
  guint n_lines = 0;

  for (guint i = first; i < MIN (lines->len, position + WINDOW); i++)
    {
      const CpPdfLine *other = g_ptr_array_index (lines, i);

      if (other->column != line->column || !are_of_one_size (other->size, line->size))
        continue;

      right = MAX (right, other->box.x2);
      n_lines++;
    }

  return n_lines < MIN_LINES ? line->right : right;
}

/* Whether the first word of the next line would have found room on this one. */
static gboolean
is_short (GPtrArray       *lines,
          guint            position,
          const CpPdfLine *next)
{
  const CpPdfLine *line = g_ptr_array_index (lines, position);
  double word = 0;

  for (guint i = 0; i < next->words->len; i++)
    {
      const CpPdfWord *part = cp_pdf_line_get_word (next, i);

      word += part->box.x2 - part->box.x1;
      if (part->space_after)
        break;
    }

  return line->box.x2 + word + line->size * (SPACE + RAGGED) < find_right_edge (lines, position);
}

static gboolean
is_display (CpPdfText       *text,
            const CpPdfLine *line)
{
  return line->size >= text->size * DISPLAY_SIZE;
}

/* By the step from line to line. Parts of one row are one line, unless they are far from each other. */
static gboolean
is_set_apart (CpPdfText       *text,
              const CpPdfLine *before,
              const CpPdfLine *line)
{
  double step = line->box.y2 - before->box.y2;
  double usual = MAX (text->leading * line->size / text->size, line->size);

  if (fabs (step) < line->size * 0.5)
    return line->box.x1 - before->box.x2 > line->size * MAX_PART_GAP || line->box.x1 < before->box.x1;

  return step < 0 || step > usual * (is_display (text, line) ? MIN_SPACING * 1.15 : MIN_SPACING);
}

/* A bold lead goes on in plain type within a line, a heading does not. */
static gboolean
changes_weight (GPtrArray *lines,
                guint      position)
{
  const CpPdfLine *before = g_ptr_array_index (lines, position - 1);
  const CpPdfLine *line = g_ptr_array_index (lines, position);
  CpStyle change = cp_pdf_line_get_style (before) ^ cp_pdf_line_get_style (line);

  return change != 0 && is_short (lines, position - 1, line) && begins_in_upper_case (line->text);
}

static gboolean
is_indented (const CpPdfLine *line,
             double           left)
{
  return line->box.x1 - left > line->size * MIN_INDENT && line->box.x1 - left < line->size * MAX_INDENT;
}

static gboolean
is_same_row (const CpPdfLine *before,
             const CpPdfLine *line)
{
  return fabs (line->box.y2 - before->box.y2) < line->size * 0.5;
}

static gboolean
begins_paragraph (CpPdfText *text,
                  GPtrArray *lines,
                  guint      position,
                  gboolean   in_item)
{
  const CpPdfLine *line = g_ptr_array_index (lines, position);
  const CpPdfLine *before = g_ptr_array_index (lines, position - 1);

  if (line->column != before->column || line->furniture != before->furniture || line->furniture != CP_FURNITURE_NONE ||
      !are_of_one_size (line->size, before->size) || is_set_apart (text, before, line))
    return TRUE;

  if (is_same_row (before, line))
    return FALSE;

  if (is_display (text, line))
    return FALSE;

  if (cp_pdf_paragraph_measure_marker (line->text) > 0 &&
      (in_item || ends_sentence (before->text) || is_short (lines, position - 1, line)))
    return TRUE;

  if (changes_weight (lines, position))
    return TRUE;

  /* The second line of an item hangs under the first. */
  if (!in_item && is_indented (line, before->box.x1) && !ends_in_hyphen (before->text))
    return TRUE;

  return is_short (lines, position - 1, line) && (ends_sentence (before->text) || begins_in_upper_case (line->text));
}

static CpPdfParagraph *
add_paragraph (GPtrArray *paragraphs,
               CpPdfLine *line)
{
  CpPdfParagraph *paragraph = g_new0 (CpPdfParagraph, 1);

  paragraph->lines = g_ptr_array_new ();
  paragraph->kind = cp_pdf_paragraph_measure_marker (line->text) > 0 ? CP_BLOCK_LIST_ITEM : CP_BLOCK_PARAGRAPH;
  paragraph->furniture = line->furniture;
  paragraph->page = line->page;
  paragraph->size = line->size;
  g_ptr_array_add (paragraphs, paragraph);

  return paragraph;
}

/**
 * cp_pdf_paragraphs_split:
 * @text: its lines in the order of reading
 *
 * Divides the lines where a step is wider than others, where one is moved in, where one ends early although the next word
 * would have fitted, and where type, mark or column change.
 *
 * Returns: (transfer full) (element-type CpPdfParagraph): the paragraphs, which borrow the lines
 */
GPtrArray *
cp_pdf_paragraphs_split (CpPdfText *text)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (free_paragraph);
  CpPdfParagraph *paragraph = NULL;

  for (guint i = 0; i < text->pages->len; i++)
    {
      GPtrArray *lines = cp_pdf_text_get_page (text, i)->lines;

      for (guint j = 0; j < lines->len; j++)
        {
          CpPdfLine *line = g_ptr_array_index (lines, j);

          if (j == 0 || begins_paragraph (text, lines, j, paragraph->kind == CP_BLOCK_LIST_ITEM))
            paragraph = add_paragraph (paragraphs, line);

          g_ptr_array_add (paragraph->lines, line);
          paragraph->n_characters += line->n_characters;
        }
    }

  return paragraphs;
}

static gboolean
is_text (const CpPdfParagraph *paragraph)
{
  return paragraph->furniture == CP_FURNITURE_NONE && !paragraph->outside && paragraph->kind != CP_BLOCK_HEADING &&
         paragraph->kind != CP_BLOCK_CAPTION;
}

/* Whether the first line stands where those of new paragraphs do. */
static gboolean
begins_indented (const CpPdfParagraph *self)
{
  const CpPdfLine *first = cp_pdf_paragraph_get_line (self, 0);

  return is_indented (first, self->lines->len > 1 ? cp_pdf_paragraph_get_line (self, 1)->box.x1 : first->left);
}

/* Whether paragraphs begin with a line moved in, as books and newspapers have it. */
static gboolean
are_indented (GPtrArray *paragraphs)
{
  guint n_paragraphs = 0, n_indented = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      CpPdfParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (!is_text (paragraph) || paragraph->lines->len < 2)
        continue;

      n_paragraphs++;
      n_indented += begins_indented (paragraph);
    }

  return n_indented * 3 > n_paragraphs;
}

static gboolean
ends_full (const CpPdfParagraph *self)
{
  const CpPdfLine *last = get_last_line (self);

  return last->box.x2 > last->right - last->size * 2 && last->box.x2 - last->box.x1 > (last->right - last->left) / 2;
}

/* @adjacent: whether nothing but furniture stands between them */
static gboolean
continues (const CpPdfParagraph *torn,
           const CpPdfParagraph *rest,
           gboolean              adjacent,
           gboolean              indented)
{
  const CpPdfLine *last = get_last_line (torn);
  const CpPdfLine *first = cp_pdf_paragraph_get_line (rest, 0);

  if (!is_text (rest) || !are_of_one_size (last->size, first->size) || rest->kind == CP_BLOCK_LIST_ITEM ||
      last->column == first->column)
    return FALSE;

  if (ends_in_hyphen (last->text))
    return begins_in_lower_case (first->text) || adjacent;

  if (begins_in_lower_case (first->text))
    return !ends_sentence (last->text);

  if (!adjacent || (torn->kind != rest->kind) || begins_indented (rest))
    return FALSE;

  return ends_full (torn) && (!ends_sentence (last->text) || indented);
}

static CpPdfParagraph *
find_rest (GPtrArray *paragraphs,
           guint      position,
           gboolean   indented)
{
  CpPdfParagraph *torn = g_ptr_array_index (paragraphs, position);
  gboolean adjacent = TRUE;
  guint n_apart = 0;

  for (guint i = position + 1; i < paragraphs->len && n_apart < MAX_APART; i++)
    {
      CpPdfParagraph *rest = g_ptr_array_index (paragraphs, i);

      if (continues (torn, rest, adjacent, indented))
        return rest;

      /* A paragraph is not torn by another one of its kind, but may be by a heading that spans the columns. */
      if (is_text (rest) && are_of_one_size (torn->size, rest->size) && rest->kind == CP_BLOCK_PARAGRAPH)
        return NULL;

      adjacent = adjacent && (rest->furniture != CP_FURNITURE_NONE || rest->outside || rest->kind == CP_BLOCK_CAPTION);
      n_apart += rest->furniture == CP_FURNITURE_NONE;
    }

  return NULL;
}

/**
 * cp_pdf_paragraphs_join:
 * @paragraphs: (element-type CpPdfParagraph): of which the kinds are known
 *
 * Links the parts of paragraphs that the end of a column or page tears, also past captions, notes and furniture.
 */
void
cp_pdf_paragraphs_join (GPtrArray *paragraphs)
{
  gboolean indented = are_indented (paragraphs);
  g_autoptr (GHashTable) rests = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      CpPdfParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (!is_text (paragraph))
        continue;

      paragraph->rest = find_rest (paragraphs, i, indented);
      if (paragraph->rest != NULL && !g_hash_table_add (rests, paragraph->rest))
        paragraph->rest = NULL;
    }
}
