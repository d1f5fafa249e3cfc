/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The directory at the end of a ZIP file: what its members are called and where they lie. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CpZipMember:
 * @path: valid UTF-8, normalised: no "..", no leading "/", no backslashes; unique only by chance
 * @start: offset of its local header in the file
 * @end: offset after its contents
 * @packed: bytes in the file
 * @size: bytes that the directory promises
 * @encrypted: whether it takes a password to read it
 */
typedef struct
{
  char     *path;
  guint64   start;
  guint64   end;
  guint64   packed;
  guint64   size;
  gboolean  encrypted;
} CpZipMember;

/**
 * CpZipVerdict:
 * @CP_ZIP_GOOD: every member lies in the file, and none over another
 * @CP_ZIP_BROKEN: there is no directory, or what it says is not so
 * @CP_ZIP_OVERLAPPING: members share bytes, which no honest program writes
 * @CP_ZIP_TOO_MANY: more members than asked for
 */
typedef enum
{
  CP_ZIP_GOOD,
  CP_ZIP_BROKEN,
  CP_ZIP_OVERLAPPING,
  CP_ZIP_TOO_MANY,
} CpZipVerdict;

GArray *cp_zip_directory_read (GBytes       *bytes,
                               guint         max_members,
                               CpZipVerdict *verdict);

G_END_DECLS
