/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and folders that were asked for → one job for each file. */

#define G_LOG_DOMAIN "cp-import-scan"

#include "config.h"

#include "cp-import-job.h"
#include "cp-import-scan.h"

#include <glib/gi18n.h>
#include <string.h>

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_NAME "," \
                   G_FILE_ATTRIBUTE_STANDARD_TYPE "," \
                   G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN "," \
                   G_FILE_ATTRIBUTE_ID_FILE

typedef struct
{
  GPtrArray    *jobs;
  GCancellable *cancellable;

  /* The identities of the folders seen so far: a link to a folder above would lead round for ever. */
  GHashTable   *seen;
} Scan;

static void scan_folder (Scan  *scan,
                         GFile *folder);

static void
add_file (Scan  *scan,
          GFile *file)
{
  g_ptr_array_add (scan->jobs, cp_import_job_new (file));
}

static void
add_failure (Scan         *scan,
             GFile        *folder,
             const GError *error)
{
  g_autoptr (CpImportJob) job = cp_import_job_new (folder);
  g_autofree char *message =
    g_strdup_printf (_("The folder “%s” cannot be read (%s). See whether you may open it, or choose the files in it."),
                     cp_import_job_get_name (job), error->message);

  cp_import_job_finish (job, CP_IMPORT_FAILED, NULL, NULL, message);
  g_ptr_array_add (scan->jobs, g_steal_pointer (&job));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  GFileInfo *info_a = *(GFileInfo **) a, *info_b = *(GFileInfo **) b;

  return g_strcmp0 (g_file_info_get_name (info_a), g_file_info_get_name (info_b));
}

/* By name, so that the same folder gives the same jobs on every disk. */
static GPtrArray *
list_children (GFile         *folder,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) enumerator =
    g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  GFileInfo *info;

  if (enumerator == NULL)
    return NULL;

  do
    {
      if (!g_file_enumerator_iterate (enumerator, &info, NULL, cancellable, error))
        return NULL;
      if (info != NULL)
        g_ptr_array_add (children, g_object_ref (info));
    }
  while (info != NULL);
  g_ptr_array_sort (children, compare_names);

  return g_steal_pointer (&children);
}

/* Browsers save a page as "Page.html" with what it loads in a folder "Page_files" beside: parts of that page
 * and no op-eds of their own. */
static gboolean
belongs_to_page (GPtrArray *children,
                 GFileInfo *folder)
{
  const char *name = g_file_info_get_name (folder);
  gsize length = strlen (name);

  if (length <= strlen ("_files") || !g_str_has_suffix (name, "_files"))
    return FALSE;

  length -= strlen ("_files");
  for (guint i = 0; i < children->len; i++)
    {
      const char *sibling = g_file_info_get_name (g_ptr_array_index (children, i));

      if (strncmp (sibling, name, length) == 0 &&
          (g_str_equal (sibling + length, ".html") || g_str_equal (sibling + length, ".htm")))
        return TRUE;
    }

  return FALSE;
}

/* Devices, pipes and links that lead nowhere are passed over: nobody asked for them by name. */
static void
scan_child (Scan      *scan,
            GFile     *folder,
            GPtrArray *children,
            GFileInfo *info)
{
  g_autoptr (GFile) child = g_file_get_child (folder, g_file_info_get_name (info));
  const char *identity = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE);

  if (g_file_info_get_is_hidden (info))
    return;

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    add_file (scan, child);
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY &&
           !belongs_to_page (children, info) &&
           identity != NULL && g_hash_table_add (scan->seen, g_strdup (identity)))
    scan_folder (scan, child);
}

static void
scan_folder (Scan  *scan,
             GFile *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) children = list_children (folder, scan->cancellable, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (children == NULL)
    {
      add_failure (scan, folder, error);
      return;
    }

  for (guint i = 0; i < children->len; i++)
    scan_child (scan, folder, children, g_ptr_array_index (children, i));
}

/* What was asked for by name is taken whatever it is: the importer says what is wrong with it. */
static void
scan_root (Scan  *scan,
           GFile *file)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, scan->cancellable, NULL);
  const char *identity;

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
    {
      add_file (scan, file);
      return;
    }

  identity = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE);
  if (identity == NULL || g_hash_table_add (scan->seen, g_strdup (identity)))
    scan_folder (scan, file);
}

/**
 * cp_import_scan:
 * @files: (element-type GFile): files and folders
 * @cancellable: (nullable): stops the search early; the files found so far are given
 *
 * Looks for all files in the folders of @files, and in the folders in these, but for hidden ones and for the
 * parts of saved pages. Links are followed, each folder is visited once. Blocks.
 *
 * Returns: (transfer full) (element-type CpImportJob): a job for each file, in the order of @files and in
 *   folders by name; a folder that cannot be read is a job that failed
 */
GPtrArray *
cp_import_scan (GPtrArray    *files,
                GCancellable *cancellable)
{
  Scan scan = { g_ptr_array_new_with_free_func (g_object_unref), cancellable, NULL };

  scan.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < files->len; i++)
    scan_root (&scan, g_ptr_array_index (files, i));
  g_hash_table_unref (scan.seen);

  return scan.jobs;
}
