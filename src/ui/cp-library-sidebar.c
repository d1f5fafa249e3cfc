/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library beside the article: all saved op-eds, searched and narrowed down. */

#define G_LOG_DOMAIN "cp-library-sidebar"

#include "config.h"

#include "cp-library-sidebar.h"

#include "cp-display-text.h"
#include "cp-facet-button.h"
#include "cp-held-list.h"
#include "cp-library-row.h"

#include <glib/gi18n.h>

/* More hits than anybody scrolls through; a narrower query is the way to the rest. */
#define MAX_HITS 500

struct _CpLibrarySidebar
{
  AdwBin              parent_instance;

  CpDesk             *desk;
  CpHeldList         *articles;
  CpArticle          *current;
  GCancellable       *searching;
  GListStore         *found;
  GHashTable         *snippets;
  GHashTable         *bound_items;
  guint               rows_id;
  guint               n_hidden;

  /* The id of a piece's first version → the newest one, and how many there are, of those that have several. */
  GHashTable         *newest;
  GHashTable         *n_versions;
  gboolean            choosing;

  GtkSearchEntry     *search_entry;
  GtkToggleButton    *all_button;
  CpFacetButton      *outlet_button;
  CpFacetButton      *author_button;
  CpFacetButton      *tag_button;
  GtkStack           *stack;
  GtkListView        *list;
  AdwStatusPage      *nothing_page;
  GtkWidget          *context_menu;

  GtkFilterListModel *filtered;
  GtkSortListModel   *sorted;
  GtkSingleSelection *selection;
  GtkCustomFilter    *filter;
  GtkCustomSorter    *sorter;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpLibrarySidebar, cp_library_sidebar, ADW_TYPE_BIN)

static gboolean
is_searching (CpLibrarySidebar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] != '\0';
}

static gboolean
is_narrowed (CpLibrarySidebar *self)
{
  return cp_facet_button_get_chosen (self->outlet_button) != NULL ||
         cp_facet_button_get_chosen (self->author_button) != NULL ||
         cp_facet_button_get_chosen (self->tag_button) != NULL;
}

static gboolean
matches_one (const char         *wanted,
             const char * const *values)
{
  return wanted == NULL || (values != NULL && g_strv_contains (values, wanted));
}

static const char *
get_first_version (CpArticle *article)
{
  const char *first = cp_article_get_revision_of (article);

  return first != NULL ? first : cp_article_get_id (article);
}

static guint
count_versions (CpLibrarySidebar *self,
                CpArticle        *article)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->n_versions, get_first_version (article)));
}

/* The library has its articles in the order in which they came, the last one first. */
static void
index_versions (CpLibrarySidebar *self)
{
  guint n_articles = g_list_model_get_n_items (G_LIST_MODEL (self->articles));

  g_hash_table_remove_all (self->newest);
  g_hash_table_remove_all (self->n_versions);
  for (guint i = 0; i < n_articles; i++)
    {
      g_autoptr(CpArticle) article = g_list_model_get_item (G_LIST_MODEL (self->articles), i);
      const char *first = get_first_version (article);
      guint n = count_versions (self, article);

      if (n == 0)
        g_hash_table_insert (self->newest, g_strdup (first), g_object_ref (article));
      g_hash_table_insert (self->n_versions, g_strdup (first), GUINT_TO_POINTER (n + 1));
    }
}

/* A piece is listed once, as its newest version; a search finds what the older ones said, too. */
static gboolean
is_superseded (CpLibrarySidebar *self,
               CpArticle        *article)
{
  return !is_searching (self) && count_versions (self, article) > 1 &&
         g_hash_table_lookup (self->newest, get_first_version (article)) != article;
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  CpLibrarySidebar *self = CP_LIBRARY_SIDEBAR (user_data);
  CpArticle *article = CP_ARTICLE (item);
  const char *outlets[] = { cp_article_get_outlet (article), NULL };

  return !is_superseded (self, article) &&
         matches_one (cp_facet_button_get_chosen (self->outlet_button), outlets) &&
         matches_one (cp_facet_button_get_chosen (self->author_button), cp_article_get_authors (article)) &&
         matches_one (cp_facet_button_get_chosen (self->tag_button), cp_article_get_tags (article));
}

