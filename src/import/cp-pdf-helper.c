/* SPDX-License-Identifier: GPL-3.0-or-later */
/* counterpoint-pdf: opens one PDF document within limits of time and memory; see cp-pdf-protocol.h. */

#define G_LOG_DOMAIN "cp-pdf-helper"

#include "config.h"

#include "cp-pdf-scan.h"

#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

/* A page is a matter of milliseconds. Bytes that the process may map; but the sanitizers map far more than they use. */
#define MAX_SECONDS 4
#define MAX_MEMORY (1024ul * 1024 * 1024)

static const struct
{
  const char  *name;
  CpPdfStatus (*scan) (GBytes *, GVariant **);
} modes[] = {
  { CP_PDF_MODE_TEXT, cp_pdf_scan_text },
  { CP_PDF_MODE_IMAGES, cp_pdf_scan_images },
  { CP_PDF_MODE_PAGES, cp_pdf_scan_pages },
};

static void
set_limits (void)
{
  static const struct rlimit seconds = { MAX_SECONDS, MAX_SECONDS + 1 };
  static const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CPU, &seconds);
  setrlimit (RLIMIT_CORE, &none);
#ifndef CP_SANITIZED
  {
    static const struct rlimit memory = { MAX_MEMORY, MAX_MEMORY };

    setrlimit (RLIMIT_AS, &memory);
  }
#endif
}

static GBytes *
read_input (void)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (STDIN_FILENO, FALSE, NULL);

  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}

static gboolean
write_output (GVariant *answer)
{
  gsize size = g_variant_get_size (answer);

  return fwrite (g_variant_get_data (answer), 1, size, stdout) == size && fflush (stdout) == 0;
}

static CpPdfStatus
answer_request (int    argc,
                char **argv)
{
  for (gsize i = 0; argc == 2 && i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GVariant) answer = NULL;
      CpPdfStatus status;

      if (!g_str_equal (argv[1], modes[i].name))
        continue;

      bytes = read_input ();
      if (bytes == NULL)
        return CP_PDF_STATUS_USAGE;

      status = modes[i].scan (bytes, &answer);
      if (status != CP_PDF_STATUS_DONE)
        return status;

      g_variant_ref_sink (answer);

      return write_output (answer) ? CP_PDF_STATUS_DONE : CP_PDF_STATUS_USAGE;
    }

  return CP_PDF_STATUS_USAGE;
}

int
main (int   argc,
      char *argv[])
{
  set_limits ();

  /* What libraries still hold goes with the process. */
  _exit (answer_request (argc, argv));
}
