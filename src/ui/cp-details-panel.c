/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel of the details of the article: what is known of it and from where, its tags, its text, its original. */

#define G_LOG_DOMAIN "cp-details-panel"

#include "config.h"

#include "cp-details-panel.h"

#include "cp-citation.h"
#include "cp-field-row.h"
#include "cp-html.h"
#include "cp-original-group.h"
#include "cp-tags-editor.h"
#include "cp-versions-group.h"
#include "cp-wording.h"

#include <glib/gi18n.h>

struct _CpDetailsPanel
{
  AdwBin               parent_instance;

  CpDesk              *desk;
  CpArticle           *article;
  GSignalGroup        *article_signals;
  gboolean             updating;

  GtkStack            *stack;
  AdwPreferencesGroup *fields_group;
  GtkWidget           *field_rows[CP_N_FIELDS];
  AdwActionRow        *opinion_row;
  GtkSwitch           *opinion_switch;
  CpTagsEditor        *tags_editor;
  AdwActionRow        *words_row;
  AdwActionRow        *kept_row;
  AdwActionRow        *aside_row;
  CpVersionsGroup     *versions_group;
  CpOriginalGroup     *original_group;
};

G_DEFINE_FINAL_TYPE (CpDetailsPanel, cp_details_panel, ADW_TYPE_BIN)

static const struct
{
  CpField     field;
  const char *title;
} fields[] = {
  { CP_FIELD_TITLE, N_("Title") },
  { CP_FIELD_STANDFIRST, N_("Standfirst") },
  { CP_FIELD_AUTHORS, N_("Authors") },
  { CP_FIELD_OUTLET, N_("Outlet") },
  { CP_FIELD_SECTION, N_("Section") },
  { CP_FIELD_PUBLISHED, N_("Published") },
  { CP_FIELD_MODIFIED, N_("Changed") },
  { CP_FIELD_URL, N_("Address") },
  { CP_FIELD_LANGUAGE, N_("Language") },
};

static void
update_fields (CpDetailsPanel *self)
{
  const char *detail = NULL;
  CpEvidence evidence = cp_article_get_evidence (self->article, CP_FIELD_OPINION, &detail);
  g_autofree char *why = cp_wording_dup_evidence (evidence, detail);
  gboolean opinion = cp_article_get_opinion (self->article);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    cp_field_row_set_article (CP_FIELD_ROW (self->field_rows[fields[i].field]), self->article);

  self->updating = TRUE;
  gtk_switch_set_active (self->opinion_switch, opinion);
  self->updating = FALSE;
  adw_action_row_set_subtitle (self->opinion_row, why != NULL ? why : opinion ? "" : _("Not marked as opinion"));
}

static void
append_count (GString    *line,
              const char *name,
              guint       n)
{
  if (n == 0)
    return;

  if (line->len > 0)
    g_string_append (line, " · ");
  /* Translators: a kind of paragraphs, and how many of them there are, as in "Captions 3" */
  g_string_append_printf (line, _("%s %u"), name, n);
}

static char *
dup_kept (CpArticle *article)
{
  static const char * const names[] = {
    [CP_BLOCK_PARAGRAPH] = NC_("kinds of text", "Paragraphs"),
    [CP_BLOCK_HEADING] = NC_("kinds of text", "Headings"),
    [CP_BLOCK_QUOTATION] = NC_("kinds of text", "Quotations"),
    [CP_BLOCK_LIST_ITEM] = NC_("kinds of text", "List items"),
    [CP_BLOCK_CAPTION] = NC_("kinds of text", "Captions"),
    [CP_BLOCK_TABLE_ROW] = NC_("kinds of text", "Table rows"),
  };
  guint n[G_N_ELEMENTS (names)] = { 0 };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      CpBlock *block = cp_article_get_block (article, i);

      if (cp_block_get_role (block) == CP_BLOCK_BODY)
        n[cp_block_get_kind (block)]++;
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    append_count (line, g_dpgettext2 (NULL, "kinds of text", names[i]), n[i]);
  append_count (line, C_("kinds of text", "Pictures"), cp_article_get_n_images (article));

  return g_string_free (line, FALSE);
}

static char *
dup_aside (CpArticle *article)
{
  guint n[CP_N_FURNITURE] = { 0 };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < cp_article_get_n_blocks (article); i++)
    {
      CpBlock *block = cp_article_get_block (article, i);

      if (cp_block_get_role (block) == CP_BLOCK_FURNITURE)
        n[cp_block_get_furniture (block)]++;
    }

  for (int i = 0; i < CP_N_FURNITURE; i++)
    append_count (line, cp_wording_furniture (i), n[i]);

  return g_string_free (line, FALSE);
}

