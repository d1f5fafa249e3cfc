/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel of what somebody marked in the article, each with its note and a way to its place. */

#define G_LOG_DOMAIN "cp-notes-panel"

#include "config.h"

#include "cp-notes-panel.h"

#include "cp-citation.h"
#include "cp-highlight.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CpNotesPanel
{
  AdwBin      parent_instance;

  GListModel *highlights;

  GtkStack   *stack;
  GtkListBox *list;
};

enum
{
  PASSAGE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpNotesPanel, cp_notes_panel, ADW_TYPE_BIN)

static void
append_label (GtkBox     *box,
              const char *text,
              const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || text[0] == '\0')
    return;

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

/* Where it was marked, and when, as far as that is known. */
static char *
dup_origin (CpHighlight *highlight)
{
  const char *quote = cp_passage_get_quote (cp_highlight_get_passage (highlight));
  const char *parts[4] = { NULL, };
  guint n = 0;
  g_autofree char *moment = NULL, *day = NULL;

  if (cp_highlight_get_source (highlight) != NULL)
    parts[n++] = cp_highlight_get_source (highlight);
  if (cp_highlight_get_created (highlight) != NULL)
    {
      moment = g_strndup (cp_highlight_get_created (highlight), strlen ("YYYY-MM-DD"));
      parts[n++] = day = cp_citation_dup_date (moment);
    }
  if (quote[0] != '\0' && !cp_highlight_is_placed (highlight))
    parts[n++] = _("not found in the text");

  return g_strjoinv (" · ", (char **) parts);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  CpHighlight *highlight = CP_HIGHLIGHT (item);
  const char *quote = cp_passage_get_quote (cp_highlight_get_passage (highlight));
  const char *note = cp_highlight_get_note (highlight);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *origin = dup_origin (highlight);

  gtk_widget_add_css_class (row, "theme-card");
  append_label (GTK_BOX (box), quote, "noted-quote");
  append_label (GTK_BOX (box), note, "note");
  append_label (GTK_BOX (box), origin, "source");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), cp_highlight_is_placed (highlight));
  /* A note on the whole piece stands beside no words of it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  quote[0] != '\0' || note == NULL ? quote : note, -1);
  if (quote[0] != '\0' && note != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);

  return row;
}

static void
update_page (CpNotesPanel *self)
{
  gboolean empty = self->highlights == NULL || g_list_model_get_n_items (self->highlights) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

static void
row_activated_cb (CpNotesPanel  *self,
                  GtkListBoxRow *row)
{
  g_autoptr(CpHighlight) highlight = g_list_model_get_item (self->highlights, gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, cp_highlight_get_passage (highlight));
}

static void
cp_notes_panel_dispose (GObject *object)
{
  CpNotesPanel *self = CP_NOTES_PANEL (object);

  if (self->highlights != NULL)
    g_signal_handlers_disconnect_by_data (self->highlights, self);
  g_clear_object (&self->highlights);

  G_OBJECT_CLASS (cp_notes_panel_parent_class)->dispose (object);
}

static void
cp_notes_panel_class_init (CpNotesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cp_notes_panel_dispose;

  /**
   * CpNotesPanel::passage-activated:
   * @passage: the place to show in the text
   */
  signals[PASSAGE_ACTIVATED] =
    g_signal_new ("passage-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, CP_TYPE_PASSAGE);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/counterpoint/Counterpoint/ui/cp-notes-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CpNotesPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, CpNotesPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
cp_notes_panel_init (CpNotesPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cp_notes_panel_set_highlights:
 * @highlights: (nullable): the #CpHighlight of the open article
 */
void
cp_notes_panel_set_highlights (CpNotesPanel *self,
                               GListModel   *highlights)
{
  g_return_if_fail (CP_IS_NOTES_PANEL (self));
  g_return_if_fail (highlights == NULL || G_IS_LIST_MODEL (highlights));

  if (self->highlights == highlights)
    return;

  if (self->highlights != NULL)
    g_signal_handlers_disconnect_by_data (self->highlights, self);
  g_set_object (&self->highlights, highlights);
  gtk_list_box_bind_model (self->list, highlights, create_row, NULL, NULL);
  if (highlights != NULL)
    g_signal_connect_object (highlights, "items-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  update_page (self);
}
