/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that imports a folder into a library, and says the id of each article once it is stored: what
 * test-kill.c kills. */

#include "config.h"

#include "cp-desk.h"

#include <string.h>
#include <unistd.h>

/* Past all buffers, so that what was said before a kill was said. */
static void
say_id_cb (CpImportQueue *queue,
           CpArticle     *article)
{
  g_autofree char *line = g_strconcat (cp_article_get_id (article), "\n", NULL);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    g_error ("Nobody listens");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CpLibrary) library = NULL;
  g_autoptr (CpDesk) desk = NULL;
  g_autoptr (GFile) files = NULL;
  CpImportQueue *queue;

  g_assert_cmpint (argc, ==, 3);

  library = cp_library_open (argv[1], &error);
  g_assert_no_error (error);
  desk = cp_desk_new (library);
  queue = cp_desk_get_import_queue (desk);
  g_signal_connect (queue, "imported", G_CALLBACK (say_id_cb), NULL);
  files = g_file_new_for_path (argv[2]);
  cp_desk_import (desk, &files, 1);
  while (cp_import_queue_get_running (queue))
    g_main_context_iteration (NULL, TRUE);

  return cp_import_queue_get_n_failed (queue) > 0;
}
