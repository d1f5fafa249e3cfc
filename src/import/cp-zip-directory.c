/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The directory at the end of a ZIP file: what its members are called and where they lie.
 *
 * libarchive reads a ZIP from front to back. A document refers to its parts by name and in any order, and only the
 * directory shows that members lie over each other, which is how a small file unpacks to terabytes
 * (Fifield, "A better zip bomb", 2019). So the directory is read here, and libarchive unpacks single members.
 * The format is that of APPNOTE.TXT 6.3.10 with its Zip64 extension. */

#define G_LOG_DOMAIN "cp-zip-directory"

#include "config.h"

#include "cp-encoding.h"
#include "cp-zip-directory.h"
#include "cp-zip-path.h"

#include <string.h>

#define LOCAL_SIGNATURE 0x04034b50
#define CENTRAL_SIGNATURE 0x02014b50
#define END_SIGNATURE 0x06054b50
#define END64_SIGNATURE 0x06064b50
#define LOCATOR64_SIGNATURE 0x07064b50

/* Bytes of each record without its parts of varying length. */
#define LOCAL_SIZE 30
#define CENTRAL_SIZE 46
#define END_SIZE 22
#define END64_SIZE 56
#define LOCATOR64_SIZE 20

#define MAX_COMMENT 0xFFFF

#define FLAG_ENCRYPTED (1 << 0)

#define EXTRA_ZIP64 0x0001
#define EXTRA_UNICODE_PATH 0x7075

/* What a field holds whose value is in the Zip64 extension instead. */
#define IN_ZIP64 0xFFFFFFFFu

typedef struct
{
  const guint8 *data;
  guint64       size;
  guint64       start;
  guint64       length;
  guint64       n_members;
  guint64       shift;
} Directory;

static guint16
get16 (const guint8 *data)
{
  return data[0] | data[1] << 8;
}

static guint32
get32 (const guint8 *data)
{
  return get16 (data) | (guint32) get16 (data + 2) << 16;
}

static guint64
get64 (const guint8 *data)
{
  return get32 (data) | (guint64) get32 (data + 4) << 32;
}

/* The record stands at the very end but for a comment, in which its signature may occur by chance. */
static gboolean
find_end (const guint8 *data,
          guint64       size,
          guint64      *position)
{
  guint64 first = size > END_SIZE + MAX_COMMENT ? size - END_SIZE - MAX_COMMENT : 0;

  if (size < END_SIZE)
    return FALSE;

  for (guint64 i = size - END_SIZE + 1; i-- > first;)
    {
      if (get32 (data + i) == END_SIGNATURE && i + END_SIZE + get16 (data + i + 20) <= size)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
read_end64 (Directory *self,
            guint64    end)
{
  const guint8 *locator = end >= LOCATOR64_SIZE ? self->data + end - LOCATOR64_SIZE : NULL;
  guint64 position;

  if (locator == NULL || get32 (locator) != LOCATOR64_SIGNATURE)
    return;

  position = get64 (locator + 8);
  if (position > self->size || self->size - position < END64_SIZE || get32 (self->data + position) != END64_SIGNATURE)
    return;

  self->n_members = get64 (self->data + position + 32);
  self->length = get64 (self->data + position + 40);
  self->start = get64 (self->data + position + 48);
}

/* Something may stand before the archive, a program that unpacks it for example; all offsets are short by that much. */
static gboolean
locate (Directory    *self,
        const guint8 *data,
        guint64       size)
{
  guint64 end;

  if (!find_end (data, size, &end))
    return FALSE;

  *self = (Directory) {
    .data = data,
    .size = size,
    .n_members = get16 (data + end + 10),
    .length = get32 (data + end + 12),
    .start = get32 (data + end + 16),
  };

  if (self->start == IN_ZIP64 || self->length == IN_ZIP64 || self->n_members == 0xFFFF)
    read_end64 (self, end);
  else if (self->start + self->length <= end)
    self->shift = end - self->start - self->length;

  self->start += self->shift;

  return self->start <= end && self->length <= end - self->start;
}

/* Returns: (nullable): the contents of the extra field @id, and their length in @size */
static const guint8 *
find_extra (const guint8 *extra,
            gsize         length,
            guint16       id,
            gsize        *size)
{
  while (length >= 4)
    {
      *size = get16 (extra + 2);
      if (*size > length - 4)
        return NULL;

      if (get16 (extra) == id)
        return extra + 4;

      extra += 4 + *size;
      length -= 4 + *size;
    }

  return NULL;
}

/* Zip64 gives only the values that did not fit, in this order. */
static void
widen_member (CpZipMember  *member,
              const guint8 *extra,
              gsize         length)
{
  guint64 * const fields[] = { &member->size, &member->packed, &member->start };
  gsize size;
  const guint8 *values = find_extra (extra, length, EXTRA_ZIP64, &size);

  for (gsize i = 0; values != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      if (*fields[i] != IN_ZIP64)
        continue;

      if (size < 8)
        return;

      *fields[i] = get64 (values);
      values += 8;
      size -= 8;
    }
}

/* The name as it was written, with its Unicode form in place of it where the writer gave one. */
static char *
dup_name (const guint8 *entry,
          gsize         name_length,
          gsize         extra_length)
{
  const guint8 *name = entry + CENTRAL_SIZE;
  gsize size;
  const guint8 *unicode = find_extra (name + name_length, extra_length, EXTRA_UNICODE_PATH, &size);

  /* One byte of version and four of a checksum over the other name. */
  if (unicode != NULL && size > 5 && g_utf8_validate_len ((const char *) unicode + 5, size - 5, NULL))
    return g_strndup ((const char *) unicode + 5, size - 5);

  return g_strndup ((const char *) name, name_length);
}

/* The local header repeats the name, with other extra fields, before the contents. */
static gboolean
measure_member (const Directory *self,
                CpZipMember     *member)
{
  const guint8 *local;
  guint64 contents;

  member->start += self->shift;
  if (member->start > self->start || self->start - member->start < LOCAL_SIZE)
    return FALSE;

  local = self->data + member->start;
  contents = member->start + LOCAL_SIZE + get16 (local + 26) + get16 (local + 28);
  member->end = contents + member->packed;

  return get32 (local) == LOCAL_SIGNATURE && contents <= self->start && member->packed <= self->start - contents;
}

static void
clear_member (gpointer data)
{
  g_free (((CpZipMember *) data)->path);
}

static gboolean
read_members (const Directory *self,
              GArray          *members)
{
  guint64 position = self->start;
  guint64 end = self->start + self->length;

  for (guint64 i = 0; i < self->n_members; i++)
    {
      const guint8 *entry = self->data + position;
      CpZipMember member = { 0 };
      gsize name_length, extra_length;

      if (end - position < CENTRAL_SIZE || get32 (entry) != CENTRAL_SIGNATURE)
        return FALSE;

      name_length = get16 (entry + 28);
      extra_length = get16 (entry + 30);
      position += CENTRAL_SIZE;
      if (end - position < name_length + extra_length + get16 (entry + 32))
        return FALSE;

      position += name_length + extra_length + get16 (entry + 32);
      member.encrypted = (get16 (entry + 8) & FLAG_ENCRYPTED) != 0;
      member.packed = get32 (entry + 20);
      member.size = get32 (entry + 24);
      member.start = get32 (entry + 42);
      widen_member (&member, entry + CENTRAL_SIZE + name_length, extra_length);
      if (!measure_member (self, &member))
        return FALSE;

      member.path = dup_name (entry, name_length, extra_length);
      g_array_append_val (members, member);
    }

  return TRUE;
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const CpZipMember *first = *(CpZipMember * const *) a;
  const CpZipMember *second = *(CpZipMember * const *) b;

  return (first->start > second->start) - (first->start < second->start);
}

static gboolean
lie_apart (GArray *members)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (members->len);

  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (sorted, &g_array_index (members, CpZipMember, i));

  g_ptr_array_sort (sorted, compare_starts);

  for (guint i = 1; i < sorted->len; i++)
    {
      CpZipMember *member = g_ptr_array_index (sorted, i - 1);
      CpZipMember *next = g_ptr_array_index (sorted, i);

      if (member->end > next->start)
        return FALSE;
    }

  return TRUE;
}

/* Old programs write names in the charset of their system and do not say which. All names together tell more than
 * each alone. */
static char **
decode_names (GArray *members)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < members->len; i++)
    {
      CpZipMember *member = &g_array_index (members, CpZipMember, i);

      g_strdelimit (member->path, "\n", ' ');
      if (!g_utf8_validate (member->path, -1, NULL))
        g_string_append_printf (names, "%s\n", member->path);
    }

  text = cp_encoding_to_utf8 ((const guint8 *) names->str, names->len, NULL, NULL);

  return g_strsplit (text, "\n", -1);
}

