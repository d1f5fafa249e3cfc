/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of a ZIP file in memory, unpacked one by one within limits. */

#define G_LOG_DOMAIN "cp-archive"

#include "config.h"

#include "cp-archive.h"
#include "cp-error.h"
#include "cp-zip-directory.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Text packs to a tenth, an empty picture to a thousandth. Nothing that is worth reading is as large as the first of
 * these, in bytes, and packs better than the second. */
#define SMALL_SIZE (16 * 1024 * 1024)
#define MAX_RATIO 200

#define CHUNK_SIZE (64 * 1024)

struct _CpArchive
{
  GBytes     *bytes;
  char       *name;
  GArray     *members;
  GHashTable *by_path;
  GHashTable *by_folded_path;
  guint       depth;

  /* Bytes that may still be unpacked; shared with the archives in this one and those around it. */
  guint64    *budget;
};

/* Programs on different systems write one name in different ways. */
static char *
fold_path (const char *path)
{
  g_autofree char *composed = g_utf8_normalize (path, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  return g_utf8_casefold (composed != NULL ? composed : path, -1);
}

static void
index_members (CpArchive *self)
{
  self->by_path = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_folded_path = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->members->len; i++)
    {
      const char *path = cp_archive_get_path (self, i);

      g_hash_table_insert (self->by_path, (char *) path, GUINT_TO_POINTER (i + 1));
      g_hash_table_insert (self->by_folded_path, fold_path (path), GUINT_TO_POINTER (i + 1));
    }
}

static gboolean
is_bomb (guint64 size,
         guint64 packed)
{
  return size > SMALL_SIZE && size / MAX_RATIO > packed;
}

static void
set_bomb_error (CpArchive  *self,
                GError    **error)
{
  g_set_error (error, CP_ERROR, CP_ERROR_TOO_LARGE,
               _("“%s” is an archive made to unpack to far more than it holds, and was left closed. Save the pieces in it anew, and import those."),
               self->name);
}

static void
set_size_error (CpArchive  *self,
                GError    **error)
{
  g_set_error (error, CP_ERROR, CP_ERROR_TOO_LARGE,
               _("“%s” unpacks to more than %d MB. Unpack it yourself, and import the pieces in it."),
               self->name, CP_ARCHIVE_MAX_SIZE / 1024 / 1024);
}

static void
set_damaged_error (CpArchive  *self,
                   GError    **error)
{
  g_set_error (error, CP_ERROR, CP_ERROR_DAMAGED,
               _("“%s” is cut short or damaged. Save or download it again, and import the new file."), self->name);
}

static void
set_verdict_error (CpArchive     *self,
                   CpZipVerdict   verdict,
                   GError       **error)
{
  if (verdict == CP_ZIP_OVERLAPPING)
    set_bomb_error (self, error);
  else if (verdict == CP_ZIP_TOO_MANY)
    g_set_error (error, CP_ERROR, CP_ERROR_TOO_LARGE,
                 _("“%s” is an archive of more than %d files. Unpack it yourself, and import the pieces in it."),
                 self->name, CP_ARCHIVE_MAX_MEMBERS);
  else
    set_damaged_error (self, error);
}

/* What the directory promises; reading holds it to its word. */
static gboolean
check_promises (CpArchive  *self,
                GError    **error)
{
  guint64 total = 0;

  for (guint i = 0; i < self->members->len; i++)
    total += MIN (cp_archive_get_size (self, i), G_MAXUINT32);

  if (is_bomb (total, g_bytes_get_size (self->bytes)))
    set_bomb_error (self, error);
  else if (total > CP_ARCHIVE_MAX_SIZE)
    set_size_error (self, error);
  else
    return TRUE;

  return FALSE;
}

static CpArchive *
open_at_depth (GBytes      *bytes,
               const char  *name,
               guint        depth,
               guint64     *budget,
               GError     **error)
{
  g_autoptr (CpArchive) self = g_new0 (CpArchive, 1);
  CpZipVerdict verdict;

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->depth = depth;
  self->budget = g_rc_box_acquire (budget);
  self->members = cp_zip_directory_read (bytes, CP_ARCHIVE_MAX_MEMBERS, &verdict);

  if (self->members == NULL)
    {
      set_verdict_error (self, verdict, error);
      return NULL;
    }

  if (!check_promises (self, error))
    return NULL;

  index_members (self);

  return g_steal_pointer (&self);
}

