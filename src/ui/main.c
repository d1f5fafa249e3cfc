/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the desktop program begins. */

#define G_LOG_DOMAIN "counterpoint"

#include "config.h"

#include "cp-application.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int   argc,
      char *argv[])
{
  g_autoptr(CpApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CP_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = cp_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