/* The latest first, pieces without a date last. */
static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const char *published_a = cp_article_get_published (CP_ARTICLE ((gpointer) a));
  const char *published_b = cp_article_get_published (CP_ARTICLE ((gpointer) b));
  int order = g_strcmp0 (published_b != NULL ? published_b : "", published_a != NULL ? published_a : "");

  if (order == 0)
    order = g_utf8_collate (cp_display_text_get_title (CP_ARTICLE ((gpointer) a)),
                            cp_display_text_get_title (CP_ARTICLE ((gpointer) b)));

  return order < 0 ? GTK_ORDERING_SMALLER : order > 0 ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static char *
dup_month_at (CpLibrarySidebar *self,
              guint             position)
{
  g_autoptr(CpArticle) article = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return article != NULL ? cp_display_text_dup_month (cp_article_get_published (article)) : NULL;
}

static void
update_heading (CpLibrarySidebar *self,
                GtkListItem      *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  guint position = gtk_list_item_get_position (item);
  g_autofree char *month = NULL, *month_before = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  if (!is_searching (self))
    month = dup_month_at (self, position);
  if (month != NULL && position > 0)
    month_before = dup_month_at (self, position - 1);

  cp_library_row_set_heading (CP_LIBRARY_ROW (row), g_strcmp0 (month, month_before) != 0 ? month : NULL);
}

static void
update_versions (CpLibrarySidebar *self,
                 GtkListItem      *item)
{
  CpArticle *article = gtk_list_item_get_item (item);

  if (article != NULL)
    cp_library_row_set_versions (CP_LIBRARY_ROW (gtk_list_item_get_child (item)),
                                 is_searching (self) ? 1 : count_versions (self, article));
}

static guint
find_position (CpLibrarySidebar *self,
               CpArticle        *article)
{
  for (guint i = 0; article != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr(CpArticle) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item == article)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* What is read stays marked, whatever the list shows of the library and in whatever order. */
static void
select_current (CpLibrarySidebar *self)
{
  guint position = find_position (self, self->current);

  if (gtk_single_selection_get_selected (self->selection) == position)
    return;

  self->choosing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->choosing = FALSE;
}

static gboolean
update_rows_cb (gpointer user_data)
{
  CpLibrarySidebar *self = CP_LIBRARY_SIDEBAR (user_data);
  guint n_articles = self->articles != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->articles)) : 0;
  guint n_hidden = n_articles - g_hash_table_size (self->newest);
  GHashTableIter iter;
  gpointer item;

  self->rows_id = 0;
  if (n_hidden != self->n_hidden)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->n_hidden = n_hidden;
  g_hash_table_iter_init (&iter, self->bound_items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      update_heading (self, GTK_LIST_ITEM (item));
      update_versions (self, GTK_LIST_ITEM (item));
    }
  select_current (self);

  return G_SOURCE_REMOVE;
}

static const char *
get_page (CpLibrarySidebar *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    return "list";

  return is_searching (self) || is_narrowed (self) ? "nothing" : "empty";
}

static void
update_page (CpLibrarySidebar *self)
{
  guint n_articles = self->articles != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->articles)) : 0;
  g_autofree char *placeholder = NULL;

  placeholder = g_strdup_printf (ngettext ("Search %u op-ed", "Search %u op-eds", n_articles), n_articles);
  g_object_set (self->search_entry, "placeholder-text", n_articles > 0 ? placeholder : _("Search"), NULL);

  if (is_searching (self))
    adw_status_page_set_description (self->nothing_page, _("No saved op-ed has these words. Try fewer of them."));
  else
    adw_status_page_set_description (self->nothing_page, _("No saved op-ed is of this outlet, author and tag."));

  gtk_stack_set_visible_child_name (self->stack, get_page (self));
}

