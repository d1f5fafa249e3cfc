/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page an article is read on: no script of the page runs, nothing is fetched, passages are marked. */

#define G_LOG_DOMAIN "cp-reader-view"

#include "config.h"

#include "cp-reader-view.h"
#include "cp-reader-view-private.h"

#include "cp-reader-message.h"
#include "cp-reader-page.h"
#include "cp-reader-style.h"
#include "cp-sealed-web-view.h"

#include <glib/gi18n.h>

#define SCRIPT_WORLD "counterpoint"

struct _CpReaderView
{
  AdwBin                    parent_instance;

  GtkStack                 *stack;
  AdwBin                   *page;
  CpSealedWebView          *web_view;
  WebKitUserContentManager *content;

  /* What the page is to show. The page is told at once if it is ready, else when it says that it is. */
  char                     *html;
  CpArticle                *article;
  CpReaderFlags             flags;
  char                     *marks;
  char                     *highlights;
  int                       theme;
  int                       mark;
  int                       span_start;
  int                       span_end;
  char                     *needle;
  CpReaderColors            colors;
  double                    text_scale;

  /* Where the page was left: its first block on screen and that block's distance from the top in pixels, and the
   * block that the reviewer pointed to. −1 for none. */
  int                       place;
  double                    place_top;
  int                       block;

  GArray                   *extents;
  gboolean                  ready;
};

enum
{
  SIGNAL_BLOCK_CHOSEN,
  SIGNAL_FOUND,
  SIGNAL_LAID_OUT,
  SIGNAL_MARK_ACTIVATED,
  SIGNAL_MOVE_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpReaderView, cp_reader_view, ADW_TYPE_BIN)

static void
called_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JSCValue) value = NULL;

  /* The page may have gone meanwhile; the next one is told everything anew. */
  value = webkit_web_view_call_async_javascript_function_finish (WEBKIT_WEB_VIEW (object), result, &error);
  if (value == NULL)
    g_debug ("The page did not answer: %s", error->message);
}

/* `call` is constant source that refers to `arguments` by name: values never become source. */
static void
call_page (CpReaderView *self,
           const char   *call,
           GVariant     *arguments)
{
  g_autoptr(GVariant) owned = g_variant_ref_sink (arguments);

  if (self->ready)
    webkit_web_view_call_async_javascript_function (WEBKIT_WEB_VIEW (self->web_view), call, -1, owned, SCRIPT_WORLD,
                                                    NULL, NULL, called_cb, NULL);
}

static void
send_marks (CpReaderView *self)
{
  call_page (self, "counterpoint.setMarks (JSON.parse (marks), current)",
             g_variant_new_parsed ("{'marks': <%s>, 'current': <%i>}", self->marks, self->mark));
}

static void
send_highlights (CpReaderView *self)
{
  call_page (self, "counterpoint.setHighlights (JSON.parse (highlights))",
             g_variant_new_parsed ("{'highlights': <%s>}", self->highlights));
}

static void
send_place (CpReaderView *self)
{
  call_page (self, "counterpoint.goBack (place, top, block)",
             g_variant_new_parsed ("{'place': <%i>, 'top': <%d>, 'block': <%i>}", self->place, self->place_top,
                                   self->block));
}

static void
send_theme (CpReaderView *self)
{
  call_page (self, "counterpoint.choose (theme)", g_variant_new_parsed ("{'theme': <%i>}", self->theme));
}

static void
send_mark (CpReaderView *self)
{
  call_page (self, "counterpoint.show (mark)", g_variant_new_parsed ("{'mark': <%i>}", self->mark));
}

static void
send_span (CpReaderView *self)
{
  call_page (self, "counterpoint.showSpan (start, end)",
             g_variant_new_parsed ("{'start': <%i>, 'end': <%i>}", self->span_start, self->span_end));
}

static void
send_needle (CpReaderView *self)
{
  call_page (self, "counterpoint.find (text)", g_variant_new_parsed ("{'text': <%s>}", self->needle));
}

static void
apply_look (CpReaderView *self)
{
  g_autofree char *css = cp_reader_style_dup_look (self->colors, self->text_scale);
  g_autoptr(WebKitUserStyleSheet) style = NULL;

  style = webkit_user_style_sheet_new (css, WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
                                       WEBKIT_USER_STYLE_LEVEL_USER, NULL, NULL);
  webkit_user_content_manager_remove_all_style_sheets (self->content);
  webkit_user_content_manager_add_style_sheet (self->content, style);
}

