/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value of an article's details, where it comes from, and an entry in its place when it is edited. */

#define G_LOG_DOMAIN "cp-field-row"

#include "config.h"

#include "cp-field-row.h"

#include "cp-citation.h"
#include "cp-display-text.h"
#include "cp-html.h"
#include "cp-wording.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

struct _CpFieldRow
{
  AdwPreferencesRow  parent_instance;

  CpField            field;
  char              *value;

  GtkLabel          *title;
  GtkStack          *stack;
  GtkLabel          *label;
  GtkEntry          *entry;
  GtkLabel          *problem;
  GtkLabel          *source;
};

enum
{
  VALUE_GIVEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpFieldRow, cp_field_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
is_day (const char *text)
{
  int year, month, day, end = 0;

  return sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && end == 10 && text[end] == '\0' &&
         g_date_valid_dmy (day, month, year);
}

/* A code, and what may follow it: "en", "de-AT". */
static gboolean
is_language (const char *text)
{
  gsize n_letters = 0;

  while (g_ascii_isalpha (text[n_letters]))
    n_letters++;

  return (n_letters == 2 || n_letters == 3) && (text[n_letters] == '\0' || text[n_letters] == '-');
}

/* Returns: (nullable): what is wrong with @text and what would be right; an empty value is always right */
static const char *
find_problem (CpField     field,
              const char *text)
{
  if (text[0] == '\0')
    return NULL;

  if ((field == CP_FIELD_PUBLISHED || field == CP_FIELD_MODIFIED) && !is_day (text))
    return _("Write the day as year, month and day, such as 2024-03-09.");

  if (field == CP_FIELD_LANGUAGE && !is_language (text))
    return _("Write the language as its code, such as en or de.");

  if (field == CP_FIELD_URL && !cp_html_is_web_address (text))
    return _("Write the whole address, beginning with https:// or http://.");

  return NULL;
}

static char *
dup_shown (CpFieldRow *self)
{
  if (self->value == NULL || self->value[0] == '\0')
    return NULL;

  switch (self->field)
    {
    case CP_FIELD_PUBLISHED:
    case CP_FIELD_MODIFIED:
      return cp_citation_dup_date (self->value);

    case CP_FIELD_LANGUAGE:
      return cp_display_text_dup_language (self->value);

    case CP_FIELD_TITLE:
    case CP_FIELD_STANDFIRST:
    case CP_FIELD_AUTHORS:
    case CP_FIELD_OUTLET:
    case CP_FIELD_SECTION:
    case CP_FIELD_URL:
    case CP_FIELD_OPINION:
    default:
      return g_strdup (self->value);
    }
}

static void
describe (CpFieldRow *self,
          const char *shown)
{
  g_autofree char *opening = cp_wording_dup_opening (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  g_autofree char *name = g_strconcat (opening, " ", shown, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_value (CpFieldRow *self)
{
  g_autofree char *shown = dup_shown (self);

  gtk_label_set_label (self->label, shown != NULL ? shown : _("Unknown"));
  if (shown == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "unknown");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "unknown");
  describe (self, gtk_label_get_label (self->label));
}

static void
show_problem (CpFieldRow *self,
              const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static gboolean
is_editing (CpFieldRow *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "entry");
}

static void
stop_editing (CpFieldRow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "label");
  show_problem (self, NULL);
}

static void
apply_cb (CpFieldRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  const char *problem = find_problem (self->field, text);

  if (!is_editing (self))
    return;

  if (problem != NULL)
    {
      show_problem (self, problem);
      return;
    }

  stop_editing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (g_strcmp0 (text, self->value != NULL ? self->value : "") != 0)
    g_signal_emit (self, signals[VALUE_GIVEN], 0, text);
}

static gboolean
key_pressed_cb (CpFieldRow *self,
                guint       keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  stop_editing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  return GDK_EVENT_STOP;
}

/* Who goes elsewhere without a word has thought better of it. */
static void
focus_left_cb (CpFieldRow *self)
{
  if (is_editing (self))
    stop_editing (self);
}

static void
cp_field_row_finalize (GObject *object)
{
  CpFieldRow *self = CP_FIELD_ROW (object);

  g_clear_pointer (&self->value, g_free);

  G_OBJECT_CLASS (cp_field_row_parent_class)->finalize (object);
}

static void
cp_field_row_class_init (CpFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cp_field_row_finalize;

  /**
   * CpFieldRow::value-given:
   * @value: what the reviewer wrote, "" for nothing
   */
  signals[VALUE_GIVEN] =
    g_signal_new ("value-given", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/counterpoint/Counterpoint/ui/cp-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CpFieldRow, title);
  gtk_widget_class_bind_template_child (widget_class, CpFieldRow, stack);
  gtk_widget_class_bind_template_child (widget_class, CpFieldRow, label);
  gtk_widget_class_bind_template_child (widget_class, CpFieldRow, entry);
  gtk_widget_class_bind_template_child (widget_class, CpFieldRow, problem);
  gtk_widget_class_bind_template_child (widget_class, CpFieldRow, source);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
cp_field_row_init (CpFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cp_field_row_new:
 * @field: which value
 * @title: how it is called
 *
 * Returns: (transfer floating): a row without a value
 */
GtkWidget *
cp_field_row_new (CpField     field,
                  const char *title)
{
  CpFieldRow *self = g_object_new (CP_TYPE_FIELD_ROW, "title", title, NULL);

  self->field = field;
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (field == CP_FIELD_AUTHORS)
    gtk_entry_set_placeholder_text (self->entry, _("Names, separated by semicolons"));
  else if (field == CP_FIELD_PUBLISHED || field == CP_FIELD_MODIFIED)
    gtk_entry_set_placeholder_text (self->entry, _("Year-month-day"));

  return GTK_WIDGET (self);
}

/**
 * cp_field_row_set_article:
 * @article: whose value to show
 */
void
cp_field_row_set_article (CpFieldRow *self,
                          CpArticle  *article)
{
  g_autofree char *source = NULL;
  const char *detail = NULL;
  CpEvidence evidence;

  g_return_if_fail (CP_IS_FIELD_ROW (self));
  g_return_if_fail (CP_IS_ARTICLE (article));

  g_free (self->value);
  self->value = cp_article_dup_field (article, self->field);
  evidence = cp_article_get_evidence (article, self->field, &detail);
  source = cp_wording_dup_evidence (evidence, detail);
  stop_editing (self);
  show_value (self);
  gtk_label_set_label (self->source, source != NULL ? source : "");
  gtk_widget_set_visible (GTK_WIDGET (self->source), source != NULL);
}

/**
 * cp_field_row_edit:
 *
 * Puts an entry in the place of the value. Enter gives what is in it, Escape and going elsewhere leave the value.
 */
void
cp_field_row_edit (CpFieldRow *self)
{
  g_return_if_fail (CP_IS_FIELD_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->value != NULL ? self->value : "");
  show_problem (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "entry");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
