/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page that would like to do harm is shown as text, and nothing more. */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "cp-original.h"
#include "cp-reader-view-private.h"
#include "cp-sealed-web-view.h"
#include "page-fixture.h"

#define ORIGINAL                                                                                            \
  "<!doctype html><title>Gates</title><style>p { color: rgb(1, 2, 3) }</style><p>The gates stand open.</p>" \
  "<img src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7' alt='Gates'>"

typedef struct
{
  GtkWidget    *window;
  CpReaderView *view;
  GString      *links;

  /* The ports from which connections came in. */
  GSocketService *service;
  guint16         port;
  GArray         *callers;
} Fixture;

static gboolean
incoming_cb (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source,
             Fixture           *fixture)
{
  g_autoptr(GSocketAddress) address = g_socket_connection_get_remote_address (connection, NULL);
  guint16 caller = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));

  g_array_append_val (fixture->callers, caller);

  return FALSE;
}

static gboolean
link_activated_cb (CpSealedWebView *web_view,
                   const char      *uri,
                   Fixture         *fixture)
{
  g_string_append_printf (fixture->links, "%s ", strrchr (uri, '/') + 1);

  return TRUE;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "fixtures", "ui", "hostile.html", NULL);
  g_autofree char *port = NULL;
  g_autofree char *html = NULL;
  g_autoptr(GString) page = NULL;
  g_autoptr(GError) error = NULL;

  fixture->callers = g_array_new (FALSE, FALSE, sizeof (guint16));
  fixture->links = g_string_new (NULL);
  fixture->service = g_socket_service_new ();
  fixture->port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (fixture->service), NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->service, "incoming", G_CALLBACK (incoming_cb), fixture);

  g_file_get_contents (path, &html, NULL, &error);
  g_assert_no_error (error);
  page = g_string_new (html);
  port = g_strdup_printf ("%u", fixture->port);
  g_string_replace (page, "@PORT@", port, 0);

  fixture->view = cp_reader_view_new ();
  fixture->window = page_fixture_present (GTK_WIDGET (fixture->view));
  g_signal_connect (page_fixture_find (fixture->window, CP_TYPE_SEALED_WEB_VIEW), "link-activated",
                    G_CALLBACK (link_activated_cb), fixture);
  cp_reader_view_load_document (fixture->view, page->str);
  page_fixture_expect (fixture->view, "return [document.readyState, document.forms.length]", "[\"complete\",1]");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  page_fixture_destroy (fixture->window, fixture->view);
  g_socket_service_stop (fixture->service);
  g_clear_object (&fixture->service);
  g_clear_pointer (&fixture->callers, g_array_unref);
  g_string_free (fixture->links, TRUE);
}

static gboolean
has_caller (gpointer data)
{
  return ((Fixture *) data)->callers->len > 0;
}

/* Calls the socket itself: who called before would stand before it. */
static void
assert_silence (Fixture *fixture)
{
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GSocketConnection) connection = NULL;
  g_autoptr(GSocketAddress) address = NULL;
  g_autoptr(GError) error = NULL;

  connection = g_socket_client_connect_to_host (client, "127.0.0.1", fixture->port, NULL, &error);
  g_assert_no_error (error);
  address = g_socket_connection_get_local_address (connection, &error);
  g_assert_no_error (error);
  page_fixture_wait (has_caller, fixture);

  g_assert_cmpuint (g_array_index (fixture->callers, guint16, 0), ==,
                    g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address)));
}

/* Lets the page's own clock pass the refresh it asks for, and what it would do on being shown. */
static void
let_page_live (Fixture *fixture)
{
  page_fixture_expect (fixture->view,
                       "await new Promise ((resolve) => setTimeout (resolve, 300));"
                       "await new Promise ((resolve) => requestAnimationFrame (resolve));"
                       "return document.getElementById ('text').textContent",
                       "\"A page that would like to do harm.\"");
}

static void
test_hostile_page_is_shown_and_connects_nowhere (Fixture       *fixture,
                                                 gconstpointer  data)
{
  let_page_live (fixture);
  assert_silence (fixture);
}

