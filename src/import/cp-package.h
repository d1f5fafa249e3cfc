/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the formats that are ZIP files inside. */

#pragma once

#include "cp-archive.h"
#include "cp-xml.h"

G_BEGIN_DECLS

/**
 * CpPackage:
 * @CP_PACKAGE_NONE: no ZIP file
 * @CP_PACKAGE_PLAIN: an archive of files
 * @CP_PACKAGE_EPUB: an e-book
 * @CP_PACKAGE_ODT: a text document of LibreOffice and its kin
 * @CP_PACKAGE_DOCX: one of Word and its kin
 * @CP_PACKAGE_OTHER: a spreadsheet, a presentation or the like
 * @CP_PACKAGE_DAMAGED: a ZIP file that cannot be opened
 */
typedef enum
{
  CP_PACKAGE_NONE,
  CP_PACKAGE_PLAIN,
  CP_PACKAGE_EPUB,
  CP_PACKAGE_ODT,
  CP_PACKAGE_DOCX,
  CP_PACKAGE_OTHER,
  CP_PACKAGE_DAMAGED,
} CpPackage;

CpPackage  cp_package_tell              (GBytes      *bytes);
xmlDoc    *cp_package_read_part         (CpArchive   *archive,
                                         const char  *path);
void       cp_package_set_damaged_error (const char  *name,
                                         GError     **error);

G_END_DECLS
