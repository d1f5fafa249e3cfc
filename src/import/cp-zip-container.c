/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives of saved pages and documents, with the files that belong to the pages. */

#define G_LOG_DOMAIN "cp-zip-container"

#include "config.h"

#include "cp-archive-siblings.h"
#include "cp-error.h"
#include "cp-package.h"
#include "cp-pattern.h"
#include "cp-readers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What systems leave in archives. */
static CpPattern litter = CP_PATTERN ("(?:^|/)(?:__MACOSX/|\\._|\\.DS_Store$|Thumbs\\.db$|desktop\\.ini$|\\.git/|\\.Spotlight|\\.Trash)");

/* What pages show, and what nobody reads. */
static CpPattern resource = CP_PATTERN ("\\.(?:css|m?js|map|wasm|swf|png|jpe?g|jfif|gif|webp|avif|svgz?|ico|bmp|tiff?|heic|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|og[gva]|opus|wav|flac|avi|mov|mpe?g|lnk|url|webloc)$");

static CpPattern page = CP_PATTERN ("\\.(?:x?html?|xht|shtml|php|aspx?)$");

/* How long, in bytes, the ending of such a folder's name is at most, and how many folders up a page is looked for. */
#define MAX_ENDING 24
#define MAX_FOLDERS 16

/* Where the walk through the archives stands. */
typedef struct
{
  CpMemberFunc  func;
  gpointer      user_data;
  guint         n_pieces;
  gboolean      stopped;
  gboolean      told_error;
  gboolean      told_depth;
  GError       *error;
} Walk;

static void walk_archive (Walk       *walk,
                          CpArchive  *archive,
                          const char *folder);

static int
sniff_zip (const CpInput *input)
{
  CpPackage package = cp_package_tell (input->bytes);

  return package == CP_PACKAGE_PLAIN || package == CP_PACKAGE_DAMAGED ? 60 : 0;
}

/* "Page" for "folder/Page.html", in its folder. */
static char *
dup_stem (const char *path)
{
  const char *dot = strrchr (path, '.');

  return g_strndup (path, dot != NULL ? dot - path : (gssize) strlen (path));
}

static GHashTable *
collect_stems (CpArchive *archive)
{
  GHashTable *stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < cp_archive_get_n_members (archive); i++)
    {
      const char *path = cp_archive_get_path (archive, i);

      if (cp_pattern_matches (&page, path))
        g_hash_table_add (stems, dup_stem (path));
    }

  return stems;
}

/* Browsers put what a page needs into a folder that is called like the page, with an ending that depends on their
 * language: "Page_files", "Page-Dateien", "Page.files". */
static gboolean
is_page_folder (GHashTable *stems,
                const char *folder)
{
  gsize length = strlen (folder);

  for (gsize i = 1; i < MIN (length, MAX_ENDING); i++)
    {
      const char *mark = folder + length - i;
      g_autofree char *stem = NULL;

      if (*mark == '/')
        return FALSE;

      if (strchr ("_-.", *mark) == NULL)
        continue;

      stem = g_strndup (folder, mark - folder);
      if (g_hash_table_contains (stems, stem))
        return TRUE;
    }

  return FALSE;
}

/* Frames in such a folder are pages, but no pieces. */
static gboolean
belongs_to_page (GHashTable *stems,
                 const char *path)
{
  g_autofree char *folder = g_strdup (path);
  char *slash;

  for (int i = 0; i < MAX_FOLDERS && (slash = strrchr (folder, '/')) != NULL; i++)
    {
      *slash = '\0';
      if (is_page_folder (stems, folder))
        return TRUE;
    }

  return FALSE;
}

static void
tell_error (Walk         *walk,
            const char   *path,
            const GError *error)
{
  const CpMember member = { .path = path };

  walk->told_error = TRUE;
  walk->stopped = !walk->func (&member, error, walk->user_data);
}

