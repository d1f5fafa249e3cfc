/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines on a page → columns in the order of reading. */

#define G_LOG_DOMAIN "cp-pdf-columns"

#include "config.h"

#include "cp-byline.h"
#include "cp-date.h"
#include "cp-pdf-columns.h"

#include <math.h>
#include <string.h>

/* Into how many stripes a page is cut to find those that hold no text. */
#define N_STRIPES 400

/* Fewer lines beside each other are a date beside a byline, or a row of a table. */
#define MIN_COLUMN_LINES 3

/* Share of the lines that may cross the space between two columns: headlines, captions, notes. */
#define MAX_SPANNING 0.4

/* Width of that space, in sizes of the font. */
#define MIN_GUTTER 0.5

/* How far two columns must stand beside each other rather than one above the other. */
#define MIN_OVERLAP 0.25

#define MAX_DEPTH 8

/* Parts of one row, and how far, in sizes of the font, they may be from each other to be one line. */
#define MAX_PART_GAP 3.0
#define MAX_ROW 40

/* What is known while one page is put into order. */
typedef struct
{
  GPtrArray *ordered;
  guint      column;
} Order;

/* One side of a gutter. */
typedef struct
{
  guint  n_lines;
  double edge;
  double top;
  double bottom;
} Side;

static CpPdfLine *
get_line (GPtrArray *lines,
          guint      position)
{
  return g_ptr_array_index (lines, position);
}

static CpPdfBox
measure (GPtrArray *lines)
{
  CpPdfBox box = get_line (lines, 0)->box;

  for (guint i = 1; i < lines->len; i++)
    {
      const CpPdfBox *other = &get_line (lines, i)->box;

      box.x1 = MIN (box.x1, other->x1);
      box.y1 = MIN (box.y1, other->y1);
      box.x2 = MAX (box.x2, other->x2);
      box.y2 = MAX (box.y2, other->y2);
    }

  return box;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const CpPdfLine *first = *(const CpPdfLine * const *) a;
  const CpPdfLine *second = *(const CpPdfLine * const *) b;

  if (first->box.y2 != second->box.y2)
    return first->box.y2 < second->box.y2 ? -1 : 1;

  return first->box.x1 < second->box.x1 ? -1 : first->box.x1 > second->box.x1;
}

static gboolean
is_left_of (const CpPdfLine *line,
            double           x)
{
  return line->box.x2 <= x;
}

static gboolean
is_right_of (const CpPdfLine *line,
             double           x)
{
  return line->box.x1 >= x;
}

static void
add_to_side (Side            *side,
             const CpPdfLine *line,
             double           edge)
{
  side->edge = side->n_lines == 0 ? edge : side->edge;
  side->top = side->n_lines == 0 ? line->box.y1 : MIN (side->top, line->box.y1);
  side->bottom = side->n_lines == 0 ? line->box.y2 : MAX (side->bottom, line->box.y2);
  side->n_lines++;
}

/* How good a division at @x is: 0 when it is none, else the share of the lines that it does not cut. */
static double
judge_gutter (GPtrArray *lines,
              double     x)
{
  Side left = { 0 }, right = { 0 };
  guint n_spanning;
  double overlap, size = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const CpPdfLine *line = get_line (lines, i);

      size = MAX (size, MIN (line->size, 14));
      if (is_left_of (line, x))
        {
          add_to_side (&left, line, line->box.x2);
          left.edge = MAX (left.edge, line->box.x2);
        }
      else if (is_right_of (line, x))
        {
          add_to_side (&right, line, line->box.x1);
          right.edge = MIN (right.edge, line->box.x1);
        }
    }

  n_spanning = lines->len - left.n_lines - right.n_lines;
  overlap = MIN (left.bottom, right.bottom) - MAX (left.top, right.top);

  if (MIN (left.n_lines, right.n_lines) < MIN_COLUMN_LINES ||
      n_spanning > lines->len * MAX_SPANNING ||
      right.edge - left.edge < size * MIN_GUTTER ||
      overlap < MIN_OVERLAP * MIN (left.bottom - left.top, right.bottom - right.top))
    return 0;

  return 1.0 - (double) n_spanning / lines->len;
}