static void
load (CpReaderView *self)
{
  self->ready = FALSE;
  g_array_set_size (self->extents, 0);
  gtk_stack_set_visible_child_name (self->stack, "page");
  cp_sealed_web_view_load (self->web_view, self->html);
}

static void
set_block (CpReaderView *self,
           int           block)
{
  if (self->block == block)
    return;

  self->block = block;
  g_signal_emit (self, signals[SIGNAL_BLOCK_CHOSEN], 0, block);
}

static void
take_html (CpReaderView *self,
           char         *html,
           const char   *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->web_view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (self->html);
  self->html = html;
  self->mark = -1;
  self->span_start = -1;
  self->span_end = -1;
  if (!(self->flags & CP_READER_KEEP_PLACE))
    {
      self->place = -1;
      set_block (self, -1);
    }
  load (self);
}

static void
receive_ready (CpReaderView *self)
{
  self->ready = TRUE;
  send_highlights (self);
  send_marks (self);
  send_theme (self);
  send_place (self);
  if (self->needle != NULL)
    send_needle (self);
  if (self->mark >= 0)
    send_mark (self);
  else if (self->span_start >= 0)
    send_span (self);
}

static void
receive_layout (CpReaderView *self,
                JSCValue     *message)
{
  cp_reader_message_get_extents (message, self->extents);
  g_signal_emit (self, signals[SIGNAL_LAID_OUT], 0);
}

static void
receive_found (CpReaderView *self,
               JSCValue     *message)
{
  g_signal_emit (self, signals[SIGNAL_FOUND], 0, cp_reader_message_get_int (message, "at"),
                 cp_reader_message_get_int (message, "count"));
}

static void
receive_activated (CpReaderView *self,
                   JSCValue     *message)
{
  g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, (guint) cp_reader_message_get_int (message, "mark"));
}

static void
receive_block (CpReaderView *self,
               JSCValue     *message)
{
  set_block (self, cp_reader_message_get_int (message, "block"));
}

static void
receive_place (CpReaderView *self,
               JSCValue     *message)
{
  self->place = cp_reader_message_get_int (message, "block");
  self->place_top = cp_reader_message_get_double (message, "top");
}

static void
message_cb (WebKitUserContentManager *content,
            JSCValue                 *message,
            CpReaderView             *self)
{
  static const struct
  {
    const char *type;
    void (*receive) (CpReaderView *self, JSCValue *message);
  } receivers[] = {
    { "activated", receive_activated },
    { "block", receive_block },
    { "found", receive_found },
    { "layout", receive_layout },
    { "place", receive_place },
  };
  g_autofree char *type = cp_reader_message_dup_string (message, "type");

  if (g_str_equal (type, "ready"))
    receive_ready (self);

  for (guint i = 0; self->ready && i < G_N_ELEMENTS (receivers); i++)
    {
      if (g_str_equal (type, receivers[i].type))
        receivers[i].receive (self, message);
    }
}

static void
move_block_cb (GSimpleAction *action,
               GVariant      *position,
               CpReaderView  *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVE_REQUESTED], 0, (guint) g_variant_get_int32 (position));
}

/* The page has said which block is pointed to before it asks for a menu. */
static gboolean
context_menu_cb (CpReaderView      *self,
                 WebKitContextMenu *menu)
{
  CpBlock *block = self->article != NULL && self->block >= 0 ? cp_article_get_block (self->article, self->block) : NULL;
  g_autoptr(GSimpleAction) action = NULL;
  const char *label;

  if (block == NULL)
    return FALSE;

  label = cp_block_get_role (block) == CP_BLOCK_BODY ? _("Set Paragraph Aside") : _("Take Paragraph into the Text");
  action = g_simple_action_new ("move-block", G_VARIANT_TYPE_INT32);
  g_signal_connect_object (action, "activate", G_CALLBACK (move_block_cb), self, 0);
  webkit_context_menu_append (menu, webkit_context_menu_item_new_separator ());
  webkit_context_menu_append (menu, webkit_context_menu_item_new_from_gaction (G_ACTION (action), label,
                                                                               g_variant_new_int32 (self->block)));

  return FALSE;
}

