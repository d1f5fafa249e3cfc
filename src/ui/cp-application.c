/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: opens the library, its window, and the files it is given. */

#define G_LOG_DOMAIN "cp-application"

#include "config.h"

#include "cp-application.h"

#include "cp-desk.h"
#include "cp-dialogs.h"
#include "cp-library.h"
#include "cp-theme-colors.h"
#include "cp-window.h"

#include <glib/gi18n.h>

struct _CpApplication
{
  AdwApplication  parent_instance;

  char           *folder;
  CpDesk         *desk;
};

G_DEFINE_FINAL_TYPE (CpApplication, cp_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "win.import", { "<Control>o" } },
  { "win.import-folder", { "<Control><Shift>o" } },
  { "win.compare", { "<Control>d" } },
  { "win.close-compare", { "<Control><Shift>d" } },
  { "win.swap", { "<Control><Shift>x" } },
  { "win.export", { "<Control>e" } },
  { "win.find", { "<Control>f" } },
  { "win.search", { "<Control>k" } },
  { "win.next-passage", { "F8" } },
  { "win.previous-passage", { "<Shift>F8" } },
  { "win.next-theme", { "<Alt>Down" } },
  { "win.previous-theme", { "<Alt>Up" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.toggle-panel", { "<Control>F9" } },
  { "win.next-area", { "F6" } },
  { "win.panel::themes", { "<Alt>1" } },
  { "win.panel::compare", { "<Alt>2" } },
  { "win.panel::notes", { "<Alt>3" } },
  { "win.panel::details", { "<Alt>4" } },
  { "win.text-larger", { "<Control>plus", "<Control>equal" } },
  { "win.text-smaller", { "<Control>minus" } },
  { "win.text-reset", { "<Control>0" } },
  { "win.edit-tags", { "<Control>t" } },
  { "win.show-original", { "<Control>u" } },
  { "win.show-aside", { "<Control><Shift>a" } },
  { "win.move-block", { "<Control><Shift>b" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "window.close", { "<Control>w" } },
};

static const GOptionEntry options[] = {
  { "library", 'l', 0, G_OPTION_ARG_FILENAME, NULL, N_("Folder of the library"), N_("DIR") },
  { "compare", 'c', 0, G_OPTION_ARG_NONE, NULL, N_("Set the first two files side by side"), NULL },
  { "version", 'V', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { NULL }
};

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  cp_dialogs_show_about (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

/* Windows are closed one by one, so that each remembers its state. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
  g_list_free (windows);
}

static const GActionEntry entries[] = {
  { "about", about_action },
  { "quit", quit_action },
};

static gboolean
open_library (CpApplication  *self,
              GError        **error)
{
  g_autofree char *folder = self->folder != NULL ? g_strdup (self->folder) : cp_library_dup_default_folder ();
  g_autoptr(CpLibrary) library = NULL;

  if (self->desk != NULL)
    return TRUE;

  library = cp_library_open (folder, error);
  if (library == NULL)
    return FALSE;

  self->desk = cp_desk_new (library);

  return TRUE;
}

static CpWindow *
ensure_window (CpApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  g_autoptr(GError) error = NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (CP_IS_WINDOW (l->data))
        return CP_WINDOW (l->data);
    }

  if (!open_library (self, &error))
    {
      g_printerr ("counterpoint: %s\n", error->message);
      cp_dialogs_show_error (GTK_APPLICATION (self), error->message);
      return NULL;
    }

  return cp_window_new (GTK_APPLICATION (self), self->desk);
}

static void
cp_application_activate (GApplication *application)
{
  CpWindow *window = ensure_window (CP_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
}

static void
cp_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  CpWindow *window = ensure_window (CP_APPLICATION (application));

  if (window == NULL)
    return;

  gtk_window_present (GTK_WINDOW (window));
  cp_window_import (window, files, n_files, g_strcmp0 (hint, "compare") == 0);
}

static void
add_accelerators (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (application, accelerators[i].action, accelerators[i].accels);
}

static void
cp_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (cp_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  add_accelerators (GTK_APPLICATION (application));
  cp_theme_colors_install (gdk_display_get_default ());
  gtk_window_set_default_icon_name (CP_APPLICATION_ID);
}

/* GTK itself would complain at length, and not say that there is another way. */
static gboolean
check_display (void)
{
  if (gtk_init_check ())
    return TRUE;

  g_printerr ("%s\n", _("counterpoint: The window needs a display; without one, use counterpoint-cli."));

  return FALSE;
}

static int
cp_application_handle_local_options (GApplication *application,
                                     GVariantDict *dict)
{
  CpApplication *self = CP_APPLICATION (application);
  g_autofree char *folder = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("counterpoint %s\n", CP_VERSION);
      return 0;
    }

  if (!check_display ())
    return 1;

  if (g_variant_dict_lookup (dict, "library", "^ay", &folder))
    {
      g_autofree char *absolute = g_canonicalize_filename (folder, NULL);

      g_free (self->folder);
      self->folder = g_steal_pointer (&absolute);

      /* Each library is a program of its own: a running one keeps to the library it has. */
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }

  return -1;
}

static int
cp_application_command_line (GApplication            *application,
                             GApplicationCommandLine *command_line)
{
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  gboolean compare = g_variant_dict_contains (dict, "compare");
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);

  for (guint i = 1; arguments[i] != NULL; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line, arguments[i]));

  if (files->len > 0)
    g_application_open (application, (GFile **) files->pdata, files->len, compare ? "compare" : "");
  else
    g_application_activate (application);

  return 0;
}

static void
cp_application_finalize (GObject *object)
{
  CpApplication *self = CP_APPLICATION (object);

  g_clear_pointer (&self->folder, g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (cp_application_parent_class)->finalize (object);
}

static void
cp_application_class_init (CpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cp_application_finalize;

  application_class->startup = cp_application_startup;
  application_class->activate = cp_application_activate;
  application_class->open = cp_application_open;
  application_class->command_line = cp_application_command_line;
  application_class->handle_local_options = cp_application_handle_local_options;
}

static void
cp_application_init (CpApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Sets opinion pieces side by side, theme by theme."));
}

/**
 * cp_application_new:
 *
 * Returns: (transfer full): the program, to be run
 */
CpApplication *
cp_application_new (void)
{
  return g_object_new (CP_TYPE_APPLICATION,
                       "application-id", CP_APPLICATION_ID,
                       "resource-base-path", "/app/counterpoint/Counterpoint",
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}