/* Tries the middle of every run of stripes that few lines cross. Returns: its place, or NAN */
static double
find_gutter (GPtrArray      *lines,
             const CpPdfBox *box)
{
  double stripe = (box->x2 - box->x1) / N_STRIPES;
  int changes[N_STRIPES + 2] = { 0 };
  guint crossing[N_STRIPES];
  double best = 0, gutter = NAN;
  int n_lines = 0;

  if (lines->len < 2 * MIN_COLUMN_LINES || stripe < 0.1)
    return NAN;

  for (guint i = 0; i < lines->len; i++)
    {
      const CpPdfLine *line = get_line (lines, i);

      changes[CLAMP ((int) ((line->box.x1 - box->x1) / stripe), 0, N_STRIPES)]++;
      changes[CLAMP ((int) ceil ((line->box.x2 - box->x1) / stripe), 0, N_STRIPES + 1)]--;
    }

  for (guint i = 0; i < N_STRIPES; i++)
    crossing[i] = (n_lines += changes[i]);

  for (guint i = 1, start = 0; i <= N_STRIPES; i++)
    {
      double x, worth;

      if (i < N_STRIPES && crossing[i] == crossing[start])
        continue;

      if (crossing[start] <= lines->len * MAX_SPANNING)
        {
          x = box->x1 + (start + i) / 2.0 * stripe;
          worth = judge_gutter (lines, x) * (1 + (i - start) / (double) N_STRIPES);
          if (worth > best)
            {
              best = worth;
              gutter = x;
            }
        }

      start = i;
    }

  return gutter;
}

/* Lines in the same row stand side by side: a mark before a text, a date at the end of a byline. */
static void
order_rows (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_rows);

  for (guint i = 1; i < lines->len; i++)
    {
      for (guint j = i; j > 0 && j + MAX_ROW > i; j--)
        {
          CpPdfLine *line = get_line (lines, j);
          CpPdfLine *before = get_line (lines, j - 1);
          double shared = MIN (line->box.y2, before->box.y2) - MAX (line->box.y1, before->box.y1);

          if (line->box.x1 >= before->box.x1 || shared < 0.5 * MIN (line->size, before->size) ||
              line->box.x2 > before->box.x1 + line->size)
            break;

          lines->pdata[j] = before;
          lines->pdata[j - 1] = line;
        }
    }
}

static void
emit_column (Order     *order,
             GPtrArray *lines)
{
  CpPdfBox box;

  if (lines->len == 0)
    return;

  order_rows (lines);
  box = measure (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      CpPdfLine *line = get_line (lines, i);

      line->column = order->column;
      line->left = box.x1;
      line->right = box.x2;
      g_ptr_array_add (order->ordered, line);
    }

  order->column++;
}

static void order_region (Order     *order,
                          GPtrArray *lines,
                          guint      depth);

/* A byline at the left and the date at the right are one row over the columns, and begin none. */
static void
emit_byline (Order     *order,
             GPtrArray *lines)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new ();

  if (lines->len < 2 || fabs (get_line (lines, 0)->box.y2 - get_line (lines, 1)->box.y2) > get_line (lines, 0)->size * 0.5)
    return;

  for (guint i = 0; i < 2; i++)
    {
      if (cp_byline_is_line (get_line (lines, i)->text) || cp_date_is_line (get_line (lines, i)->text))
        {
          g_ptr_array_add (row, get_line (lines, 0));
          g_ptr_array_add (row, get_line (lines, 1));
          emit_column (order, row);
          g_ptr_array_remove_range (lines, 0, 2);
          return;
        }
    }
}

/* The lines between two that span all columns: left of the gutter, then right of it. */
static void
order_band (Order     *order,
            GPtrArray *lines,
            double     gutter,
            guint      depth)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) right = g_ptr_array_new ();

  emit_byline (order, lines);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (is_left_of (get_line (lines, i), gutter) ? left : right, get_line (lines, i));

  order_region (order, left, depth + 1);
  order_region (order, right, depth + 1);
  g_ptr_array_set_size (lines, 0);
}