static void
terminated_cb (WebKitWebView                     *web_view,
               WebKitWebProcessTerminationReason  reason,
               CpReaderView                      *self)
{
  self->ready = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "crashed");
}

static void
reload_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CpReaderView *self = CP_READER_VIEW (widget);

  if (self->html != NULL)
    load (self);
}

static WebKitUserContentManager *
create_content (CpReaderView *self)
{
  WebKitUserContentManager *content = webkit_user_content_manager_new ();
  g_autofree char *source = cp_reader_style_dup_resource ("reader.js");
  g_autoptr(WebKitUserScript) script = NULL;

  script = webkit_user_script_new_for_world (source, WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
                                             WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_END, SCRIPT_WORLD, NULL, NULL);
  webkit_user_content_manager_add_script (content, script);
  webkit_user_content_manager_register_script_message_handler (content, "reader", SCRIPT_WORLD);
  g_signal_connect_object (content, "script-message-received::reader", G_CALLBACK (message_cb), self, 0);

  return content;
}

static void
create_web_view (CpReaderView *self)
{
  self->content = create_content (self);
  self->web_view = cp_sealed_web_view_new (self->content);
  g_signal_connect_object (self->web_view, "web-process-terminated", G_CALLBACK (terminated_cb), self, 0);
  g_signal_connect_object (self->web_view, "context-menu", G_CALLBACK (context_menu_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->page, GTK_WIDGET (self->web_view));
}

static void
cp_reader_view_dispose (GObject *object)
{
  CpReaderView *self = CP_READER_VIEW (object);

  self->ready = FALSE;
  g_clear_object (&self->article);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (cp_reader_view_parent_class)->dispose (object);
}

static void
cp_reader_view_finalize (GObject *object)
{
  CpReaderView *self = CP_READER_VIEW (object);

  g_clear_pointer (&self->html, g_free);
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->highlights, g_free);
  g_clear_pointer (&self->needle, g_free);
  g_clear_pointer (&self->extents, g_array_unref);

  G_OBJECT_CLASS (cp_reader_view_parent_class)->finalize (object);
}

