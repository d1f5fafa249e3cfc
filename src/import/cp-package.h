/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the formats that are ZIP files inside. */

#pragma once

#include <glib.h>

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

CpPackage cp_package_tell (GBytes *bytes);

G_END_DECLS