/* A row's heading depends on the row before it, which may have come or gone without the row being bound anew. */
static void
items_changed_cb (CpLibrarySidebar *self)
{
  update_page (self);
  if (self->rows_id == 0)
    self->rows_id = g_idle_add (update_rows_cb, self);
}

static void
show_all (CpLibrarySidebar *self)
{
  g_hash_table_remove_all (self->snippets);
  gtk_sort_list_model_set_sorter (self->sorted, GTK_SORTER (self->sorter));
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->articles));
  items_changed_cb (self);
}

static void
show_hits (CpLibrarySidebar *self,
           GPtrArray        *hits)
{
  gtk_filter_list_model_set_model (self->filtered, NULL);
  g_list_store_remove_all (self->found);
  g_hash_table_remove_all (self->snippets);

  for (guint i = 0; i < hits->len; i++)
    {
      CpHit *hit = hits->pdata[i];
      CpArticle *article = cp_desk_get_article (self->desk, hit->id);

      if (article == NULL)
        continue;

      g_hash_table_insert (self->snippets, g_strdup (hit->id), g_strdup (hit->markup));
      g_list_store_append (self->found, article);
    }

  gtk_sort_list_model_set_sorter (self->sorted, NULL);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->found));
  items_changed_cb (self);
}

static void
search_finished_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(CpLibrarySidebar) self = user_data;
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GError) error = NULL;

  hits = cp_desk_search_finish (CP_DESK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->searching);
  if (hits == NULL)
    {
      g_autoptr(GPtrArray) none = g_ptr_array_new ();

      show_hits (self, none);
      adw_status_page_set_description (self->nothing_page, error->message);
      return;
    }

  show_hits (self, hits);
}

static void
search (CpLibrarySidebar *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);

  if (self->desk == NULL || !is_searching (self))
    {
      show_all (self);
      return;
    }

  self->searching = g_cancellable_new ();
  cp_desk_search_async (self->desk, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), MAX_HITS,
                        self->searching, search_finished_cb, g_object_ref (self));
}

static void
articles_changed_cb (CpLibrarySidebar *self)
{
  index_versions (self);
  if (is_searching (self))
    search (self);
  else
    update_page (self);
}

static void
running_changed_cb (CpLibrarySidebar *self)
{
  cp_held_list_set_held (self->articles, cp_import_queue_get_running (cp_desk_get_import_queue (self->desk)));
}

static void
search_activated_cb (CpLibrarySidebar *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

static void
search_stopped_cb (CpLibrarySidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
facet_chosen_cb (CpLibrarySidebar *self)
{
  gtk_toggle_button_set_active (self->all_button, !is_narrowed (self));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_page (self);
}

static void
clear_facets (CpLibrarySidebar *self)
{
  cp_facet_button_set_chosen (self->outlet_button, NULL);
  cp_facet_button_set_chosen (self->author_button, NULL);
  cp_facet_button_set_chosen (self->tag_button, NULL);
}

static void
all_toggled_cb (CpLibrarySidebar *self)
{
  if (gtk_toggle_button_get_active (self->all_button))
    clear_facets (self);
  else
    gtk_toggle_button_set_active (self->all_button, !is_narrowed (self));
}

static void
show_everything_cb (CpLibrarySidebar *self)
{
  clear_facets (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
count (GHashTable *counts,
       const char *value)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, value));

  if (value[0] != '\0')
    g_hash_table_insert (counts, (gpointer) value, GUINT_TO_POINTER (n + 1));
}

static void
count_all (GHashTable         *counts,
           const char * const *values)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    count (counts, values[i]);
}

