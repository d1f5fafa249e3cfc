/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells running heads, running feet and page numbers from the text of a PDF document. */

#define G_LOG_DOMAIN "cp-pdf-margins"

#include "config.h"

#include "cp-pattern.h"
#include "cp-pdf-margins.h"

#include <math.h>
#include <string.h>

/* Rows from the edge of the text, and share of the height of the page, in which heads and feet are looked for. */
#define MAX_ROWS 3
#define MAX_MARGIN 0.15

/* Where programs that print web pages put what they add, as a share of the height. */
#define MAX_PRINT_MARGIN 0.06

/* How exactly a line comes back on another page, in points, and on how near a page: heads of left and right pages differ. */
#define MAX_SHIFT 4.0
#define MAX_DISTANCE 2

/* Characters of a running head. */
#define MAX_HEAD 160

static CpPattern digits = CP_PATTERN ("\\d+|\\b[ivxlc]+\\b");
static CpPattern page_number = CP_PATTERN (
  "^[\\s–—|·•\\[(-]*(?:(?:page|seite|página|pagina|strona|sivu|side|sida|стр(?:аница|\\.)?|p\\.|s\\.)\\s*)?\\d{1,4}"
  "(?:\\s*(?:/|of|von|de|di|sur|van|из|z|\\|)\\s*\\d{1,4})?[\\s–—|·•\\])-]*$");
static CpPattern numbered = CP_PATTERN ("^\\d{1,4}\\s*[|·•–—]?\\s*\\p{L}|\\p{L}\\s*[|·•–—]?\\s*\\d{1,4}$");
static CpPattern address = CP_PATTERN ("^(?:https?|file)://\\S+$");
static CpPattern time_of_printing = CP_PATTERN ("^\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4},?\\s+\\d{1,2}[:.]\\d{2}(?:\\s*[ap]\\.?m\\.?)?$");
static CpPattern count_of_pages = CP_PATTERN ("^(?:page\\s+)?\\d{1,4}\\s*(?:/|of|von|sur|de|di|из)\\s*\\d{1,4}$");

/* A line near the edge of a page, as another page may have it too. */
typedef struct
{
  CpPdfLine *line;
  char      *key;
  double     place;
  gboolean   at_foot;
} Candidate;

static void
clear_candidate (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->key);
}

static void
add_candidate (GArray    *candidates,
               CpPdfPage *page,
               CpPdfLine *line,
               gboolean   at_foot)
{
  g_auto (GStrv) parts = NULL;
  Candidate candidate = { .line = line, .at_foot = at_foot };

  if (line->n_characters > MAX_HEAD)
    return;

  parts = cp_pattern_split (&digits, line->text);
  candidate.key = g_strjoinv ("#", parts);
  candidate.place = at_foot ? page->height - line->box.y2 : line->box.y1;
  g_array_append_val (candidates, candidate);
}

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  double first = (*(const CpPdfLine * const *) a)->box.y1;
  double second = (*(const CpPdfLine * const *) b)->box.y1;

  return first < second ? -1 : first > second;
}

/* The lines of the first or the last rows, as far as they lie in the margin. */
static void
list_rows (GArray    *candidates,
           CpPdfPage *page,
           gboolean   at_foot)
{
  int n_rows = 0;
  double last = NAN;

  for (guint i = 0; i < page->lines->len; i++)
    {
      CpPdfLine *line = cp_pdf_page_get_line (page, at_foot ? page->lines->len - 1 - i : i);
      double place = at_foot ? page->height - line->box.y2 : line->box.y1;

      if (isnan (last) || fabs (line->box.y1 - last) > line->size * 0.5)
        n_rows++;

      if (n_rows > MAX_ROWS || place > page->height * MAX_MARGIN)
        return;

      last = line->box.y1;
      add_candidate (candidates, page, line, at_foot);
    }
}

static GArray *
list_candidates (CpPdfPage *page)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (candidates, clear_candidate);
  g_ptr_array_sort (page->lines, compare_tops);
  list_rows (candidates, page, FALSE);
  list_rows (candidates, page, TRUE);

  return candidates;
}