static void
tell_piece (Walk       *walk,
            CpArchive  *archive,
            guint       index,
            const char *path,
            GBytes     *bytes)
{
  g_auto (CpArchiveSiblings) siblings = { NULL };
  CpMember member = { .path = path, .bytes = bytes };

  cp_archive_siblings_init (&siblings, archive, cp_archive_get_path (archive, index));
  member.siblings = &siblings.siblings;
  walk->n_pieces++;
  walk->stopped = !walk->func (&member, NULL, walk->user_data);
}

/* Bombs lie as deep as one likes, and side by side: one sentence is enough for all. */
static void
tell_nested (Walk       *walk,
             CpArchive  *archive,
             guint       index,
             const char *path,
             GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CpArchive) nested = cp_archive_open_nested (archive, cp_archive_get_path (archive, index), bytes, &error);

  if (nested != NULL)
    walk_archive (walk, nested, path);
  else if (!g_error_matches (error, CP_ERROR, CP_ERROR_UNSUPPORTED) || !walk->told_depth)
    tell_error (walk, path, error);

  walk->told_depth = walk->told_depth || g_error_matches (error, CP_ERROR, CP_ERROR_UNSUPPORTED);
}

/* What is wrong with the archive as a whole ends the walk; one file that is damaged or too large does not. */
static void
tell_unreadable (Walk       *walk,
                 CpArchive  *archive,
                 guint       index,
                 const char *path,
                 GError     *error)
{
  gboolean is_alone = g_error_matches (error, CP_ERROR, CP_ERROR_DAMAGED) ||
                      cp_archive_get_size (archive, index) > CP_ARCHIVE_MAX_MEMBER_SIZE;

  if (is_alone)
    tell_error (walk, path, error);
  else
    walk->error = g_error_copy (error);
}

static void
walk_member (Walk       *walk,
             CpArchive  *archive,
             guint       index,
             const char *folder)
{
  const char *name = cp_archive_get_path (archive, index);
  g_autofree char *path = *folder != '\0' ? g_strdup_printf ("%s/%s", folder, name) : g_strdup (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cp_archive_read (archive, index, &error);

  if (bytes == NULL)
    tell_unreadable (walk, archive, index, path, error);
  else if (cp_package_tell (bytes) == CP_PACKAGE_PLAIN)
    tell_nested (walk, archive, index, path, bytes);
  else if (g_bytes_get_size (bytes) > 0)
    tell_piece (walk, archive, index, path, bytes);
}

static void
walk_archive (Walk       *walk,
              CpArchive  *archive,
              const char *folder)
{
  g_autoptr (GHashTable) stems = collect_stems (archive);

  for (guint i = 0; i < cp_archive_get_n_members (archive) && !walk->stopped && walk->error == NULL; i++)
    {
      const char *path = cp_archive_get_path (archive, i);

      if (!cp_pattern_matches (&litter, path) && !cp_pattern_matches (&resource, path) && !belongs_to_page (stems, path))
        walk_member (walk, archive, i, folder);
    }
}

static gboolean
each_in_zip (const CpInput  *input,
             CpMemberFunc    func,
             gpointer        user_data,
             GError        **error)
{
  g_autoptr (CpArchive) archive = cp_archive_open (input->bytes, input->name, error);
  Walk walk = { .func = func, .user_data = user_data };

  if (archive == NULL)
    return FALSE;

  walk_archive (&walk, archive, "");

  if (walk.error == NULL && walk.n_pieces == 0 && !walk.stopped && !walk.told_error)
    g_set_error (&walk.error, CP_ERROR, CP_ERROR_EMPTY,
                 _("“%s” is an archive without any page or document in it. Import another one, or the pieces themselves."),
                 input->name);

  if (walk.error != NULL)
    g_propagate_error (error, walk.error);

  return walk.error == NULL;
}

const CpContainer cp_zip_container = {
  .name = "zip",
  .sniff = sniff_zip,
  .each = each_in_zip,
};