static void
test_scripts_and_handlers_of_page_do_not_run (Fixture       *fixture,
                                              gconstpointer  data)
{
  let_page_live (fixture);
  page_fixture_expect (fixture->view,
                       "document.documentElement.click (); document.getElementById ('script').click ();"
                       "await new Promise ((resolve) => setTimeout (resolve, 0)); return document.title",
                       "\"calm\"");
}

static void
test_frames_and_files_stay_empty (Fixture       *fixture,
                                  gconstpointer  data)
{
  let_page_live (fixture);
  page_fixture_expect (fixture->view,
                       "return [...document.images].every ((image) => image.naturalWidth === 0) &&"
                       " [...document.querySelectorAll ('iframe')].every ((frame) =>"
                       "   (frame.contentDocument?.body?.textContent ?? '') === '')",
                       "true");
}

static void
test_forms_and_scripts_cannot_navigate (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autofree char *answer = NULL;

  answer = page_fixture_ask (fixture->view, "document.getElementById ('form').submit (); return 1");
  page_fixture_expect (fixture->view, "location.href = document.getElementById ('blank').href; return location.href",
                       "\"about:blank\"");
  let_page_live (fixture);
  assert_silence (fixture);
}

static void
test_clicked_links_go_to_the_browser_if_they_are_of_the_web (Fixture       *fixture,
                                                             gconstpointer  data)
{
  for (guint i = 0; i < 4; i++)
    {
      const char * const ids[] = { "file", "within", "ping", "blank" };
      g_autofree char *body = g_strdup_printf ("document.getElementById ('%s').click (); return 1", ids[i]);
      g_autofree char *answer = page_fixture_ask (fixture->view, body);
    }

  let_page_live (fixture);
  g_assert_cmpstr (fixture->links->str, ==, "link blank ");
  assert_silence (fixture);
}

static void
test_dropped_files_are_left_to_the_window (Fixture       *fixture,
                                           gconstpointer  data)
{
  GtkWidget *web_view = page_fixture_find (fixture->window, CP_TYPE_SEALED_WEB_VIEW);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (web_view);
  guint n_targets = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_DROP_TARGET_ASYNC (controller))
        continue;

      g_assert_cmpint (gtk_event_controller_get_propagation_phase (controller), ==, GTK_PHASE_NONE);
      n_targets++;
    }

  /* WebKit's own: were it gone, there would be nothing to disable. */
  g_assert_cmpuint (n_targets, ==, 1);
}

/* The policy of the page and that of the view hold both. */
static void
test_original_keeps_its_styles_and_pictures (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr(GBytes) original = g_bytes_new_static (ORIGINAL, strlen (ORIGINAL));
  g_autoptr(GPtrArray) resources = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *page = cp_original_show (original, "text/html", resources, &error);

  g_assert_no_error (error);
  cp_reader_view_load_document (fixture->view, page);
  page_fixture_expect (fixture->view,
                       "const image = document.querySelector ('img');"
                       "await image.decode ();"
                       "return [getComputedStyle (document.querySelector ('p')).color, image.naturalWidth]",
                       "[\"rgb(1, 2, 3)\",1]");
}

static void
add (const char *path,
     void      (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/sealed-web-view/hostile-page-is-shown-and-connects-nowhere",
       test_hostile_page_is_shown_and_connects_nowhere);
  add ("/sealed-web-view/scripts-and-handlers-of-page-do-not-run", test_scripts_and_handlers_of_page_do_not_run);
  add ("/sealed-web-view/frames-and-files-stay-empty", test_frames_and_files_stay_empty);
  add ("/sealed-web-view/forms-and-scripts-cannot-navigate", test_forms_and_scripts_cannot_navigate);
  add ("/sealed-web-view/clicked-links-go-to-the-browser-if-they-are-of-the-web",
       test_clicked_links_go_to_the_browser_if_they_are_of_the_web);
  add ("/sealed-web-view/dropped-files-are-left-to-the-window", test_dropped_files_are_left_to_the_window);
  add ("/sealed-web-view/original-keeps-its-styles-and-pictures", test_original_keeps_its_styles_and_pictures);

  return g_test_run ();
}
