/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of word processors' documents: rows of figures, or places for text on the page. */

#pragma once

#include "cp-office-writer.h"
#include "cp-xml.h"

G_BEGIN_DECLS

/**
 * CpOfficeTableFormat:
 * @table: what the element of a table is called
 * @row: that of a row, which may lie in groups of rows
 * @cell: that of a cell
 * @paragraph: that of a paragraph in a cell
 * @skip_row: (nullable): whether a row is not to be read
 * @walk_cell: tells the writer what is in a cell
 *
 * How a format writes its tables.
 */
typedef struct
{
  const char  *table;
  const char  *row;
  const char  *cell;
  const char  *paragraph;
  gboolean   (*skip_row)  (gpointer  reader,
                           xmlNode  *row);
  void       (*walk_cell) (gpointer  reader,
                           xmlNode  *cell);
} CpOfficeTableFormat;

void cp_office_table_walk (const CpOfficeTableFormat *format,
                           xmlNode                   *table,
                           CpOfficeWriter            *writer,
                           gpointer                   reader);

G_END_DECLS
