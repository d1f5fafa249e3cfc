/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice of another saved op-ed to set beside the open one. */

#define G_LOG_DOMAIN "cp-piece-chooser"

#include "config.h"

#include "cp-piece-chooser.h"

#include "cp-display-text.h"
#include "cp-library-row.h"

struct _CpPieceChooser
{
  AdwBin              parent_instance;

  CpArticle          *excluded;

  GtkStack           *stack;
  GtkSearchEntry     *search_entry;
  GtkListView        *list;

  GtkFilterListModel *filtered;
  GtkCustomFilter    *filter;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpPieceChooser, cp_piece_chooser, ADW_TYPE_BIN)

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  CpPieceChooser *self = CP_PIECE_CHOOSER (user_data);
  CpArticle *article = CP_ARTICLE (item);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *attribution = NULL, *haystack = NULL;

  if (article == self->excluded || self->excluded == NULL)
    return FALSE;
  if (words[0] == '\0')
    return TRUE;

  attribution = cp_display_text_dup_attribution (article);
  haystack = g_strjoin (" ", cp_display_text_get_title (article), attribution, NULL);

  return g_str_match_string (words, haystack, TRUE);
}

static void
update_page (CpPieceChooser *self)
{
  GListModel *articles = gtk_filter_list_model_get_model (self->filtered);
  guint n_all = articles != NULL ? g_list_model_get_n_items (articles) : 0;
  const char *page = "list";

  if (self->excluded == NULL)
    page = "none";
  else if (n_all < 2)
    page = "alone";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0)
    page = "nothing";

  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), self->excluded != NULL && n_all >= 2);
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
search_changed_cb (CpPieceChooser *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_page (self);
}

static void
choose (CpPieceChooser *self,
        guint           position)
{
  g_autoptr(CpArticle) article = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (article != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, article);
}

static void
search_activated_cb (CpPieceChooser *self)
{
  choose (self, 0);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              CpPieceChooser           *self)
{
  gtk_list_item_set_child (item, cp_library_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             CpPieceChooser           *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  CpArticle *article = CP_ARTICLE (gtk_list_item_get_item (item));

  cp_library_row_set_article (CP_LIBRARY_ROW (row), article);

  /* The list names its rows only from GTK 4.12 on. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, cp_display_text_get_title (article),
                                  -1);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               CpPieceChooser           *self)
{
  cp_library_row_set_article (CP_LIBRARY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
cp_piece_chooser_dispose (GObject *object)
{
  CpPieceChooser *self = CP_PIECE_CHOOSER (object);

  if (self->filtered != NULL)
    gtk_filter_list_model_set_model (self->filtered, NULL);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->excluded);

  G_OBJECT_CLASS (cp_piece_chooser_parent_class)->dispose (object);
}

static void
cp_piece_chooser_class_init (CpPieceChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cp_piece_chooser_dispose;

  /**
   * CpPieceChooser::chosen:
   * @article: the other op-ed
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, CP_TYPE_ARTICLE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-piece-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, CpPieceChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, CpPieceChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CpPieceChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
cp_piece_chooser_init (CpPieceChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (
                             gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)))));
  update_page (self);
}

/**
 * cp_piece_chooser_set_articles:
 * @articles: all #CpArticle there are, followed as they change
 */
void
cp_piece_chooser_set_articles (CpPieceChooser *self,
                               GListModel     *articles)
{
  g_return_if_fail (CP_IS_PIECE_CHOOSER (self));
  g_return_if_fail (G_IS_LIST_MODEL (articles));

  gtk_filter_list_model_set_model (self->filtered, articles);
  g_signal_connect_object (articles, "items-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  update_page (self);
}

/**
 * cp_piece_chooser_set_excluded:
 * @excluded: (nullable): the open article, which is not offered; %NULL when none is open, so that there is nothing to
 *   choose
 */
void
cp_piece_chooser_set_excluded (CpPieceChooser *self,
                               CpArticle      *excluded)
{
  g_return_if_fail (CP_IS_PIECE_CHOOSER (self));
  g_return_if_fail (excluded == NULL || CP_IS_ARTICLE (excluded));

  if (!g_set_object (&self->excluded, excluded))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_changed_cb (self);
}

/**
 * cp_piece_chooser_focus_search:
 *
 * Puts the cursor into the search.
 */
void
cp_piece_chooser_focus_search (CpPieceChooser *self)
{
  g_return_if_fail (CP_IS_PIECE_CHOOSER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
