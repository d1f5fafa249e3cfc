/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast saved pages become articles, beside how fast libxml2 merely parses them. */

#define G_LOG_DOMAIN "bench-extract"

#include "config.h"

#include "cp-importer.h"

#include <libxml/HTMLparser.h>
#include <locale.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

/* Each measurement is the best of so many rounds over all pages, in turns, since other work on the machine only
 * ever makes one slower. */
#define N_ROUNDS 5

/* A folder of few pages is gone through so often in a round that a round takes time enough to be measured. */
#define MIN_ROUND_BYTES (8 * 1000 * 1000)

typedef struct
{
  GPtrArray *pages;
  gsize      n_bytes;
  guint      n_passes;
} Set;

static double
get_cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

/* In megabytes. */
static double
get_peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1000.0;
}

static void
load_pages (Set        *set,
            const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *contents;
      gsize size;

      if (!g_str_has_suffix (name, ".html") || !g_file_get_contents (path, &contents, &size, NULL))
        continue;

      g_ptr_array_add (set->pages, g_bytes_new_take (contents, size));
      set->n_bytes += size;
    }

  set->n_passes = set->n_bytes > 0 ? MAX (1, MIN_ROUND_BYTES / set->n_bytes) : 0;
}

static void
extract_page (GBytes *page)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (CpImported) imported = cp_importer_read_bytes (importer, page, "page.html", NULL);
}

static void
parse_page (GBytes *page)
{
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  gsize size;
  const char *data = g_bytes_get_data (page, &size);

  xmlFreeDoc (htmlReadMemory (data, size, NULL, NULL, options));
}

static double
measure_round (Set  *set,
               void (*handle_page) (GBytes *page))
{
  double start = get_cpu_seconds ();

  for (guint n = 0; n < set->n_passes; n++)
    g_ptr_array_foreach (set->pages, (GFunc) (void (*) (void)) handle_page, NULL);

  return get_cpu_seconds () - start;
}

static void
measure (Set *set)
{
  double extraction = G_MAXDOUBLE, parsing = G_MAXDOUBLE;
  double loaded = get_peak_memory ();
  double n_pages = set->pages->len * set->n_passes;
  double n_megabytes = set->n_bytes * set->n_passes / 1e6;

  for (int i = 0; i < N_ROUNDS; i++)
    {
      extraction = MIN (extraction, measure_round (set, extract_page));
      parsing = MIN (parsing, measure_round (set, parse_page));
    }

  g_print ("pages: %u of %.1f MB in all\n", set->pages->len, set->n_bytes / 1e6);
  g_print ("extraction: %.0f pages/s, %.1f MB/s\n", n_pages / extraction, n_megabytes / extraction);
  g_print ("libxml2 parsing: %.0f pages/s, %.1f MB/s\n", n_pages / parsing, n_megabytes / parsing);
  g_print ("ratio: %.2f\n", parsing / extraction);
  g_print ("peak memory: %.0f MB, of which %.0f MB before the first page\n", get_peak_memory (), loaded);
}

/* The folder that COUNTERPOINT_PAGES names, else the project's own samples and fixtures. */
int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Set set = { .pages = pages };
  const char *folder = g_getenv ("COUNTERPOINT_PAGES");

  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      g_printerr ("usage: bench-extract SOURCE-ROOT\n");
      return 2;
    }

  if (folder != NULL)
    {
      load_pages (&set, folder);
    }
  else
    {
      g_autofree char *samples = g_build_filename (argv[1], "data", "samples", NULL);
      g_autofree char *fixtures = g_build_filename (argv[1], "tests", "fixtures", "import", NULL);

      load_pages (&set, samples);
      load_pages (&set, fixtures);
    }

  if (pages->len == 0)
    {
      g_printerr ("%s: no pages\n", folder != NULL ? folder : argv[1]);
      return 1;
    }

  measure (&set);

  return 0;
}