/**
 * cp_archive_sniff:
 *
 * Returns: whether @bytes begin as a ZIP does; it may still be damaged
 */
gboolean
cp_archive_sniff (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 4 && (memcmp (data, "PK\003\004", 4) == 0 || memcmp (data, "PK\005\006", 4) == 0);
}

/**
 * cp_archive_open:
 * @bytes: a ZIP file
 * @name: how messages name it
 * @error: %CP_ERROR_DAMAGED, or %CP_ERROR_TOO_LARGE for what has too many members, or unpacks to too much
 *
 * Reads the directory of an archive; unpacks nothing yet. Archives whose members lie over each other are refused.
 *
 * Returns: (transfer full) (nullable): the archive, or %NULL with @error set
 */
CpArchive *
cp_archive_open (GBytes      *bytes,
                 const char  *name,
                 GError     **error)
{
  guint64 *budget = g_rc_box_new (guint64);
  CpArchive *self;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  *budget = CP_ARCHIVE_MAX_SIZE;
  self = open_at_depth (bytes, name, 0, budget, error);
  g_rc_box_release (budget);

  return self;
}

/**
 * cp_archive_open_nested:
 * @path: how messages name the member, after the name of @self
 * @bytes: the contents of a member that is a ZIP file itself
 * @error: as of cp_archive_open(), or %CP_ERROR_UNSUPPORTED when archives lie deeper than %CP_ARCHIVE_MAX_DEPTH
 *
 * What is unpacked of it counts against the limits of the outermost archive.
 *
 * Returns: (transfer full) (nullable): the archive in the archive, or %NULL with @error set
 */
CpArchive *
cp_archive_open_nested (CpArchive   *self,
                        const char  *path,
                        GBytes      *bytes,
                        GError     **error)
{
  g_autofree char *name = g_strdup_printf ("%s/%s", self->name, path);

  if (self->depth >= CP_ARCHIVE_MAX_DEPTH)
    {
      g_set_error (error, CP_ERROR, CP_ERROR_UNSUPPORTED,
                   _("“%s” is an archive in an archive in an archive. Unpack the outermost one, and import what is in it."), name);
      return NULL;
    }

  return open_at_depth (bytes, name, self->depth + 1, self->budget, error);
}

void
cp_archive_free (CpArchive *self)
{
  g_clear_pointer (&self->by_path, g_hash_table_unref);
  g_clear_pointer (&self->by_folded_path, g_hash_table_unref);
  g_clear_pointer (&self->members, g_array_unref);
  g_clear_pointer (&self->budget, g_rc_box_release);
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

const char *
cp_archive_get_name (CpArchive *self)
{
  return self->name;
}

/**
 * cp_archive_get_n_members:
 *
 * Returns: how many members there are, folders not counted
 */
guint
cp_archive_get_n_members (CpArchive *self)
{
  return self->members->len;
}

/**
 * cp_archive_get_path:
 *
 * Returns: the member's name in valid UTF-8, without "..", leading "/" and backslashes; two members may have the same
 */
const char *
cp_archive_get_path (CpArchive *self,
                     guint      index)
{
  return g_array_index (self->members, CpZipMember, index).path;
}

/**
 * cp_archive_get_size:
 *
 * Returns: the bytes that the member unpacks to, as the directory has it
 */
guint64
cp_archive_get_size (CpArchive *self,
                     guint      index)
{
  return g_array_index (self->members, CpZipMember, index).size;
}

/**
 * cp_archive_find:
 * @path: a name as cp_archive_get_path() gives them
 *
 * Looks for @path exactly, then without regard to case and to how accents are composed.
 *
 * Returns: the member of that name, the last one when there are several; −1 when there is none
 */
int
cp_archive_find (CpArchive  *self,
                 const char *path)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_path, path));

  if (place == 0)
    {
      g_autofree char *folded = fold_path (path);

      place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_folded_path, folded));
    }

  return (int) place - 1;
}