static void
mark_line (CpPdfLine *line)
{
  line->furniture = cp_pattern_matches (&page_number, line->text) ? CP_FURNITURE_PAGE_NUMBER : CP_FURNITURE_NOTICE;
}

static void
mark_repeated (GArray *candidates,
               GArray *others)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      for (guint j = 0; j < others->len; j++)
        {
          Candidate *other = &g_array_index (others, Candidate, j);

          if (candidate->at_foot == other->at_foot && fabs (candidate->place - other->place) <= MAX_SHIFT &&
              g_str_equal (candidate->key, other->key))
            {
              mark_line (candidate->line);
              mark_line (other->line);
            }
        }
    }
}

/* The outermost line is a page number when it is nothing else; the number of its page with a name beside it is one too. */
static void
mark_numbers (GArray *candidates,
              guint   page)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      CpPdfLine *line = g_array_index (candidates, Candidate, i).line;
      g_autofree char *number = g_strdup_printf ("%u", page + 1);

      if (line->furniture != CP_FURNITURE_NONE)
        continue;

      if (cp_pattern_matches (&page_number, line->text) ||
          (page > 0 && line->n_characters < MAX_HEAD / 2 && cp_pattern_matches (&numbered, line->text) &&
           (g_str_has_prefix (line->text, number) || g_str_has_suffix (line->text, number))))
        mark_line (line);
    }
}

/* What a browser prints over and under a page: the time and the title, the address and the number. */
static gboolean
is_print_mark (const char *text)
{
  return cp_pattern_matches (&address, text) || cp_pattern_matches (&time_of_printing, text) ||
         cp_pattern_matches (&count_of_pages, text);
}

/* Beyond all other lines of the page. */
static gboolean
is_outermost (CpPdfPage       *page,
              const Candidate *candidate)
{
  const CpPdfLine *line = candidate->line;
  const CpPdfLine *last = cp_pdf_page_get_line (page, candidate->at_foot ? page->lines->len - 1 : 0);

  return candidate->place < page->height * MAX_PRINT_MARGIN && fabs (line->box.y1 - last->box.y1) < line->size;
}

static void
mark_prints (CpPdfText  *text,
             CpPdfPage  *page,
             GArray     *candidates,
             CpMetadata *metadata)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      CpPdfLine *mark = candidate->line;

      if (!is_outermost (page, candidate) || !is_print_mark (mark->text))
        continue;

      text->is_web_page |= strstr (mark->text, "://") != NULL || cp_pattern_matches (&time_of_printing, mark->text);
      if (g_str_has_prefix (mark->text, "http") && strstr (mark->text, "…") == NULL)
        cp_metadata_offer (metadata, CP_FIELD_URL, mark->text, CP_EVIDENCE_META, "printed address");

      for (guint j = 0; j < candidates->len; j++)
        {
          CpPdfLine *line = g_array_index (candidates, Candidate, j).line;

          if (fabs (line->box.y1 - mark->box.y1) < mark->size * 0.5 && line->size <= mark->size * 1.2)
            mark_line (line);
        }
    }
}

/**
 * cp_pdf_margins_mark:
 * @metadata: takes the address that a browser prints under a page
 *
 * Marks the lines that the layout of the pages adds: those that come back at the same place on a near page, but for
 * their numbers, those that are numbers of pages, and those that programs print beside web pages.
 */
void
cp_pdf_margins_mark (CpPdfText  *text,
                     CpMetadata *metadata)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < text->pages->len; i++)
    g_ptr_array_add (candidates, list_candidates (cp_pdf_text_get_page (text, i)));

  for (guint i = 0; i < candidates->len; i++)
    {
      for (guint j = i + 1; j < MIN (candidates->len, i + 1 + MAX_DISTANCE); j++)
        mark_repeated (candidates->pdata[i], candidates->pdata[j]);

      mark_prints (text, cp_pdf_text_get_page (text, i), candidates->pdata[i], metadata);
      mark_numbers (candidates->pdata[i], i);
    }
}
