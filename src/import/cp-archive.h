/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of a ZIP file in memory, unpacked one by one within limits. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many members an archive may have, the bytes that one of them and all together may unpack to, nested archives
 * included, and how deep archives may lie in archives. */
#define CP_ARCHIVE_MAX_MEMBERS 65535
#define CP_ARCHIVE_MAX_MEMBER_SIZE (64 * 1024 * 1024)
#define CP_ARCHIVE_MAX_SIZE (1024 * 1024 * 1024)
#define CP_ARCHIVE_MAX_DEPTH 2

typedef struct _CpArchive CpArchive;

gboolean    cp_archive_sniff         (GBytes      *bytes);
CpArchive  *cp_archive_open          (GBytes      *bytes,
                                      const char  *name,
                                      GError     **error);
CpArchive  *cp_archive_open_nested   (CpArchive   *self,
                                      const char  *path,
                                      GBytes      *bytes,
                                      GError     **error);
void        cp_archive_free          (CpArchive   *self);

const char *cp_archive_get_name      (CpArchive   *self);
guint       cp_archive_get_n_members (CpArchive   *self);
const char *cp_archive_get_path      (CpArchive   *self,
                                      guint        index);
guint64     cp_archive_get_size      (CpArchive   *self,
                                      guint        index);
int         cp_archive_find          (CpArchive   *self,
                                      const char  *path);

GBytes     *cp_archive_read          (CpArchive   *self,
                                      guint        index,
                                      GError     **error);
GBytes     *cp_archive_read_path     (CpArchive   *self,
                                      const char  *path,
                                      GError     **error);
void        cp_archive_set_password_error (CpArchive *self,
                                           GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpArchive, cp_archive_free)

G_END_DECLS
