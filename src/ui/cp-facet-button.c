/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chip that narrows the library to one outlet, author or tag out of those it has. */

#define G_LOG_DOMAIN "cp-facet-button"

#include "config.h"

#include "cp-facet-button.h"

#include "cp-util.h"
#include "cp-wording.h"

#include <glib/gi18n.h>

struct _CpFacetButton
{
  AdwBin         parent_instance;

  char          *title;
  char          *chosen;

  GtkMenuButton *button;
  GtkLabel      *label;
  GtkPopover    *popover;
  GtkStack      *stack;
  GtkListBox    *list;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_CHOSEN,
  N_PROPS
};

enum
{
  OPENED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpFacetButton, cp_facet_button, ADW_TYPE_BIN)

static void
update_label (CpFacetButton *self)
{
  g_autofree char *opening = cp_wording_dup_opening (self->title);
  g_autofree char *description = NULL;

  gtk_label_set_label (self->label, self->chosen != NULL ? self->chosen : self->title);
  if (self->chosen != NULL)
    {
      description = g_strdup_printf ("%s %s", opening, self->chosen);
      gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
    }
  else
    {
      description = g_strdup (self->title);
      gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
    }

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), self->chosen != NULL ? description : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

static GtkWidget *
create_row (const char *value,
            guint       count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (value);
  GtkWidget *badge = gtk_label_new (number);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (badge, "dim-label");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, value, -1);
  g_object_set_data_full (G_OBJECT (row), "value", g_strdup (value), g_free);

  return row;
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  return g_utf8_collate (*(const char **) a, *(const char **) b);
}

static void
row_activated_cb (CpFacetButton *self,
                  GtkListBoxRow *row)
{
  cp_facet_button_set_chosen (self, g_object_get_data (G_OBJECT (row), "value"));
  gtk_popover_popdown (self->popover);
}

static void
any_clicked_cb (CpFacetButton *self)
{
  cp_facet_button_set_chosen (self, NULL);
  gtk_popover_popdown (self->popover);
}

static void
popover_shown_cb (CpFacetButton *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
cp_facet_button_constructed (GObject *object)
{
  G_OBJECT_CLASS (cp_facet_button_parent_class)->constructed (object);

  update_label (CP_FACET_BUTTON (object));
}

static void
cp_facet_button_finalize (GObject *object)
{
  CpFacetButton *self = CP_FACET_BUTTON (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (cp_facet_button_parent_class)->finalize (object);
}

static void
cp_facet_button_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CpFacetButton *self = CP_FACET_BUTTON (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_CHOSEN:
      g_value_set_string (value, self->chosen);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cp_facet_button_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CpFacetButton *self = CP_FACET_BUTTON (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;

    case PROP_CHOSEN:
      cp_facet_button_set_chosen (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cp_facet_button_class_init (CpFacetButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = cp_facet_button_constructed;
  object_class->finalize = cp_facet_button_finalize;
  object_class->get_property = cp_facet_button_get_property;
  object_class->set_property = cp_facet_button_set_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHOSEN] =
    g_param_spec_string ("chosen", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * CpFacetButton::opened:
   *
   * The values are about to be seen; the moment to count them.
   */
  signals[OPENED] =
    g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-facet-button.ui");
  gtk_widget_class_bind_template_child (widget_class, CpFacetButton, button);
  gtk_widget_class_bind_template_child (widget_class, CpFacetButton, label);
  gtk_widget_class_bind_template_child (widget_class, CpFacetButton, popover);
  gtk_widget_class_bind_template_child (widget_class, CpFacetButton, stack);
  gtk_widget_class_bind_template_child (widget_class, CpFacetButton, list);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, any_clicked_cb);
}

static void
cp_facet_button_init (CpFacetButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cp_facet_button_get_chosen:
 *
 * Returns: (nullable): the value that is wanted; %NULL when any will do
 */
const char *
cp_facet_button_get_chosen (CpFacetButton *self)
{
  g_return_val_if_fail (CP_IS_FACET_BUTTON (self), NULL);

  return self->chosen;
}

/**
 * cp_facet_button_set_chosen:
 * @chosen: (nullable): the value that is wanted, or %NULL for any
 */
void
cp_facet_button_set_chosen (CpFacetButton *self,
                            const char    *chosen)
{
  g_return_if_fail (CP_IS_FACET_BUTTON (self));

  if (!cp_set_str (&self->chosen, chosen))
    return;

  update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/**
 * cp_facet_button_set_counts:
 * @counts: (element-type utf8 uint): the values there are, with how many articles have each
 *
 * Offers these values. What was chosen is let go when it is no longer among them.
 */
void
cp_facet_button_set_counts (CpFacetButton *self,
                            GHashTable    *counts)
{
  g_autofree const char **values = NULL;
  GtkWidget *row;
  guint n_values;

  g_return_if_fail (CP_IS_FACET_BUTTON (self));
  g_return_if_fail (counts != NULL);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  values = (const char **) g_hash_table_get_keys_as_array (counts, &n_values);
  qsort (values, n_values, sizeof (char *), compare_values);
  for (guint i = 0; i < n_values; i++)
    gtk_list_box_append (self->list,
                         create_row (values[i], GPOINTER_TO_UINT (g_hash_table_lookup (counts, values[i]))));

  gtk_stack_set_visible_child_name (self->stack, n_values > 0 ? "values" : "empty");
  if (self->chosen != NULL && !g_hash_table_contains (counts, self->chosen))
    cp_facet_button_set_chosen (self, NULL);
}
