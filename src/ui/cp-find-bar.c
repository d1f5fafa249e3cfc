/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar above a text in which words are found: an entry, the count, and the way from one place to the next. */

#define G_LOG_DOMAIN "cp-find-bar"

#include "config.h"

#include "cp-find-bar.h"

#include <glib/gi18n.h>

struct _CpFindBar
{
  AdwBin          parent_instance;

  GtkSearchBar   *bar;
  GtkSearchEntry *entry;
  GtkLabel       *count;
};

enum
{
  SIGNAL_CLOSED,
  SIGNAL_FIND,
  SIGNAL_STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpFindBar, cp_find_bar, ADW_TYPE_BIN)

static void
find (CpFindBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (*text == '\0')
    cp_find_bar_set_outcome (self, -1, 0);
  g_signal_emit (self, signals[SIGNAL_FIND], 0, text);
}

static void
search_changed_cb (CpFindBar *self)
{
  if (gtk_search_bar_get_search_mode (self->bar))
    find (self);
}

static void
step (CpFindBar *self,
      int        direction)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, direction);
}

static void
next_cb (CpFindBar *self)
{
  step (self, 1);
}

static void
previous_cb (CpFindBar *self)
{
  step (self, -1);
}

static void
stop_cb (CpFindBar *self)
{
  if (!gtk_search_bar_get_search_mode (self->bar))
    return;

  gtk_search_bar_set_search_mode (self->bar, FALSE);
  g_signal_emit (self, signals[SIGNAL_FIND], 0, "");
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  step (CP_FIND_BAR (widget), g_str_equal (action_name, "find.next") ? 1 : -1);
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  stop_cb (CP_FIND_BAR (widget));
}

static void
install_signals (GObjectClass *klass)
{
  /**
   * CpFindBar::closed:
   * @self: a find bar
   *
   * The reader is done with finding; the focus belongs to the text again.
   */
  signals[SIGNAL_CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * CpFindBar::find:
   * @self: a find bar
   * @text: what to find, "" for nothing
   */
  signals[SIGNAL_FIND] =
    g_signal_new ("find", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * CpFindBar::step:
   * @self: a find bar
   * @direction: 1 for the next place, -1 for the previous one
   */
  signals[SIGNAL_STEP] =
    g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
cp_find_bar_class_init (CpFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  install_signals (G_OBJECT_CLASS (klass));

  gtk_widget_class_set_template_from_resource (widget_class, "/app/counterpoint/Counterpoint/ui/cp-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CpFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, CpFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, CpFindBar, entry);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);

  gtk_widget_class_install_action (widget_class, "find.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "find.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "find.close", NULL);
}

static void
cp_find_bar_init (CpFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cp_find_bar_set_outcome (self, -1, 0);
}

/**
 * cp_find_bar_open:
 * @self: a find bar
 *
 * Shows the bar and gives it the focus. What it found last is found again, and selected to be typed over.
 */
void
cp_find_bar_open (CpFindBar *self)
{
  g_return_if_fail (CP_IS_FIND_BAR (self));

  if (!gtk_search_bar_get_search_mode (self->bar))
    {
      gtk_search_bar_set_search_mode (self->bar, TRUE);
      find (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * cp_find_bar_set_outcome:
 * @self: a find bar
 * @position: which of the places found is shown, from 0; -1 if there is none
 * @count: how many places were found
 */
void
cp_find_bar_set_outcome (CpFindBar *self,
                         int        position,
                         int        count)
{
  gboolean asked;
  g_autofree char *text = NULL;

  g_return_if_fail (CP_IS_FIND_BAR (self));

  asked = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
  if (count > 0)
    /* Translators: the place that is shown and how many there are, as in "3 of 12" */
    text = g_strdup_printf (_("%d of %d"), position + 1, count);
  else
    text = g_strdup (asked ? _("Not found") : "");

  gtk_label_set_label (self->count, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", count > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", count > 0);
}