static void
install_signals (GObjectClass *klass)
{
  /**
   * CpReaderView::block-chosen:
   * @self: a view
   * @position: the block that the reviewer has pointed to or moved the focus to, −1 for none
   */
  signals[SIGNAL_BLOCK_CHOSEN] =
    g_signal_new ("block-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * CpReaderView::found:
   * @self: a view
   * @position: which of the places found is the current one, from 0; -1 if there is none
   * @count: how many places were found
   */
  signals[SIGNAL_FOUND] =
    g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  /**
   * CpReaderView::laid-out:
   * @self: a view
   *
   * The marks have taken their places on the page, or changed them.
   */
  signals[SIGNAL_LAID_OUT] =
    g_signal_new ("laid-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * CpReaderView::mark-activated:
   * @self: a view
   * @mark: position of the mark that was clicked
   */
  signals[SIGNAL_MARK_ACTIVATED] =
    g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * CpReaderView::move-requested:
   * @self: a view
   * @position: the block that is to be taken into the text, or set aside when it is in it
   */
  signals[SIGNAL_MOVE_REQUESTED] =
    g_signal_new ("move-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
cp_reader_view_class_init (CpReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cp_reader_view_dispose;
  object_class->finalize = cp_reader_view_finalize;

  install_signals (object_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/counterpoint/Counterpoint/ui/cp-reader-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CpReaderView, page);
  gtk_widget_class_bind_template_child (widget_class, CpReaderView, stack);
  gtk_widget_class_install_action (widget_class, "reader.reload", NULL, reload_action);
}

static void
cp_reader_view_init (CpReaderView *self)
{
  self->extents = g_array_new (FALSE, FALSE, sizeof (CpReaderExtent));
  self->marks = g_strdup ("[]");
  self->highlights = g_strdup ("[]");
  self->place = -1;
  self->block = -1;
  self->theme = -1;
  self->mark = -1;
  self->span_start = -1;
  self->span_end = -1;
  self->text_scale = 1.0;

  gtk_widget_init_template (GTK_WIDGET (self));
  create_web_view (self);
  apply_look (self);
}

/**
 * cp_reader_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
CpReaderView *
cp_reader_view_new (void)
{
  return g_object_new (CP_TYPE_READER_VIEW, NULL);
}

/**
 * cp_reader_view_load_article:
 * @self: a view
 * @article: what to read
 * @resources: (element-type CpResource) (nullable): the files that came with it
 * @flags: what of it to show, and where
 *
 * Shows @article. Its pictures are those of @resources. Marks and highlights stay as they are; set those of the
 * article before or after.
 */
void
cp_reader_view_load_article (CpReaderView  *self,
                             CpArticle     *article,
                             GPtrArray     *resources,
                             CpReaderFlags  flags)
{
  g_autofree char *css = NULL;

  g_return_if_fail (CP_IS_READER_VIEW (self));
  g_return_if_fail (CP_IS_ARTICLE (article));

  css = cp_reader_style_dup_resource ("reader.css");
  g_set_object (&self->article, article);
  self->flags = flags;
  take_html (self, cp_reader_page_new (article, css, resources, flags & CP_READER_ASIDE),
             cp_article_get_title (article));
}

/**
 * cp_reader_view_load_document:
 * @self: a view
 * @html: a whole document with a style of its own
 *
 * Shows a document, such as a report, from its beginning. No script in it runs and nothing it refers to is
 * fetched.
 */
void
cp_reader_view_load_document (CpReaderView *self,
                              const char   *html)
{
  g_return_if_fail (CP_IS_READER_VIEW (self));
  g_return_if_fail (html != NULL);

  g_clear_object (&self->article);
  self->flags = CP_READER_PLAIN;
  take_html (self, g_strdup (html), _("Document"));
}

/**
 * cp_reader_view_set_marks:
 * @self: a view
 * @marks: (array length=n_marks): the passages to mark, copied; they may overlap
 * @n_marks: how many, 0 for none
 * @current: position of the current one, or -1 for none
 *
 * Replaces all marks. The page does not scroll.
 */
void
cp_reader_view_set_marks (CpReaderView       *self,
                          const CpReaderMark *marks,
                          guint               n_marks,
                          int                 current)
{
  g_return_if_fail (CP_IS_READER_VIEW (self));
  g_return_if_fail (marks != NULL || n_marks == 0);

  g_free (self->marks);
  self->marks = cp_reader_message_new_marks (marks, n_marks);
  self->mark = current;
  g_array_set_size (self->extents, 0);
  send_marks (self);
}

/**
 * cp_reader_view_set_highlights:
 * @self: a view
 * @highlights: (nullable): the #CpHighlight of the article
 *
 * Shows what somebody has marked in the text, each with its note. Those without a place in the text are left out.
 */
void
cp_reader_view_set_highlights (CpReaderView *self,
                               GListModel   *highlights)
{
  g_return_if_fail (CP_IS_READER_VIEW (self));
  g_return_if_fail (highlights == NULL || G_IS_LIST_MODEL (highlights));

  g_free (self->highlights);
  self->highlights = cp_reader_message_new_highlights (highlights);
  send_highlights (self);
}

/**
 * cp_reader_view_get_block:
 * @self: a view
 *
 * Returns: the position of the block that the reviewer has pointed to or moved the focus to, or −1
 */
int
cp_reader_view_get_block (CpReaderView *self)
{
  g_return_val_if_fail (CP_IS_READER_VIEW (self), -1);

  return self->block;
}

/**
 * cp_reader_view_choose_theme:
 * @self: a view
 * @theme: the theme whose marks are strong, the others faint; -1 if all are faint
 */
void
cp_reader_view_choose_theme (CpReaderView *self,
                             int           theme)
{
  g_return_if_fail (CP_IS_READER_VIEW (self));

  self->theme = theme;
  send_theme (self);
}

/**
 * cp_reader_view_show_mark:
 * @self: a view
 * @mark: position of a mark, or -1 for none
 *
 * Makes a mark the current one: it is outlined, and the page scrolls to it.
 */
void
cp_reader_view_show_mark (CpReaderView *self,
                          int           mark)
{
  g_return_if_fail (CP_IS_READER_VIEW (self));

  self->mark = mark;
  self->span_start = -1;
  self->span_end = -1;
  send_mark (self);
}

/**
 * cp_reader_view_show_span:
 * @self: a view
 * @start: code point of the article's text where the span begins
 * @end: where it ends, exclusive
 *
 * Selects a span of text that need not be marked, and scrolls to it.
 */
void
cp_reader_view_show_span (CpReaderView *self,
                          int           start,
                          int           end)
{
  g_return_if_fail (CP_IS_READER_VIEW (self));
  g_return_if_fail (0 <= start && start <= end);

  self->mark = -1;
  self->span_start = start;
  self->span_end = end;
  send_mark (self);
  send_span (self);
}

/**
 * cp_reader_view_get_mark_extent:
 * @self: a view
 * @mark: position of a mark
 * @top: (out): where it begins, as a share of the height of the whole page, 0–1
 * @bottom: (out): where it ends
 *
 * Returns: whether the page has been laid out and has the mark
 */
gboolean
cp_reader_view_get_mark_extent (CpReaderView *self,
                                guint         mark,
                                double       *top,
                                double       *bottom)
{
  g_return_val_if_fail (CP_IS_READER_VIEW (self), FALSE);
  g_return_val_if_fail (top != NULL && bottom != NULL, FALSE);

  if (mark >= self->extents->len)
    return FALSE;

  *top = g_array_index (self->extents, CpReaderExtent, mark).top;
  *bottom = g_array_index (self->extents, CpReaderExtent, mark).bottom;

  return *bottom > *top;
}

/**
 * cp_reader_view_find:
 * @self: a view
 * @text: words to find, without regard to case and accents; "" or %NULL to stop finding
 *
 * Highlights every place where @text is, and scrolls to the first one from what is on screen onwards.
 * #CpReaderView::found tells the outcome.
 */
void
cp_reader_view_find (CpReaderView *self,
                     const char   *text)
{
  g_return_if_fail (CP_IS_READER_VIEW (self));

  g_free (self->needle);
  self->needle = g_strdup (text != NULL ? text : "");
  send_needle (self);
}

/**
 * cp_reader_view_find_step:
 * @self: a view
 * @direction: 1 for the next place, -1 for the previous one; after the last comes the first
 */
void
cp_reader_view_find_step (CpReaderView *self,
                          int           direction)
{
  g_return_if_fail (CP_IS_READER_VIEW (self));

  call_page (self, "counterpoint.findStep (direction)", g_variant_new_parsed ("{'direction': <%i>}", direction));
}

/**
 * cp_reader_view_set_colors:
 * @self: a view
 * @colors: the colors of paper and ink
 */
void
cp_reader_view_set_colors (CpReaderView   *self,
                           CpReaderColors  colors)
{
  g_return_if_fail (CP_IS_READER_VIEW (self));
  g_return_if_fail (colors <= CP_READER_COLORS_SEPIA);

  if (self->colors == colors)
    return;

  self->colors = colors;
  apply_look (self);
}

/**
 * cp_reader_view_set_text_scale:
 * @self: a view
 * @scale: size of the text, 1.0 for the usual; the column widens with it
 */
void
cp_reader_view_set_text_scale (CpReaderView *self,
                               double        scale)
{
  g_return_if_fail (CP_IS_READER_VIEW (self));
  g_return_if_fail (scale > 0);

  if (self->text_scale == scale)
    return;

  self->text_scale = scale;
  apply_look (self);
}

/*< private >
 * cp_reader_view_evaluate_async:
 *
 * Runs @body as a function in the view's script world and gives what it returns as JSON.
 */
void
cp_reader_view_evaluate_async (CpReaderView        *self,
                               const char          *body,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (CP_IS_READER_VIEW (self));

  webkit_web_view_call_async_javascript_function (WEBKIT_WEB_VIEW (self->web_view), body, -1, NULL, SCRIPT_WORLD, NULL,
                                                  cancellable, callback, user_data);
}

/*< private >
 * cp_reader_view_evaluate_finish:
 *
 * Returns: (transfer full): JSON
 */
char *
cp_reader_view_evaluate_finish (CpReaderView  *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_autoptr(JSCValue) value = NULL;

  value = webkit_web_view_call_async_javascript_function_finish (WEBKIT_WEB_VIEW (self->web_view), result, error);

  return value != NULL ? jsc_value_to_json (value, 0) : NULL;
}

/*< private >
 * cp_reader_view_crash:
 *
 * Ends the process that draws the page, as a fault in it would.
 */
void
cp_reader_view_crash (CpReaderView *self)
{
  g_return_if_fail (CP_IS_READER_VIEW (self));

  webkit_web_view_terminate_web_process (WEBKIT_WEB_VIEW (self->web_view));
}
