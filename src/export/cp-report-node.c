/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The neutral document that a report is before it becomes HTML or Markdown. */

#define G_LOG_DOMAIN "cp-report-node"

#include "config.h"

#include "cp-report-node.h"

static void
free_child (gpointer child)
{
  cp_report_node_free (child);
}

/**
 * cp_report_node_new:
 * @kind: what the node is
 * @text: (nullable): its text; %NULL for ""
 *
 * Returns: (transfer full): a node without children
 */
CpReportNode *
cp_report_node_new (CpReportNodeKind  kind,
                    const char       *text)
{
  CpReportNode *self = g_new0 (CpReportNode, 1);

  self->kind = kind;
  self->text = g_strdup (text != NULL ? text : "");
  self->hue = -1;
  self->children = g_ptr_array_new_with_free_func (free_child);

  return self;
}

/**
 * cp_report_node_free:
 * @self: (nullable): a node that belongs to no other
 *
 * Frees the node with all under it.
 */
void
cp_report_node_free (CpReportNode *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->target);
  g_free (self->language);
  g_ptr_array_unref (self->children);
  g_free (self);
}

/**
 * cp_report_node_append:
 * @kind: what the new node is
 * @text: (nullable): its text; %NULL for ""
 *
 * Returns: (transfer none): a new last child of @self
 */
CpReportNode *
cp_report_node_append (CpReportNode     *self,
                       CpReportNodeKind  kind,
                       const char       *text)
{
  CpReportNode *child;

  g_return_val_if_fail (self != NULL, NULL);

  child = cp_report_node_new (kind, text);
  g_ptr_array_add (self->children, child);

  return child;
}

/**
 * cp_report_node_append_f:
 * @kind: what the new node is
 * @format: as for printf()
 *
 * As cp_report_node_append(), with a text put together from parts.
 */
void
cp_report_node_append_f (CpReportNode     *self,
                         CpReportNodeKind  kind,
                         const char       *format,
                         ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  cp_report_node_append (self, kind, text);
}

/**
 * cp_report_node_child:
 * @position: counted from 0, less than the number of children
 *
 * Returns: (transfer none): the child
 */
CpReportNode *
cp_report_node_child (CpReportNode *self,
                      guint         position)
{
  g_return_val_if_fail (self != NULL && position < self->children->len, NULL);

  return self->children->pdata[position];
}
