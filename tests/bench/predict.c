/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the predictions that evaluation sets ask for; see FIGURES.md. */

#define G_LOG_DOMAIN "predict"

#include "config.h"

#include "predict.h"

#include <locale.h>

static const struct
{
  const char *name;
  const char *argument;
  gboolean  (*predict) (const char  *path,
                        GError     **error);
} commands[] = {
  { "extract", "DIR", predict_extract },
  { "task", "INPUT.json", predict_task },
};

static int
print_usage (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_printerr ("%s predict %s %s\n", i == 0 ? "usage:" : "      ", commands[i].name, commands[i].argument);

  return 2;
}

int
main (int   argc,
      char *argv[])
{
  /* The lines are UTF-8 wherever they are printed. */
  setlocale (LC_ALL, "C.UTF-8");

  for (gsize i = 0; argc == 3 && i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GError) error = NULL;

      if (!g_str_equal (commands[i].name, argv[1]))
        continue;

      if (commands[i].predict (argv[2], &error))
        return 0;

      g_printerr ("%s: %s\n", argv[2], error->message);
      return 1;
    }

  return print_usage ();
}
