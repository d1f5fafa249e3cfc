/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that lie beside a saved page: its pictures and style sheets. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest file that is taken along with a page. */
#define CP_SIBLINGS_MAX_SIZE (16 * 1024 * 1024)

/**
 * CpSiblings:
 * @load: (transfer full) (nullable): the contents of the file at a path below the page's folder; the path is
 *   relative, without ".." and without percent signs. Returns %NULL when there is none, or none that may be read
 * @data: handed to @load
 */
typedef struct
{
  GBytes   *(*load) (gpointer    data,
                     const char *path);
  gpointer    data;
} CpSiblings;

CpSiblings  cp_siblings_of_file (GFile            *folder);
GBytes     *cp_siblings_load    (const CpSiblings *self,
                                 const char       *reference);

G_END_DECLS
