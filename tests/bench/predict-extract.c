/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what the importer makes of every page of a folder, and how long it took. */

#define G_LOG_DOMAIN "predict-extract"

#include "config.h"

#include "cp-importer.h"
#include "predict.h"

#include <json-glib/json-glib.h>
#include <string.h>
#include <time.h>

typedef struct
{
  char   *id;
  GBytes *bytes;
  double  seconds;
  double  cpu;
} Page;

static void
clear_page (gpointer data)
{
  Page *page = data;

  g_free (page->id);
  g_bytes_unref (page->bytes);
}

/* All pages are read before the first is timed. */
static GArray *
load_pages (const char  *folder,
            GError     **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  GArray *pages;
  const char *name;

  if (dir == NULL)
    return NULL;

  pages = g_array_new (FALSE, TRUE, sizeof (Page));
  g_array_set_clear_func (pages, clear_page);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      Page page = { NULL };
      char *contents;
      gsize size;

      if (!g_str_has_suffix (name, ".html") || !g_file_get_contents (path, &contents, &size, NULL))
        continue;

      page.id = g_strndup (name, strlen (name) - strlen (".html"));
      page.bytes = g_bytes_new_take (contents, size);
      g_array_append_val (pages, page);
    }

  return pages;
}

static double
get_cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

static CpImported *
read_page (CpImporter *importer,
           Page       *page)
{
  gint64 start = g_get_monotonic_time ();
  double cpu_start = get_cpu_seconds ();
  CpImported *imported = cp_importer_read_bytes (importer, page->bytes, page->id, NULL);

  page->seconds = (g_get_monotonic_time () - start) / (double) G_USEC_PER_SEC;
  page->cpu = get_cpu_seconds () - cpu_start;

  return imported;
}

/* A paragraph a line. */
static char *
dup_lines (CpArticle *article)
{
  g_auto (GStrv) paragraphs = g_strsplit (cp_article_get_text (article), "\n\n", -1);

  return g_strjoinv ("\n", paragraphs);
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_article (JsonBuilder *builder,
             CpArticle   *article)
{
  g_autofree char *text = dup_lines (article);
  const char * const *authors = cp_article_get_authors (article);

  add_string (builder, "title", cp_article_get_title (article));
  add_string (builder, "date", cp_article_get_published (article));
  add_string (builder, "text", text);

  json_builder_set_member_name (builder, "author");
  json_builder_begin_array (builder);
  for (; *authors != NULL; authors++)
    json_builder_add_string_value (builder, *authors);
  json_builder_end_array (builder);
}

static void
print_line (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *line = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);
  g_print ("%s\n", line);
}

static void
print_page (Page       *page,
            CpImported *imported)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "id", page->id);
  if (imported != NULL)
    add_article (builder, cp_imported_get_article (imported));

  print_line (builder);
}

static void
print_stats (GArray *pages,
             guint   n_failed)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gint64 n_bytes = 0;

  for (guint i = 0; i < pages->len; i++)
    n_bytes += g_bytes_get_size (g_array_index (pages, Page, i).bytes);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "stats");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "pages");
  json_builder_add_int_value (builder, pages->len);
  json_builder_set_member_name (builder, "failed");
  json_builder_add_int_value (builder, n_failed);
  json_builder_set_member_name (builder, "bytes");
  json_builder_add_int_value (builder, n_bytes);

  json_builder_set_member_name (builder, "seconds");
  json_builder_begin_array (builder);
  for (guint i = 0; i < pages->len; i++)
    json_builder_add_double_value (builder, g_array_index (pages, Page, i).seconds);
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "cpu");
  json_builder_begin_array (builder);
  for (guint i = 0; i < pages->len; i++)
    json_builder_add_double_value (builder, g_array_index (pages, Page, i).cpu);
  json_builder_end_array (builder);

  json_builder_end_object (builder);
  print_line (builder);
}

/**
 * predict_extract:
 * @folder: of pages, *.html
 *
 * Prints a line of JSON for each page, and at the end one with how long the extraction alone took.
 */
gboolean
predict_extract (const char  *folder,
                 GError     **error)
{
  g_autoptr (CpImporter) importer = cp_importer_new ();
  g_autoptr (GArray) pages = load_pages (folder, error);
  guint n_failed = 0;

  if (pages == NULL)
    return FALSE;

  for (guint i = 0; i < pages->len; i++)
    {
      Page *page = &g_array_index (pages, Page, i);
      g_autoptr (CpImported) imported = read_page (importer, page);

      n_failed += imported == NULL;
      print_page (page, imported);
    }

  print_stats (pages, n_failed);

  return TRUE;
}
