/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One article in the library's list: its headline, who wrote it where and when, and what a search found in it. */

#define G_LOG_DOMAIN "cp-library-row"

#include "config.h"

#include "cp-library-row.h"

#include "cp-display-text.h"

#include <glib/gi18n.h>

struct _CpLibraryRow
{
  AdwBin        parent_instance;

  CpArticle    *article;
  GSignalGroup *article_signals;
  guint         n_versions;

  GtkLabel     *heading;
  GtkLabel     *title;
  GtkLabel     *attribution;
  GtkLabel     *snippet;
};

G_DEFINE_FINAL_TYPE (CpLibraryRow, cp_library_row, ADW_TYPE_BIN)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static void
update_article (CpLibraryRow *self)
{
  g_autofree char *attribution = cp_display_text_dup_attribution (self->article);
  const char *title = cp_display_text_get_title (self->article);

  gtk_label_set_label (self->title, title);
  if (self->n_versions > 1)
    {
      g_autofree char *versions = g_strdup_printf (ngettext ("%u version", "%u versions", self->n_versions),
                                                   self->n_versions);
      const char *parts[] = { versions, attribution[0] != '\0' ? attribution : NULL, NULL };
      g_autofree char *line = g_strjoinv (" · ", (char **) parts);

      set_text (self->attribution, line);
    }
  else
    {
      set_text (self->attribution, attribution);
    }
}

/* The headline in full. To be asked is cheap; to set a tooltip asks the display where the pointer is, each time. */
static gboolean
query_tooltip_cb (CpLibraryRow *self,
                  int           x,
                  int           y,
                  gboolean      keyboard,
                  GtkTooltip   *tooltip)
{
  if (self->article == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, cp_display_text_get_title (self->article));

  return TRUE;
}

static void
cp_library_row_dispose (GObject *object)
{
  CpLibraryRow *self = CP_LIBRARY_ROW (object);

  g_clear_object (&self->article_signals);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (cp_library_row_parent_class)->dispose (object);
}

static void
cp_library_row_class_init (CpLibraryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cp_library_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-library-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CpLibraryRow, heading);
  gtk_widget_class_bind_template_child (widget_class, CpLibraryRow, title);
  gtk_widget_class_bind_template_child (widget_class, CpLibraryRow, attribution);
  gtk_widget_class_bind_template_child (widget_class, CpLibraryRow, snippet);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
cp_library_row_init (CpLibraryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->article_signals = g_signal_group_new (CP_TYPE_ARTICLE);
  g_signal_group_connect_swapped (self->article_signals, "notify::title", G_CALLBACK (update_article), self);
  g_signal_group_connect_swapped (self->article_signals, "notify::authors", G_CALLBACK (update_article), self);
  g_signal_group_connect_swapped (self->article_signals, "notify::outlet", G_CALLBACK (update_article), self);
  g_signal_group_connect_swapped (self->article_signals, "notify::published", G_CALLBACK (update_article), self);
}

/**
 * cp_library_row_new:
 *
 * Returns: (transfer floating): a row without an article
 */
GtkWidget *
cp_library_row_new (void)
{
  return g_object_new (CP_TYPE_LIBRARY_ROW, NULL);
}

/**
 * cp_library_row_get_article:
 *
 * Returns: (transfer none) (nullable): the article shown
 */
CpArticle *
cp_library_row_get_article (CpLibraryRow *self)
{
  g_return_val_if_fail (CP_IS_LIBRARY_ROW (self), NULL);

  return self->article;
}

/**
 * cp_library_row_set_article:
 * @article: (nullable): the article to show; %NULL while the row waits to be used again
 */
void
cp_library_row_set_article (CpLibraryRow *self,
                            CpArticle    *article)
{
  g_return_if_fail (CP_IS_LIBRARY_ROW (self));
  g_return_if_fail (article == NULL || CP_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;

  g_signal_group_set_target (self->article_signals, article);
  if (article != NULL)
    update_article (self);
}

/**
 * cp_library_row_set_versions:
 * @n_versions: how many versions of the article the library has
 */
void
cp_library_row_set_versions (CpLibraryRow *self,
                             guint         n_versions)
{
  g_return_if_fail (CP_IS_LIBRARY_ROW (self));

  if (self->n_versions == n_versions)
    return;

  self->n_versions = n_versions;
  if (self->article != NULL)
    update_article (self);
}

/**
 * cp_library_row_set_heading:
 * @heading: (nullable): what stands above the row where a section of the list begins
 */
void
cp_library_row_set_heading (CpLibraryRow *self,
                            const char   *heading)
{
  g_return_if_fail (CP_IS_LIBRARY_ROW (self));

  set_text (self->heading, heading);
}

/**
 * cp_library_row_set_snippet:
 * @markup: (nullable): the words around what a search found, as Pango markup
 */
void
cp_library_row_set_snippet (CpLibraryRow *self,
                            const char   *markup)
{
  g_return_if_fail (CP_IS_LIBRARY_ROW (self));

  set_text (self->snippet, markup);
}
