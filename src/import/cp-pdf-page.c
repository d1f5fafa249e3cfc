/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a PDF document as lines of words with their places. */

#define G_LOG_DOMAIN "cp-pdf-page"

#include "config.h"

#include "cp-pattern.h"
#include "cp-pdf-bidi.h"
#include "cp-pdf-page.h"
#include "cp-pdf-protocol.h"

#include <math.h>
#include <string.h>

/* Nothing on paper is farther from its corner, in points. */
#define MAX_COORDINATE 20000.0
#define MAX_SIZE 500.0

/* A letter so much larger than the text beside it is the first of its paragraph, drawn over several lines. */
#define MIN_INITIAL_SIZE 1.7
#define MAX_INITIAL_LETTERS 2

/* A mark or a number that stands so near before a line, in sizes of the font, belongs to it. */
#define MAX_MARKER_GAP 4.0
#define MAX_MARKER_LETTERS 4
#define MAX_NEIGHBOURS 40

/* Steps from line to line that are counted, in halves of a point. */
#define N_STEPS 200

/* Computer Modern, the letters of TeX, has names of its own. */
static CpPattern bold_font = CP_PATTERN ("bold|black|heavy|demi|(?-i:-Bd|Semibd)|^(?:[A-Z]{6}\\+)?(?:CM|SF|EC)(?:BX|SSBX)");
static CpPattern italic_font = CP_PATTERN ("italic|oblique|kursiv|(?-i:-It|BdIt|LightIt)|^(?:[A-Z]{6}\\+)?(?:CM|SF|EC)(?:TI|BXTI|SL)");

static CpPattern list_mark = CP_PATTERN ("^(?:[^\\p{L}\\p{N}]{1,2}|\\(?\\d{1,2}[.)]?|\\(?[a-z][.)])$");

static void
free_page (gpointer data)
{
  CpPdfPage *page = data;

  g_ptr_array_unref (page->lines);
  g_array_unref (page->images);
  g_ptr_array_unref (page->links);
  g_free (page);
}

void
cp_pdf_text_free (CpPdfText *self)
{
  g_ptr_array_unref (self->pages);
  g_free (self);
}

CpPdfPage *
cp_pdf_text_get_page (CpPdfText *self,
                      guint      position)
{
  return g_ptr_array_index (self->pages, position);
}

CpPdfLine *
cp_pdf_page_get_line (CpPdfPage *self,
                      guint      position)
{
  return g_ptr_array_index (self->lines, position);
}

gboolean
cp_pdf_text_is_empty (CpPdfText *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      if (cp_pdf_text_get_page (self, i)->lines->len > 0)
        return FALSE;
    }

  return TRUE;
}

static double
limit (double coordinate)
{
  return isfinite (coordinate) ? CLAMP (coordinate, -MAX_COORDINATE, MAX_COORDINATE) : 0;
}

/* Ligatures and the forms of Arabic letters become the letters; superscript figures and the like stay. */
static char *
normalize (const char *text)
{
  GString *normal = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gunichar letters[G_UNICHAR_MAX_DECOMPOSITION_LENGTH] = { character };
      gsize n_letters = 1;

      if ((character >= 0xFB00 && character <= 0xFDFF) || (character >= 0xFE70 && character <= 0xFEFC))
        n_letters = g_unichar_fully_decompose (character, TRUE, letters, G_N_ELEMENTS (letters));

      for (gsize i = 0; i < n_letters; i++)
        g_string_append_unichar (normal, letters[i]);
    }

  return g_string_free (normal, FALSE);
}

static CpStyle
style_of_font (const char *name)
{
  CpStyle style = CP_STYLE_NONE;

  if (cp_pattern_matches (&bold_font, name))
    style |= CP_STYLE_STRONG;
  if (cp_pattern_matches (&italic_font, name))
    style |= CP_STYLE_EMPHASIS;

  return style;
}

static GArray *
list_styles (GVariant *fonts)
{
  GArray *styles = g_array_new (FALSE, FALSE, sizeof (CpStyle));
  GVariantIter iter;
  const char *name;

  g_variant_iter_init (&iter, fonts);
  while (g_variant_iter_next (&iter, "&s", &name))
    {
      CpStyle style = style_of_font (name);

      g_array_append_val (styles, style);
    }

  return styles;
}

/* The words of a page as they come, each taken once. Whoever sent them may have sent fewer of one than of another. */
typedef struct
{
  GVariantIter   texts;
  const double  *figures;
  const guint16 *numbers;
  gsize          n_left;
} Source;

