/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The neutral document that a report is before it becomes HTML or Markdown. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CpReportNodeKind:
 * @CP_NODE_DOCUMENT: text: what the report is about; target: what kind of report it is; holds blocks
 * @CP_NODE_SECTION: text: its heading; holds blocks
 * @CP_NODE_SIDES: holds sections that are read side by side
 * @CP_NODE_PARAGRAPH: holds runs
 * @CP_NODE_STANDFIRST: text: the standfirst of a piece
 * @CP_NODE_FACTS: holds facts
 * @CP_NODE_FACT: text: what is told, such as "Outlet"; holds runs
 * @CP_NODE_QUOTES: holds quotes
 * @CP_NODE_FACING_QUOTES: holds two quotes that are read side by side
 * @CP_NODE_QUOTE: text: the words; number: the quote's; holds runs that say where it stands
 * @CP_NODE_TABLE: text: its caption; holds rows, the first of them column headers
 * @CP_NODE_ROW: holds cells, the first of them the row's header
 * @CP_NODE_CELL: holds runs
 * @CP_NODE_TEXT: run of plain text
 * @CP_NODE_STRONG: run that stands out
 * @CP_NODE_WORK: run that is the title of a work
 * @CP_NODE_TAG: run that is a short remark such as a provenance
 * @CP_NODE_BLANK: run that says that something is explicitly not there
 * @CP_NODE_LINK: run: text: a web address
 * @CP_NODE_TIME: run: text: for people; target: the same for machines
 * @CP_NODE_REFERENCE: run: number: of the quote it points to
 * @CP_NODE_BAR: run: value: a share that is told in words beside it
 *
 * Blocks come before runs; a node that holds runs holds nothing else. Between neighbouring runs
 * stands a space.
 */
typedef enum
{
  CP_NODE_DOCUMENT,
  CP_NODE_SECTION,
  CP_NODE_SIDES,
  CP_NODE_PARAGRAPH,
  CP_NODE_STANDFIRST,
  CP_NODE_FACTS,
  CP_NODE_FACT,
  CP_NODE_QUOTES,
  CP_NODE_FACING_QUOTES,
  CP_NODE_QUOTE,
  CP_NODE_TABLE,
  CP_NODE_ROW,
  CP_NODE_CELL,
  CP_NODE_TEXT,
  CP_NODE_STRONG,
  CP_NODE_WORK,
  CP_NODE_TAG,
  CP_NODE_BLANK,
  CP_NODE_LINK,
  CP_NODE_TIME,
  CP_NODE_REFERENCE,
  CP_NODE_BAR,
} CpReportNodeKind;

typedef struct _CpReportNode CpReportNode;

/**
 * CpReportNode:
 * @kind: what the node is, which says what the other fields mean
 * @text: never %NULL
 * @target: (nullable): see @kind
 * @language: (nullable): language of @text where it is not that of the report
 * @number: number of a quote
 * @value: 0 to 1
 * @hue: the colour of the theme that the node is about, counted from 0; −1 for none
 * @children: (element-type CpReportNode): owned
 */
struct _CpReportNode
{
  CpReportNodeKind  kind;
  char             *text;
  char             *target;
  char             *language;
  guint             number;
  double            value;
  int               hue;
  GPtrArray        *children;
};

CpReportNode *cp_report_node_new      (CpReportNodeKind  kind,
                                       const char       *text);
void          cp_report_node_free     (CpReportNode     *self);
CpReportNode *cp_report_node_append   (CpReportNode     *self,
                                       CpReportNodeKind  kind,
                                       const char       *text);
void          cp_report_node_append_f (CpReportNode     *self,
                                       CpReportNodeKind  kind,
                                       const char       *format,
                                       ...) G_GNUC_PRINTF (3, 4);
CpReportNode *cp_report_node_child    (CpReportNode     *self,
                                       guint             position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpReportNode, cp_report_node_free)

G_END_DECLS
