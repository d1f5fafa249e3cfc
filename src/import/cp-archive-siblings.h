/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies beside a page in an archive. */

#pragma once

#include "cp-archive.h"
#include "cp-siblings.h"

G_BEGIN_DECLS

/**
 * CpArchiveSiblings:
 * @siblings: to be given to readers, while all of this is there
 *
 * The files around one page of an archive.
 */
typedef struct
{
  CpSiblings  siblings;

  /*< private >*/
  CpArchive  *archive;
  char       *folder;
} CpArchiveSiblings;

void cp_archive_siblings_init  (CpArchiveSiblings *self,
                                CpArchive         *archive,
                                const char        *page);
void cp_archive_siblings_clear (CpArchiveSiblings *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CpArchiveSiblings, cp_archive_siblings_clear)

G_END_DECLS