static void
open_source (Source   *source,
             GVariant *scan,
             GVariant *parts[3])
{
  gsize n_figures, n_numbers;

  for (int i = 0; i < 3; i++)
    parts[i] = g_variant_get_child_value (scan, i + 3);

  source->n_left = g_variant_iter_init (&source->texts, parts[0]);
  source->figures = g_variant_get_fixed_array (parts[1], &n_figures, sizeof (double));
  source->numbers = g_variant_get_fixed_array (parts[2], &n_numbers, sizeof (guint16));
  source->n_left = MIN (source->n_left, MIN (n_figures / CP_PDF_WORD_FIGURES, n_numbers / CP_PDF_WORD_NUMBERS));
}

/* Returns: whether the word is one to be read: it lies on the page and runs along it, not up its margin */
static gboolean
read_word (Source    *source,
           CpPdfPage *page,
           GArray    *styles,
           CpPdfWord *word)
{
  const double *figures = source->figures;
  const guint16 *numbers = source->numbers;
  const char *text = "";

  g_variant_iter_next (&source->texts, "&s", &text);
  source->figures += CP_PDF_WORD_FIGURES;
  source->numbers += CP_PDF_WORD_NUMBERS;
  source->n_left--;

  *word = (CpPdfWord) { .font = numbers[0], .space_after = (numbers[2] & CP_PDF_WORD_SPACE_AFTER) != 0 };
  word->box = (CpPdfBox) { limit (figures[0]), limit (figures[1]), limit (figures[2]), limit (figures[3]) };
  word->box.x2 = MAX (word->box.x2, word->box.x1);
  word->box.y2 = MAX (word->box.y2, word->box.y1);
  word->size = isfinite (figures[4]) ? CLAMP (figures[4], 1, MAX_SIZE) : 1;
  word->style = word->font < styles->len ? g_array_index (styles, CpStyle, word->font) : CP_STYLE_NONE;
  word->link = numbers[1] > 0 && numbers[1] <= page->links->len ? g_ptr_array_index (page->links, numbers[1] - 1) : NULL;

  if ((numbers[2] & CP_PDF_WORD_VERTICAL) || *text == '\0' ||
      word->box.x2 < 0 || word->box.x1 > page->width || word->box.y2 < 0 || word->box.y1 > page->height)
    return FALSE;

  word->text = g_strdup (text);

  return TRUE;
}

static CpPdfLine *
read_line (Source    *source,
           gsize      n_words,
           CpPdfPage *page,
           GArray    *styles,
           guint      number)
{
  CpPdfLine *line = cp_pdf_line_new (number);

  for (; n_words > 0 && source->n_left > 0; n_words--)
    {
      CpPdfWord word;

      if (read_word (source, page, styles, &word))
        g_array_append_val (line->words, word);
    }

  return line;
}

static void
normalize_words (CpPdfLine *line)
{
  for (guint i = 0; i < line->words->len; i++)
    {
      CpPdfWord *word = cp_pdf_line_get_word (line, i);
      char *text = normalize (word->text);

      g_free (word->text);
      word->text = text;
    }
}

