/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regular expressions that are written down once and compiled when first used. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CpPattern:
 * @source: the expression, matched without regard to case
 *
 * Stands in static storage; may be used from several threads.
 */
typedef struct
{
  const char *source;

  /*< private >*/
  GRegex     *regex;
} CpPattern;

#define CP_PATTERN(source) { (source), NULL }

gboolean  cp_pattern_matches     (CpPattern   *self,
                                  const char  *text);
gboolean  cp_pattern_match       (CpPattern   *self,
                                  const char  *text,
                                  GMatchInfo **match);
char     *cp_pattern_fetch       (CpPattern   *self,
                                  const char  *text,
                                  int          group);
char    **cp_pattern_split       (CpPattern   *self,
                                  const char  *text);
char    **cp_pattern_split_words (CpPattern   *self,
                                  const char  *text);

G_END_DECLS