/**
 * cp_archive_set_password_error:
 * @error: (out): is set to %CP_ERROR_UNSUPPORTED
 *
 * Says that the archive takes a password, for formats that have ways of their own to say so.
 */
void
cp_archive_set_password_error (CpArchive  *self,
                               GError    **error)
{
  g_set_error (error, CP_ERROR, CP_ERROR_UNSUPPORTED,
               _("“%s” is protected by a password. Save it without one, and import that."), self->name);
}

static gboolean
check_member (CpArchive    *self,
              CpZipMember  *member,
              GError      **error)
{
  if (member->encrypted)
    {
      cp_archive_set_password_error (self, error);
      return FALSE;
    }

  if (is_bomb (member->size, member->packed))
    {
      set_bomb_error (self, error);
      return FALSE;
    }

  if (member->size > CP_ARCHIVE_MAX_MEMBER_SIZE)
    {
      g_set_error (error, CP_ERROR, CP_ERROR_TOO_LARGE,
                   _("“%s” holds “%s”, which is larger than %d MB. Save the article alone and import that."),
                   self->name, member->path, CP_ARCHIVE_MAX_MEMBER_SIZE / 1024 / 1024);
      return FALSE;
    }

  if (member->size > *self->budget)
    {
      set_size_error (self, error);
      return FALSE;
    }

  return TRUE;
}

/* Returns: whether @archive gave as many bytes as the directory promised, and no more */
static gboolean
unpack (struct archive *archive,
        guint64         size,
        GByteArray     *contents)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);
  struct archive_entry *entry;
  la_ssize_t n_read;

  if (archive_read_next_header (archive, &entry) < ARCHIVE_WARN)
    return FALSE;

  while ((n_read = archive_read_data (archive, chunk, CHUNK_SIZE)) > 0)
    {
      if ((guint64) n_read > size - contents->len)
        return FALSE;

      g_byte_array_append (contents, chunk, n_read);
    }

  return n_read == 0 && contents->len == size;
}

/**
 * cp_archive_read:
 * @index: a member
 * @error: %CP_ERROR_DAMAGED, %CP_ERROR_UNSUPPORTED when it takes a password, or %CP_ERROR_TOO_LARGE when it is over the
 *   limits alone, or together with all that was read before
 *
 * Returns: (transfer full) (nullable): the contents of the member, or %NULL with @error set
 */
GBytes *
cp_archive_read (CpArchive  *self,
                 guint       index,
                 GError    **error)
{
  CpZipMember *member = &g_array_index (self->members, CpZipMember, index);
  g_autoptr (GByteArray) contents = NULL;
  const guint8 *data;
  struct archive *archive;
  gboolean whole;
  gsize size;

  if (!check_member (self, member, error))
    return NULL;

  data = g_bytes_get_data (self->bytes, &size);
  contents = g_byte_array_new ();
  archive = archive_read_new ();
  archive_read_support_format_zip_streamable (archive);
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
  /* A fuzzer does not guess checksums. */
  archive_read_set_options (archive, "zip:ignorecrc32");
#endif

  /* Sizes may follow the contents, and libarchive looks for them further on than they reach: it gets all of the rest. */
  whole = archive_read_open_memory (archive, data + member->start, size - member->start) == ARCHIVE_OK &&
          unpack (archive, member->size, contents);
  archive_read_free (archive);
  *self->budget -= MIN (contents->len, *self->budget);

  if (!whole)
    {
      set_damaged_error (self, error);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&contents));
}

/**
 * cp_archive_read_path:
 * @path: a name as cp_archive_find() takes them
 * @error: as of cp_archive_read(), or %CP_ERROR_DAMAGED when there is no such member
 *
 * Returns: (transfer full) (nullable): the contents of the member, or %NULL with @error set
 */
GBytes *
cp_archive_read_path (CpArchive   *self,
                      const char  *path,
                      GError     **error)
{
  int index = cp_archive_find (self, path);

  if (index < 0)
    {
      set_damaged_error (self, error);
      return NULL;
    }

  return cp_archive_read (self, index, error);
}
