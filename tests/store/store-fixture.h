/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library in a folder of its own, and articles to put into it. */

#pragma once

#include "cp-library.h"

G_BEGIN_DECLS

typedef struct
{
  char      *folder;
  CpLibrary *library;
} StoreFixture;

void         store_fixture_set_up      (StoreFixture  *fixture,
                                        gconstpointer  data);
void         store_fixture_tear_down   (StoreFixture  *fixture,
                                        gconstpointer  data);
void         store_fixture_reopen      (StoreFixture  *fixture);
char        *store_fixture_dup_file    (StoreFixture  *fixture);
CpArticle   *store_fixture_make        (const char    *id,
                                        const char    *title,
                                        const char    *text);
GListModel  *store_fixture_make_themes (CpArticle     *article);
void         store_fixture_add         (StoreFixture  *fixture,
                                        CpArticle     *article);
void         store_fixture_add_text    (StoreFixture  *fixture,
                                        const char    *id,
                                        const char    *title,
                                        const char    *text);

G_END_DECLS
