/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the desk share. */

#pragma once

#include "cp-article-list.h"
#include "cp-desk.h"

G_BEGIN_DECLS

struct _CpDesk
{
  GObject        parent_instance;

  CpLibrary     *library;
  CpImporter    *importer;
  CpImportQueue *queue;
  CpHistory     *history;
  CpArticleList *articles;

  /* id → GListStore of CpTheme, and of CpHighlight: one for each article whose themes were asked for, so that all that
   * show them see the reviewer's edits. */
  GHashTable    *themes;
  GHashTable    *highlights;
};

void cp_desk_reload_highlights (CpDesk     *self,
                                const char *id);

G_END_DECLS
