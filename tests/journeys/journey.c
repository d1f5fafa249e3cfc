/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reviewer at the program: starts it, finds controls by their names, uses them, presses keys, comes back later. */

#include "config.h"

#include "journey.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* Seconds after which what does not come about fails the test, rather than hang it. */
#define PATIENCE 30

/* Milliseconds between two looks. */
#define GLANCE 40

/* Controls that Tab may pass on its way, before it is said that it does not get there. */
#define MOST_TABS 80

struct _Journey
{
  char            *home;
  GSubprocess     *program;
  AtspiAccessible *application;

  /* What has the focus, as the program tells it. */
  AtspiEventListener *listener;
  AtspiAccessible    *focused;
};

typedef gboolean (*Condition) (Journey *self, gpointer data);

static gboolean
glance_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Looks again and again, until @condition holds; the program is another process, which does not call back. */
static gboolean
comes_about_within (Journey   *self,
                    int        seconds,
                    Condition  condition,
                    gpointer   data)
{
  gint64 deadline = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  guint source = g_timeout_add (GLANCE, glance_cb, NULL);
  gboolean holds;

  while (!(holds = condition (self, data)) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);

  return holds;
}

static gboolean
comes_about (Journey   *self,
             Condition  condition,
             gpointer   data)
{
  return comes_about_within (self, PATIENCE, condition, data);
}

static gboolean
is_called (const char *its_name,
           const char *name)
{
  return name == NULL || (its_name != NULL && g_pattern_match_simple (name, its_name));
}

static AtspiAccessible *
search (AtspiAccessible *root,
        AtspiRole        role,
        const char      *name)
{
  AtspiRole its_role = atspi_accessible_get_role (root, NULL);
  int n_children;

  if (its_role == role)
    {
      g_autofree char *its_name = atspi_accessible_get_name (root, NULL);

      if (is_called (its_name, name))
        return g_object_ref (root);

      /* No window is within another. */
      if (role == ATSPI_ROLE_FRAME)
        return NULL;
    }

  n_children = atspi_accessible_get_child_count (root, NULL);
  for (int i = 0; i < n_children; i++)
    {
      g_autoptr(AtspiAccessible) child = atspi_accessible_get_child_at_index (root, i, NULL);
      AtspiAccessible *found = child != NULL ? search (child, role, name) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

typedef struct
{
  AtspiAccessible *within;
  AtspiRole        role;
  const char      *name;
  AtspiAccessible *found;
} Search;

static gboolean
is_found (Journey  *self,
          gpointer  data)
{
  Search *wanted = data;

  wanted->found = search (wanted->within, wanted->role, wanted->name);

  return wanted->found != NULL;
}

/* The program registers itself under its own name as soon as it has a window. */
static gboolean
is_registered (Journey  *self,
               gpointer  data)
{
  g_autoptr(AtspiAccessible) desktop = atspi_get_desktop (0);
  int n_applications = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n_applications; i++)
    {
      g_autoptr(AtspiAccessible) application = atspi_accessible_get_child_at_index (desktop, i, NULL);
      g_autofree char *name = application != NULL ? atspi_accessible_get_name (application, NULL) : NULL;

      if (g_strcmp0 (name, "counterpoint") != 0 || atspi_accessible_get_child_count (application, NULL) < 1)
        continue;

      g_set_object (&self->application, application);
      atspi_accessible_set_cache_mask (application, ATSPI_CACHE_NONE);
      return TRUE;
    }

  return FALSE;
}

static gboolean
is_unregistered (Journey  *self,
                 gpointer  data)
{
  g_clear_object (&self->application);

  return !is_registered (self, data);
}

static gboolean
is_ended (Journey  *self,
          gpointer  data)
{
  return g_subprocess_get_identifier (self->program) == NULL;
}

static void
focused_cb (AtspiEvent *event,
            gpointer    data)
{
  Journey *self = data;

  if (event->detail1 != 0)
    g_set_object (&self->focused, event->source);
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

/* libatspi warns of objects that go away while it asks for them, which windows and list rows may do. */
static gboolean
is_fatal_cb (const char     *domain,
             GLogLevelFlags  level,
             const char     *message,
             gpointer        data)
{
  return g_strcmp0 (domain, "dbind") != 0;
}

static void
keep_quiet_cb (const char     *domain,
               GLogLevelFlags  level,
               const char     *message,
               gpointer        data)
{
}

/**
 * journey_new:
 *
 * Returns: (transfer full): a reviewer with an empty home, where library and settings will be
 */
Journey *
journey_new (void)
{
  g_autoptr(GError) error = NULL;
  Journey *self = g_new0 (Journey, 1);

  g_test_log_set_fatal_handler (is_fatal_cb, NULL);
  g_log_set_handler ("dbind", G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL, keep_quiet_cb, NULL);
  self->home = g_dir_make_tmp ("counterpoint-journey-XXXXXX", &error);
  g_assert_no_error (error);
  self->listener = atspi_event_listener_new (focused_cb, self, NULL);
  atspi_event_listener_register (self->listener, "object:state-changed:focused", &error);
  g_assert_no_error (error);

  return self;
}

static void
remove_recursively (GFile *file)
{
  g_autoptr(GFileEnumerator) children =
    g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    remove_recursively (child);
  g_file_delete (file, NULL, NULL);
}

/**
 * journey_free:
 * @self: a journey, the program closed or not
 */
void
journey_free (Journey *self)
{
  g_autoptr(GFile) home = g_file_new_for_path (self->home);

  if (self->program != NULL)
    g_subprocess_force_exit (self->program);
  remove_recursively (home);
  atspi_event_listener_deregister (self->listener, "object:state-changed:focused", NULL);
  g_clear_object (&self->listener);
  g_clear_object (&self->focused);
  g_clear_object (&self->application);
  g_clear_object (&self->program);
  g_clear_pointer (&self->home, g_free);
  g_free (self);
}

/**
 * journey_dup_path:
 * @self: a journey
 * @name: name of a file
 *
 * Returns: (transfer full): its path in the reviewer's home
 */
char *
journey_dup_path (Journey    *self,
                  const char *name)
{
  return g_build_filename (self->home, name, NULL);
}

/**
 * journey_dup_sample:
 * @name: name of a sample op-ed
 *
 * Returns: (transfer full): its path
 */
char *
journey_dup_sample (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
}

static GSubprocessLauncher *
create_launcher (Journey *self)
{
  static const char * const folders[][2] = {
    { "XDG_CACHE_HOME", "cache" },
    { "XDG_CONFIG_HOME", "config" },
    { "XDG_DATA_HOME", "data" },
  };
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = journey_dup_path (self, folders[i][1]);

      g_subprocess_launcher_setenv (launcher, folders[i][0], path, TRUE);
    }

  return launcher;
}

/**
 * journey_start:
 * @self: a journey whose program does not run
 * @arguments: (array zero-terminated=1): what the program is started with
 *
 * Starts the program and waits for its window.
 */
void
journey_start (Journey            *self,
               const char * const *arguments)
{
  g_autoptr(GSubprocessLauncher) launcher = create_launcher (self);
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (argv, (gpointer) g_getenv ("COUNTERPOINT"));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);

  self->program = g_subprocess_launcher_spawnv (launcher, (const char * const *) argv->pdata, &error);
  g_assert_no_error (error);
  if (!comes_about (self, is_registered, NULL))
    g_error ("The program shows no window");
}

