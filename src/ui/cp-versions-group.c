/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of a piece that were saved, with what changed from one to the next. */

#define G_LOG_DOMAIN "cp-versions-group"

#include "config.h"

#include "cp-versions-group.h"

#include "cp-citation.h"

#include <glib/gi18n.h>

/* Where a changed paragraph is cut, in characters; the version itself has the rest. */
#define MAX_SHOWN 160

/* Changes that are told one by one. */
#define MAX_CHANGES 12

struct _CpVersionsGroup
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray           *rows;
};

G_DEFINE_FINAL_TYPE (CpVersionsGroup, cp_versions_group, ADW_TYPE_BIN)

static void
append_change (AdwExpanderRow *row,
               CpChange       *change)
{
  const char *text = change->kind == CP_CHANGE_REMOVED ? change->before : change->after;
  const char *kind = change->kind == CP_CHANGE_REMOVED ? _("Removed")
                     : change->kind == CP_CHANGE_ADDED ? _("Added") : _("Changed");
  GtkWidget *line = adw_action_row_new ();
  g_autofree char *cut = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_SHOWN));

  g_object_set (line, "title", kind, "use-markup", FALSE, "subtitle", cut, "subtitle-lines", 0, NULL);
  gtk_widget_add_css_class (line, "detail");
  adw_expander_row_add_row (row, line);
}

static void
append_changes (AdwExpanderRow *row,
                CpArticle      *older,
                CpArticle      *newer)
{
  g_autoptr(CpRevision) revision = cp_revision_new (older, newer);
  g_autofree char *summary = cp_revision_dup_summary (revision);

  adw_expander_row_set_subtitle (row, summary);
  adw_expander_row_set_enable_expansion (row, revision->changes->len > 0);
  for (guint i = 0; i < MIN (revision->changes->len, MAX_CHANGES); i++)
    append_change (row, g_ptr_array_index (revision->changes, i));
}

static GtkWidget *
create_open_button (CpArticle  *version,
                    const char *name)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Open"));
  g_autofree char *label = g_strdup_printf (_("Open “%s”"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-article");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", cp_article_get_id (version));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static void
add_version (CpVersionsGroup *self,
             GPtrArray       *versions,
             guint            position,
             CpArticle       *open)
{
  CpArticle *version = versions->pdata[position];
  const char *day = cp_article_get_modified (version) != NULL ? cp_article_get_modified (version)
                                                              : cp_article_get_published (version);
  g_autofree char *date = cp_citation_dup_date (day);
  g_autofree char *name = NULL;
  GtkWidget *row = adw_expander_row_new ();

  if (date != NULL)
    /* Translators: which of the saved versions of a text, and its date */
    name = g_strdup_printf (_("Version %u, %s"), position + 1, date);
  else
    name = g_strdup_printf (_("Version %u"), position + 1);

  g_object_set (row, "title", name, "use-markup", FALSE, NULL);
  if (g_str_equal (cp_article_get_id (version), cp_article_get_id (open)))
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), gtk_label_new (_("open")));
  else
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), create_open_button (version, name));

  if (position > 0)
    append_changes (ADW_EXPANDER_ROW (row), versions->pdata[position - 1], version);
  else
    adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), FALSE);

  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (CpVersionsGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
cp_versions_group_finalize (GObject *object)
{
  CpVersionsGroup *self = CP_VERSIONS_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (cp_versions_group_parent_class)->finalize (object);
}

static void
cp_versions_group_class_init (CpVersionsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cp_versions_group_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-versions-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CpVersionsGroup, group);
}

static void
cp_versions_group_init (CpVersionsGroup *self)
{
  self->rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cp_versions_group_set_article:
 * @desk: (nullable): the library
 * @article: (nullable): the open article
 *
 * Lists all versions of @article, the newest first, when there are several.
 */
void
cp_versions_group_set_article (CpVersionsGroup *self,
                               CpDesk          *desk,
                               CpArticle       *article)
{
  g_autoptr(GPtrArray) versions = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (CP_IS_VERSIONS_GROUP (self));

  clear_rows (self);
  if (desk != NULL && article != NULL)
    versions = cp_desk_list_revisions (desk, article, &error);
  if (error != NULL)
    g_warning ("The versions of an article cannot be listed: %s", error->message);

  gtk_widget_set_visible (GTK_WIDGET (self), versions != NULL && versions->len > 1);
  for (guint i = versions != NULL && versions->len > 1 ? versions->len : 0; i > 0; i--)
    add_version (self, versions, i - 1, article);
}