static void
add_lines (CpPdfPage *page,
           GVariant  *scan,
           GArray    *styles,
           guint      number)
{
  g_autoptr (GVariant) lengths = g_variant_get_child_value (scan, 2);
  GVariant *parts[3];
  Source source;
  gsize n_lines;
  const guint32 *n_words = g_variant_get_fixed_array (lengths, &n_lines, sizeof (guint32));

  open_source (&source, scan, parts);

  for (gsize i = 0; i < n_lines && source.n_left > 0; i++)
    {
      CpPdfLine *line = read_line (&source, n_words[i], page, styles, number);

      if (line->words->len == 0)
        {
          cp_pdf_line_free (line);
          continue;
        }

      cp_pdf_bidi_order (line->words);
      normalize_words (line);

      for (CpPdfLine *rest; line != NULL; line = rest)
        {
          rest = cp_pdf_line_cut (line);
          cp_pdf_line_complete (line);
          g_ptr_array_add (page->lines, line);
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_variant_unref (parts[i]);
}

static void
add_images (CpPdfPage *page,
            GVariant  *scan)
{
  GVariantIter iter;
  CpPdfBox box;

  g_variant_iter_init (&iter, scan);
  while (g_variant_iter_next (&iter, "(dddd)", &box.x1, &box.y1, &box.x2, &box.y2))
    {
      box = (CpPdfBox) { limit (box.x1), limit (box.y1), limit (box.x2), limit (box.y2) };
      g_array_append_val (page->images, box);
    }
}

/* From the left, from the top. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const CpPdfLine *first = *(const CpPdfLine * const *) a;
  const CpPdfLine *second = *(const CpPdfLine * const *) b;

  if (first->box.y1 != second->box.y1)
    return first->box.y1 < second->box.y1 ? -1 : 1;

  return first->box.x1 < second->box.x1 ? -1 : first->box.x1 > second->box.x1;
}

static gboolean
is_initial (const CpPdfLine *initial,
            const CpPdfLine *line)
{
  return initial->n_characters <= MAX_INITIAL_LETTERS &&
         g_unichar_isupper (g_utf8_get_char (initial->text)) &&
         initial->size >= line->size * MIN_INITIAL_SIZE &&
         line->box.y1 >= initial->box.y1 - line->size &&
         line->box.y1 <= initial->box.y1 + line->size * 1.5 &&
         line->box.x1 >= initial->box.x1 &&
         line->box.x1 - initial->box.x2 <= line->size * 2;
}

static gboolean
is_marker (const CpPdfLine *marker,
           const CpPdfLine *line)
{
  return marker->n_characters <= MAX_MARKER_LETTERS &&
         line->n_characters > MAX_MARKER_LETTERS &&
         cp_pattern_matches (&list_mark, marker->text) &&
         fabs ((marker->box.y1 + marker->box.y2) / 2 - (line->box.y1 + line->box.y2) / 2) < line->size * 0.4 &&
         line->box.x1 >= marker->box.x2 - 1 &&
         line->box.x1 - marker->box.x2 <= line->size * MAX_MARKER_GAP;
}

/* The nearest line beside @start that it begins, if any; parts of a row are near each other in the order of places. */
static CpPdfLine *
find_rest_of_line (CpPdfPage *page,
                   guint      position,
                   gboolean  *as_initial)
{
  const CpPdfLine *start = cp_pdf_page_get_line (page, position);
  guint first = position > MAX_NEIGHBOURS ? position - MAX_NEIGHBOURS : 0;
  CpPdfLine *nearest = NULL;

  for (guint i = first; i < MIN (page->lines->len, position + MAX_NEIGHBOURS); i++)
    {
      CpPdfLine *line = cp_pdf_page_get_line (page, i);

      if (i == position || line == NULL || !(is_initial (start, line) || is_marker (start, line)))
        continue;

      if (nearest == NULL || line->box.x1 < nearest->box.x1 - 1)
        nearest = line;
    }

  *as_initial = nearest != NULL && is_initial (start, nearest);

  return nearest;
}

static void
join_parts_of_lines (CpPdfPage *page)
{
  g_autoptr (GPtrArray) parts = NULL;

  g_ptr_array_sort (page->lines, compare_places);

  for (guint i = 0; i < page->lines->len; i++)
    {
      CpPdfLine *start = cp_pdf_page_get_line (page, i);
      gboolean as_initial;
      CpPdfLine *line = start->n_characters <= MAX_MARKER_LETTERS ? find_rest_of_line (page, i, &as_initial) : NULL;

      if (line == NULL)
        continue;

      cp_pdf_line_prepend (line, start, as_initial);
      g_clear_pointer (&page->lines->pdata[i], cp_pdf_line_free);
    }

  parts = g_steal_pointer (&page->lines);
  page->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_pdf_line_free);
  g_ptr_array_set_free_func (parts, NULL);
  for (guint i = 0; i < parts->len; i++)
    {
      if (parts->pdata[i] != NULL)
        g_ptr_array_add (page->lines, parts->pdata[i]);
    }
}

static CpPdfPage *
read_page (GVariant *scan,
           GArray   *styles,
           guint     number)
{
  CpPdfPage *page = g_new0 (CpPdfPage, 1);
  g_autoptr (GVariant) images = g_variant_get_child_value (scan, 6);
  g_autoptr (GVariant) targets = g_variant_get_child_value (scan, 7);
  GVariantIter iter;
  const char *link;

  g_variant_get_child (scan, 0, "d", &page->width);
  g_variant_get_child (scan, 1, "d", &page->height);
  page->width = limit (page->width);
  page->height = limit (page->height);
  page->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) cp_pdf_line_free);
  page->images = g_array_new (FALSE, FALSE, sizeof (CpPdfBox));
  page->links = g_ptr_array_new_with_free_func (g_free);

  g_variant_iter_init (&iter, targets);
  while (g_variant_iter_next (&iter, "&s", &link))
    g_ptr_array_add (page->links, g_strdup (link));

  add_lines (page, scan, styles, number);
  add_images (page, images);
  join_parts_of_lines (page);

  return page;
}

