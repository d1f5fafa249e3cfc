/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the window share: cp-window.c and its cp-window-….c. */

#pragma once

#include "cp-article-pane.h"
#include "cp-compare-panel.h"
#include "cp-details-panel.h"
#include "cp-import-bar.h"
#include "cp-library-sidebar.h"
#include "cp-notes-panel.h"
#include "cp-reader-popover.h"
#include "cp-split-view.h"
#include "cp-theme-palette.h"
#include "cp-themes-panel.h"
#include "cp-window.h"

G_BEGIN_DECLS

struct _CpWindow
{
  AdwApplicationWindow  parent_instance;

  CpDesk               *desk;
  GSettings            *settings;
  CpThemePalette       *palette;

  /* What is read. */
  CpArticle            *article;
  GListModel           *themes;
  GCancellable         *loading;

  /* What it is compared with; the comparison comes a moment after the other article. */
  CpArticle            *other;
  CpComparison         *comparison;
  GCancellable         *comparing;
  gboolean              sidebar_put_away;

  /* What the reviewer looks at: a theme of the article or, when comparing, a matter of both. */
  CpTheme              *chosen_theme;
  CpComparedTheme      *chosen_matter;

  /* What to open once it is imported. */
  GPtrArray            *awaited;
  CpImportJob          *pasted;
  gboolean              compare_awaited;

  /* The jobs that are known not to be for what is awaited: there are many, and they come one by one. */
  guint                 n_others;

  double                text_scale;

  AdwToastOverlay      *toasts;
  AdwWindowTitle       *title;
  GtkWidget            *sidebar_button;
  GtkWidget            *reading_buttons;
  GtkWidget            *compare_button;
  GtkWidget            *swap_button;
  GtkWidget            *close_compare_button;
  GtkWidget            *compare_label;
  CpReaderPopover      *reader_popover;
  GtkWidget            *drop_plate;
  GtkStack             *stages;
  GtkWidget            *samples_button;
  CpSplitView          *split_view;
  CpLibrarySidebar     *sidebar;
  GtkStack             *content;
  GtkBox               *panes;
  CpArticlePane        *pane;
  CpArticlePane        *other_pane;
  GtkStack             *panels;
  CpThemesPanel        *themes_panel;
  CpComparePanel       *compare_panel;
  CpDetailsPanel       *details_panel;
  CpNotesPanel         *notes_panel;
  CpImportBar          *import_bar;
};

/* cp-window.c */
void cp_window_update_content    (CpWindow           *self);
void cp_window_load_themes       (CpWindow           *self);
void cp_window_update_highlights (CpWindow           *self);
void cp_window_choose_theme      (CpWindow           *self,
                                  CpTheme            *theme);
void cp_window_show_toast        (CpWindow           *self,
                                  const char         *title,
                                  gboolean            undoable);
void cp_window_show_toast_with   (CpWindow           *self,
                                  const char         *title,
                                  const char         *label,
                                  const char         *action);

/* cp-window-actions.c */
void cp_window_init_actions      (CpWindow           *self);
void cp_window_update_actions    (CpWindow           *self);

/* cp-window-compare.c */
void cp_window_choose_matter     (CpWindow           *self,
                                  CpComparedTheme    *matter);
void cp_window_choose_in_matters (CpWindow           *self,
                                  CpTheme            *theme);
void cp_window_refresh_compare   (CpWindow           *self);
void cp_window_close_compare     (CpWindow           *self);
void cp_window_swap              (CpWindow           *self);

/* cp-window-edits.c */
void cp_window_init_edits        (CpWindow           *self);
void cp_window_update_notes      (CpWindow           *self);
void cp_window_show_reader       (CpWindow           *self);
void cp_window_move_block        (CpWindow           *self,
                                  CpArticlePane      *pane,
                                  int                 position);

/* cp-window-import.c */
void cp_window_init_import       (CpWindow           *self);

/* cp-window-state.c */
void cp_window_load_state        (CpWindow           *self);
void cp_window_save_state        (CpWindow           *self);
void cp_window_reopen            (CpWindow           *self);
void cp_window_set_text_scale    (CpWindow           *self,
                                  double              scale);
void cp_window_set_reader_colors (CpWindow           *self,
                                  const char         *colors);

G_END_DECLS