static void
update_text (CpDetailsPanel *self)
{
  g_autofree char *reading_time = cp_citation_dup_reading_time (self->article);
  g_autofree char *kept = dup_kept (self->article);
  g_autofree char *aside = dup_aside (self->article);
  int n_words = cp_article_get_n_words (self->article);
  g_autofree char *length = NULL;

  /* Translators: the number of words of an article, and the time it takes to read, such as "1 024 words · 6 min" */
  length = g_strdup_printf (ngettext ("%'d word · %s", "%'d words · %s", n_words), n_words, reading_time);
  adw_action_row_set_subtitle (self->words_row, length);
  adw_action_row_set_subtitle (self->kept_row, kept);
  adw_action_row_set_subtitle (self->aside_row, aside[0] != '\0' ? aside : _("Nothing"));
}

static void
update_tags (CpDetailsPanel *self)
{
  cp_tags_editor_set_tags (self->tags_editor, cp_article_get_tags (self->article));
}

static void
tags_given_cb (CpDetailsPanel     *self,
               const char * const *tags)
{
  if (self->desk != NULL && self->article != NULL)
    cp_desk_set_tags (self->desk, self->article, tags);
}

static void
value_given_cb (CpDetailsPanel *self,
                const char     *value,
                GtkWidget      *row)
{
  for (int i = 0; i < CP_N_FIELDS; i++)
    {
      if (self->field_rows[i] == row && self->desk != NULL && self->article != NULL)
        cp_desk_set_field (self->desk, self->article, i, value);
    }
}

static void
opinion_changed_cb (CpDetailsPanel *self)
{
  gboolean opinion = gtk_switch_get_active (self->opinion_switch);

  if (!self->updating && self->desk != NULL && self->article != NULL)
    cp_desk_set_field (self->desk, self->article, CP_FIELD_OPINION, opinion ? "yes" : "no");
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row)
{
  if (CP_IS_FIELD_ROW (row))
    cp_field_row_edit (CP_FIELD_ROW (row));
}

static void
add_field_rows (CpDetailsPanel *self)
{
  GtkWidget *list;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row = cp_field_row_new (fields[i].field, _(fields[i].title));

      g_signal_connect_object (row, "value-given", G_CALLBACK (value_given_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->fields_group, row);
      self->field_rows[fields[i].field] = row;
    }

  list = gtk_widget_get_ancestor (self->field_rows[CP_FIELD_TITLE], GTK_TYPE_LIST_BOX);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
}

static void
cp_details_panel_dispose (GObject *object)
{
  CpDetailsPanel *self = CP_DETAILS_PANEL (object);

  g_clear_object (&self->article_signals);
  g_clear_object (&self->article);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (cp_details_panel_parent_class)->dispose (object);
}

static void
cp_details_panel_class_init (CpDetailsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cp_details_panel_dispose;

  g_type_ensure (CP_TYPE_ORIGINAL_GROUP);
  g_type_ensure (CP_TYPE_TAGS_EDITOR);
  g_type_ensure (CP_TYPE_VERSIONS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-details-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, fields_group);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, opinion_row);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, opinion_switch);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, tags_editor);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, words_row);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, kept_row);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, aside_row);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, versions_group);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, original_group);
  gtk_widget_class_bind_template_callback (widget_class, opinion_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tags_given_cb);
}

static void
cp_details_panel_init (CpDetailsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_field_rows (self);

  self->article_signals = g_signal_group_new (CP_TYPE_ARTICLE);
  g_signal_group_connect_swapped (self->article_signals, "notify::tags", G_CALLBACK (update_tags), self);
}

/**
 * cp_details_panel_set_desk:
 * @desk: where edits are made; to be called once
 */
void
cp_details_panel_set_desk (CpDetailsPanel *self,
                           CpDesk         *desk)
{
  g_return_if_fail (CP_IS_DETAILS_PANEL (self));
  g_return_if_fail (CP_IS_DESK (desk));

  g_set_object (&self->desk, desk);
}

/**
 * cp_details_panel_set_article:
 * @article: (nullable): the open article
 */
void
cp_details_panel_set_article (CpDetailsPanel *self,
                              CpArticle      *article)
{
  g_return_if_fail (CP_IS_DETAILS_PANEL (self));
  g_return_if_fail (article == NULL || CP_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;

  g_signal_group_set_target (self->article_signals, article);
  gtk_stack_set_visible_child_name (self->stack, article != NULL ? "details" : "none");
  cp_versions_group_set_article (self->versions_group, self->desk, article);
  cp_original_group_set_article (self->original_group, self->desk, article);
  if (article == NULL)
    return;

  update_fields (self);
  update_text (self);
  update_tags (self);
}

/**
 * cp_details_panel_edit_tags:
 *
 * Puts the cursor where a new tag is typed.
 */
void
cp_details_panel_edit_tags (CpDetailsPanel *self)
{
  g_return_if_fail (CP_IS_DETAILS_PANEL (self));

  cp_tags_editor_focus_entry (self->tags_editor);
}
