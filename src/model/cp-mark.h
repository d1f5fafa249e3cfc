/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stretch of a block's text that is set in a style of its own. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CpStyle:
 * @CP_STYLE_STRONG: bold
 * @CP_STYLE_EMPHASIS: italic
 * @CP_STYLE_LINK: part of a link
 */
typedef enum /*< flags >*/
{
  CP_STYLE_NONE     = 0,
  CP_STYLE_STRONG   = 1 << 0,
  CP_STYLE_EMPHASIS = 1 << 1,
  CP_STYLE_LINK     = 1 << 2,
} CpStyle;

/**
 * CpMark:
 * @start: code points of the block's text before it
 * @end: the code point after its last, > @start
 * @style: how it is set, all styles together; never %CP_STYLE_NONE
 * @target: (nullable): where it leads, when it is part of a link; http or https
 *
 * The marks of a block stand in order and do not overlap.
 */
typedef struct
{
  int      start;
  int      end;
  CpStyle  style;
  char    *target;
} CpMark;

GArray *cp_marks_new         (void);
void    cp_marks_append      (GArray       *marks,
                              int           start,
                              int           end,
                              CpStyle       style,
                              const char   *target);
char   *cp_marks_to_string   (const CpMark *marks,
                              guint         n_marks);
GArray *cp_marks_from_string (const char   *string);

G_END_DECLS