static void
facet_opened_cb (CpLibrarySidebar *self,
                 CpFacetButton    *button)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *articles = cp_desk_list_articles (self->desk);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(CpArticle) article = g_list_model_get_item (articles, i);

      if (button == self->outlet_button && cp_article_get_outlet (article) != NULL)
        count (counts, cp_article_get_outlet (article));
      else if (button == self->author_button)
        count_all (counts, cp_article_get_authors (article));
      else if (button == self->tag_button)
        count_all (counts, cp_article_get_tags (article));
    }

  cp_facet_button_set_counts (button, counts);
}

static void
selected_cb (CpLibrarySidebar *self)
{
  CpArticle *article = gtk_single_selection_get_selected_item (self->selection);

  if (!self->choosing && article != NULL && article != self->current)
    g_signal_emit (self, signals[CHOSEN], 0, article);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              CpLibrarySidebar         *self)
{
  gtk_list_item_set_child (item, cp_library_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             CpLibrarySidebar         *self)
{
  CpLibraryRow *row = CP_LIBRARY_ROW (gtk_list_item_get_child (item));
  CpArticle *article = CP_ARTICLE (gtk_list_item_get_item (item));

  cp_library_row_set_article (row, article);
  cp_library_row_set_snippet (row, g_hash_table_lookup (self->snippets, cp_article_get_id (article)));
  g_hash_table_add (self->bound_items, item);
  update_heading (self, item);
  update_versions (self, item);

  /* The list names its rows only from GTK 4.12 on. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, cp_display_text_get_title (article),
                                  -1);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               CpLibrarySidebar         *self)
{
  g_hash_table_remove (self->bound_items, item);
  cp_library_row_set_article (CP_LIBRARY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
append_command (GMenu      *section,
                const char *label,
                const char *action,
                CpArticle  *article)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", cp_article_get_id (article));
  g_menu_append_item (section, item);
}

static void
show_context_menu (CpLibrarySidebar   *self,
                   CpArticle          *article,
                   const GdkRectangle *at)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) removal = g_menu_new ();

  append_command (menu, _("_Open"), "win.open-article", article);
  append_command (menu, _("_Compare with Open Op-Ed"), "win.compare-with", article);
  append_command (removal, _("_Delete"), "win.remove-article", article);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->context_menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), at);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
secondary_pressed_cb (CpLibrarySidebar *self,
                      int               n_press,
                      double            x,
                      double            y,
                      GtkGestureClick  *gesture)
{
  GtkWidget *row = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GdkRectangle at = { (int) x, (int) y, 1, 1 };
  CpArticle *article;

  row = row != NULL ? gtk_widget_get_ancestor (row, CP_TYPE_LIBRARY_ROW) : NULL;
  article = row != NULL ? cp_library_row_get_article (CP_LIBRARY_ROW (row)) : NULL;
  if (article == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_context_menu (self, article, &at);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  CpLibrarySidebar *self = CP_LIBRARY_SIDEBAR (widget);
  CpArticle *article = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GdkRectangle at = { 0, };
  graphene_rect_t bounds;

  if (article == NULL || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return GDK_EVENT_PROPAGATE;

  if (gtk_widget_compute_bounds (focus, GTK_WIDGET (self->list), &bounds))
    at = (GdkRectangle) { bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height, 1, 1 };
  show_context_menu (self, article, &at);

  return GDK_EVENT_STOP;
}

static gboolean
delete_key_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  CpLibrarySidebar *self = CP_LIBRARY_SIDEBAR (widget);
  CpArticle *article = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (article == NULL || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (widget, "win.remove-article", "s", cp_article_get_id (article));
}

static void
cp_library_sidebar_dispose (GObject *object)
{
  CpLibrarySidebar *self = CP_LIBRARY_SIDEBAR (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->filtered != NULL)
    gtk_filter_list_model_set_model (self->filtered, NULL);
  g_clear_handle_id (&self->rows_id, g_source_remove);
  g_clear_object (&self->current);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (cp_library_sidebar_parent_class)->dispose (object);
}

static void
cp_library_sidebar_finalize (GObject *object)
{
  CpLibrarySidebar *self = CP_LIBRARY_SIDEBAR (object);

  g_clear_object (&self->articles);
  g_clear_object (&self->filtered);
  g_clear_object (&self->sorted);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->found);
  g_clear_pointer (&self->snippets, g_hash_table_unref);
  g_clear_pointer (&self->bound_items, g_hash_table_unref);
  g_clear_pointer (&self->newest, g_hash_table_unref);
  g_clear_pointer (&self->n_versions, g_hash_table_unref);

  G_OBJECT_CLASS (cp_library_sidebar_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/counterpoint/Counterpoint/ui/cp-library-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, CpLibrarySidebar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CpLibrarySidebar, all_button);
  gtk_widget_class_bind_template_child (widget_class, CpLibrarySidebar, outlet_button);
  gtk_widget_class_bind_template_child (widget_class, CpLibrarySidebar, author_button);
  gtk_widget_class_bind_template_child (widget_class, CpLibrarySidebar, tag_button);
  gtk_widget_class_bind_template_child (widget_class, CpLibrarySidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, CpLibrarySidebar, list);
  gtk_widget_class_bind_template_child (widget_class, CpLibrarySidebar, nothing_page);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, facet_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, facet_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_everything_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
cp_library_sidebar_class_init (CpLibrarySidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cp_library_sidebar_dispose;
  object_class->finalize = cp_library_sidebar_finalize;

  /**
   * CpLibrarySidebar::chosen:
   * @article: the article to read
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, CP_TYPE_ARTICLE);

  g_type_ensure (CP_TYPE_FACET_BUTTON);
  bind_template (widget_class);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
}

static void
cp_library_sidebar_init (CpLibrarySidebar *self)
{
  self->found = g_list_store_new (CP_TYPE_ARTICLE);
  self->snippets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->bound_items = g_hash_table_new (NULL, NULL);
  self->newest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->n_versions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->sorter = gtk_custom_sorter_new (compare_cb, NULL, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                          g_object_ref (GTK_SORTER (self->sorter)));
  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION,
                                  "autoselect", FALSE,
                                  "can-unselect", TRUE,
                                  "model", self->sorted,
                                  NULL);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  self->context_menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self->list));

  update_page (self);
}

/**
 * cp_library_sidebar_set_desk:
 * @desk: the library at work
 *
 * Shows what is in the library; to be called once.
 */
void
cp_library_sidebar_set_desk (CpLibrarySidebar *self,
                             CpDesk           *desk)
{
  g_return_if_fail (CP_IS_LIBRARY_SIDEBAR (self));
  g_return_if_fail (CP_IS_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->articles = cp_held_list_new (cp_desk_list_articles (desk));
  index_versions (self);
  g_signal_connect_object (self->articles, "items-changed", G_CALLBACK (articles_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (cp_desk_get_import_queue (desk), "notify::running", G_CALLBACK (running_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_all (self);
}

/**
 * cp_library_sidebar_set_chosen:
 * @article: (nullable): the article that is being read
 *
 * Marks @article as the one that is being read, without saying that the reviewer chose it.
 */
void
cp_library_sidebar_set_chosen (CpLibrarySidebar *self,
                               CpArticle        *article)
{
  guint position;

  g_return_if_fail (CP_IS_LIBRARY_SIDEBAR (self));
  g_return_if_fail (article == NULL || CP_IS_ARTICLE (article));

  g_set_object (&self->current, article);
  select_current (self);

  position = gtk_single_selection_get_selected (self->selection);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/**
 * cp_library_sidebar_focus_search:
 *
 * Puts the cursor into the search.
 */
void
cp_library_sidebar_focus_search (CpLibrarySidebar *self)
{
  g_return_if_fail (CP_IS_LIBRARY_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
