/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that tests read, and what they look for in the articles made of them. */

#pragma once

#include "cp-error.h"
#include "cp-importer.h"

G_BEGIN_DECLS

/* One piece of a file that holds several, or why it could not be read. */
typedef struct
{
  char       *path;
  CpImported *imported;
  GError     *error;
} ImportFixturePiece;

GFile      *import_fixture_new_file       (const char *name);
CpImported *import_fixture_read           (const char *name);
CpImported *import_fixture_read_sample    (const char *name);
CpImported *import_fixture_read_shared    (const char *name);
CpImported *import_fixture_read_text      (const char *text,
                                           gssize      length);

GBytes     *import_fixture_load           (const char *name);
GPtrArray  *import_fixture_read_pieces    (const char *name);
GPtrArray  *import_fixture_read_pieces_of_text (const char *text,
                                                gssize      length);

CpBlock    *import_fixture_find_block     (CpImported *imported,
                                           const char *text);

void        import_fixture_assert_has     (CpImported *imported,
                                           const char *words);
void        import_fixture_assert_lacks   (CpImported *imported,
                                           const char *words);
void        import_fixture_assert_heading (CpImported *imported,
                                           const char *text);
void        import_fixture_assert_authors (CpImported *imported,
                                           const char *names);
void        import_fixture_assert_kind    (CpImported *imported,
                                           const char *text,
                                           CpBlockKind kind);
void        import_fixture_assert_aside   (CpImported *imported,
                                           const char *text,
                                           CpFurniture furniture);
void        import_fixture_assert_marked  (CpImported *imported,
                                           const char *words,
                                           CpStyle     style,
                                           const char *target);
void        import_fixture_assert_fails   (const char *name,
                                           CpError     code,
                                           const char *words);
void        import_fixture_assert_highlight (CpImported *imported,
                                             guint       position,
                                             const char *before,
                                             const char *quote,
                                             const char *note,
                                             int         paragraph);

G_END_DECLS
