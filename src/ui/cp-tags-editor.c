/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tags of an article, to be added and taken away. */

#define G_LOG_DOMAIN "cp-tags-editor"

#include "config.h"

#include "cp-tags-editor.h"

#include <glib/gi18n.h>

struct _CpTagsEditor
{
  AdwBin       parent_instance;

  char       **tags;

  GtkFlowBox  *flow;
  GtkEntry    *entry;
};

enum
{
  TAGS_GIVEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpTagsEditor, cp_tags_editor, ADW_TYPE_BIN)

static void
say_without (CpTagsEditor *self,
             const char   *tag)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) tags = NULL;

  for (guint i = 0; self->tags[i] != NULL; i++)
    {
      if (!g_str_equal (self->tags[i], tag))
        g_strv_builder_add (builder, self->tags[i]);
    }

  tags = g_strv_builder_end (builder);
  g_signal_emit (self, signals[TAGS_GIVEN], 0, tags);
}

static void
remove_clicked_cb (CpTagsEditor *self,
                   GtkButton    *button)
{
  g_autofree char *tag = g_strdup (g_object_get_data (G_OBJECT (button), "tag"));

  say_without (self, tag);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static GtkWidget *
create_chip (CpTagsEditor *self,
             const char   *tag)
{
  g_autofree char *removal = g_strdup_printf (_("Remove tag “%s”"), tag);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (tag);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (chip, "tag");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, removal);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, removal, -1);
  g_object_set_data_full (G_OBJECT (button), "tag", g_strdup (tag), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);

  return chip;
}

static void
entry_activated_cb (CpTagsEditor *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *tag = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_auto(GStrv) tags = NULL;

  g_strstrip (tag);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (tag[0] == '\0' || g_strv_contains ((const char * const *) self->tags, tag))
    return;

  g_strv_builder_addv (builder, (const char **) self->tags);
  g_strv_builder_add (builder, tag);
  tags = g_strv_builder_end (builder);
  g_signal_emit (self, signals[TAGS_GIVEN], 0, tags);
}

static void
cp_tags_editor_finalize (GObject *object)
{
  CpTagsEditor *self = CP_TAGS_EDITOR (object);

  g_clear_pointer (&self->tags, g_strfreev);

  G_OBJECT_CLASS (cp_tags_editor_parent_class)->finalize (object);
}

static void
cp_tags_editor_class_init (CpTagsEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cp_tags_editor_finalize;

  /**
   * CpTagsEditor::tags-given:
   * @tags: all tags that the article is to have
   */
  signals[TAGS_GIVEN] =
    g_signal_new ("tags-given", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRV);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-tags-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CpTagsEditor, flow);
  gtk_widget_class_bind_template_child (widget_class, CpTagsEditor, entry);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
cp_tags_editor_init (CpTagsEditor *self)
{
  self->tags = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cp_tags_editor_set_tags:
 * @tags: (nullable): the tags the article has
 *
 * Shows these tags.
 */
void
cp_tags_editor_set_tags (CpTagsEditor       *self,
                         const char * const *tags)
{
  const char * const none[] = { NULL };
  GtkFlowBoxChild *child;

  g_return_if_fail (CP_IS_TAGS_EDITOR (self));

  if (tags == NULL)
    tags = none;
  if (g_strv_equal ((const char * const *) self->tags, tags))
    return;

  g_strfreev (self->tags);
  self->tags = g_strdupv ((char **) tags);

  while ((child = gtk_flow_box_get_child_at_index (self->flow, 0)) != NULL)
    gtk_flow_box_remove (self->flow, GTK_WIDGET (child));

  for (guint i = 0; tags[i] != NULL; i++)
    {
      gtk_flow_box_append (self->flow, create_chip (self, tags[i]));
      gtk_widget_set_focusable (GTK_WIDGET (gtk_flow_box_get_child_at_index (self->flow, i)), FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->flow), tags[0] != NULL);
}

/**
 * cp_tags_editor_focus_entry:
 *
 * Puts the cursor where a new tag is typed.
 */
void
cp_tags_editor_focus_entry (CpTagsEditor *self)
{
  g_return_if_fail (CP_IS_TAGS_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
