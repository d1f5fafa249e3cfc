/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel of the details of the article: where it comes from, its measures, its tags, what its import kept. */

#define G_LOG_DOMAIN "cp-details-panel"

#include "config.h"

#include "cp-details-panel.h"

#include "cp-citation.h"
#include "cp-display-text.h"
#include "cp-html.h"
#include "cp-tags-editor.h"

#include <glib/gi18n.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>

struct _CpDetailsPanel
{
  AdwBin               parent_instance;

  CpDesk              *desk;
  CpArticle           *article;
  GSignalGroup        *article_signals;

  GtkStack            *stack;
  AdwActionRow        *title_row;
  AdwActionRow        *authors_row;
  AdwActionRow        *outlet_row;
  AdwActionRow        *published_row;
  AdwActionRow        *kind_row;
  AdwActionRow        *url_row;
  AdwActionRow        *language_row;
  AdwActionRow        *words_row;
  CpTagsEditor        *tags_editor;
  AdwPreferencesGroup *import_group;
  AdwActionRow        *file_row;
  AdwActionRow        *kept_row;
  AdwActionRow        *dropped_row;
};

G_DEFINE_FINAL_TYPE (CpDetailsPanel, cp_details_panel, ADW_TYPE_BIN)

static void
set_value (AdwActionRow *row,
           const char   *value)
{
  gboolean known = value != NULL && value[0] != '\0';

  adw_action_row_set_subtitle (row, known ? value : _("Unknown"));
  if (known)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "unknown");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "unknown");
}

static void
set_list (AdwActionRow       *row,
          const char * const *values)
{
  g_autofree char *joined = values != NULL ? g_strjoinv (", ", (char **) values) : NULL;

  set_value (row, joined);
  gtk_widget_set_visible (GTK_WIDGET (row), joined != NULL && joined[0] != '\0');
}

/* Some languages, such as French, begin the name with a capital where it stands alone, as it does here. */
static char *
dup_language_name (const char *code)
{
  UDisplayContext context = UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU;
  char language[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *names;
  UChar name[128];
  int32_t length;

  if (code == NULL || code[0] == '\0')
    return NULL;

  uloc_getLanguage (code, language, G_N_ELEMENTS (language), &status);
  names = uldn_openForContext (NULL, &context, 1, &status);
  length = uldn_languageDisplayName (names, language, name, G_N_ELEMENTS (name), &status);
  uldn_close (names);
  if (U_FAILURE (status) || length <= 0)
    return g_strdup (code);

  return g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
}

static void
update_source (CpDetailsPanel *self)
{
  g_autofree char *byline = cp_article_dup_byline (self->article);
  g_autofree char *date = cp_citation_dup_date (cp_article_get_published (self->article));
  guint n_authors = g_strv_length ((char **) cp_article_get_authors (self->article));
  const char *url = cp_article_get_url (self->article);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->authors_row),
                                 ngettext ("Author", "Authors", MAX (n_authors, 1)));
  set_value (self->title_row, cp_display_text_get_title (self->article));
  set_value (self->authors_row, byline);
  set_value (self->outlet_row, cp_article_get_outlet (self->article));
  set_value (self->published_row, date);
  set_value (self->kind_row,
             cp_article_get_opinion (self->article) ? _("Opinion piece") : _("Not marked as opinion"));
  set_value (self->url_row, url);
  gtk_widget_set_visible (GTK_WIDGET (self->url_row), url != NULL && cp_html_is_web_address (url));
}

static void
update_text (CpDetailsPanel *self)
{
  g_autofree char *language = dup_language_name (cp_article_get_language (self->article));
  g_autofree char *reading_time = cp_citation_dup_reading_time (self->article);
  int n_words = cp_article_get_n_words (self->article);
  g_autofree char *length = NULL;

  /* Translators: the number of words of an article, and the time it takes to read, such as "1 024 words · 6 min" */
  length = g_strdup_printf (ngettext ("%'d word · %s", "%'d words · %s", n_words), n_words, reading_time);
  set_value (self->language_row, language);
  set_value (self->words_row, length);
}

static CpImportJob *
find_job (CpDetailsPanel *self)
{
  GListModel *jobs = G_LIST_MODEL (cp_desk_get_import_queue (self->desk));

  for (guint i = 0; i < g_list_model_get_n_items (jobs); i++)
    {
      g_autoptr(CpImportJob) job = g_list_model_get_item (jobs, i);

      if (cp_import_job_get_state (job) == CP_IMPORT_DONE &&
          g_strcmp0 (cp_import_job_get_article_id (job), cp_article_get_id (self->article)) == 0)
        return g_steal_pointer (&job);
    }

  return NULL;
}

/* What a reader kept and dropped is known while the import is remembered: in the session of it. */
static void
update_import (CpDetailsPanel *self)
{
  g_autoptr(CpImportJob) job = self->desk != NULL ? find_job (self) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->import_group), job != NULL);
  if (job == NULL)
    return;

  set_value (self->file_row, cp_import_job_get_name (job));
  set_list (self->kept_row, cp_import_job_get_kept (job));
  set_list (self->dropped_row, cp_import_job_get_dropped (job));
}

static void
update_tags (CpDetailsPanel *self)
{
  cp_tags_editor_set_tags (self->tags_editor, cp_article_get_tags (self->article));
}

static void
update (CpDetailsPanel *self)
{
  update_source (self);
  update_text (self);
  update_tags (self);
  update_import (self);
}

static void
tags_given_cb (CpDetailsPanel     *self,
               const char * const *tags)
{
  if (self->desk != NULL && self->article != NULL)
    cp_desk_set_tags (self->desk, self->article, tags);
}

static void
url_activated_cb (CpDetailsPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_show_uri (GTK_WINDOW (root), cp_article_get_url (self->article), GDK_CURRENT_TIME);
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

  g_type_ensure (CP_TYPE_TAGS_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-details-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, title_row);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, authors_row);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, outlet_row);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, published_row);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, url_row);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, language_row);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, words_row);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, tags_editor);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, import_group);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, file_row);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, kept_row);
  gtk_widget_class_bind_template_child (widget_class, CpDetailsPanel, dropped_row);
  gtk_widget_class_bind_template_callback (widget_class, tags_given_cb);
  gtk_widget_class_bind_template_callback (widget_class, url_activated_cb);
}

static void
cp_details_panel_init (CpDetailsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

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
  if (article != NULL)
    update (self);
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