/**
 * journey_quit:
 * @self: a journey
 *
 * Quits the program by its key and waits until it has ended well.
 */
void
journey_quit (Journey *self)
{
  g_autoptr(GError) error = NULL;

  journey_press (self, "ctrl+q");
  if (!comes_about (self, is_ended, NULL))
    g_error ("The program does not quit");
  g_subprocess_wait_check (self->program, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&self->program);
  comes_about (self, is_unregistered, NULL);
}

/**
 * journey_find_in:
 * @self: a journey
 * @within: where to look
 * @role: what it is
 * @name: (nullable): what it is called, as a pattern with * and ?; %NULL for the first of its kind
 *
 * Returns: (transfer full): the control, as soon as it is there
 */
AtspiAccessible *
journey_find_in (Journey         *self,
                 AtspiAccessible *within,
                 AtspiRole        role,
                 const char      *name)
{
  Search wanted = { within, role, name, NULL };

  if (!comes_about (self, is_found, &wanted))
    g_error ("There is no %s called “%s”", atspi_role_get_name (role), name);

  return wanted.found;
}

/**
 * journey_find:
 * @self: a journey
 * @role: what it is
 * @name: (nullable): what it is called
 *
 * Returns: (transfer full): a control of the program, as soon as it is there
 */
AtspiAccessible *
journey_find (Journey    *self,
              AtspiRole   role,
              const char *name)
{
  return journey_find_in (self, self->application, role, name);
}

/**
 * journey_expect:
 * @self: a journey
 * @role: what it is
 * @name: what it is called
 *
 * Waits until the program has such a control.
 */
void
journey_expect (Journey    *self,
                AtspiRole   role,
                const char *name)
{
  g_autoptr(AtspiAccessible) found = journey_find (self, role, name);

  g_assert_nonnull (found);
}

/**
 * journey_expect_in_list:
 * @self: a journey
 * @list: name of a list
 * @item: name of an item of it
 * @label: (nullable): what the item says among other things
 *
 * Waits until the list has such an item.
 */
void
journey_expect_in_list (Journey    *self,
                        const char *list,
                        const char *item,
                        const char *label)
{
  g_autoptr(AtspiAccessible) its_list = journey_find (self, ATSPI_ROLE_LIST, list);
  g_autoptr(AtspiAccessible) its_item = journey_find_in (self, its_list, ATSPI_ROLE_LIST_ITEM, item);

  if (label != NULL)
    {
      g_autoptr(AtspiAccessible) its_label = journey_find_in (self, its_item, ATSPI_ROLE_LABEL, label);

      g_assert_nonnull (its_label);
    }
}