static void
mirror_box (CpPdfBox *box,
            double    width)
{
  *box = (CpPdfBox) { width - box->x2, box->y1, width - box->x1, box->y2 };
}

static void
mirror_page (CpPdfPage *page)
{
  for (guint i = 0; i < page->images->len; i++)
    mirror_box (&g_array_index (page->images, CpPdfBox, i), page->width);

  for (guint i = 0; i < page->lines->len; i++)
    {
      CpPdfLine *line = cp_pdf_page_get_line (page, i);

      mirror_box (&line->box, page->width);
      for (guint j = 0; j < line->words->len; j++)
        mirror_box (&cp_pdf_line_get_word (line, j)->box, page->width);
    }
}

static gboolean
runs_leftward (CpPdfText *self)
{
  gsize n_leftward = 0, n_rightward = 0;

  for (guint i = 0; i < self->pages->len; i++)
    {
      CpPdfPage *page = cp_pdf_text_get_page (self, i);

      for (guint j = 0; j < page->lines->len; j++)
        {
          for (const char *c = cp_pdf_page_get_line (page, j)->text; *c != '\0'; c = g_utf8_next_char (c))
            {
              n_leftward += cp_pdf_bidi_is_leftward (g_utf8_get_char (c));
              n_rightward += cp_pdf_bidi_is_rightward (g_utf8_get_char (c));
            }
        }
    }

  return n_leftward > n_rightward;
}

/* The size of most letters that are no links, to a tenth of a point. */
static double
find_size (CpPdfText *self)
{
  g_autofree gsize *counts = g_new0 (gsize, MAX_SIZE * 10 + 1);
  guint best = 0;

  for (guint i = 0; i < self->pages->len; i++)
    {
      CpPdfPage *page = cp_pdf_text_get_page (self, i);

      for (guint j = 0; j < page->lines->len; j++)
        {
          CpPdfLine *line = cp_pdf_page_get_line (page, j);
          guint size = lround (line->size * 10);

          if (cp_pdf_line_get_word (line, 0)->link == NULL)
            counts[size] += line->n_characters;

          if (counts[size] > counts[best])
            best = size;
        }
    }

  return MAX (best / 10.0, 1);
}

/* The step from line to line that occurs most, among lines in the main size that stand under each other. */
static double
find_leading (CpPdfText *self)
{
  guint counts[N_STEPS] = { 0 };
  guint best = 0;

  for (guint i = 0; i < self->pages->len; i++)
    {
      CpPdfPage *page = cp_pdf_text_get_page (self, i);

      for (guint j = 0; j + 1 < page->lines->len; j++)
        {
          CpPdfLine *line = cp_pdf_page_get_line (page, j);

          for (guint k = j + 1; k < MIN (page->lines->len, j + 5); k++)
            {
              CpPdfLine *next = cp_pdf_page_get_line (page, k);
              double step = (next->box.y1 - line->box.y1) * 2;

              if (fabs (line->size - self->size) > 0.2 || fabs (next->size - self->size) > 0.2 ||
                  fabs (next->box.x1 - line->box.x1) > self->size * 2 || step < self->size * 1.6 || step >= N_STEPS)
                continue;

              counts[lround (floor (step))]++;
              if (counts[lround (floor (step))] > counts[best])
                best = lround (floor (step));
              break;
            }
        }
    }

  return best > 0 ? best / 2.0 + 0.25 : self->size * 1.2;
}

/**
 * cp_pdf_text_new:
 * @scan: of type %CP_PDF_TEXT_TYPE, as it came from the process that opened the document
 *
 * Returns: (transfer full): the lines of the document, in no certain order
 */
CpPdfText *
cp_pdf_text_new (GVariant *scan)
{
  CpPdfText *self = g_new0 (CpPdfText, 1);
  g_autoptr (GVariant) fonts = g_variant_get_child_value (scan, 1);
  g_autoptr (GVariant) pages = g_variant_get_child_value (scan, 2);
  g_autoptr (GArray) styles = list_styles (fonts);
  GVariantIter iter;
  GVariant *page;

  self->pages = g_ptr_array_new_with_free_func (free_page);
  g_variant_iter_init (&iter, pages);
  while ((page = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_ptr_array_add (self->pages, read_page (page, styles, self->pages->len));
      g_variant_unref (page);
    }

  if (runs_leftward (self))
    g_ptr_array_foreach (self->pages, (GFunc) mirror_page, NULL);

  self->size = find_size (self);
  self->leading = find_leading (self);

  return self;
}
