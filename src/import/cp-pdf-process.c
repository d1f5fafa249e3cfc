/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has a PDF document opened by a process that may break. */

#define G_LOG_DOMAIN "cp-pdf-process"

#include "config.h"

#include "cp-error.h"
#include "cp-pdf-process.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Where the program is, seen from a folder above the running one: installed, and in the folder of a build. */
static const char * const places[] = {
  "libexec/" CP_PDF_HELPER,
  "src/import/" CP_PDF_HELPER,
};

static const struct
{
  const char *mode;
  const char *type;
} answers[] = {
  { CP_PDF_MODE_TEXT, CP_PDF_TEXT_TYPE },
  { CP_PDF_MODE_IMAGES, CP_PDF_IMAGES_TYPE },
  { CP_PDF_MODE_PAGES, CP_PDF_PAGES_TYPE },
};

/* So that an installation can be moved, and what has been built can be tried, without being told where it is. */
static char *
find_helper (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : g_strdup ("/");

  while (!g_str_equal (folder, "/") && !g_str_equal (folder, "."))
    {
      char *parent;

      for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
        {
          g_autofree char *path = g_build_filename (folder, places[i], NULL);

          if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
            return g_steal_pointer (&path);
        }

      parent = g_path_get_dirname (folder);
      g_free (folder);
      folder = parent;
    }

  return g_build_filename (CP_LIBEXEC_DIR, CP_PDF_HELPER, NULL);
}

/* A pipe could break while it is written to, and the signal of that end this process too. A file that could not be
 * written whole is a damaged document. Returns: −1 when there is no memory for it */
static int
open_as_file (GBytes *bytes)
{
  int file = memfd_create (CP_PDF_HELPER, MFD_CLOEXEC);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gssize written = 1;

  while (file >= 0 && size > 0 && written > 0)
    {
      written = write (file, data, size);
      data += MAX (written, 0);
      size -= MAX (written, 0);
    }

  if (file >= 0)
    lseek (file, 0, SEEK_SET);

  return file;
}

static void
set_status_error (GError      **error,
                  GSubprocess  *process,
                  const char   *name)
{
  int status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : CP_PDF_STATUS_USAGE;

  if (status == CP_PDF_STATUS_DAMAGED)
    g_set_error (error, CP_ERROR, CP_ERROR_DAMAGED,
                 _("“%s” is a damaged PDF document. Save or download it again."), name);
  else if (status == CP_PDF_STATUS_ENCRYPTED)
    g_set_error (error, CP_ERROR, CP_ERROR_UNREADABLE,
                 _("“%s” is a PDF document that asks for a password. Open it in a document viewer, print it to a new PDF and import that."), name);
  else if (status == CP_PDF_STATUS_TOO_LARGE)
    g_set_error (error, CP_ERROR, CP_ERROR_TOO_LARGE,
                 _("“%s” is a PDF document of more than %d pages, or of the length of several books. Save the pages of the article alone and import those."),
                 name, CP_PDF_MAX_PAGES);
  else
    g_set_error (error, CP_ERROR, CP_ERROR_DAMAGED,
                 _("“%s” is a PDF document that takes too much time or memory to open. Print the pages of the article to a new PDF and import that."), name);
}

static GVariant *
take_answer (GBytes     *output,
             const char *mode)
{
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      if (g_str_equal (mode, answers[i].mode))
        return g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (answers[i].type), output, FALSE));
    }

  g_return_val_if_reached (NULL);
}

/**
 * cp_pdf_process_run:
 * @bytes: a PDF document
 * @name: how messages name it
 * @mode: %CP_PDF_MODE_TEXT, %CP_PDF_MODE_IMAGES or %CP_PDF_MODE_PAGES
 * @error: %CP_ERROR_DAMAGED, %CP_ERROR_UNREADABLE or %CP_ERROR_TOO_LARGE
 *
 * Blocks until the document has been opened, or a limit of time or memory ends the process that tries. The
 * answer is that of a process that a hostile document may have taken over: no more than its type is certain.
 *
 * Returns: (transfer full) (nullable): the answer, of the type that the mode has, or %NULL with @error set
 */
GVariant *
cp_pdf_process_run (GBytes      *bytes,
                    const char  *name,
                    const char  *mode,
                    GError     **error)
{
  g_autofree char *helper = find_helper ();
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) cause = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_take_stdin_fd (launcher, open_as_file (bytes));
  process = g_subprocess_launcher_spawn (launcher, &cause, helper, mode, NULL);
  if (process == NULL)
    {
      g_set_error (error, CP_ERROR, CP_ERROR_UNSUPPORTED,
                   _("“%s” is a PDF document, and the program that opens those does not start (%s). Install Counterpoint again."),
                   name, cause->message);
      return NULL;
    }

  g_subprocess_communicate (process, NULL, NULL, &output, NULL, NULL);
  g_subprocess_wait (process, NULL, NULL);

  if (g_subprocess_get_successful (process) && output != NULL)
    return take_answer (output, mode);

  set_status_error (error, process, name);

  return NULL;
}