/**
 * journey_dup_first_item:
 * @self: a journey
 * @list: name of a list
 *
 * Returns: (transfer full): name of its first item, as soon as it has one
 */
char *
journey_dup_first_item (Journey    *self,
                        const char *list)
{
  g_autoptr(AtspiAccessible) its_list = journey_find (self, ATSPI_ROLE_LIST, list);
  g_autoptr(AtspiAccessible) item = journey_find_in (self, its_list, ATSPI_ROLE_LIST_ITEM, NULL);

  return atspi_accessible_get_name (item, NULL);
}

static gboolean
is_written (Journey  *self,
            gpointer  path)
{
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/**
 * journey_expect_file:
 * @self: a journey
 * @path: a path
 *
 * Waits until there is such a file.
 */
void
journey_expect_file (Journey    *self,
                     const char *path)
{
  if (!comes_about (self, is_written, (gpointer) path))
    g_error ("There is no file %s", path);
}

/**
 * journey_act:
 * @self: a journey
 * @role: what the control is
 * @name: (nullable): what it is called
 * @action: what to do with it, by the name of the action
 */
void
journey_act (Journey    *self,
             AtspiRole   role,
             const char *name,
             const char *action)
{
  g_autoptr(AtspiAccessible) control = journey_find (self, role, name);
  int n_actions = atspi_action_get_n_actions (ATSPI_ACTION (control), NULL);

  for (int i = 0; i < n_actions; i++)
    {
      g_autofree char *its_action = atspi_action_get_action_name (ATSPI_ACTION (control), i, NULL);

      if (g_strcmp0 (its_action, action) != 0)
        continue;

      g_assert_true (atspi_action_do_action (ATSPI_ACTION (control), i, NULL));
      return;
    }

  g_error ("“%s” has no action %s", name, action);
}

/**
 * journey_choose_item:
 * @self: a journey
 * @list: name of a list
 * @item: name of an item of it
 *
 * Makes the item the chosen one.
 */
void
journey_choose_item (Journey    *self,
                     const char *list,
                     const char *item)
{
  g_autoptr(AtspiAccessible) its_list = journey_find (self, ATSPI_ROLE_LIST, list);
  g_autoptr(AtspiAccessible) its_item = journey_find_in (self, its_list, ATSPI_ROLE_LIST_ITEM, item);
  int position = atspi_accessible_get_index_in_parent (its_item, NULL);

  g_assert_true (atspi_selection_select_child (ATSPI_SELECTION (its_list), position, NULL));
}

static void
run_xdotool (const char *command,
             const char *argument)
{
  g_autoptr(GSubprocess) xdotool = NULL;
  g_autoptr(GError) error = NULL;

  xdotool = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", command, "--clearmodifiers", "--delay", "20",
                              argument, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (xdotool, NULL, &error);
  g_assert_no_error (error);
}

/**
 * journey_press:
 * @self: a journey
 * @keys: keys pressed together, such as "ctrl+shift+z"
 */
void
journey_press (Journey    *self,
               const char *keys)
{
  run_xdotool ("key", keys);
}

/**
 * journey_type:
 * @self: a journey
 * @text: what to type
 */
void
journey_type (Journey    *self,
              const char *text)
{
  run_xdotool ("type", text);
}

typedef struct
{
  AtspiAccessible *last;
  AtspiRole        role;
  const char      *name;
} Focus;

static gboolean
is_focused (Journey  *self,
            gpointer  data)
{
  Focus *wanted = data;
  g_autofree char *name = NULL;

  if (self->focused == NULL)
    return FALSE;

  name = atspi_accessible_get_name (self->focused, NULL);

  return atspi_accessible_get_role (self->focused, NULL) == wanted->role && is_called (name, wanted->name);
}

static gboolean
has_moved (Journey  *self,
           gpointer  data)
{
  return self->focused != ((Focus *) data)->last;
}

/**
 * journey_tab_to:
 * @self: a journey
 * @role: what the control is
 * @name: what it is called
 *
 * Presses Tab until the control has the focus.
 */
void
journey_tab_to (Journey    *self,
                AtspiRole   role,
                const char *name)
{
  Focus wanted = { NULL, role, name };

  /* The last key may have moved the focus already, which is told a moment later. */
  if (comes_about_within (self, 1, is_focused, &wanted))
    return;

  for (guint i = 0; i < MOST_TABS && !is_focused (self, &wanted); i++)
    {
      wanted.last = self->focused;
      journey_press (self, "Tab");
      comes_about_within (self, 1, has_moved, &wanted);
    }

  if (!is_focused (self, &wanted))
    g_error ("Tab does not get to the %s “%s”", atspi_role_get_name (role), name);
}

/**
 * journey_open_item:
 * @self: a journey
 * @list: name of a list
 * @item: name of an item of it
 *
 * Chooses the item, goes to it and presses Return.
 */
void
journey_open_item (Journey    *self,
                   const char *list,
                   const char *item)
{
  journey_choose_item (self, list, item);
  journey_tab_to (self, ATSPI_ROLE_LIST_ITEM, item);
  journey_press (self, "Return");
}
