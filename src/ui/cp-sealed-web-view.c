/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A web view that shows the one page it is given: it fetches nothing, runs nothing of it and goes nowhere. */

#define G_LOG_DOMAIN "cp-sealed-web-view"

#include "config.h"

#include "cp-sealed-web-view.h"

#define PAGE_URI "about:blank"

/* The most that a page may do, whatever its own policy says: cp-sealed-page.c's allows the same, cp-html.c's less. */
#define CONTENT_POLICY                                                             \
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:;" \
  " base-uri 'none'; form-action 'none'"

struct _CpSealedWebView
{
  WebKitWebView  parent_instance;

  gboolean       loading;
  GdkEvent      *key_event;
  gboolean       key_returned;
};

enum
{
  SIGNAL_LINK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CpSealedWebView, cp_sealed_web_view, WEBKIT_TYPE_WEB_VIEW)

static WebKitSettings *
create_settings (void)
{
  static const char * const unwanted[] = { "LinkDNSPrefetch", "LinkPreconnect", "LinkPrefetch", "LinkPreload" };
  g_autoptr(WebKitFeatureList) features = webkit_settings_get_all_features ();
  WebKitSettings *settings =
    webkit_settings_new_with_settings ("allow-file-access-from-file-urls", FALSE,
                                       "allow-modal-dialogs", FALSE,
                                       "allow-top-navigation-to-data-urls", FALSE,
                                       "allow-universal-access-from-file-urls", FALSE,
                                       "default-charset", "utf-8",
                                       "enable-back-forward-navigation-gestures", FALSE,
                                       "enable-developer-extras", FALSE,
                                       "enable-html5-database", FALSE,
                                       "enable-html5-local-storage", FALSE,
                                       "enable-javascript-markup", FALSE,
                                       "enable-media", FALSE,
                                       "enable-page-cache", FALSE,
                                       "enable-smooth-scrolling", TRUE,
                                       "enable-webaudio", FALSE,
                                       "enable-webgl", FALSE,
                                       "javascript-can-open-windows-automatically", FALSE,
                                       NULL);

  /* Hints that open connections without loading anything, so that a content policy does not see them. */
  for (gsize i = 0; i < webkit_feature_list_get_length (features); i++)
    {
      WebKitFeature *feature = webkit_feature_list_get (features, i);

      for (guint j = 0; j < G_N_ELEMENTS (unwanted); j++)
        {
          if (g_str_equal (webkit_feature_get_identifier (feature), unwanted[j]))
            webkit_settings_set_feature_enabled (settings, feature, FALSE);
        }
    }

  return settings;
}

static void
activate_link (CpSealedWebView *self,
               const char      *uri)
{
  g_autofree char *scheme = g_uri_parse_scheme (uri);
  gboolean handled = FALSE;

  if (g_strcmp0 (scheme, "http") != 0 && g_strcmp0 (scheme, "https") != 0)
    return;

  g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0, uri, &handled);
  if (!handled)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

/* Nothing is loaded but the page that the view was given; a link within it may be followed, and a link
 * out of it, when clicked, is a matter for the browser. */
static gboolean
decide_navigation (CpSealedWebView                *self,
                   WebKitNavigationPolicyDecision *decision,
                   gboolean                        new_window)
{
  WebKitNavigationAction *action = webkit_navigation_policy_decision_get_navigation_action (decision);
  const char *uri = webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));
  gboolean clicked = webkit_navigation_action_is_user_gesture (action) &&
                     webkit_navigation_action_get_navigation_type (action) == WEBKIT_NAVIGATION_TYPE_LINK_CLICKED;

  if (!new_window && self->loading && g_strcmp0 (uri, PAGE_URI) == 0)
    return TRUE;

  if (!new_window && clicked && g_str_has_prefix (uri, PAGE_URI "#"))
    return TRUE;

  if (clicked)
    activate_link (self, uri);

  return FALSE;
}