static void
order_around_gutter (Order     *order,
                     GPtrArray *lines,
                     double     gutter,
                     guint      depth)
{
  g_autoptr (GPtrArray) band = g_ptr_array_new ();
  g_autoptr (GPtrArray) spanning = g_ptr_array_new ();

  g_ptr_array_sort (lines, compare_rows);

  for (guint i = 0; i < lines->len; i++)
    {
      CpPdfLine *line = get_line (lines, i);

      if (is_left_of (line, gutter) || is_right_of (line, gutter))
        {
          if (spanning->len > 0)
            emit_column (order, spanning);
          g_ptr_array_set_size (spanning, 0);
          g_ptr_array_add (band, line);
        }
      else
        {
          order_band (order, band, gutter, depth);
          g_ptr_array_add (spanning, line);
        }
    }

  order_band (order, band, gutter, depth);
  emit_column (order, spanning);
}

static void
order_region (Order     *order,
              GPtrArray *lines,
              guint      depth)
{
  CpPdfBox box;
  double gutter;

  if (lines->len == 0)
    return;

  box = measure (lines);
  gutter = depth < MAX_DEPTH ? find_gutter (lines, &box) : NAN;

  if (isnan (gutter))
    emit_column (order, lines);
  else
    order_around_gutter (order, lines, gutter, depth);
}

static gboolean
is_part_of_row (const CpPdfLine *before,
                const CpPdfLine *line)
{
  return before->column == line->column &&
         before->furniture == CP_FURNITURE_NONE && line->furniture == CP_FURNITURE_NONE &&
         fabs (before->box.y2 - line->box.y2) < line->size * 0.3 &&
         line->box.x1 >= before->box.x2 &&
         line->box.x1 - before->box.x2 <= line->size * MAX_PART_GAP;
}

/* Gaps in a line that divide no columns are spaces. */
static void
take_ordered (CpPdfPage *page,
              GPtrArray *ordered)
{
  CpPdfLine *last = NULL;

  g_free (g_ptr_array_steal (page->lines, NULL));

  for (guint i = 0; i < ordered->len; i++)
    {
      CpPdfLine *line = get_line (ordered, i);

      if (last != NULL && is_part_of_row (last, line))
        {
          cp_pdf_line_join (last, line);
          continue;
        }

      g_ptr_array_add (page->lines, line);
      last = line;
    }
}

/**
 * cp_pdf_columns_order:
 * @first_column: number of the first column of the page
 *
 * Puts the lines of the page into the order of reading and tells each its column. Columns are divided where no line crosses
 * for as far as they go side by side; a line over several columns, such as a headline, is read after all
 * that stands above it and before all below (the "white space" of Breuel 2002, found by projection).
 *
 * Lines of furniture come last, in a column of their own each.
 *
 * Returns: the number of the next free column
 */
guint
cp_pdf_columns_order (CpPdfPage *page,
                      guint      first_column)
{
  g_autoptr (GPtrArray) text = g_ptr_array_new ();
  Order order = { .ordered = g_ptr_array_new (), .column = first_column };

  for (guint i = 0; i < page->lines->len; i++)
    {
      CpPdfLine *line = cp_pdf_page_get_line (page, i);

      if (line->furniture == CP_FURNITURE_NONE)
        g_ptr_array_add (text, line);
    }

  order_region (&order, text, 0);

  for (guint i = 0; i < page->lines->len; i++)
    {
      CpPdfLine *line = cp_pdf_page_get_line (page, i);

      if (line->furniture == CP_FURNITURE_NONE)
        continue;

      line->column = order.column++;
      line->left = line->box.x1;
      line->right = line->box.x2;
      g_ptr_array_add (order.ordered, line);
    }

  take_ordered (page, order.ordered);
  g_ptr_array_unref (order.ordered);

  return order.column;
}
