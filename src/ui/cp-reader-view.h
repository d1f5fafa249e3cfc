/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page an article is read on: no script of the page runs, nothing is fetched, passages are marked. */

#pragma once

#include <adwaita.h>

#include "cp-article.h"

G_BEGIN_DECLS

/**
 * CpReaderMark:
 * @start: where the passage begins, in code points of the article's text
 * @end: where it ends, exclusive
 * @theme: position of its theme, as the owner of the view counts them
 * @color: number of the theme's color, see cp_theme_colors_get_hex()
 */
typedef struct
{
  int   start;
  int   end;
  guint theme;
  guint color;
} CpReaderMark;

/**
 * CpReaderColors:
 * @CP_READER_COLORS_LIGHT: black on white
 * @CP_READER_COLORS_DARK: light grey on nearly black
 * @CP_READER_COLORS_SEPIA: brown on cream
 */
typedef enum
{
  CP_READER_COLORS_LIGHT,
  CP_READER_COLORS_DARK,
  CP_READER_COLORS_SEPIA,
} CpReaderColors;

/**
 * CpReaderFlags:
 * @CP_READER_ASIDE: what was set aside is shown, too
 * @CP_READER_KEEP_PLACE: the article is another state of what was shown, and is shown where that was left
 */
typedef enum /*< flags >*/
{
  CP_READER_PLAIN      = 0,
  CP_READER_ASIDE      = 1 << 0,
  CP_READER_KEEP_PLACE = 1 << 1,
} CpReaderFlags;

#define CP_TYPE_READER_VIEW (cp_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (CpReaderView, cp_reader_view, CP, READER_VIEW, AdwBin)

CpReaderView *cp_reader_view_new             (void);

void          cp_reader_view_load_article    (CpReaderView       *self,
                                              CpArticle          *article,
                                              GPtrArray          *resources,
                                              CpReaderFlags       flags);
void          cp_reader_view_load_document   (CpReaderView       *self,
                                              const char         *html);

void          cp_reader_view_set_marks       (CpReaderView       *self,
                                              const CpReaderMark *marks,
                                              guint               n_marks,
                                              int                 current);
void          cp_reader_view_set_highlights  (CpReaderView       *self,
                                              GListModel         *highlights);
int           cp_reader_view_get_block       (CpReaderView       *self);
void          cp_reader_view_choose_theme    (CpReaderView       *self,
                                              int                 theme);
void          cp_reader_view_show_mark       (CpReaderView       *self,
                                              int                 mark);
void          cp_reader_view_show_span       (CpReaderView       *self,
                                              int                 start,
                                              int                 end);
gboolean      cp_reader_view_get_mark_extent (CpReaderView       *self,
                                              guint               mark,
                                              double             *top,
                                              double             *bottom);

void          cp_reader_view_find            (CpReaderView       *self,
                                              const char         *text);
void          cp_reader_view_find_step       (CpReaderView       *self,
                                              int                 direction);

void          cp_reader_view_set_colors      (CpReaderView       *self,
                                              CpReaderColors      colors);
void          cp_reader_view_set_text_scale  (CpReaderView       *self,
                                              double              scale);

G_END_DECLS