/* Files dropped on the text are for the window to import, not for WebKit to open. */
static void
disable_drops (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller) || GTK_IS_DROP_TARGET_ASYNC (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static gboolean
cp_sealed_web_view_decide_policy (WebKitWebView            *web_view,
                                  WebKitPolicyDecision     *decision,
                                  WebKitPolicyDecisionType  type)
{
  CpSealedWebView *self = CP_SEALED_WEB_VIEW (web_view);
  gboolean allowed = FALSE;

  if (type != WEBKIT_POLICY_DECISION_TYPE_RESPONSE)
    allowed = decide_navigation (self, WEBKIT_NAVIGATION_POLICY_DECISION (decision),
                                 type == WEBKIT_POLICY_DECISION_TYPE_NEW_WINDOW_ACTION);

  if (allowed)
    webkit_policy_decision_use (decision);
  else
    webkit_policy_decision_ignore (decision);

  return TRUE;
}

static void
cp_sealed_web_view_load_changed (WebKitWebView   *web_view,
                                 WebKitLoadEvent  event)
{
  if (event == WEBKIT_LOAD_COMMITTED)
    CP_SEALED_WEB_VIEW (web_view)->loading = FALSE;
}

static gboolean
cp_sealed_web_view_context_menu (WebKitWebView       *web_view,
                                 WebKitContextMenu   *menu,
                                 WebKitHitTestResult *hit_test_result)
{
  g_autoptr(GList) items = g_list_copy (webkit_context_menu_get_items (menu));

  /* A page that is not browsed has nothing to go back to, to save or to inspect. What the program adds stays. */
  for (GList *item = items; item != NULL; item = item->next)
    {
      switch ((int) webkit_context_menu_item_get_stock_action (item->data))
        {
        case WEBKIT_CONTEXT_MENU_ACTION_CUSTOM:
        case WEBKIT_CONTEXT_MENU_ACTION_NO_ACTION:
        case WEBKIT_CONTEXT_MENU_ACTION_COPY:
        case WEBKIT_CONTEXT_MENU_ACTION_COPY_LINK_TO_CLIPBOARD:
        case WEBKIT_CONTEXT_MENU_ACTION_SELECT_ALL:
          break;

        default:
          webkit_context_menu_remove (menu, item->data);
        }
    }

  return webkit_context_menu_get_n_items (menu) == 0;
}

/* A key goes to the page first; one that the page has no use for comes back as the same event. */
static gboolean
key_pressed_cb (GtkEventController *controller,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                CpSealedWebView    *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);

  self->key_returned = event == self->key_event;
  g_clear_pointer (&self->key_event, gdk_event_unref);
  self->key_event = gdk_event_ref (event);

  return GDK_EVENT_PROPAGATE;
}

static void
watch_keys (CpSealedWebView *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* With the last link of the page behind it, Tab would move the focus twice: WebKit moves it, and then lets the key
 * return, for GTK to move it again. So WebKit's move is left out. Also, WebKit keeps a hidden text view in itself, to
 * translate keys, out of which the focus would not find its way. */
static gboolean
cp_sealed_web_view_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  CpSealedWebView *self = CP_SEALED_WEB_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_TEXT_VIEW (child))
        gtk_widget_set_can_focus (child, FALSE);
    }

  if (gtk_widget_is_focus (widget) && !self->key_returned)
    return TRUE;

  return GTK_WIDGET_CLASS (cp_sealed_web_view_parent_class)->focus (widget, direction);
}

static void
cp_sealed_web_view_finalize (GObject *object)
{
  CpSealedWebView *self = CP_SEALED_WEB_VIEW (object);

  g_clear_pointer (&self->key_event, gdk_event_unref);

  G_OBJECT_CLASS (cp_sealed_web_view_parent_class)->finalize (object);
}

static void
cp_sealed_web_view_constructed (GObject *object)
{
  const GdkRGBA transparent = { 0, 0, 0, 0 };

  G_OBJECT_CLASS (cp_sealed_web_view_parent_class)->constructed (object);

  webkit_web_view_set_background_color (WEBKIT_WEB_VIEW (object), &transparent);
  disable_drops (GTK_WIDGET (object));
  watch_keys (CP_SEALED_WEB_VIEW (object));
}

static void
cp_sealed_web_view_class_init (CpSealedWebViewClass *klass)
{
  WebKitWebViewClass *web_view_class = WEBKIT_WEB_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cp_sealed_web_view_constructed;
  G_OBJECT_CLASS (klass)->finalize = cp_sealed_web_view_finalize;
  GTK_WIDGET_CLASS (klass)->focus = cp_sealed_web_view_focus;

  web_view_class->context_menu = cp_sealed_web_view_context_menu;
  web_view_class->decide_policy = cp_sealed_web_view_decide_policy;
  web_view_class->load_changed = cp_sealed_web_view_load_changed;

  /**
   * CpSealedWebView::link-activated:
   * @self: a view
   * @uri: where a link leads that the reader clicked, an http or https address
   *
   * Returns: %TRUE to keep the desktop's browser from opening it
   */
  signals[SIGNAL_LINK_ACTIVATED] =
    g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
}

static void
cp_sealed_web_view_init (CpSealedWebView *self)
{
}

/**
 * cp_sealed_web_view_new:
 * @content: scripts and style sheets of the program's own
 *
 * Returns: (transfer floating): an empty view, without a background
 */
CpSealedWebView *
cp_sealed_web_view_new (WebKitUserContentManager *content)
{
  g_autoptr(WebKitNetworkSession) session = webkit_network_session_new_ephemeral ();
  g_autoptr(WebKitSettings) settings = create_settings ();

  g_return_val_if_fail (WEBKIT_IS_USER_CONTENT_MANAGER (content), NULL);

  return g_object_new (CP_TYPE_SEALED_WEB_VIEW,
                       "default-content-security-policy", CONTENT_POLICY,
                       "network-session", session,
                       "settings", settings,
                       "user-content-manager", content,
                       NULL);
}

/**
 * cp_sealed_web_view_load:
 * @self: a view
 * @html: a whole page
 *
 * Shows @html in place of what was shown.
 */
void
cp_sealed_web_view_load (CpSealedWebView *self,
                         const char      *html)
{
  g_return_if_fail (CP_IS_SEALED_WEB_VIEW (self));
  g_return_if_fail (html != NULL);

  self->loading = TRUE;
  webkit_web_view_load_html (WEBKIT_WEB_VIEW (self), html, PAGE_URI);
}
