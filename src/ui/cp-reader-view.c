/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page an article is read on: no script of the page runs, nothing is fetched, passages are marked. */

#define G_LOG_DOMAIN "cp-reader-view"

#include "config.h"

#include "cp-reader-view.h"
#include "cp-reader-view-private.h"

#include "cp-reader-page.h"
#include "cp-sealed-web-view.h"
#include "cp-theme-colors.h"

#include <glib/gi18n.h>

#define RESOURCES    "/app/counterpoint/Counterpoint/reader/"
#define SCRIPT_WORLD "counterpoint"

typedef struct
{
  double top;
  double bottom;
} Extent;

struct _CpReaderView
{
  AdwBin                    parent_instance;

  GtkStack                 *stack;
  AdwBin                   *page;
  CpSealedWebView          *web_view;
  WebKitUserContentManager *content;

  /* What the page is to show. The page is told at once if it is ready, else when it says that it is. */
  char                     *html;
  char                     *marks;
  int                       theme;
  int                       mark;
  int                       span_start;
  int                       span_end;
  char                     *needle;
  CpReaderColors            colors;
  double                    text_scale;

  GArray                   *extents;
  gboolean                  ready;
};

enum
{
  SIGNAL_FOUND,
  SIGNAL_LAID_OUT,
  SIGNAL_MARK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpReaderView, cp_reader_view, ADW_TYPE_BIN)

static const struct
{
  const char *sheet;
  gboolean    dark;
} looks[] = {
  [CP_READER_COLORS_LIGHT] = { RESOURCES "light.css", FALSE },
  [CP_READER_COLORS_DARK] = { RESOURCES "dark.css", TRUE },
  [CP_READER_COLORS_SEPIA] = { RESOURCES "sepia.css", FALSE },
};

static char *
dup_resource (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("The program lacks a part of itself: %s", error->message);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

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
  g_autofree char *sheet = dup_resource (looks[self->colors].sheet);
  g_autoptr(GString) css = g_string_new (sheet);
  g_autoptr(WebKitUserStyleSheet) style = NULL;
  char scale[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (scale, sizeof scale, "%.3f", self->text_scale);
  g_string_append_printf (css, ":root { --text-scale: %s; }\n", scale);
  for (guint i = 0; i < CP_N_THEME_COLORS; i++)
    g_string_append_printf (css, ":root { --theme-%u: %s; }\n", i,
                            cp_theme_colors_get (i, looks[self->colors].dark));

  style = webkit_user_style_sheet_new (css->str, WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
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
  load (self);
}

static void
receive_ready (CpReaderView *self)
{
  self->ready = TRUE;
  send_marks (self);
  send_theme (self);
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
  g_autoptr(JSCValue) extents = jsc_value_object_get_property (message, "extents");
  g_autoptr(JSCValue) length = jsc_value_object_get_property (extents, "length");
  guint n_extents = MAX (jsc_value_to_int32 (length), 0);

  g_array_set_size (self->extents, 0);
  for (guint i = 0; i < n_extents; i++)
    {
      g_autoptr(JSCValue) pair = jsc_value_object_get_property_at_index (extents, i);
      g_autoptr(JSCValue) top = jsc_value_object_get_property_at_index (pair, 0);
      g_autoptr(JSCValue) bottom = jsc_value_object_get_property_at_index (pair, 1);
      Extent extent = { jsc_value_to_double (top), jsc_value_to_double (bottom) };

      g_array_append_val (self->extents, extent);
    }
  g_signal_emit (self, signals[SIGNAL_LAID_OUT], 0);
}

static void
receive_found (CpReaderView *self,
               JSCValue     *message)
{
  g_autoptr(JSCValue) count = jsc_value_object_get_property (message, "count");
  g_autoptr(JSCValue) at = jsc_value_object_get_property (message, "at");

  g_signal_emit (self, signals[SIGNAL_FOUND], 0, jsc_value_to_int32 (at), jsc_value_to_int32 (count));
}

static void
receive_activated (CpReaderView *self,
                   JSCValue     *message)
{
  g_autoptr(JSCValue) mark = jsc_value_object_get_property (message, "mark");

  g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, (guint) jsc_value_to_int32 (mark));
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
    { "found", receive_found },
    { "layout", receive_layout },
  };
  g_autoptr(JSCValue) value = jsc_value_object_get_property (message, "type");
  g_autofree char *type = jsc_value_to_string (value);

  if (g_str_equal (type, "ready"))
    receive_ready (self);

  for (guint i = 0; self->ready && i < G_N_ELEMENTS (receivers); i++)
    {
      if (g_str_equal (type, receivers[i].type))
        receivers[i].receive (self, message);
    }
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
  g_autofree char *source = dup_resource (RESOURCES "reader.js");
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
  adw_bin_set_child (self->page, GTK_WIDGET (self->web_view));
}

static void
cp_reader_view_dispose (GObject *object)
{
  CpReaderView *self = CP_READER_VIEW (object);

  self->ready = FALSE;
  g_clear_object (&self->content);

  G_OBJECT_CLASS (cp_reader_view_parent_class)->dispose (object);
}

static void
cp_reader_view_finalize (GObject *object)
{
  CpReaderView *self = CP_READER_VIEW (object);

  g_clear_pointer (&self->html, g_free);
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->needle, g_free);
  g_clear_pointer (&self->extents, g_array_unref);

  G_OBJECT_CLASS (cp_reader_view_parent_class)->finalize (object);
}

static void
install_signals (GObjectClass *klass)
{
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
  self->extents = g_array_new (FALSE, FALSE, sizeof (Extent));
  self->marks = g_strdup ("[]");
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
 *
 * Shows @article from its beginning. The marks stay as they are; set those of the article before or after.
 */
void
cp_reader_view_load_article (CpReaderView *self,
                             CpArticle    *article)
{
  g_autofree char *css = NULL;

  g_return_if_fail (CP_IS_READER_VIEW (self));
  g_return_if_fail (CP_IS_ARTICLE (article));

  css = dup_resource (RESOURCES "reader.css");
  take_html (self, cp_reader_page_new (article, css), cp_article_get_title (article));
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
  g_autoptr(GString) json = g_string_new ("[");

  g_return_if_fail (CP_IS_READER_VIEW (self));
  g_return_if_fail (marks != NULL || n_marks == 0);

  /* As JSON, since WebKit passes no arrays as arguments. */
  for (guint i = 0; i < n_marks; i++)
    g_string_append_printf (json, "%s[%d, %d, %u, %u]", i > 0 ? ", " : "", marks[i].start, marks[i].end,
                            marks[i].theme, marks[i].color % CP_N_THEME_COLORS);
  g_string_append_c (json, ']');

  g_free (self->marks);
  self->marks = g_string_free (g_steal_pointer (&json), FALSE);
  self->mark = current;
  g_array_set_size (self->extents, 0);
  send_marks (self);
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

  *top = g_array_index (self->extents, Extent, mark).top;
  *bottom = g_array_index (self->extents, Extent, mark).bottom;

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
  g_return_if_fail (colors < G_N_ELEMENTS (looks));

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
