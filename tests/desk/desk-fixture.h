/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk on a library in a folder of its own, and files to import. */

#pragma once

#include "cp-desk.h"

G_BEGIN_DECLS

typedef struct
{
  char      *folder;
  char      *files;
  CpLibrary *library;
  CpDesk    *desk;
  GError    *problem;
} DeskFixture;

void       desk_fixture_set_up    (DeskFixture   *fixture,
                                   gconstpointer  data);
void       desk_fixture_tear_down (DeskFixture   *fixture,
                                   gconstpointer  data);
void       desk_fixture_open      (DeskFixture   *fixture);
void       desk_fixture_close     (DeskFixture   *fixture);
void       desk_fixture_reopen    (DeskFixture   *fixture);
void       desk_fixture_purge     (DeskFixture   *fixture);
GFile     *desk_fixture_write     (DeskFixture   *fixture,
                                   const char    *name,
                                   const char    *text);
void       desk_fixture_wait      (DeskFixture   *fixture);
void       desk_fixture_import    (DeskFixture   *fixture,
                                   const char    *path);
CpArticle *desk_fixture_add       (DeskFixture   *fixture,
                                   const char    *name,
                                   const char    *text);
CpTheme   *desk_fixture_get_theme (DeskFixture   *fixture,
                                   CpArticle     *article,
                                   guint          position);

extern const char desk_fixture_bridge[];
extern const char desk_fixture_ferry[];

G_END_DECLS
