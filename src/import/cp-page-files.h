/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures and style sheets that came with a saved page, found as the page refers to them. */

#pragma once

#include "cp-resource.h"
#include "cp-siblings.h"

G_BEGIN_DECLS

/* How much is taken along with a page: bytes of one file, and of all. */
#define CP_PAGE_FILES_MAX_SIZE  CP_SIBLINGS_MAX_SIZE
#define CP_PAGE_FILES_MAX_TOTAL (3 * CP_PAGE_FILES_MAX_SIZE)

typedef struct _CpPageFiles CpPageFiles;

CpPageFiles *cp_page_files_new           (const char       *base,
                                          const CpSiblings *siblings);
void         cp_page_files_free          (CpPageFiles      *self);
gboolean     cp_page_files_add           (CpPageFiles      *self,
                                          const char       *address,
                                          const char       *media_type,
                                          GBytes           *bytes);
void         cp_page_files_add_resources (CpPageFiles      *self,
                                          GPtrArray        *resources);
char        *cp_page_files_resolve       (CpPageFiles      *self,
                                          const char       *base,
                                          const char       *reference);
CpResource  *cp_page_files_find          (CpPageFiles      *self,
                                          const char       *base,
                                          const char       *reference);
GPtrArray   *cp_page_files_get_loaded    (CpPageFiles      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CpPageFiles, cp_page_files_free)

G_END_DECLS
