/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the pane share: cp-article-pane.c and cp-article-pane-page.c. */

#pragma once

#include "cp-article-pane.h"
#include "cp-find-bar.h"
#include "cp-original-view.h"
#include "cp-passage-marks.h"
#include "cp-reader-view.h"
#include "cp-theme-strip.h"

G_BEGIN_DECLS

struct _CpArticlePane
{
  AdwBin          parent_instance;

  GtkLabel       *absent;
  GtkWidget      *content;
  GtkWidget      *dot;
  CpFindBar      *find_bar;
  GtkLabel       *label;
  GtkWidget      *bar;
  GtkStack       *modes;
  CpOriginalView *original;
  GtkStack       *outcome;
  GtkLabel       *position;
  CpReaderView   *reader;
  GtkRevealer    *revealer;
  CpThemeStrip   *strip;

  CpDesk         *desk;
  CpArticle      *article;
  GPtrArray      *resources;
  GCancellable   *loading;
  CpPassageMarks *marks;

  int             theme;
  int             mark;
  int             activated;
  gboolean        aside;
  gboolean        show_original;
  char           *colors;
  char           *stepping;
  char           *matter;
};

void cp_article_pane_load_page (CpArticlePane *self);

G_END_DECLS