/* Folders have no contents, and what climbs out of the archive has no place in it: neither has a path. */
static void
keep_named (GArray *members)
{
  guint n_kept = 0;

  for (guint i = 0; i < members->len; i++)
    {
      CpZipMember *member = &g_array_index (members, CpZipMember, i);
      CpZipMember *place = &g_array_index (members, CpZipMember, n_kept);

      if (member->path == NULL)
        continue;

      n_kept++;
      if (place != member)
        {
          *place = *member;
          member->path = NULL;
        }
    }

  g_array_set_size (members, n_kept);
}

static void
name_members (GArray *members)
{
  g_auto (GStrv) decoded = decode_names (members);
  char **next = decoded;

  for (guint i = 0; i < members->len; i++)
    {
      CpZipMember *member = &g_array_index (members, CpZipMember, i);
      g_autofree char *raw = g_steal_pointer (&member->path);
      g_autofree char *valid = NULL;

      if (g_utf8_validate (raw, -1, NULL))
        valid = g_steal_pointer (&raw);
      else if (*next != NULL)
        valid = g_strdup (*next++);
      else
        valid = g_utf8_make_valid (raw, -1);

      member->path = cp_zip_path_normalise (valid);
    }

  keep_named (members);
}

/**
 * cp_zip_directory_read:
 * @bytes: a file
 * @max_members: how many members it may have
 * @verdict: (out): what is wrong with it, if anything
 *
 * Reads the directory without unpacking anything. Folders are left out, and so are members whose names lead out of
 * the archive.
 *
 * Returns: (transfer full) (nullable) (element-type CpZipMember): the members in the order of the directory, or %NULL
 *   unless @verdict is %CP_ZIP_GOOD
 */
GArray *
cp_zip_directory_read (GBytes       *bytes,
                       guint         max_members,
                       CpZipVerdict *verdict)
{
  g_autoptr (GArray) members = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  Directory self;

  *verdict = CP_ZIP_BROKEN;
  if (!locate (&self, data, size))
    return NULL;

  if (self.n_members > max_members)
    {
      *verdict = CP_ZIP_TOO_MANY;
      return NULL;
    }

  members = g_array_new (FALSE, FALSE, sizeof (CpZipMember));
  g_array_set_clear_func (members, clear_member);
  if (!read_members (&self, members))
    return NULL;

  *verdict = CP_ZIP_OVERLAPPING;
  if (!lie_apart (members))
    return NULL;

  *verdict = CP_ZIP_GOOD;
  name_members (members);

  return g_steal_pointer (&members);
}
