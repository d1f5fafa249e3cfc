/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How articles are read: the size of the text and its colors. */

#define G_LOG_DOMAIN "cp-reader-popover"

#include "config.h"

#include "cp-reader-popover.h"

#include <glib/gi18n.h>
#include <math.h>

struct _CpReaderPopover
{
  GtkPopover  parent_instance;

  GtkButton  *scale_button;
};

G_DEFINE_FINAL_TYPE (CpReaderPopover, cp_reader_popover, GTK_TYPE_POPOVER)

static void
cp_reader_popover_class_init (CpReaderPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-reader-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CpReaderPopover, scale_button);
}

static void
cp_reader_popover_init (CpReaderPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cp_reader_popover_set_scale:
 * @scale: the size of the text as a multiple of its usual size
 *
 * Shows the size between the buttons that change it.
 */
void
cp_reader_popover_set_scale (CpReaderPopover *self,
                             double           scale)
{
  g_autofree char *label = NULL;

  g_return_if_fail (CP_IS_READER_POPOVER (self));

  label = g_strdup_printf (_("%d %%"), (int) round (100.0 * scale));
  gtk_button_set_label (self->scale_button, label);
}
