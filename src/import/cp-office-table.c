/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of word processors' documents: rows of figures, or places for text on the page. */

#define G_LOG_DOMAIN "cp-office-table"

#include "config.h"

#include "cp-office-table.h"

/* A cell with so many paragraphs is no cell of figures but a part of the page's layout. */
#define MIN_LAYOUT_PARAGRAPHS 3

static guint
count_children (xmlNode    *node,
                const char *name)
{
  guint n = 0;

  for (xmlNode *child = cp_xml_first_element (node); child != NULL; child = cp_xml_next_element (child))
    n += cp_xml_is (child, name);

  return n;
}

/* Rows may lie in groups: those of the head, for example. */
static void
collect_rows (const CpOfficeTableFormat *format,
              xmlNode                   *node,
              GPtrArray                 *rows)
{
  for (xmlNode *child = cp_xml_first_element (node); child != NULL; child = cp_xml_next_element (child))
    {
      if (cp_xml_is (child, format->row))
        g_ptr_array_add (rows, child);
      else if (!cp_xml_is (child, format->cell))
        collect_rows (format, child, rows);
    }
}

/* Tables with one column, and those with whole texts or tables in a cell, were made to place things on the page. */
static gboolean
is_layout (const CpOfficeTableFormat *format,
           GPtrArray                 *rows)
{
  guint n_columns = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      xmlNode *row = g_ptr_array_index (rows, i);

      for (xmlNode *cell = cp_xml_first_element (row); cell != NULL; cell = cp_xml_next_element (cell))
        {
          if (cp_xml_is (cell, format->cell) &&
              (count_children (cell, format->paragraph) >= MIN_LAYOUT_PARAGRAPHS || cp_xml_find_child (cell, format->table) != NULL))
            return TRUE;
        }

      n_columns = MAX (n_columns, count_children (row, format->cell));
    }

  return n_columns < 2;
}

static void
walk_row (const CpOfficeTableFormat *format,
          xmlNode                   *row,
          CpOfficeWriter            *writer,
          gpointer                   reader)
{
  gboolean is_first = TRUE;

  cp_office_writer_begin_row (writer);

  for (xmlNode *cell = cp_xml_first_element (row); cell != NULL; cell = cp_xml_next_element (cell))
    {
      if (!cp_xml_is (cell, format->cell))
        continue;

      if (!is_first)
        cp_office_writer_next_cell (writer);

      is_first = FALSE;
      format->walk_cell (reader, cell);
    }

  cp_office_writer_end_row (writer);
}

static void
walk_layout (const CpOfficeTableFormat *format,
             xmlNode                   *row,
             gpointer                   reader)
{
  for (xmlNode *cell = cp_xml_first_element (row); cell != NULL; cell = cp_xml_next_element (cell))
    {
      if (cp_xml_is (cell, format->cell))
        format->walk_cell (reader, cell);
    }
}

/**
 * cp_office_table_walk:
 * @format: how tables are written
 * @table: a table
 * @writer: what is told
 * @reader: handed to the functions of @format
 *
 * Tells @writer the rows of @table, or, when the table is there for the layout or in a row itself, just what is in its
 * cells.
 */
void
cp_office_table_walk (const CpOfficeTableFormat *format,
                      xmlNode                   *table,
                      CpOfficeWriter            *writer,
                      gpointer                   reader)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  gboolean places;

  collect_rows (format, table, rows);
  places = writer->in_row || is_layout (format, rows);

  for (guint i = 0; i < rows->len; i++)
    {
      xmlNode *row = g_ptr_array_index (rows, i);

      if (format->skip_row != NULL && format->skip_row (reader, row))
        continue;

      if (places)
        walk_layout (format, row, reader);
      else
        walk_row (format, row, writer, reader);
    }
}
